//! Records that earlier versions made open for ever. `tests/records` keeps one for each format of the file, with the
//! sample family in it; `BLESS=1 cargo test --test record_versions` adds one of today's format,
//! which is done before a release.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};

use withy::directory::Directory;
use withy::record::{Cost, Passphrase, RecoveryWords, Secret, Vault, sample};

#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use support::at;

const NOW: &str = "2026-11-23T14:30";
const PASSPHRASE: &str = "marsh lantern teapot ladder";

fn records() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            let _ = fs::copy(&path, &target).unwrap();
        }
    }
}

/// The number of the format that this version writes.
fn todays_format() -> i64 {
    let folder = tempfile::tempdir().unwrap();
    let vault = new_vault(folder.path());
    drop(vault.open(&at(NOW)).unwrap());
    format_of(&vault)
}

fn format_of(vault: &Vault) -> i64 {
    let record = rusqlite::Connection::open(vault.record_file().unwrap()).unwrap();
    let key = vault.family_key().unwrap().for_sqlcipher().unwrap();
    record.key(None::<&str>, &*key, false).unwrap();
    record
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

fn new_vault(folder: &Path) -> Vault {
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    Vault::create(folder, &passphrase, &words, Cost::of(64, 1), &at(NOW)).unwrap()
}

#[test]
fn a_record_of_every_format_opens() {
    let today = todays_format();
    let newest = records().join(today.to_string());
    if std::env::var_os("BLESS").is_some() && !newest.exists() {
        let vault = new_vault(&newest);
        let mut record = vault.open(&at(NOW)).unwrap();
        let directory = Directory::bundled().unwrap();
        let id = |slug: &str| directory.by_slug(slug).map(|service| service.id);
        sample::fill(&mut record, &at(NOW), &id).unwrap();
    }
    let mut formats: Vec<i64> = fs::read_dir(records())
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .file_name()
                .to_string_lossy()
                .parse()
                .unwrap()
        })
        .collect();
    formats.sort_unstable();
    assert_eq!(
        formats.first(),
        Some(&1),
        "the first format is kept for ever"
    );
    for format in formats {
        let folder = tempfile::tempdir().unwrap();
        let kept = records().join(format.to_string());
        copy(&kept, folder.path());
        let secret = Secret::Passphrase(Passphrase::new(PASSPHRASE));
        let vault = Vault::unlock(folder.path(), &secret).unwrap();
        let record = vault.open(&at(NOW)).unwrap();
        record.check().unwrap();
        let counts = record.counts().unwrap();
        assert!(counts.children > 0 && counts.notes > 3, "{counts:?}");
        assert!(!record.search("budget", 9).unwrap().is_empty());
        drop(record);
        assert_eq!(format_of(&vault), today, "brought to today's format");
        let backups = vault.backups().unwrap().len();
        assert_eq!(
            backups,
            usize::from(format < today),
            "copied before it changed"
        );
    }
}
