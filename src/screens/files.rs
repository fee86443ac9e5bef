//! Letters and files: all that the family added, and one of them.

use std::path::PathBuf;

use iced::widget::Id;

use super::shared::files_part::{self, FilesPart};
use super::{Action, Context, FilesStart, FilesToAdd, Place};
use crate::look::Look;
use crate::record::{Child, Error, attachment, child};
use crate::widgets::Element;

mod list;
mod one;

use list::List;
use one::One;

pub use one::Message as OneMessage;

/// The screen.
#[derive(Debug, Default)]
pub struct Files {
    list: List,
    one: Option<One>,
    part: FilesPart,
    family: Vec<Child>,
    problem: Option<String>,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to where the person came from.
    Back,
    /// Adding files.
    Part(files_part::Message),
    /// Typed in the search.
    Search(String),
    /// Only files about this child, or all again.
    Child(child::Id),
    /// All files again.
    ShowAll,
    /// More rows.
    More,
    /// Open the page of a file.
    Open(attachment::Id),
    /// Something on the page of one file.
    One(one::Message),
}

impl Files {
    /// The screen, before anything is read.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the list, or one file.
    pub fn enter(&mut self, context: &Context, start: FilesStart) {
        match start {
            FilesStart::List => self.one = None,
            FilesStart::Child(id) => {
                self.one = None;
                self.list.only(id);
            }
            FilesStart::One(id) => {
                if self.one.as_ref().is_none_or(|one| one.id() != id) {
                    self.one = Some(One::new(id));
                }
            }
        }
        self.refresh(context);
    }

    /// Reads everything again; what is typed stays.
    pub fn refresh(&mut self, context: &Context) {
        self.problem = self.read(context).err().map(|problem| problem.to_string());
    }

    fn read(&mut self, context: &Context) -> Result<(), Error> {
        self.family = context.read(|record| record.children())?;
        self.list.read(context)?;
        self.part.about(self.list.child());
        match &mut self.one {
            Some(one) => one.read(context),
            None => Ok(()),
        }
    }

    /// These files, to be added here.
    pub fn adding(&self, paths: Vec<PathBuf>) -> FilesToAdd {
        self.part.adding(paths)
    }

    /// Files were added: what was typed for that has done its work.
    pub fn added(&mut self) {
        self.part.added();
    }

    /// Answers a press, or typing.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Back => return Action::Back,
            Message::Part(message) => return self.part.update(context, message).map(Message::Part),
            Message::Open(id) => return Action::Open(Place::Files(FilesStart::One(id))),
            Message::One(message) => {
                return match &mut self.one {
                    Some(one) => one.update(context, message),
                    None => Action::None,
                };
            }
            Message::Search(text) => self.list.search(text),
            Message::Child(id) => self.list.toggle(id),
            Message::ShowAll => {
                self.list.show_all();
                self.refresh(context);
                return Action::Focus(Id::new(list::SEARCH));
            }
            Message::More => self.list.more(),
        }
        self.refresh(context);
        Action::None
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let problem = self.problem.as_deref();
        match &self.one {
            Some(one) => one.view(context, look, &self.family, problem),
            None => (self.list).view(context, look, &self.family, &self.part, problem),
        }
    }
}
