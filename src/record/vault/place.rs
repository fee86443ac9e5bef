//! Putting a copy of a record in its family's place. What was there is set aside whole, never deleted, and no other
//! family's record is touched.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{ASIDE, BACKUPS, FamilyId, RECORD, Vault};
use crate::platform::files;
use crate::record::keys::{Book, FamilyKey, KeyFile};
use crate::record::{Error, Key};

impl Vault {
    /// The keys of a backup, in a folder whose own keys are another's, or lost, or not there yet. What those keys
    /// open here already stays; everything else is set aside, and where that is comes back.
    pub(in crate::record) fn take_over(
        folder: &Path,
        mut keys: KeyFile,
        key: &Key,
        family: Uuid,
    ) -> Result<(Vault, Option<PathBuf>), Error> {
        let there = families_there(folder);
        let ours: Vec<Uuid> = there
            .iter()
            .copied()
            .filter(|id| *id != family && opens(folder, *id, key))
            .collect();
        let copies = KeyFile::copies(folder).into_iter();
        let copies: Vec<PathBuf> = copies
            .chain(Book::copies(folder))
            .filter(|copy| copy.exists())
            .collect();
        let mut others = there;
        others.retain(|id| !ours.contains(id));
        let aside = (!copies.is_empty() || !others.is_empty()).then(|| free_folder(folder));
        others.retain(|id| *id != family);
        if let Some(aside) = &aside {
            copy_into(aside, &copies)?;
        }
        let mut listed = keys.families.clone();
        listed.retain(|id| *id == family || ours.contains(id));
        for id in ours.into_iter().chain([family]) {
            if !listed.contains(&id) {
                listed.push(id);
            }
        }
        keys.families = listed;
        keys.seal(key)?;
        keys.write(folder)?;
        if let Some(aside) = &aside {
            let families = folder.join(super::FAMILIES);
            for id in others {
                let name = id.to_string();
                files::rename(&families.join(&name), &aside.join(&name))?;
            }
        }
        let vault = Vault::of(folder, keys, key.clone())?;
        // The list of the keys before, if there was one, is set aside and can be read with those only.
        vault.keep_book()?;
        Ok((vault, aside))
    }

    /// Puts a copy of a record in the place of its own family, or beside the others when it is not here. What was
    /// there goes into `aside` or a folder of its own, which comes back.
    pub(in crate::record) fn put_in_place(
        &mut self,
        copy: &Path,
        family_key: &FamilyKey,
        name: Option<&str>,
        aside: Option<PathBuf>,
    ) -> Result<Option<PathBuf>, Error> {
        let family = family_key.family();
        if self.book.wiping.iter().any(|one| one.family.0 == family) {
            // It was wiped, and the person brings it back.
            self.finish_wipes()?;
        }
        let unfinished = self.unfinished(family);
        files::delete_folder(&unfinished)?;
        files::make_private_folder(&unfinished.join(BACKUPS))?;
        family_key.write(&unfinished)?;
        let record = unfinished.join(RECORD);
        files::write_from(&record, &mut std::fs::File::open(copy)?)?;
        if let Some(name) = name.filter(|_| !self.book.names.contains_key(&family)) {
            let name = self.free_name(name, family);
            let _ = self.book.names.insert(family, name);
            self.keep_book()?;
        }
        let there = self.family_folder(family);
        let aside = match aside {
            None if there.exists() => {
                let aside = free_folder(&self.folder);
                copy_into(&aside, KeyFile::copies(&self.folder).as_slice())?;
                Some(aside)
            }
            aside => aside,
        };
        if !self.keys.families.contains(&family) {
            let mut keys = self.keys.clone();
            keys.families.push(family);
            self.put(keys)?;
        }
        if let Some(aside) = aside.as_ref().filter(|_| there.exists()) {
            let old = aside.join(family.to_string());
            files::rename(&there, &old)?;
            self.finish(family)?;
            let _ = self.bring_back_backups(family);
        } else {
            self.finish(family)?;
        }
        self.choose(FamilyId(family))?;
        Ok(aside)
    }

    /// Older backups of a family stay with it: those that were set aside with its record come back. The plug may
    /// have been pulled before they did, so opening looks for them too.
    pub(super) fn bring_back_backups(&self, family: Uuid) -> Result<(), Error> {
        let here = self.family_folder(family).join(BACKUPS);
        let has_some = |folder: &Path| {
            std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
        };
        if has_some(&here) {
            return Ok(());
        }
        for entry in std::fs::read_dir(&self.folder)?.flatten() {
            let there = entry.path().join(family.to_string()).join(BACKUPS);
            let is_aside = entry.file_name().to_string_lossy().starts_with(ASIDE);
            if is_aside && has_some(&there) {
                files::delete_folder(&here)?;
                return Ok(files::rename(&there, &here)?);
            }
        }
        Ok(())
    }

    /// The name, or with a number when another record has it.
    fn free_name(&self, name: &str, family: Uuid) -> String {
        let mut free = name.to_owned();
        let mut number = 1;
        while matches!(self.fit_name(&free, Some(family)), Err(Error::NameTaken(_))) {
            number += 1;
            // A number more than the longest name has room for.
            let short: String = name.chars().take(super::LONGEST_NAME - 5).collect();
            free = format!("{} ({number})", short.trim_end());
        }
        free
    }
}

/// The families whose folders are in `folder`, whatever its keys say.
pub(super) fn families_there(folder: &Path) -> Vec<Uuid> {
    let entries = std::fs::read_dir(folder.join(super::FAMILIES));
    let entries = entries.into_iter().flatten().flatten();
    let mut all: Vec<Uuid> = entries
        .filter_map(|entry| Uuid::parse_str(&entry.file_name().to_string_lossy()).ok())
        .collect();
    all.sort();
    all
}

pub(super) fn opens(folder: &Path, family: Uuid, key: &Key) -> bool {
    let folder = folder.join(super::FAMILIES).join(family.to_string());
    FamilyKey::read(&folder, family, key).is_ok()
}

pub(super) fn copy_into(aside: &Path, copies: &[PathBuf]) -> Result<(), Error> {
    files::make_private_folder(aside)?;
    for old in copies {
        if let (Ok(mut file), Some(name)) = (std::fs::File::open(old), old.file_name()) {
            files::write_from(&aside.join(name), &mut file)?;
        }
    }
    Ok(())
}

/// A name in the folder that nothing has yet.
pub(super) fn free_folder(folder: &Path) -> PathBuf {
    let mut number = 1;
    loop {
        let free = folder.join(format!("{ASIDE}-{number}"));
        if !free.exists() {
            return free;
        }
        number += 1;
    }
}
