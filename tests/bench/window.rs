//! How long the whole window takes: to its first picture with 5,000 notes in the record, and from
//! a key pressed in Find help to the results drawn. Printed, never asserted.
#![allow(
    missing_docs,
    reason = "criterion's macros write the public items here"
)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench stops at the first surprise"
)]

#[path = "../support/person.rs"]
#[allow(dead_code, reason = "the journeys use the rest of it")]
mod person;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use iced::Size;
use person::keeping::new_vault;
use person::{By, Person, a_tuesday};
use withy::record::note::Note;

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn with_notes(folder: &std::path::Path, count: usize) {
    let now = a_tuesday();
    let (_, mut record, _) = new_vault(folder, &now);
    let kept = record.change("Notes", &now, |change| {
        for number in 0..count {
            let mut note = Note::new(&now);
            note.text = format!("Call {number} about the form for speech therapy and transport.");
            change.put_note(&note)?;
        }
        Ok(())
    });
    kept.unwrap();
}

fn first_picture(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    with_notes(folder.path(), 5_000);
    let _ = criterion.bench_function("start to first picture, 5,000 notes", |bench| {
        bench.iter(|| {
            let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
            black_box(person.draws())
        });
    });
}

fn keystroke(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.shortcut("f");
    let letters: Vec<char> = "speech therapy wheelchiar ".chars().collect();
    let mut at = 0;
    let _ = criterion.bench_function("a key in Find help to the results drawn", |bench| {
        bench.iter(|| {
            let letter = letters[at % letters.len()];
            at += 1;
            if letter == ' ' {
                person.tap(iced::keyboard::key::Named::Backspace);
            } else {
                person.types(&letter.to_string());
            }
            black_box(person.draws())
        });
    });
}

criterion_group! {
    name = window;
    config = Criterion::default().sample_size(20);
    targets = first_picture, keystroke
}
criterion_main!(window);
