//! The reminder of a copy outside this computer: after a week, once, and sane under any clock.

use std::path::Path;

use jiff::{Span, ToSpan, ZonedDateTime};
use withy::app::Message;
use withy::record::left::{Amount, To, What};
use withy::record::{Key, Record};
use withy::screens::Place;

use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, with_a_note};

const TITLE: &str = "A copy outside this computer";

fn later(span: Span) -> ZonedDateTime {
    a_tuesday().checked_add(span).unwrap()
}

/// Opens the record as on a new day, and says whether a copy is due.
fn due(path: &Path, now: &ZonedDateTime) -> bool {
    let record = Record::open(path, &Key::from_bytes([7; 32]), now).unwrap();
    record.copy_due(now).unwrap().is_some()
}

fn new_record(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("record.db");
    drop(Record::create(&path, &Key::from_bytes([7; 32]), &a_tuesday()).unwrap());
    path
}

fn copied(path: &Path, now: &ZonedDateTime) {
    let mut record = Record::open(path, &Key::from_bytes([7; 32]), now).unwrap();
    let to = To::file(Path::new("/stick/copy.withy"));
    record
        .note_left(What::Backup, &to, &Amount::default(), now)
        .unwrap();
}

fn not_now(path: &Path, now: &ZonedDateTime) {
    let mut record = Record::open(path, &Key::from_bytes([7; 32]), now).unwrap();
    record.put_off_copy(now).unwrap();
}

#[test]
fn it_comes_after_a_week_and_goes_with_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_record(folder.path());
    assert!(!due(&path, &later(6.days())));
    assert!(due(&path, &later(7.days())));
    copied(&path, &later(7.days()));
    assert!(!due(&path, &later(13.days())));
    assert!(due(&path, &later(14.days())));
    not_now(&path, &later(14.days()));
    assert!(!due(&path, &later(20.days())));
    assert!(due(&path, &later(21.days())));
}

#[test]
fn a_clock_ten_years_ahead_and_back_neither_nags_nor_falls_silent() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_record(folder.path());
    copied(&path, &a_tuesday());
    // Ahead: one reminder, which “Not now” ends for a week there.
    let ahead = later(10.years());
    assert!(due(&path, &ahead));
    not_now(&path, &ahead);
    assert!(!due(&path, &ahead));
    // The clock is right again. What was said in ten years holds for a week of days, not for ten years.
    assert!(!due(&path, &later(1.days())));
    copied(&path, &ahead);
    for day in 2..8 {
        assert!(!due(&path, &later(day.days())), "day {day}");
    }
    assert!(due(&path, &later(8.days())), "seven days of use later");
    // A copy by the right clock counts from then on, though another line has a later date.
    copied(&path, &later(8.days()));
    assert!(!due(&path, &later(14.days())));
    assert!(due(&path, &later(15.days())));
}

#[test]
fn a_clock_ten_years_behind_counts_the_days_of_use() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_record(folder.path());
    let behind = |days: i64| later(days.days()).checked_sub(10.years()).unwrap();
    for day in 0..6 {
        assert!(!due(&path, &behind(day)), "day {day}");
        // As often as one likes on the same day.
        assert!(!due(&path, &behind(day)), "day {day}");
    }
    assert!(due(&path, &behind(6)), "seven days of use after the first");
    not_now(&path, &behind(6));
    assert!(!due(&path, &behind(12)));
    assert!(due(&path, &behind(13)));
}

#[test]
fn today_reminds_once_and_one_press_copies_to_the_same_folder_again() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        let stick = tempfile::tempdir().unwrap();
        with_a_note(folder.path(), &a_tuesday());
        let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &later(6.days()));
        person.does_not_see(TITLE);
        drop(person);

        let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &later(8.days()));
        person.sees(TITLE);
        person.sees("There is no copy of your record outside this computer yet.");
        person.press("Back up to a stick or folder");
        assert_eq!(*person.app.place(), Place::KeepSafe);
        person.fills("Folder for a copy", &stick.path().display().to_string());
        person.press("Make a copy there");
        person.settle(Message::Go(Place::Today));
        person.does_not_see(TITLE);
        drop(person);

        let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &later(16.days()));
        person.sees("Your last copy outside this computer is from 10 June 2026.");
        person.press("Back up to a stick or folder");
        person.sees("It opens.");
        person.does_not_see(TITLE);
        assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 2);
        drop(person);

        let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &later(24.days()));
        person.press("Not now");
        person.sees("Withy reminds you again in a week.");
        person.does_not_see(TITLE);
        drop(person);
        let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &later(30.days()));
        person.does_not_see(TITLE);
        // The stick is gone, so the page with the choice opens.
        drop(person);
        stick.close().unwrap();
        let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &later(32.days()));
        person.press("Back up to a stick or folder");
        assert_eq!(*person.app.place(), Place::KeepSafe);
    }
}

#[test]
fn a_copy_that_fails_is_said_on_today() {
    let folder = tempfile::tempdir().unwrap();
    let stick = tempfile::tempdir().unwrap();
    with_a_note(folder.path(), &a_tuesday());
    let mut person = Person::sits_down_at(folder.path(), WINDOW, By::Mouse, &a_tuesday());
    person.settle(Message::Go(Place::KeepSafe));
    person.fills("Folder for a copy", &stick.path().display().to_string());
    person.press("Make a copy there");
    drop(person);
    let mut person = Person::sits_down_at(folder.path(), WINDOW, By::Mouse, &later(8.days()));
    stick.close().unwrap();
    person.press("Back up to a stick or folder");
    person.sees("There is no copy.");
    person.sees(TITLE);
    assert!(person.app.context().record.is_some());
}
