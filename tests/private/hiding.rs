//! Hide quickly, and the lock in the rail.

use iced::keyboard::key::Named;
use withy::app::Message;
use withy::platform::session::{Hold, Signal};
use withy::screens::Place;

use crate::person::{By, Person};
use crate::{WINDOW, every_way, notes, with_a_note, writes_a_note};

/// What the plain page says when nobody asked for more.
fn plain_page(person: &mut Person) -> (String, String) {
    (person.app.title(), person.reads())
}

#[test]
fn one_key_shows_a_plain_page_and_locks_what_is_behind_it() {
    every_way(|person, _| {
        writes_a_note(person, "He slept all night.");
        person.keeps();
        person.go("Notes");
        person.press("Write a note");
        person.types("Half a thou");
        person.tap(Named::F8);
        let (title, tree) = plain_page(person);
        assert_eq!(title, "Blank page");
        for gone in ["slept", "Half a thou", "Withy", "Notes", "ecord", "Saved"] {
            assert!(!tree.contains(gone), "{gone}\n{tree}");
        }
        let context = person.app.context();
        assert!(context.locked && context.vault.is_none() && context.record.is_none());
        for key in [Named::F1, Named::F2, Named::F8] {
            person.tap(key);
            assert_eq!(plain_page(person), (title.clone(), tree.clone()));
        }
        person.shortcut("z");
        person.shortcut("n");
        assert_eq!(plain_page(person), (title, tree));
        person.tap(Named::Escape);
        person.sees("Unlock your record");
        person.unlocks();
        person.sees("Half a thou");
        assert_eq!(notes(person), 1);
    });
}

#[test]
fn the_plain_page_is_the_same_whatever_is_behind_it() {
    let empty = tempfile::tempdir().unwrap();
    let mut nobody = Person::sits_down(empty.path(), WINDOW, By::Keyboard);
    nobody.tap(Named::F8);
    let plain = (plain_page(&mut nobody), nobody.draws());

    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.go("Notes");
    person.tap(Named::F8);
    assert_eq!((plain_page(&mut person), person.draws()), plain);

    let mut sample = Person::sits_down(empty.path(), WINDOW, By::Keyboard);
    sample.go("Settings");
    sample.press("Look around with a sample family");
    sample.tap(Named::F8);
    assert_eq!((plain_page(&mut sample), sample.draws()), plain);
    assert!(!sample.app.context().sample && sample.app.context().record.is_none());
    sample.press("Go back");
    assert_eq!(sample.app.place(), &Place::Today);
}

#[test]
fn it_says_on_request_what_it_cannot_hide() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.press("Hide quickly");
    assert!(person.is_on("page-title"), "{}", person.focus());
    person.does_not_see("files used last");
    person.press("What this page cannot hide");
    for told in [
        "on this computer",
        "files used last",
        "screen reader",
        "Pictures of the screen",
    ] {
        person.sees(told);
    }
    person.does_not_see("Withy");
    person.press("Close this list");
    person.does_not_see("files used last");
    person.press("Go back");
    assert_eq!(person.app.place(), &Place::Lock);
}

#[test]
fn words_that_wait_for_a_first_record_wait_behind_the_plain_page_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.shortcut("n");
    person.types("He slept");
    person.tap(Named::F8);
    person.does_not_see("He slept");
    person.tap(Named::Escape);
    assert_eq!(person.app.place(), &Place::Today);
    person.shortcut("n");
    person.sees("He slept");
}

#[test]
fn what_was_under_way_does_not_bring_the_record_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    // A backup is being made: the plain page is shown at once, and the lock comes with its end.
    let backing_up = person.app.update(Message::KeepSafe(
        withy::screens::keep_safe::Message::BackUp,
    ));
    person.tap(Named::F8);
    assert_eq!(person.app.title(), "Blank page");
    assert!(person.app.context().vault.is_some());
    person.runs(backing_up);
    assert!(person.app.context().locked && person.app.context().vault.is_none());
    assert_eq!(person.app.title(), "Blank page");
    person.tap(Named::Escape);
    person.unlocks();
    assert_eq!(notes(&person), 1);
}

#[test]
fn the_rail_has_a_lock_while_there_is_something_to_lock() {
    every_way(|person, _| {
        if person.app.scale_factor() > 1.5 {
            person.press("Menu");
        }
        person.does_not_see("\"Lock\"");
        writes_a_note(person, "He slept.");
        person.keeps();
        person.go("Lock");
        person.sees("Unlock your record");
    });
}

#[test]
fn it_locks_when_the_computer_sleeps_and_when_its_screen_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.shortcut("n");
    person.types("Half a thou");
    person.settle(Message::System(Signal::Sleeps(Hold::default())));
    person.sees("The computer went to sleep, so Withy locked itself.");
    person.does_not_see("Half a thou");
    person.unlocks();
    person.sees("Half a thou");
    let backing_up = person.app.update(Message::KeepSafe(
        withy::screens::keep_safe::Message::BackUp,
    ));
    person.settle(Message::System(Signal::ScreenLocked));
    assert!(person.app.context().vault.is_some(), "the backup needs it");
    person.runs(backing_up);
    person.sees("The screen was locked, so Withy locked itself.");
}
