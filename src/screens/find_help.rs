//! Find help: a family's own words, or a worry, lead to the right service.
//!
//! Nothing that is searched for is kept; only the first half of a postcode is, in the settings,
//! when the person presses for it.

use iced::widget::column;

use crate::directory::service::{self, Need, ReferralRoute, Sector};
use crate::directory::{Directory, Match, Query, Results};
use crate::guide::worries::Worry;
use crate::look::{Look, gap};
use crate::platform::opening::Link;
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::{self, Element};
use crate::words;

mod filters;
mod found;
mod nothing;
mod search_box;
mod worried;

/// The id of the search box, which takes the focus on arrival.
pub const SEARCH_BOX: &str = "find/search";

/// The oldest age that the law on special educational needs covers
/// (Children and Families Act 2014, section 83).
const OLDEST: u8 = 25;

/// How many cards a page shows, and how many more each press adds.
const AT_ONCE: usize = 20;

/// What the page is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Face {
    /// Words and filters.
    Search,
    /// "What are you worried about?"
    Worries,
    /// One worry, its first steps and its services.
    Worry(&'static Worry),
}

/// Find help, as long as the window lives.
#[derive(Debug)]
pub struct FindHelp {
    query: Query,
    /// The services to turn to first for a worry, in its order; empty without a worry.
    first: Vec<Match>,
    results: Results,
    shown: usize,
    face: Face,
    more_filters: bool,
    age_typed: String,
    age_problem: Option<String>,
    place_typed: String,
    place_problem: Option<String>,
}

/// What a person can do in Find help.
#[derive(Debug, Clone)]
pub enum Message {
    /// Words were typed into the search box.
    Typed(String),
    /// "Search for “speach” instead".
    Exactly,
    /// A part of the Local Offer was pressed.
    Sector(Sector),
    /// A need was pressed.
    Need(Need),
    /// A way to ask was pressed.
    Referral(ReferralRoute),
    /// "Free" was pressed.
    Free,
    /// "Near TA6" was pressed.
    Near,
    /// "More filters" was pressed.
    MoreFilters,
    /// The age was typed.
    AgeTyped(String),
    /// The chosen age was pressed, which takes it away.
    ForgetAge,
    /// The postcode was typed.
    PlaceTyped(String),
    /// "Use this place".
    UsePlace,
    /// "Forget this place".
    ForgetPlace,
    /// "Clear filters".
    ClearFilters,
    /// "Clear the words".
    ClearWords,
    /// "Show 20 more".
    ShowMore,
    /// A service was pressed.
    Open(service::Id),
    /// "What are you worried about?"
    AskWorry,
    /// One worry was pressed.
    Worried(&'static Worry),
    /// From a worry to the search box.
    Search,
    /// The safety numbers.
    Emergency,
    /// Copy a phone number.
    Copy(String),
    /// Ring a phone number.
    Call(String),
    /// Open a page that guidance rests on.
    Visit(String),
}

impl Default for FindHelp {
    fn default() -> Self {
        Self::new()
    }
}

impl FindHelp {
    /// With nothing typed.
    pub fn new() -> Self {
        Self {
            query: Query::default(),
            first: Vec::new(),
            results: Results::default(),
            shown: AT_ONCE,
            face: Face::Search,
            more_filters: false,
            age_typed: String::new(),
            age_problem: None,
            place_typed: String::new(),
            place_problem: None,
        }
    }

    /// Opens the place: as it was left, with the seven worries, or with words or a need.
    pub fn enter(&mut self, context: &Context, start: FindStart) {
        match start {
            FindStart::AsLeft => {}
            FindStart::Worried => {
                self.clear();
                self.face = Face::Worries;
            }
            FindStart::Text(text) => {
                self.clear();
                self.query.text = text;
            }
            FindStart::Need(need) => {
                self.clear();
                let _ = self.query.filters.needs.insert(need);
            }
        }
        if self.place_typed.is_empty() {
            self.place_typed = context.settings.near.clone().unwrap_or_default();
        }
        self.search(&context.directory);
    }

    /// Searches again, keeping everything typed and pressed.
    pub fn refresh(&mut self, context: &Context) {
        self.search(&context.directory);
    }

    /// Whether a worry is being followed, so that the rail can say so.
    pub fn is_worried(&self) -> bool {
        self.face != Face::Search
    }

    /// How many services are found, as a sentence to say: "12 services".
    pub fn found_in_words(&self) -> String {
        match self.total() {
            0 => "No services found".to_owned(),
            total => words::count(total, "service", "services"),
        }
    }

    /// What a press or a typed letter does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Open(id) => return Action::Open(Place::Service(id)),
            Message::Emergency => return Action::Open(Place::Emergency),
            Message::Copy(number) => {
                let said = format!("Copied {number}");
                return Action::Copy {
                    words: number,
                    said,
                };
            }
            Message::Call(number) => return Action::Visit(Link::Phone(number)),
            Message::Visit(url) => return Action::Visit(Link::Website(url)),
            Message::MoreFilters => {
                self.more_filters = !self.more_filters;
                return Action::None;
            }
            Message::PlaceTyped(typed) => {
                self.place_typed = typed;
                self.place_problem = None;
                return Action::None;
            }
            Message::ShowMore => {
                let next = self.id_at(self.shown);
                self.shown += AT_ONCE;
                return next.map_or(Action::None, |id| Action::Focus(card_id(id).into()));
            }
            Message::UsePlace => return self.use_place(context),
            Message::ForgetPlace => return self.forget_place(context),
            other => self.choose(context, other),
        }
    }

    /// The messages that change what is looked for.
    fn choose(&mut self, context: &Context, message: Message) -> Action<Message> {
        let mut focus = None;
        let filters = &mut self.query.filters;
        match message {
            Message::Typed(text) => {
                self.query.text = text;
                self.query.exactly = false;
            }
            Message::Exactly => {
                self.query.exactly = true;
                focus = Some(SEARCH_BOX);
            }
            Message::Sector(sector) => toggle(&mut filters.sectors, sector),
            Message::Need(need) => toggle(&mut filters.needs, need),
            Message::Referral(route) => toggle(&mut filters.referral, route),
            Message::Free => filters.free_only = !filters.free_only,
            Message::Near => {
                filters.near = match filters.near {
                    Some(_) => None,
                    None => context.settings.near.clone(),
                };
            }
            Message::AgeTyped(typed) => self.type_age(typed),
            Message::ForgetAge => {
                self.type_age(String::new());
                focus = Some(filters::MORE);
            }
            Message::ClearFilters => {
                self.clear_filters();
                focus = Some(SEARCH_BOX);
            }
            Message::ClearWords => {
                self.query.text.clear();
                focus = Some(SEARCH_BOX);
            }
            Message::AskWorry => {
                self.clear();
                self.face = Face::Worries;
                focus = Some(TITLE);
            }
            Message::Worried(worry) => {
                self.clear();
                self.face = Face::Worry(worry);
                let codes = worry.needs.iter();
                self.query.filters.needs = codes.filter_map(|code| Need::from_code(code)).collect();
                focus = Some(TITLE);
            }
            Message::Search => {
                self.face = Face::Search;
                focus = Some(SEARCH_BOX);
            }
            _ => {}
        }
        self.shown = AT_ONCE;
        self.search(&context.directory);
        focus.map_or(Action::None, |id| Action::Focus(id.into()))
    }

    fn search(&mut self, directory: &Directory) {
        self.results = directory.search(&self.query);
        self.first = match self.face {
            Face::Worry(worry) => take_first(&mut self.results, directory, worry),
            Face::Search | Face::Worries => Vec::new(),
        };
    }

    fn type_age(&mut self, typed: String) {
        let age = typed.trim().parse::<u8>().ok().filter(|age| *age <= OLDEST);
        self.age_problem = (age.is_none() && !typed.trim().is_empty())
            .then(|| format!("Type the age as a number from 0 to {OLDEST}."));
        self.query.filters.age = age;
        self.age_typed = typed;
    }

    fn use_place(&mut self, context: &mut Context) -> Action<Message> {
        let Some(place) = context.directory.places().find(&self.place_typed) else {
            self.place_problem = Some(
                "We do not know that place. Type a postcode, such as TA6, or a town in Somerset."
                    .to_owned(),
            );
            return Action::Focus(filters::PLACE.into());
        };
        let outcode = place.outcode.clone();
        self.place_problem = None;
        self.place_typed.clone_from(&outcode);
        self.query.filters.near = Some(outcode.clone());
        context.settings.near = Some(outcode);
        self.shown = AT_ONCE;
        self.search(&context.directory);
        Action::SettingsChanged
    }

    fn forget_place(&mut self, context: &mut Context) -> Action<Message> {
        self.place_typed.clear();
        self.place_problem = None;
        self.query.filters.near = None;
        context.settings.near = None;
        self.search(&context.directory);
        Action::Several(vec![
            Action::SettingsChanged,
            Action::Focus(filters::PLACE.into()),
        ])
    }

    fn clear(&mut self) {
        self.query.text.clear();
        self.query.exactly = false;
        self.face = Face::Search;
        self.shown = AT_ONCE;
        self.clear_filters();
    }

    fn clear_filters(&mut self) {
        self.query.filters = Default::default();
        self.age_typed.clear();
        self.age_problem = None;
    }

    fn total(&self) -> usize {
        self.first.len() + self.results.total()
    }

    fn id_at(&self, place: usize) -> Option<service::Id> {
        let mut shown = self.first.iter().chain(self.results.shown());
        shown.nth(place).map(|found| found.id)
    }

    /// The whole page, for when no service is open.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        widgets::page(look, self.list_view(context, *look, None))
    }

    /// What stands in the list column; the application puts the `open` service beside it.
    pub fn list_view<'a>(
        &'a self,
        context: &'a Context,
        look: Look,
        open: Option<service::Id>,
    ) -> Element<'a, Message> {
        let look = &look;
        match self.face {
            Face::Worries => worried::worries(look),
            Face::Worry(worry) => worried::worry(self, worry, context, look, open),
            Face::Search => column![
                search_box::view(self, context, look),
                filters::view(self, context, look),
                self.found(context, look, open),
            ]
            .spacing(gap::L)
            .into(),
        }
    }

    fn found<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        open: Option<service::Id>,
    ) -> Element<'a, Message> {
        if self.total() == 0 {
            nothing::view(self, context, look)
        } else {
            found::view(self, context, look, open)
        }
    }
}

/// The id of the page's heading.
const TITLE: &str = "page-title";

/// The id of a service's card.
fn card_id(id: service::Id) -> String {
    format!("find/service/{id}")
}

fn toggle<T: Ord>(chosen: &mut std::collections::BTreeSet<T>, value: T) {
    if !chosen.remove(&value) {
        let _ = chosen.insert(value);
    }
}

/// Takes the services to turn to first out of the results, in the order of the worry.
fn take_first(results: &mut Results, directory: &Directory, worry: &Worry) -> Vec<Match> {
    let ids = worry.first.iter();
    let ids = ids.filter_map(|slug| Some(directory.by_slug(slug)?.id));
    ids.filter_map(|id| {
        let lists = [&mut results.matches, &mut results.may_suit];
        lists.into_iter().find_map(|list| {
            let at = list.iter().position(|found| found.id == id)?;
            Some(list.remove(at))
        })
    })
    .collect()
}
