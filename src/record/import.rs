//! Bringing an export back in: first said, then done, and done in one step of undo.
//!
//! [`Opened::read`] reads the file and believes nothing of it: each part has to have the SHA-256 of its manifest, the form
//! of today's version and a length that fits. Nothing is ever unpacked onto the disk. [`Opened::compare`] says what
//! would happen; [`bring_in`] does it.

use std::io;
use std::sync::Arc;

mod bringing;
mod comparing;
mod opening;

pub use bringing::{Brought, How, bring_in};
pub use comparing::{Named, Plan};
pub use opening::{Opened, is_locked};

/// Why an export could not be brought in, in a sentence for the person. Nothing was changed then.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no file there.
    #[error("There is no such file. Check each part of it.")]
    NotThere,
    /// It is another kind of file.
    #[error("This file is not an export from Withy. Nothing was changed.")]
    NotOurs,
    /// It is a backup.
    #[error("This is a backup, not an export. Open it on the page “Use a backup”.")]
    IsABackup,
    /// It is locked, and no passphrase was given.
    #[error("This export is locked. Type its passphrase.")]
    NeedsPassphrase,
    /// The passphrase is another.
    #[error("That passphrase does not open this export. Check each word, then try again.")]
    WrongPassphrase,
    /// It is locked with something other than a passphrase.
    #[error("This file is locked with a key, not with a passphrase. Withy cannot open it.")]
    OtherLock,
    /// A newer version wrote it.
    #[error(
        "A newer version of Withy made this export. Nothing was changed. Import it with the newer version."
    )]
    Newer,
    /// It is not as it was written.
    #[error("This export is damaged. Nothing was changed. Use another copy of it.")]
    Damaged,
    /// It is larger than any export.
    #[error("This export is too large to be one of a family. Nothing was changed.")]
    TooLarge,
    /// Something in it has another form, near this line of `record.json`.
    #[error(
        "Part of this export does not make sense, near line {0} of record.json. Nothing was changed."
    )]
    Unclear(usize),
    /// Two things in it have the same identity.
    #[error("This export holds one thing twice. Nothing was changed. Use another copy of it.")]
    Twice,
    /// It could not be read from where it is.
    #[error("This file could not be read. Check that you may open it.")]
    CannotRead(#[source] Arc<io::Error>),
    /// The record itself could not be read or changed.
    #[error("{0}")]
    Record(#[from] super::Error),
}
