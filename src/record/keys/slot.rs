//! One way of unlocking: the key, wrapped by what the person knows.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Cost, Key, Passphrase, RecoveryWords, random};
use crate::record::Error;

/// A key wrapped by another (XChaCha20-Poly1305).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wrapped {
    /// 24 bytes in hexadecimal.
    nonce: String,
    /// 48 bytes in hexadecimal: the key and its tag.
    wrapped: String,
}

impl Wrapped {
    /// Wraps `key`; it opens only together with the same `about`.
    pub(crate) fn new(key: &Key, by: &Key, about: &[u8]) -> Result<Wrapped, Error> {
        let nonce: [u8; 24] = random()?;
        let payload = Payload {
            msg: key.bytes(),
            aad: about,
        };
        let wrapped = XChaCha20Poly1305::new(by.bytes().into())
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Error::KeysDamaged)?;
        Ok(Wrapped {
            nonce: hex::encode(nonce),
            wrapped: hex::encode(wrapped),
        })
    }

    /// The key, or `None` when `by` or `about` is not what it was wrapped with.
    pub(crate) fn open(&self, by: &Key, about: &[u8]) -> Result<Option<Key>, Error> {
        let nonce: [u8; 24] = bytes(&self.nonce)?;
        let wrapped: [u8; 48] = bytes(&self.wrapped)?;
        let payload = Payload {
            msg: &wrapped,
            aad: about,
        };
        let opened =
            XChaCha20Poly1305::new(by.bytes().into()).decrypt(&XNonce::from(nonce), payload);
        let Ok(opened) = opened.map(Zeroizing::new) else {
            return Ok(None);
        };
        let key = <[u8; 32]>::try_from(opened.as_slice()).map_err(|_| Error::KeysDamaged)?;
        Ok(Some(Key::from_bytes(key)))
    }
}

/// What opens a slot, and what is needed to try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Kind {
    /// A passphrase, stretched at this cost.
    Passphrase {
        #[serde(flatten)]
        cost: Cost,
        /// 16 bytes in hexadecimal.
        salt: String,
    },
    /// 256 random bits that the keyring of the computer's sign-in holds.
    Keyring {
        /// Their name in the keyring.
        account: Uuid,
    },
    /// The twelve words of the recovery sheet: 128 random bits need no stretching.
    Recovery {
        /// 16 bytes in hexadecimal.
        salt: String,
    },
}

/// One slot of the key file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slot {
    pub(super) id: u32,
    #[serde(flatten)]
    pub(super) opens: Kind,
    #[serde(flatten)]
    pub(super) key: Wrapped,
}

impl Kind {
    /// A new slot for a passphrase.
    pub(super) fn passphrase(cost: Cost) -> Result<Kind, Error> {
        let salt = hex::encode(random::<16>()?);
        Ok(Kind::Passphrase { cost, salt })
    }

    /// A new slot for a recovery sheet.
    pub(super) fn recovery() -> Result<Kind, Error> {
        let salt = hex::encode(random::<16>()?);
        Ok(Kind::Recovery { salt })
    }

    /// The key that `passphrase` makes in this slot; `None` when this slot is of another kind.
    pub(super) fn by_passphrase(&self, passphrase: &Passphrase) -> Result<Option<Key>, Error> {
        let Kind::Passphrase { cost, salt } = self else {
            return Ok(None);
        };
        let salt: [u8; 16] = bytes(salt)?;
        cost.stretch(passphrase.as_bytes(), &salt).map(Some)
    }

    /// The key that what the keyring holds makes in this slot; `None` when this slot is of another kind.
    pub(super) fn by_keyring(&self, held: &Key) -> Result<Option<Key>, Error> {
        match self {
            Kind::Keyring { .. } => held.derive("keyring-slot").map(Some),
            _ => Ok(None),
        }
    }

    /// The key that `words` make in this slot; `None` when this slot is of another kind.
    pub(super) fn by_words(&self, words: &RecoveryWords) -> Result<Option<Key>, Error> {
        let Kind::Recovery { salt } = self else {
            return Ok(None);
        };
        let salt: [u8; 16] = bytes(salt)?;
        let mut out = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(&salt), words.entropy())
            .expand(b"recovery-slot", &mut *out)
            .map_err(|_| Error::KeysDamaged)?;
        Ok(Some(Key::from_bytes(*out)))
    }
}

fn bytes<const N: usize>(digits: &str) -> Result<[u8; N], Error> {
    let mut out = [0; N];
    hex::decode_to_slice(digits, &mut out).map_err(|_| Error::KeysDamaged)?;
    Ok(out)
}
