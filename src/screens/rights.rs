//! Rights and time limits: what the law says, who must do it, by when, and what to do if it is
//! missed. Information, not legal advice.

use iced::widget::column;

use crate::directory::service;
use crate::guide::rights::{self, Card, Named};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::screens::shared::keeping::{self, Kept, Leaf};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, field, link, notice, row_button, words as text};

mod card;

/// How many cards a page shows, and how many more each press adds.
const AT_ONCE: usize = 20;

/// The page about plans to change the law and about counting time, instead of a card.
pub const MAY_CHANGE: &str = "may-change";

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Face {
    List,
    Card(&'static Card),
    MayChange,
}

/// The screen.
#[derive(Debug)]
pub struct Rights {
    typed: String,
    group: Option<&'static str>,
    moment: Option<&'static str>,
    moments_open: bool,
    shown: usize,
    face: Face,
    kept: Kept,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Words were typed into the search.
    Typed(String),
    /// A group was pressed.
    Group(&'static str),
    /// “What has happened?”
    Moments,
    /// A moment was pressed.
    Moment(&'static str),
    /// “Show everything”.
    Clear,
    /// “Show 20 more”.
    ShowMore,
    /// A card was pressed.
    Open(&'static str),
    /// “All rights”.
    All,
    /// A service that can help.
    Service(service::Id),
    /// Something to keep from a card.
    Keep(keeping::Message),
    /// A term was pressed.
    Term(Press),
    /// A page that something rests on.
    Visit(String),
    /// Open another place.
    Go(Place),
}

impl Default for Rights {
    fn default() -> Self {
        Self::new()
    }
}

impl Rights {
    /// With nothing chosen.
    pub fn new() -> Self {
        Self {
            typed: String::new(),
            group: None,
            moment: None,
            moments_open: false,
            shown: AT_ONCE,
            face: Face::List,
            kept: Kept::default(),
        }
    }

    /// Opens the list as it was left, one card by its id, or [`MAY_CHANGE`].
    pub fn enter(&mut self, context: &Context, card: Option<&str>) {
        self.kept.turn_the_page();
        self.refresh(context);
        self.face = match card {
            Some(MAY_CHANGE) => Face::MayChange,
            Some(id) => rights::find(id).map_or(Face::List, Face::Card),
            None => Face::List,
        };
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
    }

    fn found(&self) -> Vec<&'static Card> {
        rights::search(&self.typed, self.group, self.moment)
    }

    /// What a press or a typed letter does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Typed(typed) => {
                self.typed = typed;
                self.shown = AT_ONCE;
                Action::None
            }
            Message::Group(group) => {
                self.group = (self.group != Some(group)).then_some(group);
                self.shown = AT_ONCE;
                Action::None
            }
            Message::Moments => {
                self.moments_open = !self.moments_open;
                Action::None
            }
            Message::Moment(moment) => {
                self.moment = (self.moment != Some(moment)).then_some(moment);
                self.shown = AT_ONCE;
                Action::None
            }
            Message::Clear => {
                self.typed.clear();
                self.group = None;
                self.moment = None;
                self.shown = AT_ONCE;
                Action::Focus("rights/search".into())
            }
            Message::ShowMore => {
                let next = self.found().get(self.shown).map(|card| row_id(card));
                self.shown += AT_ONCE;
                next.map_or(Action::None, |id| Action::Focus(id.into()))
            }
            Message::Open(id) => Action::Open(Place::Rights(Some(id.to_owned()))),
            Message::All => Action::Open(Place::Rights(None)),
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Keep(message) => {
                let leaf = match self.face {
                    Face::Card(card) => leaf(card),
                    Face::List | Face::MayChange => Leaf::default(),
                };
                self.kept.update(context, message, |_| leaf)
            }
            Message::Term(press) => terms::update(context, press),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
            Message::Go(place) => Action::Open(place),
        }
    }

    /// Draws the list, one card, or the page about what may change.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Term);
        let content = match self.face {
            Face::List => self.list(look, terms),
            Face::Card(card) => self.card(card, context, look, terms),
            Face::MayChange => card::may_change(look, terms),
        };
        widgets::page(look, content)
    }

    fn list<'a>(&'a self, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
        let search = field::text(
            look,
            "rights/search",
            "Search rights and time limits",
            &self.typed,
            Message::Typed,
        )
        .icon(Icon::Find);
        let found = self.found();
        let total = found.len();
        let shown: Vec<_> = found.into_iter().take(self.shown).collect();
        let more = widgets::pager(
            look,
            "rights/more",
            shown.len(),
            total,
            "cards",
            Message::ShowMore,
        );
        let nothing = shown.is_empty().then(|| -> Element<'a, Message> {
            column![
                text::reading(look, "No card has all of that. Try fewer words."),
                Element::from(button::plain(
                    look,
                    "rights/clear",
                    "Show everything",
                    Message::Clear
                )),
            ]
            .spacing(gap::M)
            .into()
        });
        let mut page = column![
            widgets::page_header(look, "Rights and time limits", None, None),
            terms.reading(rights::warning()),
            may_change_notice(look, terms),
            search,
            self.filters(look, terms),
            nothing,
        ]
        .spacing(gap::L);
        for group in rights::groups() {
            let rows: Vec<_> = shown
                .iter()
                .filter(|card| card.group == group.id)
                .map(|card| row(card, look, terms))
                .collect();
            if !rows.is_empty() {
                let title = group.title.as_str();
                terms.note(title);
                page = page.push(
                    column![text::section(look, title), widgets::list(look, title, rows)]
                        .spacing(gap::S),
                );
            }
        }
        page.push(more).push(terms.rest()).into()
    }

    fn filters<'a>(&'a self, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
        let chips = |prefix: &str,
                     named: &'static [Named],
                     on: Option<&str>,
                     count: &dyn Fn(&str) -> usize,
                     press: fn(&'static str) -> Message| {
            let chips = named.iter().map(|one| {
                terms.note(&one.title);
                widgets::chip(
                    look,
                    format!("rights/{prefix}/{}", one.id),
                    one.title.as_str(),
                    Some(count(&one.id)),
                    on == Some(one.id.as_str()),
                    press(&one.id),
                )
            });
            widgets::wrap_row(chips.collect(), gap::S)
        };
        let groups = chips(
            "group",
            rights::groups(),
            self.group,
            &|id| rights::search(&self.typed, Some(id), self.moment).len(),
            Message::Group,
        );
        let open = self.moments_open || self.moment.is_some();
        let toggle = button::plain(
            look,
            "rights/moments",
            "What has happened?",
            Message::Moments,
        )
        .icon(if open { Icon::Up } else { Icon::Down })
        .expanded(open);
        let moments = open.then(|| {
            chips(
                "moment",
                rights::moments(),
                self.moment,
                &|id| rights::search(&self.typed, self.group, Some(id)).len(),
                Message::Moment,
            )
        });
        column![groups, Element::from(toggle), moments]
            .spacing(gap::M)
            .into()
    }
}

fn may_change_notice<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let said = format!(
        "Law checked in {}. Changes were announced. They are not law.",
        rights::law_checked()
    );
    notice::information(look, "Is this still the law?", "")
        .body(terms.body(said))
        .action(link(
            look,
            "rights/may-change",
            "What may change, and how time is counted",
            Message::Open(MAY_CHANGE),
        ))
        .into()
}

fn row_id(card: &Card) -> String {
    format!("rights/card/{}", card.id)
}

fn row<'a>(card: &'static Card, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    terms.note(&card.title);
    terms.note(&card.by_when);
    let trailing = card.not_checked.is_some().then_some("Partly checked");
    row_button(
        look,
        row_id(card),
        card.title.as_str(),
        Some(card.by_when.as_str()),
        trailing,
        None,
        Message::Open(&card.id),
    )
}

/// What the step says that keeps a card.
fn step_words(card: &Card) -> String {
    format!("{}. {}", card.title, card.by_when)
}

/// A card as it can be taken along.
fn leaf(card: &Card) -> Leaf {
    Leaf {
        title: card.title.clone(),
        step: step_words(card),
        tag: "rights".to_owned(),
        service: None,
        text: card.as_text(),
    }
}
