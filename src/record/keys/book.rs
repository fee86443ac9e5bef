//! `records.json`: what the records here are called, which was open last, and what was wiped. Sealed with a key
//! that is made from the key of the whole, so that without the passphrase nobody reads a name; two copies.
//!
//! It is apart from the families' own files so that thirty names are read at once, without opening thirty records.
//! Nothing hangs on it: when both copies are damaged the records open all the same, and their names come from
//! their backups.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Key;
use super::doubled::{self, Format};
use super::sealed::Sealed;
use crate::platform::files;
use crate::record::Error;
use crate::record::vault::Certificate;

/// The words are filled up to a multiple of so many bytes.
const STEP: usize = 2048;

/// What it says. Never in a log: it holds names.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Book {
    /// The family whose record was open last.
    pub(crate) open: Option<Uuid>,
    /// It was closed by the person, and none is open.
    pub(crate) closed: bool,
    /// The names that people gave.
    pub(crate) names: BTreeMap<Uuid, String>,
    /// What is being wiped. From the moment that it stands here it is gone; the rest is done at the next unlock
    /// when something came between.
    pub(crate) wiping: Vec<Certificate>,
    /// What was wiped.
    pub(crate) wiped: Vec<Certificate>,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Book")
    }
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    words: Sealed,
}

impl Format for File {
    const FORMAT: &'static str = "withy-records";
    const VERSION: u32 = 1;
}

impl Book {
    /// Reads it in `folder`; `None` when it was never written, or both copies are damaged.
    ///
    /// # Errors
    /// [`Error::KeysNewer`] when a newer version wrote it.
    pub(crate) fn read(folder: &Path, id: Uuid, key: &Key) -> Result<Option<Book>, Error> {
        let by = key.derive("records")?;
        let open = |file: &File| -> Result<Book, Error> {
            let words = file.words.open(&by, &about(id))?;
            serde_json::from_str(&words).map_err(|_| Error::KeysDamaged)
        };
        let path = path(folder);
        let found = doubled::read::<File>(&path, |file| open(file).map(drop));
        match found {
            Ok(found) => {
                if found.mend {
                    // Two good copies are better than one; one is enough to read.
                    let _ = doubled::write(&path, &found.content);
                }
                open(&found.content).map(Some)
            }
            Err(Error::KeysNewer) => Err(Error::KeysNewer),
            Err(_) => Ok(None),
        }
    }

    /// Writes both copies.
    pub(crate) fn write(&self, folder: &Path, id: Uuid, key: &Key) -> Result<(), Error> {
        let by = key.derive("records")?;
        let words = zeroize::Zeroizing::new(serde_json::to_string(self).map_err(Error::other)?);
        let file = File {
            format: File::FORMAT.to_owned(),
            version: File::VERSION,
            words: Sealed::new(&words, &by, &about(id), STEP)?,
        };
        doubled::write(&path(folder), &file)
    }

    /// Where both copies are in `folder`.
    pub(crate) fn copies(folder: &Path) -> [PathBuf; 2] {
        let first = path(folder);
        let second = doubled::second(&first);
        [first, second]
    }

    /// Deletes both copies.
    pub(crate) fn forget(folder: &Path) -> Result<(), Error> {
        for copy in Book::copies(folder) {
            files::wipe(&copy)?;
        }
        Ok(())
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("records.json")
}

fn about(id: Uuid) -> Vec<u8> {
    format!("{}|{}|{id}", File::FORMAT, File::VERSION).into_bytes()
}
