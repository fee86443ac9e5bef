//! Adding and wiping, stopped after each step as a pulled plug would stop them, and opened again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use tempfile::TempDir;
use uuid::Uuid;

use super::{FAMILIES, FamilyId, Vault};
use crate::record::{Cost, Error, Note, NoteFilter, Passphrase, RecoveryWords, Secret};

fn now() -> ZonedDateTime {
    "2026-06-02T11:30[Europe/London]".parse().unwrap()
}

fn secret() -> Secret {
    Secret::Passphrase(Passphrase::new("first one"))
}

fn unlock(folder: &Path) -> Result<Vault, Error> {
    Vault::unlock(folder, &secret())
}

fn new_vault() -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let cost = Cost::of(64, 1);
    let mut vault = Vault::create(folder.path(), &passphrase, &words, cost, &now()).unwrap();
    write(&mut vault, "the first");
    (folder, vault)
}

/// Writes a note in the record that is chosen, and makes a backup of it.
fn write(vault: &mut Vault, text: &str) {
    let mut record = vault.open(&now()).unwrap();
    let note = Note {
        text: text.to_owned(),
        ..Note::new(&now())
    };
    record
        .change("Add", &now(), |change| change.put_note(&note))
        .unwrap();
    let _ = vault.back_up(&record, &now()).unwrap();
}

fn notes(vault: &mut Vault, id: FamilyId) -> Vec<String> {
    vault.choose(id).unwrap();
    let record = vault.open(&now()).unwrap();
    record.check().unwrap();
    let notes = record.notes(&NoteFilter::default()).unwrap();
    notes.into_iter().map(|note| note.text).collect()
}

/// Lets so many steps pass, then stops.
fn stop_after(steps: usize) -> impl FnMut() -> Result<(), Error> {
    let mut left = steps;
    move || match left.checked_sub(1) {
        Some(less) => {
            left = less;
            Ok(())
        }
        None => Err(Error::Locked),
    }
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![];
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(path) = waiting.pop() {
        match path.is_dir() {
            true => waiting.extend(fs::read_dir(&path).unwrap().map(|e| e.unwrap().path())),
            false => all.push(path),
        }
    }
    all.sort();
    all
}

/// The second copies of small files as they were: a plug may be pulled between the two.
fn second_copies(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = files(folder);
    all.retain(|path| path.extension().is_some_and(|ending| ending == "bak"));
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).unwrap();
        (path, bytes)
    };
    all.into_iter().map(read).collect()
}

fn put_back(copies: &[(PathBuf, Vec<u8>)], also: bool) {
    for (path, bytes) in copies.iter().filter(|_| also) {
        if path.parent().unwrap().exists() {
            crate::platform::files::write_private(path, bytes).unwrap();
        }
    }
}

#[test]
fn a_record_that_was_half_added_is_there_or_is_not() {
    let (mut there, mut not) = (0, 0);
    for (steps, old_copies) in (0..6).flat_map(|steps| [(steps, false), (steps, true)]) {
        let (folder, mut vault) = new_vault();
        let copies = second_copies(folder.path());
        let family = Uuid::new_v4();
        let ended = vault.add_in_steps(family, "Green", &now(), &mut stop_after(steps));
        assert_eq!(ended.is_ok(), steps == 5, "{steps} steps");
        put_back(&copies, old_copies);
        let mut vault = unlock(folder.path()).unwrap();
        let families = vault.families();
        let names: Vec<&str> = families.iter().map(|one| one.name.as_str()).collect();
        match names.as_slice() {
            ["Your record"] => {
                not += 1;
                assert!(steps < 4, "the key file said that it is there");
                // Nothing of it is left, and it can be added.
                let entries = fs::read_dir(folder.path().join(FAMILIES)).unwrap();
                assert_eq!(entries.count(), 1);
                let _ = vault.add("Green", &now()).unwrap();
            }
            ["Your record", "Green"] => there += 1,
            other => panic!("{steps} steps: {other:?}"),
        }
        let families = vault.families();
        assert_eq!(notes(&mut vault, families[0].id), ["the first"]);
        assert_eq!(notes(&mut vault, families[1].id), [""; 0]);
        write(&mut vault, "green words");
        let mut vault = unlock(folder.path()).unwrap();
        assert_eq!(notes(&mut vault, families[1].id), ["green words"]);
    }
    assert!(there > 0 && not > 0, "{there} {not}");
}

/// Two records, the second with an older self that is set aside.
fn two() -> (TempDir, Vault, FamilyId, FamilyId) {
    let (folder, mut vault) = new_vault();
    let first = vault.families()[0].id;
    let second = vault.add("Green", &now()).unwrap();
    vault.choose(second).unwrap();
    write(&mut vault, "green words");
    let backup = vault.backups().unwrap().pop().unwrap();
    let by = crate::record::backup::Unlocking::Vault(vault.clone());
    let restored = crate::record::backup::restore(&backup.path, folder.path(), &by).unwrap();
    assert!(restored.set_aside.is_some());
    (folder, restored.vault, first, second)
}

#[test]
fn a_wipe_that_was_stopped_is_finished_at_the_next_unlock() {
    let mut steps = 0;
    loop {
        let mut whole = false;
        for old_copies in [false, true] {
            let (folder, mut vault, first, second) = two();
            let copies = second_copies(folder.path());
            let goes = vault.what_goes(second, None).unwrap();
            assert_eq!(goes.counts.unwrap().notes, 1);
            assert_eq!((goes.backups.len(), goes.set_aside.len()), (1, 1));
            let ended = vault.wipe_in_steps(&goes, &now(), &mut stop_after(steps));
            whole = ended.is_ok();
            put_back(&copies, old_copies && !whole);
            let mut vault = unlock(folder.path()).unwrap();
            let families = vault.families();
            assert_eq!(families.len(), 1, "{steps} steps");
            assert_eq!(notes(&mut vault, first), ["the first"]);
            let left = files(folder.path());
            let id = second.to_string();
            let of_it = |path: &&PathBuf| path.to_string_lossy().contains(&id);
            assert_eq!(left.iter().find(of_it), None, "{steps} steps");
            assert!(
                left.iter()
                    .all(|path| !path.to_string_lossy().contains("before-restore"))
            );
            let wiped = vault.wiped();
            assert_eq!((wiped.len(), wiped[0].family), (1, second));
            assert_eq!(
                (wiped[0].backups.as_slice(), wiped[0].set_aside),
                (&[1][..], 1)
            );
        }
        if whole {
            break;
        }
        steps += 1;
    }
    assert!(steps > 8, "{steps}");
}

#[test]
fn wiping_the_last_one_leaves_an_empty_folder_whenever_it_is_stopped() {
    let mut steps = 0;
    loop {
        let (folder, mut vault) = new_vault();
        let first = vault.families()[0].id;
        let goes = vault.what_goes(first, None).unwrap();
        assert!(goes.last);
        let ended = vault.wipe_in_steps(&goes, &now(), &mut stop_after(steps));
        if Vault::is_in(folder.path()).unwrap() {
            let again = unlock(folder.path());
            assert!(matches!(again, Err(Error::Wiped)), "{steps}: {again:?}");
        }
        assert!(!Vault::is_in(folder.path()).unwrap(), "{steps} steps");
        // Another one can be made there, and knows nothing of the first.
        let words = RecoveryWords::random().unwrap();
        let another = Passphrase::new("another");
        let cost = Cost::of(64, 1);
        let vault = Vault::create(folder.path(), &another, &words, cost, &now()).unwrap();
        assert_eq!((vault.families().len(), vault.wiped().len()), (1, 0));
        let left = files(folder.path());
        let id = first.to_string();
        assert!(!left.iter().any(|path| path.to_string_lossy().contains(&id)));
        if ended.is_ok() {
            break;
        }
        steps += 1;
    }
    assert!(steps > 6, "{steps}");
}
