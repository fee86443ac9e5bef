//! The file of a record tells nobody anything: no word of it in plain text, every flipped bit noticed, what was
//! deleted gone from the bytes.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::io::Write;
use std::path::Path;

use jiff::ToSpan;
use withy::record::{Cost, Note, NoteFilter, Passphrase, Question, Record, RecoveryWords, Vault};

#[path = "record/plain.rs"]
mod plain;
#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use plain::MARKER;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";

fn put(record: &mut Record, text: &str) -> Note {
    let note = Note {
        text: text.to_owned(),
        ..Note::new(&at(NOW))
    };
    record
        .change(&format!("Add {MARKER}"), &at(NOW), |change| {
            change.put_note(&note)
        })
        .unwrap();
    note
}

#[test]
fn no_word_is_in_plain_text_open_killed_locked_or_backed_up() {
    let folder = tempfile::tempdir().unwrap();
    let stick = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new(MARKER);
    let cost = Cost::of(64, 1);
    let vault = Vault::create(folder.path(), &passphrase, &words, cost, &at(NOW)).unwrap();
    let mut record = vault.open(&at(NOW)).unwrap();
    let _ = put(&mut record, &format!("{MARKER} and more. ").repeat(2_000));
    let question = Question {
        text: format!("Why {MARKER}?"),
        ..Question::new(&at(NOW))
    };
    record
        .change("Ask", &at(NOW), |change| change.put_question(&question))
        .unwrap();
    record.keep_draft(MARKER, MARKER, &at(NOW)).unwrap();
    assert!(!record.search(MARKER, 9).unwrap().is_empty());
    // Open, and as a kill would leave it.
    plain::nowhere(&[folder.path()]);
    let _ = vault.back_up(&record, &at(NOW)).unwrap();
    let _ = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    plain::nowhere(&[folder.path(), stick.path()]);
    drop((record, vault));
    plain::nowhere(&[folder.path(), stick.path()]);
    let names = names(folder.path());
    assert!(
        names.iter().any(|name| name.ends_with("family.db")),
        "{names:?}"
    );
    for name in names.iter().filter(|name| name.ends_with(".db")) {
        let bytes = fs::read(name).unwrap();
        assert!(!bytes.starts_with(b"SQLite format 3"), "{name}");
    }
}

/// Every file under a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => names(&path),
            false => vec![path.display().to_string()],
        })
        .collect()
}

#[test]
fn every_flipped_bit_is_noticed() {
    let (folder, mut record) = new_record(&at(NOW));
    for number in 0..40 {
        let _ = put(
            &mut record,
            &format!("{number} {}", "some words ".repeat(100)),
        );
    }
    drop(record);
    let path = folder.path().join("record.db");
    let whole = fs::read(&path).unwrap();
    let flips = 400;
    let mut unnoticed = vec![];
    for flip in 0..flips {
        // Spread over the whole file by a number that shares no factor with its length.
        let place = flip * 104_729 % whole.len();
        let mut spoilt = whole.clone();
        spoilt[place] ^= 1 << (flip % 8);
        fs::write(&path, &spoilt).unwrap();
        let opened = Record::open(&path, &key(), &at(NOW));
        if opened.and_then(|record| record.check()).is_ok() {
            unnoticed.push(place);
        }
    }
    assert!(unnoticed.is_empty(), "{unnoticed:?} of {flips}");
    let figures = format!("{flips} flipped bits: all noticed\n");
    std::io::stderr().write_all(figures.as_bytes()).unwrap();
    fs::write(&path, &whole).unwrap();
    Record::open(&path, &key(), &at(NOW))
        .unwrap()
        .check()
        .unwrap();
}

#[test]
fn damage_that_is_met_while_reading_is_called_damage() {
    let (folder, mut record) = new_record(&at(NOW));
    for number in 0..200 {
        let _ = put(
            &mut record,
            &format!("{number} {}", "some words ".repeat(100)),
        );
    }
    drop(record);
    let path = folder.path().join("record.db");
    let mut bytes = fs::read(&path).unwrap();
    for page in bytes.chunks_mut(4096).skip(20) {
        page[100] ^= 1;
    }
    fs::write(&path, &bytes).unwrap();
    let read = Record::open(&path, &key(), &at(NOW))
        .and_then(|record| record.notes(&NoteFilter::default()));
    assert!(
        matches!(read, Err(withy::record::Error::Damaged)),
        "{read:?}"
    );
}

/// Every page of a record as the key opens it, with those that nothing uses any more.
fn decrypted(path: &Path) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open(path).unwrap();
    let key = key().for_sqlcipher().unwrap();
    connection.key(None::<&str>, &*key, false).unwrap();
    let pages: i64 = connection
        .query_row("pragma page_count", [], |row| row.get(0))
        .unwrap();
    let all = connection.serialize("main").unwrap().to_vec();
    assert_eq!(all.len(), usize::try_from(pages).unwrap() * 4096);
    assert!(all.starts_with(b"SQLite format 3"), "it is decrypted");
    all
}

#[test]
fn a_deleted_note_leaves_no_word_even_for_who_has_the_key() {
    let (folder, mut record) = new_record(&at(NOW));
    let path = folder.path().join("record.db");
    for number in 0..50 {
        let _ = put_plainly(&mut record, &format!("{number} of other words"));
    }
    // Short and long, written over, tagged, asked about and half typed.
    let note = put_plainly(&mut record, &format!("{MARKER} once"));
    let longer = Note {
        text: format!("{MARKER} more. ").repeat(2_000),
        tags: vec![MARKER.to_owned()],
        ..note.clone()
    };
    for words in [&longer, &note, &longer] {
        record
            .change("Change", &at(NOW), |change| change.put_note(words))
            .unwrap();
    }
    record.keep_draft("note", MARKER, &at(NOW)).unwrap();
    record.drop_draft("note").unwrap();
    for number in 0..50 {
        let _ = put_plainly(&mut record, &format!("{number} of other words again"));
    }
    record
        .change("Delete", &at(NOW), |change| change.delete_note(note.id))
        .unwrap();
    drop(record);
    let found = |bytes: &[u8]| {
        bytes
            .windows(10)
            .any(|part| part == &MARKER.as_bytes()[..10])
    };
    assert!(found(&decrypted(&path)), "it is in the bin, so it is there");
    // 31 days later the bin lets go of it.
    let later = at(NOW).checked_add(31.days()).unwrap();
    drop(Record::open(&path, &key(), &later).unwrap());
    assert!(
        !found(&decrypted(&path)),
        "in no table, no undo, no index and no page that is free"
    );
    let names = names(folder.path());
    assert_eq!(names.len(), 1, "and there is no other file: {names:?}");
}

fn put_plainly(record: &mut Record, text: &str) -> Note {
    let note = Note {
        text: text.to_owned(),
        ..Note::new(&at(NOW))
    };
    record
        .change("Add", &at(NOW), |change| change.put_note(&note))
        .unwrap();
    note
}
