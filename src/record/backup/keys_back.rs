//! Taking only the keys out of a backup, for a record whose own are damaged or lost.

use std::path::Path;

use super::container::{Opened, Unlocking};
use super::restore::Restored;
use crate::record::{Error, Vault};

/// Reads a backup through and puts back the keys that it carries. The record stays as it is, with all that was written
/// since the backup. No record may be open in `folder`.
///
/// # Errors
/// What is wrong with the backup, or why its keys do not help: then nothing was changed.
pub fn keys_back(path: &Path, folder: &Path, by: &Unlocking) -> Result<Restored, Error> {
    let opened = Opened::new(path, by, folder)?;
    let family = opened.manifest.family_key.family();
    let keys = opened.manifest.keys.clone();
    let (vault, set_aside) =
        Vault::keys_back(folder, keys, &opened.key, family, &opened.family_key)?;
    Ok(Restored {
        vault,
        contents: opened.contents,
        set_aside,
        only_keys: true,
    })
}
