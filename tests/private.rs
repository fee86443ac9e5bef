//! Keeping things private, by mouse and by keyboard, at 100 % and at 200 %: choosing a passphrase, locking,
//! unlocking, changing it, and going back to a backup.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the journeys use the rest of it")]
mod person;

#[path = "private/choosing.rs"]
mod choosing;
#[path = "private/copies.rs"]
mod copies;
#[path = "private/hiding.rs"]
mod hiding;
#[path = "private/keeping.rs"]
mod keeping;
#[path = "private/locking.rs"]
mod locking;
#[path = "private/new_key.rs"]
mod new_key;
#[path = "private/nowhere.rs"]
mod nowhere;
#[path = "private/open_formats.rs"]
mod open_formats;
#[path = "private/pages.rs"]
mod pages;
#[path = "record/plain.rs"]
mod plain;
#[path = "private/sign_in.rs"]
mod sign_in;

use std::path::Path;

use iced::Size;

use withy::record::Note;
use withy::settings::TextSize;

use person::keeping::new_vault;
use person::{By, Person, a_tuesday};

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// Four ways of sitting down, each to an empty folder.
fn every_way(journey: impl Fn(&mut Person, &Path)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
            journey(&mut person, folder.path());
        }
    }
}

fn writes_a_note(person: &mut Person, words: &str) {
    person.shortcut("n");
    person.types(words);
    person.press("Save note");
}

/// A person whose record has one note.
fn with_a_note(folder: &Path) -> Person {
    let now = a_tuesday();
    let (_, mut record, _) = new_vault(folder, &now);
    let mut note = Note::new(&now);
    note.text = "The school rang".to_owned();
    record
        .change("Note added", &now, |change| change.put_note(&note))
        .unwrap();
    drop(record);
    Person::sits_down(folder, WINDOW, By::Keyboard)
}

fn notes(person: &Person) -> usize {
    let record = person.app.context().record.as_ref().unwrap();
    record.notes(&Default::default()).unwrap().len()
}
