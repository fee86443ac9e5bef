//! What can be wrong with the file, each with its own sentence, and the file left as it was. Hostile words.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;
use withy::record::{Error, Key, Note, NoteFilter, Record};

#[path = "record_faults/clock.rs"]
mod clock;
#[path = "record_faults/copied_over.rs"]
mod copied_over;
#[path = "record_faults/fuzz.rs"]
mod fuzz;
#[cfg(target_os = "linux")]
#[path = "record_faults/no_room.rs"]
mod no_room;
#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";

fn note(text: &str) -> Note {
    Note {
        text: text.to_owned(),
        ..Note::new(&at(NOW))
    }
}

fn put(record: &mut Record, note: &Note) {
    record
        .change("Add a note", &at(NOW), |change| change.put_note(note))
        .unwrap();
}

fn open(path: &Path) -> Result<Record, Error> {
    Record::open(path, &key(), &at(NOW))
}

/// The file as SQL sees it, with no care of ours.
fn raw(path: &Path, key: &Key) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    let key = key.for_sqlcipher().unwrap();
    connection.key(None::<&str>, &*key, false).unwrap();
    connection
}

/// A closed record with a hundred notes.
fn a_record() -> (TempDir, PathBuf) {
    let (folder, mut record) = new_record(&at(NOW));
    for number in 0..100 {
        put(
            &mut record,
            &note(&format!("{number} {}", "word ".repeat(200))),
        );
    }
    drop(record);
    let path = folder.path().join("record.db");
    (folder, path)
}

/// Opening is refused as expected, and every file of the folder is as it was.
fn refused(path: &Path, expected: fn(&Error) -> bool) {
    let before = files(path.parent().unwrap());
    let error = open(path).unwrap_err();
    assert!(expected(&error), "{error:?}");
    assert!(
        files(path.parent().unwrap()) == before,
        "files changed after {error:?}"
    );
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = paths
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn a_missing_file_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    refused(&path, |error| matches!(error, Error::NotThere));
    let nowhere = folder.path().join("no folder/record.db");
    assert!(matches!(
        Record::create(&nowhere, &key(), &at(NOW)),
        Err(Error::NotThere)
    ));
}

#[test]
fn a_folder_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    std::fs::create_dir(&path).unwrap();
    refused(&path, |error| matches!(error, Error::IsAFolder));
    let made = Record::create(&path, &key(), &at(NOW));
    assert!(matches!(made, Err(Error::IsAFolder)));
}

#[test]
fn nothing_is_made_over_a_file() {
    for content in ["", "something else"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.db");
        std::fs::write(&path, content).unwrap();
        let made = Record::create(&path, &key(), &at(NOW));
        assert!(matches!(made, Err(Error::AlreadyThere)));
        assert_eq!(files(folder.path()), [(path, content.into())]);
    }
}

#[test]
fn an_empty_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    std::fs::write(&path, "").unwrap();
    refused(&path, |error| matches!(error, Error::Empty));
}

#[test]
fn a_file_that_is_something_else_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    for garbage in ["short".to_owned(), "A long letter. ".repeat(1000)] {
        std::fs::write(&path, garbage).unwrap();
        refused(&path, |error| matches!(error, Error::NotOurs));
    }
    std::fs::remove_file(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("create table recipe (name)").unwrap();
    drop(other);
    refused(&path, |error| matches!(error, Error::NotEncrypted));
    std::fs::remove_file(&path).unwrap();
    let other = raw(&path, &key());
    other.execute_batch("create table recipe (name)").unwrap();
    drop(other);
    refused(&path, |error| matches!(error, Error::NotOurs));
}

#[test]
fn another_key_opens_nothing() {
    let (_folder, path) = a_record();
    let before = files(path.parent().unwrap());
    let refused = Record::open(&path, &Key::from_bytes([8; 32]), &at(NOW));
    assert!(matches!(refused, Err(Error::NotOurs)), "{refused:?}");
    assert!(files(path.parent().unwrap()) == before);
}

#[test]
fn half_a_file_is_refused_as_damaged() {
    let (_folder, path) = a_record();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    refused(&path, |error| matches!(error, Error::Damaged));
}

#[test]
fn damage_inside_is_found() {
    let (_folder, path) = a_record();
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0x5A);
    std::fs::write(&path, &bytes).unwrap();
    let found = open(&path).and_then(|record| record.check());
    assert!(matches!(found, Err(Error::Damaged)), "{found:?}");
}

#[test]
fn a_newer_record_is_refused_even_when_only_its_log_says_so() {
    let (_folder, path) = a_record();
    let newer = raw(&path, &key());
    newer.execute_batch("pragma journal_mode = wal").unwrap();
    newer.execute_batch("pragma user_version = 99").unwrap();
    let crashed = tempfile::tempdir().unwrap();
    for name in ["record.db", "record.db-wal"] {
        let from = path.with_file_name(name);
        let _ = std::fs::copy(from, crashed.path().join(name)).unwrap();
    }
    drop(newer);
    let is_newer = |error: &Error| matches!(error, Error::MadeByNewerVersion { found: 99, .. });
    refused(&path, is_newer);
    let log = std::fs::metadata(crashed.path().join("record.db-wal")).unwrap();
    assert!(log.len() > 0, "the log holds the newer version");
    refused(&crashed.path().join("record.db"), is_newer);
}

#[test]
fn a_second_window_is_refused_and_the_first_goes_on() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let path = folder.path().join("record.db");
    assert!(matches!(open(&path), Err(Error::InUse)));
    put(&mut record, &note("still working"));
    assert!(matches!(open(&path), Err(Error::InUse)));
    drop(record);
    assert_eq!(open(&path).unwrap().counts().unwrap().notes, 1);
}

#[test]
fn what_only_the_log_holds_is_there_after_a_crash() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    put(&mut record, &note("only in the log"));
    let crashed = tempfile::tempdir().unwrap();
    for name in ["record.db", "record.db-wal"] {
        let _ = std::fs::copy(folder.path().join(name), crashed.path().join(name)).unwrap();
    }
    let record = open(&crashed.path().join("record.db")).unwrap();
    assert_eq!(record.search("only in the log", 9).unwrap().len(), 1);
}

#[cfg(unix)]
mod read_only {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use super::*;

    const PATH: &str = "WITHY_TEST_READ_ONLY_RECORD";

    fn mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Root may write anything, so the record is opened by a second run of this test, as nobody.
    #[test]
    fn a_record_that_may_only_be_read_is_refused() {
        if let Some(path) = std::env::var_os(PATH) {
            refused(Path::new(&path), |error| matches!(error, Error::ReadOnly));
            return;
        }
        for (file_mode, folder_mode) in [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)] {
            let (folder, path) = a_record();
            mode(&path, file_mode);
            mode(folder.path(), folder_mode);
            let runner = tempfile::tempdir().unwrap();
            let program = runner.path().join("test");
            let _ = std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
            mode(runner.path(), 0o755);
            let mut again = Command::new(&program);
            let _ = again.args([
                "--exact",
                "read_only::a_record_that_may_only_be_read_is_refused",
            ]);
            let _ = again.env(PATH, &path);
            if std::fs::metadata(folder.path()).unwrap().uid() == 0 {
                chown(&path, Some(65534), None).unwrap();
                let _ = again.uid(65534);
            }
            let output = again.output().unwrap();
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(
                output.status.success() && said.contains("1 passed"),
                "{said}"
            );
            mode(folder.path(), 0o755);
        }
    }
}

#[test]
fn every_error_is_short_plain_sentences() {
    let errors = [
        Error::NoRecordYet,
        Error::NotThere,
        Error::AlreadyThere,
        Error::IsAFolder,
        Error::Empty,
        Error::MadeByNewerVersion { found: 2, known: 1 },
        Error::NotOurs,
        Error::Damaged,
        Error::InUse,
        Error::DiskFull,
        Error::ReadOnly,
        Error::Locked,
        Error::WrongPassphrase,
        Error::WrongWords,
        Error::WordsMistyped("“horze” is not a word of a recovery sheet.".to_owned()),
        Error::KeysDamaged,
        Error::KeysMissing,
        Error::KeysNewer,
        Error::NotEncrypted,
        Error::NoEncryption,
        Error::BackupDamaged,
        Error::Gone,
        Error::Other(std::sync::Arc::new(std::io::Error::other(
            "SQLITE_MISUSE 21",
        ))),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for error in errors {
        let words = error.to_string();
        assert!(
            words.ends_with('.') && !words.contains(['\'', '"', '_']),
            "{words}"
        );
        for sentence in words.split_inclusive(". ") {
            assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
        }
        assert!(seen.insert(words), "{error:?} has a sentence of its own");
    }
}

/// Kept, taken back, done again and read: exactly the same words.
fn comes_back(record: &mut Record, text: &str) {
    let note = Note {
        people: text.chars().rev().collect(),
        tags: vec![text.to_owned(), String::new()],
        ..note(text)
    };
    put(record, &note);
    assert!(record.undo().unwrap().is_some());
    assert_eq!(record.note(note.id).unwrap(), None);
    assert!(record.redo().unwrap().is_some());
    assert_eq!(record.note(note.id).unwrap(), Some(note));
    record.keep_draft(text, text, &at(NOW)).unwrap();
    assert_eq!(record.draft(text).unwrap().unwrap().words, text);
}

const HOSTILE: [&str; 12] = [
    "\0",
    "before\0after",
    "👩‍👧‍👦 family 🎂",
    "مرحبا بالعالم",
    "שלום \u{202E}abc",
    "e\u{301}\u{301}\u{301}",
    "\"",
    "a\" OR title:b*",
    "NEAR(a b, 2) AND NOT c",
    "'; drop table note; --",
    "{\"row\":null}",
    "* ^ : - + ( ) , .",
];

#[test]
fn hostile_words_come_back_and_can_be_searched() {
    let (_folder, mut record) = new_record(&at(NOW));
    for text in HOSTILE {
        comes_back(&mut record, text);
        let _ = record.search(text, 9).unwrap();
    }
    assert!(
        !record.search("after", 9).unwrap().is_empty(),
        "words after a NUL are found"
    );
    assert!(!record.search("before\0aft", 9).unwrap().is_empty());
    assert!(!record.search("بالعالم", 9).unwrap().is_empty());
    record.check().unwrap();
}

#[test]
fn a_pasted_letter_is_searched_by_its_first_words() {
    let (_folder, mut record) = new_record(&at(NOW));
    let letter: Vec<String> = (0..10_000).map(|number| format!("word{number}")).collect();
    put(&mut record, &note(&letter[..32].join(" ")));
    assert_eq!(record.search(&letter.join(" "), 9).unwrap().len(), 1);
    assert_eq!(record.search("word0 absent", 9).unwrap(), []);
}

#[test]
fn a_time_stays_on_the_clock_when_the_rules_of_its_zone_change() {
    let (folder, mut record) = new_record(&at(NOW));
    let summer = note("in summer");
    put(&mut record, &summer);
    drop(record);
    let path = folder.path().join("record.db");
    // As if it had been written when England had no summer time.
    let old_rules = "update note set at = '2027-07-01T14:30:00+00:00[Europe/London]'";
    raw(&path, &key()).execute_batch(old_rules).unwrap();
    let kept = open(&path).unwrap().note(summer.id).unwrap().unwrap();
    assert_eq!(kept.at, at("2027-07-01T14:30"));
}

#[test]
fn a_note_of_a_megabyte_comes_back_and_is_found() {
    let (_folder, mut record) = new_record(&at(NOW));
    let text = format!("{} needle", "hay stack\n".repeat(120_000));
    comes_back(&mut record, &text);
    let found = record.search("needle", 9).unwrap();
    assert!(
        found[0].excerpt.contains("needle"),
        "{:?}",
        found[0].excerpt
    );
    assert!(found[0].excerpt.len() < 500);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_come_back_and_can_be_searched(texts in prop::collection::vec(any::<String>(), 1..8)) {
        let (_folder, mut record) = new_record(&at(NOW));
        for text in &texts {
            comes_back(&mut record, text);
        }
        for text in &texts {
            let _ = record.search(text, 9).unwrap();
            let filter = NoteFilter { text: Some(text.clone()), ..NoteFilter::default() };
            let _ = record.notes(&filter).unwrap();
        }
        record.check().unwrap();
    }
}
