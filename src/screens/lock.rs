//! The record is locked: a passphrase or the twelve words open it.

use iced::widget::{column, container};

use crate::look::{Icon, Look, gap, measure};
use crate::record::{self, Passphrase, RecoveryWords, Secret};
use crate::screens::shared::new_passphrase::{self, NewPassphrase};
use crate::screens::shared::slowly::Slowly;
use crate::screens::{Action, Context, FindStart, Keeping, Place};
use crate::widgets::{self, Element, button, field};

/// The field that takes the focus when the window opens.
pub const PASSPHRASE: &str = "lock/passphrase";

/// After so many tenths of a second it is usually open.
const OPENED: u16 = 10;

/// The field for the words.
const WORDS: &str = "lock/words";

/// The page.
#[derive(Debug, Default)]
pub struct Lock {
    typed: String,
    shown: bool,
    words: Option<String>,
    problem: Option<String>,
    opening: bool,
    slowly: Slowly,
    /// The words opened it: a new passphrase is wanted before it is shown.
    new: Option<NewPassphrase>,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Typed the passphrase.
    Typed(String),
    /// Show letters, or dots.
    Show(bool),
    /// Unlock with what was typed.
    Unlock,
    /// Unlock with the words of the sheet.
    ByWords,
    /// Back to the passphrase.
    ByPassphrase,
    /// Typed the words.
    Words(String),
    /// A moment passed while it opens.
    Grow,
    /// About the new passphrase.
    New(new_passphrase::Message),
    /// Look for services, which needs no record.
    FindHelp,
}

impl Lock {
    /// The page, with nothing typed.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whatever was typed before is gone.
    pub fn enter(&mut self, _context: &Context) {
        if !self.opening && self.new.is_none() {
            *self = Self::default();
        }
    }

    /// It did not open: says why; what was typed stays.
    pub fn failed(&mut self, problem: &record::Error) -> &'static str {
        self.opening = false;
        self.slowly = Slowly::default();
        self.problem = Some(problem.to_string());
        self.field()
    }

    /// The words opened it: asks for a new passphrase.
    pub fn ask_new_passphrase(&mut self) {
        *self = Self {
            new: Some(NewPassphrase::start()),
            ..Self::default()
        };
    }

    /// Whether a passphrase or the words are being tried.
    pub fn is_opening(&self) -> bool {
        self.opening
    }

    /// Whether a new passphrase is being chosen after the words.
    pub fn asks_new_passphrase(&self) -> bool {
        self.new.is_some()
    }

    fn field(&self) -> &'static str {
        match (&self.new, &self.words) {
            (Some(_), _) => "page-title",
            (None, Some(_)) => WORDS,
            (None, None) => PASSPHRASE,
        }
    }

    /// Does what was pressed.
    pub fn update(&mut self, _context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Typed(typed) => {
                self.typed = typed;
                self.problem = None;
            }
            Message::Show(shown) => self.shown = shown,
            Message::Words(words) => {
                self.words = Some(words);
                self.problem = None;
            }
            Message::ByWords => {
                *self = Self {
                    words: Some(String::new()),
                    ..Self::default()
                };
                return Action::Focus(WORDS.into());
            }
            Message::ByPassphrase => {
                *self = Self::default();
                return Action::Focus(PASSPHRASE.into());
            }
            Message::Unlock if !self.opening => return self.unlock(),
            Message::Unlock => {}
            Message::Grow => self.slowly.grow(),
            Message::FindHelp => return Action::Open(Place::FindHelp(FindStart::Search)),
            Message::New(message) => return self.choose(message),
        }
        Action::None
    }

    fn unlock(&mut self) -> Action<Message> {
        let secret = match &self.words {
            Some(words) => RecoveryWords::read(words)
                .map(Secret::Words)
                .map_err(|problem| problem.to_string()),
            None => Ok(Passphrase::new(&self.typed)).and_then(|typed| match typed.is_empty() {
                true => Err("Type your passphrase.".to_owned()),
                false => Ok(Secret::Passphrase(typed)),
            }),
        };
        match secret {
            Ok(secret) => {
                self.opening = true;
                self.problem = None;
                Action::Keeping(Keeping::Unlock(secret))
            }
            Err(problem) => {
                self.problem = Some(problem);
                Action::Focus(self.field().into())
            }
        }
    }

    fn choose(&mut self, message: new_passphrase::Message) -> Action<Message> {
        use new_passphrase::Outcome;
        let Some(new) = &mut self.new else {
            return Action::None;
        };
        match new.update(message) {
            Outcome::None => Action::None,
            Outcome::Copy(words) => Action::Copy {
                words,
                said: "Copied the passphrase.".to_owned(),
            },
            Outcome::Focus(id) => Action::Focus(id.into()),
            Outcome::Chosen(_) if self.opening => Action::None,
            Outcome::Chosen(passphrase) => {
                self.opening = true;
                Action::Keeping(Keeping::AfterWords(passphrase))
            }
        }
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, _context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let (title, body) = match (&self.new, &self.words) {
            (Some(new), _) => ("Choose a new passphrase", self.view_new(look, new)),
            (None, Some(words)) => ("Unlock with your 12 words", self.view_words(look, words)),
            (None, None) => ("Unlock your record", self.view_passphrase(look)),
        };
        let header = widgets::page_header(look, title, None, None);
        let content = column![header, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }

    fn opening<'a>(&self, look: &Look) -> Option<Element<'a, Message>> {
        self.opening
            .then(|| (self.slowly).view(look, "Opening", "This takes about a second.", OPENED))
    }

    fn view_passphrase<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let typed = field::text(look, PASSPHRASE, "Passphrase", &self.typed, Message::Typed)
            .error(self.problem.as_deref())
            .secret(!self.shown)
            .on_submit(Message::Unlock);
        let shown = widgets::tick_box(
            look,
            "lock/show",
            "Show what I type",
            self.shown,
            Message::Show,
        );
        let answers = vec![
            self.unlock_button(look),
            button::plain(
                look,
                "lock/by-words",
                "I have my 12 words",
                Message::ByWords,
            )
            .into(),
        ];
        column![
            widgets::reading(look, "What you keep is locked. Your passphrase opens it."),
            column![Element::from(typed), shown].spacing(gap::M),
            self.opening(look),
            widgets::wrap_row(answers, gap::M),
            without(look),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn view_words<'a>(&'a self, look: &Look, words: &'a str) -> Element<'a, Message> {
        let typed = field::text(look, WORDS, "Your 12 words", words, Message::Words)
            .help("In the order of your recovery sheet, with a space after each.")
            .error(self.problem.as_deref())
            .on_submit(Message::Unlock);
        let answers = vec![
            self.unlock_button(look),
            button::plain(
                look,
                "lock/by-passphrase",
                "I have my passphrase",
                Message::ByPassphrase,
            )
            .into(),
        ];
        column![
            widgets::reading(
                look,
                "The words on your recovery sheet open your record. Then you choose a new passphrase.",
            ),
            Element::from(typed),
            self.opening(look),
            widgets::wrap_row(answers, gap::M),
            without(look),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn view_new<'a>(&'a self, look: &Look, new: &'a NewPassphrase) -> Element<'a, Message> {
        let problem = self.problem.as_ref();
        column![
            widgets::reading(
                look,
                "Your words are right. From now on this passphrase opens your record. The sheet stays good.",
            ),
            problem.map(|problem| widgets::problem_line(look, problem.as_str())),
            new.view(look, Message::New, None),
            self.opening(look),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn unlock_button<'a>(&self, look: &Look) -> Element<'a, Message> {
        button::main(look, "lock/unlock", "Unlock", Message::Unlock)
            .icon(Icon::Check)
            .disabled(self.opening)
            .into()
    }
}

/// What can be done without the record.
fn without<'a>(look: &Look) -> Element<'a, Message> {
    column![
        widgets::divider(look),
        widgets::reading(
            look,
            "You can find services, read the guide and see the emergency numbers without unlocking.",
        ),
        button::quiet(look, "lock/find", "Find a service", Message::FindHelp)
            .icon(Icon::Find)
            .at_edge(),
    ]
    .spacing(gap::M)
    .into()
}
