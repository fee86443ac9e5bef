//! The whole record in open formats, for any program of today or later: one zip file, plain or locked with age.
//!
//! ```text
//! Withy export 2026-11-23.zip       or  Withy export 2026-11-23.zip.age
//!     README.txt                    what this is, in plain words
//!     index.html                    everything, to read in a browser or to print
//!     record.json                   everything, exactly: what `record::import` reads
//!     files/                        letters and other files, as they were given
//!     tables/*.csv                  one table for each kind of thing, for a spreadsheet
//!     data-dictionary.html, .csv    what every field means
//!     manifest.json                 the SHA-256 of each of these files
//! ```
//!
//! It needs no more than a record that can be read, such as one that was read out of damage (`record::rescue`).
//! [`Choices::salvage`] leaves out files whose bytes are damaged, and says so.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ZonedDateTime;

use super::left::{Amount, To, What};
use super::{Counts, Record, import};
use crate::directory::service;
use crate::platform::files;

pub(crate) mod contents;
pub mod dictionary;
pub(crate) mod entry;
mod file_name;
mod index;
pub(crate) mod pack;
mod readme;
mod section;
mod sheets;

pub(crate) use contents::Contents;
pub use pack::Lock;
pub use section::Section;

/// What `record.json` says it is.
pub(crate) const FORMAT: &str = "withy-export";

/// The version of the format that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The names of the services of the directory.
pub type Services = BTreeMap<service::Id, String>;

/// How an export is made.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// What locks it; `None` makes a plain file that anyone can read.
    pub lock: Option<Lock>,
    /// The names of services, so that the export can be read without the directory.
    pub services: Services,
    /// Where the bytes of a letter or file are damaged, leave it out and say so in the export, instead of giving up.
    pub salvage: bool,
}

/// An export that was made, and read through once.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The file.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Whether a passphrase locks it.
    pub locked: bool,
    /// How many things are in it, without those from the bin.
    pub counts: Counts,
    /// How many things from the bin are in it.
    pub from_bin: usize,
    /// Sentences about what could not be read; empty for a sound record.
    pub not_read: Vec<String>,
}

impl Made {
    /// How it stands in the list of what left this computer.
    pub fn as_left(&self) -> (What, To, Amount) {
        let what = if self.locked {
            What::LockedExport
        } else {
            What::OpenExport
        };
        (what, To::file(&self.path), Amount::from(&self.counts))
    }
}

/// Why there is no export, in a sentence for the person.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The folder is not there.
    #[error("There is no such folder. Check each part of it.")]
    NoFolder,
    /// Something has the name already.
    #[error("There is a file of that name already. It was left as it is. Choose another name.")]
    AlreadyThere,
    /// No room.
    #[error("There is not enough room there. No export was left behind.")]
    Full,
    /// It could not be written.
    #[error(
        "The export could not be written there. Check that you may change files in that folder."
    )]
    CannotWrite(#[source] Arc<io::Error>),
    /// What was written could not be read back.
    #[error("The export could not be read back, so it was not kept. Try another folder or stick.")]
    NotSound,
    /// The record cannot be read.
    #[error("{0}")]
    Record(#[from] super::Error),
    /// Something in the program itself is wrong.
    #[error("The export could not be made. Nothing was changed.")]
    Inside,
}

impl From<io::Error> for Error {
    fn from(cause: io::Error) -> Error {
        use io::ErrorKind;
        match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Error::Full
            }
            ErrorKind::AlreadyExists => Error::AlreadyThere,
            ErrorKind::NotFound => Error::NoFolder,
            _ => Error::CannotWrite(Arc::new(cause)),
        }
    }
}

impl From<files::Error> for Error {
    fn from(failure: files::Error) -> Error {
        match failure {
            files::Error::CannotWrite { cause, .. } => {
                Error::from(io::Error::new(cause.kind(), cause.to_string()))
            }
            files::Error::NotAFolder(_) => Error::NoFolder,
        }
    }
}

/// The name of an export made on this day: it ends in `.zip`, or in `.zip.age` when it is locked.
pub fn name(now: &ZonedDateTime, locked: bool) -> String {
    let ending = if locked { "zip.age" } else { "zip" };
    format!("Withy export {}.{ending}", now.date())
}

/// Writes an export into a folder that is there, under a name that nothing has yet, and reads it through.
///
/// # Errors
/// Why there is none; then nothing of it is left.
pub fn to_folder(
    record: &Record,
    folder: &Path,
    choices: &Choices,
    now: &ZonedDateTime,
) -> Result<Made, Error> {
    if !folder.is_dir() {
        return Err(Error::NoFolder);
    }
    let usual = name(now, choices.lock.is_some());
    let mut path = folder.join(&usual);
    let mut again = 1;
    while path.exists() {
        again += 1;
        path = folder.join(usual.replacen(".zip", &format!(" ({again}).zip"), 1));
    }
    to_file(record, &path, choices, now)
}

/// The same, to a file that is not there yet.
///
/// # Errors
/// Why there is none; [`Error::AlreadyThere`] leaves what has the name as it is.
pub fn to_file(
    record: &Record,
    path: &Path,
    choices: &Choices,
    now: &ZonedDateTime,
) -> Result<Made, Error> {
    use super::Error as Of;
    match attempt(record, path, choices, false, now) {
        Err(Error::Record(Of::FileDamaged | Of::Gone)) if choices.salvage => {
            attempt(record, path, choices, true, now)
        }
        made => made,
    }
}

fn attempt(
    record: &Record,
    path: &Path,
    choices: &Choices,
    salvage: bool,
    now: &ZonedDateTime,
) -> Result<Made, Error> {
    if path.exists() {
        return Err(Error::AlreadyThere);
    }
    let contents = Contents::read(record, &choices.services, salvage, now)?;
    let lock = choices.lock.as_ref();
    let passphrase = lock.map(|lock| &lock.passphrase);
    let (bytes, sha256) = files::write_new(
        path,
        |file| {
            let mut hashed = pack::Hashed::new(file);
            write(record, &contents, lock, now, &mut hashed)?;
            hashed.flush()?;
            Ok::<_, Error>(hashed.done())
        },
        |written| {
            // What cannot be read back is worth nothing.
            let opened = import::Opened::read(written, passphrase).map_err(|_| Error::NotSound)?;
            (*opened.contents() == contents)
                .then_some(())
                .ok_or(Error::NotSound)
        },
    )?;
    Ok(Made {
        path: path.to_owned(),
        bytes,
        sha256,
        locked: lock.is_some(),
        counts: contents.counts(),
        from_bin: contents.in_bin(),
        not_read: contents.not_read,
    })
}

fn write(
    record: &Record,
    contents: &Contents,
    lock: Option<&Lock>,
    now: &ZonedDateTime,
    into: &mut dyn Write,
) -> Result<(), Error> {
    let mut json = serde_json::to_vec_pretty(contents).map_err(|_| Error::Inside)?;
    json.push(b'\n');
    pack::write(into, lock, now, |pack| {
        let mut add = |path: &str, bytes: &[u8]| {
            let mut bytes = bytes;
            pack.add(path, &mut bytes)
        };
        add("README.txt", readme::text(contents).as_bytes())?;
        add("index.html", index::page(contents).as_bytes())?;
        add(RECORD, &json)?;
        for (name, table) in sheets::all(contents)? {
            add(&format!("tables/{name}"), &table)?;
        }
        let fields = dictionary::fields()?;
        add(
            "data-dictionary.html",
            index::dictionary(&fields).as_bytes(),
        )?;
        add("data-dictionary.csv", &dictionary::as_table()?)?;
        let mut added = BTreeSet::new();
        for file in &contents.files {
            // The same bytes under the same name stand once.
            if added.insert(&file.path) {
                let mut bytes = record.read_content(&file.content())?;
                let packed = pack.add(&file.path, &mut bytes);
                match bytes.into_problem() {
                    Some(problem) => return Err(problem.into()),
                    None => packed?,
                }
            }
        }
        Ok(())
    })
}

/// The file in an export that an import reads.
pub(crate) const RECORD: &str = "record.json";
