//! Several records in one folder, one for each family: the list, the one that is open, adding and renaming.
//!
//! Names stand only in the sealed list (`keys/book.rs`) and, sealed again, in each family's backups.

use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{BACKUPS, RECORD, Vault};
use crate::platform::files;
use crate::record::keys::{Book, FamilyKey};
use crate::record::{Error, Key, Record, backup};

/// The longest name, in letters.
pub const LONGEST_NAME: usize = 40;

/// The lasting identity of one family's record. It says nothing about the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FamilyId(pub Uuid);

impl std::fmt::Display for FamilyId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// One record of those that are here.
#[derive(Clone, PartialEq, Eq)]
pub struct Family {
    /// Which one.
    pub id: FamilyId,
    /// What it is called: by the person, or “Your record”, “Record 2” where nobody gave a name.
    pub name: String,
    /// The name was given by the person.
    pub named: bool,
    /// It is the one that is open, or would be.
    pub chosen: bool,
}

impl std::fmt::Debug for Family {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Family({})", self.id)
    }
}

/// Is called after each step of a longer work, so that a test can stop there as a pulled plug would.
pub(super) type Watch<'a> = &'a mut dyn FnMut() -> Result<(), Error>;

impl Vault {
    /// The records that are here, in the order in which they were added.
    pub fn families(&self) -> Vec<Family> {
        self.listed()
            .enumerate()
            .map(|(at, id)| Family {
                id: FamilyId(id),
                name: self.name_of(at, id),
                named: self.book.names.contains_key(&id),
                chosen: self.chosen == Some(id),
            })
            .collect()
    }

    /// The record that is open, or would be; `None` when it was closed.
    pub fn chosen(&self) -> Option<Family> {
        self.families().into_iter().find(|family| family.chosen)
    }

    /// Its name, when there are others that it has to be told from.
    pub fn chosen_of_several(&self) -> Option<String> {
        let _several = self.listed().nth(1)?;
        self.chosen().map(|family| family.name)
    }

    /// Makes this the one that is opened, now and after the next unlock. Close the other one first.
    ///
    /// # Errors
    /// [`Error::Gone`] when there is no such record here.
    pub fn choose(&mut self, id: FamilyId) -> Result<(), Error> {
        if !self.listed().any(|one| one == id.0) {
            return Err(Error::Gone);
        }
        self.chosen = Some(id.0);
        let only = self.listed().nth(1).is_none();
        if self.book.open != Some(id.0) && !only || self.book.closed {
            self.book.open = Some(id.0);
            self.book.closed = false;
            // It opens all the same when this cannot be remembered.
            let _ = self.keep_book();
        }
        Ok(())
    }

    /// None is open from now on, and none opens after the next unlock.
    pub fn close(&mut self) {
        self.chosen = None;
        self.book.closed = true;
        let _ = self.keep_book();
    }

    /// Makes a new, empty record beside the others. It is there once the key file says so.
    ///
    /// # Errors
    /// [`Error::NameNeeded`], [`Error::NameTooLong`] or [`Error::NameTaken`]; otherwise why it could not be made. Then there is none.
    pub fn add(&mut self, name: &str, now: &ZonedDateTime) -> Result<FamilyId, Error> {
        let family = Uuid::new_v4();
        let added = self.add_in_steps(family, name, now, &mut || Ok(()));
        if added.is_err() && !self.keys.families.contains(&family) {
            let _ = files::delete_folder(&self.unfinished(family));
            if self.book.names.remove(&family).is_some() {
                let _ = self.keep_book();
            }
        }
        added
    }

    pub(super) fn add_in_steps(
        &mut self,
        family: Uuid,
        name: &str,
        now: &ZonedDateTime,
        watch: Watch<'_>,
    ) -> Result<FamilyId, Error> {
        let name = self.fit_name(name, None)?;
        let unfinished = self.unfinished(family);
        files::make_private_folder(&unfinished.join(BACKUPS))?;
        let key = Key::random()?;
        FamilyKey::new(family, &key, &self.key)?.write(&unfinished)?;
        watch()?;
        drop(Record::create(&unfinished.join(RECORD), &key, now)?);
        watch()?;
        let _ = self.book.names.insert(family, name);
        self.keep_book()?;
        watch()?;
        let mut keys = self.keys.clone();
        keys.families.push(family);
        self.put(keys)?;
        watch()?;
        self.finish(family)?;
        watch()?;
        Ok(FamilyId(family))
    }

    /// Gives a record another name.
    ///
    /// # Errors
    /// [`Error::NameNeeded`], [`Error::NameTooLong`] or [`Error::NameTaken`]; otherwise why it could not be kept.
    pub fn rename(&mut self, id: FamilyId, name: &str) -> Result<(), Error> {
        if !self.listed().any(|one| one == id.0) {
            return Err(Error::Gone);
        }
        let name = self.fit_name(name, Some(id.0))?;
        let before = self.book.names.insert(id.0, name);
        let kept = self.keep_book();
        if kept.is_err() {
            let _ = match before {
                Some(before) => self.book.names.insert(id.0, before),
                None => self.book.names.remove(&id.0),
            };
        }
        kept
    }

    /// The families of the key file, without what is being wiped.
    pub(super) fn listed(&self) -> impl Iterator<Item = Uuid> + '_ {
        let wiping = |id: &Uuid| self.book.wiping.iter().any(|one| one.family.0 == *id);
        self.keys
            .families
            .iter()
            .copied()
            .filter(move |id| !wiping(id))
    }

    fn name_of(&self, at: usize, id: Uuid) -> String {
        match self.book.names.get(&id) {
            Some(name) => name.clone(),
            None if at == 0 => "Your record".to_owned(),
            None => format!("Record {}", at + 1),
        }
    }

    /// The name as it is kept: spaces put right, not too long, and unlike every other.
    pub(super) fn fit_name(&self, name: &str, of: Option<Uuid>) -> Result<String, Error> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let name = words.join(" ");
        if name.is_empty() {
            return Err(Error::NameNeeded);
        }
        if name.chars().count() > LONGEST_NAME {
            return Err(Error::NameTooLong(LONGEST_NAME));
        }
        let taken = self.families().into_iter().any(|family| {
            Some(family.id.0) != of && family.name.to_lowercase() == name.to_lowercase()
        });
        if taken {
            return Err(Error::NameTaken(name));
        }
        Ok(name)
    }

    /// The same keys, for another of the records. What opens after the next unlock stays as it is.
    ///
    /// # Errors
    /// [`Error::Gone`] when there is no such record here.
    pub fn of_family(&self, id: FamilyId) -> Result<Vault, Error> {
        if !self.keys.families.contains(&id.0) {
            return Err(Error::Gone);
        }
        let mut other = self.clone();
        other.chosen = Some(id.0);
        Ok(other)
    }

    pub(super) fn keep_book(&self) -> Result<(), Error> {
        self.book.write(&self.folder, self.keys.id, &self.key)
    }

    /// Reads the list, or makes one from what the backups say, and sees which record is to be opened.
    pub(super) fn read_book(&mut self) -> Result<(), Error> {
        self.book = match Book::read(&self.folder, self.keys.id, &self.key)? {
            Some(book) => book,
            None => self.book_from_backups(),
        };
        let known = &self.keys.families;
        // A name of nothing is what a crash left of adding.
        self.book.names.retain(|id, _| known.contains(id));
        self.chosen = self.first_choice();
        Ok(())
    }

    /// What was open last; the first one where nothing is known; none where it was closed and there are several.
    pub(super) fn first_choice(&self) -> Option<Uuid> {
        let several = self.listed().nth(1).is_some();
        if several && self.book.closed {
            return None;
        }
        let last = self.book.open;
        let last = last.filter(|last| self.listed().any(|id| id == *last));
        last.or_else(|| self.listed().next())
    }

    fn book_from_backups(&self) -> Book {
        let mut book = Book::default();
        for id in &self.keys.families {
            let Ok(vault) = self.of_family(FamilyId(*id)) else {
                continue;
            };
            if let (Ok(key), Ok(folder)) = (vault.family_key(), vault.backups_folder())
                && let Some(name) = backup::newest_name(&folder, *id, &key)
            {
                let _ = book.names.insert(*id, name);
            }
        }
        book
    }

    /// Removes what a crash left of a record that was being added or put in place.
    pub(super) fn sweep_families(&self) {
        let Ok(entries) = std::fs::read_dir(self.families_folder()) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let Some(id) = name.strip_prefix(files::UNFINISHED) else {
                continue;
            };
            let Ok(id) = Uuid::parse_str(id) else {
                continue;
            };
            let wanted = self.listed().any(|one| one == id) && !self.family_folder(id).exists();
            if !wanted {
                let _ = files::delete_folder(&entry.path());
            }
        }
    }
}
