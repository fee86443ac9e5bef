//! `family.key`: the key of one family's file, wrapped by the key of the whole record.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Key;
use super::doubled::{self, Format};
use super::slot::Wrapped;
use crate::record::Error;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FamilyKey {
    format: String,
    version: u32,
    family: Uuid,
    key: Wrapped,
}

impl Format for FamilyKey {
    const FORMAT: &'static str = "withy-family-key";
    const VERSION: u32 = 1;
}

impl FamilyKey {
    /// The file's name in the family's folder.
    pub(crate) const NAME: &'static str = "family.key";

    /// Wraps `key` for this family.
    pub(crate) fn new(family: Uuid, key: &Key, by: &Key) -> Result<FamilyKey, Error> {
        let by = by.derive("family-wrap")?;
        Ok(FamilyKey {
            format: Self::FORMAT.to_owned(),
            version: Self::VERSION,
            family,
            key: Wrapped::new(key, &by, &about(family))?,
        })
    }

    /// The family's key.
    ///
    /// # Errors
    /// [`Error::KeysDamaged`] when it was not wrapped by `by` for this family.
    pub(crate) fn open(&self, family: Uuid, by: &Key) -> Result<Key, Error> {
        let by = by.derive("family-wrap")?;
        let key = self.key.open(&by, &about(family))?;
        key.ok_or(Error::KeysDamaged)
    }

    /// Reads the file in the family's folder, or its second copy, whichever `by` opens, and mends the other.
    pub(crate) fn read(folder: &Path, family: Uuid, by: &Key) -> Result<FamilyKey, Error> {
        let path = folder.join(Self::NAME);
        let found = doubled::read(&path, |file: &FamilyKey| file.open(family, by).map(drop))?;
        if found.mend {
            // Two good copies are better than one; one is enough to open.
            let _ = doubled::write(&path, &found.content);
        }
        Ok(found.content)
    }

    /// Whose it is.
    pub(crate) fn family(&self) -> Uuid {
        self.family
    }

    /// Where both copies are in the family's folder.
    pub(crate) fn copies(folder: &Path) -> [PathBuf; 2] {
        let first = folder.join(Self::NAME);
        let second = doubled::second(&first);
        [first, second]
    }

    /// Reads a file that a backup carries.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<FamilyKey, Error> {
        doubled::from_bytes(bytes)
    }

    /// As a backup carries it.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        doubled::to_bytes(self)
    }

    /// Writes both copies into the family's folder.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        doubled::write(&folder.join(Self::NAME), self)
    }
}

fn about(family: Uuid) -> Vec<u8> {
    let (format, version) = (FamilyKey::FORMAT, FamilyKey::VERSION);
    format!("{format}|{version}|{family}").into_bytes()
}
