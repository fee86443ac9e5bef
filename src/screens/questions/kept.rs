//! What the questions screen reads from the record.

use jiff::ZonedDateTime;

use crate::record::question::{self, State};
use crate::record::{
    self, Appointment, Child, Question, QuestionFilter, appointment, child, starter_questions,
};
use crate::screens::shared::keeping::appointment_words;
use crate::screens::{Context, children};

/// How many coming appointments a question can be taken to.
const COMING: u32 = 6;

/// Everything the screen shows, read once.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Every child.
    pub(super) children: Vec<Child>,
    /// Every question, in the family’s order.
    pub(super) questions: Vec<Question>,
    /// Coming appointments, soonest first.
    pub(super) coming: Vec<Appointment>,
    /// Appointments that questions were taken to and that are over.
    over: Vec<Appointment>,
}

impl Kept {
    pub(super) fn read(context: &Context) -> Result<Self, record::Error> {
        let now = context.now();
        context.read(|record| {
            let questions = record.questions(&QuestionFilter::default())?;
            let coming = record.appointments_after(&now, COMING)?;
            let mut over: Vec<Appointment> = Vec::new();
            for id in questions.iter().filter_map(|question| question.appointment) {
                let known = coming.iter().chain(&over).any(|one| one.id == id);
                if !known && let Some(appointment) = record.appointment(id)? {
                    over.push(appointment);
                }
            }
            Ok(Self {
                children: record.children()?,
                questions,
                coming,
                over,
            })
        })
    }

    pub(super) fn question(&self, id: question::Id) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The question in the list that came from this starter question.
    pub(super) fn asked_from(&self, starter: &str) -> Option<&Question> {
        self.questions
            .iter()
            .find(|question| question.starter.as_deref() == Some(starter))
    }

    pub(super) fn appointment(&self, id: appointment::Id) -> Option<&Appointment> {
        self.coming
            .iter()
            .chain(&self.over)
            .find(|appointment| appointment.id == id)
    }

    pub(super) fn count(&self, state: State) -> usize {
        self.questions
            .iter()
            .filter(|question| question.state() == state)
            .count()
    }

    /// The names of these children: “Maya and Sam”. Empty when it is about none.
    pub(super) fn names(&self, ids: &[child::Id]) -> String {
        children::names(&self.children, ids)
    }

    /// Where a question can be taken: no appointment yet, the coming ones, and the one it is with
    /// now even when that is over.
    pub(super) fn places_to_take(
        &self,
        with: Option<appointment::Id>,
        now: &ZonedDateTime,
    ) -> Vec<(Option<appointment::Id>, String)> {
        let over = with
            .filter(|id| self.coming.iter().all(|one| one.id != *id))
            .and_then(|id| self.appointment(id));
        self.coming
            .iter()
            .chain(over)
            .map(|one| (Some(one.id), appointment_words(one, now.date())))
            .chain([(None, "Not decided yet".to_owned())])
            .collect()
    }
}

/// What the screen calls a group of starter questions.
pub(super) fn group_title(id: &str) -> Option<&'static str> {
    starter_questions::groups()
        .iter()
        .find(|group| group.id == id)
        .map(|group| group.title.as_str())
}
