//! Several records in one folder: each with its own key, names that nobody reads, and one that is wiped is gone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at the first surprise, and prints what it measured"
)]

#[path = "record_families/backups.rs"]
mod backups;
#[path = "record_families/commands.rs"]
mod commands;
#[path = "record_families/wiping.rs"]
mod wiping;

#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tempfile::TempDir;
use withy::record::{
    Child, Cost, Error, FamilyId, Note, NoteFilter, Passphrase, Question, Record, RecoveryWords,
    Secret, Vault, child,
};

use support::at;

const NOW: &str = "2026-06-02T11:30";
const QUICK: Cost = Cost::of(64, 1);
const LIST: [&str; 2] = ["records.json", "records.json.bak"];

fn secret() -> Secret {
    Secret::Passphrase(Passphrase::new("first one"))
}

fn new_vault(folder: &Path, passphrase: &str) -> Vault {
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new(passphrase);
    Vault::create(folder, &passphrase, &words, QUICK, &at(NOW)).unwrap()
}

fn unlock(folder: &Path) -> Vault {
    Vault::unlock(folder, &secret()).unwrap()
}

/// Two records: the first has no name, the second is “Green”. Each says its name in all that it holds.
fn two() -> (TempDir, Vault, FamilyId, FamilyId) {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = new_vault(folder.path(), "first one");
    let first = vault.families()[0].id;
    let second = vault.add("Green", &at(NOW)).unwrap();
    for (id, word) in [(first, "firstword"), (second, "greenword")] {
        vault.choose(id).unwrap();
        fill(&vault, word);
    }
    (folder, vault, first, second)
}

/// A word in everything that a record holds, and a backup of it.
fn fill(vault: &Vault, word: &str) {
    let mut record = vault.open(&at(NOW)).unwrap();
    let note = Note {
        text: format!("{word} in a note. ").repeat(300),
        ..Note::new(&at(NOW))
    };
    let question = Question {
        text: format!("Why {word}?"),
        ..Question::new(&at(NOW))
    };
    let child = Child {
        name: word.to_owned(),
        ..Child::new(&at(NOW))
    };
    let _: child::Id = child.id;
    record
        .change(&format!("Add {word}"), &at(NOW), |change| {
            change.put_child(&child)?;
            change.put_note(&note)?;
            change.put_question(&question)
        })
        .unwrap();
    record.keep_draft("note", word, &at(NOW)).unwrap();
    let _ = vault.back_up(&record, &at(NOW)).unwrap();
}

fn open(vault: &mut Vault, id: FamilyId) -> Record {
    vault.choose(id).unwrap();
    vault.open(&at(NOW)).unwrap()
}

/// All of the record says this word, and it is sound.
#[track_caller]
fn is_whole(vault: &mut Vault, id: FamilyId, word: &str) {
    let mut record = open(vault, id);
    record.check().unwrap();
    let notes = record.notes(&NoteFilter::default()).unwrap();
    assert_eq!(notes.len(), 1);
    assert!(notes[0].text.starts_with(word));
    assert_eq!(record.children().unwrap()[0].name, word);
    assert!(
        record.questions(&Default::default()).unwrap()[0]
            .text
            .contains(word)
    );
    assert_eq!(record.draft("note").unwrap().unwrap().words, word);
    assert_eq!(record.search(word, 9).unwrap().len(), 3);
    assert_eq!(record.undo().unwrap(), Some(format!("Add {word}")));
    assert_eq!(record.redo().unwrap(), Some(format!("Add {word}")));
}

/// Every file under a folder, with what is in it.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = vec![];
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            // Others tidy up their own temporary folders meanwhile.
            let entries = fs::read_dir(&path).into_iter().flatten().flatten();
            waiting.extend(entries.map(|entry| entry.path()));
        } else if let Ok(bytes) = fs::read(&path) {
            all.push((path, bytes));
        }
    }
    all
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn names(vault: &Vault) -> Vec<String> {
    vault.families().into_iter().map(|one| one.name).collect()
}

#[test]
fn nothing_of_one_is_in_another() {
    let (folder, mut vault, first, second) = two();
    let record = open(&mut vault, first);
    assert_eq!(record.search("greenword", 9).unwrap().len(), 0);
    // The key of one opens nothing of the other.
    let key = vault.family_key().unwrap();
    drop(record);
    vault.choose(second).unwrap();
    let file = vault.record_file().unwrap();
    let refused = Record::open(&file, &key, &at(NOW));
    assert!(matches!(refused, Err(Error::NotOurs)), "{refused:?}");
    // Undoing in one changes nothing in the other.
    let _ = open(&mut vault, second).undo().unwrap();
    is_whole(&mut vault, first, "firstword");
    let mut vault = unlock(folder.path());
    let record = open(&mut vault, second);
    assert_eq!(record.counts().unwrap().notes, 0);
}

#[test]
fn nobody_reads_a_name_without_the_passphrase() {
    let (folder, mut vault, first, second) = two();
    vault.rename(first, "Zwetschge family").unwrap();
    let _ = vault.add("Quitte family", &at(NOW)).unwrap();
    for id in [first, second] {
        let record = open(&mut vault, id);
        let _ = vault.back_up(&record, &at(NOW)).unwrap();
    }
    let length = |name: &str| fs::metadata(folder.path().join(name)).unwrap().len();
    let before = length(LIST[0]);
    for (path, bytes) in files(folder.path()) {
        let path = path.display().to_string().to_lowercase();
        for name in ["zwetsch", "quitte", "green"] {
            assert!(!path.contains(name), "{path}");
            assert!(
                !contains(&bytes.to_ascii_lowercase(), name.as_bytes()),
                "{path}"
            );
        }
    }
    vault.rename(second, "Z").unwrap();
    assert_eq!(
        length(LIST[0]),
        before,
        "the length says nothing of the names"
    );
    drop(vault);
    assert_eq!(
        names(&unlock(folder.path())),
        ["Zwetschge family", "Z", "Quitte family"]
    );
}

#[test]
fn names_set_records_apart() {
    let (_folder, mut vault, first, second) = two();
    assert_eq!(names(&vault), ["Your record", "Green"]);
    let refused = [
        vault.add("  ", &at(NOW)).map(|_| ()).unwrap_err(),
        vault.add(" gReen ", &at(NOW)).map(|_| ()).unwrap_err(),
        vault.rename(first, "green").unwrap_err(),
        vault.rename(second, "your  record").unwrap_err(),
    ];
    assert!(matches!(refused[0], Error::NameNeeded));
    for refused in &refused[1..] {
        assert!(matches!(refused, Error::NameTaken(_)), "{refused:?}");
    }
    vault.rename(second, "  The\tgreens ").unwrap();
    vault.rename(second, "The Greens").unwrap();
    assert_eq!(names(&vault), ["Your record", "The Greens"]);
    let longest = "x".repeat(withy::record::vault::LONGEST_NAME);
    vault.rename(first, &longest).unwrap();
    let refused = vault.rename(first, &format!("{longest}x"));
    assert!(matches!(refused, Err(Error::NameTooLong(_))), "{refused:?}");
}

#[test]
fn the_one_that_was_open_last_is_opened_again() {
    let (folder, mut vault, first, second) = two();
    assert_eq!(unlock(folder.path()).chosen().unwrap().id, second);
    vault.choose(first).unwrap();
    assert_eq!(unlock(folder.path()).chosen().unwrap().id, first);
    vault.close();
    let closed = unlock(folder.path());
    assert_eq!(closed.chosen(), None);
    assert!(matches!(closed.open(&at(NOW)), Err(Error::Closed)));
    vault.choose(second).unwrap();
    assert_eq!(unlock(folder.path()).chosen().unwrap().id, second);
}

#[test]
fn one_record_alone_writes_no_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = new_vault(folder.path(), "first one");
    let only = vault.families()[0].id;
    drop(open(&mut vault, only));
    let _ = unlock(folder.path());
    assert!(!folder.path().join(LIST[0]).exists());
    // Closing it is nothing to remember: it opens at the next unlock.
    vault.close();
    assert_eq!(unlock(folder.path()).chosen().unwrap().id, only);
}

#[test]
fn a_damaged_list_is_mended_or_made_again_from_the_backups() {
    let (folder, mut vault, first, second) = two();
    vault.rename(first, "Brown").unwrap();
    for id in [first, second] {
        let record = open(&mut vault, id);
        let _ = vault.back_up(&record, &at(NOW)).unwrap();
    }
    let whole = fs::read(folder.path().join(LIST[0])).unwrap();
    for name in LIST {
        let mut spoilt = whole.clone();
        let middle = whole.len() / 2;
        spoilt[middle] = if spoilt[middle] == b'0' { b'1' } else { b'0' };
        for bytes in [&spoilt[..], &whole[..40], b""] {
            fs::write(folder.path().join(name), bytes).unwrap();
            assert_eq!(names(&unlock(folder.path())), ["Brown", "Green"]);
            assert!(
                fs::read(folder.path().join(name)).unwrap() == whole,
                "mended"
            );
        }
    }
    for name in LIST {
        fs::write(folder.path().join(name), b"{}").unwrap();
    }
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Brown", "Green"]);
    is_whole(&mut vault, second, "greenword");
    for name in LIST {
        let newer = b"{\"format\":\"withy-records\",\"version\":2}";
        fs::write(folder.path().join(name), newer).unwrap();
    }
    let refused = Vault::unlock(folder.path(), &secret());
    assert!(matches!(refused, Err(Error::KeysNewer)), "{refused:?}");
}

#[test]
fn another_passphrase_opens_all_of_them() {
    let (folder, mut vault, first, second) = two();
    vault
        .change_passphrase(&Passphrase::new("second one"), QUICK)
        .unwrap();
    let secret = Secret::Passphrase(Passphrase::new("second one"));
    let mut vault = Vault::unlock(folder.path(), &secret).unwrap();
    is_whole(&mut vault, first, "firstword");
    is_whole(&mut vault, second, "greenword");
}

#[test]
fn a_record_that_is_damaged_keeps_no_other_from_opening() {
    let (folder, mut vault, first, second) = two();
    vault.choose(second).unwrap();
    fs::write(vault.record_file().unwrap(), vec![7; 40_000]).unwrap();
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Your record", "Green"]);
    assert!(vault.open(&at(NOW)).is_err());
    is_whole(&mut vault, first, "firstword");
}

#[test]
fn thirty_names_are_read_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = new_vault(folder.path(), "first one");
    for number in 2..=30 {
        let _ = vault.add(&format!("Family {number}"), &at(NOW)).unwrap();
    }
    drop(vault);
    let started = Instant::now();
    let vault = unlock(folder.path());
    let families = vault.families();
    let took = started.elapsed();
    assert_eq!(families.len(), 30);
    assert_eq!(families[29].name, "Family 30");
    let started = Instant::now();
    let _ = vault.families();
    println!(
        "30 records: unlocked with their names in {took:?} (the passphrase costs nothing here), \
         listed again in {:?}; the list is {} bytes.",
        started.elapsed(),
        fs::metadata(folder.path().join(LIST[0])).unwrap().len()
    );
}
