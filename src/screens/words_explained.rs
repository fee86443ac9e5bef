//! Words explained: every term and short form, what it stands for, what it means, and how sure
//! we are. Old names lead to new ones.

use iced::widget::column;

use crate::directory::OldName;
use crate::directory::service;
use crate::guide::words::{self, Support, Term};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::screens::shared::keeping::{self, Kept, Leaf};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, field, row_button, words as text};

mod one;

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
    kept: Kept,
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
    /// Something to keep from a word.
    Keep(keeping::Message),
    /// A page that a meaning rests on.
    Visit(String),
    /// A term was pressed where a text uses it.
    Press(Press),
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
            kept: Kept::default(),
        }
    }

    /// Opens the list as it was left, or one term by its id.
    pub fn enter(&mut self, context: &Context, term: Option<&str>) {
        self.open = term.and_then(words::find);
        self.kept.turn_the_page();
        self.refresh(context);
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
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
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Press(_)) {
            context.meaning = None;
        }
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
            Message::Keep(message) => {
                let open = self.open;
                let leaf =
                    |context: &Context| open.map_or_else(Leaf::default, |term| leaf(context, term));
                self.kept.update(context, message, leaf)
            }
            Message::Visit(url) => Action::Visit(Link::Website(url)),
            Message::Press(press) => terms::update(context, press),
        }
    }

    /// Draws the list, or one term.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Press);
        match self.open {
            Some(term) => widgets::page(look, self.term(term, context, look, terms)),
            None => widgets::page(look, self.list(context, look, terms)),
        }
    }

    fn list<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
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
        let shown: Vec<_> = found.into_iter().take(self.shown).collect();
        // A row says what its word means.
        for term in &shown {
            terms.explained(term);
        }
        let rows: Vec<_> = shown.iter().map(|term| row(term, look, terms)).collect();
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
            terms.reading(
                "Special educational needs and disabilities is called SEND. \
                 Some children have an education, health and care (EHC) plan. \
                 Press a word to see where its meaning comes from.",
            ),
            search,
            self.groups(context, look, terms),
            nothing,
            old_names(context, &old, look, terms),
            meant,
            more,
            terms.rest(),
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

    fn groups<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        let chip = |id: &str, title: &'static str, count: usize, group: Group| {
            terms.note(title);
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
}

fn row_id(term: &Term) -> String {
    format!("words/term/{}", term.id)
}

fn row<'a>(term: &'static Term, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    terms.note(&term.meaning);
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

/// Names of services and bodies that are no longer used, each with the name today.
fn old_names<'a>(
    context: &'a Context,
    names: &[&'a OldName],
    look: &Look,
    terms: &Terms<Message>,
) -> Option<Element<'a, Message>> {
    let rows: Vec<_> = names
        .iter()
        .map(|name| old_name(context, name, look, terms))
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

fn old_name<'a>(
    context: &'a Context,
    name: &'a OldName,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
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
        return column![terms.strong(title), terms.body(now)]
            .padding(gap::M)
            .into();
    };
    terms.note(&title);
    terms.note(&now);
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

/// The question that a word brings.
fn question(term: &Term) -> String {
    format!("What does ‘{}’ mean for us?", term.term)
}

/// What the step says that keeps a word.
fn step_words(term: &Term) -> String {
    format!("Ask about this word: {}", term.name_in_full())
}

/// A word as it can be taken along.
fn leaf(context: &Context, term: &Term) -> Leaf {
    Leaf {
        title: term.name_in_full(),
        step: step_words(term),
        tag: "words".to_owned(),
        service: service_of(context, term),
        text: term.as_text(),
    }
}

fn group_title(id: &str) -> &'static str {
    let group = words::groups().iter().find(|group| group.id == id);
    group.map_or("Words", |group| group.title.as_str())
}
