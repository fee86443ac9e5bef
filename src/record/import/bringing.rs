//! Doing what the comparison said, as one change.

use std::collections::HashSet;

use jiff::ZonedDateTime;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::comparing::{Fate, drafts, ids, weigh};
use super::{Error, Opened};
use crate::record::export::Section;
use crate::record::export::entry::{
    AppointmentEntry, ChildEntry, ExperienceEntry, FileEntry, NoteEntry, PathEntry, QuestionEntry,
    SavedServiceEntry, StepEntry,
};
use crate::record::{Change, Item, Record, id};

/// What the undo list says.
const LABEL: &str = "Import an export";

/// What is done with what is here already in some way. The default leaves out both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct How {
    /// Bring in what is different here as a copy beside it.
    pub copies: bool,
    /// Bring in what is very like something here, instead of taking it for the same.
    pub doubles: bool,
}

/// What was brought in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    /// How many things are new here.
    pub new: usize,
    /// How many of them are copies beside something different.
    pub copies: usize,
    /// How many forms hold what was being typed.
    pub drafts: usize,
}

/// Brings in what is new, all of it or nothing, as one step of undo.
///
/// # Errors
/// Why nothing was brought in.
pub fn bring_in(
    record: &mut Record,
    opened: &Opened,
    how: How,
    now: &ZonedDateTime,
) -> Result<Brought, Error> {
    let (weighed, here) = weigh(opened.contents(), record, how, now)?;
    let mut brought = Brought::default();
    let mut rows = Vec::new();
    for mut it in weighed {
        match it.fate {
            Fate::New => {}
            Fate::Alike if how.doubles => {}
            Fate::Different if how.copies => {
                it.row["id"] = Value::String(id::fresh(now).to_string());
                brought.copies += 1;
            }
            _ => continue,
        }
        brought.new += 1;
        rows.push((it.section, it.row));
    }
    let mut there = There::default();
    for section in REFERRED_TO {
        there.of(section).extend(ids(&here.rows(section)));
    }
    for (section, row) in &rows {
        if REFERRED_TO.contains(section) {
            there.of(*section).extend(ids(std::slice::from_ref(row)));
        }
    }
    for (_, row) in &mut rows {
        there.leave_out_what_is_not(row);
    }
    let (free, _) = drafts(opened.contents(), &here);
    brought.drafts = free.len();
    let kept = keep_contents(record, opened, &rows);
    let changed = kept.and_then(|()| {
        Ok(record.change(LABEL, now, |change| {
            for (section, row) in rows {
                put(change, section, row)?;
            }
            for draft in free {
                change.keep_draft(&draft.form, &draft.words, &draft.kept_at)?;
            }
            Ok(())
        })?)
    });
    if changed.is_err() {
        // The bytes of files that nothing refers to.
        let _ = record.sweep_contents();
    }
    changed?;
    Ok(brought)
}

/// Reads the bytes of files in, before anything refers to them: they are too long for one change.
fn keep_contents(
    record: &mut Record,
    opened: &Opened,
    rows: &[(Section, Value)],
) -> Result<(), Error> {
    let files = rows
        .iter()
        .filter(|(section, _)| *section == Section::Files);
    for (_, row) in files {
        let file: FileEntry = entry(row.clone())?;
        opened.keep_content(&file, record)?;
    }
    Ok(())
}

/// The sections that other sections refer to.
const REFERRED_TO: [Section; 3] = [Section::Children, Section::Notes, Section::Appointments];

/// What can be referred to once everything is in.
#[derive(Default)]
struct There {
    children: HashSet<Uuid>,
    notes: HashSet<Uuid>,
    appointments: HashSet<Uuid>,
}

impl There {
    fn of(&mut self, section: Section) -> &mut HashSet<Uuid> {
        match section {
            Section::Appointments => &mut self.appointments,
            Section::Notes => &mut self.notes,
            _ => &mut self.children,
        }
    }

    /// A child or an appointment may be missing where the record was damaged, or have left the bin for good.
    fn leave_out_what_is_not(&self, row: &mut Value) {
        let is_in = |ids: &HashSet<Uuid>, id: &Value| {
            let id = id.as_str().and_then(|id| id.parse().ok());
            id.is_some_and(|id| ids.contains(&id))
        };
        if let Some(ids) = row.get_mut("child_ids").and_then(Value::as_array_mut) {
            ids.retain(|id| is_in(&self.children, id));
        }
        let singles = [
            ("appointment_id", &self.appointments),
            ("note_id", &self.notes),
        ];
        for (field, ids) in singles {
            if let Some(id) = row.get_mut(field)
                && !is_in(ids, id)
            {
                *id = Value::Null;
            }
        }
    }
}

fn put(change: &mut Change<'_>, section: Section, row: Value) -> Result<(), crate::record::Error> {
    let (item, deleted_at): (Item, _) = match section {
        Section::Children => {
            let entry: ChildEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_child(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Notes => {
            let entry: NoteEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_note(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Appointments => {
            let entry: AppointmentEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_appointment(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Questions => {
            let entry: QuestionEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_question(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::SavedServices => {
            let entry: SavedServiceEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_saved_service(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Steps => {
            let entry: StepEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_step(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Paths => {
            let entry: PathEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_path(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Experiences => {
            let entry: ExperienceEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_experience(&thing)?;
            (thing.id.into(), deleted_at)
        }
        Section::Files => {
            let entry: FileEntry = entry(row)?;
            let deleted_at = entry.deleted_at.clone();
            let thing = entry.thing();
            change.put_attachment(&thing)?;
            (thing.id.into(), deleted_at)
        }
    };
    match deleted_at {
        Some(since) => change.put_in_bin(item, &since),
        None => Ok(()),
    }
}

fn entry<T: DeserializeOwned>(row: Value) -> Result<T, crate::record::Error> {
    serde_json::from_value(row).map_err(crate::record::Error::other)
}
