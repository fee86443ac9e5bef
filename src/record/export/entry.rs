//! How each thing stands in `record.json`. Every field is always there; what is not known is `null`.
//!
//! A field is added or renamed only with a new [`super::VERSION`], and with its line in
//! `data/export/data-dictionary.csv`.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::directory::service;
use crate::record::attachment::{self, Attachment, BelongsTo, Content};
use crate::record::child::Colour;
use crate::record::saved_service::Status;
use crate::record::{
    Appointment, Child, Experience, KeptPath, Note, Question, SavedService, Step, appointment,
    child, experience, note, path, question, saved_service, step,
};

/// A time as RFC 9557 text. One whose offset its zone no longer has keeps the time on the clock.
pub(crate) mod time {
    use jiff::ZonedDateTime;
    use jiff::fmt::temporal::DateTimeParser;
    use jiff::tz::OffsetConflict;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    static TIMES: DateTimeParser =
        DateTimeParser::new().offset_conflict(OffsetConflict::PreferOffset);

    pub(crate) fn serialize<S: Serializer>(time: &ZonedDateTime, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(time)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<ZonedDateTime, D::Error> {
        let text = String::deserialize(from)?;
        TIMES.parse_zoned_datetime(&text).map_err(D::Error::custom)
    }
}

/// The same where there may be none.
pub(crate) mod maybe_time {
    use jiff::ZonedDateTime;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Time(#[serde(with = "super::time")] ZonedDateTime);

    #[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
    pub(crate) fn serialize<S: Serializer>(
        time: &Option<ZonedDateTime>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        time.clone().map(Time).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<ZonedDateTime>, D::Error> {
        Ok(Option::<Time>::deserialize(from)?.map(|time| time.0))
    }
}

/// Writes the entry of one kind of thing, and the way there and back.
macro_rules! entry {
    (
        $(#[$about:meta])*
        $entry:ident is $thing:ident of $module:ident {
            $( $(#[$with:meta])* $name:ident : $kind:ty = $field:ident $(, $out:expr, $back:expr)? ; )*
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $entry {
            pub(crate) id: Uuid,
            $( $(#[$with])* pub(crate) $name: $kind, )*
            #[serde(with = "maybe_time")]
            pub(crate) deleted_at: Option<ZonedDateTime>,
        }

        impl $entry {
            pub(crate) fn new(thing: $thing, deleted_at: Option<ZonedDateTime>) -> $entry {
                $entry {
                    id: thing.id.0,
                    $( $name: entry!(@apply thing.$field $(, $out)?), )*
                    deleted_at,
                }
            }

            pub(crate) fn thing(self) -> $thing {
                $thing {
                    id: $module::Id(self.id),
                    $( $field: entry!(@apply self.$name $(, $back)?), )*
                }
            }
        }
    };
    (@apply $value:expr) => { $value };
    (@apply $value:expr, $change:expr) => { $change($value) };
}

entry! {
    /// A child.
    ChildEntry is Child of child {
        name: String = name;
        colour: Colour = colour;
        date_of_birth: Option<Date> = date_of_birth;
    }
}

entry! {
    /// A note.
    NoteEntry is Note of note {
        #[serde(with = "time")]
        date_time: ZonedDateTime = at;
        kind: note::Kind = kind;
        text: String = text;
        people: String = people;
        tags: Vec<String> = tags;
        child_ids: Vec<Uuid> = children, child_ids, children;
        service_id: Option<service::Id> = service;
    }
}

entry! {
    /// An appointment.
    AppointmentEntry is Appointment of appointment {
        #[serde(with = "time")]
        start: ZonedDateTime = starts;
        duration_minutes: Option<u32> = minutes;
        with_whom: String = with_whom;
        location: String = place;
        summary: String = why;
        bring: String = bring;
        said: String = said;
        child_ids: Vec<Uuid> = children, child_ids, children;
        service_id: Option<service::Id> = service;
    }
}

entry! {
    /// A question.
    QuestionEntry is Question of question {
        text: String = text;
        group: Option<String> = group;
        starter_id: Option<String> = starter;
        position: i64 = position;
        asked_on: Option<Date> = asked_on;
        answer: String = answer;
        answered_by: String = answered_by;
        answered_on: Option<Date> = answered_on;
        appointment_id: Option<Uuid> = appointment,
            |id: Option<appointment::Id>| id.map(|id| id.0), |id: Option<Uuid>| id.map(appointment::Id);
        child_ids: Vec<Uuid> = children, child_ids, children;
        service_id: Option<service::Id> = service;
    }
}

entry! {
    /// A saved service.
    SavedServiceEntry is SavedService of saved_service {
        service_id: service::Id = service;
        name: String = name;
        phone: Option<String> = phone;
        note: String = note;
        status: Status = status;
        saved_on: Date = saved_on;
        child_ids: Vec<Uuid> = children, child_ids, children;
    }
}

entry! {
    /// A step.
    StepEntry is Step of step {
        text: String = text;
        due: Option<Date> = due;
        completed: Option<Date> = done_on;
        child_ids: Vec<Uuid> = children, child_ids, children;
        service_id: Option<service::Id> = service;
    }
}

entry! {
    /// A path through the guide.
    PathEntry is KeptPath of path {
        title: String = title;
        age_id: String = age;
        worry_ids: Vec<String> = worries;
        answers: Vec<AnswerEntry> = answers, answers_out, answers_back;
        kept_on: Date = kept_on;
        child_ids: Vec<Uuid> = children, child_ids, children;
    }
}

entry! {
    /// An experience beside a promise.
    ExperienceEntry is Experience of experience {
        promise_id: String = promise;
        happened_on: Date = happened_on;
        text: String = text;
        child_ids: Vec<Uuid> = children, child_ids, children;
        #[serde(with = "time")]
        created: ZonedDateTime = created;
        #[serde(with = "time")]
        last_modified: ZonedDateTime = changed;
    }
}

/// A letter or another file. Its bytes stand in the export under `path`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileEntry {
    pub(crate) id: Uuid,
    pub(crate) path: String,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) media_type: String,
    pub(crate) size: u64,
    pub(crate) sha256: String,
    #[serde(with = "time")]
    pub(crate) created: ZonedDateTime,
    pub(crate) note_id: Option<Uuid>,
    pub(crate) appointment_id: Option<Uuid>,
    pub(crate) child_ids: Vec<Uuid>,
    #[serde(with = "maybe_time")]
    pub(crate) deleted_at: Option<ZonedDateTime>,
}

impl FileEntry {
    pub(crate) fn new(thing: Attachment, deleted_at: Option<ZonedDateTime>) -> FileEntry {
        let (note_id, appointment_id) = match thing.belongs_to {
            Some(BelongsTo::Note(id)) => (Some(id.0), None),
            Some(BelongsTo::Appointment(id)) => (None, Some(id.0)),
            None => (None, None),
        };
        FileEntry {
            id: thing.id.0,
            path: super::file_name::path(&thing.content.sha256, &thing.name),
            name: thing.name,
            title: thing.title,
            media_type: thing.media_type,
            size: thing.content.size,
            sha256: thing.content.sha256,
            created: thing.added,
            note_id,
            appointment_id,
            child_ids: child_ids(thing.children),
            deleted_at,
        }
    }

    pub(crate) fn thing(self) -> Attachment {
        let content = self.content();
        let note = self.note_id.map(|id| BelongsTo::Note(note::Id(id)));
        let appointment = self
            .appointment_id
            .map(|id| BelongsTo::Appointment(appointment::Id(id)));
        Attachment {
            id: attachment::Id(self.id),
            name: self.name,
            title: self.title,
            media_type: self.media_type,
            content,
            added: self.created,
            belongs_to: note.or(appointment),
            children: children(self.child_ids),
        }
    }

    /// Which bytes they are.
    pub(crate) fn content(&self) -> Content {
        Content {
            sha256: self.sha256.clone(),
            size: self.size,
        }
    }
}

/// One answer on a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerEntry {
    pub(crate) question_id: String,
    pub(crate) answer_id: String,
}

/// What was being typed in one form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftEntry {
    pub(crate) form: String,
    pub(crate) words: String,
    #[serde(with = "time")]
    pub(crate) kept_at: ZonedDateTime,
}

/// A service that something refers to, by the name it had in the directory on that day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ServiceEntry {
    pub(crate) id: service::Id,
    pub(crate) name: String,
}

fn child_ids(children: Vec<child::Id>) -> Vec<Uuid> {
    children.into_iter().map(|id| id.0).collect()
}

fn children(ids: Vec<Uuid>) -> Vec<child::Id> {
    ids.into_iter().map(child::Id).collect()
}

fn answers_out(answers: Vec<(String, String)>) -> Vec<AnswerEntry> {
    let entries = answers
        .into_iter()
        .map(|(question_id, answer_id)| AnswerEntry {
            question_id,
            answer_id,
        });
    entries.collect()
}

fn answers_back(answers: Vec<AnswerEntry>) -> Vec<(String, String)> {
    let pairs = answers.into_iter().map(|it| (it.question_id, it.answer_id));
    pairs.collect()
}
