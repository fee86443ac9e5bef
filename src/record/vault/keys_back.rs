//! Putting back the keys of a record that is whole: from a backup, which carries its keys. What is there of them, damaged as
//! it is, is set aside, and no record is touched.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::place::{copy_into, families_there, free_folder, opens};
use super::{FamilyId, RECORD, Vault};
use crate::record::keys::{Book, FamilyKey, KeyFile};
use crate::record::{Error, Key, store};

impl Vault {
    /// Whether the file of this family's record is in `folder`, whatever its keys are.
    pub fn has_record_of(folder: &Path, family: FamilyId) -> bool {
        let there = folder.join(super::FAMILIES).join(family.0.to_string());
        there.join(RECORD).is_file()
    }

    /// Puts back the key file if it does not open, and the key of this family's record. Where the damaged ones were set
    /// aside comes back, if any were there.
    ///
    /// # Errors
    /// [`Error::NotThere`] when there is no record of this family; [`Error::WrongPassphrase`] when other keys are here
    /// that are whole; what is wrong with the record, when the key does not open it.
    pub(in crate::record) fn keys_back(
        folder: &Path,
        keys: KeyFile,
        key: &Key,
        family: Uuid,
        family_key: &Key,
    ) -> Result<(Vault, Option<PathBuf>), Error> {
        let there = folder.join(super::FAMILIES).join(family.to_string());
        let record = there.join(RECORD);
        drop(store::open::recognise(&record, family_key)?);
        let here = KeyFile::read(folder).ok().map(|(keys, _)| keys);
        if here.as_ref().is_some_and(|here| !here.is_sealed_by(key)) {
            return Err(Error::WrongPassphrase);
        }
        let old = KeyFile::copies(folder).into_iter();
        let old = old
            .chain(Book::copies(folder))
            .chain(FamilyKey::copies(&there));
        let old: Vec<PathBuf> = old.filter(|copy| copy.exists()).collect();
        let aside = (!old.is_empty()).then(|| free_folder(folder));
        if let Some(aside) = &aside {
            copy_into(aside, &old)?;
        }
        FamilyKey::new(family, family_key, key)?.write(&there)?;
        let keys = match here {
            Some(keys) => keys,
            None => {
                let mut keys = keys;
                let all = families_there(folder).into_iter();
                keys.families = all.filter(|id| opens(folder, *id, key)).collect();
                keys.seal(key)?;
                keys.write(folder)?;
                keys
            }
        };
        let mut vault = Vault::of(folder, keys, key.clone())?;
        vault.choose(FamilyId(family))?;
        Ok((vault, aside))
    }
}
