//! What can go wrong with the record, in sentences for the person.

use std::sync::Arc;

use crate::platform::files;

/// Why the record could not be opened, read or changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Something needs a record and none has been made.
    #[error("Nothing is kept yet.")]
    NoRecordYet,
    /// There is no file at the path.
    #[error("Your record is not in its usual place. Nothing was changed.")]
    NotThere,
    /// There is a file where a new one was to be made.
    #[error("There is a record here already. It was left as it is.")]
    AlreadyThere,
    /// There is a folder at the path.
    #[error("There is a folder where your record should be. Nothing was changed.")]
    IsAFolder,
    /// The file has no content at all.
    #[error("The file of your record is empty. It was left as it is.")]
    Empty,
    /// The file has a newer format than this version knows.
    #[error(
        "A newer version of Withy made this record. Nothing was changed. Open it with the newer version."
    )]
    MadeByNewerVersion {
        /// The format of the file.
        found: i64,
        /// The newest format this version knows.
        known: i64,
    },
    /// The file is something else, or its first page is damaged.
    #[error("This file is not a Withy record, or its beginning is damaged. Nothing was changed.")]
    NotOurs,
    /// Part of the file cannot be read.
    #[error("Part of your record is damaged. Nothing was changed. Keep the file as it is.")]
    Damaged,
    /// Another window or program has the file open.
    #[error("Your record is open in another window. Close that window, then try again.")]
    InUse,
    /// The disk has no room.
    #[error(
        "This was not saved: this computer’s disk is full. Make some room, then save again. Nothing from before was lost."
    )]
    DiskFull,
    /// The file or its folder may not be written.
    #[error(
        "Your record cannot be changed here, because its file or folder may only be read. Nothing was changed."
    )]
    ReadOnly,
    /// The record is locked.
    #[error("Your record is locked. Unlock it first.")]
    Locked,
    /// The passphrase opens nothing.
    #[error("That passphrase does not open your record. Check each word, then try again.")]
    WrongPassphrase,
    /// The words are real, and of another sheet.
    #[error("Those words are from another recovery sheet. Look for your newest one.")]
    WrongWords,
    /// The words have a mistake in them: a sentence that says which.
    #[error("{0} Check your sheet, then try again.")]
    WordsMistyped(String),
    /// Both copies of the key file are damaged, or a family’s key is.
    #[error(
        "The key file of your record is damaged. Nothing was changed. A backup has a good copy of it."
    )]
    KeysDamaged,
    /// The key file is not there.
    #[error(
        "The key file of your record is missing. Nothing was changed. A backup has a copy of it."
    )]
    KeysMissing,
    /// A newer version wrote the key file.
    #[error(
        "A newer version of Withy locked this record. Nothing was changed. Unlock it with the newer version."
    )]
    KeysNewer,
    /// A test version from before there was encryption made the file.
    #[error(
        "An early test version of Withy made this record. This version cannot open it. Nothing was changed."
    )]
    NotEncrypted,
    /// The library under the record cannot encrypt.
    #[error("This build of Withy cannot lock a record, so it opened none. Nothing was changed.")]
    NoEncryption,
    /// The file is no backup, or is damaged.
    #[error("This backup is damaged, or it is another kind of file. Nothing was changed.")]
    BackupDamaged,
    /// The bytes of a file are not those that were given.
    #[error("This file is damaged in your record. An older backup may have it whole.")]
    FileDamaged,
    /// A copy of a file could not be written outside the record.
    #[error(transparent)]
    CopyNotWritten(files::Error),
    /// Several records are here and none of them is open.
    #[error("No record is open. Choose one first.")]
    Closed,
    /// The last record here was being wiped when something came between; now it is done.
    #[error("The wipe that was interrupted is finished. Nothing is kept here any more.")]
    Wiped,
    /// A record was given no name.
    #[error("Give this record a name, so that you can tell it from the others.")]
    NameNeeded,
    /// A name has more letters than this.
    #[error("This name is too long. Use {0} letters or fewer.")]
    NameTooLong(usize),
    /// Another record here has this name.
    #[error("Another record here is called “{0}”. Choose a name that sets them apart.")]
    NameTaken(String),
    /// The thing to change is not in the record any more.
    #[error("This is no longer in your record, so it was left as it is.")]
    Gone,
    /// Anything else; the source is for the log.
    #[error("Your record could not be saved. Nothing from before was lost.")]
    Other(#[source] Arc<dyn std::error::Error + Send + Sync>),
}

impl From<files::Error> for Error {
    fn from(failure: files::Error) -> Error {
        match failure {
            files::Error::CannotWrite { cause, .. } => Error::from(&*cause),
            files::Error::NotAFolder(_) => Error::ReadOnly,
        }
    }
}

impl From<&std::io::Error> for Error {
    fn from(failure: &std::io::Error) -> Error {
        use std::io::ErrorKind;
        match failure.kind() {
            ErrorKind::NotFound => Error::NotThere,
            ErrorKind::AlreadyExists => Error::AlreadyThere,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            _ => Error::other(std::io::Error::new(failure.kind(), failure.to_string())),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(failure: std::io::Error) -> Error {
        Error::from(&failure)
    }
}

impl Error {
    /// Keeps `source` for the log behind the general sentence.
    pub(crate) fn other(source: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::Other(Arc::new(source))
    }
}
