//! Words explained: every term and short form, what it stands for, what it means, and how sure
//! we are. Old names lead to new ones.

use iced::widget::column;

use crate::directory::OldName;
use crate::directory::service;
use crate::guide::words::{self, Support, Term};
use crate::look::{Icon, Look, Tint, gap};
use crate::platform::opening::Link;
use crate::record;
use crate::screens::shared::guide_card;
use crate::screens::{Action, Context, NotesStart, Place};
use crate::widgets::{self, Element, field, link, notice, row_button, words as text};

/// How many words a page shows, and how many more each press adds.
const AT_ONCE: usize = 20;

/// Which words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// All of them.
    All,
    /// One group, by its id.
    One(&'static str),
    /// Names that are no longer used.
    OldNames,
}

/// The screen.
#[derive(Debug)]
pub struct WordsExplained {
    typed: String,
    group: Group,
    shown: usize,
    open: Option<&'static Term>,
    asked: bool,
    problem: Option<record::Error>,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Words were typed into the search.
    Typed(String),
    /// A group was pressed.
    Group(Group),
    /// “Show 20 more”.
    ShowMore,
    /// A term was pressed.
    Open(&'static str),
    /// “All words”.
    All,
    /// The service that a term names.
    Service(service::Id),
    /// “Ask this”.
    Ask(&'static str),
    /// “Write a note”.
    Note,
    /// “Copy as text”.
    Copy(&'static str),
    /// A page that a meaning rests on.
    Visit(String),
}

impl Default for WordsExplained {
    fn default() -> Self {
        Self::new()
    }
}

impl WordsExplained {
    /// With nothing typed.
    pub fn new() -> Self {
        Self {
            typed: String::new(),
            group: Group::All,
            shown: AT_ONCE,
            open: None,
            asked: false,
            problem: None,
        }
    }

    /// Opens the list as it was left, or one term by its id.
    pub fn enter(&mut self, _context: &Context, term: Option<&str>) {
        self.open = term.and_then(words::find);
        self.asked = false;
        self.problem = None;
    }

    fn found(&self) -> Vec<&'static Term> {
        match self.group {
            Group::All => words::search(&self.typed, None),
            Group::One(group) => words::search(&self.typed, Some(group)),
            Group::OldNames => Vec::new(),
        }
    }

    fn old_names<'a>(&self, context: &'a Context) -> Vec<&'a OldName> {
        let typed = self.typed.trim().to_lowercase();
        let every = match self.group {
            Group::All if typed.len() > 1 => context.directory.old_names(),
            Group::OldNames => context.directory.old_names(),
            _ => &[],
        };
        let fits = |name: &&OldName| {
            let short = name.short.as_deref().unwrap_or_default().to_lowercase();
            name.old.to_lowercase().contains(&typed) || short.starts_with(&typed)
        };
        every.iter().filter(fits).collect()
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
                self.group = if self.group == group {
                    Group::All
                } else {
                    group
                };
                self.shown = AT_ONCE;
                Action::None
            }
            Message::ShowMore => {
                let next = self.found().get(self.shown).map(|term| row_id(term));
                self.shown += AT_ONCE;
                next.map_or(Action::None, |id| Action::Focus(id.into()))
            }
            Message::Open(id) => Action::Open(Place::WordsExplained(Some(id.to_owned()))),
            Message::All => Action::Open(Place::WordsExplained(None)),
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Ask(id) => self.ask(context, id),
            Message::Note => {
                let service = self.open.and_then(|term| service_of(context, term));
                Action::Open(Place::Notes(NotesStart::New {
                    child: None,
                    service,
                }))
            }
            Message::Copy(id) => words::find(id).map_or(Action::None, |term| Action::Copy {
                words: term.as_text(),
                said: format!("Copied what {} means", term.term),
            }),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
        }
    }

    fn ask(&mut self, context: &mut Context, id: &'static str) -> Action<Message> {
        let Some(term) = words::find(id).filter(|_| !self.asked) else {
            return Action::None;
        };
        let question = format!("What does “{}” mean for us?", term.term);
        let service = service_of(context, term);
        match guide_card::ask(context, &question, service) {
            Ok(()) => {
                self.asked = true;
                Action::Saved("Question added to your list".to_owned())
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem);
                Action::None
            }
        }
    }

    /// Draws the list, or one term.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        match self.open {
            Some(term) => widgets::page(look, self.term(term, context, look)),
            None => widgets::page(look, self.list(context, look)),
        }
    }

    fn list<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        let search = field::text(
            look,
            "words/search",
            "Search the words",
            &self.typed,
            Message::Typed,
        )
        .icon(Icon::Find)
        .help("Type a short form from a letter, or any word.");
        let found = self.found();
        let old = self.old_names(context);
        let nothing = (found.is_empty() && old.is_empty()).then(|| {
            let typed = self.typed.trim();
            text::reading(
                look,
                format!("We have no word like “{typed}”. Ask the person who used it."),
            )
        });
        let total = found.len();
        let rows: Vec<_> = found
            .into_iter()
            .take(self.shown)
            .map(|term| row(term, look))
            .collect();
        let more = widgets::pager(
            look,
            "words/more",
            rows.len(),
            total,
            "words",
            Message::ShowMore,
        );
        let meant = (!rows.is_empty()).then(|| {
            let title = match self.group {
                Group::One(id) => group_title(id),
                _ => "Words",
            };
            column![
                text::section(look, title),
                widgets::list(look, "Words", rows)
            ]
            .spacing(gap::M)
        });
        column![
            widgets::page_header(look, "Words explained", None, None),
            text::reading(
                look,
                "Special educational needs and disabilities is called SEND. \
                 Some children have an education, health and care (EHC) plan. \
                 Press a word to see where its meaning comes from.",
            ),
            search,
            self.groups(context, look),
            nothing,
            old_names(context, &old, look),
            meant,
            more,
            text::quiet(
                look,
                format!(
                    "We read the pages behind these words on {}.",
                    crate::words::date(words::checked_on())
                ),
            ),
        ]
        .spacing(gap::L)
        .into()
    }

    fn groups<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        let chip = |id: &str, title: &'static str, count: usize, group: Group| {
            widgets::chip(
                look,
                format!("words/group/{id}"),
                title,
                Some(count),
                self.group == group,
                Message::Group(group),
            )
        };
        let mut chips: Vec<_> = words::groups()
            .iter()
            .map(|group| {
                let count = words::search("", Some(&group.id)).len();
                chip(&group.id, &group.title, count, Group::One(&group.id))
            })
            .collect();
        let old = context.directory.old_names().len();
        chips.push(chip("old-names", "Old names", old, Group::OldNames));
        widgets::wrap_row(chips, gap::S)
    }

    fn term<'a>(
        &'a self,
        term: &'static Term,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let back = Some(("All words", Message::All));
        let stands_for = term.stands_for.as_ref().map(|full| {
            let full: Element<'a, Message> = text::strong(
                look,
                match term.support {
                    Support::NotChecked => format!("We think it stands for: {full}."),
                    Support::Read | Support::NameOnly => format!("It stands for: {full}."),
                },
            );
            full
        });
        let also = (!term.also.is_empty()).then(|| {
            let names = crate::words::list(&term.also);
            let also: Element<'a, Message> = text::body(look, format!("Also called: {names}."));
            also
        });
        let note = term.note.as_deref();
        let note = note.map(|note| -> Element<'a, Message> { text::reading(look, note) });
        let see = see(term, look);
        let service = service_of(context, term)
            .and_then(|id| context.directory.service(id))
            .map(|service| {
                row_button(
                    look,
                    format!("words/service/{}", service.id),
                    service.name.as_str(),
                    Some("Open it in Find help"),
                    None,
                    Some((Icon::Find, Tint::Plain)),
                    Message::Service(service.id),
                )
            })
            .map(|row| {
                column![
                    text::section(look, "The service"),
                    widgets::list(look, "The service", vec![row])
                ]
                .spacing(gap::S)
            });
        let sure: Element<'a, Message> = match term.support {
            Support::NotChecked => {
                notice::due(look, "We could not check this", term.support.words()).into()
            }
            support => text::reading(look, support.words()),
        };
        let pages = guide_card::sources(
            look,
            &format!("words/{}", term.id),
            &term.sources,
            words::checked_on(),
            Message::Visit,
        );
        let problem = self
            .problem
            .as_ref()
            .map(|problem| -> Element<'a, Message> {
                notice::problem(look, "The question was not kept", problem.to_string()).into()
            });
        let mut texts = vec![term.term.as_str(), term.meaning.as_str()];
        texts.extend(term.also.iter().map(String::as_str));
        texts.extend(term.note.as_deref());
        let prefix = format!("words/{}", term.id);
        let short_forms = guide_card::short_forms(look, &prefix, &texts, Message::Open);
        column![
            widgets::page_header(look, term.term.as_str(), back, None),
            stands_for,
            text::reading(look, term.meaning.as_str()),
            also,
            note,
            see,
            service,
            guide_card::take_along(
                look,
                &format!("words/{}", term.id),
                Message::Ask(&term.id),
                Message::Note,
                Message::Copy(&term.id),
            ),
            problem,
            short_forms,
            column![text::section(look, "Where this comes from"), sure, pages].spacing(gap::S),
        ]
        .spacing(gap::L)
        .into()
    }
}

fn row_id(term: &Term) -> String {
    format!("words/term/{}", term.id)
}

fn row<'a>(term: &'static Term, look: &Look) -> Element<'a, Message> {
    let trailing = match term.support {
        Support::NotChecked => Some("Not checked".to_owned()),
        _ if term.old_name => Some("Old name".to_owned()),
        _ => None,
    };
    row_button(
        look,
        row_id(term),
        match &term.stands_for {
            // Two short forms stand together after the full name.
            Some(full) if term.term.contains(" or ") => format!("{full} ({})", term.term),
            Some(full) => format!("{} ({full})", term.term),
            None => term.term.clone(),
        },
        Some(term.meaning.clone()),
        trailing,
        None,
        Message::Open(&term.id),
    )
}

/// The name today of an old one, or the terms that belong to it.
fn see<'a>(term: &'static Term, look: &Look) -> Option<Element<'a, Message>> {
    let links: Vec<_> = term
        .see
        .iter()
        .filter_map(|id| words::find(id))
        .map(|other| {
            let id = format!("words/see/{}", other.id);
            let title = match &other.stands_for {
                Some(full) => format!("{} ({full})", other.term),
                None => other.term.clone(),
            };
            link(look, id, title, Message::Open(&other.id))
        })
        .collect();
    let title = if term.old_name {
        "The name today"
    } else {
        "See also"
    };
    (!links.is_empty()).then(|| {
        column![
            text::section(look, title),
            widgets::list_spaced(look, title, links, gap::XS)
        ]
        .spacing(gap::S)
        .into()
    })
}

/// Names of services and bodies that are no longer used, each with the name today.
fn old_names<'a>(
    context: &'a Context,
    names: &[&'a OldName],
    look: &Look,
) -> Option<Element<'a, Message>> {
    let rows: Vec<_> = names
        .iter()
        .map(|name| old_name(context, name, look))
        .collect();
    (!rows.is_empty()).then(|| {
        column![
            text::section(look, "Old names"),
            widgets::list(look, "Old names", rows)
        ]
        .spacing(gap::M)
        .into()
    })
}

fn old_name<'a>(context: &'a Context, name: &'a OldName, look: &Look) -> Element<'a, Message> {
    let since = name.since.as_ref();
    let since = since.map_or_else(String::new, |since| format!(" since {since}"));
    let mut now = match &name.now {
        Some(now) => format!("Now {now}{since}."),
        None => "This is an old name.".to_owned(),
    };
    if let Some(note) = &name.note {
        now = format!("{now} {note}");
    }
    let title = match &name.short {
        Some(short) => format!("{} ({short})", name.old),
        None => name.old.clone(),
    };
    let mut services = name.services.iter();
    let Some(service) = services.find_map(|slug| context.directory.by_slug(slug)) else {
        return column![text::strong(look, title), text::body(look, now)]
            .padding(gap::M)
            .into();
    };
    row_button(
        look,
        format!("words/old/{}", name.old),
        title,
        Some(now),
        None,
        None,
        Message::Service(service.id),
    )
}

fn service_of(context: &Context, term: &Term) -> Option<service::Id> {
    let slug = term.service.as_ref()?;
    Some(context.directory.by_slug(slug)?.id)
}

fn group_title(id: &str) -> &'static str {
    let group = words::groups().iter().find(|group| group.id == id);
    group.map_or("Words", |group| group.title.as_str())
}
