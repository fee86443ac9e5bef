//! Shown when a record is there and will not open: what happened, what is safe, what to do.
//! Nothing is written while it shows.

use crate::look::{Look, gap};
use crate::platform::one_window;
use crate::platform::opening::Link;
use crate::record::Error;
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::{self, Element, button, notice};

/// The screen.
#[derive(Debug, Default)]
pub struct Rescue;

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
}

impl Rescue {
    /// The screen.
    pub fn new() -> Self {
        Self
    }

    /// Answers a press.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        let folder = context.folders.data().display().to_string();
        match message {
            Message::FindHelp => Action::Open(Place::FindHelp(FindStart::Search)),
            Message::Backup => Action::Open(Place::Restore(None)),
            Message::OpenFolder => Action::Visit(Link::Folder(folder)),
            Message::CopyFolder => Action::CopyOnly {
                said: "Copied where your record is kept.".to_owned(),
                words: folder,
            },
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let problem = match (&context.closed, &context.record_problem) {
            (Some(closed), _) => closed.to_string(),
            (None, Some(problem)) => problem.to_string(),
            (None, None) => String::new(),
        };
        let (title, safe, kept) = match context.closed {
            Some(one_window::Error::AlreadyOpen) => (
                "Withy is already open",
                "Your record is safe in the other window.",
                "It is kept in",
            ),
            Some(one_window::Error::Folder(_)) => (
                "This folder cannot be used",
                "Nothing was changed or deleted.",
                "Withy was told to keep things in",
            ),
            None => (
                "Your record did not open",
                "Nothing was changed or deleted. Your record is just as it was.",
                "It is kept in",
            ),
        };
        let helps = context.closed.is_none()
            && matches!(
                context.record_problem,
                Some(
                    Error::Damaged
                        | Error::NotOurs
                        | Error::Empty
                        | Error::NotThere
                        | Error::KeysDamaged
                        | Error::KeysMissing
                )
            );
        let backup = helps
            .then(|| button::plain(&look, "rescue/backup", "Use a backup", Message::Backup).into());
        let folder = format!("{kept} {}.", context.folders.data().display());
        widgets::page(
            &look,
            iced::widget::column![
                widgets::page_header(&look, title, None, None),
                notice::problem(&look, "What happened", problem),
                widgets::reading(&look, safe),
                widgets::reading(&look, folder),
                widgets::reading(
                    &look,
                    "You can still find services and read the safety numbers. Nothing new can be kept in this window.",
                ),
                widgets::wrap_row(
                    vec![
                        button::main(&look, "rescue/find", "Find a service", Message::FindHelp).into(),
                        button::plain(&look, "rescue/folder", "Open the folder", Message::OpenFolder)
                            .into(),
                        button::plain(
                            &look,
                            "rescue/copy",
                            "Copy where it is",
                            Message::CopyFolder
                        )
                        .into(),
                    ]
                    .into_iter()
                    .chain(backup)
                    .collect(),
                    gap::M,
                ),
            ]
            .spacing(gap::L),
        )
    }
}
