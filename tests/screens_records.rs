//! Several records in the window, by mouse and by keyboard, at 100 % and at 200 %: opening, closing, adding, renaming,
//! wiping, and nothing of one while another is open.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the journeys use the rest of it")]
mod person;
#[path = "support/places.rs"]
mod places;

#[path = "screens_records/apart.rs"]
mod apart;
#[path = "screens_records/pages.rs"]
mod pages;
#[path = "screens_records/wiping.rs"]
mod wiping;

use std::path::Path;

use iced::Size;
use withy::app::Message;
use withy::record::{Note, NoteFilter, Vault};
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use person::keeping::{new_vault, secret};
use person::{By, Person, a_tuesday};

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// A record of one note, and beside it one that is called “Green”, of one note too. The first is open.
fn two(folder: &Path) {
    let now = a_tuesday();
    let (mut vault, record, _) = new_vault(folder, &now);
    drop(record);
    let first = vault.families()[0].id;
    put(&vault, "The school rang");
    let green = vault.add("Green", &now).unwrap();
    vault.choose(green).unwrap();
    put(&vault, "Green words");
    vault.choose(first).unwrap();
}

fn put(vault: &Vault, words: &str) {
    let now = a_tuesday();
    let mut record = vault.open(&now).unwrap();
    let mut note = Note::new(&now);
    note.text = words.to_owned();
    record
        .change("Note added", &now, |change| change.put_note(&note))
        .unwrap();
}

/// Four ways of sitting down to two records.
fn every_way(journey: impl Fn(&mut Person, &Path)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            two(folder.path());
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
            journey(&mut person, folder.path());
        }
    }
}

/// By keyboard, at 100 %.
fn once(journey: impl Fn(&mut Person, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    two(folder.path());
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    journey(&mut person, folder.path());
}

fn texts(person: &Person) -> Vec<String> {
    let record = person.app.context().record.as_ref().unwrap();
    let notes = record.notes(&NoteFilter::default()).unwrap();
    notes.into_iter().map(|note| note.text).collect()
}

fn to_records(person: &mut Person) {
    person.go("Settings");
    person.press("Records");
}

fn names(folder: &Path) -> Vec<String> {
    let vault = Vault::unlock(folder, &secret()).unwrap();
    vault.families().into_iter().map(|one| one.name).collect()
}

#[test]
fn one_record_is_yours_and_a_second_is_added() {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let (vault, record, _) = new_vault(folder.path(), &a_tuesday());
            drop(record);
            put(&vault, "The school rang");
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
            to_records(&mut person);
            person.sees("Your record");
            person.sees("One record is enough for one family.");
            for word in ["rofile", "ault", "Open now", "Close Your record"] {
                person.does_not_see(word);
            }
            assert_eq!(person.app.title(), "Records – Withy");
            person.press("Add a family");
            assert!(person.is_on("records/name"));
            person.press("Add and open");
            person.sees("Give this record a name");
            person.fills("Name of the family", "your record");
            person.press("Add and open");
            person.sees("Another record here is called “your record”.");
            for _ in 0.."your record".len() {
                person.tap(iced::keyboard::key::Named::Backspace);
            }
            person.types("Green");
            person.press("Add and open");
            person.sees("“Green” is open.");
            assert_eq!(person.app.place(), &Place::Today);
            assert_eq!(person.app.title(), "Today – Green – Withy");
            person.sees("Green is the open record");
            person.go("Notes");
            person.does_not_see("The school rang");
            assert!(texts(&person).is_empty());
            person.closes();
            assert_eq!(names(folder.path()), ["Your record", "Green"]);
        }
    }
}

#[test]
fn another_is_opened_and_the_first_is_closed_whole() {
    every_way(|person, folder| {
        assert_eq!(person.app.title(), "Today – Your record – Withy");
        person.go("Notes");
        person.press("Write a note");
        person.types("Half a thou");
        to_records(person);
        person.sees("Open now");
        person.press("Open Green");
        person.sees("“Green” is open.");
        assert_eq!(texts(person), ["Green words"]);
        person.go("Notes");
        person.sees("Green words");
        for gone in ["The school rang", "Half a thou"] {
            person.does_not_see(gone);
        }
        person.press("Write a note");
        person.does_not_see("Half a thou");
        person.types("For Green");
        person.press("Save note");
        // The name is where one is about to go elsewhere, too.
        person.press("Green is the open record");
        person.press("Open Your record");
        assert_eq!(texts(person), ["The school rang"]);
        person.go("Notes");
        person.press("Write a note");
        person.sees("Half a thou");
        let mut vault = Vault::unlock(folder, &secret()).unwrap();
        let green = vault.families()[1].id;
        vault.choose(green).unwrap();
        let record = vault.open(&a_tuesday()).unwrap();
        assert_eq!(record.counts().unwrap().notes, 2);
        // Opening made its backup of the day.
        assert_eq!(vault.backups().unwrap().len(), 1);
    });
}

#[test]
fn one_is_closed_and_none_is_open_until_one_is_chosen() {
    every_way(|person, folder| {
        to_records(person);
        person.press("Close Your record");
        person.sees("None is open now.");
        person.sees("No record is open");
        assert!(person.app.context().record.is_none());
        for place in ["Today", "Notes", "My family"] {
            person.go(place);
            assert_eq!(person.app.place(), &Place::Records, "{place}");
            person.does_not_see("The school rang");
        }
        // What is kept now waits for the record that is chosen.
        person.go("Find help");
        person.types("portage");
        person.press("Portage");
        person.press("Save this service");
        assert_eq!(person.app.place(), &Place::Records);
        person.press("Open Green");
        let record = person.app.context().record.as_ref().unwrap();
        assert_eq!(record.saved_services().unwrap().len(), 1);
        assert!(matches!(person.app.place(), Place::Service(_)));
        assert_eq!(texts(person), ["Green words"]);
        to_records(person);
        person.press("Close Green");
        person.shortcut("l");
        person.unlocks();
        assert_eq!(person.app.place(), &Place::Records);
        assert!(person.app.context().record.is_none());
        assert_eq!(names(folder), ["Your record", "Green"]);
    });
}

#[test]
fn a_record_is_renamed() {
    every_way(|person, folder| {
        to_records(person);
        person.press("Rename Your record");
        person.sees("It is called “Your record” now.");
        person.fills("Name of the record", "green");
        person.press("Keep this name");
        person.sees("Another record here is called “green”.");
        person.types(" top");
        person.press("Keep this name");
        person.sees("The name is changed.");
        person.sees("Rename green top");
        assert_eq!(person.app.title(), "Records – green top – Withy");
        person.press("Rename green top");
        person.tap(iced::keyboard::key::Named::Escape);
        assert_eq!(person.app.place(), &Place::Records);
        person.sees("Add a family");
        assert_eq!(names(folder), ["green top", "Green"]);
    });
}

#[test]
fn locking_hides_the_names_and_unlocking_opens_the_same_one() {
    once(|person, _| {
        person.settle(Message::Go(Place::Records));
        person.press("Open Green");
        person.settle(Message::Go(Place::Records));
        person.shortcut("l");
        person.sees("Unlock your record");
        person.does_not_see("Green");
        assert_eq!(person.app.title(), "Locked – Withy");
        person.go("Settings");
        person.press("Records");
        assert_eq!(person.app.place(), &Place::Lock);
        person.does_not_see("Green");
        person.unlocks();
        assert_eq!(person.app.place(), &Place::Records);
        assert_eq!(texts(person), ["Green words"]);
    });
}

#[test]
fn one_that_is_damaged_keeps_no_other_from_opening() {
    let folder = tempfile::tempdir().unwrap();
    two(folder.path());
    let mut vault = Vault::unlock(folder.path(), &secret()).unwrap();
    let green = vault.families()[1].id;
    vault.choose(green).unwrap();
    std::fs::write(vault.record_file().unwrap(), vec![7; 40_000]).unwrap();
    drop(vault);
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.sees("Your record did not open");
    to_records(&mut person);
    person.sees("It did not open");
    person.press("Open Your record");
    person.sees("“Your record” is open.");
    assert_eq!(texts(&person), ["The school rang"]);
    to_records(&mut person);
    person.press("Open Green");
    person.sees("Your record did not open");
    assert!(person.app.context().record.is_none());
}

#[test]
fn the_sample_family_is_none_of_them() {
    once(|person, folder| {
        person.go("Settings");
        person.press("Look around with a sample family");
        person.does_not_see("is the open record");
        to_records(person);
        person.sees("You are looking at the sample family.");
        person.does_not_see("Green");
        person.press("Leave the sample family");
        assert_eq!(texts(person), ["The school rang"]);
        assert_eq!(names(folder), ["Your record", "Green"]);
    });
}

#[test]
fn where_one_family_lives_is_not_asked_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    two(folder.path());
    let settings = Settings {
        near: Some("BA5".to_owned()),
        ..Settings::default()
    };
    let file = folder.path().join("settings.json");
    settings.write(&file).unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    assert_eq!(person.app.context().settings.near.as_deref(), Some("BA5"));
    to_records(&mut person);
    person.press("Open Green");
    assert_eq!(person.app.context().settings.near, None);
    assert_eq!(Settings::read(&file).near, None);
}
