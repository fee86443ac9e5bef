//! One window for each record.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::files;

/// Held while the window is open; the system lets go of it when the program ends, however it ends.
#[derive(Debug)]
pub struct OneWindow {
    _file: File,
}

/// Why the window may not open.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Another window has the same record.
    #[error("Withy is already open on this computer. Look for its window. Nothing was changed.")]
    AlreadyOpen,
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] files::Error),
}

impl OneWindow {
    /// Takes the lock, or says who has it.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`] when another window has it; [`Error::Folder`] when the folder cannot
    /// be used.
    pub fn take(lock: &Path) -> Result<Self, Error> {
        let file = files::open_lock(lock)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::AlreadyOpen),
            Err(TryLockError::Error(cause)) => Err(files::cannot_write(lock, cause).into()),
        }
    }
}
