//! How long a save, a search as one types, and opening take. Figures are printed, never asserted.
#![allow(
    clippy::unwrap_used,
    reason = "a benchmark stops at the first surprise"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::{ToSpan, ZonedDateTime};
use tempfile::TempDir;
use withy::record::{Key, Note, NoteFilter, Record};

const NOTES: i64 = 10_000;
const WORDS: [&str; 24] = [
    "school",
    "therapy",
    "talking",
    "sleep",
    "lunch",
    "meeting",
    "letter",
    "doctor",
    "walking",
    "review",
    "plan",
    "swimming",
    "teacher",
    "appointment",
    "waiting",
    "signs",
    "feeding",
    "noise",
    "bus",
    "clinic",
    "forms",
    "morning",
    "grandma",
    "shoes",
];

fn now() -> ZonedDateTime {
    "2026-11-23T14:30[Europe/London]".parse().unwrap()
}

/// A note of about fifty words.
fn note(number: i64) -> Note {
    let at = now().saturating_sub((number * 7).hours());
    let pick = |step: usize| WORDS[(number as usize * 31 + step * step * 7) % WORDS.len()];
    let text: Vec<&str> = (0..50).map(pick).collect();
    Note {
        text: format!("{} number {number}", text.join(" ")),
        ..Note::new(&at)
    }
}

fn record_with_notes() -> (TempDir, Record) {
    let folder = tempfile::tempdir().unwrap();
    let mut record = Record::create(
        &folder.path().join("record.db"),
        &Key::from_bytes([7; 32]),
        &now(),
    )
    .unwrap();
    record
        .change("Add", &now(), |change| {
            (0..NOTES).try_for_each(|it| change.put_note(&note(it)))
        })
        .unwrap();
    (folder, record)
}

fn benches(criterion: &mut Criterion) {
    let (folder, mut record) = record_with_notes();
    let mut number = NOTES;
    let _ = criterion.bench_function("save one note among 10,000", |bencher| {
        bencher.iter(|| {
            number += 1;
            let note = note(number);
            record
                .change("Add a note", &now(), |change| change.put_note(&note))
                .unwrap();
        });
    });
    for typed in [
        "s",
        "sw",
        "swim",
        "swimming",
        "swimming t",
        "swimming teacher",
    ] {
        let _ =
            criterion.bench_function(&format!("search everything for “{typed}”"), |bencher| {
                bencher.iter(|| black_box(record.search(typed, 20).unwrap()));
            });
    }
    let filter = NoteFilter {
        text: Some("swim".to_owned()),
        limit: Some(50),
        ..NoteFilter::default()
    };
    let _ = criterion.bench_function("the first 50 notes with “swim”", |bencher| {
        bencher.iter(|| black_box(record.notes(&filter).unwrap()));
    });
    let all = NoteFilter {
        limit: Some(50),
        ..NoteFilter::default()
    };
    let _ = criterion.bench_function("the first 50 notes", |bencher| {
        bencher.iter(|| black_box(record.notes(&all).unwrap()));
    });
    drop(record);
    let path = folder.path().join("record.db");
    let _ = criterion.bench_function("open a record of 10,000 notes", |bencher| {
        bencher.iter(|| black_box(Record::open(&path, &Key::from_bytes([7; 32]), &now()).unwrap()));
    });
}

criterion_group!(record, benches);
criterion_main!(record);
