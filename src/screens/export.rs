//! Export your record: everything in open formats, locked or plain, in a folder of the person's choice.

use std::path::PathBuf;

use iced::Task;

use crate::platform::dialogs::{Answer, Wanted};
use crate::record::Passphrase;
use crate::record::export::{Error, Made};
use crate::record::left::{Amount, To, What};
use crate::screens::shared::new_passphrase::{self, NewPassphrase};
use crate::screens::{Action, Context, Keeping};

mod view;

/// The field for the folder.
const FOLDER: &str = "export/folder";

/// The page, step by step.
#[derive(Debug, Default)]
pub struct Export {
    step: Step,
    folder: String,
    folder_problem: Option<String>,
    problem: Option<String>,
    busy: bool,
}

#[derive(Debug, Default)]
enum Step {
    /// Locked or plain.
    #[default]
    Choose,
    /// Which passphrase.
    Passphrase(NewPassphrase),
    /// Where it goes; `None` is plain.
    Where(Option<Passphrase>),
    /// It is there.
    Made(Box<Made>),
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the step or the page before.
    Back,
    /// Lock it.
    Lock,
    /// About its passphrase.
    New(new_passphrase::Message),
    /// Leave it plain.
    Plain,
    /// Typed the folder.
    Folder(String),
    /// Choose the folder in the system's window.
    ChooseFolder,
    /// It was chosen there, or not.
    FolderChosen(Answer),
    /// Export to the folder that was typed.
    ToFolder,
    /// Export to this stick.
    ToStick(PathBuf),
    /// Copy where it is.
    CopyPath,
    /// Copy its SHA-256.
    CopyFingerprint,
    /// Make another one.
    Another,
}

impl Export {
    /// The page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts at the choice.
    pub fn enter(&mut self, _context: &Context) {
        if !self.busy {
            *self = Self::default();
        }
    }

    /// It was made, or could not be. Gives what takes the focus.
    pub fn ended(&mut self, made: Result<Made, Error>) -> &'static str {
        self.busy = false;
        match made {
            Ok(made) => self.step = Step::Made(Box::new(made)),
            Err(Error::NoFolder) => {
                self.folder_problem = Some(Error::NoFolder.to_string());
                return FOLDER;
            }
            Err(problem) => self.problem = Some(problem.to_string()),
        }
        "page-title"
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        if self.busy {
            return Action::None;
        }
        self.problem = None;
        match message {
            Message::Back => return self.back(),
            Message::Lock => self.step = Step::Passphrase(NewPassphrase::start()),
            Message::New(message) => return self.new_passphrase(context, message),
            Message::Plain => self.step = Step::Where(None),
            Message::Folder(folder) => {
                self.folder = folder;
                self.folder_problem = None;
                return Action::None;
            }
            Message::ChooseFolder => {
                let title = "Choose a folder for the export".to_owned();
                let asked = context.dialogs.ask(Wanted::Folder { title });
                return Action::Run(Task::perform(asked, Message::FolderChosen));
            }
            Message::FolderChosen(answer) => {
                match answer.as_deref() {
                    Ok([folder, ..]) => {
                        self.folder = folder.display().to_string();
                        self.folder_problem = None;
                    }
                    Ok([]) => {}
                    Err(problem) => self.folder_problem = Some(problem.to_string()),
                }
                return Action::Focus(FOLDER.into());
            }
            Message::ToFolder => {
                let folder = PathBuf::from(self.folder.trim());
                return self.export(folder);
            }
            Message::ToStick(folder) => return self.export(folder),
            Message::CopyPath => {
                if let Step::Made(made) = &self.step {
                    return Action::CopyOnly {
                        words: made.path.display().to_string(),
                        said: "Copied where your export is.".to_owned(),
                    };
                }
            }
            Message::CopyFingerprint => {
                if let Step::Made(made) = &self.step {
                    return Action::CopyOnly {
                        words: made.sha256.clone(),
                        said: "Copied the fingerprint.".to_owned(),
                    };
                }
            }
            Message::Another => self.step = Step::Choose,
        }
        Action::Focus("page-title".into())
    }

    fn back(&mut self) -> Action<Message> {
        self.step = match &self.step {
            Step::Choose | Step::Made(_) => return Action::Back,
            Step::Passphrase(_) | Step::Where(None) => Step::Choose,
            Step::Where(Some(_)) => Step::Passphrase(NewPassphrase::start()),
        };
        Action::Focus("page-title".into())
    }

    fn new_passphrase(
        &mut self,
        context: &mut Context,
        message: new_passphrase::Message,
    ) -> Action<Message> {
        use new_passphrase::Outcome;
        let Step::Passphrase(new) = &mut self.step else {
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
            Outcome::Chosen(passphrase) => {
                self.step = Step::Where(Some(passphrase));
                Action::Focus("page-title".into())
            }
        }
    }

    fn export(&mut self, folder: PathBuf) -> Action<Message> {
        let Step::Where(passphrase) = &self.step else {
            return Action::None;
        };
        if !folder.is_dir() {
            self.folder_problem = Some(Error::NoFolder.to_string());
            return Action::Focus(FOLDER.into());
        }
        self.busy = true;
        Action::Keeping(Keeping::Export {
            folder,
            passphrase: passphrase.clone(),
        })
    }
}
