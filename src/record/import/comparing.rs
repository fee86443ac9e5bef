//! What is in an export beside what is here: new, here already, different, or very like something here.

use std::collections::{HashMap, HashSet};

use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde_json::Value;
use uuid::Uuid;

use super::{Error, How, Opened};
use crate::record::bin::goes_at;
use crate::record::export::{Contents, Section, Services};
use crate::record::note::{Kind, first_line};
use crate::record::{Counts, Record};
use crate::words;

/// One thing, named for a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What kind of thing it is.
    pub section: Section,
    /// Its first words.
    pub title: String,
    /// Its day, if it has one.
    pub day: Option<Date>,
}

impl Named {
    /// `Note, 23 November 2026: The school rang.`
    pub fn in_words(&self) -> String {
        let what = match self.section {
            Section::Children => "Child",
            Section::Notes => "Note",
            Section::Appointments => "Appointment",
            Section::Questions => "Question",
            Section::SavedServices => "Saved service",
            Section::Steps => "Step",
            Section::Paths => "Kept path",
            Section::Experiences => "Experience",
            Section::Files => "File",
        };
        let title = words::one_line(&self.title);
        match self.day {
            Some(day) => format!("{what}, {}: {title}", words::date(day)),
            None => format!("{what}: {title}"),
        }
    }
}

/// What an import would do. Everything in the export is in one of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// How much is new, and not in the bin.
    pub counts: Counts,
    /// New here.
    pub new: Vec<Named>,
    /// Here already, and the same.
    pub same: usize,
    /// Here already, in other words. The one here stays.
    pub different: Vec<Named>,
    /// In the bin here. It stays there.
    pub in_bin: Vec<Named>,
    /// Something here has the same words and the same day, under another identity.
    pub alike: Vec<Named>,
    /// In the bin of the export for so long that it would go at once.
    pub too_old: usize,
    /// Forms in which something was being typed, and nothing is being typed here.
    pub drafts: usize,
    /// Forms in which something is being typed here too. What is typed here stays.
    pub drafts_left: usize,
}

impl Plan {
    /// Whether importing would change anything, with this choice.
    pub fn is_empty(&self, how: How) -> bool {
        self.new.is_empty()
            && self.drafts == 0
            && (!how.copies || self.different.is_empty())
            && (!how.doubles || self.alike.is_empty())
    }
}

/// What becomes of one thing of the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    New,
    Same,
    Different,
    InBin,
    Alike,
    TooOld,
}

/// One thing of the export, with what it refers to as it is called here.
pub(super) struct Weighed {
    pub(super) section: Section,
    pub(super) row: Value,
    pub(super) fate: Fate,
}

impl Opened {
    /// Says what [`super::bring_in`] would do, and does nothing.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn compare(&self, record: &Record, now: &ZonedDateTime) -> Result<Plan, Error> {
        let mut plan = Plan::default();
        let (weighed, here) = weigh(self.contents(), record, How::default(), now)?;
        for it in &weighed {
            let named = || Named {
                section: it.section,
                title: title(it.section, &it.row),
                day: day(&it.row),
            };
            match it.fate {
                Fate::New => {
                    if it.row["deleted_at"].is_null() {
                        *count(&mut plan.counts, it.section) += 1;
                    }
                    plan.new.push(named());
                }
                Fate::Same => plan.same += 1,
                Fate::Different => plan.different.push(named()),
                Fate::InBin => plan.in_bin.push(named()),
                Fate::Alike => plan.alike.push(named()),
                Fate::TooOld => plan.too_old += 1,
            }
        }
        let (free, taken): (Vec<_>, Vec<_>) = drafts(self.contents(), &here);
        plan.drafts = free.len();
        plan.drafts_left = taken.len();
        Ok(plan)
    }
}

fn count(counts: &mut Counts, section: Section) -> &mut u32 {
    match section {
        Section::Children => &mut counts.children,
        Section::Notes => &mut counts.notes,
        Section::Appointments => &mut counts.appointments,
        Section::Questions => &mut counts.questions,
        Section::SavedServices => &mut counts.saved_services,
        Section::Steps => &mut counts.steps,
        Section::Paths => &mut counts.paths,
        Section::Experiences => &mut counts.experiences,
        Section::Files => &mut counts.attachments,
    }
}

type Drafts<'a> = Vec<&'a crate::record::export::entry::DraftEntry>;

/// The drafts of an export: those whose form is free here, and those whose form holds other words.
pub(super) fn drafts<'a>(theirs: &'a Contents, here: &Contents) -> (Drafts<'a>, Drafts<'a>) {
    let drafts = theirs.drafts.iter();
    let unknown = drafts.filter(|it| {
        !here
            .drafts
            .iter()
            .any(|own| own.form == it.form && own.words == it.words)
    });
    unknown.partition(|it| !here.drafts.iter().any(|own| own.form == it.form))
}

/// Sets everything in an export beside what is here.
pub(super) fn weigh(
    theirs: &Contents,
    record: &Record,
    how: How,
    now: &ZonedDateTime,
) -> Result<(Vec<Weighed>, Contents), Error> {
    let here = Contents::read(record, &Services::new(), false, now)?;
    let mut all = Vec::new();
    // What a thing of the export is called here, where it is taken for one that is here.
    let mut called: HashMap<String, String> = HashMap::new();
    for section in Section::ALL {
        let own_rows = here.rows(*section);
        let own: HashMap<&str, &Value> = own_rows
            .iter()
            .filter_map(|row| Some((row["id"].as_str()?, row)))
            .collect();
        let likenesses: HashMap<String, &str> = own_rows
            .iter()
            .filter(|row| row["deleted_at"].is_null())
            .filter_map(|row| Some((likeness(*section, row)?, row["id"].as_str()?)))
            .collect();
        for mut row in theirs.rows(*section) {
            rename(&mut row, &called);
            let id = row["id"].as_str().unwrap_or_default().to_owned();
            let fate = match own.get(id.as_str()) {
                Some(own) if !same(own, &row) => Fate::Different,
                Some(own) if row["deleted_at"].is_null() && !own["deleted_at"].is_null() => {
                    Fate::InBin
                }
                Some(_) => Fate::Same,
                None if is_too_old(&row, now) => Fate::TooOld,
                None if !row["deleted_at"].is_null() => Fate::New,
                None => match likeness(*section, &row).and_then(|it| likenesses.get(&it)) {
                    Some(alike) => {
                        if !how.doubles {
                            let _ = called.insert(id, (*alike).to_owned());
                        }
                        Fate::Alike
                    }
                    None => Fate::New,
                },
            };
            let section = *section;
            all.push(Weighed { section, row, fate });
        }
    }
    Ok((all, here))
}

/// The same in everything but whether it is in the bin.
fn same(one: &Value, other: &Value) -> bool {
    let without_bin = |row: &Value| {
        let mut row = row.clone();
        row["deleted_at"] = Value::Null;
        row
    };
    without_bin(one) == without_bin(other)
}

/// Gives what a thing refers to the name it has here.
fn rename(row: &mut Value, called: &HashMap<String, String>) {
    let renamed = |id: &mut Value| {
        let new = id.as_str().and_then(|id| called.get(id)).cloned();
        if let Some(new) = new {
            *id = Value::String(new);
        }
    };
    if let Some(ids) = row.get_mut("child_ids").and_then(Value::as_array_mut) {
        ids.iter_mut().for_each(renamed);
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(id.to_string()));
    }
    for field in ["appointment_id", "note_id"] {
        if let Some(id) = row.get_mut(field) {
            renamed(id);
        }
    }
}

fn is_too_old(row: &Value, now: &ZonedDateTime) -> bool {
    let deleted_at = row["deleted_at"].as_str();
    let deleted_at = deleted_at.and_then(|time| time.parse::<ZonedDateTime>().ok());
    deleted_at.is_some_and(|deleted_at| *now > goes_at(&deleted_at))
}

/// Two things with the same likeness are probably one: the same words on the same day about the same children.
fn likeness(section: Section, row: &Value) -> Option<String> {
    let fields: &[&str] = match section {
        Section::Children => &["name", "date_of_birth"],
        Section::Notes => &["text", "date_time"],
        Section::Appointments => &["with_whom", "summary", "start"],
        Section::Questions => &["text", "asked_on"],
        Section::SavedServices => &["service_id"],
        Section::Steps => &["text", "due"],
        Section::Paths => &["title", "kept_on"],
        Section::Experiences => &["text", "promise_id", "happened_on"],
        Section::Files => &["sha256", "note_id", "appointment_id"],
    };
    let mut parts = Vec::with_capacity(fields.len() + 1);
    for field in fields {
        let text = row[*field].as_str().unwrap_or_default();
        parts.push(match *field {
            "date_time" => text.get(..10).unwrap_or_default().to_owned(),
            "start" => text.get(..16).unwrap_or_default().to_owned(),
            _ => plain(text),
        });
    }
    if parts.first().is_none_or(String::is_empty) {
        return None;
    }
    let mut children: Vec<String> = row["child_ids"]
        .as_array()
        .map(|ids| ids.iter().map(Value::to_string).collect())
        .unwrap_or_default();
    children.sort();
    parts.append(&mut children);
    Some(parts.join("\n"))
}

/// Words without what differs between two hands: capitals and spaces.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn title(section: Section, row: &Value) -> String {
    let fields: &[&str] = match section {
        Section::Children | Section::SavedServices => &["name"],
        Section::Notes | Section::Questions | Section::Steps | Section::Experiences => &["text"],
        Section::Appointments => &["with_whom", "summary"],
        Section::Paths => &["title"],
        Section::Files => &["title", "name"],
    };
    let mut texts = fields.iter().filter_map(|field| row[*field].as_str());
    let words = texts.find_map(first_line);
    let words = words.or_else(|| {
        let kind = row["kind"].as_str().and_then(Kind::from_code)?;
        Some(kind.words().to_owned())
    });
    words.unwrap_or_else(|| "Without words".to_owned())
}

fn day(row: &Value) -> Option<Date> {
    let fields = [
        "date_time",
        "start",
        "saved_on",
        "kept_on",
        "happened_on",
        "asked_on",
        "due",
        "created",
    ];
    let mut texts = fields.iter().filter_map(|field| row[*field].as_str());
    texts.next()?.get(..10)?.parse().ok()
}

/// The identities in a list of rows.
pub(super) fn ids(rows: &[Value]) -> impl Iterator<Item = Uuid> {
    rows.iter()
        .filter_map(|row| row["id"].as_str()?.parse().ok())
}
