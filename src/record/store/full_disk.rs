//! A full disk, as SQLite sees it: no page may be added. Here and not in `tests`, because only the store can set
//! the limit on its own connection.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::ZonedDateTime;

use crate::record::{Error, Key, Note, NoteFilter, Record};

fn allow_pages(record: &Record, pages: i64) {
    let set = format!("pragma max_page_count = {pages}");
    record.connection.execute_batch(&set).unwrap();
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let now: ZonedDateTime = "2026-11-23T14:30[Europe/London]".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    let mut record = Record::create(&path, &Key::from_bytes([7; 32]), &now).unwrap();
    allow_pages(&record, 200);
    let mut saved = Vec::new();
    let refused = loop {
        let text = format!("{} {}", saved.len(), "words ".repeat(500));
        let note = Note {
            text,
            ..Note::new(&now)
        };
        match record.change("Add a note", &now, |change| change.put_note(&note)) {
            Ok(()) => saved.push(note),
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, Error::DiskFull), "{refused:?}");
    assert!(saved.len() > 10);
    let draft = record.keep_draft("draft", &"words ".repeat(100_000), &now);
    assert!(matches!(draft, Err(Error::DiskFull)), "{draft:?}");
    let kept = |record: &Record| {
        let mut notes = record.notes(&NoteFilter::default()).unwrap();
        notes.reverse();
        notes
    };
    assert_eq!(kept(&record), saved);
    allow_pages(&record, 10_000);
    let after = Note {
        text: "after".to_owned(),
        ..Note::new(&now)
    };
    record
        .change("Add a note", &now, |change| change.put_note(&after))
        .unwrap();
    saved.push(after);
    drop(record);
    let record = Record::open(&path, &Key::from_bytes([7; 32]), &now).unwrap();
    assert_eq!(kept(&record), saved);
    record.check().unwrap();
}
