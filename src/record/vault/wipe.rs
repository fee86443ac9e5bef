//! Deleting a family's record for good.
//!
//! From the moment that the sealed list says so it is gone. Then go its keys, wherever they stand, so that nothing
//! else of it can be read; then the rest. What was not done when something came between is done at the next unlock.

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};

use super::families::Watch;
use super::{ASIDE, BACKUPS, FamilyId, RECORD, Vault};
use crate::platform::files;
use crate::record::backup::{self, Listed};
use crate::record::keys::{Book, FamilyKey, KeyFile};
use crate::record::left::{Left, To};
use crate::record::rescue::RESCUED;
use crate::record::{Counts, Error, Record, store};

/// What goes when a record is wiped.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatGoes {
    /// Which record.
    pub family: FamilyId,
    /// How many things are in it; `None` when it cannot be read.
    pub counts: Option<Counts>,
    /// Its backups on this computer, oldest first.
    pub backups: Vec<Listed>,
    /// Backups of what could be read of it when it was damaged.
    pub rescued: Vec<Listed>,
    /// What left this computer, as far as it was noted, the newest first: files and paper, which no wipe reaches.
    pub elsewhere: Vec<Left>,
    /// Folders in which it was set aside when a backup took its place.
    pub set_aside: Vec<PathBuf>,
    /// Folders that were set aside and hold something else: they stay.
    pub left: Vec<PathBuf>,
    /// It is the only record here, so the keys of the whole go too.
    pub last: bool,
}

/// What was wiped, and when. It holds no name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    /// Which record.
    pub family: FamilyId,
    /// When.
    pub at: ZonedDateTime,
    /// How many things were in it; `None` when it could not be read.
    pub counts: Option<Counts>,
    /// The numbers of its backups on this computer.
    pub backups: Vec<u32>,
    /// How many backups there were of what could be read of it when it was damaged.
    #[serde(default)]
    pub rescued: u32,
    /// In how many folders it was set aside.
    pub set_aside: u32,
    /// It was the only record here.
    pub last: bool,
}

impl Vault {
    /// What would go with a record. When it is the open one, `open` is that.
    ///
    /// # Errors
    /// [`Error::Gone`] when there is no such record here.
    pub fn what_goes(&self, id: FamilyId, open: Option<&Record>) -> Result<WhatGoes, Error> {
        let vault = self.of_family(id)?;
        let (set_aside, left) = self
            .asides()
            .into_iter()
            .partition(|aside| places_in(aside, id).iter().any(|place| place.exists()));
        let (counts, left_computer) = match open {
            Some(record) => (record.counts().ok(), record.left().unwrap_or_default()),
            None => vault.looked_into().unwrap_or_default(),
        };
        Ok(WhatGoes {
            family: id,
            counts,
            rescued: self.rescued_of(id),
            elsewhere: left_computer
                .into_iter()
                .filter(|one| one.to != To::Clipboard)
                .collect(),
            backups: vault.backups().unwrap_or_default(),
            set_aside,
            left,
            last: self.listed().all(|one| one == id.0),
        })
    }

    /// How much there is in a record that is not open, and what left this computer.
    fn looked_into(&self) -> Result<(Option<Counts>, Vec<Left>), Error> {
        let known = store::open::recognise(&self.record_file()?, &self.family_key()?)?;
        if known.is_old() {
            return Ok((None, vec![]));
        }
        let left = store::left::all(known.connection()).unwrap_or_default();
        Ok((Some(store::counts(known.connection())?), left))
    }

    fn rescued_of(&self, id: FamilyId) -> Vec<Listed> {
        let mut all = backup::listed_in(&self.folder.join(RESCUED));
        all.retain(|one| one.family == id);
        all
    }

    /// Deletes a record for good, which must be closed. With the last one go the keys of the whole: nothing is here
    /// any more then, and this is of no use any longer.
    ///
    /// # Errors
    /// [`Error::Gone`] when there is no such record. Anything else once it has begun: it is gone from the list and
    /// its keys go first; the next unlock does the rest.
    pub fn wipe(&mut self, goes: &WhatGoes, now: &ZonedDateTime) -> Result<Certificate, Error> {
        self.wipe_in_steps(goes, now, &mut || Ok(()))
    }

    pub(super) fn wipe_in_steps(
        &mut self,
        goes: &WhatGoes,
        now: &ZonedDateTime,
        watch: Watch<'_>,
    ) -> Result<Certificate, Error> {
        let id = goes.family;
        if !self.listed().any(|one| one == id.0) {
            return Err(Error::Gone);
        }
        let certificate = Certificate {
            family: id,
            at: now.clone(),
            counts: goes.counts,
            backups: goes.backups.iter().map(|one| one.number).collect(),
            rescued: u32::try_from(goes.rescued.len()).unwrap_or(u32::MAX),
            set_aside: u32::try_from(goes.set_aside.len()).unwrap_or(u32::MAX),
            last: goes.last,
        };
        let before = self.book.clone();
        let _ = self.book.names.remove(&id.0);
        self.book.wiping.push(certificate.clone());
        if self.book.open == Some(id.0) {
            self.book.open = None;
            self.book.closed = true;
        }
        if let Err(problem) = self.keep_book() {
            self.book = before;
            return Err(problem);
        }
        if self.chosen == Some(id.0) {
            self.chosen = None;
        }
        watch()?;
        self.finish_wipe(id, watch)?;
        Ok(certificate)
    }

    /// Does what is left to do of wipes that were begun. The first problem is told once all were tried.
    pub(super) fn finish_wipes(&mut self) -> Result<(), Error> {
        let begun: Vec<FamilyId> = self.book.wiping.iter().map(|one| one.family).collect();
        let mut ended = Ok(());
        for id in begun {
            ended = ended.and(self.finish_wipe(id, &mut || Ok(())));
        }
        ended
    }

    fn finish_wipe(&mut self, id: FamilyId, watch: Watch<'_>) -> Result<(), Error> {
        let places = self.places_of(id);
        for place in &places {
            for key in FamilyKey::copies(place) {
                files::wipe(&key)?;
                watch()?;
            }
        }
        // Each backup carries the wrapped key too.
        for place in &places {
            for backup in files_in(&place.join(BACKUPS)) {
                files::wipe(&backup)?;
                watch()?;
            }
        }
        for rescued in self.rescued_of(id) {
            files::wipe(&rescued.path)?;
            watch()?;
        }
        for place in &places {
            files::delete_database(&place.join(RECORD))?;
            watch()?;
            files::delete_folder(place)?;
            if let Some(above) = place.parent() {
                files::settle(above);
            }
            watch()?;
        }
        for aside in self.asides() {
            if is_empty_of_families(&aside) {
                files::delete_folder(&aside)?;
                watch()?;
            }
        }
        let mut keys = self.keys.clone();
        keys.families.retain(|one| *one != id.0);
        self.put(keys)?;
        watch()?;
        if self.keys.families.is_empty() {
            return self.forget_everything(watch);
        }
        let (done, waiting) = std::mem::take(&mut self.book.wiping)
            .into_iter()
            .partition(|one| one.family == id);
        self.book.wiping = waiting;
        self.book.wiped.extend::<Vec<Certificate>>(done);
        self.keep_book()?;
        watch()
    }

    /// The last family is gone, so its folder, the list and the keys go.
    fn forget_everything(&self, watch: Watch<'_>) -> Result<(), Error> {
        Book::forget(&self.folder)?;
        watch()?;
        files::delete_folder(&self.families_folder())?;
        for copy in KeyFile::copies(&self.folder) {
            files::wipe(&copy)?;
            watch()?;
        }
        files::settle(&self.folder);
        Ok(())
    }

    /// What a crash left when there is no family any more.
    pub(super) fn forget_what_is_left(folder: &Path) -> Result<(), Error> {
        Book::forget(folder)?;
        for copy in KeyFile::copies(folder) {
            files::wipe(&copy)?;
        }
        Ok(())
    }

    /// What was wiped here before, newest last.
    pub fn wiped(&self) -> &[Certificate] {
        &self.book.wiped
    }

    /// Every folder that holds something of the family.
    fn places_of(&self, id: FamilyId) -> Vec<PathBuf> {
        let asides = self.asides();
        let aside = asides.iter().flat_map(|aside| places_in(aside, id));
        // Beside its folder there may be others with something before its name, of work that was cut off.
        let name = id.to_string();
        let mut places = folders_in(&self.families_folder());
        places.retain(|place| {
            let own = place.file_name().unwrap_or_default().to_string_lossy();
            own.ends_with(&name)
        });
        places.extend(aside.filter(|place| place.exists()));
        places
    }

    /// The folders in which something was set aside.
    fn asides(&self) -> Vec<PathBuf> {
        let mut asides: Vec<PathBuf> = folders_in(&self.folder);
        asides.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.strip_prefix(ASIDE)
                .and_then(|rest| rest.strip_prefix('-'))
                .is_some_and(|number| number.parse::<u32>().is_ok())
        });
        asides.sort();
        asides
    }
}

/// Where a family would stand in a folder of what was set aside.
fn places_in(aside: &Path, id: FamilyId) -> [PathBuf; 1] {
    [aside.join(id.to_string())]
}

/// Only copies of keys are left in it, which open nothing any more.
fn is_empty_of_families(aside: &Path) -> bool {
    folders_in(aside).is_empty()
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| path.is_dir()).collect()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| path.is_file()).collect()
}
