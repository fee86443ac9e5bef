//! The only place that writes files with `std::fs`.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

/// Why a file or folder could not be used, as a sentence for the person.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// `--data-dir` names a file.
    #[error("{0} is a file, not a folder. Choose a folder for Withy to keep things in.")]
    NotAFolder(String),
    /// The folder cannot be made or written.
    #[error(
        "Withy could not write in the folder {folder}. Check that you may change files there and that the disk is not full."
    )]
    CannotWrite {
        /// The folder's path.
        folder: String,
        /// What the system said.
        #[source]
        cause: Arc<io::Error>,
    },
}

/// Makes `folder`, readable by its owner only where the system knows owners.
///
/// # Errors
/// When it is a file, or cannot be made.
pub fn make_private_folder(folder: &Path) -> Result<(), Error> {
    if folder.is_file() {
        return Err(Error::NotAFolder(folder.display().to_string()));
    }
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    let _ = builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        let _ = builder.mode(0o700);
    }
    builder
        .create(folder)
        .map_err(|cause| cannot_write(folder, cause))?;
    if let Some(parent) = folder.parent() {
        // Where the folder above may not be read, the system keeps the name in its own time.
        let _ = sync_folder(parent);
    }
    Ok(())
}

/// Puts `bytes` in `path`, whole or not at all: a new file beside it, synced, then renamed.
///
/// # Errors
/// When the folder cannot be written; the old file is then untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    make_private_folder(folder)?;
    let attempt = || -> io::Result<()> {
        let mut beside = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        let _ = beside.persist(path).map_err(|failed| failed.error)?;
        Ok(())
    };
    attempt().map_err(|cause| cannot_write(folder, cause))
}

/// The same for what only its owner may read, in a folder that is there: when this returns, the new name
/// survives a pulled plug too.
///
/// # Errors
/// When the folder cannot be written; the old file is then untouched.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut bytes = bytes;
    write_from(path, &mut bytes)
}

/// The same for what is too long to hold in memory.
///
/// # Errors
/// When `from` cannot be read or the folder cannot be written; the old file is then untouched.
pub fn write_from(path: &Path, from: &mut dyn Read) -> Result<(), Error> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut attempt = || -> io::Result<()> {
        let mut beside = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(folder)?;
        let _ = io::copy(from, beside.as_file_mut())?;
        beside.as_file().sync_all()?;
        let _ = beside.persist(path).map_err(|failed| failed.error)?;
        sync_folder(folder)
    };
    attempt().map_err(|cause| cannot_write(folder, cause))
}

/// A new private file at `path`, where nothing may be: `write` fills it, `check` reads it through once it is on the
/// disk, and only then does it get its name. Whatever fails, nothing of it is left.
///
/// # Errors
/// What `write` or `check` says; [`Error::CannotWrite`] when the folder cannot be written or something is at `path`.
pub fn write_new<T, E: From<Error>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
    check: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<T, E> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let failed = |cause| cannot_write(folder, cause);
    let mut beside = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(failed)?;
    let written = write(beside.as_file_mut())?;
    beside.as_file().sync_all().map_err(failed)?;
    check(beside.path())?;
    let _ = beside
        .persist_noclobber(path)
        .map_err(|refused| failed(refused.error))?;
    sync_folder(folder).map_err(failed)?;
    Ok(written)
}

/// How the name of a file begins that is not whole yet. What is left of one after a crash is swept away.
pub const UNFINISHED: &str = ".new-";

/// An empty file in `folder` with a name that says that it is not whole. It is gone when this is dropped.
///
/// # Errors
/// When the folder cannot be written.
pub fn unfinished_in(folder: &Path) -> Result<tempfile::TempPath, Error> {
    let file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder);
    file.map(tempfile::NamedTempFile::into_temp_path)
        .map_err(|cause| cannot_write(folder, cause))
}

/// An empty folder that only its owner may read, where the system keeps what is not for long. It is gone when this is
/// dropped.
///
/// # Errors
/// When there is no room for one.
pub fn folder_for_now() -> Result<tempfile::TempDir, Error> {
    let made = tempfile::Builder::new().prefix("withy-").tempdir();
    made.map_err(|cause| cannot_write(&std::env::temp_dir(), cause))
}

/// Removes what a crash left unfinished in `folder`. What cannot be removed is in nobody's way.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let unfinished = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
        if unfinished && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Gives a file or folder another name in the same folder, for good.
///
/// # Errors
/// When it cannot be renamed.
pub fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    let folder = to.parent().unwrap_or(to);
    fs::rename(from, to)
        .and_then(|()| sync_folder(folder))
        .map_err(|cause| cannot_write(folder, cause))
}

/// Deletes a folder with all that is in it, if it is there.
///
/// # Errors
/// When some of it cannot be deleted.
pub fn delete_folder(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cannot_write(folder, cause)),
        _ => Ok(()),
    }
}

/// Makes what is in a file survive a pulled plug.
///
/// # Errors
/// When the system could not do so.
pub fn sync_file(path: &Path) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .and_then(|()| sync_folder(folder))
        .map_err(|cause| cannot_write(folder, cause))
}

/// Makes the names in a folder survive a pulled plug.
///
/// # Errors
/// When the system could not do so.
pub fn sync_folder_for_good(folder: &Path) -> Result<(), Error> {
    sync_folder(folder).map_err(|cause| cannot_write(folder, cause))
}

/// Makes sure that what was deleted in `folder` stays deleted after a pulled plug, where the system lets one ask.
pub fn settle(folder: &Path) {
    let _ = sync_folder(folder);
}

/// Makes new names in a folder survive a pulled plug, where the system lets one ask for that.
///
/// # Errors
/// When the system could not do it.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match fs::File::open(folder)?.sync_all() {
        // Some sticks and shares cannot be asked.
        Err(refused) if is_no_answer(&refused) => Ok(()),
        answer => answer,
    }
}

fn is_no_answer(refused: &io::Error) -> bool {
    matches!(
        refused.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
    )
}

/// Opens the lock file, making it and its folder if need be; what is in it does not matter.
///
/// # Errors
/// When the folder cannot be used.
pub fn open_lock(lock: &Path) -> Result<fs::File, Error> {
    let folder = lock.parent().unwrap_or(lock);
    make_private_folder(folder)?;
    fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
        .map_err(|cause| cannot_write(folder, cause))
}

/// Deletes `path` if it is there.
///
/// # Errors
/// When it is there and cannot be deleted.
pub fn delete(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(cannot_write(path.parent().unwrap_or(path), cause))
        }
        _ => Ok(()),
    }
}

/// Deletes `path` for good if it is there: its beginning is written over first, because that is where keys stand. A
/// disk that writes elsewhere than it is told may still hold traces.
///
/// # Errors
/// When it is there and cannot be deleted.
pub fn wipe(path: &Path) -> Result<(), Error> {
    const BEGINNING: u64 = 64 * 1024;
    let write_over = || -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).open(path)?;
        let length = file.metadata()?.len().min(BEGINNING);
        let _ = io::copy(&mut io::repeat(0).take(length), &mut file)?;
        file.sync_all()
    };
    // Deleting is what counts; a file that may be deleted and not written is deleted.
    let _ = write_over();
    delete(path)
}

/// Deletes an SQLite database with the files that SQLite keeps beside it.
///
/// # Errors
/// When one of them is there and cannot be deleted.
pub fn delete_database(path: &Path) -> Result<(), Error> {
    for ending in ["-wal", "-shm", "-journal", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        delete(Path::new(&name))?;
    }
    Ok(())
}

pub(super) fn cannot_write(folder: &Path, cause: io::Error) -> Error {
    Error::CannotWrite {
        folder: folder.display().to_string(),
        cause: Arc::new(cause),
    }
}
