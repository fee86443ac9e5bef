//! Somebody copies an older file over the record by hand and leaves the log that stands beside it.

use super::*;

/// A record with many notes, so that its tree has grown and changed.
fn grow(record: &mut Record, from: usize, to: usize) {
    for number in from..to {
        put(
            record,
            &note(&format!("{number} {}", "word ".repeat(number % 90))),
        );
    }
}

#[test]
fn an_older_file_with_a_newer_log_beside_it_is_refused_and_nothing_is_mixed() {
    let (folder, mut record) = new_record(&at(NOW));
    let path = folder.path().join("record.db");
    grow(&mut record, 0, 60);
    drop(record);
    let older = std::fs::read(&path).unwrap();
    let mut record = open(&path).unwrap();
    grow(&mut record, 60, 200);
    record.rest().unwrap();
    grow(&mut record, 200, 240);
    // As a kill leaves it.
    let left = tempfile::tempdir().unwrap();
    let there = left.path().join("record.db");
    for name in ["record.db", "record.db-wal"] {
        let _ = std::fs::copy(folder.path().join(name), left.path().join(name)).unwrap();
    }
    let newer = std::fs::read(&there).unwrap();
    std::fs::write(&there, &older).unwrap();
    refused(&there, |error| matches!(error, Error::Damaged));
    // Its own file back again: all of it is there.
    std::fs::write(&there, &newer).unwrap();
    assert_eq!(open(&there).unwrap().counts().unwrap().notes, 240);
    // The older file without the log is a whole record too.
    let alone = tempfile::tempdir().unwrap();
    let alone = alone.path().join("record.db");
    std::fs::write(&alone, &older).unwrap();
    let record = open(&alone).unwrap();
    record.check().unwrap();
    assert_eq!(record.counts().unwrap().notes, 60);
}

#[test]
fn words_that_fell_out_of_the_search_index_are_noticed() {
    let (_folder, path) = a_record();
    let index = raw(&path, &key());
    index
        .execute_batch("delete from found_data where id > 10")
        .unwrap();
    drop(index);
    let found = open(&path).and_then(|record| record.check());
    assert!(matches!(found, Err(Error::Damaged)), "{found:?}");
}
