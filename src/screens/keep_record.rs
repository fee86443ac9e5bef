//! Keep this private: a passphrase, then the recovery sheet, before the first thing is kept.

use iced::widget::{column, container};

use crate::look::{Icon, Look, gap, measure};
use crate::record::{self, Passphrase};
use crate::screens::shared::new_passphrase::{self, NewPassphrase};
use crate::screens::shared::recovery_sheet::{self, RecoverySheet};
use crate::screens::shared::slowly::Slowly;
use crate::screens::shared::synced;
use crate::screens::{Action, Context, Keeping, Place};
use crate::widgets::{self, Element, button, notice};

/// After so many tenths of a second it is usually made: the cost is measured first.
const MADE: u16 = 20;

/// The pages that ask. All of it is forgotten once the record is made, and when the person leaves.
#[derive(Debug, Default)]
pub struct KeepRecord {
    step: Step,
    slowly: Slowly,
    problem: Option<String>,
}

#[derive(Debug, Default)]
enum Step {
    #[default]
    Nothing,
    Passphrase(NewPassphrase),
    Sheet(Passphrase, Box<RecoverySheet>),
    Making,
}

/// What a person can answer.
#[derive(Debug, Clone)]
pub enum Message {
    /// About the passphrase.
    Passphrase(new_passphrase::Message),
    /// About the recovery sheet.
    Sheet(recovery_sheet::Message),
    /// Do not keep anything now.
    NotNow,
    /// Bring in a record from a backup instead.
    Backup,
    /// What is protected and what is not.
    Privacy,
    /// A moment passed while the record is made.
    Grow,
}

impl KeepRecord {
    /// The pages, with nothing on them yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts again with a new passphrase; a look elsewhere on the way changes nothing.
    pub fn enter(&mut self, _context: &Context) {
        self.problem = None;
        if matches!(self.step, Step::Nothing) {
            self.step = Step::Passphrase(NewPassphrase::start());
        }
    }

    /// There is nothing to read again.
    pub fn refresh(&mut self, _context: &Context) {}

    /// Forgets the passphrase and the words.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The record could not be made: starts again, and says why.
    pub fn failed(&mut self, problem: &record::Error) {
        self.step = Step::Passphrase(NewPassphrase::start());
        self.problem = Some(problem.to_string());
    }

    /// Does what was asked.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match (message, &mut self.step) {
            (Message::NotNow, _) => {
                self.forget();
                Action::NotNow
            }
            (Message::Backup, _) => Action::Open(Place::Restore(None)),
            (Message::Privacy, _) => Action::Open(Place::Privacy),
            (Message::Passphrase(message), Step::Passphrase(new)) => {
                use new_passphrase::Outcome;
                match new.update(message) {
                    Outcome::None => Action::None,
                    Outcome::Copy(words) => Action::Copy {
                        words,
                        said: "Copied the passphrase.".to_owned(),
                    },
                    Outcome::Focus(id) => Action::Focus(id.into()),
                    Outcome::Chosen(passphrase) => self.show_sheet(passphrase),
                }
            }
            (Message::Sheet(message), Step::Sheet(passphrase, sheet)) => {
                use recovery_sheet::Outcome;
                match sheet.update(context, message) {
                    Outcome::None => Action::None,
                    Outcome::Copy(words) => Action::Copy {
                        words,
                        said: "Copied the 12 words.".to_owned(),
                    },
                    Outcome::Visit(link) => Action::Visit(link),
                    Outcome::Run(task) => Action::Run(task.map(Message::Sheet)),
                    Outcome::Focus(id) => Action::Focus(id.into()),
                    Outcome::Checked(words) => {
                        let passphrase = passphrase.clone();
                        self.step = Step::Making;
                        self.slowly = Slowly::default();
                        Action::Keeping(Keeping::Make { passphrase, words })
                    }
                }
            }
            (Message::Grow, _) => {
                self.slowly.grow();
                Action::None
            }
            _ => Action::None,
        }
    }

    fn show_sheet(&mut self, passphrase: Passphrase) -> Action<Message> {
        match RecoverySheet::start() {
            Ok(sheet) => {
                self.step = Step::Sheet(passphrase, Box::new(sheet));
                self.problem = None;
                Action::Focus("page-title".into())
            }
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    /// Whether the record is being made.
    pub fn is_making(&self) -> bool {
        matches!(self.step, Step::Making)
    }

    fn making<'a>(&self, look: &Look) -> Element<'a, Message> {
        let takes = "This takes a few seconds.";
        (self.slowly).view(look, "Making your record", takes, MADE)
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let not_now = button::quiet(look, "keep/not-now", "Not now", Message::NotNow).into();
        let not_now = Some(not_now);
        let (title, body) = match &self.step {
            Step::Nothing | Step::Making => ("Keep this private", self.making(look)),
            Step::Passphrase(new) => {
                let words = column![
                    why(context, look),
                    synced::notice(context, look),
                    new.view(look, Message::Passphrase, not_now),
                    until_closed(look),
                    widgets::wrap_row(
                        vec![
                            button::quiet(look, "keep/backup", "I have a backup", Message::Backup)
                                .icon(Icon::Restore)
                                .at_edge()
                                .into(),
                            button::quiet(
                                look,
                                "keep/privacy",
                                "What is private, and what is not",
                                Message::Privacy
                            )
                            .icon(Icon::Information)
                            .into(),
                        ],
                        gap::M,
                    ),
                ];
                ("Keep this private", words.spacing(gap::XL).into())
            }
            Step::Sheet(_, sheet) => {
                let words = column![
                    sheet.view(look, Message::Sheet, not_now),
                    until_closed(look)
                ];
                (sheet.title(), words.spacing(gap::XL).into())
            }
        };
        let problem = self.problem.as_ref();
        let problem = problem.map(|problem| {
            Element::from(notice::problem(
                look,
                "Nothing is kept yet",
                problem.as_str(),
            ))
        });
        let header = widgets::page_header(look, title, None, None);
        let content = column![header, problem, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }
}

fn why<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    let folder = context.folders.data().display();
    let stays = if context.synced.is_some() {
        ""
    } else {
        " Nothing leaves it unless you send it."
    };
    let sentences = [
        format!(
            "Withy keeps what you write on this computer: notes, appointments, questions and \
             names.{stays}"
        ),
        "It is locked, so that only you can read it. A passphrase opens it: a few words that only \
         you know."
            .to_owned(),
        format!("The folder is {folder}."),
    ];
    let sentences = sentences.map(|sentence| widgets::reading(look, sentence));
    column(sentences).spacing(look.paragraph()).into()
}

fn until_closed<'a>(look: &Look) -> Element<'a, Message> {
    widgets::quiet(
        look,
        "If you choose “Not now”, what you typed stays until you close the window.",
    )
}
