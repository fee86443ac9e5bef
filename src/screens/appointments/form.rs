//! The form where an appointment is added or changed.

use iced::widget::Id;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::questions;
use super::{Message as Screen, length};
use crate::directory::service;
use crate::record::{Appointment, Error, Question, appointment, child};
use crate::screens::shared::children;
use crate::screens::shared::drafts::FormDraft;
use crate::screens::shared::moment::TypedMoment;
use crate::screens::{Action, Context};
use crate::widgets::field::{Edit, Writing};
use crate::words;

mod view;

/// The key of the draft of a new appointment.
const NEW: &str = "appointment/new";

/// What is being typed.
#[derive(Debug)]
pub(super) struct Form {
    appointment: Appointment,
    is_new: bool,
    when: TypedMoment,
    minutes: String,
    bring: Writing,
    questions: Vec<Question>,
    asking: String,
    details: bool,
    services: Vec<(service::Id, String)>,
    has_words: bool,
    restored: bool,
    with_problem: Option<&'static str>,
    length_problem: Option<&'static str>,
    draft: FormDraft,
    /// Why saving failed.
    pub(super) problem: Option<String>,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// Who it is with.
    With(String),
    /// The date, as typed.
    Date(String),
    /// The time, as typed.
    Time(String),
    /// Open the fields that most appointments do not need.
    Details,
    /// How long, as typed.
    Length(String),
    /// Where.
    Place(String),
    /// What it is for.
    Why(String),
    /// What to bring.
    Bring(Edit),
    /// About this child, or no longer.
    Child(child::Id),
    /// With this service, or none.
    Service(Option<service::Id>),
    /// Something among the questions.
    Questions(questions::Message),
}

/// A form as its draft is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    with_whom: String,
    when: TypedMoment,
    minutes: String,
    place: String,
    why: String,
    bring: String,
    children: Vec<Uuid>,
    service: Option<service::Id>,
    questions: Vec<String>,
    asking: String,
    details: bool,
}

impl Form {
    /// A new appointment, or the one that was begun and not saved.
    pub(super) fn open_new(context: &Context) -> Result<Self, Error> {
        let mut form = Self::of(Appointment::new(&context.now()), true);
        form.when = TypedMoment::default();
        form.restore(context)?;
        form.read_services(context)?;
        Ok(form)
    }

    /// An appointment that is kept, with what was typed since; `None` when it is no longer there.
    pub(super) fn open(context: &Context, id: appointment::Id) -> Result<Option<Self>, Error> {
        let Some(appointment) = context.read(|record| record.appointment(id))? else {
            return Ok(None);
        };
        let mut form = Self::of(appointment, false);
        form.restore(context)?;
        form.read_services(context)?;
        Ok(Some(form))
    }

    /// Who the new appointment is with that was begun and not saved, if there is one.
    pub(super) fn waiting_draft(context: &Context) -> Result<Option<String>, Error> {
        let draft = FormDraft::new(NEW).read::<Draft>(context)?;
        Ok(draft.map(|draft| first_words(&draft.with_whom)))
    }

    fn of(appointment: Appointment, is_new: bool) -> Self {
        let key = if is_new {
            NEW.to_owned()
        } else {
            format!("appointment/{}", appointment.id)
        };
        let has_details = appointment.minutes.is_some()
            || appointment.service.is_some()
            || !appointment.children.is_empty()
            || [&appointment.place, &appointment.why, &appointment.bring]
                .iter()
                .any(|words| !words.is_empty());
        Self {
            when: TypedMoment::of(&appointment.starts),
            minutes: appointment.minutes.map(words::length).unwrap_or_default(),
            bring: Writing::new(&appointment.bring),
            appointment,
            is_new,
            questions: Vec::new(),
            asking: String::new(),
            details: has_details,
            services: Vec::new(),
            has_words: false,
            restored: false,
            with_problem: None,
            length_problem: None,
            draft: FormDraft::new(key),
            problem: None,
        }
    }

    fn restore(&mut self, context: &Context) -> Result<(), Error> {
        let Some(draft) = self.draft.read::<Draft>(context)? else {
            return Ok(());
        };
        self.appointment.with_whom = draft.with_whom;
        self.appointment.place = draft.place;
        self.appointment.why = draft.why;
        self.appointment.children = draft.children.into_iter().map(child::Id).collect();
        self.appointment.service = draft.service;
        self.when = draft.when;
        self.minutes = draft.minutes;
        self.bring = Writing::carried_on(&draft.bring);
        self.asking = draft.asking;
        self.details = draft.details;
        for words in &draft.questions {
            let question = questions::next(&context.now(), words, &self.questions);
            self.questions.push(question);
        }
        self.has_words = true;
        self.restored = true;
        Ok(())
    }

    /// The services that the family saved, and the one that is chosen.
    fn read_services(&mut self, context: &Context) -> Result<(), Error> {
        let saved = context.read(|record| record.saved_services())?;
        self.services = saved
            .into_iter()
            .map(|saved| (saved.service, saved.name))
            .collect();
        self.offer_service(context);
        Ok(())
    }

    fn offer_service(&mut self, context: &Context) {
        let Some(chosen) = self.appointment.service else {
            return;
        };
        let is_offered = self.services.iter().any(|(id, _)| *id == chosen);
        if let Some(service) = context.directory.service(chosen).filter(|_| !is_offered) {
            self.services.insert(0, (chosen, service.name.clone()));
        }
    }

    pub(super) fn id(&self) -> appointment::Id {
        self.appointment.id
    }

    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Whether anything was typed or chosen that is not saved.
    pub(super) fn has_words(&self) -> bool {
        self.has_words
    }

    /// Whether there is anything to keep, or a draft to let go of.
    pub(super) fn is_writing(&self) -> bool {
        self.has_words || self.draft.is_behind()
    }

    /// Who it is with, for the list.
    pub(super) fn first_words(&self) -> String {
        first_words(&self.appointment.with_whom)
    }

    /// The service and day that a new appointment starts from, where nothing was typed yet.
    pub(super) fn start_with(
        &mut self,
        context: &Context,
        service: Option<service::Id>,
        on: Option<Date>,
    ) {
        if let Some(day) = on
            && self.when.date.is_empty()
        {
            self.when.date = words::date(day);
        }
        if self.appointment.service.is_none() {
            self.appointment.service = service;
            self.offer_service(context);
        }
        if let Some(service) = service.and_then(|id| context.directory.service(id))
            && self.appointment.with_whom.is_empty()
        {
            self.appointment.with_whom.clone_from(&service.name);
        }
    }

    /// Reads the appointment again unless it is being changed. A changed one that is no longer kept
    /// becomes a new one, so that saving brings the words back. False when there is nothing left
    /// to show: it is gone, and nobody had changed it.
    pub(super) fn refresh(&mut self, context: &Context) -> Result<bool, Error> {
        if !self.is_new {
            match context.read(|record| record.appointment(self.appointment.id))? {
                Some(appointment) if !self.has_words => *self = Self::of(appointment, false),
                Some(_) => {}
                None if !self.has_words => return Ok(false),
                None => {
                    self.appointment.id = appointment::Id::new(&context.now());
                    self.is_new = true;
                    self.has_words = true;
                    self.draft = FormDraft::new(NEW);
                    self.draft.touch();
                }
            }
        }
        self.read_services(context)?;
        Ok(true)
    }

    pub(super) fn update(&mut self, context: &Context, message: Message) -> Action<Screen> {
        let mut focus = None;
        match message {
            Message::With(words) => {
                self.appointment.with_whom = words;
                self.with_problem = None;
            }
            Message::Date(typed) => self.when.type_date(typed),
            Message::Time(typed) => self.when.type_time(typed),
            Message::Details => {
                self.details = true;
                return Action::Focus(Id::new("appointments/length"));
            }
            Message::Length(typed) => {
                self.minutes = typed;
                self.length_problem = None;
            }
            Message::Place(words) => self.appointment.place = words,
            Message::Why(words) => self.appointment.why = words,
            Message::Bring(edit) => {
                let changes = edit.changes_words();
                self.bring.apply(edit);
                if !changes {
                    return Action::None;
                }
            }
            Message::Child(child) => children::toggle(&mut self.appointment.children, child),
            Message::Service(service) => self.appointment.service = service,
            Message::Questions(message) => focus = self.ask(context, message),
        }
        self.has_words = !self.is_new || !self.is_blank();
        self.draft.touch();
        focus.map_or(Action::None, Action::Focus)
    }

    /// Whether nothing is written in it. What is only chosen is quickly chosen again.
    fn is_blank(&self) -> bool {
        let typed = [
            &self.appointment.with_whom,
            &self.when.date,
            &self.when.time,
            &self.minutes,
            &self.appointment.place,
            &self.appointment.why,
            &self.asking,
        ];
        self.questions.is_empty()
            && self.bring.is_empty()
            && typed.iter().all(|words| words.trim().is_empty())
    }

    fn ask(&mut self, context: &Context, message: questions::Message) -> Option<Id> {
        match message {
            questions::Message::Typed(typed) => {
                self.asking = typed;
                None
            }
            questions::Message::Add => {
                self.add_question(context);
                Some(Id::new(questions::FIELD))
            }
            questions::Message::Up(id) => questions::moved(&mut self.questions, id, true),
            questions::Message::Down(id) => questions::moved(&mut self.questions, id, false),
            questions::Message::TakeOff(id) => {
                self.questions.retain(|question| question.id != id);
                Some(Id::new(questions::FIELD))
            }
        }
    }

    /// Adds the question that was typed, if one was.
    fn add_question(&mut self, context: &Context) {
        let typed = std::mem::take(&mut self.asking);
        if !typed.trim().is_empty() {
            let question = questions::next(&context.now(), &typed, &self.questions);
            self.questions.push(question);
        }
    }

    /// The appointment and its new questions as they will be kept. A question that was typed and
    /// not added counts too: nobody types one to throw it away.
    ///
    /// # Errors
    /// The control to put right first; what is wrong is said under each.
    pub(super) fn finished(
        &mut self,
        context: &Context,
    ) -> Result<(Appointment, Vec<Question>), Id> {
        let is_nameless = [&self.appointment.with_whom, &self.appointment.why]
            .iter()
            .all(|words| words.trim().is_empty());
        self.with_problem =
            is_nameless.then_some("Type who or what it is with, like Paediatrician.");
        let length = length::read(&self.minutes);
        self.length_problem = length.err();
        self.details = self.details || length.is_err();
        let starts = if self.is_new || self.when != TypedMoment::of(&self.appointment.starts) {
            self.when.read(context.today(), context.clock.zone())
        } else {
            Some(self.appointment.starts.clone())
        };
        let first_wrong = [
            (is_nameless, "appointments/with"),
            (self.when.date_problem.is_some(), "appointments/date"),
            (self.when.time_problem.is_some(), "appointments/time"),
            (length.is_err(), "appointments/length"),
        ];
        if let Some((_, id)) = first_wrong.into_iter().find(|(wrong, _)| *wrong) {
            return Err(Id::new(id));
        }
        let (Some(starts), Ok(minutes)) = (starts, length) else {
            return Err(Id::new("appointments/date"));
        };
        self.add_question(context);
        let appointment = Appointment {
            starts,
            minutes,
            with_whom: self.appointment.with_whom.trim().to_owned(),
            place: self.appointment.place.trim().to_owned(),
            why: self.appointment.why.trim().to_owned(),
            bring: self.bring.text().trim().to_owned(),
            ..self.appointment.clone()
        };
        let mut questions: Vec<Question> = Vec::new();
        for typed in &self.questions {
            let mut question = questions::next(&context.now(), &typed.text, &questions);
            question.id = typed.id;
            question.appointment = Some(appointment.id);
            question.service = appointment.service;
            question.children.clone_from(&appointment.children);
            questions.push(question);
        }
        Ok((appointment, questions))
    }

    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, Error> {
        let Self {
            appointment,
            when,
            minutes,
            bring,
            questions,
            asking,
            details,
            has_words,
            draft,
            ..
        } = self;
        let has_words = *has_words;
        let words = || Draft {
            with_whom: appointment.with_whom.clone(),
            when: when.clone(),
            minutes: minutes.clone(),
            place: appointment.place.clone(),
            why: appointment.why.clone(),
            bring: bring.text(),
            children: appointment.children.iter().map(|child| child.0).collect(),
            service: appointment.service,
            questions: questions
                .iter()
                .map(|question| question.text.clone())
                .collect(),
            asking: asking.clone(),
            details: *details,
        };
        draft.keep(context, || has_words.then(words))
    }

    pub(super) fn forget_draft(&mut self, context: &mut Context) -> Result<(), Error> {
        self.draft.forget(context)
    }
}

fn first_words(with_whom: &str) -> String {
    let words = words::one_line(with_whom);
    if words.is_empty() {
        "It has no name yet.".to_owned()
    } else {
        format!("“{words}”")
    }
}
