//! Notes: what was said, by whom, about which child.
//!
//! Two pages share this screen: the list, and the form where a note is written or changed. The
//! form stays as it is when the person looks something up elsewhere and comes back.

use iced::widget::Id;

use super::shared::files_part;
use super::{Action, Context, NotesStart, Place};
use crate::look::Look;
use crate::record::note::{self, Kind};
use crate::record::{Child, Error};
use crate::widgets::Element;

mod form;
mod list;
mod tags;

use form::Form;
use list::List;

/// The screen.
#[derive(Debug, Default)]
pub struct Notes {
    list: List,
    form: Option<Form>,
    form_open: bool,
    family: Vec<Child>,
    last_kind: Option<Kind>,
    problem: Option<String>,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Write a new note, or carry on with the one begun.
    New,
    /// Open a note.
    Open(note::Id),
    /// Leave the form for the list.
    AllNotes,
    /// Keep the note.
    Save,
    /// Put the note into the bin.
    Delete,
    /// Open the service that the note is about.
    OpenService,
    /// Something in the list.
    List(list::Message),
    /// Something in the form.
    Form(form::Message),
    /// Letters and files of the note.
    Files(files_part::Message),
}

impl Notes {
    /// The screen, before anything is read.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the list, a new note or one note. Words that are not saved yet are never replaced.
    pub fn enter(&mut self, context: &Context, start: NotesStart) {
        match start {
            NotesStart::List => {
                let has_words = self.form.as_ref().is_some_and(Form::has_words);
                self.form_open = self.form_open && has_words;
            }
            NotesStart::New { child, service } => {
                self.open_new(context);
                if let Some(form) = &mut self.form {
                    form.start_about(child, service);
                }
            }
            NotesStart::About {
                words,
                tag,
                children,
                service,
            } => {
                self.open_new(context);
                if let Some(form) = &mut self.form {
                    form.start_with(&words, &tag, children, service);
                }
            }
            NotesStart::One(id) => {
                let carries_on = self
                    .form
                    .as_ref()
                    .is_some_and(|form| form.id() == id && form.has_words());
                if !carries_on {
                    let opened = Form::open(context, id);
                    self.show(opened);
                }
                self.form_open = self.form.is_some();
            }
        }
        self.refresh(context);
    }

    /// A new note, or the one that is half written.
    fn open_new(&mut self, context: &Context) {
        let carries_on = self
            .form
            .as_ref()
            .is_some_and(|form| form.is_new() && form.has_words());
        if !carries_on {
            let kind = self.last_kind.unwrap_or(Kind::Other);
            let opened = Form::open_new(context, kind);
            self.show(opened.map(Some));
        }
        self.form_open = true;
    }

    /// Shows the list. What the form holds stays, and the list offers to go on with it.
    pub fn leave_form(&mut self) {
        self.form_open = false;
    }

    /// Which of its pages is shown; `None` while a new note is written.
    pub fn shows(&self) -> Option<NotesStart> {
        match self.form.as_ref().filter(|_| self.form_open) {
            None => Some(NotesStart::List),
            Some(form) if form.is_new() => None,
            Some(form) => Some(NotesStart::One(form.id())),
        }
    }

    /// Reads the list again, and the open note unless it is being changed.
    pub fn refresh(&mut self, context: &Context) {
        let read = self.read(context);
        self.keep_problem(read);
    }

    /// Answers a press, or typing.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::New => Action::Open(Place::Notes(NotesStart::New {
                child: None,
                service: None,
            })),
            Message::Open(id) => Action::Open(Place::Notes(NotesStart::One(id))),
            Message::AllNotes => {
                let kept = self.autosave(context).map(|_| ());
                self.keep_problem(kept);
                self.form_open = false;
                self.refresh(context);
                Action::Focus(title_id())
            }
            Message::Save => self.save(context),
            Message::Delete => self.delete(context),
            Message::OpenService => match self.form.as_ref().and_then(Form::service) {
                Some(service) => Action::Open(Place::Service(service)),
                None => Action::None,
            },
            Message::List(message) => {
                self.list.update(message);
                self.refresh(context);
                Action::None
            }
            Message::Files(message) => match &mut self.form {
                Some(form) => form.files.update(context, message).map(Message::Files),
                None => Action::None,
            },
            Message::Form(message) => match &mut self.form {
                Some(form) => form.update(message),
                None => Action::None,
            },
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        match self.form.as_ref().filter(|_| self.form_open) {
            Some(form) => form.view(context, look, &self.family, self.list.tags()),
            None => self.list.view(look, self.problem.as_deref()),
        }
    }

    /// Whether the form holds words that are not saved.
    pub fn is_writing(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_writing)
    }

    /// Keeps what is being written as a draft, if it changed. True when something was kept.
    ///
    /// # Errors
    /// When the record could not be written.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, Error> {
        match &mut self.form {
            Some(form) => form.keep_draft(context),
            None => Ok(false),
        }
    }

    fn save(&mut self, context: &mut Context) -> Action<Message> {
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        let note = match form.finished(context) {
            Ok(note) => note,
            Err(first_wrong) => return Action::Focus(first_wrong),
        };
        let label = if form.is_new() {
            "Note added"
        } else {
            "Note changed"
        };
        match context.change(label, |change| change.put_note(&note)) {
            Ok(()) => {
                let forgotten = form.forget_draft(context);
                self.last_kind = Some(note.kind);
                self.close_form(context);
                self.keep_problem(forgotten);
                let row = self.list.has(note.id).then(|| row_id(note.id));
                Action::Several(vec![
                    Action::Saved("Note saved".to_owned()),
                    Action::Focus(row.unwrap_or_else(title_id)),
                ])
            }
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                form.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    /// Puts the open note into the bin. A note that was never saved goes there too, so that its
    /// words can still be brought back.
    fn delete(&mut self, context: &mut Context) -> Action<Message> {
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        let note = form.as_typed();
        let added = if form.is_new() {
            context.change("Note added", |change| change.put_note(&note))
        } else {
            Ok(())
        };
        let deleted = added
            .and_then(|()| context.change("Note deleted", |change| change.delete_note(note.id)));
        match deleted {
            Ok(()) => {
                let forgotten = form.forget_draft(context);
                let neighbour = self.list.neighbour(note.id).map(row_id);
                self.close_form(context);
                self.keep_problem(forgotten);
                Action::Several(vec![
                    Action::Saved("Note deleted. It stays in the bin for 30 days.".to_owned()),
                    Action::Focus(neighbour.unwrap_or_else(title_id)),
                ])
            }
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                form.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    /// Files were added: what was typed for that has done its work.
    pub fn files_were_added(&mut self) {
        if let Some(form) = &mut self.form {
            form.files.added();
        }
    }

    fn close_form(&mut self, context: &Context) {
        self.form = None;
        self.form_open = false;
        self.refresh(context);
    }

    fn show(&mut self, opened: Result<Option<Form>, Error>) {
        match opened {
            Ok(form) => self.form = form,
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    fn read(&mut self, context: &Context) -> Result<(), Error> {
        self.family = context.read(|record| record.children())?;
        if let Some(form) = &mut self.form
            && !form.refresh(context)?
        {
            self.form = None;
            self.form_open = false;
        }
        let unsaved = self.form.as_ref().filter(|form| form.has_words());
        self.list.read(context, &self.family, unsaved)
    }

    fn keep_problem(&mut self, result: Result<(), Error>) {
        self.problem = result.err().map(|problem| problem.to_string());
    }
}

fn row_id(note: note::Id) -> Id {
    Id::from(format!("note/{note}"))
}

fn title_id() -> Id {
    Id::new("page-title")
}
