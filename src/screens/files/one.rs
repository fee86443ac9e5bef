//! One file: what it is, what it is about, and copies of it.

use iced::Task;
use iced::widget::Id;

use super::Message as Screen;
use crate::platform::dialogs::{Answer, Wanted};
use crate::record::attachment::{self, BelongsTo};
use crate::record::{Attachment, Error, child};
use crate::screens::shared::children;
use crate::screens::shared::files_part::typed_path;
use crate::screens::{Action, AppointmentsStart, Context, FileWork, NotesStart, Place};
use crate::words;

mod view;

/// The field for the family’s own name.
const TITLE: &str = "file/title";

/// The field for where a copy goes.
const PATH: &str = "file/path";

/// The page.
#[derive(Debug)]
pub(super) struct One {
    id: attachment::Id,
    /// `None` when it is in the bin, or gone for good.
    file: Option<Attachment>,
    /// What it was added to, in words.
    belongs: Option<(String, Place)>,
    /// The name that is being typed.
    title: Option<String>,
    more_open: bool,
    path: Option<String>,
    path_problem: Option<String>,
    problem: Option<String>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Open a copy in another program.
    OpenCopy,
    /// Ask where a copy goes.
    SaveCopy,
    /// It was chosen, or not.
    SaveTo(Answer),
    /// Show the field for where a copy goes, or hide it.
    Type,
    /// Where a copy goes, as typed.
    Path(String),
    /// Write a copy there.
    SaveTyped,
    /// Change the name.
    Rename,
    /// The name, as typed.
    Title(String),
    /// Keep the name.
    KeepTitle,
    /// Leave the name as it is.
    LeaveTitle,
    /// About this child, or no longer.
    Child(child::Id),
    /// Open what it was added to.
    OpenOwner,
    /// Show the check number, or hide it.
    More,
    /// Put the file into the bin.
    Delete,
}

impl One {
    pub(super) fn new(id: attachment::Id) -> Self {
        Self {
            id,
            file: None,
            belongs: None,
            title: None,
            more_open: false,
            path: None,
            path_problem: None,
            problem: None,
        }
    }

    pub(super) fn id(&self) -> attachment::Id {
        self.id
    }

    pub(super) fn read(&mut self, context: &Context) -> Result<(), Error> {
        self.file = context.read(|record| record.attachment(self.id))?;
        let belongs = self.file.as_ref().and_then(|file| file.belongs_to);
        self.belongs = context.read(|record| {
            Ok(match belongs {
                Some(BelongsTo::Note(id)) => record.note(id)?.map(|note| {
                    let title = words::one_line(&note.title());
                    let place = Place::Notes(NotesStart::One(id));
                    (format!("Note: {title}"), place)
                }),
                Some(BelongsTo::Appointment(id)) => record.appointment(id)?.map(|it| {
                    let title = words::one_line(&it.title());
                    let on = words::date(it.starts.date());
                    let place = Place::Appointments(AppointmentsStart::One(id));
                    (format!("Appointment: {title}, {on}"), place)
                }),
                None => None,
            })
        })?;
        Ok(())
    }

    pub(super) fn update(&mut self, context: &mut Context, message: Message) -> Action<Screen> {
        self.problem = None;
        let Some(file) = self.file.clone() else {
            return Action::None;
        };
        match message {
            Message::OpenCopy => Action::File(FileWork::OpenCopy(self.id)),
            Message::SaveCopy => {
                let asked = context.dialogs.ask(Wanted::Save {
                    title: "Save a copy".to_owned(),
                    name: file.name,
                });
                let task = Task::perform(asked, |answer| Screen::One(Message::SaveTo(answer)));
                Action::Run(task)
            }
            Message::SaveTo(Ok(chosen)) => match chosen.into_iter().next() {
                Some(path) => Action::File(FileWork::SaveCopy(self.id, path)),
                None => Action::None,
            },
            Message::SaveTo(Err(problem)) => {
                self.path_problem = Some(problem.to_string());
                self.suggest(context, &file.name)
            }
            Message::Type if self.path.is_some() => {
                self.path = None;
                Action::None
            }
            Message::Type => {
                self.path_problem = None;
                self.suggest(context, &file.name)
            }
            Message::Path(typed) => {
                self.path = Some(typed);
                self.path_problem = None;
                Action::None
            }
            Message::SaveTyped => self.save_typed(),
            Message::Rename => {
                self.title = Some(file.title());
                Action::Focus(Id::new(TITLE))
            }
            Message::Title(typed) => {
                self.title = Some(typed);
                Action::None
            }
            Message::LeaveTitle => {
                self.title = None;
                Action::Focus(Id::new("file/rename"))
            }
            Message::KeepTitle => self.keep_title(context, file),
            Message::Child(child) => {
                let mut file = file;
                children::toggle(&mut file.children, child);
                let said = "File changed";
                let done = context.change(said, |change| change.put_attachment(&file));
                self.after(context, done, Action::Saved(said.to_owned()))
            }
            Message::OpenOwner => match &self.belongs {
                Some((_, place)) => Action::Open(place.clone()),
                None => Action::None,
            },
            Message::More => {
                self.more_open = !self.more_open;
                Action::None
            }
            Message::Delete => self.delete(context),
        }
    }

    /// Shows the field for a path, with one that would do.
    fn suggest(&mut self, context: &Context, name: &str) -> Action<Screen> {
        let path = context.folders.documents().join(name);
        self.path = Some(path.display().to_string());
        Action::Focus(Id::new(PATH))
    }

    fn save_typed(&mut self) -> Action<Screen> {
        let path = typed_path(self.path.as_deref().unwrap_or_default());
        let folder = path.parent().unwrap_or(&path);
        self.path_problem = if path.exists() {
            Some("There is something with this name already. Choose another name.".to_owned())
        } else if path.as_os_str().is_empty() || !folder.is_dir() {
            Some("There is no such folder. Check each part of it.".to_owned())
        } else {
            self.path = None;
            return Action::File(FileWork::SaveCopy(self.id, path));
        };
        Action::Focus(Id::new(PATH))
    }

    fn keep_title(&mut self, context: &mut Context, file: Attachment) -> Action<Screen> {
        let typed = self.title.as_deref().unwrap_or_default().trim().to_owned();
        // The name that the file had is no name of one’s own.
        let title = if typed == file.name {
            String::new()
        } else {
            typed
        };
        let file = Attachment { title, ..file };
        let done = context.change("File renamed", |change| change.put_attachment(&file));
        let then = Action::Several(vec![
            Action::Saved("File renamed".to_owned()),
            Action::Focus(Id::new("file/rename")),
        ]);
        if done.is_ok() {
            self.title = None;
        }
        self.after(context, done, then)
    }

    fn delete(&mut self, context: &mut Context) -> Action<Screen> {
        let done = context.change("File deleted", |change| change.delete_attachment(self.id));
        let then = Action::Several(vec![
            Action::Back,
            Action::Saved("File deleted. It stays in the bin for 30 days.".to_owned()),
        ]);
        self.after(context, done, then)
    }

    fn after(
        &mut self,
        context: &Context,
        done: Result<(), Error>,
        then: Action<Screen>,
    ) -> Action<Screen> {
        match done.and_then(|()| self.read(context)) {
            Ok(()) => then,
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }
}
