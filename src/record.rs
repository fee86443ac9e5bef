//! The private record: what a family keeps on this computer.
//!
//! Reading order: [`Record`] opens the file; [`Change`] is the only way to change what is in it; each kind of
//! thing has a room ([`child`], [`note`], [`appointment`], [`question`], [`saved_service`], [`step`], [`path`],
//! [`experience`], [`attachment`]); [`undo`],
//! [`bin`], [`draft`] and [`found`] are what a person can do with all of them. [`left`] says what left this computer,
//! and [`reminder`] when a copy of it should. Only `store` speaks SQL.
//!
//! [`Vault`] is the folder that all of it stands in, locked; [`keys`] unlock it, [`backup`] copies it, [`rescue`] reads
//! what is left of it after damage.
//!
//! A change is saved when [`Record::change`] returns: it survives a pulled plug from then on.

use std::path::Path;

use jiff::ZonedDateTime;

pub mod appointment;
pub mod attachment;
pub mod backup;
pub mod bin;
pub mod change;
pub mod child;
mod coded;
pub mod draft;
pub mod error;
pub mod experience;
pub mod found;
mod id;
pub mod item;
pub mod keys;
pub mod left;
pub mod note;
pub mod path;
pub mod question;
pub mod reminder;
pub mod rescue;
pub mod sample;
pub mod saved_service;
pub mod starter_questions;
pub mod step;
mod store;
pub mod undo;
pub mod vault;

pub use appointment::Appointment;
pub use attachment::{Attachment, AttachmentFilter};
pub use bin::Binned;
pub use change::Change;
pub use child::Child;
pub use draft::Draft;
pub use error::Error;
pub use experience::Experience;
pub use found::Found;
pub use item::Item;
pub use keys::{Cost, Key, Passphrase, RecoveryWords, Secret};
pub use left::Left;
pub use note::{Note, NoteFilter};
pub use path::KeptPath;
pub use question::{Question, QuestionFilter};
pub use saved_service::SavedService;
pub use step::Step;
pub use vault::{Family, FamilyId, Vault};

/// An open record. No other window or program can open the same file until this is dropped.
#[derive(Debug)]
pub struct Record {
    connection: store::Connection,
    /// The folder of a copy that this is, which goes when the record is closed.
    _copy: Option<tempfile::TempDir>,
}

/// How many things are kept, without the bin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Children.
    pub children: u32,
    /// Notes.
    pub notes: u32,
    /// Appointments.
    pub appointments: u32,
    /// Questions.
    pub questions: u32,
    /// Saved services.
    pub saved_services: u32,
    /// Steps.
    pub steps: u32,
    /// Paths through the guide.
    pub paths: u32,
    /// Experiences beside promises.
    pub experiences: u32,
    /// Letters and other files.
    pub attachments: u32,
}

impl Record {
    /// Makes a new, empty record locked with `key`, and opens it. The folder must be there.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`] or [`Error::IsAFolder`] if something is at `path`: it is left as it is.
    pub fn create(path: &Path, key: &Key, now: &ZonedDateTime) -> Result<Record, Error> {
        store::open::create(path, key)?;
        Record::open(path, key, now)
    }

    /// Opens a record that is there, and lets go of what has been in the bin for more than 30 days.
    ///
    /// # Errors
    /// Says what is wrong with the file. A file that is not opened is never changed, and none is ever made.
    pub fn open(path: &Path, key: &Key, now: &ZonedDateTime) -> Result<Record, Error> {
        Record::from_known(store::open::recognise(path, key)?, now, || true)
    }

    /// The bin is emptied only by a clock that is right.
    fn from_known(
        known: store::open::Known,
        now: &ZonedDateTime,
        is_clock_right: impl FnOnce() -> bool,
    ) -> Result<Record, Error> {
        let mut connection = known.open()?;
        store::bin::purge(&mut connection, now, is_clock_right)?;
        store::content::sweep(&mut connection)?;
        // A day that cannot be counted, as on a full disk, is no reason not to open.
        let _ = store::left::count_day(&connection, now);
        Ok(Record {
            connection,
            _copy: None,
        })
    }

    /// Closes a damaged record and leaves its file and its log apart, as they are.
    pub fn close_as_it_is(self) {
        store::open::leave_log(&self.connection);
    }

    /// How many things are kept, without the bin.
    pub fn counts(&self) -> Result<Counts, Error> {
        store::counts(&self.connection)
    }

    /// Moves what was saved to where every flipped bit is noticed. To be called when nobody is writing.
    ///
    /// # Errors
    /// When it could not be moved; it is saved all the same.
    pub fn rest(&self) -> Result<(), Error> {
        store::open::empty_log(&self.connection)
    }

    /// Reads the whole file and the search index, looking for damage. It may take a second for a large record.
    ///
    /// # Errors
    /// [`Error::Damaged`] if any part is damaged.
    pub fn check(&self) -> Result<(), Error> {
        store::open::check(&self.connection)
    }
}
