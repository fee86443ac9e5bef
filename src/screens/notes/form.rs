//! The form where a note is written or changed.

use iced::widget::Id;
use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::tags;
use crate::directory::service;
use crate::record::attachment::BelongsTo;
use crate::record::note::{self, Kind, Note};
use crate::record::{Error, child};
use crate::screens::shared::children;
use crate::screens::shared::drafts::FormDraft;
use crate::screens::shared::files_part::FilesPart;
use crate::screens::shared::moment::TypedMoment;
use crate::screens::{Action, Context};
use crate::widgets::field::{Edit, Writing};
use crate::words;

mod view;

/// The key of the draft of a new note.
const NEW: &str = "note/new";

/// What is being written.
#[derive(Debug)]
pub(super) struct Form {
    note: Note,
    is_new: bool,
    text: Writing,
    tags: String,
    when: TypedMoment,
    when_open: bool,
    has_words: bool,
    restored: bool,
    /// The first line of the note that was asked for while this one was half written.
    instead_of: Option<String>,
    text_problem: Option<&'static str>,
    draft: FormDraft,
    /// The letters and files of the note.
    pub(super) files: FilesPart,
    /// Why saving failed.
    pub(super) problem: Option<String>,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// The words of the note.
    Text(Edit),
    /// The kind of note.
    Kind(Kind),
    /// Who was there, or on the phone.
    People(String),
    /// About this child, or no longer.
    Child(child::Id),
    /// The tags, as typed.
    Tags(String),
    /// The chip of a known tag.
    Tag(String),
    /// Open the fields for date and time.
    ChangeWhen,
    /// The date, as typed.
    Date(String),
    /// The time, as typed.
    Time(String),
    /// The note is not about a service.
    NoService,
}

/// A form as its draft is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    text: String,
    kind: String,
    people: String,
    children: Vec<Uuid>,
    service: Option<service::Id>,
    tags: String,
    at: ZonedDateTime,
    when: TypedMoment,
    when_open: bool,
}

impl Form {
    /// A new note, or the one that was begun and not saved.
    pub(super) fn open_new(context: &Context, kind: Kind) -> Result<Self, Error> {
        let mut note = Note::new(&context.now());
        note.kind = kind;
        let mut form = Self::of(note, true);
        form.restore(context)?;
        Ok(form)
    }

    /// A note that is kept, with what was typed since; `None` when it is no longer there.
    pub(super) fn open(context: &Context, id: note::Id) -> Result<Option<Self>, Error> {
        let Some(note) = context.read(|record| record.note(id))? else {
            return Ok(None);
        };
        let mut form = Self::of(note, false);
        form.restore(context)?;
        Ok(Some(form))
    }

    /// The first words of the new note that was begun and not saved, if there is one.
    pub(super) fn waiting_draft(context: &Context) -> Result<Option<String>, Error> {
        let draft = FormDraft::new(NEW).read::<Draft>(context)?;
        Ok(draft.map(|draft| first_words(&draft.text)))
    }

    fn of(note: Note, is_new: bool) -> Self {
        let key = if is_new {
            NEW.to_owned()
        } else {
            format!("note/{}", note.id)
        };
        Self {
            text: Writing::new(&note.text),
            tags: tags::write(&note.tags),
            when: TypedMoment::of(&note.at),
            note,
            is_new,
            when_open: false,
            has_words: false,
            restored: false,
            instead_of: None,
            text_problem: None,
            draft: FormDraft::new(key),
            files: FilesPart::default(),
            problem: None,
        }
    }

    fn restore(&mut self, context: &Context) -> Result<(), Error> {
        let Some(draft) = self.draft.read::<Draft>(context)? else {
            return Ok(());
        };
        self.text = Writing::carried_on(&draft.text);
        self.tags = draft.tags;
        self.when = draft.when;
        self.when_open = draft.when_open;
        self.note.kind = Kind::from_code(&draft.kind).unwrap_or(self.note.kind);
        self.note.people = draft.people;
        self.note.children = draft.children.into_iter().map(child::Id).collect();
        self.note.service = draft.service;
        self.note.at = draft.at;
        self.has_words = true;
        self.restored = true;
        Ok(())
    }

    pub(super) fn id(&self) -> note::Id {
        self.note.id
    }

    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Whether anything was typed or chosen that is not saved.
    pub(super) fn has_words(&self) -> bool {
        self.has_words
    }

    /// Whether there is anything to keep, or a draft to let go of.
    pub(super) fn is_writing(&self) -> bool {
        self.has_words || self.draft.is_behind()
    }

    pub(super) fn service(&self) -> Option<service::Id> {
        self.note.service
    }

    /// The first words, for the list.
    pub(super) fn first_words(&self) -> String {
        first_words(&self.text.text())
    }

    /// The child and service that a new note is about, where nothing was chosen yet.
    pub(super) fn start_about(&mut self, child: Option<child::Id>, service: Option<service::Id>) {
        self.instead_of = None;
        if self.note.children.is_empty() {
            self.note.children.extend(child);
        }
        self.note.service = self.note.service.or(service);
    }

    /// Begins a new note with these words. A note that is half written is never touched: it stays,
    /// and says that it does.
    pub(super) fn start_with(
        &mut self,
        words: &str,
        tag: &str,
        children: Vec<child::Id>,
        service: Option<service::Id>,
    ) {
        if self.has_words {
            let first = words.trim_end_matches([':', '\n']);
            self.instead_of = Some(first_words(first).replace(":”", "”"));
            return;
        }
        self.text = Writing::carried_on(words);
        // Under the first line, ready to write.
        let (anchor, focus) = ((1, 0), (1, 0));
        self.text.apply(Edit::Select { anchor, focus });
        self.tags = tag.to_owned();
        self.note.children = children;
        self.note.service = service;
    }

    /// Reads the note again unless it is being changed. A changed note that is no longer kept
    /// becomes a new one, so that saving brings the words back. False when there is nothing left
    /// to show: it is gone, and nobody had changed it.
    pub(super) fn refresh(&mut self, context: &Context) -> Result<bool, Error> {
        if self.is_new {
            return Ok(true);
        }
        match context.read(|record| record.note(self.note.id))? {
            Some(note) if !self.has_words => {
                let files = std::mem::take(&mut self.files);
                *self = Self {
                    files,
                    ..Self::of(note, false)
                };
            }
            Some(_) => {}
            None if !self.has_words => return Ok(false),
            None => {
                self.note.id = note::Id::new(&context.now());
                self.is_new = true;
                self.has_words = true;
                self.draft = FormDraft::new(NEW);
                self.draft.touch();
                return Ok(true);
            }
        }
        let note = BelongsTo::Note(self.note.id);
        self.files.read(context, note, &self.note.children)?;
        Ok(true)
    }

    pub(super) fn update(&mut self, message: Message) -> Action<super::Message> {
        let mut focus = None;
        match message {
            Message::Text(edit) => {
                let changes = edit.changes_words();
                self.text.apply(edit);
                if !changes {
                    return Action::None;
                }
                self.text_problem = None;
            }
            Message::Kind(kind) => self.note.kind = kind,
            Message::People(people) => self.note.people = people,
            Message::Child(child) => children::toggle(&mut self.note.children, child),
            Message::Tags(typed) => self.tags = typed,
            Message::Tag(tag) => self.tags = tags::toggled(&self.tags, &tag),
            Message::ChangeWhen => {
                self.when_open = true;
                return Action::Focus(Id::new("notes/date"));
            }
            Message::Date(typed) => self.when.type_date(typed),
            Message::Time(typed) => self.when.type_time(typed),
            Message::NoService => {
                self.note.service = None;
                focus = Some(Id::new("notes/text"));
            }
        }
        self.has_words = !self.is_new || !self.is_blank();
        self.draft.touch();
        focus.map_or(Action::None, Action::Focus)
    }

    /// Whether nothing is written in it. What is only chosen is quickly chosen again.
    fn is_blank(&self) -> bool {
        let typed = [&self.note.people, &self.tags];
        self.text.is_empty() && typed.iter().all(|words| words.trim().is_empty())
    }

    /// The note as it will be kept.
    ///
    /// # Errors
    /// The control to put right first; what is wrong is said under each.
    pub(super) fn finished(&mut self, context: &Context) -> Result<Note, Id> {
        let mut note = self.as_typed();
        let is_empty = note.text.trim().is_empty() && note.people.trim().is_empty();
        if is_empty {
            self.text_problem = Some("Write a few words, then save the note.");
        }
        // A time that nobody touched keeps its seconds, so that notes of one minute stay in order.
        if self.when != TypedMoment::of(&note.at) {
            match self.when.read(context.today(), context.clock.zone()) {
                Some(at) => note.at = at,
                None if self.when.date_problem.is_some() => return Err(Id::new("notes/date")),
                None => return Err(Id::new("notes/time")),
            }
        }
        if is_empty {
            Err(Id::new("notes/text"))
        } else {
            Ok(note)
        }
    }

    /// The note with the words as they are, and the time it had before.
    pub(super) fn as_typed(&self) -> Note {
        Note {
            text: self.text.text(),
            people: self.note.people.trim().to_owned(),
            tags: tags::read(&self.tags),
            ..self.note.clone()
        }
    }

    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, Error> {
        let Self {
            note,
            text,
            tags,
            when,
            when_open,
            has_words,
            draft,
            ..
        } = self;
        let has_words = *has_words;
        let words = || Draft {
            text: text.text(),
            kind: note.kind.code().to_owned(),
            people: note.people.clone(),
            children: note.children.iter().map(|child| child.0).collect(),
            service: note.service,
            tags: tags.clone(),
            at: note.at.clone(),
            when: when.clone(),
            when_open: *when_open,
        };
        draft.keep(context, || has_words.then(words))
    }

    pub(super) fn forget_draft(&mut self, context: &mut Context) -> Result<(), Error> {
        self.draft.forget(context)
    }
}

fn first_words(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.map_or_else(
        || "It has no words yet.".to_owned(),
        |line| format!("“{}”", words::one_line(line)),
    )
}
