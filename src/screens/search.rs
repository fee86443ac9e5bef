//! Search everything: one field for the record, the services and the places to go.

use iced::widget::column;

use crate::directory::{Query, Sector, Service, service};
use crate::look::{Icon, Look, Tint, gap};
use crate::record::{Found, Item};
use crate::screens::{
    Action, AppointmentsStart, Context, FilesStart, NotesStart, Place, QuestionsStart,
};
use crate::widgets::{self, Element, field};
use crate::words;

mod places;

/// How many things of the record and how many services are shown.
const FOUND: u32 = 8;
const SERVICES: usize = 6;

/// What was typed, and what it found.
#[derive(Debug, Default)]
pub struct Search {
    typed: String,
    record: Vec<(Found, Place)>,
    services: Vec<service::Id>,
    places: Vec<&'static places::Named>,
    problem: Option<String>,
}

/// What a person can do while searching.
#[derive(Debug, Clone)]
pub enum Message {
    /// The words to search for.
    Typed(String),
    /// Open the first thing found.
    First,
    /// Open something found.
    Open(Place),
}

impl Search {
    /// An empty search; [`Search::enter`] fills it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts with an empty field and every place to go.
    pub fn enter(&mut self, context: &Context) {
        self.typed.clear();
        self.refresh(context);
    }

    /// Searches again for the same words.
    pub fn refresh(&mut self, context: &Context) {
        self.problem = None;
        self.record = match context.read(|record| {
            record
                .search(&self.typed, FOUND)?
                .into_iter()
                .map(|found| {
                    let place = place(record, &found)?;
                    Ok(place.map(|place| (found, place)))
                })
                .filter_map(Result::transpose)
                .collect()
        }) {
            Ok(found) => found,
            Err(error) => {
                self.problem = Some(error.to_string());
                Vec::new()
            }
        };
        self.services = if self.typed.trim().is_empty() {
            Vec::new()
        } else {
            let query = Query {
                text: self.typed.clone(),
                ..Query::default()
            };
            let results = context.directory.search(&query);
            results.shown().take(SERVICES).map(|one| one.id).collect()
        };
        self.places = places::matching(&self.typed);
        self.places
            .sort_by_key(|place| !place.is_named(&self.typed));
    }

    /// Does what was asked.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Typed(typed) => {
                self.typed = typed;
                self.refresh(context);
                Action::None
            }
            Message::First => self.first().map_or_else(
                || Action::Say("Nothing was found. Try another word.".to_owned()),
                Action::Open,
            ),
            Message::Open(place) => Action::Open(place),
        }
    }

    /// Whether the places come first: one of them is being named.
    fn names_a_place(&self) -> bool {
        self.places.iter().any(|place| place.is_named(&self.typed))
    }

    /// The first row on the page, which Enter opens. Nothing while nothing is typed.
    fn first(&self) -> Option<Place> {
        if self.typed.trim().is_empty() {
            return None;
        }
        if self.names_a_place() {
            return self.places.first().map(|named| named.place());
        }
        let record = self.record.first().map(|(_, place)| place.clone());
        let service = self.services.first().map(|id| Place::Service(*id));
        record
            .or(service)
            .or_else(|| self.places.first().map(|named| named.place()))
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let field = field::text(
            look,
            "search/words",
            "Search your record, the services and Withy",
            &self.typed,
            Message::Typed,
        )
        .icon(Icon::Find)
        .help("Press Enter to open the first one.")
        .on_submit(Message::First);
        let problem = self
            .problem
            .as_ref()
            .map(|problem| widgets::notice::problem(look, "Something went wrong", problem).into());
        let problem: Option<Element<'a, Message>> = problem;
        let today = context.today();
        let record = self.record.iter().map(|(found, place)| {
            let (icon, kind) = kind(found.what);
            let day = found.date.map(|day| words::near_day(day, today));
            let excerpt = found.excerpt.trim();
            let detail = if excerpt.is_empty() || excerpt == found.title {
                kind.to_owned()
            } else {
                format!("{kind}. {excerpt}")
            };
            widgets::row_button(
                look,
                format!("search/record/{}", item_id(found.what)),
                found.title.clone(),
                Some(detail),
                day,
                Some((icon, Tint::Plain)),
                Message::Open(place.clone()),
            )
        });
        let services = self
            .services
            .iter()
            .filter_map(|id| context.directory.service(*id))
            .map(|service| service_row(service, look));
        let places = self.places.iter().map(|named| {
            widgets::row_button(
                look,
                format!("search/place/{}", named.name),
                named.name,
                None,
                None,
                Some((named.icon, Tint::Plain)),
                Message::Open(named.place()),
            )
        });
        let mut groups = [
            group(look, "From your record", record.collect()),
            group(look, "Services", services.collect()),
            group(look, "Places to go", places.collect()),
        ];
        if self.names_a_place() {
            groups.rotate_right(1);
        }
        let nothing = groups.iter().all(Option::is_none).then(|| {
            widgets::body(
                look,
                format!(
                    "Nothing was found for “{}”. Try another word.",
                    self.typed.trim()
                ),
            )
        });
        let header = widgets::page_header(look, "Search everything", None, None);
        let mut page = column![header, field, problem, nothing].spacing(gap::XL);
        for group in groups.into_iter().flatten() {
            page = page.push(group);
        }
        widgets::page(look, page)
    }
}

fn group<'a>(
    look: &Look,
    name: &'static str,
    rows: Vec<Element<'a, Message>>,
) -> Option<Element<'a, Message>> {
    (!rows.is_empty()).then(|| {
        column![
            widgets::section(look, name),
            widgets::list(look, name, rows)
        ]
        .spacing(gap::M)
        .into()
    })
}

fn service_row<'a>(service: &'a Service, look: &Look) -> Element<'a, Message> {
    widgets::row_button(
        look,
        format!("search/service/{}", service.id),
        service.name.as_str(),
        Some(service.organization.as_str()),
        None,
        Some(sector(service.sector)),
        Message::Open(Place::Service(service.id)),
    )
}

/// Where a thing of the record is shown; `None` when it has just gone.
fn place(
    record: &crate::record::Record,
    found: &Found,
) -> Result<Option<Place>, crate::record::Error> {
    Ok(match found.what {
        Item::Child(_) => Some(Place::MyFamily),
        Item::Note(id) => Some(Place::Notes(NotesStart::One(id))),
        Item::Appointment(id) => Some(Place::Appointments(AppointmentsStart::One(id))),
        Item::Question(id) => Some(Place::Questions(QuestionsStart::One(id))),
        Item::SavedService(id) => record
            .saved_service(id)?
            .map(|saved| Place::Service(saved.service)),
        Item::Step(_) => Some(Place::Today),
        Item::Path(id) => Some(Place::Path(id)),
        Item::Experience(id) => record
            .experience(id)?
            .map(|it| Place::ImprovementPlan(Some(it.promise))),
        Item::Attachment(id) => Some(Place::Files(FilesStart::One(id))),
    })
}

fn sector(sector: Sector) -> (Icon, Tint) {
    match sector {
        Sector::Health => (Icon::Health, Tint::Health),
        Sector::Education => (Icon::Education, Tint::Education),
        Sector::SocialCare => (Icon::SocialCare, Tint::SocialCare),
        Sector::Community => (Icon::Community, Tint::Community),
        Sector::Money => (Icon::Money, Tint::Money),
        Sector::Information => (Icon::Information, Tint::Information),
    }
}

fn kind(item: Item) -> (Icon, &'static str) {
    match item {
        Item::Child(_) => (Icon::Family, "Child"),
        Item::Note(_) => (Icon::Notes, "Note"),
        Item::Appointment(_) => (Icon::Appointments, "Appointment"),
        Item::Question(_) => (Icon::Questions, "Question"),
        Item::SavedService(_) => (Icon::Saved, "Saved service"),
        Item::Step(_) => (Icon::Steps, "Step"),
        Item::Path(_) => (Icon::Worried, "Path in Worried?"),
        Item::Experience(_) => (Icon::Plan, "Your family’s experience"),
        Item::Attachment(_) => (Icon::Letter, "File"),
    }
}

fn item_id(item: Item) -> uuid::Uuid {
    match item {
        Item::Child(id) => id.0,
        Item::Note(id) => id.0,
        Item::Appointment(id) => id.0,
        Item::Question(id) => id.0,
        Item::SavedService(id) => id.0,
        Item::Step(id) => id.0,
        Item::Path(id) => id.0,
        Item::Experience(id) => id.0,
        Item::Attachment(id) => id.0,
    }
}
