//! A new key after a leak, and a passphrase that is made slower to try.

use withy::app::Message;
use withy::record::{Cost, Passphrase, RecoveryWords, Secret, Vault};
use withy::screens::Place;

use crate::person::keeping::{PASSPHRASE, QUICK, new_vault, secret};
use crate::person::{Person, a_tuesday};
use crate::{every_way, notes, with_a_note, writes_a_note};

const NEW: &str = "another lantern under stairs";

/// From the page about the passphrase to the end of the sheet.
pub fn makes_a_new_key(person: &mut Person, old: &str) -> RecoveryWords {
    person.press("Make a new key");
    person.press("Your current passphrase");
    person.pastes(old);
    person.press("Choose my own");
    person.pastes(NEW);
    person.press("Use this passphrase");
    let sheet = person.sheet();
    person.press("I have written it down");
    for at in [3, 7, 11] {
        person.fills(&format!("Word {at}"), sheet[at - 1]);
    }
    person.press("Check the three words");
    RecoveryWords::read(&sheet.join(" ")).unwrap()
}

#[test]
fn a_new_key_opens_everything_and_the_old_secrets_open_only_old_copies() {
    every_way(|person, folder| {
        writes_a_note(person, "He slept.");
        person.keeps();
        person.settle(Message::Go(Place::KeepSafe));
        person.press("Let this computer’s sign-in unlock it");
        person.press("Make a backup now");
        let words = makes_a_new_key(person, PASSPHRASE);
        person.sees("Your new key is in place.");
        person.sees("Copies from before");
        assert!(Vault::unlock(folder, &secret()).is_err());
        let new = Secret::Passphrase(Passphrase::new(NEW));
        let _ = Vault::unlock(folder, &new).unwrap();
        let _ = Vault::unlock(folder, &Secret::Words(words)).unwrap();
        assert!(!Vault::keyring_unlocks_in(folder));
        assert_eq!(notes(person), 1);
        let vault = person.app.context().vault.clone().unwrap();
        assert_eq!(
            vault.backups().unwrap().len(),
            2,
            "the old one, and one under the new key"
        );
        person.press("Delete 1 old copy");
        person.sees("1 old copy is gone. A new backup is made.");
        let left = vault.backups().unwrap();
        assert!(vault.copies_of_old_keys().unwrap().count() == 0 && !left.is_empty());
        for backup in left {
            let by = withy::record::backup::Unlocking::Secret(new.clone());
            let _ = withy::record::backup::check(&backup.path, &by, folder).unwrap();
        }
    });
}

#[test]
fn a_wrong_passphrase_makes_no_new_key_and_the_sheet_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.settle(Message::Go(Place::KeepSafe));
    let words = makes_a_new_key(&mut person, "not this one");
    person.sees("That is not your current passphrase.");
    let _ = Vault::unlock(folder.path(), &secret()).unwrap();
    assert_eq!(notes(&person), 1);
    person.press("Your current passphrase");
    for _ in 0.."not this one".len() {
        person.tap(iced::keyboard::key::Named::Backspace);
    }
    person.pastes(PASSPHRASE);
    person.press("Use this passphrase");
    person.press("Check the three words");
    person.sees("Your new key is in place.");
    let _ = Vault::unlock(folder.path(), &Secret::Words(words)).unwrap();
    // The copy of the day it was unlocked stays, for who wants it.
    person.press("Keep them");
    person.does_not_see("Copies from before");
}

#[test]
fn a_new_key_that_cannot_be_written_leaves_the_old_one_and_every_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.settle(Message::Go(Place::KeepSafe));
    // Where the copy would go there is a file.
    let vault = person.app.context().vault.clone().unwrap();
    let family = vault.record_file().unwrap().parent().unwrap().to_owned();
    let name = family.file_name().unwrap().to_string_lossy().into_owned();
    let copy = family.with_file_name(format!(".key-{name}"));
    std::fs::write(&copy, b"in the way").unwrap();
    let _ = makes_a_new_key(&mut person, PASSPHRASE);
    person.does_not_see("Your new key is in place.");
    assert_eq!(notes(&person), 1, "{}", person.reads());
    std::fs::remove_file(copy).unwrap();
    let _ = Vault::unlock(folder.path(), &secret()).unwrap();
}

#[test]
fn a_passphrase_becomes_slower_to_try_on_a_quicker_computer() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, record, words) = new_vault(folder.path(), &a_tuesday());
    drop(record);
    assert_eq!(vault.cost(), Some(QUICK));
    let record = std::fs::read(vault.record_file().unwrap()).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let dearer = Cost::of(128, 2);
    let mut vault = Vault::unlock(folder.path(), &secret()).unwrap();
    vault.raise_cost(&passphrase, dearer).unwrap();
    let mut vault = Vault::unlock(folder.path(), &secret()).unwrap();
    assert_eq!(vault.cost(), Some(dearer));
    // Neither less memory nor fewer passes, whatever else is more.
    for lower in [QUICK, Cost::of(64, 9), Cost::of(256, 1), dearer] {
        vault.raise_cost(&passphrase, lower).unwrap();
        assert_eq!(vault.cost(), Some(dearer));
    }
    assert_eq!(std::fs::read(vault.record_file().unwrap()).unwrap(), record);
    let _ = Vault::unlock(folder.path(), &Secret::Words(words)).unwrap();
    // What cannot be written is left for another day, and everything opens as before.
    for name in ["keys.json", "keys.json.bak"] {
        std::fs::rename(folder.path().join(name), folder.path().join("kept")).unwrap();
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    assert!(vault.raise_cost(&passphrase, Cost::of(256, 2)).is_err());
    assert_eq!(vault.cost(), Some(dearer));
}

#[test]
fn how_long_unlocking_took_says_how_slow_it_should_be() {
    use std::time::Duration;
    let took = |milliseconds| Cost::LEAST.judged_by(Duration::from_millis(milliseconds));
    assert_eq!(took(900), Cost::LEAST);
    assert_eq!(took(400), Cost::LEAST);
    assert_eq!(took(340), Cost::of(128 * 1024, 3));
    assert_eq!(took(1), Cost::of(256 * 1024, 3));
    let twice = Cost::of(128 * 1024, 3);
    assert_eq!(twice.judged_by(Duration::from_millis(680)), twice);
    assert_eq!(
        twice.judged_by(Duration::from_millis(340)),
        Cost::of(256 * 1024, 3)
    );
    assert!(
        !twice
            .judged_by(Duration::from_millis(5_000))
            .is_above(twice)
    );
}

#[test]
fn unlocking_the_window_raises_it_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let least = Cost::of(32, 1);
    let _ = Vault::create(folder.path(), &passphrase, &words, least, &a_tuesday()).unwrap();
    let person = Person::sits_down(folder.path(), crate::WINDOW, crate::By::Keyboard);
    let vault = person.app.context().vault.clone().unwrap();
    assert_eq!(vault.cost(), Some(QUICK));
    let _ = Vault::unlock(folder.path(), &secret()).unwrap();
}
