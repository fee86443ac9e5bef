//! Appointments: when, with whom, what to bring and what was said.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::id::id;
use super::{Error, Record, child, store};
use crate::directory::service;

id!("an appointment", Appointment);

/// One appointment.
#[derive(Debug, Clone, PartialEq)]
pub struct Appointment {
    /// The lasting identity.
    pub id: Id,
    /// When it starts, in the zone of the place where it is.
    pub starts: ZonedDateTime,
    /// How long it lasts, in minutes, if known.
    pub minutes: Option<u32>,
    /// With whom, as typed.
    pub with_whom: String,
    /// The service it is with.
    pub service: Option<service::Id>,
    /// Where, as typed.
    pub place: String,
    /// What it is for, as typed.
    pub why: String,
    /// What to bring, as typed.
    pub bring: String,
    /// What was said, as typed. Empty until somebody writes it.
    pub said: String,
    /// The children it is about. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
}

impl Appointment {
    /// An empty appointment that starts now.
    pub fn new(now: &ZonedDateTime) -> Appointment {
        Appointment {
            id: Id::new(now),
            starts: now.clone(),
            minutes: None,
            with_whom: String::new(),
            service: None,
            place: String::new(),
            why: String::new(),
            bring: String::new(),
            said: String::new(),
            children: Vec::new(),
        }
    }

    /// A short name for lists: with whom, or else what for, or else “Appointment”.
    pub fn title(&self) -> String {
        let named = [&self.with_whom, &self.why];
        let first = named.into_iter().find(|words| !words.trim().is_empty());
        first.map_or_else(|| "Appointment".to_owned(), |words| words.trim().to_owned())
    }
}

impl Record {
    /// Appointments that start on a day from `from` to `to`, both included, soonest first.
    pub fn appointments_between(&self, from: Date, to: Date) -> Result<Vec<Appointment>, Error> {
        store::appointment::between(&self.connection, from, to)
    }

    /// The first appointment that is not over. One of unknown length is over when it starts.
    pub fn next_appointment(&self, now: &ZonedDateTime) -> Result<Option<Appointment>, Error> {
        Ok(self.appointments_after(now, 1)?.pop())
    }

    /// Appointments that are not over, soonest first.
    pub fn appointments_after(
        &self,
        now: &ZonedDateTime,
        limit: u32,
    ) -> Result<Vec<Appointment>, Error> {
        store::appointment::after(&self.connection, now, limit)
    }

    /// Appointments that are over, newest first.
    pub fn appointments_before(
        &self,
        now: &ZonedDateTime,
        limit: u32,
    ) -> Result<Vec<Appointment>, Error> {
        store::appointment::before(&self.connection, now, limit)
    }

    /// One appointment, unless it is in the bin or was never kept.
    pub fn appointment(&self, id: Id) -> Result<Option<Appointment>, Error> {
        store::appointment::kept(&self.connection, id)
    }
}
