//! Services of the Local Offer that a family saved.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::coded::coded;
use super::id::id;
use super::{Error, Record, child, store};
use crate::directory::service;

id!("a saved service", SavedService);

coded! {
    /// How far the family has come with a service.
    Status {
        /// Not contacted yet.
        ToContact = "to-contact", "To contact";
        /// Contacted; nothing agreed yet.
        Contacted = "contacted", "Contacted";
        /// On a waiting list.
        Waiting = "waiting", "On the waiting list";
        /// Using it now.
        Using = "using", "Using it now";
        /// Finished.
        Finished = "finished", "Finished";
    }
}

/// One saved service. Name and phone are copies, so that they outlive a change of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedService {
    /// The lasting identity.
    pub id: Id,
    /// The service in the directory.
    pub service: service::Id,
    /// Its name on the day it was saved.
    pub name: String,
    /// Its phone number on the day it was saved, if the directory had one.
    pub phone: Option<String>,
    /// The family’s own words about it.
    pub note: String,
    /// How far the family has come.
    pub status: Status,
    /// The children it is for. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
    /// The day it was saved.
    pub saved_on: Date,
}

impl SavedService {
    /// A service saved today, to contact.
    pub fn new(now: &ZonedDateTime, service: service::Id, name: &str) -> SavedService {
        SavedService {
            id: Id::new(now),
            service,
            name: name.to_owned(),
            phone: None,
            note: String::new(),
            status: Status::ToContact,
            children: Vec::new(),
            saved_on: now.date(),
        }
    }
}

impl Record {
    /// Every saved service, newest first.
    pub fn saved_services(&self) -> Result<Vec<SavedService>, Error> {
        store::saved_service::all(&self.connection)
    }

    /// How this service of the directory was saved, the newest if more than once.
    pub fn saved_service_for(&self, service: service::Id) -> Result<Option<SavedService>, Error> {
        store::saved_service::of(&self.connection, service)
    }

    /// One saved service, unless it is in the bin or was never kept.
    pub fn saved_service(&self, id: Id) -> Result<Option<SavedService>, Error> {
        store::saved_service::kept(&self.connection, id)
    }
}
