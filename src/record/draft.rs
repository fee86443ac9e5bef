//! Words being typed, kept before anybody presses Save. Not steps of undo.

use jiff::ZonedDateTime;

use super::{Error, Record, store};

/// Words that were being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The words, exactly as typed.
    pub words: String,
    /// When they were kept.
    pub kept_at: ZonedDateTime,
}

impl Record {
    /// Keeps what is being typed under a key that the screen chooses, in place of what was there.
    pub fn keep_draft(&mut self, key: &str, words: &str, now: &ZonedDateTime) -> Result<(), Error> {
        store::draft::keep(&self.connection, key, words, now)
    }

    /// What was being typed under this key.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, Error> {
        store::draft::read(&self.connection, key)
    }

    /// Forgets what was being typed under this key. Nothing there is not an error.
    pub fn drop_draft(&mut self, key: &str) -> Result<(), Error> {
        store::draft::remove(&self.connection, key)
    }
}
