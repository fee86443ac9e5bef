//! What left this computer: each time something of the record went elsewhere, and how much of it.

use iced::widget::column;

use crate::look::{Icon, Look, gap};
use crate::record::left::{Amount, Left, To};
use crate::screens::shared::amounts;
use crate::screens::{Action, Context};
use crate::widgets::{self, Element, button, notice};
use crate::words;

/// How many lines are shown at first, and how many more each press shows.
const AT_ONCE: usize = 20;

/// The page.
#[derive(Debug, Default)]
pub struct LeftThisComputer {
    lines: Vec<Line>,
    shown: usize,
    problem: Option<String>,
}

/// One time, in words.
#[derive(Debug)]
struct Line {
    what: &'static str,
    when_and_where: String,
    amount: String,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to where they came from.
    Back,
    /// Show more lines.
    More,
    /// Copy the whole list.
    Copy,
}

impl LeftThisComputer {
    /// The page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the list.
    pub fn enter(&mut self, context: &Context) {
        self.shown = AT_ONCE;
        self.refresh(context);
    }

    /// Reads it again.
    pub fn refresh(&mut self, context: &Context) {
        match context.read(crate::record::Record::left) {
            Ok(all) => {
                self.lines = all.iter().map(Line::of).collect();
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Back => Action::Back,
            Message::More => {
                self.shown += AT_ONCE;
                Action::None
            }
            Message::Copy => {
                self.refresh(context);
                let lines = words::count(self.lines.len(), "line", "lines");
                Action::Copy {
                    words: self.as_text(),
                    said: format!("Copied {lines}."),
                }
            }
        }
    }

    fn as_text(&self) -> String {
        let mut text = "What left this computer, the newest first\n".to_owned();
        for line in &self.lines {
            text.push_str("\n- ");
            text.push_str(line.what);
            text.push_str(". ");
            text.push_str(&line.when_and_where);
            if !line.amount.is_empty() {
                text.push(' ');
                text.push_str(&line.amount);
            }
        }
        text.push('\n');
        text
    }

    /// The page.
    pub fn view<'a>(&'a self, _context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let back = Some(("Back", Message::Back));
        let copy = (!self.lines.is_empty()).then(|| {
            button::plain(look, "left/copy", "Copy as text", Message::Copy)
                .icon(Icon::Copy)
                .into()
        });
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "The list could not be read", problem));
        let page = column![widgets::page_header(
            look,
            "What left this computer",
            back,
            copy
        )]
        .push(problem);
        if self.lines.is_empty() {
            let sentence = "Nothing of your record has left this computer. \
                What you copy, back up or save elsewhere is listed here.";
            return widgets::page(
                look,
                page.push(widgets::empty_state(look, sentence, None))
                    .spacing(gap::L),
            );
        }
        let shown = self.shown.min(self.lines.len());
        let rows = self.lines.iter().take(shown).map(|line| line.view(look));
        let about = [
            "Withy keeps this list in your record. It says how much left, never what it said.",
            "It cannot know what you send or tell yourself. Phone numbers and addresses that you copy are not listed.",
        ];
        let about = about.map(|sentence| widgets::reading(look, sentence));
        let page = page
            .push(column(about).spacing(look.paragraph()))
            .push(widgets::list_spaced(
                look,
                "What left, the newest first",
                rows.collect(),
                gap::L,
            ))
            .push(widgets::pager(
                look,
                "left/more",
                shown,
                self.lines.len(),
                "lines",
                Message::More,
            ));
        widgets::page(look, page.spacing(gap::L))
    }
}

impl Line {
    fn of(left: &Left) -> Self {
        let when = format!(
            "On {} at {}",
            words::date(left.at.date()),
            words::time(left.at.time())
        );
        Self {
            what: left.what.words(),
            when_and_where: match &left.to {
                To::Clipboard => format!("{when}, to the clipboard."),
                To::Printer => format!("{when}, to a printer."),
                To::File(path) => format!("{when}, to {}.", path.display()),
            },
            amount: counted(&left.amount),
        }
    }

    fn view<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let amount = (!self.amount.is_empty()).then(|| widgets::quiet(look, self.amount.as_str()));
        column![
            widgets::strong(look, self.what),
            widgets::body(look, self.when_and_where.as_str()),
            amount,
        ]
        .spacing(gap::XS)
        .into()
    }
}

/// “How much: 3 notes and 2 children.” Empty when nothing was counted.
fn counted(amount: &Amount) -> String {
    match amounts::listed(amount) {
        nothing if nothing.is_empty() => nothing,
        listed => format!("How much: {listed}."),
    }
}
