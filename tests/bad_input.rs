//! What goes wrong outside Withy, or is typed wrongly in it: each gets a plain sentence, nothing
//! is lost, nothing panics.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the gallery uses the rest of it")]
mod person;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use iced::Size;
use person::spoilt::{SPOILT, tries};
use person::{By, Person, a_tuesday};
use withy::platform::folders::Folders;

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn sits_down(folder: &Path) -> Person {
    Person::sits_down(folder, WINDOW, By::Keyboard)
}

fn with_directory(folder: &Path, directory: &Path) -> Person {
    let now = a_tuesday();
    Person::sits_down_to(folder, Some(directory), WINDOW, By::Mouse, &now)
}

/// Every file of a folder with its bytes, apart from the lock, which holds nothing.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(bytes(&path));
        } else if path.file_name().unwrap() != "withy.lock" {
            let content = fs::read(&path).unwrap();
            let _ = all.insert(path, content);
        }
    }
    all
}

#[test]
fn a_directory_that_is_not_there_says_so_and_the_rest_works() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("no-such-file.json");
    let mut person = with_directory(folder.path(), &missing);
    person.go("Find help");
    person.sees("We could not find the directory file");
    person.go("In an emergency");
    person.sees("999");
    person.go("Notes");
    person.sees("Notes");
}

#[test]
fn a_damaged_directory_says_so_and_the_rest_works() {
    let whole = include_str!("../data/directory/somerset.json");
    let half = &whole[..whole.len() / 2];
    let newer = whole.replacen("HSDS-UK-3.0", "HSDS-UK-9.0", 1);
    for (text, sentence) in [
        (half, "is damaged"),
        ("", "is damaged"),
        ("[]", "is damaged"),
        ("\0\0\0", "is damaged"),
        (newer.as_str(), "newer form"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("directory.json");
        fs::write(&file, text).unwrap();
        let mut person = with_directory(folder.path(), &file);
        person.go("Find help");
        person.sees(sentence);
        person.go("Notes");
        person.press("Write a note");
        person.types("Still works.");
        person.press("Save note");
        person.keeps();
        person.sees("Still works");
    }
}

#[test]
fn a_data_folder_that_is_a_file_says_so_and_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letters");
    fs::write(&file, "dear all").unwrap();
    let mut person = sits_down(&file);
    person.sees("is a file, not a folder");
    person.press("Find a service");
    person.types("autism");
    person.sees("Autism");
    drop(person);
    assert_eq!(fs::read_to_string(&file).unwrap(), "dear all");
}

#[test]
fn a_folder_that_cannot_be_made_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letters");
    fs::write(&file, "dear all").unwrap();
    let mut person = sits_down(&file.join("inside"));
    person.sees("could not write in the folder");
    person.press("Find a service");
    person.sees("174 services");
}

#[test]
fn a_second_window_says_so_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = sits_down(folder.path());
    first.shortcut("n");
    first.types("Mine.");
    first.press("Save note");
    first.keeps();
    let mut second = sits_down(folder.path());
    second.sees("Withy is already open");
    second.sees("Nothing was changed");
    second.shortcut("n");
    second.sees("Withy is already open");
    second.shortcut("+");
    second.closes();
    first.shortcut("n");
    first.types("Mine too.");
    first.press("Save note");
    let record = first.app.context().record.as_ref().unwrap();
    assert_eq!(record.counts().unwrap().notes, 2);
    first.closes();
    let mut third = sits_down(folder.path());
    third.sees("Mine too");
}

#[test]
fn a_second_window_leaves_the_sample_family_of_the_first_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = sits_down(folder.path());
    first.press("Look around with a sample family");
    let mut second = sits_down(folder.path());
    second.press("Find a service");
    second.go("Settings");
    second.press("Look around with a sample family");
    second.sees("Close the other Withy first.");
    second.closes();
    first.go("Notes");
    first.sees("Ruth rang about a personal health budget");
}

#[test]
fn words_half_typed_wait_while_the_sample_family_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.shortcut("n");
    person.types("He slept through the night.");
    person.go("Settings");
    person.press("Look around with a sample family");
    person.go("Notes");
    person.does_not_see("He slept through the night");
    person.press("Leave the sample family");
    person.go("Notes");
    person.sees("He slept through the night");
}

#[test]
fn a_record_that_will_not_open_is_left_as_it_was() {
    for (_, sentence, spoil) in SPOILT {
        let folder = tempfile::tempdir().unwrap();
        spoil(folder.path());
        let before = bytes(folder.path());
        let mut person = tries(folder.path(), WINDOW, By::Keyboard);
        person.sees("What is safe");
        let said = person.reads().to_lowercase();
        assert!(said.contains(sentence), "{sentence}: {said}");
        person.shortcut("n");
        person.sees("What is safe");
        person.press("Find a service");
        person.types("portage");
        person.sees("Portage");
        drop(person);
        assert_eq!(bytes(folder.path()), before, "{sentence}");
    }
}

#[test]
fn settings_that_make_no_sense_become_the_usual_ones() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Folders::at(folder.path()).settings();
    for text in [
        "",
        "{",
        "[1, 2]",
        r#"{"text_size": 5000, "theme": "mauve", "window": [1e30, -4], "near": 7, "roomy": "yes"}"#,
    ] {
        fs::write(&settings, text).unwrap();
        let mut person = sits_down(folder.path());
        person.sees("Welcome.");
    }
}

#[test]
fn thirty_one_february_gets_a_sentence_and_stays_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.go("Appointments");
    person.press("Add an appointment");
    person.types("Dentist");
    person.fills("Date", "31 February");
    person.fills("Time", "25:00");
    person.press("Save appointment");
    person.sees("February 2026 has only 28 days.");
    person.sees("We could not read “25:00” as a time.");
    person.sees("31 February");
    person.sees("Dentist");
    assert!(person.app.context().record.is_none());
}

#[test]
fn strange_words_are_kept_exactly() {
    let strange = [
        "a\u{0}b".to_owned(),
        "Well done 🎈👩‍👧‍👦".to_owned(),
        "مرحبا بالعالم".to_owned(),
        "e\u{301}\u{202e}abc\u{202c}".to_owned(),
        "'; drop table note; --".to_owned(),
        "\"NEAR(\" AND OR NOT *".to_owned(),
    ];
    for words in strange {
        let folder = tempfile::tempdir().unwrap();
        let mut person = sits_down(folder.path());
        person.shortcut("n");
        person.pastes(&words);
        person.press("Save note");
        person.keeps();
        let record = person.app.context().record.as_ref().unwrap();
        let kept = &record.notes(&Default::default()).unwrap()[0].text;
        assert_eq!(kept, &words);
        person.shortcut("k");
        person.pastes(&words);
        let _ = person.reads();
        person.shortcut("f");
        person.pastes(&words);
        let _ = person.reads();
    }
}

#[test]
fn a_note_of_a_megabyte_is_kept_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    let words = "Today she said three words together. ".repeat(1_000_000 / 37 + 1);
    person.shortcut("n");
    person.pastes(&words);
    person.press("Save note");
    person.keeps();
    let record = person.app.context().record.as_ref().unwrap();
    assert_eq!(record.notes(&Default::default()).unwrap()[0].text, words);
    person.go("Today");
    person.go("Notes");
}
