//! Unlocking by this computer's sign-in.

use withy::app::Message;
use withy::platform::keyring::{Error as Refused, Keyring, Store};
use withy::record::{Error, Vault};
use withy::screens::Place;
use zeroize::Zeroizing;

use crate::person::keeping::{new_vault, secret};
use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, every_way, notes, with_a_note, writes_a_note};

/// A keyring that is not there.
#[derive(Debug)]
struct Silent;

impl Store for Silent {
    fn keep(&self, _: &str, _: &[u8]) -> Result<(), Refused> {
        Err(Refused::Silent)
    }
    fn find(&self, _: &str) -> Result<Zeroizing<Vec<u8>>, Refused> {
        Err(Refused::Silent)
    }
    fn forget(&self, _: &str) -> Result<(), Refused> {
        Err(Refused::Silent)
    }
}

/// A keyring that keeps nothing and says that it did.
#[derive(Debug)]
struct Careless;

impl Store for Careless {
    fn keep(&self, _: &str, _: &[u8]) -> Result<(), Refused> {
        Ok(())
    }
    fn find(&self, _: &str) -> Result<Zeroizing<Vec<u8>>, Refused> {
        Ok(Zeroizing::new(vec![7; 32]))
    }
    fn forget(&self, _: &str) -> Result<(), Refused> {
        Ok(())
    }
}

#[test]
fn it_is_offered_with_the_first_record_and_unlocks_in_one_press() {
    every_way(|person, folder| {
        writes_a_note(person, "He slept.");
        person.sees("So can anybody who uses this computer while you are signed in.");
        person.press("Let this computer’s sign-in unlock it too");
        person.keeps();
        assert!(Vault::keyring_unlocks_in(folder));
        person.go("Lock");
        person.presses = 0;
        person.press("Unlock with this computer’s sign-in");
        assert_eq!(person.presses, 1);
        assert_eq!(notes(person), 1);
        let _ = Vault::unlock(folder, &secret()).unwrap();
    });
}

#[test]
fn it_is_turned_on_and_off_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.settle(Message::Go(Place::KeepSafe));
    let before = std::fs::read_to_string(folder.path().join("keys.json")).unwrap();
    person.press("Let this computer’s sign-in unlock it");
    person.sees("This computer’s sign-in opens your record now.");
    person.shortcut("l");
    assert!(person.is_on("lock/sign-in"));
    person.press("Unlock with this computer’s sign-in");
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Stop this computer’s sign-in");
    person.sees("Only your passphrase and your 12 words open your record now.");
    let after = std::fs::read_to_string(folder.path().join("keys.json")).unwrap();
    assert_eq!(after.lines().count(), before.lines().count());
    person.shortcut("l");
    assert!(person.is_on("lock/passphrase"));
    person.does_not_see("sign-in");
    person.unlocks();
}

#[test]
fn a_keyring_that_forgot_changed_or_is_gone_opens_nothing_and_the_passphrase_does() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, record, _) = new_vault(folder.path(), &a_tuesday());
    drop(record);
    let keyring = Keyring::in_memory();
    vault.let_keyring_unlock(&keyring).unwrap();
    let _ = Vault::unlock_by_keyring(folder.path(), &keyring).unwrap();
    for (other, forgot) in [
        (Keyring::in_memory(), true),
        (Keyring::of(Careless), true),
        (Keyring::of(Silent), false),
    ] {
        let problem = Vault::unlock_by_keyring(folder.path(), &other).unwrap_err();
        assert_eq!(
            matches!(problem, Error::KeyringForgot),
            forgot,
            "{problem:?}"
        );
        assert_eq!(
            matches!(problem, Error::KeyringSilent),
            !forgot,
            "{problem:?}"
        );
    }
    // The window of another day, whose keyring has nothing.
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Keyboard, &now);
    person.press("Unlock with this computer’s sign-in");
    person.sees("This computer’s sign-in does not open your record any more.");
    assert!(person.is_on("lock/passphrase") && person.app.context().locked);
    person.unlocks();
}

#[test]
fn a_keyring_that_does_not_keep_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, record, words) = new_vault(folder.path(), &a_tuesday());
    drop(record);
    let before = std::fs::read(folder.path().join("keys.json")).unwrap();
    for keyring in [Keyring::of(Silent), Keyring::of(Careless)] {
        let _ = vault.let_keyring_unlock(&keyring).unwrap_err();
        assert!(!vault.keyring_unlocks());
        assert_eq!(
            std::fs::read(folder.path().join("keys.json")).unwrap(),
            before
        );
    }
    let _ = Vault::unlock(folder.path(), &withy::record::Secret::Words(words)).unwrap();
}

#[test]
fn a_copy_does_not_open_by_the_sign_in_of_any_computer() {
    let now = a_tuesday();
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, record, _) = new_vault(folder.path(), &now);
    let keyring = Keyring::in_memory();
    vault.let_keyring_unlock(&keyring).unwrap();
    let backup = vault.back_up(&record, &now).unwrap();
    let bytes = std::fs::read(&backup.path).unwrap();
    let keyring = b"\"keyring\"";
    assert!(!bytes.windows(keyring.len()).any(|part| part == keyring));
    let by = withy::record::backup::Unlocking::Secret(secret());
    let _ = withy::record::backup::check(&backup.path, &by, folder.path()).unwrap();
    let here = withy::record::backup::Unlocking::Vault(vault);
    let _ = withy::record::backup::check(&backup.path, &here, folder.path()).unwrap();
}
