//! After the appointment: what became of each question, and what was said.

use iced::widget::Id;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Message as Screen;
use super::one;
use crate::record::question::State;
use crate::record::{Appointment, Error, Question, appointment, question};
use crate::screens::shared::drafts::FormDraft;
use crate::screens::{Action, Context};
use crate::widgets::field::{Edit, Writing};

mod view;

/// What is being written up.
#[derive(Debug)]
pub(super) struct After {
    said: Writing,
    answers: Vec<Answer>,
    has_words: bool,
    draft: FormDraft,
}

/// What became of one question.
#[derive(Debug)]
struct Answer {
    question: Question,
    state: State,
    words: Writing,
    by: String,
}

/// What happened while writing up.
#[derive(Debug, Clone)]
pub enum Message {
    /// What was said.
    Said(Edit),
    /// The question was asked or answered; pressed again, it still waits.
    Became(question::Id, State),
    /// The answer.
    Words(question::Id, Edit),
    /// Who answered.
    By(question::Id, String),
}

/// What is being written up, as its draft is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    said: String,
    answers: Vec<AnswerDraft>,
}

#[derive(Debug, Serialize, Deserialize)]
struct AnswerDraft {
    question: Uuid,
    state: Became,
    words: String,
    by: String,
}

/// [`State`] as a draft keeps it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Became {
    Waiting,
    Asked,
    Answered,
}

impl After {
    /// Starts from what is kept.
    pub(super) fn of(appointment: &Appointment, questions: &[Question]) -> Self {
        Self {
            said: Writing::new(&appointment.said),
            answers: questions
                .iter()
                .map(|question| Answer::of(question, &appointment.with_whom))
                .collect(),
            has_words: false,
            draft: FormDraft::new(key(appointment.id)),
        }
    }

    /// What was being written and not saved, if anything.
    pub(super) fn waiting(
        context: &Context,
        appointment: &Appointment,
        questions: &[Question],
    ) -> Result<Option<Self>, Error> {
        let mut after = Self::of(appointment, questions);
        let Some(draft) = after.draft.read::<Draft>(context)? else {
            return Ok(None);
        };
        after.said = Writing::carried_on(&draft.said);
        for kept in draft.answers {
            if let Some(answer) = after.answer(question::Id(kept.question)) {
                answer.state = kept.state.into();
                answer.words = Writing::carried_on(&kept.words);
                answer.by = kept.by;
            }
        }
        after.has_words = true;
        Ok(Some(after))
    }

    pub(super) fn has_words(&self) -> bool {
        self.has_words
    }

    /// The control to focus first.
    pub(super) fn first_focus(&self) -> Id {
        self.answers.first().map_or_else(
            || Id::new("appointments/said"),
            |answer| became_id(answer.question.id, State::Answered),
        )
    }

    /// Takes in what changed elsewhere, and keeps what is typed.
    pub(super) fn refresh(&mut self, appointment: &Appointment, questions: &[Question]) {
        if !self.has_words {
            let draft = self.draft.clone();
            *self = Self {
                draft,
                ..Self::of(appointment, questions)
            };
            return;
        }
        self.answers
            .retain(|answer| questions.iter().any(|kept| kept.id == answer.question.id));
        for kept in questions {
            match self.answer(kept.id) {
                Some(answer) => answer.question = kept.clone(),
                None => self.answers.push(Answer::of(kept, &appointment.with_whom)),
            }
        }
    }

    pub(super) fn update(&mut self, message: Message) -> Action<Screen> {
        let mut focus = None;
        match message {
            Message::Said(edit) => {
                let changes = edit.changes_words();
                self.said.apply(edit);
                if !changes {
                    return Action::None;
                }
            }
            Message::Became(id, state) => {
                if let Some(answer) = self.answer(id) {
                    answer.state = if answer.state == state {
                        State::Waiting
                    } else {
                        state
                    };
                    focus = (answer.state == State::Answered)
                        .then(|| Id::from(format!("answer/{id}/words")));
                }
            }
            Message::Words(id, edit) => {
                let changes = edit.changes_words();
                if let Some(answer) = self.answer(id) {
                    answer.words.apply(edit);
                }
                if !changes {
                    return Action::None;
                }
            }
            Message::By(id, by) => {
                if let Some(answer) = self.answer(id) {
                    answer.by = by;
                }
            }
        }
        self.has_words = true;
        self.draft.touch();
        focus.map_or(Action::None, Action::Focus)
    }

    /// What was said, exactly as typed.
    pub(super) fn said(&self) -> String {
        self.said.text()
    }

    /// The questions that became something else, asked or answered on `day`.
    pub(super) fn changed(&self, day: Date) -> Vec<Question> {
        self.answers
            .iter()
            .map(|answer| (answer, answer.question_on(day)))
            .filter(|(answer, changed)| answer.question != *changed)
            .map(|(_, changed)| changed)
            .collect()
    }

    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, Error> {
        let Self {
            said,
            answers,
            draft,
            ..
        } = self;
        draft.keep(context, || {
            Some(Draft {
                said: said.text(),
                answers: answers.iter().map(AnswerDraft::of).collect(),
            })
        })
    }

    pub(super) fn forget_draft(&mut self, context: &mut Context) -> Result<(), Error> {
        self.has_words = false;
        self.draft.forget(context)
    }

    fn answer(&mut self, id: question::Id) -> Option<&mut Answer> {
        self.answers
            .iter_mut()
            .find(|answer| answer.question.id == id)
    }
}

impl Answer {
    /// As it is kept; who answered starts as whom the appointment is with.
    fn of(question: &Question, with_whom: &str) -> Self {
        let by = if question.answered_by.is_empty() {
            with_whom
        } else {
            &question.answered_by
        };
        Self {
            state: question.state(),
            words: Writing::new(&question.answer),
            by: by.to_owned(),
            question: question.clone(),
        }
    }

    /// The question as it will be kept. Days that were known before stay.
    fn question_on(&self, day: Date) -> Question {
        let mut question = self.question.clone();
        let asked_on = question.asked_on.or(Some(day));
        match self.state {
            State::Waiting => {
                forget_answer(&mut question);
                question.asked_on = None;
            }
            State::Asked => {
                forget_answer(&mut question);
                question.asked_on = asked_on;
            }
            State::Answered => {
                question.asked_on = asked_on;
                question.answered_on = question.answered_on.or(Some(day));
                question.answer = self.words.text().trim().to_owned();
                self.by.trim().clone_into(&mut question.answered_by);
            }
        }
        question
    }
}

impl AnswerDraft {
    fn of(answer: &Answer) -> Self {
        Self {
            question: answer.question.id.0,
            state: answer.state.into(),
            words: answer.words.text(),
            by: answer.by.clone(),
        }
    }
}

impl From<State> for Became {
    fn from(state: State) -> Self {
        match state {
            State::Waiting => Self::Waiting,
            State::Asked => Self::Asked,
            State::Answered => Self::Answered,
        }
    }
}

impl From<Became> for State {
    fn from(became: Became) -> Self {
        match became {
            Became::Waiting => Self::Waiting,
            Became::Asked => Self::Asked,
            Became::Answered => Self::Answered,
        }
    }
}

fn forget_answer(question: &mut Question) {
    question.answer.clear();
    question.answered_by.clear();
    question.answered_on = None;
}

fn key(id: appointment::Id) -> String {
    format!("appointment/{id}/after")
}

/// The id of the button that says what became of a question.
fn became_id(id: question::Id, state: State) -> Id {
    let word = match state {
        State::Answered => "answered",
        State::Asked | State::Waiting => "asked",
    };
    Id::from(format!("answer/{id}/{word}"))
}

fn screen(message: Message) -> Screen {
    Screen::One(one::Message::After(message))
}
