//! Find help: a family's own words lead to the right service.
//!
//! Nothing that is searched for is kept; only the first half of a postcode is, in the settings,
//! when the person presses for it.

use iced::widget::column;

use crate::directory::service::{self, Need, ReferralRoute, Sector};
use crate::directory::{Query, Results};
use crate::look::{Look, gap};
use crate::platform::opening::Link;
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::{self, Element};
use crate::words;

mod choosing;
mod filters;
mod found;
mod nothing;
mod search_box;

/// The id of the search box, which takes the focus on arrival.
pub const SEARCH_BOX: &str = "find/search";

/// How many cards a page shows, and how many more each press adds.
const AT_ONCE: usize = 20;

/// Find help, as long as the window lives.
#[derive(Debug)]
pub struct FindHelp {
    query: Query,
    results: Results,
    shown: usize,
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
    /// "Start from a worry".
    Worried,
    /// Copy a phone number.
    Copy(String),
    /// Ring a phone number.
    Call(String),
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
            results: Results::default(),
            shown: AT_ONCE,
            more_filters: false,
            age_typed: String::new(),
            age_problem: None,
            place_typed: String::new(),
            place_problem: None,
        }
    }

    /// Opens the place: as it was left, or with words or a need.
    pub fn enter(&mut self, context: &Context, start: FindStart) {
        match start {
            FindStart::Search => {}
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

    /// Whether the list on the page has this service: beside any other list it would seem to belong
    /// to what was searched for.
    pub fn lists(&self, id: service::Id) -> bool {
        self.results
            .shown()
            .take(self.shown)
            .any(|found| found.id == id)
    }

    /// How many services are found, as a sentence to say: "12 services found". With nothing asked,
    /// how many there are.
    pub fn found_in_words(&self) -> String {
        let asked = !self.query.text.trim().is_empty() || !self.query.filters.is_empty();
        match self.total() {
            0 => "No services found".to_owned(),
            total if asked => words::count(total, "service found", "services found"),
            total => words::count(total, "service", "services"),
        }
    }

    /// What a press or a typed letter does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Open(id) => Action::Open(Place::Service(id)),
            Message::Worried => Action::Open(Place::Worried(None)),
            Message::Copy(words) => {
                let said = format!("Copied {words}");
                Action::CopyOnly { words, said }
            }
            Message::Call(number) => Action::Visit(Link::Phone(number)),
            Message::MoreFilters => {
                self.more_filters = !self.more_filters;
                Action::None
            }
            Message::PlaceTyped(typed) => {
                self.place_typed = typed;
                self.place_problem = None;
                Action::None
            }
            Message::ShowMore => {
                let next = self.id_at(self.shown);
                self.shown += AT_ONCE;
                next.map_or(Action::None, |id| Action::Focus(card_id(id).into()))
            }
            Message::UsePlace => self.use_place(context),
            Message::ForgetPlace => self.forget_place(context),
            other => self.choose(context, other),
        }
    }

    fn total(&self) -> usize {
        self.results.total()
    }

    fn id_at(&self, place: usize) -> Option<service::Id> {
        self.results.shown().nth(place).map(|found| found.id)
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
        column![
            search_box::view(self, context, look),
            filters::view(self, context, look),
            self.found(context, look, open),
        ]
        .spacing(gap::L)
        .into()
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

/// The id of a service's card.
fn card_id(id: service::Id) -> String {
    format!("find/service/{id}")
}
