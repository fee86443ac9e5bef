//! Budget: what a Personal Health Budget is, who has a right, how it is held, and what to ask.

use crate::guide::budget;
use crate::guide::easy_read::Whole;
use crate::look::{Icon, Look};
use crate::record::starter_questions;
use crate::screens::shared::book::Reader;
use crate::screens::{Action, Context, Place, QuestionsStart};
use crate::widgets::Element;
use crate::words;

pub use crate::screens::shared::book::Message;

/// The pages about Personal Health Budgets, as long as the window lives.
#[derive(Debug)]
pub struct Budget(Reader);

impl Default for Budget {
    fn default() -> Self {
        Self::new()
    }
}

impl Budget {
    /// With the list of pages open.
    pub fn new() -> Self {
        Self(Reader::new(
            budget::book(),
            "budget",
            "Personal Health Budget",
            |_| Some(Whole::Budget),
        ))
    }

    /// Opens the place as it was left.
    pub fn enter(&mut self, context: &Context) {
        self.refresh(context);
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.0.refresh(context);
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        self.0.update(context, message)
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let count = words::count(starter_questions::all().len(), "question", "questions");
        let label = format!("See {count} to ask");
        let questions = Place::Questions(QuestionsStart::Budget);
        self.0
            .view(context, &look, (label, Icon::Questions, questions))
    }
}
