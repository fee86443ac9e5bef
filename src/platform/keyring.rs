//! The keyring of the computer's sign-in: the Secret Service on Linux (GNOME Keyring, KWallet), the Keychain on a
//! Mac, the Credential Manager on Windows. It keeps small secrets for whoever is signed in.

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use zeroize::Zeroizing;

/// Whose secrets they are, where the system shows a list of them.
const SERVICE: &str = "Withy";

/// What a keyring does. Each call may wait for the system, and for a person whom the system asks: never call it
/// where the window is drawn.
pub trait Store: Debug + Send + Sync {
    /// Keeps a secret under a name, in place of one that is there.
    ///
    /// # Errors
    /// [`Error::Silent`].
    fn keep(&self, name: &str, secret: &[u8]) -> Result<(), Error>;

    /// The secret with this name.
    ///
    /// # Errors
    /// [`Error::Forgotten`] or [`Error::Silent`].
    fn find(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, Error>;

    /// Lets go of the secret with this name, if it is there.
    ///
    /// # Errors
    /// [`Error::Silent`].
    fn forget(&self, name: &str) -> Result<(), Error>;
}

/// Why a keyring gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It has no such secret, or more than one.
    #[error("This computer’s keyring does not have the key any more.")]
    Forgotten,
    /// There is no keyring, or it is locked, or it refused.
    #[error("This computer’s keyring did not answer.")]
    Silent,
}

/// A keyring that can be handed on.
#[derive(Debug, Clone)]
pub struct Keyring(Arc<dyn Store>);

impl Default for Keyring {
    fn default() -> Self {
        Self::of(System)
    }
}

impl Keyring {
    /// This one.
    pub fn of(store: impl Store + 'static) -> Self {
        Self(Arc::new(store))
    }

    /// One in memory, for tests: nothing of the computer is touched.
    pub fn in_memory() -> Self {
        Self::of(Memory::default())
    }

    /// What it does.
    pub fn store(&self) -> &dyn Store {
        &*self.0
    }
}

/// The system's own.
#[derive(Debug)]
struct System;

impl System {
    fn entry(name: &str) -> Result<keyring::v1::Entry, Error> {
        keyring::v1::Entry::new(SERVICE, name).map_err(said)
    }
}

impl Store for System {
    fn keep(&self, name: &str, secret: &[u8]) -> Result<(), Error> {
        Self::entry(name)?.set_secret(secret).map_err(said)
    }

    fn find(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        let secret = Self::entry(name)?.get_secret().map_err(said)?;
        Ok(Zeroizing::new(secret))
    }

    fn forget(&self, name: &str) -> Result<(), Error> {
        match Self::entry(name)?.delete_credential().map_err(said) {
            Err(Error::Forgotten) => Ok(()),
            done => done,
        }
    }
}

/// What the person needs to know of a failure. The rest may name secrets, so it goes no further.
fn said(failure: keyring::v1::Error) -> Error {
    match failure {
        keyring::v1::Error::NoEntry | keyring::v1::Error::Ambiguous(_) => Error::Forgotten,
        _ => Error::Silent,
    }
}

#[derive(Debug, Default)]
struct Memory(Mutex<HashMap<String, Vec<u8>>>);

impl Memory {
    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<String, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for Memory {
    fn keep(&self, name: &str, secret: &[u8]) -> Result<(), Error> {
        let _ = self.all().insert(name.to_owned(), secret.to_vec());
        Ok(())
    }

    fn find(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        let found = self.all().get(name).cloned();
        found.map(Zeroizing::new).ok_or(Error::Forgotten)
    }

    fn forget(&self, name: &str) -> Result<(), Error> {
        let _ = self.all().remove(name);
        Ok(())
    }
}
