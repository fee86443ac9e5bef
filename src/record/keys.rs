//! The keys of the record. One random key opens everything; it is wrapped once for each way of unlocking, and
//! the wrapped copies stand in a small file beside the record. Changing a passphrase rewrites only that file.

mod book;
mod cost;
mod doubled;
mod family;
mod file;
mod key;
mod passphrase;
mod recovery;
mod sealed;
mod slot;

pub use cost::Cost;
pub use key::Key;
pub use passphrase::{Passphrase, Strength};
pub use recovery::RecoveryWords;

pub(super) use book::Book;
pub(super) use family::FamilyKey;
pub(super) use file::KeyFile;
pub(super) use key::random;
pub(super) use sealed::Sealed;

/// What a person unlocks with.
#[derive(Debug, Clone)]
pub enum Secret {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The twelve words of the recovery sheet.
    Words(RecoveryWords),
}
