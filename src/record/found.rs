//! Searching everything that is kept.

use jiff::civil::Date;

use super::{Error, Record, store};

pub use super::item::Item as What;

/// One thing that a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Which thing.
    pub what: What,
    /// A short name for lists.
    pub title: String,
    /// The words around the match, on one line. Empty where the thing is only a title.
    pub excerpt: String,
    /// Its day: of a note, an appointment, an answer, a saving, a step’s due day, of what happened.
    pub date: Option<Date>,
}

impl Record {
    /// Everything with all of these words, best first. The last word may be half typed. Any text is safe;
    /// text with no letter or number finds nothing.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Found>, Error> {
        store::words::search(&self.connection, text, limit)
    }
}
