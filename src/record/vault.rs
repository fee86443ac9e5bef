//! The folder that a record stands in, unlocked: the keys are held in memory until this is dropped.
//!
//! ```text
//! keys.json  keys.json.bak      the key, wrapped once for each way of unlocking
//! records.json  records.json.bak    what the records are called, sealed; only where there are several
//! families/<random name>/
//!     family.key  family.key.bak    the key of this file, wrapped by the key of the whole
//!     family.db                     the record (SQLCipher)
//!     backups/00000042.withy        copies, each with its keys
//! before-restore-1/             what was there when a backup took its place
//! ```

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use uuid::Uuid;

use super::keys::{Book, FamilyKey, KeyFile};
use super::{Cost, Error, Key, Passphrase, Record, RecoveryWords, Secret, store};
use crate::platform::files;

mod families;
mod keyring;
mod keys_back;
pub mod new_key;
mod place;
#[cfg(test)]
mod stopped;
mod wipe;

pub use families::{Family, FamilyId, LONGEST_NAME};
pub use wipe::{Certificate, WhatGoes};

const FAMILIES: &str = "families";
const RECORD: &str = "family.db";
const BACKUPS: &str = "backups";

/// In seconds.
const A_YEAR: i64 = 366 * 24 * 60 * 60;

/// How the folders of what was set aside begin, with a number after it.
const ASIDE: &str = "before-restore";

/// An unlocked folder.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    pub(super) keys: KeyFile,
    pub(super) key: Key,
    pub(super) book: Book,
    /// The family that is open, or would be.
    chosen: Option<Uuid>,
}

impl Vault {
    /// Whether there is a locked record in `folder` that can be unlocked.
    ///
    /// # Errors
    /// What is wrong with its keys: damaged, missing beside a family, or from a newer version.
    pub fn is_in(folder: &Path) -> Result<bool, Error> {
        if KeyFile::is_in(folder) {
            // A key file of no family is what a crash left of wiping the last one.
            return KeyFile::read(folder).map(|(keys, _)| !keys.families.is_empty());
        }
        let families = std::fs::read_dir(folder.join(FAMILIES));
        let orphan = families.is_ok_and(|entries| {
            entries
                .flatten()
                .any(|entry| new_key::may_be_a_family(&entry.file_name().to_string_lossy()))
        });
        if orphan {
            return Err(Error::KeysMissing);
        }
        Ok(false)
    }

    /// Makes a new, empty record in `folder`, which is made if need be. It is there once the key file is.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`] if there is one; otherwise why it could not be made. Then there is none.
    pub fn create(
        folder: &Path,
        passphrase: &Passphrase,
        words: &RecoveryWords,
        cost: Cost,
        now: &ZonedDateTime,
    ) -> Result<Vault, Error> {
        if Vault::is_in(folder)? {
            return Err(Error::AlreadyThere);
        }
        let family = Uuid::new_v4();
        let key = Key::random()?;
        let mut keys = KeyFile::new(vec![family]);
        keys.set_passphrase(&key, passphrase, cost)?;
        keys.set_words(&key, words)?;
        keys.seal(&key)?;
        let vault = Vault {
            folder: folder.to_owned(),
            keys,
            key,
            book: Book::default(),
            chosen: Some(family),
        };
        files::make_private_folder(folder)?;
        Vault::forget_what_is_left(folder)?;
        // What a crash left of an attempt before.
        if let Ok(entries) = std::fs::read_dir(folder.join(FAMILIES)) {
            for entry in entries.flatten() {
                files::delete_folder(&entry.path())?;
            }
        }
        let unfinished = vault.unfinished(family);
        files::make_private_folder(&unfinished.join(BACKUPS))?;
        let family_key = Key::random()?;
        FamilyKey::new(family, &family_key, &vault.key)?.write(&unfinished)?;
        drop(Record::create(&unfinished.join(RECORD), &family_key, now)?);
        vault.keys.write(folder)?;
        vault.finish(family)?;
        Ok(vault)
    }

    /// Unlocks what is in `folder`. A passphrase takes about 0.7 seconds, on purpose.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] or [`Error::WrongWords`]; [`Error::KeysDamaged`]; [`Error::KeysNewer`];
    /// [`Error::KeysMissing`].
    pub fn unlock(folder: &Path, secret: &Secret) -> Result<Vault, Error> {
        let (keys, mend) = KeyFile::read(folder)?;
        let key = keys.unlock(secret)?;
        Vault::unlocked(folder, keys, mend, key)
    }

    /// Opens the record of the family that is chosen. One of an older format is copied to a backup first, then brought to today's.
    ///
    /// # Errors
    /// What is wrong with it; then nothing was changed.
    pub fn open(&self, now: &ZonedDateTime) -> Result<Record, Error> {
        let family = self.family()?;
        if !self.family_folder(family).exists() && self.unfinished(family).exists() {
            self.finish(family)?;
        }
        // Those that cannot be brought back are safe where they are.
        let _ = self.bring_back_backups(family);
        files::sweep(&self.family_folder(family));
        files::sweep(&self.backups_folder()?);
        let key = self.family_key()?;
        let known = store::open::recognise(&self.record_file()?, &key)?;
        if known.is_old() {
            let _ = self.back_up_connection(known.connection(), now)?;
        }
        Record::from_known(known, now, || self.is_clock_right(now))
    }

    /// Whether the newest backup speaks for the clock. A clock that has gone on by more than a year since may be wrong,
    /// and what it would let go of would be gone for good; the backup that is due now speaks for it the next time.
    fn is_clock_right(&self, now: &ZonedDateTime) -> bool {
        let newest = self.backups().ok().and_then(|mut all| all.pop());
        newest.is_none_or(|newest| {
            let gone_on = now.timestamp().as_second() - newest.made.timestamp().as_second();
            gone_on < A_YEAR
        })
    }

    /// Whether this passphrase unlocks the folder. As slow as unlocking.
    ///
    /// # Errors
    /// When the key file cannot be read any more.
    pub fn opens_with(&self, passphrase: &Passphrase) -> Result<bool, Error> {
        match self.keys.unlock(&Secret::Passphrase(passphrase.clone())) {
            Ok(_) => Ok(true),
            Err(Error::WrongPassphrase) => Ok(false),
            Err(problem) => Err(problem),
        }
    }

    /// Another passphrase in place of the old one. Only the key file is written; backups made before still open
    /// with the old one.
    ///
    /// # Errors
    /// When it could not be written; then the old one still opens everything.
    pub fn change_passphrase(&mut self, new: &Passphrase, cost: Cost) -> Result<(), Error> {
        let mut keys = self.keys.clone();
        keys.set_passphrase(&self.key, new, cost)?;
        self.put(keys)
    }

    /// The same passphrase made slower to try, when `cost` is above what it was set with. Only the key file is written.
    ///
    /// # Errors
    /// When it could not be written; then the passphrase opens everything as before.
    pub fn raise_cost(&mut self, passphrase: &Passphrase, cost: Cost) -> Result<(), Error> {
        match self.keys.cost() {
            Some(now) if cost.is_above(now) => self.change_passphrase(passphrase, cost),
            _ => Ok(()),
        }
    }

    /// How slow the passphrase is to try.
    pub fn cost(&self) -> Option<Cost> {
        self.keys.cost()
    }

    /// Another recovery sheet in place of the old one.
    ///
    /// # Errors
    /// When it could not be written; then the old sheet still works.
    pub fn change_words(&mut self, new: &RecoveryWords) -> Result<(), Error> {
        let mut keys = self.keys.clone();
        keys.set_words(&self.key, new)?;
        self.put(keys)
    }

    fn put(&mut self, mut keys: KeyFile) -> Result<(), Error> {
        keys.seal(&self.key)?;
        keys.write(&self.folder)?;
        self.keys = keys;
        Ok(())
    }

    /// The file of the family's record.
    ///
    /// # Errors
    /// When no record is open.
    pub fn record_file(&self) -> Result<PathBuf, Error> {
        Ok(self.family_folder(self.family()?).join(RECORD))
    }

    /// Where backups are kept on this computer.
    ///
    /// # Errors
    /// When no record is open.
    pub fn backups_folder(&self) -> Result<PathBuf, Error> {
        Ok(self.family_folder(self.family()?).join(BACKUPS))
    }

    /// The key of the family's record.
    ///
    /// # Errors
    /// When its key file is damaged or missing.
    pub fn family_key(&self) -> Result<Key, Error> {
        self.wrapped_family_key()?.open(self.family()?, &self.key)
    }

    pub(super) fn wrapped_family_key(&self) -> Result<FamilyKey, Error> {
        let family = self.family()?;
        FamilyKey::read(&self.family_folder(family), family, &self.key)
    }

    pub(super) fn family(&self) -> Result<Uuid, Error> {
        self.chosen.ok_or(Error::Closed)
    }

    fn families_folder(&self) -> PathBuf {
        self.folder.join(FAMILIES)
    }

    fn family_folder(&self, family: Uuid) -> PathBuf {
        self.families_folder().join(family.to_string())
    }

    /// Where a family's folder is made before it has its name.
    fn unfinished(&self, family: Uuid) -> PathBuf {
        let name = format!("{}{family}", files::UNFINISHED);
        self.families_folder().join(name)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn of(folder: &Path, keys: KeyFile, key: Key) -> Result<Vault, Error> {
        let mut vault = Vault::without_book(folder, keys, key);
        vault.read_book()?;
        Ok(vault)
    }

    fn without_book(folder: &Path, keys: KeyFile, key: Key) -> Vault {
        Vault {
            folder: folder.to_owned(),
            keys,
            key,
            book: Book::default(),
            chosen: None,
        }
    }

    /// What is done each time the key is known: two good copies of the key file, and nothing left half done.
    fn unlocked(folder: &Path, keys: KeyFile, mend: bool, key: Key) -> Result<Vault, Error> {
        if mend {
            // Two good copies are better than one; one is enough to open.
            let _ = keys.write(folder);
        }
        files::sweep(folder);
        let mut vault = Vault::without_book(folder, keys, key);
        vault.settle_new_key()?;
        vault.read_book()?;
        // What cannot be finished now is hidden, and tried again the next time.
        let _ = vault.finish_wipes();
        if vault.keys.families.is_empty() {
            let _ = Vault::forget_what_is_left(folder);
            return Err(Error::Wiped);
        }
        vault.chosen = vault.first_choice();
        vault.sweep_families();
        Ok(vault)
    }

    fn finish(&self, family: Uuid) -> Result<(), Error> {
        let from = self.unfinished(family);
        Ok(files::rename(&from, &self.family_folder(family))?)
    }
}
