//! What a family lived through, set beside a promise of the improvement plan.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::id::id;
use super::note::first_line;
use super::{Error, Record, child, store};

id!("an experience", Experience);

/// One thing that happened, in the family’s own words.
#[derive(Debug, Clone, PartialEq)]
pub struct Experience {
    /// The lasting identity.
    pub id: Id,
    /// The id of the promise in `data/guide/plan.json`, such as `c5`. A promise that is no longer there keeps its
    /// experiences.
    pub promise: String,
    /// The day it happened.
    pub happened_on: Date,
    /// What happened, as typed.
    pub text: String,
    /// The children it is about. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
    /// When it was first written.
    pub created: ZonedDateTime,
    /// When its words last changed.
    pub changed: ZonedDateTime,
}

impl Experience {
    /// An empty experience of today beside this promise.
    pub fn new(now: &ZonedDateTime, promise: &str) -> Experience {
        Experience {
            id: Id::new(now),
            promise: promise.to_owned(),
            happened_on: now.date(),
            text: String::new(),
            children: Vec::new(),
            created: now.clone(),
            changed: now.clone(),
        }
    }

    /// The first line with words, cut after a word at about 60 letters.
    pub fn title(&self) -> String {
        first_line(&self.text).unwrap_or_else(|| "Your family’s experience".to_owned())
    }
}

impl Record {
    /// Every experience, the newest day first; of one day, the last added first.
    pub fn experiences(&self) -> Result<Vec<Experience>, Error> {
        store::experience::all(&self.connection)
    }

    /// One experience, unless it is in the bin or was never kept.
    pub fn experience(&self, id: Id) -> Result<Option<Experience>, Error> {
        store::experience::kept(&self.connection, id)
    }
}
