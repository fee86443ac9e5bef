//! A backup as one file: a line that says what it is, the manifest with the keys, then the encrypted copy.

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::TempPath;

use super::counts_of;
use crate::platform::files;
use crate::record::keys::{FamilyKey, KeyFile, Sealed};
use crate::record::store::open;
use crate::record::vault::FamilyId;
use crate::record::{Counts, Error, Key, Secret, Vault};

/// How the file begins.
const MAGIC: &[u8; 16] = b"WITHY BACKUP  1\n";

/// A manifest is a few kilobytes; what asks for more is damage.
const LONGEST_MANIFEST: u32 = 1024 * 1024;

/// What stands before the copy, readable without a key: no word and no count of the record.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) made: ZonedDateTime,
    pub(super) number: u32,
    pub(super) keys: KeyFile,
    pub(super) family_key: FamilyKey,
    /// What the family was called, for who has its key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<Sealed>,
    /// The length of the copy, in bytes.
    length: u64,
    /// SHA-256 of the copy.
    sha256: String,
    /// HMAC-SHA256 of the manifest without this field.
    mac: String,
}

/// What a backup holds, once it has been read through.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// Whose it is.
    pub family: FamilyId,
    /// What the record was called, if it had a name.
    pub name: Option<String>,
    /// When it was made.
    pub made: ZonedDateTime,
    /// How many things are in it.
    pub counts: Counts,
    /// SHA-256 of the copy in it, in hexadecimal.
    pub sha256: String,
}

/// What opens a backup.
#[derive(Debug, Clone)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of it, for as long as a backup is read"
)]
pub enum Unlocking {
    /// What unlocked the record on the day the backup was made.
    Secret(Secret),
    /// The keys of the same record, unlocked here.
    Vault(Vault),
}

impl Unlocking {
    fn key(&self, keys: &KeyFile) -> Result<Key, Error> {
        match self {
            Unlocking::Secret(secret) => keys.unlock(secret),
            Unlocking::Vault(vault) if keys.is_sealed_by(&vault.key) => Ok(vault.key.clone()),
            Unlocking::Vault(_) => Err(Error::WrongPassphrase),
        }
    }
}

/// Reads a backup through with what unlocked it on the day it was made, and says what is in it.
///
/// # Errors
/// [`Error::BackupDamaged`]; [`Error::WrongPassphrase`] or [`Error::WrongWords`]; what is wrong with the copy.
pub fn check(path: &Path, by: &Unlocking, within: &Path) -> Result<Contents, Error> {
    let opened = Opened::new(path, by, within)?;
    Ok(opened.contents)
}

/// A backup that was read through, with its copy taken out into an encrypted temporary file.
pub(super) struct Opened {
    pub(super) manifest: Manifest,
    /// The key of the whole record.
    pub(super) key: Key,
    pub(super) copy: TempPath,
    pub(super) contents: Contents,
    /// The key of the family's file.
    pub(super) family_key: Key,
}

impl Opened {
    pub(super) fn new(path: &Path, by: &Unlocking, within: &Path) -> Result<Opened, Error> {
        let manifest = Manifest::of(path)?;
        let key = by.key(&manifest.keys)?;
        let family = manifest.family_key.family();
        let family_key = manifest.family_key.open(family, &key)?;
        manifest.verify(path, &family_key)?;
        let copy = files::unfinished_in(within)?;
        files::write_from(&copy, &mut Manifest::copy_in(path)?)?;
        open::verify(&copy, &family_key)?;
        let contents = Contents {
            family: FamilyId(family),
            name: manifest.name(&family_key),
            made: manifest.made.clone(),
            counts: counts_of(&copy, &family_key)?,
            sha256: manifest.sha256.clone(),
        };
        Ok(Opened {
            manifest,
            key,
            copy,
            contents,
            family_key,
        })
    }
}

impl Manifest {
    pub(super) fn new(
        keys: KeyFile,
        family_key: FamilyKey,
        number: u32,
        now: &ZonedDateTime,
        copy: &Path,
        key: &Key,
    ) -> Result<Manifest, Error> {
        let (length, sha256) = digest(&mut File::open(copy)?)?;
        let mut manifest = Manifest {
            made: now.clone(),
            number,
            keys,
            family_key,
            name: None,
            length,
            sha256,
            mac: String::new(),
        };
        manifest.cover(key)?;
        Ok(manifest)
    }

    /// Takes the family's name along, sealed with its key.
    pub(super) fn set_name(&mut self, name: &str, key: &Key) -> Result<(), Error> {
        let by = key.derive("family-name")?;
        let sealed = Sealed::new(name, &by, self.family_key.family().as_bytes(), 256)?;
        self.name = Some(sealed);
        self.cover(key)
    }

    /// The family's name, if it had one.
    pub(super) fn name(&self, key: &Key) -> Option<String> {
        let by = key.derive("family-name").ok()?;
        let about = self.family_key.family();
        let name = self.name.as_ref()?.open(&by, about.as_bytes()).ok()?;
        Some(name.to_string())
    }

    fn cover(&mut self, key: &Key) -> Result<(), Error> {
        self.mac = hex::encode(self.mac_by(key)?.finalize().into_bytes());
        Ok(())
    }

    /// Writes the whole backup to `path`.
    pub(super) fn write(&self, copy: &Path, path: &Path) -> Result<(), Error> {
        let manifest = serde_json::to_vec(self).map_err(Error::other)?;
        let length = u32::try_from(manifest.len()).map_err(Error::other)?;
        let mut start = MAGIC.to_vec();
        start.extend_from_slice(&length.to_le_bytes());
        start.extend_from_slice(&manifest);
        let mut whole = Cursor::new(start).chain(File::open(copy)?);
        Ok(files::write_from(path, &mut whole)?)
    }

    /// Reads what stands before the copy. Nothing of it is proven yet.
    pub(super) fn of(path: &Path) -> Result<Manifest, Error> {
        Ok(start_of(path)?.0)
    }

    /// The copy in the backup, to be read.
    pub(super) fn copy_in(path: &Path) -> Result<File, Error> {
        Ok(start_of(path)?.1)
    }

    /// Proves the manifest by the key, and the copy by the manifest.
    pub(super) fn verify(&self, path: &Path, key: &Key) -> Result<(), Error> {
        let mac = hex::decode(&self.mac).map_err(|_| Error::BackupDamaged)?;
        self.mac_by(key)?
            .verify_slice(&mac)
            .map_err(|_| Error::BackupDamaged)?;
        let (length, sha256) = digest(&mut Manifest::copy_in(path)?)?;
        if (length, &sha256) == (self.length, &self.sha256) {
            Ok(())
        } else {
            Err(Error::BackupDamaged)
        }
    }

    fn mac_by(&self, key: &Key) -> Result<Hmac<Sha256>, Error> {
        let mut bare = self.clone();
        bare.mac.clear();
        let by = key.derive("backup-manifest")?;
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(by.bytes())
            .map_err(|_| Error::KeysDamaged)?;
        mac.update(&serde_json::to_vec(&bare).map_err(Error::other)?);
        Ok(mac)
    }
}

fn start_of(path: &Path) -> Result<(Manifest, File), Error> {
    let mut file = File::open(path)?;
    let mut magic = [0; MAGIC.len()];
    let mut length = [0; 4];
    let damaged = |_| Error::BackupDamaged;
    file.read_exact(&mut magic).map_err(damaged)?;
    file.read_exact(&mut length).map_err(damaged)?;
    let length = u32::from_le_bytes(length);
    if magic != *MAGIC || length > LONGEST_MANIFEST {
        return Err(Error::BackupDamaged);
    }
    let mut text = vec![];
    let _ = file
        .by_ref()
        .take(u64::from(length))
        .read_to_end(&mut text)
        .map_err(damaged)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| Error::BackupDamaged)?;
    // Anything that we would not have written ourselves, to the byte, is damage.
    if serde_json::to_vec(&manifest).map_err(Error::other)? != text {
        return Err(Error::BackupDamaged);
    }
    let _ = KeyFile::from_bytes(&manifest.keys.to_bytes()?)?;
    let _ = FamilyKey::from_bytes(&manifest.family_key.to_bytes()?)?;
    let at = u64::try_from(MAGIC.len() + 4).unwrap_or(0) + u64::from(length);
    let _ = file.seek(SeekFrom::Start(at))?;
    Ok((manifest, file))
}

/// The length and the SHA-256 of what is left to read.
fn digest(from: &mut dyn Read) -> Result<(u64, String), Error> {
    let mut hash = Sha256::new();
    let mut length = 0;
    let mut part = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut part)?;
        let Some(bytes) = part.get(..read).filter(|bytes| !bytes.is_empty()) else {
            return Ok((length, hex::encode(hash.finalize())));
        };
        hash.update(bytes);
        length += u64::try_from(read).unwrap_or(0);
    }
}
