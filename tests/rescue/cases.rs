//! Every way in which a record does not open: what its page says, what can be pressed, and that no byte changes.

use std::path::{Path, PathBuf};

use withy::app::Message;
use withy::screens::Place;

use crate::person::keeping::{PASSPHRASE, new_vault};
use crate::person::spoilt::{SPOILT, tries};
use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, with_a_note};

const CHANGED_NOTHING: &str = "Withy changed nothing and deleted nothing.";

/// What its page says and offers: the name of the spoilt record, the title, what is safe, what to do, the buttons.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const ROWS: [Row; 10] = [
    (
        "another file",
        "Your record did not open",
        CHANGED_NOTHING,
        "se a backup: your record as it was on that day.",
        &["Use a backup", "Try again"],
    ),
    (
        "half a record",
        "Part of your record is damaged",
        "Withy deleted nothing, and writes nothing more into this file.",
        "Withy works on a copy",
        &["Read what can be read", "Use a backup", "Try again"],
    ),
    (
        "a newer record",
        "This record needs a newer Withy",
        CHANGED_NOTHING,
        "Open it with the newest Withy that you have used.",
        &["Try again", "Use a backup"],
    ),
    (
        "an empty record",
        "Your record did not open",
        CHANGED_NOTHING,
        "Use a backup",
        &["Use a backup", "Try again"],
    ),
    (
        "a record in plain text",
        "This record is from a test version",
        CHANGED_NOTHING,
        "The test version that made it can open it.",
        &["Try again"],
    ),
    (
        "a record of a test version",
        "This record is from a test version",
        CHANGED_NOTHING,
        "The test version that made it can open it.",
        &["Try again"],
    ),
    (
        "no record",
        "Your record is not in its place",
        CHANGED_NOTHING,
        "If you moved it, put it back.",
        &["Use a backup", "Try again"],
    ),
    (
        "damaged keys",
        "The key file is damaged",
        CHANGED_NOTHING,
        "It can put back only the keys",
        &["Use a backup", "Try again"],
    ),
    (
        "missing keys",
        "The key file is missing",
        CHANGED_NOTHING,
        "If you moved the file keys.json, put it back.",
        &["Use a backup", "Try again"],
    ),
    (
        "newer keys",
        "This record needs a newer Withy",
        CHANGED_NOTHING,
        "Open it with the newest Withy that you have used.",
        &["Try again", "Use a backup"],
    ),
];

/// Every file that is the record’s: not the settings, not the lock of the window, not what was rescued.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "rescued" {
                    folders.push(path);
                }
            } else if name != "settings.json" && name != "withy.lock" {
                all.push((path.clone(), std::fs::read(path).unwrap()));
            }
        }
    }
    all.sort();
    all
}

/// The page says all of it, finding services works, and nothing changes.
fn says(person: &mut Person, row: &Row, happened: &str) {
    let (name, title, safe, to_do, buttons) = row;
    let seen = person.reads();
    let lower = seen.to_lowercase();
    for words in [*title, "What happened", "What is safe", safe, to_do] {
        assert!(seen.contains(words), "{name}: {words:?}\n{seen}");
    }
    assert!(lower.contains(happened), "{name}: {happened:?}\n{seen}");
    for button in *buttons {
        assert!(
            seen.contains(&format!("Button \"{button}\"")),
            "{name}: {button:?}\n{seen}"
        );
    }
    for button in ["Read what can be read", "Use a backup", "Try again"] {
        let is_offered = seen.contains(&format!("Button \"{button}\""));
        assert_eq!(is_offered, buttons.contains(&button), "{name}: {button}");
    }
    person.press("Find a service");
    assert!(matches!(person.app.place(), Place::FindHelp(_)), "{name}");
    person.settle(Message::Go(Place::Today));
}

#[test]
fn each_says_what_happened_what_is_safe_and_what_to_do_and_changes_nothing() {
    for by in [By::Mouse, By::Keyboard] {
        for ((name, happened, spoil), row) in SPOILT.iter().zip(&ROWS) {
            assert_eq!(*name, row.0);
            let folder = tempfile::tempdir().unwrap();
            spoil(folder.path());
            let before = files(folder.path());
            let mut person = tries(folder.path(), WINDOW, by);
            // Its page says what can cause it, too.
            let happened = if *happened == "damaged" {
                "part of the file cannot be read"
            } else {
                happened
            };
            says(&mut person, row, happened);
            person.press("Try again");
            if person.app.context().locked {
                person.pastes(PASSPHRASE);
                person.tap(iced::keyboard::key::Named::Enter);
            } else {
                person.sees("It is still so.");
            }
            person.sees(row.1);
            // Words can be typed, and are refused with the same reason.
            person.shortcut("n");
            person.sees(row.1);
            drop(person);
            assert!(files(folder.path()) == before, "{name}: a file changed");
        }
    }
}

#[test]
fn the_wrong_passphrase_stays_at_the_lock_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    with_a_note(folder.path(), &a_tuesday());
    let before = files(folder.path());
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Keyboard, &now);
    person.pastes("not this one");
    person.tap(iced::keyboard::key::Named::Enter);
    person.sees("That passphrase does not open your record.");
    assert!(person.app.context().locked);
    drop(person);
    assert!(files(folder.path()) == before);
}

#[test]
fn a_record_of_another_key_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let other = tempfile::tempdir().unwrap();
    let (vault, record, _) = new_vault(folder.path(), &a_tuesday());
    drop(record);
    let (foreign, record, _) = new_vault(other.path(), &a_tuesday());
    drop(record);
    let place = vault.record_file().unwrap();
    let _ = std::fs::copy(foreign.record_file().unwrap(), &place).unwrap();
    let before = files(folder.path());
    let mut person = tries(folder.path(), WINDOW, By::Mouse);
    says(&mut person, &ROWS[0], "not a withy record");
    drop(person);
    assert!(files(folder.path()) == before);
}

#[test]
fn a_second_window_says_so_and_opens_once_the_first_has_closed() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        with_a_note(folder.path(), &a_tuesday());
        let first = Person::sits_down(folder.path(), WINDOW, by);
        let now = a_tuesday();
        let mut second = Person::sits_down_locked(folder.path(), None, WINDOW, by, &now);
        let row: Row = (
            "second window",
            "Withy is already open",
            "Your record is safe in the other window.",
            "Go on in the other window.",
            &["Try again"],
        );
        says(&mut second, &row, "already open on this computer");
        second.press("Try again");
        second.sees("It is still so.");
        drop(first);
        second.press("Try again");
        second.unlocks();
        second.sees(crate::WORDS);
    }
}

#[test]
fn a_file_where_the_folder_should_be_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("withy");
    std::fs::write(&file, "a letter").unwrap();
    let mut person = Person::sits_down(&file, WINDOW, By::Mouse);
    let row: Row = (
        "a file",
        "This folder cannot be used",
        CHANGED_NOTHING,
        "Let your account change files in this folder.",
        &["Try again"],
    );
    says(&mut person, &row, "is a file, not a folder");
    assert_eq!(std::fs::read(&file).unwrap(), b"a letter");
}
