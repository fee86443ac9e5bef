//! Passphrase and backups: changing what unlocks the record, and copies of it.

use std::path::PathBuf;

use iced::Task;

use crate::platform::dialogs::{Answer, Wanted};
use crate::record::backup::Listed;
use crate::record::left::{Amount, To, What};
use crate::record::vault::new_key::OldCopies;
use crate::record::{self, Passphrase};
use crate::screens::shared::new_passphrase::{self, NewPassphrase};
use crate::screens::shared::recovery_sheet::{self, RecoverySheet};
use crate::screens::{Action, Context, Keeping, Place};

mod left;
mod new_key;
mod open_formats;
mod sign_in;
mod view;

use new_key::NewKey;

/// The field for the current passphrase.
const OLD: &str = "safe/old";

/// The field for the folder of a copy.
const FOLDER: &str = "safe/folder";

/// The page, and the two that it leads to.
#[derive(Debug, Default)]
pub struct KeepSafe {
    step: Step,
    backups: Vec<Listed>,
    old_copies: OldCopies,
    folder: String,
    folder_problem: Option<String>,
    problem: Option<String>,
    busy: bool,
}

#[derive(Debug, Default)]
enum Step {
    #[default]
    Overview,
    Passphrase {
        old: String,
        old_problem: Option<String>,
        new: NewPassphrase,
    },
    Sheet(Box<RecoverySheet>),
    NewKey(Box<NewKey>),
    OldCopies,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the page before.
    Back,
    /// Change the passphrase.
    ChangePassphrase,
    /// Typed the current passphrase.
    Old(String),
    /// About the new passphrase.
    New(new_passphrase::Message),
    /// Make a new recovery sheet.
    NewSheet,
    /// About that sheet.
    Sheet(recovery_sheet::Message),
    /// Let this computer's sign-in unlock it, or not any more.
    SignIn(bool),
    /// Make a new key, because somebody may know the old secrets.
    NewKey,
    /// On the pages of the new key.
    OfNewKey(new_key::Message),
    /// Show the copies that the secrets from before a new key still open.
    OldCopies,
    /// Delete them.
    DeleteOldCopies,
    /// Make a backup on this computer.
    BackUp,
    /// Typed the folder for a copy.
    Folder(String),
    /// Choose the folder in the system's window.
    ChooseFolder,
    /// It was chosen there, or not.
    FolderChosen(Answer),
    /// Make a copy in the folder that was typed.
    CopyToFolder,
    /// Make a copy on this stick.
    CopyTo(PathBuf),
    /// Look at a backup.
    Look(PathBuf),
    /// Look at a backup from elsewhere.
    LookElsewhere,
    /// Export the record.
    Export,
    /// Bring an export in.
    Import,
    /// What left this computer.
    Left,
}

impl KeepSafe {
    /// The page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts at the overview.
    pub fn enter(&mut self, context: &Context) {
        if !self.busy {
            *self = Self::default();
        }
        self.refresh(context);
    }

    /// Reads which backups there are.
    pub fn refresh(&mut self, context: &Context) {
        let backups = context.vault.as_ref().map(record::Vault::backups);
        self.backups = backups.and_then(Result::ok).unwrap_or_default();
        let old = context.vault.as_ref();
        let old = old.map(record::Vault::copies_of_old_keys);
        self.old_copies = old.and_then(Result::ok).unwrap_or_default();
    }

    /// A change of passphrase or a backup came to its end.
    pub fn ended(&mut self, context: &Context, problem: Option<&record::Error>) -> &'static str {
        self.busy = false;
        match (problem, &mut self.step) {
            (Some(record::Error::WrongPassphrase), Step::Passphrase { old_problem, .. }) => {
                *old_problem = Some("That is not your current passphrase.".to_owned());
                return OLD;
            }
            (Some(record::Error::WrongPassphrase), Step::NewKey(new)) => {
                return new.wrong_passphrase();
            }
            (Some(problem), _) => self.problem = Some(problem.to_string()),
            (None, _) => *self = Self::default(),
        }
        self.refresh(context);
        "page-title"
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        if self.busy {
            return Action::None;
        }
        self.problem = None;
        match message {
            Message::Back if matches!(self.step, Step::Overview) => return Action::Back,
            Message::Back => {
                self.step = Step::Overview;
                return Action::Focus("page-title".into());
            }
            Message::ChangePassphrase => {
                self.step = Step::Passphrase {
                    old: String::new(),
                    old_problem: None,
                    new: NewPassphrase::start(),
                };
                return Action::Focus(OLD.into());
            }
            Message::Old(typed) => {
                if let Step::Passphrase {
                    old, old_problem, ..
                } = &mut self.step
                {
                    *old = typed;
                    *old_problem = None;
                }
            }
            Message::New(message) => return self.new_passphrase(context, message),
            Message::NewSheet => {
                match RecoverySheet::start() {
                    Ok(sheet) => self.step = Step::Sheet(Box::new(sheet)),
                    Err(problem) => self.problem = Some(problem.to_string()),
                }
                return Action::Focus("page-title".into());
            }
            Message::Sheet(message) => return self.sheet(context, message),
            Message::SignIn(on) => {
                self.busy = true;
                return Action::Keeping(Keeping::SignIn(on));
            }
            Message::NewKey => {
                self.step = Step::NewKey(Box::default());
                return Action::Focus("page-title".into());
            }
            Message::OfNewKey(message) => return self.new_key(context, message),
            Message::OldCopies => {
                self.step = Step::OldCopies;
                return Action::Focus("page-title".into());
            }
            Message::DeleteOldCopies => {
                self.busy = true;
                return Action::Keeping(Keeping::DeleteOldCopies);
            }
            Message::BackUp => return self.back_up(None),
            Message::CopyTo(folder) => return self.back_up(Some(folder)),
            Message::Folder(folder) => {
                self.folder = folder;
                self.folder_problem = None;
            }
            Message::ChooseFolder => {
                let title = "Choose a folder for the copy".to_owned();
                let asked = context.dialogs.ask(Wanted::Folder { title });
                return Action::Run(Task::perform(asked, Message::FolderChosen));
            }
            Message::FolderChosen(answer) => {
                match answer {
                    Ok(chosen) => {
                        if let Some(folder) = chosen.first() {
                            self.folder = folder.display().to_string();
                            self.folder_problem = None;
                        }
                    }
                    Err(problem) => self.folder_problem = Some(problem.to_string()),
                }
                return Action::Focus(FOLDER.into());
            }
            Message::CopyToFolder => {
                let folder = PathBuf::from(self.folder.trim());
                if folder.is_dir() {
                    return self.back_up(Some(folder));
                }
                self.folder_problem =
                    Some("There is no such folder. Check each part of it.".to_owned());
                return Action::Focus(FOLDER.into());
            }
            Message::Look(path) => return Action::Open(Place::Restore(Some(path))),
            Message::Export => return Action::Open(Place::Export),
            Message::Import => return Action::Open(Place::Import),
            Message::LookElsewhere => return Action::Open(Place::Restore(None)),
            Message::Left => return Action::Open(Place::LeftThisComputer),
        }
        Action::None
    }

    /// There is a new key: shows what the old secrets still open, if there is anything.
    pub fn has_new_key(&mut self, context: &Context) -> &'static str {
        *self = Self::default();
        self.refresh(context);
        if self.old_copies.count() > 0 {
            self.step = Step::OldCopies;
        }
        "page-title"
    }

    fn back_up(&mut self, folder: Option<PathBuf>) -> Action<Message> {
        self.busy = true;
        Action::Keeping(Keeping::BackUp(folder))
    }

    fn new_passphrase(
        &mut self,
        context: &mut Context,
        message: new_passphrase::Message,
    ) -> Action<Message> {
        use new_passphrase::Outcome;
        let Step::Passphrase {
            old,
            old_problem,
            new,
        } = &mut self.step
        else {
            return Action::None;
        };
        match new.update(message) {
            Outcome::None => Action::None,
            Outcome::Copy(words) => Action::CopyOnly {
                words,
                said: context.left(
                    "Copied the passphrase.",
                    What::Passphrase,
                    &To::Clipboard,
                    &Amount::default(),
                ),
            },
            Outcome::Focus(id) => Action::Focus(id.into()),
            Outcome::Chosen(new) => {
                let old = Passphrase::new(old);
                if old.is_empty() {
                    *old_problem = Some("Type your current passphrase first.".to_owned());
                    return Action::Focus(OLD.into());
                }
                self.busy = true;
                Action::Keeping(Keeping::ChangePassphrase { old, new })
            }
        }
    }

    fn sheet(
        &mut self,
        context: &mut Context,
        message: recovery_sheet::Message,
    ) -> Action<Message> {
        use recovery_sheet::Outcome;
        let Step::Sheet(sheet) = &mut self.step else {
            return Action::None;
        };
        match sheet.update(context, message) {
            Outcome::None => Action::None,
            Outcome::Copy(words) => Action::CopyOnly {
                words,
                said: context.left(
                    "Copied the 12 words.",
                    What::RecoveryWords,
                    &To::Clipboard,
                    &Amount::default(),
                ),
            },
            Outcome::Visit(link) => Action::Visit(link),
            Outcome::Run(task) => Action::Run(task.map(Message::Sheet)),
            Outcome::Focus(id) => Action::Focus(id.into()),
            Outcome::Checked(words) => {
                let Some(vault) = &mut context.vault else {
                    return Action::None;
                };
                match vault.change_words(&words) {
                    Ok(()) => {
                        self.step = Step::Overview;
                        Action::Several(vec![
                            Action::Focus("page-title".into()),
                            Action::Say(
                                "Your new sheet works now. Tear up the old one.".to_owned(),
                            ),
                        ])
                    }
                    Err(problem) => {
                        self.problem = Some(problem.to_string());
                        Action::Focus("page-title".into())
                    }
                }
            }
        }
    }
}
