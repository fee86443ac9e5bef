//! Paths through the guide: kept whole, undone, in the bin, found, and a record made before there
//! were any.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::civil::date;
use withy::record::{Child, Item, KeptPath, Record};

#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";

fn a_path(child: &Child) -> KeptPath {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    KeptPath {
        title: "Behaviour, under 5".to_owned(),
        age: "0-4".to_owned(),
        worries: vec!["behaviour".to_owned(), "speech".to_owned()],
        answers: vec![pair("at-school", "yes"), pair("somerset-gp", "no")],
        children: vec![child.id],
        ..KeptPath::new(&at(NOW))
    }
}

fn with_a_path() -> (tempfile::TempDir, Record, KeptPath) {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let sam = Child {
        name: "Sam".to_owned(),
        ..Child::new(&now)
    };
    let path = a_path(&sam);
    record
        .change("Add Sam", &now, |change| change.put_child(&sam))
        .unwrap();
    record
        .change("Keep this path", &now, |change| change.put_path(&path))
        .unwrap();
    (folder, record, path)
}

#[test]
fn a_path_is_kept_whole_and_read_again_after_a_restart() {
    let (folder, record, path) = with_a_path();
    drop(record);
    let record = Record::open(&folder.path().join("record.db"), &key(), &at(NOW)).unwrap();
    assert_eq!(record.paths().unwrap(), std::slice::from_ref(&path));
    assert_eq!(record.path(path.id).unwrap(), Some(path));
    assert_eq!(record.counts().unwrap().paths, 1);
    record.check().unwrap();
}

#[test]
fn a_changed_path_goes_back_and_forth_by_undo() {
    let (_folder, mut record, path) = with_a_path();
    let changed = KeptPath {
        worries: vec!["feelings".to_owned()],
        answers: Vec::new(),
        kept_on: date(2026, 12, 1),
        ..path.clone()
    };
    record
        .change("Keep the change", &at(NOW), |change| {
            change.put_path(&changed)
        })
        .unwrap();
    assert_eq!(record.paths().unwrap(), std::slice::from_ref(&changed));
    assert!(record.undo().unwrap().is_some());
    assert_eq!(record.paths().unwrap(), [path]);
    assert!(record.redo().unwrap().is_some());
    assert_eq!(record.paths().unwrap(), [changed]);
    record.check().unwrap();
}

#[test]
fn a_removed_path_waits_in_the_bin_and_goes_for_good_after_30_days() {
    let (folder, mut record, path) = with_a_path();
    record
        .change("Remove", &at(NOW), |change| change.delete_path(path.id))
        .unwrap();
    assert!(record.paths().unwrap().is_empty());
    assert_eq!(record.bin().unwrap()[0].title, "Behaviour, under 5");
    assert!(record.search("behaviour", 9).unwrap().is_empty());
    record
        .change("Restore", &at(NOW), |change| change.restore(path.id.into()))
        .unwrap();
    assert_eq!(record.paths().unwrap(), std::slice::from_ref(&path));
    record
        .change("Remove", &at(NOW), |change| change.delete_path(path.id))
        .unwrap();
    drop(record);
    let file = folder.path().join("record.db");
    let record = Record::open(&file, &key(), &at("2026-12-24T14:30")).unwrap();
    assert!(record.bin().unwrap().is_empty());
    record.check().unwrap();
}

#[test]
fn a_path_is_found_by_its_words() {
    let (_folder, record, path) = with_a_path();
    let found = record.search("behav", 9).unwrap();
    assert_eq!(found[0].what, Item::Path(path.id));
    assert_eq!(found[0].date, Some(date(2026, 11, 23)));
}

#[test]
fn a_record_made_before_there_were_paths_opens_and_can_keep_one() {
    let now = at(NOW);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.db");
    let old = rusqlite::Connection::open(&file).unwrap();
    let secret = key().for_sqlcipher().unwrap();
    old.key(None::<&str>, &*secret, false).unwrap();
    old.execute_batch(include_str!("../src/record/store/steps/001_first.sql"))
        .unwrap();
    old.execute_batch(&format!(
        "insert into child (id, name, colour) values ('{}', 'Sam', 'teal');
         insert into found (rowid, title, body) values (8, 'Sam', '');
         pragma user_version = 1; pragma application_id = {};",
        uuid::Uuid::nil(),
        0x5754_4859
    ))
    .unwrap();
    old.close().unwrap();
    let mut record = Record::open(&file, &key(), &now).unwrap();
    let sam = record.children().unwrap().pop().unwrap();
    assert_eq!(sam.name, "Sam");
    let path = a_path(&sam);
    record
        .change("Keep this path", &now, |change| change.put_path(&path))
        .unwrap();
    assert_eq!(record.paths().unwrap(), [path]);
    record.check().unwrap();
}

/// A step that has been in a release never changes: a record made by it is out there.
#[test]
fn the_steps_of_the_format_stand_as_they_were_released() {
    let sum = |text: &str| {
        text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    };
    let first = include_str!("../src/record/store/steps/001_first.sql");
    let path = include_str!("../src/record/store/steps/002_path.sql");
    assert_eq!(
        [sum(first), sum(path)],
        [9_180_566_355_745_201_111, 15_445_009_578_877_761_512]
    );
}
