//! Import an export: first what would be added, then adding it.

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;

use crate::platform::dialogs::{Answer, Wanted};
use crate::record::Passphrase;
use crate::record::import::{self, Brought, Error, How, Opened, Plan};
use crate::screens::{Action, Context, Keeping, Place};

mod view;

/// The field for the file.
const FILE: &str = "import/file";

/// The field for its passphrase.
const PASSPHRASE: &str = "import/passphrase";

/// The page.
#[derive(Debug, Default)]
pub struct Import {
    file: String,
    file_problem: Option<String>,
    /// The file is locked, so its passphrase is asked for.
    locked: bool,
    passphrase: String,
    passphrase_problem: Option<String>,
    shown: bool,
    problem: Option<String>,
    busy: bool,
    step: Step,
}

#[derive(Debug, Default)]
enum Step {
    #[default]
    Ask,
    Looked {
        opened: Arc<Opened>,
        plan: Box<Plan>,
        how: How,
    },
    Done(Brought),
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the step or the page before.
    Back,
    /// Typed the path of the file.
    File(String),
    /// Choose the file in the system's window.
    ChooseFile,
    /// It was chosen there, or not.
    FileChosen(Answer),
    /// Typed the passphrase.
    Passphrase(String),
    /// Show letters, or dots.
    Show(bool),
    /// Read it through and say what would be added.
    Look,
    /// Bring in copies of what is different here, or not.
    Copies(bool),
    /// Bring in what is very like something here, or not.
    Doubles(bool),
    /// Bring it in.
    Import,
    /// See what is next and what is due.
    Today,
}

impl Import {
    /// The page.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was typed is there still; what was found is looked for anew.
    pub fn enter(&mut self, _context: &Context) {
        if self.busy {
            return;
        }
        self.problem = None;
        match self.step {
            Step::Ask => {}
            Step::Looked { .. } => self.step = Step::Ask,
            Step::Done(_) => *self = Self::default(),
        }
    }

    /// It was read through, or could not be. Gives what takes the focus.
    pub fn looked(&mut self, looked: Result<(Arc<Opened>, Plan), Error>) -> &'static str {
        self.busy = false;
        match looked {
            Ok((opened, plan)) => {
                let how = How::default();
                let plan = Box::new(plan);
                self.step = Step::Looked { opened, plan, how };
            }
            Err(problem @ (Error::WrongPassphrase | Error::NeedsPassphrase)) => {
                self.locked = true;
                self.passphrase_problem = Some(problem.to_string());
                return PASSPHRASE;
            }
            Err(problem) => self.problem = Some(problem.to_string()),
        }
        "page-title"
    }

    /// It was brought in, or nothing of it was.
    pub fn ended(&mut self, brought: Result<Brought, Error>) -> &'static str {
        self.busy = false;
        match brought {
            Ok(brought) => {
                *self = Self {
                    step: Step::Done(brought),
                    ..Self::default()
                }
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
            Message::Back => {
                if !matches!(self.step, Step::Looked { .. }) {
                    return Action::Back;
                }
                self.step = Step::Ask;
                return Action::Focus("page-title".into());
            }
            Message::File(file) => {
                self.file = file;
                self.file_problem = None;
                self.locked = false;
            }
            Message::ChooseFile => {
                let title = "Choose an export".to_owned();
                let asked = context.dialogs.ask(Wanted::File { title });
                return Action::Run(Task::perform(asked, Message::FileChosen));
            }
            Message::FileChosen(answer) => {
                match answer.as_deref() {
                    Ok([file, ..]) => {
                        self.file = file.display().to_string();
                        self.file_problem = None;
                        self.locked = false;
                    }
                    Ok([]) => {}
                    Err(problem) => self.file_problem = Some(problem.to_string()),
                }
                return Action::Focus(FILE.into());
            }
            Message::Passphrase(typed) => {
                self.passphrase = typed;
                self.passphrase_problem = None;
            }
            Message::Show(shown) => self.shown = shown,
            Message::Look => return self.look(context),
            Message::Copies(copies) => {
                if let Step::Looked { how, .. } = &mut self.step {
                    how.copies = copies;
                }
            }
            Message::Doubles(doubles) => {
                if let Step::Looked { how, .. } = &mut self.step {
                    how.doubles = doubles;
                }
            }
            Message::Import => {
                if let Step::Looked { opened, how, .. } = &self.step {
                    self.busy = true;
                    return Action::Keeping(Keeping::Import {
                        opened: opened.clone(),
                        how: *how,
                    });
                }
            }
            Message::Today => return Action::Open(Place::Today),
        }
        Action::None
    }

    fn look(&mut self, context: &mut Context) -> Action<Message> {
        if context.sample {
            self.problem = Some("Leave the sample family first.".to_owned());
            return Action::Focus("page-title".into());
        }
        let path = PathBuf::from(self.file.trim());
        match import::is_locked(&path) {
            Ok(locked) => self.locked = locked,
            Err(problem) => {
                self.file_problem = Some(problem.to_string());
                return Action::Focus(FILE.into());
            }
        }
        let typed = Passphrase::new(&self.passphrase);
        if self.locked && typed.is_empty() {
            self.passphrase_problem = Some(Error::NeedsPassphrase.to_string());
            return Action::Focus(PASSPHRASE.into());
        }
        if context.record.is_none() {
            // There is nothing to bring it into yet: the record is made first, then this is done again.
            if let Err(problem) = context.change("Import an export", |_| Ok(()))
                && !matches!(problem, crate::record::Error::NoRecordYet)
            {
                self.problem = Some(problem.to_string());
            }
            return Action::None;
        }
        self.busy = true;
        Action::Keeping(Keeping::LookAtExport {
            path,
            passphrase: self.locked.then_some(typed),
        })
    }
}
