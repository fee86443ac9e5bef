//! What is noted beside what a person does: what left this computer, and damage that shows.

use super::Context;
use crate::record::{self, left};

/// Why a record can be read and not changed: a copy of it is open.
#[derive(Debug, Clone)]
pub enum Reading {
    /// Its folder may only be read.
    Folder,
    /// It is what could be read of one that is damaged in this way.
    Rescued(record::Error),
}

impl Context {
    pub(super) fn notice_damage<T>(&self, done: &Result<T, record::Error>) {
        if matches!(done, Err(record::Error::Damaged)) {
            self.found_damage.set(true);
        }
    }

    /// Whether part of the open record turned out to be damaged, since the last time this was called.
    pub fn take_found_damage(&mut self) -> bool {
        self.found_damage.take()
    }

    /// Writes down that something left this computer. Gives `said`, the sentence that tells of it, and another one
    /// when it could not be written down. With no record open nothing is, and nothing needs to be.
    #[must_use]
    pub fn left(
        &mut self,
        said: impl Into<String>,
        what: left::What,
        to: &left::To,
        amount: &left::Amount,
    ) -> String {
        let now = self.clock.now();
        let said = said.into();
        let Some(record) = &mut self.record else {
            return said;
        };
        match record.note_left(what, to, amount, &now) {
            Ok(()) => said,
            Err(_) => {
                let stop = if said.ends_with(['.', '!', '?']) {
                    ""
                } else {
                    "."
                };
                format!(
                    "{said}{stop} This could not be noted in your list of what left this computer."
                )
            }
        }
    }
}
