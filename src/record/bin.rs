//! The bin: what was deleted, kept for 30 days.

use jiff::civil::Date;
use jiff::{ToSpan, ZonedDateTime};

use super::{Error, Record, store};

pub use super::item::Item;

/// How many days a deleted thing stays in the bin.
pub const DAYS_KEPT: i32 = 30;

/// One thing in the bin.
#[derive(Debug, Clone, PartialEq)]
pub struct Binned {
    /// Which thing.
    pub what: Item,
    /// A short name for lists.
    pub title: String,
    /// When it was deleted.
    pub deleted_at: ZonedDateTime,
    /// The day it goes for good: the first time the record is opened after this time of that day.
    pub goes_on: Date,
}

/// The moment after which a thing deleted at `deleted_at` goes for good.
pub(crate) fn goes_at(deleted_at: &ZonedDateTime) -> ZonedDateTime {
    deleted_at.saturating_add(DAYS_KEPT.days())
}

impl Record {
    /// What is in the bin, last deleted first.
    pub fn bin(&self) -> Result<Vec<Binned>, Error> {
        store::bin::list(&self.connection)
    }
}
