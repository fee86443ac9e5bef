//! Letting the keyring of this computer's sign-in unlock the folder, beside the passphrase and never in its place.

use std::path::Path;

use uuid::Uuid;

use super::Vault;
use crate::platform::keyring::Keyring;
use crate::record::keys::KeyFile;
use crate::record::{Error, Key};

impl Vault {
    /// Whether the keyring unlocks it.
    pub fn keyring_unlocks(&self) -> bool {
        self.keys.keyring_account().is_some()
    }

    /// Whether the keyring unlocks what is in `folder`, which may be locked.
    pub fn keyring_unlocks_in(folder: &Path) -> bool {
        KeyFile::read(folder).is_ok_and(|(keys, _)| keys.keyring_account().is_some())
    }

    /// Unlocks what is in `folder` with what the keyring holds. Nothing is ever made anew: a keyring that forgot
    /// opens nothing, and the passphrase still does.
    ///
    /// # Errors
    /// [`Error::KeyringForgot`] when it has no key or another one; [`Error::KeyringSilent`] when it did not answer;
    /// what is wrong with the key file.
    pub fn unlock_by_keyring(folder: &Path, keyring: &Keyring) -> Result<Vault, Error> {
        let (keys, mend) = KeyFile::read(folder)?;
        let account = keys.keyring_account().ok_or(Error::KeyringForgot)?;
        let by = found(keyring, account)?;
        let key = keys.unlock_by_keyring(&by)?;
        Vault::unlocked(folder, keys, mend, key)
    }

    /// Lets the keyring unlock it from now on. The keyring is asked for what it was given before anything hangs on it.
    ///
    /// # Errors
    /// When the keyring or the key file could not be written; then everything is as it was.
    pub fn let_keyring_unlock(&mut self, keyring: &Keyring) -> Result<(), Error> {
        let before = self.keys.keyring_account();
        let account = Uuid::new_v4();
        let by = Key::random()?;
        let name = account.to_string();
        keyring.store().keep(&name, by.bytes())?;
        let attempt = || {
            if found(keyring, account)?.bytes() != by.bytes() {
                return Err(Error::KeyringForgot);
            }
            let mut keys = self.keys.clone();
            keys.set_keyring(&self.key, account, &by)?;
            Ok(keys)
        };
        let done = attempt().and_then(|keys| self.put(keys));
        let left_over = if done.is_ok() { before } else { Some(account) };
        if let Some(left_over) = left_over {
            // It opens nothing.
            let _ = keyring.store().forget(&left_over.to_string());
        }
        done
    }

    /// The keyring unlocks it no more: first the slot goes, then what the keyring holds.
    ///
    /// # Errors
    /// When the key file could not be written: then the keyring still unlocks it. A keyring that does not let go of
    /// what it holds is no error, because that opens nothing any more.
    pub fn stop_keyring(&mut self, keyring: &Keyring) -> Result<(), Error> {
        let Some(account) = self.keys.keyring_account() else {
            return Ok(());
        };
        let mut keys = self.keys.clone();
        keys.drop_keyring();
        self.put(keys)?;
        let _ = keyring.store().forget(&account.to_string());
        Ok(())
    }

    /// The keyring lets go of what it holds for these keys, when other keys have taken their place.
    pub fn forget_in_keyring(&self, keyring: &Keyring) {
        if let Some(account) = self.keys.keyring_account() {
            // It opens nothing any more.
            let _ = keyring.store().forget(&account.to_string());
        }
    }
}

fn found(keyring: &Keyring, account: Uuid) -> Result<Key, Error> {
    let held = keyring.store().find(&account.to_string())?;
    let bytes = <[u8; 32]>::try_from(held.as_slice()).map_err(|_| Error::KeyringForgot)?;
    Ok(Key::from_bytes(bytes))
}
