//! One appointment as a row of a list.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Message as Screen;
use crate::look::{Icon, Look, Tint};
use crate::record::question::State;
use crate::record::{Appointment, Child, Error, QuestionFilter, appointment};
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element};
use crate::words;

/// A row, in words.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: appointment::Id,
    pub(super) day: Date,
    /// `2:30pm, Paediatrician`.
    pub(super) title: String,
    detail: String,
    /// When it was, for rows that are not under the heading of their day.
    when: Option<String>,
}

/// How many questions an appointment has.
#[derive(Debug, Default, Clone, Copy)]
struct Asked {
    all: usize,
    waiting: usize,
}

/// Makes rows, knowing the family and the questions.
pub(super) struct Rows<'a> {
    family: &'a [Child],
    today: Date,
    questions: HashMap<appointment::Id, Asked>,
}

impl<'a> Rows<'a> {
    pub(super) fn read(context: &Context, family: &'a [Child]) -> Result<Self, Error> {
        let all = context.read(|record| record.questions(&QuestionFilter::default()))?;
        let mut questions: HashMap<appointment::Id, Asked> = HashMap::new();
        for question in all {
            if let Some(appointment) = question.appointment {
                let asked = questions.entry(appointment).or_default();
                asked.all += 1;
                asked.waiting += usize::from(question.state() == State::Waiting);
            }
        }
        Ok(Self {
            family,
            today: context.today(),
            questions,
        })
    }

    /// A row under the heading of its day.
    pub(super) fn under_day(&self, appointment: &Appointment) -> Row {
        let asked = self.asked(appointment);
        let questions = (asked.all > 0).then(|| words::count(asked.all, "question", "questions"));
        Row {
            id: appointment.id,
            day: appointment.starts.date(),
            title: format!(
                "{}, {}",
                words::time(appointment.starts.time()),
                words::one_line(&appointment.title())
            ),
            detail: self.detail(appointment, questions),
            when: None,
        }
    }

    /// A row of what is over, which says when it was.
    pub(super) fn over(&self, appointment: &Appointment) -> Row {
        let asked = self.asked(appointment);
        let waiting = (asked.waiting > 0).then(|| {
            let count = words::count(asked.waiting, "question", "questions");
            format!("{count} still waiting")
        });
        Row {
            id: appointment.id,
            day: appointment.starts.date(),
            title: words::one_line(&appointment.title()),
            detail: self.detail(appointment, waiting),
            when: Some(format!(
                "{}, {}",
                words::near_day(appointment.starts.date(), self.today),
                words::time(appointment.starts.time())
            )),
        }
    }

    fn asked(&self, appointment: &Appointment) -> Asked {
        self.questions
            .get(&appointment.id)
            .copied()
            .unwrap_or_default()
    }

    fn detail(&self, appointment: &Appointment, questions: Option<String>) -> String {
        let place = Some(words::one_line(&appointment.place)).filter(|place| !place.is_empty());
        let about = Some(children::names(self.family, &appointment.children))
            .filter(|names| !names.is_empty());
        let facts: Vec<String> = [about, place, questions].into_iter().flatten().collect();
        facts.join(". ")
    }
}

impl Row {
    pub(super) fn view<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let detail = Some(self.detail.as_str()).filter(|detail| !detail.is_empty());
        widgets::row_button(
            look,
            format!("appointment/{}", self.id),
            self.title.as_str(),
            detail,
            self.when.as_deref(),
            Some((Icon::Appointments, Tint::Health)),
            Screen::Open(self.id),
        )
    }
}
