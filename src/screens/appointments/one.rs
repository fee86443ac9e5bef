//! One appointment: what is known about it, the questions for it, and afterwards what was said.

use iced::widget::Id;
use jiff::{ToSpan, ZonedDateTime};

use super::after::{self, After};
use super::{Message as Screen, questions};
use crate::record::attachment::BelongsTo;
use crate::record::question::State;
use crate::record::{Appointment, Error, Question, QuestionFilter, appointment, question};
use crate::screens::shared::drafts::FormDraft;
use crate::screens::shared::files_part::FilesPart;
use crate::screens::{Action, Context};
use crate::words;

mod view;

/// How many waiting questions are offered at first, and how many more each time.
const ROWS: usize = 20;

/// The open appointment.
#[derive(Debug)]
pub(super) struct One {
    appointment: Appointment,
    questions: Vec<Question>,
    /// Those that nobody has asked yet, in their order.
    waiting: Vec<Question>,
    offers: Vec<Offer>,
    offers_open: bool,
    offers_shown: usize,
    is_over: bool,
    asking: String,
    asking_draft: FormDraft,
    after: Option<After>,
    /// Its letters and files.
    pub(super) files: FilesPart,
    /// Why a change failed.
    pub(super) problem: Option<String>,
}

/// A question that waits and could be asked here.
#[derive(Debug)]
struct Offer {
    question: Question,
    from: Option<String>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something among the questions.
    Questions(questions::Message),
    /// Show the waiting questions, or hide them.
    Offers,
    /// More waiting questions.
    MoreOffers,
    /// Ask this waiting question here.
    Take(question::Id),
    /// Write down what became of it.
    WriteUp,
    /// Something while writing up.
    After(after::Message),
    /// Keep what was written up.
    SaveAfter,
}

impl One {
    /// The appointment, with what was being typed; `None` when it is no longer kept.
    pub(super) fn open(context: &Context, id: appointment::Id) -> Result<Option<Self>, Error> {
        let Some(appointment) = context.read(|record| record.appointment(id))? else {
            return Ok(None);
        };
        let mut one = Self {
            appointment,
            questions: Vec::new(),
            waiting: Vec::new(),
            offers: Vec::new(),
            offers_open: false,
            offers_shown: ROWS,
            is_over: false,
            asking: String::new(),
            asking_draft: FormDraft::new(format!("appointment/{id}/question")),
            after: None,
            files: FilesPart::default(),
            problem: None,
        };
        let _ = one.refresh(context)?;
        one.asking = one.asking_draft.read(context)?.unwrap_or_default();
        one.after = After::waiting(context, &one.appointment, &one.questions)?;
        if one.after.is_none() && one.is_over && !one.is_written_up() {
            one.after = Some(After::of(&one.appointment, &one.questions));
        }
        Ok(Some(one))
    }

    /// Reads everything again and keeps what is typed. False when the appointment is gone.
    pub(super) fn refresh(&mut self, context: &Context) -> Result<bool, Error> {
        let id = self.appointment.id;
        let Some(appointment) = context.read(|record| record.appointment(id))? else {
            return Ok(false);
        };
        self.appointment = appointment;
        let here = QuestionFilter {
            appointment: Some(id),
            ..QuestionFilter::default()
        };
        self.questions = context.read(|record| record.questions(&here))?;
        self.waiting = self.questions.clone();
        self.waiting
            .retain(|question| question.state() == State::Waiting);
        self.is_over = is_over(&self.appointment, &context.now());
        let children = self.appointment.children.as_slice();
        self.files
            .read(context, BelongsTo::Appointment(id), children)?;
        self.read_offers(context)?;
        if let Some(after) = &mut self.after {
            after.refresh(&self.appointment, &self.questions);
        }
        Ok(true)
    }

    /// Every waiting question that is not going to be asked at another appointment.
    fn read_offers(&mut self, context: &Context) -> Result<(), Error> {
        let now = context.now();
        let waiting = QuestionFilter {
            state: Some(State::Waiting),
            ..QuestionFilter::default()
        };
        self.offers.clear();
        for question in context.read(|record| record.questions(&waiting))? {
            let elsewhere = match question.appointment {
                Some(here) if here == self.appointment.id => continue,
                Some(other) => context.read(|record| record.appointment(other))?,
                None => None,
            };
            let from = match elsewhere {
                Some(other) if !is_over(&other, &now) => continue,
                Some(other) => Some(format!(
                    "Not asked at {} on {}",
                    words::one_line(&other.title()),
                    words::date(other.starts.date())
                )),
                None => None,
            };
            self.offers.push(Offer { question, from });
        }
        Ok(())
    }

    pub(super) fn id(&self) -> appointment::Id {
        self.appointment.id
    }

    pub(super) fn is_writing(&self) -> bool {
        !self.asking.trim().is_empty()
            || self.asking_draft.is_behind()
            || self.after.as_ref().is_some_and(After::has_words)
    }

    pub(super) fn keep_drafts(&mut self, context: &mut Context) -> Result<bool, Error> {
        let asking = &self.asking;
        let asking = self.asking_draft.keep(context, || {
            Some(asking.clone()).filter(|words| !words.trim().is_empty())
        })?;
        let after = match &mut self.after {
            Some(after) => after.keep_draft(context)?,
            None => false,
        };
        Ok(asking || after)
    }

    /// Whether anything was written about what happened there.
    fn is_written_up(&self) -> bool {
        !self.appointment.said.trim().is_empty()
            || self
                .questions
                .iter()
                .any(|question| question.state() != State::Waiting)
    }

    pub(super) fn update(&mut self, context: &mut Context, message: Message) -> Action<Screen> {
        match message {
            Message::Questions(message) => self.ask(context, message),
            Message::Offers => {
                self.offers_open = !self.offers_open;
                Action::None
            }
            Message::MoreOffers => {
                self.offers_shown += ROWS;
                Action::None
            }
            Message::Take(id) => self.take(context, id),
            Message::WriteUp => {
                let after = After::of(&self.appointment, &self.questions);
                let first = after.first_focus();
                self.after = Some(after);
                Action::Focus(first)
            }
            Message::After(message) => match &mut self.after {
                Some(after) => after.update(message),
                None => Action::None,
            },
            Message::SaveAfter => self.save_after(context),
        }
    }

    fn ask(&mut self, context: &mut Context, message: questions::Message) -> Action<Screen> {
        match message {
            questions::Message::Typed(typed) => {
                self.asking = typed;
                self.asking_draft.touch();
                Action::None
            }
            questions::Message::Add => self.add(context),
            questions::Message::Up(id) => self.reorder(context, id, true),
            questions::Message::Down(id) => self.reorder(context, id, false),
            questions::Message::TakeOff(id) => {
                let Some(mut question) = self.question(id) else {
                    return Action::None;
                };
                question.appointment = None;
                let done = context.change("Question taken off the appointment", |change| {
                    change.put_question(&question)
                });
                let said = "Taken off. The question still waits in Questions";
                self.after_change(context, done, said, Id::new(questions::FIELD))
            }
        }
    }

    fn add(&mut self, context: &mut Context) -> Action<Screen> {
        let field = Id::new(questions::FIELD);
        if self.asking.trim().is_empty() {
            return Action::Focus(field);
        }
        let mut question = questions::next(&context.now(), &self.asking, &self.questions);
        question.appointment = Some(self.appointment.id);
        question.service = self.appointment.service;
        question.children.clone_from(&self.appointment.children);
        let done = context.change("Question added", |change| change.put_question(&question));
        if done.is_ok() {
            self.asking.clear();
            if let Err(problem) = self.asking_draft.forget(context) {
                self.problem = Some(problem.to_string());
            }
        }
        self.after_change(context, done, "Question added", field)
    }

    fn reorder(&mut self, context: &mut Context, id: question::Id, up: bool) -> Action<Screen> {
        let mut waiting = self.waiting.clone();
        let Some(focus) = questions::moved(&mut waiting, id, up) else {
            return Action::None;
        };
        let order: Vec<question::Id> = waiting.iter().map(|question| question.id).collect();
        let appointment = self.appointment.id;
        let done = context.change("Question moved", |change| {
            change.reorder_questions(appointment, &order)
        });
        self.after_change(context, done, "Question moved", focus)
    }

    fn take(&mut self, context: &mut Context, id: question::Id) -> Action<Screen> {
        let Some(place) = self.offers.iter().position(|offer| offer.question.id == id) else {
            return Action::None;
        };
        let mut question = self.offers[place].question.clone();
        let last = questions::next(&context.now(), "", &self.questions);
        question.appointment = Some(self.appointment.id);
        question.position = last.position;
        let done = context.change("Question taken to the appointment", |change| {
            change.put_question(&question)
        });
        let next = self.offers.get(place + 1).map_or_else(
            || Id::new(questions::FIELD),
            |offer| take_id(offer.question.id),
        );
        self.after_change(context, done, "Question taken to this appointment", next)
    }

    fn save_after(&mut self, context: &mut Context) -> Action<Screen> {
        let Some(after) = &self.after else {
            return Action::None;
        };
        let day = self.appointment.starts.date().min(context.today());
        let questions = after.changed(day);
        let appointment = Appointment {
            said: after.said(),
            ..self.appointment.clone()
        };
        let done = context.change("What was said", |change| {
            change.put_appointment(&appointment)?;
            questions
                .iter()
                .try_for_each(|question| change.put_question(question))
        });
        if done.is_ok() {
            let mut after = self.after.take();
            if let Some(Err(problem)) = after.as_mut().map(|after| after.forget_draft(context)) {
                self.problem = Some(problem.to_string());
            }
        }
        self.after_change(context, done, "Saved", Id::new("page-title"))
    }

    fn after_change(
        &mut self,
        context: &Context,
        done: Result<(), Error>,
        said: &str,
        focus: Id,
    ) -> Action<Screen> {
        match done.and_then(|()| self.refresh(context)) {
            Ok(_) => Action::Several(vec![Action::Saved(said.to_owned()), Action::Focus(focus)]),
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    fn question(&self, id: question::Id) -> Option<Question> {
        self.questions
            .iter()
            .find(|question| question.id == id)
            .cloned()
    }
}

/// Whether it has ended; one of unknown length is over when it starts.
fn is_over(appointment: &Appointment, now: &ZonedDateTime) -> bool {
    let minutes = appointment.minutes.unwrap_or(0);
    appointment
        .starts
        .saturating_add(i64::from(minutes).minutes())
        <= *now
}

fn take_id(id: question::Id) -> Id {
    Id::from(format!("take/{id}"))
}
