//! The answer to one question, as it is typed: the words, who said them, and the day.

use iced::widget::column;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::look::{Icon, Look, gap};
use crate::record;
use crate::record::Question;
use crate::screens::Context;
use crate::screens::shared::drafts::FormDraft;
use crate::widgets::field::Writing;
use crate::widgets::{self, Element, button, field};
use crate::words;

/// The form of one answer.
#[derive(Debug)]
pub(super) struct Answering {
    pub(super) text: Writing,
    pub(super) typed: Typed,
    pub(super) text_problem: Option<&'static str>,
    pub(super) day_problem: Option<String>,
    before: Words,
    draft: FormDraft,
}

/// Who answered, and the day, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Typed {
    pub(super) by: String,
    pub(super) on: String,
}

/// All that a draft keeps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Words {
    text: String,
    typed: Typed,
}

impl Answering {
    /// The form for this question: what was typed before, else its answer, else empty with the
    /// day of today.
    pub(super) fn of(context: &Context, question: &Question) -> Self {
        let day = question.answered_on.unwrap_or_else(|| context.today());
        let before = Words {
            text: question.answer.clone(),
            typed: Typed {
                by: question.answered_by.clone(),
                on: words::date(day),
            },
        };
        let mut draft = FormDraft::new(format!("answer/{}", question.id));
        let words = draft.read::<Words>(context).ok().flatten();
        let words = words.unwrap_or_else(|| before.clone());
        Self {
            text: Writing::carried_on(&words.text),
            typed: words.typed,
            text_problem: None,
            day_problem: None,
            before,
            draft,
        }
    }

    /// Whether it differs from what is kept, or a draft is behind.
    pub(super) fn is_changed(&self) -> bool {
        self.draft.is_behind() || self.words() != self.before
    }

    /// Something was typed.
    pub(super) fn touch(&mut self) {
        self.draft.touch();
    }

    fn words(&self) -> Words {
        Words {
            text: self.text.text(),
            typed: self.typed.clone(),
        }
    }

    /// Keeps a draft when the words changed since the last one.
    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        let words = self.words();
        let changed = words != self.before;
        self.draft.keep(context, || changed.then_some(words))
    }

    /// Forgets the draft, because the answer was kept.
    pub(super) fn forget_draft(&mut self, context: &mut Context) -> Result<(), record::Error> {
        self.draft.forget(context)
    }

    /// What to keep: the words, who said them, and the day. `None` leaves a sentence under the
    /// field that needs it.
    pub(super) fn checked(&mut self, today: Date) -> Option<(String, String, Date)> {
        let text = self.text.text().trim().to_owned();
        self.text_problem = text
            .is_empty()
            .then_some("Write what the answer was, then keep it.");
        let day = match words::parse_date(&self.typed.on, today) {
            Ok(day) if day > today => Err("That day has not come yet. Check the date.".to_owned()),
            Ok(day) => Ok(day),
            Err(problem) => Err(problem.to_string()),
        };
        self.day_problem = day.as_ref().err().cloned();
        match (self.text_problem, day) {
            (None, Ok(day)) => Some((text, self.typed.by.trim().to_owned(), day)),
            _ => None,
        }
    }

    pub(super) fn view<'a>(&'a self, today: Date, look: &Look) -> Element<'a, Message> {
        let keep = button::main(
            look,
            "question/answer/keep",
            "Keep the answer",
            Message::KeepAnswer,
        )
        .icon(Icon::Check);
        let kept = self.draft.line(today);
        let kept = kept.map(|line| widgets::quiet(look, line));
        let actions = [Some(keep.into()), kept].into_iter().flatten().collect();
        column![
            field::long_text(
                look,
                "question/answer",
                "What was the answer?",
                &self.text,
                Message::Answer
            )
            .error(self.text_problem),
            field::text(
                look,
                "question/by",
                "Who answered?",
                &self.typed.by,
                Message::AnsweredBy
            )
            .help("A name, or a job like “the paediatrician”.")
            .on_submit(Message::KeepAnswer),
            field::date(
                look,
                "question/on",
                "When?",
                &self.typed.on,
                today,
                Message::AnsweredOn
            )
            .error(self.day_problem.as_deref()),
            widgets::stack_or_row(look, actions, gap::M),
        ]
        .spacing(gap::L)
        .into()
    }
}
