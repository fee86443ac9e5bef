//! Copies of the record, each in one file with its own keys: a copy opens by itself, on any computer, with the
//! passphrase or the recovery sheet of the day it was made.

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;

use uuid::Uuid;

use super::vault::FamilyId;
use super::{Counts, Error, Key, Record, Vault, store};
use crate::platform::files;

mod container;
mod keys_back;
mod restore;
mod rotation;

pub use container::{Contents, Unlocking, check};
pub use keys_back::keys_back;
pub use restore::{Goes, Restored, look, restore, restore_beside};
pub use rotation::{Made, to_keep};

use container::Manifest;

/// How the names of backups end.
pub const ENDING: &str = "withy";

/// A backup that is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Goes up with each backup, whatever the clock says.
    pub number: u32,
    /// When it was made.
    pub made: ZonedDateTime,
    /// How long the file is, in bytes.
    pub bytes: u64,
    /// Whose it is.
    pub family: FamilyId,
}

impl Vault {
    /// Makes a backup on this computer, checks that it opens, and lets go of old ones.
    ///
    /// # Errors
    /// Why there is none; the old ones are all there then.
    pub fn back_up(&self, record: &Record, now: &ZonedDateTime) -> Result<Listed, Error> {
        self.back_up_connection(&record.connection, now)
    }

    /// Makes a backup in a folder of the person's choice, such as a USB stick, and checks that it opens.
    ///
    /// # Errors
    /// Why there is none.
    pub fn back_up_to(
        &self,
        record: &Record,
        folder: &Path,
        now: &ZonedDateTime,
    ) -> Result<PathBuf, Error> {
        if !folder.is_dir() {
            return Err(Error::NotThere);
        }
        let day = now.date();
        let mut name = format!("Withy backup {day}.{ENDING}");
        let mut again = 1;
        while folder.join(&name).exists() {
            again += 1;
            name = format!("Withy backup {day} ({again}).{ENDING}");
        }
        let path = folder.join(name);
        self.write_backup(&record.connection, self.next_number()?, &path, now)?;
        Ok(path)
    }

    /// Whether the newest backup on this computer is more than a day from now, or there is none.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn is_backup_due(&self, now: &ZonedDateTime) -> Result<bool, Error> {
        let newest = self.backups()?.pop();
        Ok(newest.is_none_or(|newest| {
            // A clock that was set back counts as a day too: better one copy too many.
            let apart = now.timestamp().as_second() - newest.made.timestamp().as_second();
            apart.abs() >= 24 * 60 * 60
        }))
    }

    /// The backups on this computer, oldest first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn backups(&self) -> Result<Vec<Listed>, Error> {
        let mut all = vec![];
        let folder = self.backups_folder()?;
        if !folder.exists() {
            return Ok(all);
        }
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(number) = number_of(&path) else {
                continue;
            };
            // One that cannot be read is no backup, and stays where it is.
            if let Ok(manifest) = Manifest::of(&path) {
                all.push(Listed {
                    bytes: std::fs::metadata(&path)?.len(),
                    path,
                    number,
                    family: FamilyId(manifest.family_key.family()),
                    made: manifest.made,
                });
            }
        }
        all.sort_by_key(|one| one.number);
        Ok(all)
    }

    pub(super) fn back_up_connection(
        &self,
        connection: &store::Connection,
        now: &ZonedDateTime,
    ) -> Result<Listed, Error> {
        let number = self.next_number()?;
        let path = self.backups_folder()?.join(format!("{number:08}.{ENDING}"));
        self.write_backup(connection, number, &path, now)?;
        let all = self.backups()?;
        let made: Vec<Made> = all.iter().map(Made::from).collect();
        let keep = to_keep(&made);
        for old in all.iter().filter(|one| !keep.contains(&one.number)) {
            files::delete(&old.path)?;
        }
        all.into_iter()
            .find(|one| one.number == number)
            .ok_or(Error::BackupDamaged)
    }

    /// Copy, read the copy through, put it in one file with its keys, read that file through, give it its name.
    fn write_backup(
        &self,
        connection: &store::Connection,
        number: u32,
        path: &Path,
        now: &ZonedDateTime,
    ) -> Result<(), Error> {
        let here = self.backups_folder()?;
        files::make_private_folder(&here)?;
        let copy = here.join(format!("{}copy-{number}", files::UNFINISHED));
        let whole = path.with_file_name(format!("{}whole-{number}", files::UNFINISHED));
        let attempt = || {
            files::delete(&copy)?;
            store::copy_into(connection, &copy)?;
            let key = self.family_key()?;
            store::open::verify(&copy, &key)?;
            // What nothing uses is not copied; a flipped bit in it is noticed all the same.
            store::open::check_pages(connection)?;
            let wrapped = self.wrapped_family_key()?;
            let mut manifest = Manifest::new(self.keys.clone(), wrapped, number, now, &copy, &key)?;
            if let Some(name) = self.book.names.get(&self.family()?) {
                manifest.set_name(name, &key)?;
            }
            manifest.write(&copy, &whole)?;
            Manifest::of(&whole)?.verify(&whole, &key)?;
            Ok(files::rename(&whole, path)?)
        };
        let made = attempt();
        let swept = files::delete_database(&copy);
        if made.is_err() {
            let _ = files::delete(&whole);
        }
        made.and(Ok(swept?))
    }

    fn next_number(&self) -> Result<u32, Error> {
        let entries = std::fs::read_dir(self.backups_folder()?);
        let numbers = entries.into_iter().flatten().flatten();
        let newest = numbers.filter_map(|entry| number_of(&entry.path())).max();
        Ok(newest.unwrap_or(0).saturating_add(1))
    }
}

/// The backups in a data folder and on sticks, newest first. No key is needed, and nothing of them is proven yet.
pub fn found(data: &Path, sticks: &[PathBuf]) -> Vec<Listed> {
    let entries = |folder: &Path| {
        let entries = std::fs::read_dir(folder);
        let entries = entries.into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let families = entries(&data.join("families"));
    let families = families
        .iter()
        .flat_map(|family| entries(&family.join("backups")));
    let sticks = sticks.iter().flat_map(|stick| entries(stick));
    let mut all: Vec<Listed> = families
        .chain(sticks)
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(listed)
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.made.timestamp(), one.number)));
    all
}

/// The backups in a folder, of whatever family. Nothing of them is proven yet.
pub(super) fn listed_in(folder: &Path) -> Vec<Listed> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(listed)
        .collect()
}

fn listed(path: PathBuf) -> Option<Listed> {
    let manifest = Manifest::of(&path).ok()?;
    Some(Listed {
        bytes: std::fs::metadata(&path).ok()?.len(),
        path,
        number: manifest.number,
        family: FamilyId(manifest.family_key.family()),
        made: manifest.made,
    })
}

/// What a family was called when the newest backup in `folder` was made.
pub(super) fn newest_name(folder: &Path, family: Uuid, key: &Key) -> Option<String> {
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| number_of(path).is_some());
    paths.sort();
    let manifests = paths
        .iter()
        .rev()
        .filter_map(|path| Manifest::of(path).ok());
    manifests
        .filter(|manifest| manifest.family_key.family() == family)
        .find_map(|manifest| manifest.name(key))
}

/// The number in the name of a backup on this computer.
fn number_of(path: &Path) -> Option<u32> {
    if path.extension()? != ENDING {
        return None;
    }
    path.file_stem()?.to_str()?.parse().ok()
}

/// What is in a copy of a record.
fn counts_of(path: &Path, key: &super::Key) -> Result<Counts, Error> {
    let known = store::open::recognise(path, key)?;
    if known.is_old() {
        // An older format has other tables; restoring it brings it to today's.
        return Ok(Counts::default());
    }
    store::counts(known.connection())
}
