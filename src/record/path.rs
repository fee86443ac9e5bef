//! Paths through the guide that a family keeps: what they said, and where it led.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::id::id;
use super::{Error, Record, child, store};

id!("a path", Path);

/// One path, as it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPath {
    /// The lasting identity.
    pub id: Id,
    /// What the screen called it, such as “Behaviour, 5 to 16”.
    pub title: String,
    /// The id of the age in the guide.
    pub age: String,
    /// The ids of the worries, in the order they were chosen.
    pub worries: Vec<String>,
    /// The answers: the id of what was asked, and of the answer.
    pub answers: Vec<(String, String)>,
    /// The day it was kept, or last changed.
    pub kept_on: Date,
    /// The children it is about. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
}

impl KeptPath {
    /// An empty path, kept today.
    pub fn new(now: &ZonedDateTime) -> KeptPath {
        KeptPath {
            id: Id::new(now),
            title: String::new(),
            age: String::new(),
            worries: Vec::new(),
            answers: Vec::new(),
            kept_on: now.date(),
            children: Vec::new(),
        }
    }
}

impl Record {
    /// Every path, the latest first.
    pub fn paths(&self) -> Result<Vec<KeptPath>, Error> {
        store::path::all(&self.connection)
    }

    /// One path, unless it is in the bin or was never kept.
    pub fn path(&self, id: Id) -> Result<Option<KeptPath>, Error> {
        store::path::kept(&self.connection, id)
    }
}
