//! A key, and the keys made from it.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::record::Error;

/// Sets the keys made from ours apart from those of any other program.
const SALT: &[u8] = b"withy-keys";

/// 256 random bits. Wiped from memory when dropped.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new key from the system's own randomness.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn random() -> Result<Key, Error> {
        Ok(Key(Zeroizing::new(random()?)))
    }

    /// The key with these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Key {
        Key(Zeroizing::new(bytes))
    }

    /// The bytes themselves, to be wrapped.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key, for one purpose only (HKDF-SHA256).
    pub(crate) fn derive(&self, purpose: &str) -> Result<Key, Error> {
        let mut out = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(SALT), &*self.0)
            .expand(purpose.as_bytes(), &mut *out)
            .map_err(|_| Error::KeysDamaged)?;
        Ok(Key(out))
    }

    /// The form in which SQLCipher takes a key without stretching it: `x'…'` with 64 hexadecimal digits.
    ///
    /// # Errors
    /// Never in practice; it is an error rather than a panic.
    pub fn for_sqlcipher(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let key = self.derive("sqlcipher-db")?;
        let mut digits = Zeroizing::new([0; 64]);
        hex::encode_to_slice(*key.0, &mut *digits).map_err(|_| Error::KeysDamaged)?;
        let mut text = Zeroizing::new(Vec::with_capacity(67));
        text.extend_from_slice(b"x'");
        text.extend_from_slice(&*digits);
        text.push(b'\'');
        Ok(text)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Key")
    }
}

/// Random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::other)?;
    Ok(bytes)
}
