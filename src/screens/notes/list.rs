//! The list of notes: search, filters and rows.

use iced::widget::column;

use super::{Message as Screen, form::Form};
use crate::look::{Icon, Look, Tint, gap};
use crate::record::note::{self, Kind, Note, NoteFilter};
use crate::record::{Child, Error, child};
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

/// How many rows are shown at first, and how many more each time.
const ROWS: u32 = 20;
/// How many tags are offered.
const TAGS: usize = 12;

/// The list, as last read.
#[derive(Debug)]
pub(super) struct List {
    text: String,
    child: Option<child::Id>,
    kind: Option<Kind>,
    tag: Option<String>,
    more_filters: bool,
    limit: u32,
    rows: Vec<Row>,
    total: u32,
    is_empty: bool,
    children: Vec<(child::Id, String, usize)>,
    kinds: Vec<(Kind, usize)>,
    tags: Vec<String>,
    unsaved: Option<String>,
}

/// One row, ready to draw: nothing of a long note but its title.
#[derive(Debug)]
struct Row {
    id: note::Id,
    kind: Kind,
    title: String,
    detail: String,
    when: String,
}

/// What happened in the list.
#[derive(Debug, Clone)]
pub enum Message {
    /// Words to search for.
    Search(String),
    /// Only this child, or all again.
    Child(child::Id),
    /// Only this kind, or all again.
    Kind(Kind),
    /// Only this tag, or all again.
    Tag(String),
    /// Show the kinds and tags, or hide them.
    MoreFilters,
    /// No search and no filters.
    ShowAll,
    /// More rows.
    More,
}

impl Default for List {
    fn default() -> Self {
        Self {
            text: String::new(),
            child: None,
            kind: None,
            tag: None,
            more_filters: false,
            limit: ROWS,
            rows: Vec::new(),
            total: 0,
            is_empty: true,
            children: Vec::new(),
            kinds: Vec::new(),
            tags: Vec::new(),
            unsaved: None,
        }
    }
}

impl List {
    /// Reads the rows and the counts again. `unsaved` is the form, if it holds words.
    pub(super) fn read(
        &mut self,
        context: &Context,
        family: &[Child],
        unsaved: Option<&Form>,
    ) -> Result<(), Error> {
        let filter = self.filter();
        let today = context.today();
        let notes = context.read(|record| record.notes(&filter))?;
        self.rows = notes
            .iter()
            .map(|note| Row::of(note, family, today))
            .collect();
        let count = |filter: &NoteFilter| context.read(|record| record.note_count(filter));
        self.total = count(&filter)?;
        self.is_empty = count(&NoteFilter::default())? == 0;
        self.children.clear();
        for child in family {
            let of_child = NoteFilter {
                child: Some(child.id),
                ..filter.clone()
            };
            self.children
                .push((child.id, child.name.clone(), number(count(&of_child)?)));
        }
        self.kinds.clear();
        for kind in Kind::ALL {
            let of_kind = NoteFilter {
                kind: Some(*kind),
                ..filter.clone()
            };
            let found = number(count(&of_kind)?);
            if found > 0 || self.kind == Some(*kind) {
                self.kinds.push((*kind, found));
            }
        }
        let tags = context.read(|record| record.tags())?;
        self.tags = tags.into_iter().map(|(tag, _)| tag).take(TAGS).collect();
        self.unsaved = match unsaved {
            Some(form) if form.is_new() => Some(form.first_words()),
            _ => Form::waiting_draft(context)?,
        };
        Ok(())
    }

    pub(super) fn update(&mut self, message: Message) {
        self.limit = match message {
            Message::More => self.limit + ROWS,
            _ => ROWS,
        };
        match message {
            Message::Search(text) => self.text = text,
            Message::Child(child) => self.child = toggled(self.child.take(), child),
            Message::Kind(kind) => self.kind = toggled(self.kind.take(), kind),
            Message::Tag(tag) => self.tag = toggled(self.tag.take(), tag),
            Message::MoreFilters => {
                self.more_filters = !self.more_filters;
                if !self.more_filters {
                    self.kind = None;
                    self.tag = None;
                }
            }
            Message::ShowAll => {
                *self = Self {
                    tags: std::mem::take(&mut self.tags),
                    ..Self::default()
                };
            }
            Message::More => {}
        }
    }

    /// The tags in use, most used first.
    pub(super) fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Whether the note is among the rows.
    pub(super) fn has(&self, note: note::Id) -> bool {
        self.rows.iter().any(|row| row.id == note)
    }

    /// The note after this one, or else before it.
    pub(super) fn neighbour(&self, note: note::Id) -> Option<note::Id> {
        let place = self.rows.iter().position(|row| row.id == note)?;
        let other = self
            .rows
            .get(place + 1)
            .or_else(|| self.rows.get(place.checked_sub(1)?))?;
        Some(other.id)
    }

    fn filter(&self) -> NoteFilter {
        NoteFilter {
            child: self.child,
            kind: self.kind,
            tag: self.tag.clone(),
            text: Some(self.text.clone()).filter(|text| !text.trim().is_empty()),
            limit: Some(self.limit),
            offset: 0,
        }
    }

    pub(super) fn view<'a>(&'a self, look: &Look, problem: Option<&'a str>) -> Element<'a, Screen> {
        let write = button::main(look, "notes/new", "Write a note", Screen::New).icon(Icon::Add);
        let problem =
            problem.map(|problem| notice::problem(look, "Your notes could not be read", problem));
        let unsaved = self.unsaved.as_ref().map(|words| {
            notice::information(look, "A note is not saved yet", words.as_str()).action(
                button::plain(look, "notes/carry-on", "Carry on writing", Screen::New),
            )
        });
        if self.is_empty {
            let sentence =
                "Write down what was said, by whom and when. Your notes stay on this computer.";
            let empty = widgets::empty_state(look, sentence, Some(write.into()));
            return widgets::page(
                look,
                column![widgets::page_header(look, "Notes", None, None)]
                    .push(problem)
                    .push(unsaved)
                    .push(empty)
                    .spacing(gap::L),
            );
        }
        let found = if self.rows.is_empty() {
            let all = button::plain(
                look,
                "notes/show-all",
                "Show all notes",
                Screen::List(Message::ShowAll),
            );
            widgets::empty_state(look, "No note matches that.", Some(all.into()))
        } else {
            widgets::list(
                look,
                "Notes",
                self.rows.iter().map(|row| row.view(look)).collect(),
            )
        };
        let pager = widgets::pager(
            look,
            "notes/more",
            self.rows.len(),
            number(self.total),
            "notes",
            Screen::List(Message::More),
        );
        widgets::page(
            look,
            column![widgets::page_header(
                look,
                "Notes",
                None,
                Some(write.into())
            )]
            .push(problem)
            .push(unsaved)
            .push(self.filters(look))
            .push(found)
            .push(pager)
            .spacing(gap::L),
        )
    }

    fn filters<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let search = field::text(
            look,
            "notes/search",
            "Search your notes",
            &self.text,
            |text| Screen::List(Message::Search(text)),
        )
        .icon(Icon::Find)
        .hide_label()
        .placeholder("Search your notes");
        let mut first: Vec<Element<'a, Screen>> = self
            .children
            .iter()
            .map(|(id, name, count)| {
                widgets::chip(
                    look,
                    format!("notes/child/{id}"),
                    name.as_str(),
                    Some(*count),
                    self.child == Some(*id),
                    Screen::List(Message::Child(*id)),
                )
            })
            .collect();
        first.push(
            button::quiet(
                look,
                "notes/filters",
                if self.more_filters {
                    "Fewer filters"
                } else {
                    "More filters"
                },
                Screen::List(Message::MoreFilters),
            )
            .icon(Icon::Filters)
            .into(),
        );
        let kinds = self.kinds.iter().map(|(kind, count)| {
            widgets::chip(
                look,
                format!("notes/kind/{}", kind.code()),
                kind.words(),
                Some(*count),
                self.kind == Some(*kind),
                Screen::List(Message::Kind(*kind)),
            )
        });
        let tags = self.tags.iter().map(|tag| {
            widgets::chip(
                look,
                format!("notes/tag/{tag}"),
                tag.as_str(),
                None,
                self.tag.as_ref() == Some(tag),
                Screen::List(Message::Tag(tag.clone())),
            )
        });
        let kinds = self
            .more_filters
            .then(|| labelled(look, "Kind", kinds.collect()));
        let tags = (self.more_filters && !self.tags.is_empty())
            .then(|| labelled(look, "Tag", tags.collect()));
        column![search, widgets::wrap_row(first, gap::S)]
            .push(kinds)
            .push(tags)
            .spacing(gap::M)
            .into()
    }
}

impl Row {
    fn of(note: &Note, family: &[Child], today: jiff::civil::Date) -> Self {
        let people = words::one_line(&note.people);
        let kind = note.kind_in_words().map(str::to_owned);
        let mut facts: Vec<String> = match (note.kind, kind) {
            (Kind::PhoneCall | Kind::Meeting, Some(kind)) if !people.is_empty() => {
                vec![format!("{kind} with {people}")]
            }
            (_, kind) => kind
                .into_iter()
                .chain((!people.is_empty()).then(|| format!("With {people}")))
                .collect(),
        };
        let about = children::names(family, &note.children);
        if !about.is_empty() {
            facts.push(about);
        }
        if !note.tags.is_empty() {
            facts.push(format!("Tagged {}", words::one_line(&note.tags.join(", "))));
        }
        Self {
            id: note.id,
            kind: note.kind,
            title: words::one_line(&note.title()),
            detail: facts.join(". "),
            when: format!(
                "{}, {}",
                words::near_day(note.at.date(), today),
                words::time(note.at.time())
            ),
        }
    }

    fn view<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        widgets::row_button(
            look,
            format!("note/{}", self.id),
            self.title.as_str(),
            Some(self.detail.as_str()),
            Some(self.when.as_str()),
            Some(picture(self.kind)),
            Screen::Open(self.id),
        )
    }
}

/// The icon of a kind and the ground behind it.
fn picture(kind: Kind) -> (Icon, Tint) {
    match kind {
        Kind::PhoneCall => (Icon::Phone, Tint::Information),
        Kind::Meeting => (Icon::Talk, Tint::Community),
        Kind::School => (Icon::School, Tint::Education),
        Kind::Health => (Icon::Health, Tint::Health),
        Kind::Home => (Icon::Home, Tint::SocialCare),
        Kind::Letter => (Icon::Letter, Tint::Money),
        Kind::Other => (Icon::Notes, Tint::Plain),
    }
}

fn labelled<'a>(
    look: &Look,
    label: &'a str,
    chips: Vec<Element<'a, Screen>>,
) -> Element<'a, Screen> {
    column![
        widgets::strong_label(look, label),
        widgets::wrap_row(chips, gap::S)
    ]
    .spacing(gap::XS)
    .into()
}

fn toggled<T: PartialEq>(now: Option<T>, pressed: T) -> Option<T> {
    if now.as_ref() == Some(&pressed) {
        None
    } else {
        Some(pressed)
    }
}

fn number(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
