//! A few words, sealed with a key.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Key, random};
use crate::record::Error;

/// Words that only who has the key can read (XChaCha20-Poly1305).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sealed {
    /// 24 bytes in hexadecimal.
    nonce: String,
    /// The words, filled up with spaces, and their tag, in hexadecimal.
    sealed: String,
}

impl Sealed {
    /// Seals `words`; they open only together with the same `about`. Spaces fill them up to a multiple of `step`
    /// bytes, so that the length says little.
    pub(crate) fn new(words: &str, by: &Key, about: &[u8], step: usize) -> Result<Sealed, Error> {
        let nonce: [u8; 24] = random()?;
        let mut filled = Zeroizing::new(words.as_bytes().to_vec());
        filled.resize(words.len().div_ceil(step).max(1) * step, b' ');
        let payload = Payload {
            msg: &filled,
            aad: about,
        };
        let sealed = XChaCha20Poly1305::new(by.bytes().into())
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Error::KeysDamaged)?;
        Ok(Sealed {
            nonce: hex::encode(nonce),
            sealed: hex::encode(sealed),
        })
    }

    /// The words.
    ///
    /// # Errors
    /// [`Error::KeysDamaged`] when they were not sealed by this key for this.
    pub(crate) fn open(&self, by: &Key, about: &[u8]) -> Result<Zeroizing<String>, Error> {
        let damaged = || Error::KeysDamaged;
        let mut nonce = [0; 24];
        hex::decode_to_slice(&self.nonce, &mut nonce).map_err(|_| damaged())?;
        let sealed = hex::decode(&self.sealed).map_err(|_| damaged())?;
        let payload = Payload {
            msg: &sealed,
            aad: about,
        };
        let opened = XChaCha20Poly1305::new(by.bytes().into())
            .decrypt(&XNonce::from(nonce), payload)
            .map_err(|_| damaged())?;
        let mut words = Zeroizing::new(String::from_utf8(opened).map_err(|_| damaged())?);
        let length = words.trim_end().len();
        words.truncate(length);
        Ok(words)
    }
}
