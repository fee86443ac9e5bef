//! Putting a backup in place: of its own family and of no other. What was there is set aside whole, never deleted.

use std::path::{Path, PathBuf};

use super::container::{Contents, Opened, Unlocking};
use crate::platform::files;
use crate::record::keys::{FamilyKey, KeyFile};
use crate::record::{Error, Vault};

/// A backup that is in place.
#[derive(Debug, Clone)]
pub struct Restored {
    /// The folder, unlocked, with the family of the backup chosen.
    pub vault: Vault,
    /// What was in the backup.
    pub contents: Contents,
    /// Where what was there before is now, if anything was.
    pub set_aside: Option<PathBuf>,
    /// Only the keys of the backup were put in place; the record stayed as it was.
    pub only_keys: bool,
}

/// Where a backup would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    /// There is no record here yet.
    First,
    /// In place of the record of this name, which is the same family's.
    InPlaceOf(String),
    /// Beside the records that are here.
    Beside,
    /// In place of all that is here, because other keys lock that, or its keys are lost.
    InPlaceOfAll,
}

/// Whose keys it comes under.
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of it, for as long as a backup is read"
)]
enum Under {
    /// Those that are here: they are the backup's own, or they are unlocked.
    Here(Vault),
    /// The backup's own, in place of those that are here, if any are.
    ItsOwn,
}

impl Under {
    fn of(opened: &Opened, folder: &Path, here: Option<&Vault>) -> Result<Under, Error> {
        let keys = KeyFile::read(folder).ok().map(|(keys, _)| keys);
        Ok(match (keys, here) {
            (Some(keys), _) if keys.is_sealed_by(&opened.key) && !keys.families.is_empty() => {
                Under::Here(Vault::of(folder, keys, opened.key.clone())?)
            }
            (Some(keys), Some(here)) if keys.is_sealed_by(&here.key) => Under::Here(here.clone()),
            _ => Under::ItsOwn,
        })
    }
}

/// Reads a backup through and says what is in it and where it would go. `here` is what is unlocked in `folder`.
///
/// # Errors
/// What is wrong with the backup.
pub fn look(
    path: &Path,
    folder: &Path,
    by: &Unlocking,
    here: Option<&Vault>,
) -> Result<(Contents, Goes), Error> {
    let opened = Opened::new(path, by, folder)?;
    let goes = match Under::of(&opened, folder, here)? {
        Under::Here(vault) => {
            let families = vault.families();
            let own = families
                .into_iter()
                .find(|one| one.id == opened.contents.family);
            own.map_or(Goes::Beside, |own| Goes::InPlaceOf(own.name))
        }
        Under::ItsOwn => match Vault::is_in(folder) {
            Ok(false) => Goes::First,
            _ => Goes::InPlaceOfAll,
        },
    };
    Ok((opened.contents, goes))
}

/// [`restore_beside`] where nothing is unlocked.
///
/// # Errors
/// What is wrong with the backup, or why it could not be put in place.
pub fn restore(path: &Path, folder: &Path, by: &Unlocking) -> Result<Restored, Error> {
    restore_beside(path, folder, by, None)
}

/// Reads a backup through and puts it in `folder`. No record may be open there; `here` is what is unlocked there.
///
/// It takes the place of its own family's record, or comes beside the others. When the keys there open the backup,
/// or are unlocked, they stay, with their passphrase and sheet; otherwise those of the backup come with it, and what
/// they do not open is set aside. Each step leaves a folder that opens, so a crash in between loses nothing.
///
/// # Errors
/// What is wrong with the backup, or why it could not be put in place.
pub fn restore_beside(
    path: &Path,
    folder: &Path,
    by: &Unlocking,
    here: Option<&Vault>,
) -> Result<Restored, Error> {
    files::make_private_folder(folder)?;
    let opened = Opened::new(path, by, folder)?;
    let family = opened.manifest.family_key.family();
    let (mut vault, aside) = match Under::of(&opened, folder, here)? {
        Under::Here(vault) => (vault, None),
        Under::ItsOwn => {
            let keys = opened.manifest.keys.clone();
            Vault::take_over(folder, keys, &opened.key, family)?
        }
    };
    let wrapped = FamilyKey::new(family, &opened.family_key, &vault.key)?;
    let name = opened.contents.name.as_deref();
    let set_aside = vault.put_in_place(&opened.copy, &wrapped, name, aside)?;
    Ok(Restored {
        vault,
        contents: opened.contents,
        set_aside,
        only_keys: false,
    })
}
