//! When to remind of a copy outside this computer: a week after the last one. A clock that jumps must neither silence
//! that for years nor bring it up every day.

use std::path::PathBuf;

use jiff::ZonedDateTime;

use super::left::{To, What};
use super::{Error, Record, store};

/// How many days pass before the reminder, and how many it stays away after “Not now”.
pub const DAYS: i64 = 7;

const SECONDS: i64 = DAYS * 24 * 60 * 60;

/// A moment by the clock, and by the days of use.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Since {
    /// What the clock said.
    pub(crate) at: ZonedDateTime,
    /// Which day of use it was.
    pub(crate) day: i64,
}

impl Since {
    /// Whether a week has passed. Where the clock stands before the moment it has been put back, or was wrong
    /// then: so the days on which the record was opened since are counted instead.
    fn is_long_ago(&self, now: &ZonedDateTime, day: i64) -> bool {
        let seconds = now.timestamp().as_second() - self.at.timestamp().as_second();
        if seconds >= 0 {
            seconds >= SECONDS
        } else {
            day - self.day >= DAYS
        }
    }
}

/// How long the record has been in use.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Use {
    /// When it was first opened, which is when the first thing was kept.
    pub(crate) began: Since,
    /// Which day of use it is.
    pub(crate) day: i64,
    /// When the person said “Not now”.
    pub(crate) put_off: Option<Since>,
}

/// The reminder, when it is due.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// When the last copy outside this computer was made, if there ever was one.
    pub last: Option<ZonedDateTime>,
    /// The folder it went to.
    pub folder: Option<PathBuf>,
}

impl Record {
    /// Whether a copy outside this computer is due: none for a week, or none in the first week of the record.
    pub fn copy_due(&self, now: &ZonedDateTime) -> Result<Option<Due>, Error> {
        let Some(so_far) = store::left::use_so_far(&self.connection)? else {
            return Ok(None);
        };
        let last = store::left::newest(&self.connection, What::Backup)?;
        let since = last.as_ref().map_or(so_far.began, |last| Since {
            at: last.at.clone(),
            day: last.day,
        });
        let put_off = so_far.put_off;
        let quiet = put_off.is_some_and(|asked| !asked.is_long_ago(now, so_far.day));
        if quiet || !since.is_long_ago(now, so_far.day) {
            return Ok(None);
        }
        Ok(Some(match last {
            Some(last) => Due {
                folder: match last.to {
                    To::File(path) => path.parent().map(PathBuf::from),
                    To::Clipboard | To::Printer => None,
                },
                last: Some(last.at),
            },
            None => Due {
                last: None,
                folder: None,
            },
        }))
    }

    /// “Not now”: the reminder stays away for a week.
    pub fn put_off_copy(&mut self, now: &ZonedDateTime) -> Result<(), Error> {
        store::left::put_off(&self.connection, now)
    }
}
