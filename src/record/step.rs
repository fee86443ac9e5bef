//! Steps that a family means to take.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::id::id;
use super::{Error, Record, child, store};
use crate::directory::service;

id!("a step", Step);

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The lasting identity.
    pub id: Id,
    /// What to do, as typed.
    pub text: String,
    /// The service it leads to.
    pub service: Option<service::Id>,
    /// The day to do it by.
    pub due: Option<Date>,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// The children it is for. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
}

impl Step {
    /// An empty step.
    pub fn new(now: &ZonedDateTime) -> Step {
        Step {
            id: Id::new(now),
            text: String::new(),
            service: None,
            due: None,
            done_on: None,
            children: Vec::new(),
        }
    }
}

impl Record {
    /// Every step: first those to do, soonest first and undated after; then those done, newest first.
    pub fn steps(&self) -> Result<Vec<Step>, Error> {
        store::step::all(&self.connection)
    }

    /// One step, unless it is in the bin or was never kept.
    pub fn step(&self, id: Id) -> Result<Option<Step>, Error> {
        store::step::kept(&self.connection, id)
    }
}
