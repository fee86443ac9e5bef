//! A new key cut off after each step, as a crash or a pulled plug cuts it off. Here and not in `tests`, because only
//! this room can stop between two steps.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use super::*;
use crate::record::{Note, NoteFilter, Record, Secret};

const QUICK: Cost = Cost::of(64, 1);

fn now() -> ZonedDateTime {
    "2026-11-23T14:30[Europe/London]".parse().unwrap()
}

fn secret(words: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(words))
}

fn add_note(record: &mut Record, text: &str) {
    let note = Note {
        text: text.to_owned(),
        ..Note::new(&now())
    };
    let put = record.change("Add", &now(), |change| change.put_note(&note));
    put.unwrap();
}

/// A folder of two families, each with a note and a backup, and something that is no record.
fn two_families(folder: &Path) -> Vault {
    let words = RecoveryWords::random().unwrap();
    let first = Vault::create(folder, &Passphrase::new("old"), &words, QUICK, &now()).unwrap();
    let mut record = first.open(&now()).unwrap();
    add_note(&mut record, "first");
    let _ = first.back_up(&record, &now()).unwrap();
    drop(record);
    let mut keys = first.keys.clone();
    let family = Uuid::new_v4();
    keys.families.push(family);
    keys.seal(&first.key).unwrap();
    keys.write(folder).unwrap();
    let mut both = Vault::of(folder, keys, first.key.clone()).unwrap();
    let _ = both.book.names.insert(family, "The Lanes".to_owned());
    both.keep_book().unwrap();
    let there = both.family_folder(family);
    files::make_private_folder(&there).unwrap();
    let key = Key::random().unwrap();
    FamilyKey::new(family, &key, &both.key)
        .unwrap()
        .write(&there)
        .unwrap();
    let mut record = Record::create(&there.join(RECORD), &key, &now()).unwrap();
    add_note(&mut record, "second");
    drop(record);
    std::fs::write(there.join("letter"), b"kept").unwrap();
    both
}

/// Every family opens with this key and has its note, its backup and what else was there; nothing is left over.
fn all_is_there(vault: &Vault) {
    for (family, text) in vault.keys.families.iter().zip(["first", "second"]) {
        let folder = vault.family_folder(*family);
        let wrapped = FamilyKey::read(&folder, *family, &vault.key).unwrap();
        let key = wrapped.open(*family, &vault.key).unwrap();
        let record = Record::open(&folder.join(RECORD), &key, &now()).unwrap();
        record.check().unwrap();
        let notes = record.notes(&NoteFilter::default()).unwrap();
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].text, text);
    }
    let first = vault.of_family(FamilyId(vault.keys.families[0])).unwrap();
    assert_eq!(first.backups().unwrap().len(), 1);
    assert_eq!(vault.families()[1].name, "The Lanes");
    let second = vault.family_folder(vault.keys.families[1]);
    assert_eq!(std::fs::read(second.join("letter")).unwrap(), b"kept");
    let names = std::fs::read_dir(vault.families_folder()).unwrap();
    assert_eq!(names.count(), 2, "nothing is left of the work");
}

/// Does the work up to `step`, and says whether the new secret should open it then.
fn cut_off_after(step: u32, old: &Vault, new: &Vault) -> bool {
    let [first, second] = [old.keys.families[0], old.keys.families[1]];
    let steps: [&dyn Fn(); 10] = [
        &|| {
            let book = new.families_folder().join(BOOK);
            files::make_private_folder(&book).unwrap();
            new.book.write(&book, new.keys.id, &new.key).unwrap();
        },
        &|| old.copy_family(first, new).unwrap(),
        &|| old.copy_family(second, new).unwrap(),
        &|| {
            let bytes = new.keys.to_bytes().unwrap();
            files::write_private(&KeyFile::copies(&new.folder)[0], &bytes).unwrap();
        },
        &|| new.keys.write(&new.folder).unwrap(),
        &|| files::rename(&new.family_folder(first), &new.beside(OLD, first)).unwrap(),
        &|| files::rename(&new.beside(COPY, first), &new.family_folder(first)).unwrap(),
        &|| new.settle_family(first).unwrap(),
        &|| files::rename(&new.family_folder(second), &new.beside(OLD, second)).unwrap(),
        &|| files::rename(&new.beside(COPY, second), &new.family_folder(second)).unwrap(),
    ];
    for step in steps.iter().take(step as usize) {
        step();
    }
    step >= 4
}

#[test]
fn cut_off_anywhere_one_secret_opens_all_of_it() {
    for step in 0..=10 {
        let folder = tempfile::tempdir().unwrap();
        let old = two_families(folder.path());
        let words = RecoveryWords::random().unwrap();
        let new = old
            .with_new_key(&Passphrase::new("new"), &words, QUICK)
            .unwrap();
        let is_new = cut_off_after(step, &old, &new);
        let (opens, opens_not) = if is_new {
            ("new", "old")
        } else {
            ("old", "new")
        };
        assert!(
            Vault::unlock(folder.path(), &secret(opens_not)).is_err(),
            "step {step}"
        );
        let vault = Vault::unlock(folder.path(), &secret(opens)).unwrap();
        all_is_there(&vault);
        let sheet = Vault::unlock(folder.path(), &Secret::Words(words));
        assert_eq!(sheet.is_ok(), is_new, "step {step}");
        // The second copy is of the same key now, so a damaged first one leads nowhere else.
        std::fs::write(&KeyFile::copies(folder.path())[0], b"torn").unwrap();
        all_is_there(&Vault::unlock(folder.path(), &secret(opens)).unwrap());
    }
}

#[test]
fn nothing_is_deleted_where_no_key_opens_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let old = two_families(folder.path());
    let words = RecoveryWords::random().unwrap();
    let new = old
        .with_new_key(&Passphrase::new("new"), &words, QUICK)
        .unwrap();
    let _ = cut_off_after(6, &old, &new);
    // Both key files are from before: nothing fits together.
    old.keys.write(folder.path()).unwrap();
    let before = names(folder.path());
    assert!(Vault::unlock(folder.path(), &secret("old")).is_err());
    assert_eq!(names(folder.path()), before);
    // And without any key file it is no empty folder.
    for copy in KeyFile::copies(folder.path()) {
        std::fs::remove_file(copy).unwrap();
    }
    assert!(Vault::is_in(folder.path()).is_err());
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder.join("families"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn made_whole_it_keeps_everything_and_lists_what_the_old_key_opens() {
    let folder = tempfile::tempdir().unwrap();
    let old = two_families(folder.path());
    let words = RecoveryWords::random().unwrap();
    let new = old
        .make_new_key(&Passphrase::new("new"), &words, QUICK)
        .unwrap();
    all_is_there(&new);
    let copies = new.copies_of_old_keys().unwrap();
    assert_eq!((copies.backups.len(), copies.set_aside.len()), (1, 0));
    assert!(
        FamilyKey::read(
            &new.family_folder(new.keys.families[0]),
            new.keys.families[0],
            &old.key
        )
        .is_err()
    );
}

#[test]
fn the_keyring_is_never_the_only_way() {
    let key = Key::random().unwrap();
    let mut keys = KeyFile::new(vec![Uuid::new_v4()]);
    let alone = keys.set_keyring(&key, Uuid::new_v4(), &key).unwrap_err();
    assert!(matches!(alone, Error::KeyringAlone));
    keys.set_words(&key, &RecoveryWords::random().unwrap())
        .unwrap();
    keys.set_keyring(&key, Uuid::new_v4(), &key).unwrap();
    keys.set_keyring(&key, Uuid::new_v4(), &key).unwrap();
    keys.drop_keyring();
    assert!(keys.keyring_account().is_none());
}
