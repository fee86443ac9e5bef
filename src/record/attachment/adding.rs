//! Reading a file in, and why it may not be.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::LARGEST;
use crate::record::{Error, store};

/// The bytes of a file that are in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The SHA-256 of the whole file, in 64 small hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub size: u64,
}

/// Why one file was not added.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Why {
    /// It is over [`LARGEST`].
    #[error("It is larger than 100 megabytes.")]
    TooLarge,
    /// It has no bytes.
    #[error("There is nothing in it.")]
    Empty,
    /// It is a folder.
    #[error("It is a folder. Add the files in it.")]
    Folder,
    /// It is not there, or may not be read, or stopped being readable half-way.
    #[error("It could not be read. Check that it is there and that you may open it.")]
    Unreadable,
    /// The record could not take it.
    #[error(transparent)]
    Record(#[from] Error),
}

/// A file that was not added, and why.
#[derive(Debug, Clone, thiserror::Error)]
#[error("“{name}” was not added. {why}")]
pub struct NotAdded {
    /// The name of the file.
    pub name: String,
    /// Why.
    #[source]
    pub why: Why,
}

/// What is read in, so far as it can be told beforehand a file that may be added.
pub struct Opened {
    name: String,
    bytes: Box<dyn Read + Send>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Opened").finish_non_exhaustive()
    }
}

impl Opened {
    /// A file on this computer.
    ///
    /// # Errors
    /// Why it may not be added.
    pub fn file(path: &Path) -> Result<Opened, Why> {
        let about = std::fs::metadata(path).map_err(|_| Why::Unreadable)?;
        if about.is_dir() {
            return Err(Why::Folder);
        }
        // Anything else, such as a device, may never end.
        if !about.is_file() {
            return Err(Why::Unreadable);
        }
        match about.len() {
            0 => return Err(Why::Empty),
            size if size > LARGEST => return Err(Why::TooLarge),
            _ => {}
        }
        let file = File::open(path).map_err(|_| Why::Unreadable)?;
        Ok(Opened::bytes(&name_of(path), file))
    }

    /// Anything else that can be read to its end.
    pub fn bytes(name: &str, bytes: impl Read + Send + 'static) -> Opened {
        Opened {
            name: name.to_owned(),
            bytes: Box::new(bytes),
        }
    }

    /// The name of the file, without its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn read_into(self, connection: &mut store::Connection) -> Result<Content, Why> {
        // One byte more than may be, so that a file that grew meanwhile is noticed.
        let mut bytes = Noticing {
            bytes: self.bytes.take(LARGEST + 1),
            failed: false,
        };
        let kept = store::content::keep(connection, &mut bytes, LARGEST);
        match kept {
            _ if bytes.failed => Err(Why::Unreadable),
            Ok(Some(content)) => Ok(content),
            Ok(None) if bytes.bytes.limit() == 0 => Err(Why::TooLarge),
            Ok(None) => Err(Why::Empty),
            Err(problem) => Err(Why::Record(problem)),
        }
    }
}

/// The name of a file without its folder, as far as it is text.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

impl NotAdded {
    /// Why the file at `path` was not added.
    pub fn new(path: &Path, why: Why) -> NotAdded {
        NotAdded {
            name: name_of(path),
            why,
        }
    }
}

/// Remembers whether it was the reading that failed, and not the writing.
struct Noticing<R> {
    bytes: R,
    failed: bool,
}

impl<R: Read> Read for Noticing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer);
        if let Err(problem) = &read
            && problem.kind() != io::ErrorKind::Interrupted
        {
            self.failed = true;
        }
        read
    }
}
