//! A new key for everything, after the old one may have leaked: every family's file is written again under a new
//! key of its own, and new slots open the new key. The old passphrase and sheet open only what was made before.
//!
//! ```text
//! 1  families/.key-<name>/      for each family, beside its folder: a whole copy under the new key, read through
//!    families/.key-book/        what the families are called, under the new key
//! 2  keys.json, keys.json.bak   the new slots: from here on the new passphrase opens, before it the old one
//! 3  <name> → .old-<name>, .key-<name> → <name>, what else was in the old folder moves over, .old-<name> goes
//! ```
//!
//! Each step is on the disk before the next begins, and the old file is there until the new one has its name. What
//! was cut off is settled at the next unlocking: the copy belongs to the key that opens its `family.key`. Is it
//! ours, step 3 goes on; is it not, step 2 never was, and the copy goes. The list of names is put in place before the rest.
//!
//! `PRAGMA rekey` on the file itself would need no second copy, but a cut in the middle hangs on a journal that is
//! written under both keys, and nothing could tell which secret opens it.

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use uuid::Uuid;

use super::{BACKUPS, FamilyId, RECORD, Vault};
use crate::platform::files;
use crate::record::backup::{self, Listed};
use crate::record::keys::{Book, FamilyKey, KeyFile};
use crate::record::rescue::RESCUED;
use crate::record::{Cost, Error, Key, Passphrase, Record, RecoveryWords, store};

#[cfg(test)]
mod tests;

/// How the folder of a copy under the new key begins.
const COPY: &str = ".key-";

/// The folder of the list of names under the new key.
const BOOK: &str = ".key-book";

/// How a folder under the old key begins, once the new one has its name.
const OLD: &str = ".old-";

/// Whether a folder with this name may hold a record: one that has its name, or whose name was being changed.
pub(super) fn may_be_a_family(name: &str) -> bool {
    !name.starts_with('.') || name.starts_with(COPY) || name.starts_with(OLD)
}

/// Why there is no new key, and which secret opens the folder.
#[derive(Debug, Clone)]
pub struct NotMade {
    /// What went wrong.
    pub problem: Error,
    /// The new secrets are in place all the same: unlocking with them finishes the work.
    pub new_opens: bool,
}

/// What the old passphrase or sheet still opens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OldCopies {
    /// Backups on this computer.
    pub backups: Vec<Listed>,
    /// Folders with what was set aside when a backup was put in place.
    pub set_aside: Vec<PathBuf>,
}

impl OldCopies {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.backups.len() + self.set_aside.len()
    }
}

impl Vault {
    /// Makes a new key, with a new passphrase and new words. No record of the folder may be open. The keyring
    /// unlocks it no more. Backups stay as they are, and open with what opened them before.
    ///
    /// # Errors
    /// Why there is none, and which secret opens the folder now. Nothing of any record is lost either way.
    pub fn make_new_key(
        &self,
        passphrase: &Passphrase,
        words: &RecoveryWords,
        cost: Cost,
    ) -> Result<Vault, NotMade> {
        let new = self.with_new_key(passphrase, words, cost);
        let new = new.map_err(|problem| NotMade {
            problem,
            new_opens: false,
        })?;
        let made = self
            .copy_for(&new)
            .and_then(|()| new.keys.write(&new.folder))
            .and_then(|()| new.settle_new_key())
            .and_then(|()| Vault::of(&new.folder, new.keys.clone(), new.key.clone()));
        match made {
            Ok(made) => Ok(Vault {
                chosen: self.chosen,
                ..made
            }),
            Err(problem) => {
                let now = KeyFile::read(&new.folder).map(|(keys, _)| keys.is_sealed_by(&new.key));
                if let Ok(false) = now {
                    // What is left of the copies goes at the next unlocking.
                    let _ = self.settle_new_key();
                }
                let new_opens = now.unwrap_or(false);
                Err(NotMade { problem, new_opens })
            }
        }
    }

    fn with_new_key(
        &self,
        passphrase: &Passphrase,
        words: &RecoveryWords,
        cost: Cost,
    ) -> Result<Vault, Error> {
        let key = Key::random()?;
        let mut keys = self.keys.clone();
        keys.forget_slots();
        keys.set_passphrase(&key, passphrase, cost)?;
        keys.set_words(&key, words)?;
        keys.seal(&key)?;
        Ok(Vault {
            book: self.book.clone(),
            ..Vault::without_book(&self.folder, keys, key)
        })
    }

    /// Step 1: a copy of each family under a key that `new` opens.
    fn copy_for(&self, new: &Vault) -> Result<(), Error> {
        self.settle_new_key()?;
        let book = self.families_folder().join(BOOK);
        files::make_private_folder(&book)?;
        new.book.write(&book, new.keys.id, &new.key)?;
        // What is being wiped is nobody's any more.
        for family in self.listed() {
            self.copy_family(family, new)?;
        }
        Ok(files::sync_folder_for_good(&self.families_folder())?)
    }

    fn copy_family(&self, family: Uuid, new: &Vault) -> Result<(), Error> {
        let from = self.family_folder(family);
        let copy = self.beside(COPY, family);
        files::make_private_folder(&copy)?;
        let old_key = FamilyKey::read(&from, family, &self.key)?.open(family, &self.key)?;
        let new_key = Key::random()?;
        let record = copy.join(RECORD);
        let known = store::open::recognise(&from.join(RECORD), &old_key)?;
        store::copy_into(known.connection(), &record)?;
        drop(known);
        store::open::change_key(&record, &old_key, &new_key)?;
        store::open::verify(&record, &new_key)?;
        files::sync_file(&record)?;
        FamilyKey::new(family, &new_key, &new.key)?.write(&copy)
    }

    /// Finishes, or takes back, a new key that was cut off.
    pub(super) fn settle_new_key(&self) -> Result<(), Error> {
        let is_ours = self.settle_book()?;
        for family in &self.keys.families {
            self.settle_family(*family)?;
        }
        let deleted = files::delete_folder(&self.families_folder().join(BOOK));
        match deleted {
            // An old list would come back over a newer one.
            Err(problem) if is_ours => Err(problem.into()),
            // In nobody's way where it cannot be deleted.
            _ => Ok(()),
        }
    }

    /// Puts the list of names under the new key in place; whether it was ours.
    fn settle_book(&self) -> Result<bool, Error> {
        let folder = self.families_folder().join(BOOK);
        if !folder.exists() {
            return Ok(false);
        }
        let Some(book) = Book::read(&folder, self.keys.id, &self.key)? else {
            return Ok(false);
        };
        // From here on nothing may open with the old key file again.
        self.keys.write(&self.folder)?;
        book.write(&self.folder, self.keys.id, &self.key)?;
        Ok(true)
    }

    fn settle_family(&self, family: Uuid) -> Result<(), Error> {
        let there = self.family_folder(family);
        let copy = self.beside(COPY, family);
        let old = self.beside(OLD, family);
        let is_ours = |folder: &Path| FamilyKey::read(folder, family, &self.key).is_ok();
        if copy.exists() {
            if !is_ours(&copy) {
                if is_ours(&there) {
                    // In nobody's way where it cannot be deleted.
                    let _ = files::delete_folder(&copy);
                    return Ok(());
                }
                // Nothing tells which of the two is right, so neither goes.
                return Err(Error::KeysDamaged);
            }
            // From here on nothing may open with the old key file again.
            self.keys.write(&self.folder)?;
            if there.exists() {
                files::rename(&there, &old)?;
            }
            files::rename(&copy, &there)?;
        }
        if old.exists() && is_ours(&there) {
            take_what_stays(&old, &there)?;
            files::delete_folder(&old)?;
        }
        Ok(())
    }

    /// A folder beside the family's.
    fn beside(&self, begins: &str, family: Uuid) -> PathBuf {
        self.families_folder().join(format!("{begins}{family}"))
    }

    /// What the secrets from before a new key still open on this computer: backups, and what was set aside.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn copies_of_old_keys(&self) -> Result<OldCopies, Error> {
        let mut old = OldCopies::default();
        let families = (self.keys.families.iter()).map(|id| self.family_folder(*id).join(BACKUPS));
        for folder in families.chain([self.folder.join(RESCUED)]) {
            let of_old = backup::of_another_key(&folder, &self.keys, &self.key);
            old.backups.extend(of_old);
        }
        for entry in std::fs::read_dir(&self.folder)?.flatten() {
            let path = entry.path();
            // What is another's, with keys of its own, stays out of this.
            let of_old = KeyFile::read(&path)
                .is_ok_and(|(keys, _)| keys.id == self.keys.id && !keys.is_sealed_by(&self.key));
            if of_old {
                old.set_aside.push(path);
            }
        }
        old.set_aside.sort();
        Ok(old)
    }

    /// A backup of every family that opens with today's keys; `open` is the record of the chosen one, if it is open.
    ///
    /// # Errors
    /// When one could not be made.
    pub fn back_up_every(&self, open: Option<&Record>, now: &ZonedDateTime) -> Result<(), Error> {
        for family in self.listed() {
            let vault = self.of_family(FamilyId(family))?;
            let _ = match open {
                Some(record) if self.chosen == Some(family) => vault.back_up(record, now)?,
                _ => vault.back_up(&vault.open(now)?, now)?,
            };
        }
        Ok(())
    }

    /// Deletes them, once there is a backup of every family under today's keys. Gives the number that went.
    ///
    /// # Errors
    /// When a backup could not be made or does not open: then all are there still. Otherwise which could not be
    /// deleted; those before it went.
    pub fn delete_copies_of_old_keys(
        &self,
        open: Option<&Record>,
        now: &ZonedDateTime,
    ) -> Result<usize, Error> {
        let before = self.copies_of_old_keys()?.count();
        self.back_up_every(open, now)?;
        let old = self.copies_of_old_keys()?;
        for backup in &old.backups {
            files::wipe(&backup.path)?;
        }
        for folder in &old.set_aside {
            files::delete_folder(folder)?;
        }
        files::settle(&self.folder);
        Ok(before)
    }
}

/// Moves what is not the record and its key, such as backups, from the old folder into the new one.
fn take_what_stays(old: &Path, there: &Path) -> Result<(), Error> {
    for entry in std::fs::read_dir(old)?.flatten() {
        let name = entry.file_name();
        let own = name.to_string_lossy();
        let belongs = own.starts_with(RECORD) || own.starts_with(FamilyKey::NAME);
        let to = there.join(&name);
        if !belongs && !own.starts_with(files::UNFINISHED) && !to.exists() {
            files::rename(&entry.path(), &to)?;
        }
    }
    Ok(())
}
