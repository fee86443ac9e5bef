//! Asks before the first thing is kept: what will be kept, where, and who could read it.

use iced::widget::{column, container};

use crate::look::{Icon, Look, gap, measure};
use crate::screens::{Action, Context};
use crate::widgets::{self, Element, button};

/// The page that asks; it only remembers why keeping failed.
#[derive(Debug, Default)]
pub struct KeepRecord {
    problem: Option<String>,
}

/// What a person can answer.
#[derive(Debug, Clone)]
pub enum Message {
    /// Keep it here.
    Keep,
    /// Do not keep anything now.
    NotNow,
    /// Copy the path of the folder.
    Copy,
}

impl KeepRecord {
    /// The page, with no problem yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts again without the problem of the last time.
    pub fn enter(&mut self, _context: &Context) {
        self.problem = None;
    }

    /// There is nothing to read again.
    pub fn refresh(&mut self, _context: &Context) {}

    /// The record could not be made: says why beside the button.
    pub fn failed(&mut self, sentence: String) {
        self.problem = Some(sentence);
    }

    /// Does what was asked.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Keep => Action::KeepRecordHere,
            Message::NotNow => Action::NotNow,
            Message::Copy => Action::Copy {
                words: context.folders.data().display().to_string(),
                said: "Copied the folder’s path".to_owned(),
            },
        }
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let folder = context.folders.data().display().to_string();
        let what = [
            "Withy will keep what you write here: notes, appointments, questions, saved services \
             and the names of your children.",
            "Nothing leaves this computer unless you send it.",
            "It is not locked with a password. Anyone who can sign in to this computer as you \
             could read it.",
        ];
        let what = what.map(|sentence| widgets::reading(look, sentence));
        let problem = self
            .problem
            .as_ref()
            .map(|problem| widgets::notice::problem(look, "Nothing is kept yet", problem).into());
        let problem: Option<Element<'a, Message>> = problem;
        let place = widgets::card(
            look,
            column![
                widgets::with_icon(look, Icon::Folder, "In this folder"),
                widgets::strong(look, folder),
                button::quiet(look, "keep/copy", "Copy the path", Message::Copy)
                    .icon(Icon::Copy)
                    .at_edge(),
            ]
            .spacing(gap::S),
        );
        let answers = widgets::wrap_row(
            vec![
                button::main(look, "keep/here", "Keep it on this computer", Message::Keep)
                    .icon(Icon::Save)
                    .into(),
                button::plain(look, "keep/not-now", "Not now", Message::NotNow).into(),
            ],
            gap::M,
        );
        let content = column![
            widgets::page_header(look, "Keep this on your computer?", None, None),
            column(what).spacing(look.paragraph()),
            place,
            problem,
            answers,
            widgets::reading(
                look,
                "If you choose “Not now”, what you typed stays until you close the window.",
            ),
        ]
        .spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }
}
