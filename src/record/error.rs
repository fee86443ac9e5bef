//! What can go wrong with the record, in sentences for the person.

use std::sync::Arc;

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
    /// The thing to change is not in the record any more.
    #[error("This is no longer in your record, so it was left as it is.")]
    Gone,
    /// Anything else; the source is for the log.
    #[error("Your record could not be saved. Nothing from before was lost.")]
    Other(#[source] Arc<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Keeps `source` for the log behind the general sentence.
    pub(crate) fn other(source: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::Other(Arc::new(source))
    }
}
