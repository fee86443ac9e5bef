//! Shown when a record is there and will not open: what happened, what is safe, what to do.
//! Nothing of the record is written while it shows.

use jiff::ZonedDateTime;

use crate::platform::opening::Link;
use crate::record::rescue::Rescued;
use crate::record::{self, Record, backup};
use crate::screens::{Action, Context, FindStart, Keeping, Place};

mod cases;
mod view;

pub use view::banner;

/// The screen.
#[derive(Debug, Default)]
pub struct Rescue {
    rescued: Option<Rescued>,
    busy: bool,
    problem: Option<String>,
    /// When the newest backup was made that can be found.
    newest_backup: Option<ZonedDateTime>,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Look for services, which needs no record.
    FindHelp,
    /// Open the folder that the record is in.
    OpenFolder,
    /// Copy the folder's path.
    CopyFolder,
    /// Look at a backup, to use it.
    Backup,
    /// Read what can be read.
    Read,
    /// Look through what was read.
    LookThrough,
    /// Use what was read as the record.
    UseIt,
    /// Leave what was read, and come back here.
    Leave,
    /// What can be done about a folder that may only be read.
    ReadOnlyFolder,
    /// Try to open the record again.
    Again,
}

impl Rescue {
    /// The screen.
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks for backups to offer.
    pub fn enter(&mut self, context: &Context) {
        let folders = &context.folders;
        let newest = backup::found(folders.data(), &folders.sticks());
        self.newest_backup = newest.into_iter().next().map(|one| one.made);
        self.problem = None;
    }

    /// What could be read came back, or nothing could.
    pub fn rescued(&mut self, rescued: Result<Rescued, record::Error>) {
        self.busy = false;
        match rescued {
            Ok(rescued) => self.rescued = Some(rescued),
            Err(problem) => {
                self.problem = Some(format!("Nothing of it could be read. {problem}"));
            }
        }
    }

    /// Takes what was read, to look through it.
    pub fn take(&mut self) -> Option<Record> {
        let rescued = self.rescued.take()?;
        Some(rescued.record)
    }

    /// Answers a press.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        if self.busy {
            return Action::None;
        }
        let folder = context.folders.data().display().to_string();
        match message {
            Message::FindHelp => Action::Open(Place::FindHelp(FindStart::Search)),
            Message::Backup => Action::Open(Place::Restore(None)),
            Message::OpenFolder => Action::Visit(Link::Folder(folder)),
            Message::CopyFolder => Action::CopyOnly {
                said: "Copied where your record is kept.".to_owned(),
                words: folder,
            },
            Message::Read => {
                self.busy = true;
                self.problem = None;
                Action::Keeping(Keeping::Rescue)
            }
            Message::LookThrough => Action::Keeping(Keeping::LookThrough),
            Message::UseIt => {
                let kept = self.rescued.as_ref().map(|rescued| &rescued.kept);
                match kept {
                    Some(Ok(path)) => Action::Open(Place::Restore(Some(path.clone()))),
                    _ => Action::None,
                }
            }
            Message::Leave => Action::Keeping(Keeping::StopReading),
            Message::ReadOnlyFolder => Action::Say(format!(
                "To write again, let your account change files in {folder}. Then start Withy again."
            )),
            Message::Again => Action::Keeping(Keeping::TryAgain),
        }
    }
}
