//! Rights and time limits: what the law says, who must do it, by when, and what to do if it is
//! missed. Information, not legal advice.

use iced::widget::column;

use crate::directory::service;
use crate::guide::rights::{self, Card, Named};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::record;
use crate::screens::shared::guide_card;
use crate::screens::{Action, Context, NotesStart, Place};
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
    asked: bool,
    problem: Option<record::Error>,
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
    /// “Ask this”.
    Ask(&'static Card),
    /// “Write a note”.
    Note,
    /// “Copy as text”.
    Copy(&'static Card),
    /// A short form was pressed.
    Word(&'static str),
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
            asked: false,
            problem: None,
        }
    }

    /// Opens the list as it was left, one card by its id, or [`MAY_CHANGE`].
    pub fn enter(&mut self, _context: &Context, card: Option<&str>) {
        self.face = match card {
            Some(MAY_CHANGE) => Face::MayChange,
            Some(id) => rights::find(id).map_or(Face::List, Face::Card),
            None => Face::List,
        };
        self.asked = false;
        self.problem = None;
    }

    fn found(&self) -> Vec<&'static Card> {
        rights::search(&self.typed, self.group, self.moment)
    }

    /// What a press or a typed letter does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
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
            Message::Ask(card) => self.ask(context, card),
            Message::Note => Action::Open(Place::Notes(NotesStart::New {
                child: None,
                service: None,
            })),
            Message::Copy(card) => Action::Copy {
                words: card.as_text(),
                said: "Copied with its source".to_owned(),
            },
            Message::Word(id) => Action::Open(Place::WordsExplained(Some(id.to_owned()))),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
            Message::Go(place) => Action::Open(place),
        }
    }

    fn ask(&mut self, context: &mut Context, card: &'static Card) -> Action<Message> {
        if self.asked {
            return Action::Say("It is in your questions already.".to_owned());
        }
        match guide_card::ask(context, &card.ask, None) {
            Ok(()) => {
                self.asked = true;
                self.problem = None;
                Action::Saved("Question added to your list".to_owned())
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem);
                Action::None
            }
        }
    }

    /// Draws the list, one card, or the page about what may change.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let content = match self.face {
            Face::List => self.list(look),
            Face::Card(card) => self.card(card, context, look),
            Face::MayChange => card::may_change(look),
        };
        widgets::page(look, content)
    }

    fn list<'a>(&'a self, look: &Look) -> Element<'a, Message> {
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
        let mut texts = vec![rights::warning()];
        let shown_texts = shown.iter().flat_map(|card| [&card.title, &card.by_when]);
        texts.extend(shown_texts.map(String::as_str));
        let mut page = column![
            widgets::page_header(look, "Rights and time limits", None, None),
            text::reading(look, rights::warning()),
            may_change_notice(look),
            search,
            self.filters(look),
            nothing,
        ]
        .spacing(gap::L);
        for group in rights::groups() {
            let rows: Vec<_> = shown
                .iter()
                .filter(|card| card.group == group.id)
                .map(|card| row(card, look))
                .collect();
            if !rows.is_empty() {
                let title = group.title.as_str();
                page = page.push(
                    column![text::section(look, title), widgets::list(look, title, rows)]
                        .spacing(gap::S),
                );
            }
        }
        page.push(more)
            .push(guide_card::short_forms(
                look,
                "rights",
                &texts,
                Message::Word,
            ))
            .into()
    }

    fn filters<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let chips = |prefix: &str,
                     named: &'static [Named],
                     on: Option<&str>,
                     count: &dyn Fn(&str) -> usize,
                     press: fn(&'static str) -> Message| {
            let chips = named.iter().map(|one| {
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

fn may_change_notice<'a>(look: &Look) -> Element<'a, Message> {
    let said = format!(
        "Law checked in {}. Changes were announced. They are not law.",
        rights::law_checked()
    );
    notice::information(look, "Is this still the law?", said)
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

fn row<'a>(card: &'static Card, look: &Look) -> Element<'a, Message> {
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
