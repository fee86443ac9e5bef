//! The family's own experience beside a promise, the pictures, and the documents, as a person meets them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod person;

#[path = "screens_plan/documents.rs"]
mod documents;
#[path = "screens_plan/experience.rs"]
mod experience;
#[path = "screens_plan/pictures.rs"]
mod pictures;

use iced::Size;
use person::{By, Person};
use withy::settings::TextSize;

const DESIGNED: Size = Size::new(1_280.0, 800.0);

/// Does it by mouse and by keyboard, at both ends of text size.
fn every_way(journey: impl Fn(&mut Person)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), DESIGNED, by, text_size);
            journey(&mut person);
        }
    }
}
