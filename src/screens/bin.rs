//! The bin: what was deleted in the last 30 days, and Restore.

use iced::widget::{Id, column};

use super::{Action, Context, Place};
use crate::look::{Icon, Look, gap, measure};
use crate::record::{Binned, Error, Item};
use crate::widgets::{self, Element, button, notice};
use crate::words;

/// How many rows are shown at first, and how many more each time.
const ROWS: usize = 20;

/// The screen.
#[derive(Debug)]
pub struct Bin {
    rows: Vec<Row>,
    shown: usize,
    problem: Option<String>,
}

/// One deleted thing, in words.
#[derive(Debug)]
struct Row {
    item: Item,
    title: String,
    about: String,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Take this out of the bin.
    Restore(Item),
    /// More rows.
    More,
    /// Back to where the person came from.
    Back,
    /// Open Today.
    Today,
}

impl Default for Bin {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            shown: ROWS,
            problem: None,
        }
    }
}

impl Bin {
    /// The screen, before anything is read.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the bin at its newest.
    pub fn enter(&mut self, context: &Context) {
        self.shown = ROWS;
        self.refresh(context);
    }

    /// Reads the bin again.
    pub fn refresh(&mut self, context: &Context) {
        let today = context.today();
        match context.read(|record| record.bin()) {
            Ok(binned) => {
                self.rows = binned.iter().map(|binned| Row::of(binned, today)).collect();
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    /// Answers a press.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Restore(item) => self.restore(context, item),
            Message::More => {
                self.shown += ROWS;
                Action::None
            }
            Message::Back => Action::Back,
            Message::Today => Action::Open(Place::Today),
        }
    }

    fn restore(&mut self, context: &mut Context, item: Item) -> Action<Message> {
        let what = kind(item);
        let next = self.neighbour(item).map(restore_id);
        match context.change(&format!("{what} restored"), |change| change.restore(item)) {
            Ok(()) => {
                self.refresh(context);
                Action::Several(vec![
                    Action::Saved(format!("{what} restored")),
                    Action::Focus(next.unwrap_or_else(|| "page-title".into())),
                ])
            }
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    /// The row after this one, or else before it: where the focus goes when this one leaves.
    fn neighbour(&self, item: Item) -> Option<Item> {
        let place = self.rows.iter().position(|row| row.item == item)?;
        let other = self
            .rows
            .get(place + 1)
            .or_else(|| self.rows.get(place.checked_sub(1)?))?;
        Some(other.item)
    }

    /// The page.
    pub fn view<'a>(&'a self, _context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let back = Some(("Back", Message::Back));
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "That did not work", problem));
        let page = column![widgets::page_header(look, "Bin", back, None)].push(problem);
        if self.rows.is_empty() {
            let today = button::plain(look, "bin/today", "Go to Today", Message::Today);
            let sentence = "The bin is empty. What you delete stays here for 30 days.";
            let empty = widgets::empty_state(look, sentence, Some(today.into()));
            return widgets::page(look, page.push(empty).spacing(gap::L));
        }
        let shown = self.shown.min(self.rows.len());
        let rows = self
            .rows
            .iter()
            .take(shown)
            .map(|row| row.view(look))
            .collect();
        let pager = widgets::pager(
            look,
            "bin/more",
            shown,
            self.rows.len(),
            "things",
            Message::More,
        );
        let page = page
            .push(widgets::body(
                look,
                "What you delete stays here for 30 days. Then it goes for good.",
            ))
            .push(widgets::list_spaced(look, "Deleted", rows, gap::M))
            .push(pager);
        widgets::page(look, page.spacing(gap::L))
    }
}

impl Row {
    fn of(binned: &Binned, today: jiff::civil::Date) -> Self {
        let deleted = binned.deleted_at.date();
        let day = match words::days_between(deleted, today) {
            0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            _ => format!("on {}", words::near_day(deleted, today)),
        };
        Self {
            item: binned.what,
            title: words::one_line(&binned.title),
            about: format!(
                "{}, deleted {day}. It goes for good on {}.",
                kind(binned.what),
                words::date(binned.goes_on)
            ),
        }
    }

    fn view<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let about = column![
            widgets::strong(look, self.title.as_str()),
            widgets::quiet(look, self.about.as_str())
        ];
        let restore = button::plain(
            look,
            restore_id(self.item),
            "Restore",
            Message::Restore(self.item),
        )
        .icon(Icon::Restore)
        .name(format!("Restore {}", self.title));
        widgets::card(
            look,
            widgets::beside(about, restore, measure::READING / 2.0, gap::L),
        )
    }
}

/// What kind of thing it is.
fn kind(item: Item) -> &'static str {
    match item {
        Item::Child(_) => "Child",
        Item::Note(_) => "Note",
        Item::Appointment(_) => "Appointment",
        Item::Question(_) => "Question",
        Item::SavedService(_) => "Saved service",
        Item::Step(_) => "Step",
        Item::Path(_) => "Path",
        Item::Experience(_) => "Your family’s experience",
        Item::Attachment(_) => "File",
    }
}

/// The id of the button that restores it.
fn restore_id(item: Item) -> Id {
    let id = match item {
        Item::Child(id) => id.0,
        Item::Note(id) => id.0,
        Item::Appointment(id) => id.0,
        Item::Question(id) => id.0,
        Item::SavedService(id) => id.0,
        Item::Step(id) => id.0,
        Item::Path(id) => id.0,
        Item::Experience(id) => id.0,
        Item::Attachment(id) => id.0,
    };
    Id::from(format!("bin/restore/{id}"))
}
