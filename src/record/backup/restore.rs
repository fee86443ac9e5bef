//! Putting a backup in place. What was there is set aside whole, never deleted.

use std::path::{Path, PathBuf};

use super::container::{Contents, Opened, Unlocking};
use crate::platform::files;
use crate::record::keys::KeyFile;
use crate::record::{Error, Vault};

/// A backup that is in place.
#[derive(Debug, Clone)]
pub struct Restored {
    /// The folder, unlocked.
    pub vault: Vault,
    /// What was in the backup.
    pub contents: Contents,
    /// Where what was there before is now, if anything was.
    pub set_aside: Option<PathBuf>,
}

/// Reads a backup through and puts it in `folder`. No record may be open there.
///
/// When the record there has the same key, its own passphrase and sheet stay; otherwise those of the backup come
/// with it. Each step leaves a folder that opens, so a crash in between loses nothing.
///
/// # Errors
/// What is wrong with the backup, or why it could not be put in place.
pub fn restore(path: &Path, folder: &Path, by: &Unlocking) -> Result<Restored, Error> {
    files::make_private_folder(folder)?;
    let opened = Opened::new(path, by, folder)?;
    let here = KeyFile::read(folder).ok().map(|(keys, _)| keys);
    let keys = match here {
        Some(keys) if keys.is_sealed_by(&opened.key) => keys,
        _ => opened.manifest.keys.clone(),
    };
    let vault = Vault::of(folder, keys, opened.key.clone());
    let set_aside = vault.put_in_place(&opened.copy, &opened.manifest.family_key)?;
    Ok(Restored {
        vault,
        contents: opened.contents,
        set_aside,
    })
}
