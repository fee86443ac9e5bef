//! The folder that a record stands in, unlocked: the keys are held in memory until this is dropped.
//!
//! ```text
//! keys.json  keys.json.bak      the key, wrapped once for each way of unlocking
//! families/<random name>/
//!     family.key  family.key.bak    the key of this file, wrapped by the key of the whole
//!     family.db                     the record (SQLCipher)
//!     backups/00000042.withy        copies, each with its keys
//! ```

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use uuid::Uuid;

use super::keys::{FamilyKey, KeyFile};
use super::{Cost, Error, Key, Passphrase, Record, RecoveryWords, Secret, store};
use crate::platform::files;

mod keyring;
pub mod new_key;

const FAMILIES: &str = "families";
const RECORD: &str = "family.db";
const BACKUPS: &str = "backups";

/// An unlocked folder.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    pub(super) keys: KeyFile,
    pub(super) key: Key,
}

impl Vault {
    /// Whether there is a locked record in `folder` that can be unlocked.
    ///
    /// # Errors
    /// What is wrong with its keys: damaged, missing beside a family, or from a newer version.
    pub fn is_in(folder: &Path) -> Result<bool, Error> {
        if KeyFile::is_in(folder) {
            return KeyFile::read(folder).map(|_| true);
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
        };
        files::make_private_folder(folder)?;
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

    /// Opens the family's record. One of an older format is copied to a backup first, then brought to today's.
    ///
    /// # Errors
    /// What is wrong with it; then nothing was changed.
    pub fn open(&self, now: &ZonedDateTime) -> Result<Record, Error> {
        let family = self.family()?;
        if !self.family_folder(family).exists() && self.unfinished(family).exists() {
            self.finish(family)?;
        }
        files::sweep(&self.family_folder(family));
        files::sweep(&self.backups_folder()?);
        let key = self.family_key()?;
        let known = store::open::recognise(&self.record_file()?, &key)?;
        if known.is_old() {
            let _ = self.back_up_connection(known.connection(), now)?;
        }
        Record::from_known(known, now)
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
    /// When the key file names no family.
    pub fn record_file(&self) -> Result<PathBuf, Error> {
        Ok(self.family_folder(self.family()?).join(RECORD))
    }

    /// Where backups are kept on this computer.
    ///
    /// # Errors
    /// When the key file names no family.
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
        self.keys.families.first().copied().ok_or(Error::NotThere)
    }

    fn family_folder(&self, family: Uuid) -> PathBuf {
        self.folder.join(FAMILIES).join(family.to_string())
    }

    /// Where a family's folder is made before it has its name.
    fn unfinished(&self, family: Uuid) -> PathBuf {
        let name = format!("{}{family}", files::UNFINISHED);
        self.folder.join(FAMILIES).join(name)
    }

    pub(super) fn of(folder: &Path, keys: KeyFile, key: Key) -> Vault {
        Vault {
            folder: folder.to_owned(),
            keys,
            key,
        }
    }

    /// Puts a copy of a record in the family’s place. What was there goes into a folder of its own.
    pub(super) fn put_in_place(
        &self,
        copy: &Path,
        family_key: &FamilyKey,
    ) -> Result<Option<PathBuf>, Error> {
        let family = self.family()?;
        let unfinished = self.unfinished(family);
        files::delete_folder(&unfinished)?;
        files::make_private_folder(&unfinished.join(BACKUPS))?;
        family_key.write(&unfinished)?;
        let record = unfinished.join(RECORD);
        files::write_from(&record, &mut std::fs::File::open(copy)?)?;
        let there = self.family_folder(family);
        let aside = there
            .exists()
            .then(|| self.free_folder("before-restore"))
            .or_else(|| KeyFile::is_in(&self.folder).then(|| self.free_folder("before-restore")));
        if let Some(aside) = &aside {
            files::make_private_folder(aside)?;
            for old in KeyFile::copies(&self.folder) {
                if let (Ok(mut file), Some(name)) = (std::fs::File::open(&old), old.file_name()) {
                    files::write_from(&aside.join(name), &mut file)?;
                }
            }
        }
        self.keys.write(&self.folder)?;
        if let Some(aside) = aside.as_ref().filter(|_| there.exists()) {
            let old = aside.join(family.to_string());
            files::rename(&there, &old)?;
            self.finish(family)?;
            // Older backups of the same family stay with it.
            files::delete_folder(&there.join(BACKUPS))?;
            files::rename(&old.join(BACKUPS), &there.join(BACKUPS))?;
        } else {
            self.finish(family)?;
        }
        Ok(aside)
    }

    /// A name in the folder that nothing has yet.
    fn free_folder(&self, name: &str) -> PathBuf {
        let mut number = 1;
        loop {
            let folder = self.folder.join(format!("{name}-{number}"));
            if !folder.exists() {
                return folder;
            }
            number += 1;
        }
    }

    fn finish(&self, family: Uuid) -> Result<(), Error> {
        let from = self.unfinished(family);
        Ok(files::rename(&from, &self.family_folder(family))?)
    }
}
