//! What left this computer, the reminder of a copy, folders that are kept in step, the page about privacy, and every way in
//! which a record does not open.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and prints its figures"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the journeys use the rest of it")]
mod person;

#[path = "rescue/cases.rs"]
mod cases;
#[path = "rescue/kept_files.rs"]
mod kept_files;
#[path = "rescue/keys.rs"]
mod keys;
#[path = "rescue/left.rs"]
mod left;
#[path = "rescue/pictures.rs"]
mod pictures;
#[path = "rescue/privacy.rs"]
mod privacy;
#[path = "rescue/reading.rs"]
mod reading;
#[path = "rescue/reminder.rs"]
mod reminder;
#[path = "rescue/synced.rs"]
mod synced;

use std::path::Path;

use iced::Size;
use jiff::ZonedDateTime;
use withy::record::Note;

use person::keeping::new_vault;
use person::{By, Person, a_tuesday};

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// What the one note says.
const WORDS: &str = "The school rang about Maya";

/// A record that was made at `made` and has one note.
fn with_a_note(folder: &Path, made: &ZonedDateTime) {
    let (_, mut record, _) = new_vault(folder, made);
    let mut note = Note::new(made);
    note.text = WORDS.to_owned();
    record
        .change("Note added", made, |change| change.put_note(&note))
        .unwrap();
}

/// Somebody who sits down to it on the Tuesday.
fn sits_down(folder: &Path) -> Person {
    with_a_note(folder, &a_tuesday());
    Person::sits_down(folder, WINDOW, By::Keyboard)
}
