//! The words of one question while they are changed.

use crate::look::{Look, gap};
use crate::record::{self, Question};
use crate::screens::Context;
use crate::screens::shared::drafts::FormDraft;
use crate::widgets::{self, Element, button, field};
use iced::widget::column;
use jiff::civil::Date;

use super::Message;

/// The words as they are typed.
#[derive(Debug)]
pub(super) struct Wording {
    text: String,
    problem: Option<&'static str>,
    draft: FormDraft,
}

impl Wording {
    /// The words as they are kept.
    pub(super) fn of(question: &Question) -> Self {
        Self {
            text: question.text.clone(),
            problem: None,
            draft: FormDraft::new(format!("question/{}", question.id)),
        }
    }

    /// The words that were half typed when the person went elsewhere, if they were.
    pub(super) fn restored(context: &Context, question: &Question) -> Option<Self> {
        let mut words = Self::of(question);
        words.text = words.draft.read(context).ok().flatten()?;
        Some(words)
    }

    pub(super) fn set(&mut self, typed: String) {
        self.text = typed;
        self.problem = None;
        self.draft.touch();
    }

    pub(super) fn is_writing(&self) -> bool {
        self.draft.is_behind()
    }

    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        self.draft.keep(context, || Some(&self.text))
    }

    pub(super) fn forget_draft(&mut self, context: &mut Context) -> Result<(), record::Error> {
        self.draft.forget(context)
    }

    /// The words to keep; `None` leaves a sentence under the field.
    pub(super) fn checked(&mut self) -> Option<String> {
        let text = self.text.trim().to_owned();
        self.problem = text
            .is_empty()
            .then_some("A question needs words. Write it, or delete the question.");
        self.problem.is_none().then_some(text)
    }

    pub(super) fn view<'a>(&'a self, today: Date, look: &Look) -> Element<'a, Message> {
        let keep = button::plain(
            look,
            "question/words/keep",
            "Keep these words",
            Message::KeepWords,
        );
        let leave = button::quiet(
            look,
            "question/words/leave",
            "Leave it as it was",
            Message::LeaveWords,
        );
        let kept = self.draft.line(today);
        let kept = kept.map(|line| widgets::quiet(look, line));
        let actions = [Some(keep.into()), Some(leave.into()), kept];
        column![
            field::text(
                look,
                "question/words",
                "The question",
                &self.text,
                Message::Words
            )
            .error(self.problem)
            .on_submit(Message::KeepWords),
            widgets::wrap_row(actions.into_iter().flatten().collect(), gap::M),
        ]
        .spacing(gap::M)
        .into()
    }
}
