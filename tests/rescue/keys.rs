//! A backup puts back lost or damaged keys, and the record stays as it is, with all that was written since.

use std::path::Path;

use withy::app::Message;
use withy::record::{Note, NoteFilter, Vault};
use withy::screens::Place;

use crate::WINDOW;
use crate::person::keeping::{PASSPHRASE, new_vault, secret};
use crate::person::spoilt::tries;
use crate::person::{By, a_tuesday};

fn write(vault: &Vault, words: &str) {
    let now = a_tuesday();
    let mut record = vault.open(&now).unwrap();
    let mut note = Note::new(&now);
    note.text = words.to_owned();
    record
        .change("Note added", &now, |change| change.put_note(&note))
        .unwrap();
}

/// A record with a note from before a backup and one from after it.
fn with_a_backup(folder: &Path) -> Vault {
    let now = a_tuesday();
    let (vault, record, _) = new_vault(folder, &now);
    drop(record);
    write(&vault, "before the backup");
    let record = vault.open(&now).unwrap();
    let _ = vault.back_up(&record, &now).unwrap();
    drop(record);
    write(&vault, "after the backup");
    vault
}

fn spoil(folder: &Path, vault: &Vault, how: &str) {
    let family = vault.record_file().unwrap();
    for name in ["keys.json", "keys.json.bak"] {
        match how {
            "missing" => std::fs::remove_file(folder.join(name)).unwrap(),
            "damaged" => std::fs::write(folder.join(name), b"{").unwrap(),
            _ => {}
        }
    }
    if how == "family" {
        for name in ["family.key", "family.key.bak"] {
            std::fs::write(family.with_file_name(name), b"{").unwrap();
        }
    }
}

#[test]
fn the_keys_come_back_and_what_was_written_since_is_there() {
    for by in [By::Mouse, By::Keyboard] {
        for how in ["missing", "damaged", "family"] {
            let folder = tempfile::tempdir().unwrap();
            let vault = with_a_backup(folder.path());
            spoil(folder.path(), &vault, how);
            let record = std::fs::read(vault.record_file().unwrap()).unwrap();
            let mut person = tries(folder.path(), WINDOW, by);
            person.sees("It can put back only the keys");
            person.press("Use a backup");
            assert_eq!(*person.app.place(), Place::Restore(None));
            person.press("Choose");
            person.fills("Its passphrase or 12 words", PASSPHRASE);
            person.press("Look at this backup");
            person.sees("Your record is here, and only its keys are not.");
            assert!(std::fs::read(vault.record_file().unwrap()).unwrap() == record);
            person.press("Put back only its keys");
            person.sees("The keys are back. Your record is as it was.");
            person.sees("after the backup");
            person.settle(Message::Go(Place::Today));
            drop(person);
            let vault = Vault::unlock(folder.path(), &secret()).unwrap();
            let record = vault.open(&a_tuesday()).unwrap();
            let notes = record.notes(&NoteFilter::default()).unwrap();
            assert_eq!(notes.len(), 2, "{how}");
        }
    }
}

#[test]
fn a_backup_of_other_keys_puts_nothing_back() {
    let folder = tempfile::tempdir().unwrap();
    let vault = with_a_backup(folder.path());
    spoil(folder.path(), &vault, "missing");
    let other = tempfile::tempdir().unwrap();
    let foreign = with_a_backup(other.path());
    let backup = foreign.backups().unwrap().pop().unwrap();
    let by = withy::record::backup::Unlocking::Secret(secret());
    let before = crate::cases::files(folder.path());
    assert!(withy::record::backup::keys_back(&backup.path, folder.path(), &by).is_err());
    assert!(crate::cases::files(folder.path()) == before);
}
