//! What every test of the record starts from: real files in a folder of their own.

use jiff::ZonedDateTime;
use tempfile::TempDir;
use withy::record::{Key, Record};

/// A time such as `2026-11-23T14:30`, in England.
pub fn at(time: &str) -> ZonedDateTime {
    format!("{time}[Europe/London]").parse().unwrap()
}

/// The key of every record here.
pub fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// A new record, and its folder, which goes when dropped. The file is `record.db`.
pub fn new_record(now: &ZonedDateTime) -> (TempDir, Record) {
    let folder = tempfile::tempdir().unwrap();
    let record = Record::create(&folder.path().join("record.db"), &key(), now).unwrap();
    (folder, record)
}
