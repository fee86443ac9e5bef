//! Another passphrase, another sheet, backups and going back to one.

use iced::keyboard::key::Named;
use withy::app::Message;
use withy::record::Vault;
use withy::screens::Place;

use crate::person::keeping::{PASSPHRASE, secret};
use crate::person::{By, Person};
use crate::{WINDOW, every_way, notes, with_a_note, writes_a_note};

#[test]
fn the_passphrase_is_changed_by_whoever_knows_it() {
    every_way(|person, folder| {
        writes_a_note(person, "He slept.");
        person.keeps();
        person.go("Settings");
        person.press("Passphrase and backups");
        person.press("Change the passphrase");
        person.types("not this one");
        person.press("Choose my own");
        person.types("another lantern under stairs");
        person.press("Use this passphrase");
        person.sees("That is not your current passphrase.");
        for _ in 0.."not this one".len() {
            person.tap(Named::Backspace);
        }
        person.pastes(PASSPHRASE);
        person.press("Use this passphrase");
        person.sees("Your passphrase is changed.");
        assert!(Vault::unlock(folder, &secret()).is_err());
    });
}

#[test]
fn a_new_sheet_is_made_and_asked_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Make a new recovery sheet");
    let sheet = person.sheet();
    person.press("I have written it down");
    for at in [3, 7, 11] {
        person.fills(&format!("Word {at}"), sheet[at - 1]);
    }
    person.press("Check the three words");
    person.sees("Your new sheet works now.");
    let words = withy::record::RecoveryWords::read(&sheet.join(" ")).unwrap();
    let _ = Vault::unlock(folder.path(), &withy::record::Secret::Words(words)).unwrap();
}

#[test]
fn a_copy_on_a_stick_comes_to_a_new_computer_in_five_presses() {
    every_way(|person, _| {
        writes_a_note(person, "He slept.");
        person.keeps();
        let stick = tempfile::tempdir().unwrap();
        person.go("Settings");
        person.press("Passphrase and backups");
        person.press("Make a copy there");
        person.sees("There is no such folder.");
        person.pastes(&stick.path().display().to_string());
        person.press("Make a copy there");
        person.sees("It opens.");
        let copy = std::fs::read_dir(stick.path()).unwrap().next().unwrap();
        let copy = copy.unwrap().path();

        let new = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(new.path(), WINDOW, person.by);
        person.go("Settings");
        person.press("I have a backup");
        person.fills("Backup file", &copy.display().to_string());
        person.fills("Its passphrase or 12 words", PASSPHRASE);
        person.press("Look at this backup");
        person.sees("This backup is good");
        person.sees("1 note");
        person.press("Use this backup");
        assert!(person.presses <= 5, "it took {}", person.presses);
        person.sees("Your backup is in place: 1 note.");
        assert_eq!(notes(&person), 1);
        person.go("Notes");
        person.sees("He slept");
    });
}

#[test]
fn going_back_to_a_backup_says_what_is_in_it_and_sets_the_rest_aside() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Make a backup now");
    person.sees("A backup is made. It opens.");
    writes_a_note(&mut person, "A second one");
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Look at it: the backup of 2 June 2026");
    person.press("Look at this backup");
    person.sees("1 note");
    person.press("Leave things as they are");
    person.press("Look at this backup");
    person.press("Use this backup");
    person.sees("What was here before is in");
    assert_eq!(notes(&person), 1);
}

#[test]
fn unlocking_makes_the_backup_of_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let person = with_a_note(folder.path());
    let backups = person.app.context().vault.as_ref().unwrap().backups();
    assert_eq!(backups.unwrap().len(), 1);
    drop(person);
    let person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    let backups = person.app.context().vault.as_ref().unwrap().backups();
    assert_eq!(backups.unwrap().len(), 1, "one a day");
    drop(person);
    let tomorrow = "2026-06-03T12:00[Europe/London]".parse().unwrap();
    let person = Person::sits_down_at(folder.path(), WINDOW, By::Keyboard, &tomorrow);
    let backups = person.app.context().vault.as_ref().unwrap().backups();
    assert_eq!(backups.unwrap().len(), 2);
}

#[test]
fn a_record_whose_keys_are_lost_comes_back_from_the_backup_that_is_found() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        drop(with_a_note(folder.path()));
        for name in ["keys.json", "keys.json.bak"] {
            std::fs::remove_file(folder.path().join(name)).unwrap();
        }
        let mut person = Person::sits_down(folder.path(), WINDOW, by);
        person.sees("The key file of your record is missing.");
        person.press("Use a backup");
        person.press("Choose the backup of 2 June 2026, 11:30am, on this computer");
        person.types(PASSPHRASE);
        person.press("Look at this backup");
        person.sees("1 note");
        person.press("Use this backup");
        person.sees("What was here before is in");
        assert!(person.presses <= 5, "it took {}", person.presses);
        assert_eq!(notes(&person), 1);
        person.closes();
        let person = Person::sits_down(folder.path(), WINDOW, by);
        assert_eq!(notes(&person), 1);
    }
}
