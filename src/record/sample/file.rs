//! How `data/sample/family.json` is written, and what it says on a given day.

use std::collections::HashMap;

use jiff::civil::{Date, Time};
use jiff::{ToSpan, ZonedDateTime};
use serde::Deserialize;

use crate::directory::service;
use crate::record::attachment::BelongsTo;
use crate::record::child::Colour;
use crate::record::note::Kind;
use crate::record::saved_service::Status;
use crate::record::{
    Appointment, Child, Error, Experience, KeptPath, Note, Question, SavedService, Step,
    appointment, child, starter_questions,
};

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Family {
    children: Vec<ChildEntry>,
    appointments: Vec<AppointmentEntry>,
    notes: Vec<NoteEntry>,
    questions: Vec<QuestionEntry>,
    saved_services: Vec<SavedServiceEntry>,
    steps: Vec<StepEntry>,
    paths: Vec<PathEntry>,
    experiences: Vec<ExperienceEntry>,
    letters: Vec<LetterEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChildEntry {
    key: String,
    name: String,
    colour: String,
    born: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppointmentEntry {
    key: String,
    day: i32,
    time: Time,
    minutes: u32,
    with_whom: String,
    service: Option<String>,
    place: String,
    why: String,
    #[serde(default)]
    bring: String,
    #[serde(default)]
    said: String,
    children: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteEntry {
    day: i32,
    time: Time,
    kind: String,
    text: String,
    #[serde(default)]
    people: String,
    #[serde(default)]
    tags: Vec<String>,
    children: Vec<String>,
    service: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionEntry {
    /// Absent where the words are those of a starter question.
    text: Option<String>,
    starter: Option<String>,
    appointment: Option<String>,
    service: Option<String>,
    asked: Option<i32>,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    answered_by: String,
    answered: Option<i32>,
    children: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedServiceEntry {
    slug: String,
    name: String,
    note: String,
    status: String,
    saved: i32,
    children: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepEntry {
    text: String,
    service: Option<String>,
    due: Option<i32>,
    done: Option<i32>,
    children: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathEntry {
    title: String,
    age: String,
    worries: Vec<String>,
    answers: Vec<(String, String)>,
    kept: i32,
    children: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExperienceEntry {
    promise: String,
    day: i32,
    text: String,
    children: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterEntry {
    name: String,
    text: String,
    day: i32,
    time: Time,
    appointment: String,
    children: Vec<String>,
}

/// A letter whose bytes are still to be read into the record.
pub(super) struct Letter {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) added: ZonedDateTime,
    pub(super) belongs_to: Option<BelongsTo>,
    pub(super) children: Vec<child::Id>,
}

/// What the file says on one day, ready to be kept.
pub(super) struct Things {
    pub(super) children: Vec<Child>,
    pub(super) appointments: Vec<Appointment>,
    pub(super) notes: Vec<Note>,
    pub(super) questions: Vec<Question>,
    pub(super) saved_services: Vec<SavedService>,
    pub(super) steps: Vec<Step>,
    pub(super) paths: Vec<KeptPath>,
    pub(super) experiences: Vec<Experience>,
    pub(super) letters: Vec<Letter>,
}

impl Family {
    /// What the file says on the day of `now`.
    pub(super) fn things(
        self,
        now: &ZonedDateTime,
        slug_to_id: &dyn Fn(&str) -> Option<service::Id>,
    ) -> Result<Things, Error> {
        let mut on = On {
            now,
            slug_to_id,
            children: HashMap::new(),
            appointments: HashMap::new(),
        };
        Ok(Things {
            children: on.each(self.children, On::child)?,
            appointments: on.each(self.appointments, On::appointment)?,
            notes: on.each(self.notes, On::note)?,
            questions: on.each(self.questions.into_iter().zip(0_i64..), On::question)?,
            saved_services: on
                .each(self.saved_services, On::saved_service)?
                .into_iter()
                .flatten()
                .collect(),
            steps: on.each(self.steps, On::step)?,
            paths: on.each(self.paths, On::path)?,
            experiences: on.each(self.experiences, On::experience)?,
            letters: on.each(self.letters, On::letter)?,
        })
    }
}

/// One day, and what has been read so far.
struct On<'a> {
    now: &'a ZonedDateTime,
    slug_to_id: &'a dyn Fn(&str) -> Option<service::Id>,
    children: HashMap<String, child::Id>,
    appointments: HashMap<String, appointment::Id>,
}

impl On<'_> {
    fn each<E, T>(
        &mut self,
        entries: impl IntoIterator<Item = E>,
        read: fn(&mut Self, E) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        entries.into_iter().map(|entry| read(self, entry)).collect()
    }

    fn child(&mut self, entry: ChildEntry) -> Result<Child, Error> {
        let child = Child {
            name: entry.name,
            colour: Colour::from_code(&entry.colour).unwrap_or(Colour::Blue),
            date_of_birth: Some(self.day(entry.born)?),
            ..Child::new(self.now)
        };
        let _ = self.children.insert(entry.key, child.id);
        Ok(child)
    }

    fn appointment(&mut self, entry: AppointmentEntry) -> Result<Appointment, Error> {
        let appointment = Appointment {
            starts: self.moment(entry.day, entry.time)?,
            minutes: Some(entry.minutes),
            with_whom: entry.with_whom,
            service: self.service(entry.service),
            place: entry.place,
            why: entry.why,
            bring: entry.bring,
            said: entry.said,
            children: self.children(entry.children),
            ..Appointment::new(self.now)
        };
        let _ = self.appointments.insert(entry.key, appointment.id);
        Ok(appointment)
    }

    fn note(&mut self, entry: NoteEntry) -> Result<Note, Error> {
        Ok(Note {
            at: self.moment(entry.day, entry.time)?,
            kind: Kind::from_code(&entry.kind).unwrap_or(Kind::Other),
            text: entry.text,
            people: entry.people,
            tags: entry.tags,
            children: self.children(entry.children),
            service: self.service(entry.service),
            ..Note::new(self.now)
        })
    }

    fn question(&mut self, (entry, position): (QuestionEntry, i64)) -> Result<Question, Error> {
        let new = Question::new(self.now);
        let starter = starter_questions::all()
            .iter()
            .find(|it| Some(&it.id) == entry.starter.as_ref());
        Ok(Question {
            text: entry
                .text
                .or(starter.map(|it| it.question.clone()))
                .unwrap_or_default(),
            group: starter.map(|it| it.group.clone()),
            starter: entry.starter,
            appointment: entry
                .appointment
                .and_then(|key| self.appointments.get(&key).copied()),
            service: self.service(entry.service),
            position: new.position + position,
            asked_on: entry.asked.map(|days| self.day(days)).transpose()?,
            answer: entry.answer,
            answered_by: entry.answered_by,
            answered_on: entry.answered.map(|days| self.day(days)).transpose()?,
            children: self.children(entry.children),
            ..new
        })
    }

    fn saved_service(&mut self, entry: SavedServiceEntry) -> Result<Option<SavedService>, Error> {
        let Some(service) = (self.slug_to_id)(&entry.slug) else {
            return Ok(None);
        };
        Ok(Some(SavedService {
            note: entry.note,
            status: Status::from_code(&entry.status).unwrap_or(Status::ToContact),
            children: self.children(entry.children),
            saved_on: self.day(entry.saved)?,
            ..SavedService::new(self.now, service, &entry.name)
        }))
    }

    fn step(&mut self, entry: StepEntry) -> Result<Step, Error> {
        Ok(Step {
            text: entry.text,
            service: self.service(entry.service),
            due: entry.due.map(|days| self.day(days)).transpose()?,
            done_on: entry.done.map(|days| self.day(days)).transpose()?,
            children: self.children(entry.children),
            ..Step::new(self.now)
        })
    }

    fn path(&mut self, entry: PathEntry) -> Result<KeptPath, Error> {
        Ok(KeptPath {
            title: entry.title,
            age: entry.age,
            worries: entry.worries,
            answers: entry.answers,
            kept_on: self.day(entry.kept)?,
            children: self.children(entry.children),
            ..KeptPath::new(self.now)
        })
    }

    fn experience(&mut self, entry: ExperienceEntry) -> Result<Experience, Error> {
        Ok(Experience {
            happened_on: self.day(entry.day)?,
            text: entry.text,
            children: self.children(entry.children),
            ..Experience::new(self.now, &entry.promise)
        })
    }

    fn letter(&mut self, entry: LetterEntry) -> Result<Letter, Error> {
        let appointment = self.appointments.get(&entry.appointment);
        Ok(Letter {
            name: entry.name,
            text: entry.text,
            added: self.moment(entry.day, entry.time)?,
            belongs_to: appointment.copied().map(BelongsTo::Appointment),
            children: self.children(entry.children),
        })
    }

    fn children(&self, keys: Vec<String>) -> Vec<child::Id> {
        keys.iter()
            .filter_map(|key| self.children.get(key).copied())
            .collect()
    }

    fn service(&self, slug: Option<String>) -> Option<service::Id> {
        slug.and_then(|slug| (self.slug_to_id)(&slug))
    }

    /// So many days after today, or before it when negative.
    fn day(&self, days: i32) -> Result<Date, Error> {
        self.now
            .date()
            .checked_add(days.days())
            .map_err(Error::other)
    }

    fn moment(&self, days: i32, time: Time) -> Result<ZonedDateTime, Error> {
        let civil = self.day(days)?.to_datetime(time);
        civil
            .to_zoned_datetime(self.now.time_zone().clone())
            .map_err(Error::other)
    }
}
