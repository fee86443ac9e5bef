//! `keys.json`: the key of the record, wrapped once for each way of unlocking.

use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::doubled::{self, Format};
use super::slot::{Kind, Slot, Wrapped};
use super::{Cost, Key, Passphrase, RecoveryWords, Secret};
use crate::record::Error;

/// The file's name in the data folder.
pub(crate) const NAME: &str = "keys.json";

/// The slots. Every change is sealed: its number goes up, and `mac` covers all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    format: String,
    version: u32,
    /// Sets this folder apart from every other.
    pub(crate) id: Uuid,
    /// Goes up with each change.
    pub(crate) generation: u64,
    /// The folders of the families, by name.
    pub(crate) families: Vec<Uuid>,
    slots: Vec<Slot>,
    /// HMAC-SHA256 of the file without its last two fields; only who can unlock can make it.
    mac: String,
    /// SHA-256 of the file without this field: tells damage from a wrong passphrase.
    check: String,
}

impl Format for KeyFile {
    const FORMAT: &'static str = "withy-keys";
    const VERSION: u32 = 1;
}

impl KeyFile {
    /// A file with no way of unlocking yet.
    pub(crate) fn new(families: Vec<Uuid>) -> KeyFile {
        KeyFile {
            format: Self::FORMAT.to_owned(),
            version: Self::VERSION,
            id: Uuid::new_v4(),
            generation: 0,
            families,
            slots: vec![],
            mac: String::new(),
            check: String::new(),
        }
    }

    /// Whether either copy is in `folder`.
    pub(crate) fn is_in(folder: &Path) -> bool {
        doubled::is_there(&path(folder))
    }

    /// Reads the file, or its second copy; and whether the copies have to be written again.
    pub(crate) fn read(folder: &Path) -> Result<(KeyFile, bool), Error> {
        let found = doubled::read(&path(folder), KeyFile::verify_check)?;
        Ok((found.content, found.mend))
    }

    /// Reads a file that a backup carries.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<KeyFile, Error> {
        let file: KeyFile = doubled::from_bytes(bytes)?;
        file.verify_check()?;
        Ok(file)
    }

    /// As a backup carries it.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        doubled::to_bytes(self)
    }

    /// Writes both copies.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        doubled::write(&path(folder), self)
    }

    /// Counts the change and covers the whole file with the key.
    pub(crate) fn seal(&mut self, key: &Key) -> Result<(), Error> {
        self.generation += 1;
        self.mac = hex::encode(self.mac_by(key)?.finalize().into_bytes());
        self.check = self.digest()?;
        Ok(())
    }

    /// Makes this the only passphrase.
    pub(crate) fn set_passphrase(
        &mut self,
        key: &Key,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(), Error> {
        let kind = Kind::passphrase(cost)?;
        let by = kind.by_passphrase(passphrase)?;
        self.replace(key, kind, by, |kind| {
            matches!(kind, Kind::Passphrase { .. })
        })
    }

    /// Makes these the only words of recovery.
    pub(crate) fn set_words(&mut self, key: &Key, words: &RecoveryWords) -> Result<(), Error> {
        let kind = Kind::recovery()?;
        let by = kind.by_words(words)?;
        self.replace(key, kind, by, |kind| matches!(kind, Kind::Recovery { .. }))
    }

    /// Lets what the keyring holds under `account` unlock it, beside a passphrase or words.
    ///
    /// # Errors
    /// [`Error::KeyringAlone`] when it would be the only way.
    pub(crate) fn set_keyring(
        &mut self,
        key: &Key,
        account: Uuid,
        held: &Key,
    ) -> Result<(), Error> {
        let is_keyring = |kind: &Kind| matches!(kind, Kind::Keyring { .. });
        if self.slots.iter().all(|slot| is_keyring(&slot.opens)) {
            return Err(Error::KeyringAlone);
        }
        let kind = Kind::Keyring { account };
        let by = kind.by_keyring(held)?;
        self.replace(key, kind, by, is_keyring)
    }

    /// The name of what the keyring holds, if it unlocks the file.
    pub(crate) fn keyring_account(&self) -> Option<Uuid> {
        self.slots.iter().find_map(|slot| match slot.opens {
            Kind::Keyring { account } => Some(account),
            _ => None,
        })
    }

    /// The keyring unlocks it no more.
    pub(crate) fn drop_keyring(&mut self) {
        (self.slots).retain(|slot| !matches!(slot.opens, Kind::Keyring { .. }));
    }

    /// The same without the keyring, sealed again if that is another file.
    pub(crate) fn without_keyring(&self, key: &Key) -> Result<KeyFile, Error> {
        let mut keys = self.clone();
        if keys.keyring_account().is_some() {
            keys.drop_keyring();
            keys.seal(key)?;
        }
        Ok(keys)
    }

    /// No way of unlocking any more, before new ones are set.
    pub(crate) fn forget_slots(&mut self) {
        self.slots.clear();
    }

    /// How slow the passphrase is to try.
    pub(crate) fn cost(&self) -> Option<Cost> {
        self.slots.iter().find_map(|slot| match slot.opens {
            Kind::Passphrase { cost, .. } => Some(cost),
            _ => None,
        })
    }

    /// The key, if `secret` unwraps it and nothing in the file was altered since.
    pub(crate) fn unlock(&self, secret: &Secret) -> Result<Key, Error> {
        let (key, wrong) = match secret {
            Secret::Passphrase(passphrase) => (
                self.unlock_with(&|kind| kind.by_passphrase(passphrase))?,
                Error::WrongPassphrase,
            ),
            Secret::Words(words) => (
                self.unlock_with(&|kind| kind.by_words(words))?,
                Error::WrongWords,
            ),
        };
        key.ok_or(wrong)
    }

    /// The same with what the keyring holds.
    pub(crate) fn unlock_by_keyring(&self, held: &Key) -> Result<Key, Error> {
        self.unlock_with(&|kind| kind.by_keyring(held))?
            .ok_or(Error::KeyringForgot)
    }

    fn unlock_with(
        &self,
        by: &dyn Fn(&Kind) -> Result<Option<Key>, Error>,
    ) -> Result<Option<Key>, Error> {
        for slot in &self.slots {
            let Some(by) = by(&slot.opens)? else { continue };
            let about = self.about(slot.id, &slot.opens)?;
            if let Some(key) = slot.key.open(&by, &about)? {
                let mac = hex::decode(&self.mac).map_err(|_| Error::KeysDamaged)?;
                self.mac_by(&key)?
                    .verify_slice(&mac)
                    .map_err(|_| Error::KeysDamaged)?;
                return Ok(Some(key));
            }
        }
        Ok(None)
    }

    /// Whether it was this key that covered the file last.
    pub(crate) fn is_sealed_by(&self, key: &Key) -> bool {
        let mac = hex::decode(&self.mac).unwrap_or_default();
        self.mac_by(key)
            .is_ok_and(|by| by.verify_slice(&mac).is_ok())
    }

    /// Where both copies are in `folder`.
    pub(crate) fn copies(folder: &Path) -> [PathBuf; 2] {
        let first = path(folder);
        let second = doubled::second(&first);
        [first, second]
    }

    fn replace(
        &mut self,
        key: &Key,
        kind: Kind,
        by: Option<Key>,
        old: impl Fn(&Kind) -> bool,
    ) -> Result<(), Error> {
        let by = by.ok_or(Error::KeysDamaged)?;
        let id = self.slots.iter().map(|slot| slot.id).max().unwrap_or(0) + 1;
        let about = self.about(id, &kind)?;
        let wrapped = Wrapped::new(key, &by, &about)?;
        self.slots.retain(|slot| !old(&slot.opens));
        self.slots.push(Slot {
            id,
            opens: kind,
            key: wrapped,
        });
        Ok(())
    }

    /// What a wrapped key belongs to; it opens nowhere else.
    fn about(&self, id: u32, kind: &Kind) -> Result<Vec<u8>, Error> {
        let kind = serde_json::to_string(kind).map_err(Error::other)?;
        let about = format!("{}|{}|{}|{id}|{kind}", self.format, self.version, self.id);
        Ok(about.into_bytes())
    }

    fn mac_by(&self, key: &Key) -> Result<Hmac<Sha256>, Error> {
        let mut bare = self.clone();
        bare.mac.clear();
        bare.check.clear();
        let by = key.derive("header-mac")?;
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(by.bytes())
            .map_err(|_| Error::KeysDamaged)?;
        mac.update(&doubled::to_bytes(&bare)?);
        Ok(mac)
    }

    fn digest(&self) -> Result<String, Error> {
        let mut bare = self.clone();
        bare.check.clear();
        Ok(hex::encode(Sha256::digest(doubled::to_bytes(&bare)?)))
    }

    fn verify_check(&self) -> Result<(), Error> {
        if self.digest()? == self.check {
            Ok(())
        } else {
            Err(Error::KeysDamaged)
        }
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}
