//! Key files and backups that somebody or something has written anything into: refused, with nothing changed.

use std::ops::Range;

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use withy::record::backup::{Unlocking, check, restore};
use withy::record::{Cost, Passphrase, RecoveryWords, Secret, Vault};

use super::*;

const KEYS: [&str; 2] = ["keys.json", "keys.json.bak"];

fn secret() -> Secret {
    Secret::Passphrase(Passphrase::new("first one"))
}

fn new_vault() -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let quick = Cost::of(64, 1);
    let vault = Vault::create(folder.path(), &passphrase, &words, quick, &at(NOW)).unwrap();
    (folder, vault)
}

/// A change of some bytes, by parts of the length.
#[derive(Debug, Clone)]
struct Edit {
    at: prop::sample::Index,
    longest: usize,
    length: usize,
    put: Vec<u8>,
}

impl Edit {
    fn any(longest: usize) -> impl Strategy<Value = Edit> {
        let put = prop_oneof![
            prop::collection::vec(any::<u8>(), 0..40),
            "[0-9a-f\",:{}\\[\\] ]{0,40}".prop_map(String::into_bytes),
            "[0-9]{1,20}".prop_map(String::into_bytes),
        ];
        (any::<prop::sample::Index>(), 0..longest, put).prop_map(move |(at, length, put)| Edit {
            at,
            longest,
            length,
            put,
        })
    }

    fn make(&self, bytes: &mut Vec<u8>) {
        let start = self.at.index(bytes.len() + 1);
        let end = (start + self.length.min(self.longest)).min(bytes.len());
        let range: Range<usize> = start..end;
        let _ = bytes.splice(range, self.put.iter().copied());
    }
}

/// Puts the checksum right, as somebody would who wants to be believed.
fn with_its_checksum(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (before, rest) = text.split_once("\"check\": \"")?;
    let (_, after) = rest.split_once('"')?;
    let bare = format!("{before}\"check\": \"\"{after}");
    let sum = hex::encode(Sha256::digest(&bare));
    Some(format!("{before}\"check\": \"{sum}\"{after}").into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_file_that_was_altered_opens_nothing(
        edits in prop::collection::vec(Edit::any(60), 1..4), believable in any::<bool>(), both in any::<bool>(),
    ) {
        let (folder, vault) = new_vault();
        let whole = std::fs::read(folder.path().join(KEYS[0])).unwrap();
        let mut spoilt = whole.clone();
        edits.iter().for_each(|edit| edit.make(&mut spoilt));
        if believable {
            spoilt = with_its_checksum(&spoilt).unwrap_or(spoilt);
        }
        std::fs::write(folder.path().join(KEYS[0]), &spoilt).unwrap();
        if both {
            std::fs::write(folder.path().join(KEYS[1]), &spoilt).unwrap();
        }
        let record = std::fs::read(vault.record_file().unwrap()).unwrap();
        let unlocked = Vault::unlock(folder.path(), &secret());
        // The other copy may be whole.
        prop_assert!(unlocked.is_err() || spoilt == whole || !both, "{unlocked:?}");
        if let Ok(vault) = unlocked {
            prop_assert!(vault.open(&at(NOW)).is_ok());
        } else {
            for name in KEYS {
                let there = std::fs::read(folder.path().join(name)).unwrap();
                prop_assert!(there == spoilt || there == whole, "nothing is written over it");
            }
            prop_assert!(std::fs::read(vault.record_file().unwrap()).unwrap() == record);
        }
        // Another record is never made over this one.
        let words = RecoveryWords::random().unwrap();
        let made = Vault::create(folder.path(), &Passphrase::new("x"), &words, Cost::of(64, 1), &at(NOW));
        prop_assert!(made.is_err());
    }

    #[test]
    fn any_bytes_are_no_key_file(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(KEYS[0]), &bytes).unwrap();
        prop_assert!(Vault::is_in(folder.path()).is_err());
        prop_assert!(Vault::unlock(folder.path(), &secret()).is_err());
        prop_assert_eq!(files(folder.path()).len(), 1);
    }

    #[test]
    fn what_a_person_types_as_twelve_words_is_read_or_explained(typed in any::<String>(), words in "([a-z]{1,9} ){0,14}") {
        let _ = RecoveryWords::read(&typed);
        let _ = RecoveryWords::read(&words);
    }
}

/// A backup with two notes, and the folder that it came from.
fn a_backup() -> (TempDir, Vec<u8>) {
    let (folder, vault) = new_vault();
    let mut record = vault.open(&at(NOW)).unwrap();
    put(&mut record, &note("one"));
    put(&mut record, &note("two"));
    let path = vault.back_up(&record, &at(NOW)).unwrap().path;
    drop(record);
    let whole = std::fs::read(path).unwrap();
    (folder, whole)
}

#[test]
fn a_backup_that_was_altered_is_refused_and_nothing_is_changed() {
    let (folder, whole) = a_backup();
    let stick = tempfile::tempdir().unwrap();
    let path = stick.path().join("copy.withy");
    let by = Unlocking::Secret(secret());
    let before = files(folder.path());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    // Half of the time in what stands before the copy, which is what has to be understood.
    let start = 4_096.0 / whole.len() as f64;
    let edits = prop::collection::vec(Edit::any(300), 1..4);
    let ran = runner.run(&(edits, any::<bool>()), |(edits, at_start)| {
        let mut spoilt = whole.clone();
        if at_start {
            let rest = spoilt.split_off((spoilt.len() as f64 * start) as usize);
            edits.iter().for_each(|edit| edit.make(&mut spoilt));
            spoilt.extend(rest);
        } else {
            edits.iter().for_each(|edit| edit.make(&mut spoilt));
        }
        std::fs::write(&path, &spoilt).unwrap();
        let checked = check(&path, &by, stick.path());
        prop_assert!(checked.is_err() || spoilt == whole, "{checked:?}");
        if spoilt != whole {
            prop_assert!(restore(&path, folder.path(), &by).is_err());
        }
        prop_assert!(files(folder.path()) == before, "the record is as it was");
        prop_assert_eq!(files(stick.path()).len(), 1, "no part of a copy is left");
        Ok(())
    });
    ran.unwrap();
}
