//! Reading a record that may not be written, or that is damaged. Both work on a copy, which is encrypted like the record
//! itself; the original is read and never written.

use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use tempfile::TempDir;

use super::{Counts, Error, Record, Vault, store};
use crate::platform::files;

/// The folder, within the folder of the record, for what was read out of a damaged one.
pub(super) const RESCUED: &str = "rescued";

/// What could be read of a damaged record.
#[derive(Debug)]
pub struct Rescued {
    /// A record of what could be read. It can be looked at, and not changed.
    pub record: Record,
    /// How many things are in it.
    pub counts: Counts,
    /// How many rows are known to be there and could not be read. Damage may hide others.
    pub lost: u32,
    /// Where that record is kept as a backup, which opens as any other does; or why it could not be kept.
    pub kept: Result<PathBuf, Error>,
}

impl Vault {
    /// Opens a copy of the record to be read, and not changed: for a folder that may only be read.
    ///
    /// # Errors
    /// What is wrong with it, or with the copy.
    pub fn open_to_read(&self, now: &ZonedDateTime) -> Result<Record, Error> {
        let (folder, copy) = copy_of(&self.record_file()?)?;
        let mut record = Record::open(&copy, &self.family_key()?, now)?;
        store::salvage::only_read(&record.connection)?;
        record._copy = Some(folder);
        Ok(record)
    }

    /// Reads what can be read of a damaged record, and keeps that as a backup beside it.
    ///
    /// # Errors
    /// When nothing of it can be read.
    pub fn rescue(&self, now: &ZonedDateTime) -> Result<Rescued, Error> {
        let key = self.family_key()?;
        let (folder, damaged) = copy_of(&self.record_file()?)?;
        let mut record = Record::create(&folder.path().join("rescued.db"), &key, now)?;
        let lost = store::salvage::salvage(&damaged, &key, &mut record.connection)?;
        record.check()?;
        let counts = record.counts()?;
        let kept = self.keep_rescued(&record, now);
        store::salvage::only_read(&record.connection)?;
        record._copy = Some(folder);
        Ok(Rescued {
            record,
            counts,
            lost,
            kept,
        })
    }

    fn keep_rescued(&self, record: &Record, now: &ZonedDateTime) -> Result<PathBuf, Error> {
        let folder = self.folder().join(RESCUED);
        files::make_private_folder(&folder)?;
        self.back_up_to(record, &folder, now)
    }
}

/// A copy of the file and its log, in a folder of its own.
fn copy_of(record: &Path) -> Result<(TempDir, PathBuf), Error> {
    let folder = files::folder_for_now()?;
    let copy = folder.path().join("copy.db");
    let from = store::open::parts_of(record);
    let to = store::open::parts_of(&copy);
    for (at, (from, to)) in from.iter().zip(to).enumerate() {
        match File::open(from) {
            Ok(mut file) => files::write_from(&to, &mut file)?,
            // There is no log when everything has been moved into the file.
            Err(failure) if at > 0 && failure.kind() == std::io::ErrorKind::NotFound => {}
            Err(failure) => return Err(failure.into()),
        }
    }
    Ok((folder, copy))
}
