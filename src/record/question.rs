//! Questions to ask, and the answers.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::id::id;
use super::{Error, Record, appointment, child, store};
use crate::directory::service;

id!("a question", Question);

/// How far a question has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has been asked.
    Waiting,
    /// Asked, with no answer yet.
    Asked,
    /// Answered.
    Answered,
}

impl State {
    /// Every state, in the order a question goes through them.
    pub const ALL: &'static [State] = &[State::Waiting, State::Asked, State::Answered];

    /// What the screen says.
    pub fn words(self) -> &'static str {
        match self {
            State::Waiting => "Waiting to be asked",
            State::Asked => "Asked",
            State::Answered => "Answered",
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The lasting identity.
    pub id: Id,
    /// The question, as typed.
    pub text: String,
    /// The id of a group of starter questions, such as `amount`.
    pub group: Option<String>,
    /// The id of the starter question it came from, such as `q01`.
    pub starter: Option<String>,
    /// The appointment where it will be asked.
    pub appointment: Option<appointment::Id>,
    /// The service it is for.
    pub service: Option<service::Id>,
    /// Its place in the list, lowest first: a new question goes last.
    pub position: i64,
    /// The day it was asked.
    pub asked_on: Option<Date>,
    /// The answer, as typed.
    pub answer: String,
    /// Who answered, as typed.
    pub answered_by: String,
    /// The day of the answer.
    pub answered_on: Option<Date>,
    /// The children it is about. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
}

impl Question {
    /// An empty question, at the end of the list.
    pub fn new(now: &ZonedDateTime) -> Question {
        Question {
            id: Id::new(now),
            text: String::new(),
            group: None,
            starter: None,
            appointment: None,
            service: None,
            // The time it was written puts it last without asking the record.
            position: now.timestamp().as_millisecond(),
            asked_on: None,
            answer: String::new(),
            answered_by: String::new(),
            answered_on: None,
            children: Vec::new(),
        }
    }

    /// Answered with words or a day of the answer; asked with a day it was asked; else waiting.
    pub fn state(&self) -> State {
        if !self.answer.trim().is_empty() || self.answered_on.is_some() {
            State::Answered
        } else if self.asked_on.is_some() {
            State::Asked
        } else {
            State::Waiting
        }
    }
}

/// Which questions to list. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QuestionFilter {
    /// Only questions in this state.
    pub state: Option<State>,
    /// Only questions about this child.
    pub child: Option<child::Id>,
    /// Only questions for this appointment.
    pub appointment: Option<appointment::Id>,
    /// Only questions of this group of starter questions.
    pub group: Option<String>,
    /// Only questions for this service.
    pub service: Option<service::Id>,
}

impl Record {
    /// Questions in the family’s own order.
    pub fn questions(&self, filter: &QuestionFilter) -> Result<Vec<Question>, Error> {
        store::question::list(&self.connection, filter)
    }

    /// One question, unless it is in the bin or was never kept.
    pub fn question(&self, id: Id) -> Result<Option<Question>, Error> {
        store::question::kept(&self.connection, id)
    }
}
