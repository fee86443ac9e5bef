//! Everything in a record, as `record.json` holds it.

use std::collections::BTreeSet;
use std::io;

use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entry::{
    AppointmentEntry, ChildEntry, DraftEntry, ExperienceEntry, FileEntry, NoteEntry, PathEntry,
    QuestionEntry, SavedServiceEntry, ServiceEntry, StepEntry, time,
};
use super::{FORMAT, Section, Services, VERSION};
use crate::directory::service;
use crate::record::{Counts, Error, Item, Record, store};
use crate::words;

/// The whole of `record.json`. Within a list the order is that in which things were added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contents {
    pub(crate) format: String,
    pub(crate) format_version: u32,
    pub(crate) made_by: String,
    #[serde(with = "time")]
    pub(crate) made_at: ZonedDateTime,
    pub(crate) children: Vec<ChildEntry>,
    pub(crate) notes: Vec<NoteEntry>,
    pub(crate) appointments: Vec<AppointmentEntry>,
    pub(crate) questions: Vec<QuestionEntry>,
    pub(crate) saved_services: Vec<SavedServiceEntry>,
    pub(crate) steps: Vec<StepEntry>,
    pub(crate) paths: Vec<PathEntry>,
    pub(crate) experiences: Vec<ExperienceEntry>,
    pub(crate) files: Vec<FileEntry>,
    pub(crate) drafts: Vec<DraftEntry>,
    pub(crate) services: Vec<ServiceEntry>,
    /// Sentences about what could not be read.
    pub(crate) not_read: Vec<String>,
}

impl Contents {
    fn empty(now: &ZonedDateTime) -> Contents {
        Contents {
            format: FORMAT.to_owned(),
            format_version: VERSION,
            made_by: concat!("Withy ", env!("CARGO_PKG_VERSION")).to_owned(),
            made_at: now.clone(),
            children: vec![],
            notes: vec![],
            appointments: vec![],
            questions: vec![],
            saved_services: vec![],
            steps: vec![],
            paths: vec![],
            experiences: vec![],
            files: vec![],
            drafts: vec![],
            services: vec![],
            not_read: vec![],
        }
    }

    /// Reads the whole record. With `salvage`, files whose bytes are damaged are left out and named.
    pub(crate) fn read(
        record: &Record,
        services: &Services,
        salvage: bool,
        now: &ZonedDateTime,
    ) -> Result<Contents, Error> {
        let mut contents = Contents::empty(now);
        for section in Section::ALL {
            let there = store::everything::things(&record.connection, section.table())?;
            for (item, deleted_at) in there {
                contents.add(record, item, deleted_at)?;
            }
        }
        let drafts = store::everything::drafts(&record.connection)?;
        let drafts = drafts.into_iter().map(|(form, draft)| DraftEntry {
            form,
            words: draft.words,
            kept_at: draft.kept_at,
        });
        contents.drafts.extend(drafts);
        if salvage {
            contents.leave_out_damaged_files(record);
        }
        contents.name_services(services);
        Ok(contents)
    }

    /// Reads each file through once: one that is not as it was given is no file to hand on.
    fn leave_out_damaged_files(&mut self, record: &Record) {
        let mut missing = vec![];
        self.files.retain(|file| {
            let read = record.read_content(&file.content()).and_then(|mut bytes| {
                let _ = io::copy(&mut bytes, &mut io::sink())?;
                Ok(())
            });
            if read.is_err() {
                let name = words::one_line(&file.name);
                missing.push(format!(
                    "The file “{name}” could not be read: it is damaged."
                ));
            }
            read.is_ok()
        });
        self.not_read.append(&mut missing);
    }

    fn add(
        &mut self,
        record: &Record,
        item: Item,
        deleted_at: Option<ZonedDateTime>,
    ) -> Result<(), Error> {
        let connection = &record.connection;
        match item {
            Item::Child(id) => {
                let thing = store::child::any(connection, id)?.ok_or(Error::Damaged)?;
                self.children.push(ChildEntry::new(thing, deleted_at));
            }
            Item::Note(id) => {
                let thing = store::note::any(connection, id)?.ok_or(Error::Damaged)?;
                self.notes.push(NoteEntry::new(thing, deleted_at));
            }
            Item::Appointment(id) => {
                let thing = store::appointment::any(connection, id)?.ok_or(Error::Damaged)?;
                self.appointments
                    .push(AppointmentEntry::new(thing, deleted_at));
            }
            Item::Question(id) => {
                let thing = store::question::any(connection, id)?.ok_or(Error::Damaged)?;
                self.questions.push(QuestionEntry::new(thing, deleted_at));
            }
            Item::SavedService(id) => {
                let thing = store::saved_service::any(connection, id)?.ok_or(Error::Damaged)?;
                self.saved_services
                    .push(SavedServiceEntry::new(thing, deleted_at));
            }
            Item::Step(id) => {
                let thing = store::step::any(connection, id)?.ok_or(Error::Damaged)?;
                self.steps.push(StepEntry::new(thing, deleted_at));
            }
            Item::Path(id) => {
                let thing = store::path::any(connection, id)?.ok_or(Error::Damaged)?;
                self.paths.push(PathEntry::new(thing, deleted_at));
            }
            Item::Experience(id) => {
                let thing = store::experience::any(connection, id)?.ok_or(Error::Damaged)?;
                self.experiences
                    .push(ExperienceEntry::new(thing, deleted_at));
            }
            Item::Attachment(id) => {
                let thing = store::attachment::any(connection, id)?.ok_or(Error::Damaged)?;
                self.files.push(FileEntry::new(thing, deleted_at));
            }
        }
        Ok(())
    }

    /// Names every service that something refers to, as far as its name is known.
    fn name_services(&mut self, services: &Services) {
        let mut used: BTreeSet<service::Id> = BTreeSet::new();
        used.extend(self.notes.iter().filter_map(|it| it.service_id));
        used.extend(self.appointments.iter().filter_map(|it| it.service_id));
        used.extend(self.questions.iter().filter_map(|it| it.service_id));
        used.extend(self.saved_services.iter().map(|it| it.service_id));
        used.extend(self.steps.iter().filter_map(|it| it.service_id));
        let named = used.into_iter().filter_map(|id| {
            let name = services.get(&id)?.clone();
            Some(ServiceEntry { id, name })
        });
        self.services = named.collect();
    }

    /// How many things are in it that are not in the bin.
    pub(crate) fn counts(&self) -> Counts {
        let of = |section| {
            let things = self.rows(section);
            let kept = things.iter().filter(|thing| thing["deleted_at"].is_null());
            u32::try_from(kept.count()).unwrap_or(u32::MAX)
        };
        Counts {
            children: of(Section::Children),
            notes: of(Section::Notes),
            appointments: of(Section::Appointments),
            questions: of(Section::Questions),
            saved_services: of(Section::SavedServices),
            steps: of(Section::Steps),
            paths: of(Section::Paths),
            experiences: of(Section::Experiences),
            attachments: of(Section::Files),
        }
    }

    /// How many things are in it that are in the bin.
    pub(crate) fn in_bin(&self) -> usize {
        let rows = Section::ALL.iter().flat_map(|section| self.rows(*section));
        rows.filter(|thing| !thing["deleted_at"].is_null()).count()
    }

    /// The things of one section, as JSON, in their order.
    pub(crate) fn rows(&self, section: Section) -> Vec<Value> {
        match section {
            Section::Children => values(&self.children),
            Section::Notes => values(&self.notes),
            Section::Appointments => values(&self.appointments),
            Section::Questions => values(&self.questions),
            Section::SavedServices => values(&self.saved_services),
            Section::Steps => values(&self.steps),
            Section::Paths => values(&self.paths),
            Section::Experiences => values(&self.experiences),
            Section::Files => values(&self.files),
        }
    }
}

/// Every entry as JSON. None of them can fail: their keys are texts.
pub(crate) fn values<T: Serialize>(entries: &[T]) -> Vec<Value> {
    let values = entries.iter().map(serde_json::to_value);
    values.map(Result::unwrap_or_default).collect()
}
