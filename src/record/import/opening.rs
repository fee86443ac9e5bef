//! Reading an export that may be anything at all.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use age::DecryptError;
use age::secrecy::SecretString;
use jiff::ZonedDateTime;
use serde::Deserialize;
use uuid::Uuid;
use zip::ZipArchive;

use super::Error;
use crate::record::attachment::LARGEST;
use crate::record::export::entry::FileEntry;
use crate::record::export::pack::{Hashed, Listed, MANIFEST, Manifest};
use crate::record::export::{Contents, FORMAT, RECORD, Section, VERSION};
use crate::record::{Counts, Passphrase, Record, store};

/// How every file begins that age locked.
const LOCKED: &[u8] = b"age-encryption.org/";
/// How our backups begin.
const BACKUP: &[u8] = b"WITHY BACKUP";
/// How a zip file begins that has something in it.
const ZIP: &[u8] = b"PK\x03\x04";

/// The most work that a file may ask for before it opens: 1 GiB of memory, once.
const MOST_WORK: u8 = 20;

/// The longest manifest and the longest record, in bytes. The words of a lifetime are far less.
const LONGEST_MANIFEST: u64 = 16 * 1024 * 1024;
const LONGEST_RECORD: u64 = 256 * 1024 * 1024;

/// The most that all files of an export may hold together, unpacked.
const LONGEST_WHOLE: u64 = 64 * 1024 * 1024 * 1024;

trait Source: Read + Seek + Send {}
impl<T: Read + Seek + Send> Source for T {}

type Zip = ZipArchive<Box<dyn Source>>;

/// An export that was read through: every file in it is as it was written.
pub struct Opened {
    contents: Contents,
    sha256: String,
    /// For the bytes of files, which are too long to hold.
    zip: Mutex<Zip>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Opened")
    }
}

/// Whether this export needs a passphrase.
///
/// # Errors
/// When there is no such file, or it is another kind of file.
pub fn is_locked(path: &Path) -> Result<bool, Error> {
    let mut file = open(path)?;
    begins_locked(&mut file)
}

impl Opened {
    /// Reads an export through. A locked one takes about a second, on purpose.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(path: &Path, passphrase: Option<&Passphrase>) -> Result<Opened, Error> {
        let mut file = open(path)?;
        let locked = begins_locked(&mut file)?;
        let mut hashed = Hashed::new(io::sink());
        let _ = io::copy(&mut file, &mut hashed).map_err(unreadable)?;
        let (_, sha256) = hashed.done();
        let _ = file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        let source: Box<dyn Source> = if locked {
            unlock(file, passphrase.ok_or(Error::NeedsPassphrase)?)?
        } else {
            Box::new(BufReader::new(file))
        };
        let mut zip = ZipArchive::new(source).map_err(|_| Error::Damaged)?;
        let contents = read_zip(&mut zip)?;
        Ok(Opened {
            contents,
            sha256,
            zip: Mutex::new(zip),
        })
    }

    /// When it was made.
    pub fn made_at(&self) -> &ZonedDateTime {
        &self.contents.made_at
    }

    /// How many things are in it that are not in the bin.
    pub fn counts(&self) -> Counts {
        self.contents.counts()
    }

    /// Sentences about what could not be read when it was made.
    pub fn not_read(&self) -> &[String] {
        &self.contents.not_read
    }

    /// SHA-256 of the file, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Reads the bytes of one file into the record, before anything refers to them.
    pub(super) fn keep_content(&self, file: &FileEntry, record: &mut Record) -> Result<(), Error> {
        let mut zip = self.zip.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = zip.by_name(&file.path).map_err(|_| Error::Damaged)?;
        let kept = store::content::keep(&mut record.connection, &mut bytes, LARGEST)?;
        // Whoever swapped the export meanwhile brought in nothing that is referred to.
        if kept == Some(file.content()) {
            Ok(())
        } else {
            Err(Error::Damaged)
        }
    }

    pub(in crate::record) fn contents(&self) -> &Contents {
        &self.contents
    }
}

fn open(path: &Path) -> Result<File, Error> {
    if path.is_dir() {
        return Err(Error::NotThere);
    }
    File::open(path).map_err(unreadable)
}

fn unreadable(cause: io::Error) -> Error {
    match cause.kind() {
        ErrorKind::NotFound => Error::NotThere,
        _ => Error::CannotRead(Arc::new(cause)),
    }
}

/// Looks at how the file begins, and goes back to there.
fn begins_locked(file: &mut File) -> Result<bool, Error> {
    let mut start = Vec::with_capacity(LOCKED.len());
    let _ = file
        .by_ref()
        .take(64)
        .read_to_end(&mut start)
        .map_err(unreadable)?;
    let _ = file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    if start.starts_with(BACKUP) {
        return Err(Error::IsABackup);
    }
    let locked = start.starts_with(LOCKED);
    if !locked && !start.starts_with(ZIP) {
        return Err(Error::NotOurs);
    }
    Ok(locked)
}

fn unlock(file: File, passphrase: &Passphrase) -> Result<Box<dyn Source>, Error> {
    let decryptor = age::Decryptor::new_buffered(BufReader::new(file)).map_err(cannot_unlock)?;
    if !decryptor.is_scrypt() {
        return Err(Error::OtherLock);
    }
    let passphrase = SecretString::from(passphrase.as_str().to_owned());
    let mut identity = age::scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MOST_WORK);
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let reader = decryptor.decrypt(identities).map_err(cannot_unlock)?;
    Ok(Box::new(reader))
}

fn cannot_unlock(problem: DecryptError) -> Error {
    match problem {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => Error::WrongPassphrase,
        DecryptError::UnknownFormat => Error::NotOurs,
        _ => Error::Damaged,
    }
}

/// The start of the manifest, which says whether the rest can be understood at all.
#[derive(Deserialize)]
struct Head {
    format: String,
    format_version: u32,
}

fn read_zip(zip: &mut Zip) -> Result<Contents, Error> {
    let text = match part(zip, MANIFEST, LONGEST_MANIFEST) {
        // Any zip file may stand here.
        Err(Error::Damaged) if zip.index_for_name(MANIFEST).is_none() => {
            return Err(Error::NotOurs);
        }
        text => text?,
    };
    let head: Head = serde_json::from_slice(&text).map_err(|_| Error::NotOurs)?;
    if head.format != FORMAT || head.format_version == 0 {
        return Err(Error::NotOurs);
    }
    if head.format_version > VERSION {
        return Err(Error::Newer);
    }
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| Error::Damaged)?;
    let whole = manifest.files.iter().try_fold(0_u64, |sum, file| {
        sum.checked_add(file.bytes)
            .filter(|sum| *sum <= LONGEST_WHOLE)
    });
    let _ = whole.ok_or(Error::TooLarge)?;
    let mut record = None;
    for listed in &manifest.files {
        if listed.path == RECORD && listed.bytes > LONGEST_RECORD {
            return Err(Error::TooLarge);
        }
        verify(zip, listed)?;
        if listed.path == RECORD {
            record = Some(part(zip, RECORD, LONGEST_RECORD)?);
        }
    }
    let record = record.ok_or(Error::Damaged)?;
    let head: Head = serde_json::from_slice(&record).map_err(unclear)?;
    if head.format != FORMAT || head.format_version != manifest.format_version {
        return Err(Error::Damaged);
    }
    let contents: Contents = serde_json::from_slice(&record).map_err(unclear)?;
    refuse_doubles(&contents)?;
    for file in &contents.files {
        if file.size > LARGEST {
            return Err(Error::TooLarge);
        }
        let mut listed = manifest.files.iter();
        let there = listed
            .any(|it| it.path == file.path && it.bytes == file.size && it.sha256 == file.sha256);
        // An empty file is none that was ever kept.
        if !there || file.size == 0 {
            return Err(Error::Damaged);
        }
    }
    Ok(contents)
}

fn unclear(problem: serde_json::Error) -> Error {
    Error::Unclear(problem.line())
}

/// A file in the zip file, as far as it has this length at most.
fn part(zip: &mut Zip, name: &str, longest: u64) -> Result<Vec<u8>, Error> {
    let file = zip.by_name(name).map_err(|_| Error::Damaged)?;
    let mut bytes = Vec::new();
    let read = file.take(longest.saturating_add(1)).read_to_end(&mut bytes);
    let read = read.map_err(|_| Error::Damaged)?;
    if u64::try_from(read).unwrap_or(u64::MAX) > longest {
        return Err(Error::TooLarge);
    }
    Ok(bytes)
}

/// A file is as long as it was, and the same to the last bit. What unpacks to more is read no further.
fn verify(zip: &mut Zip, listed: &Listed) -> Result<(), Error> {
    let file = zip.by_name(&listed.path).map_err(|_| Error::Damaged)?;
    let mut hashed = Hashed::new(io::sink());
    let mut limited = file.take(listed.bytes.saturating_add(1));
    let _ = io::copy(&mut limited, &mut hashed).map_err(|_| Error::Damaged)?;
    if hashed.done() == (listed.bytes, listed.sha256.clone()) {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
}

fn refuse_doubles(contents: &Contents) -> Result<(), Error> {
    for section in Section::ALL {
        let mut seen: HashSet<Uuid> = HashSet::new();
        for row in contents.rows(*section) {
            let id = row["id"].as_str().and_then(|id| id.parse().ok());
            if !id.is_some_and(|id| seen.insert(id)) {
                return Err(Error::Twice);
            }
        }
    }
    Ok(())
}
