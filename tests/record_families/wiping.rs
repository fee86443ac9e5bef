//! A record that is wiped is in no file any more, and the others are whole.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use withy::record::backup::{Unlocking, restore};
use withy::record::left::{Amount, To, What};
use withy::record::{Error, Vault};

use crate::support::at;
use crate::{NOW, contains, files, is_whole, names, new_vault, open, two, unlock};

/// The wrapped key in a family's key file, as it stands there and as bytes.
fn wrapped_key(folder: &Path) -> Vec<u8> {
    let text = fs::read_to_string(folder.join("family.key")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let digits = file["key"]["wrapped"].as_str().unwrap().to_owned();
    assert_eq!(digits.len(), 96);
    hex::decode(digits).unwrap()
}

/// A part of each page of the files under a folder: if one is found later, some copy was left.
fn parts(folder: &Path) -> Vec<Vec<u8>> {
    let large = files(folder)
        .into_iter()
        .filter(|(_, bytes)| bytes.len() > 4096);
    large
        .flat_map(|(_, bytes)| {
            let pages = bytes.chunks(4096).filter(|page| page.len() > 1_032);
            pages
                .map(|page| page[1_000..1_032].to_vec())
                .collect::<Vec<_>>()
        })
        .filter(|part| part.iter().any(|byte| *byte != part[0]))
        .collect()
}

/// What stands in the temporary folder since then, by whoever.
fn temporary_since(then: SystemTime) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(std::env::temp_dir()).unwrap().flatten();
    let new = entries.filter(|entry| {
        let changed = entry.metadata().and_then(|about| about.modified());
        changed.is_ok_and(|changed| changed >= then)
    });
    new.flat_map(|entry| files(&entry.path())).collect()
}

#[test]
fn no_byte_of_it_is_in_any_file_and_the_other_is_whole() {
    let started = SystemTime::now();
    let (folder, mut vault, first, second) = two();
    // An older self of it is set aside, and its log is not empty.
    vault.choose(second).unwrap();
    let backup = vault.backups().unwrap().pop().unwrap();
    let by = Unlocking::Vault(vault.clone());
    let mut vault = restore(&backup.path, folder.path(), &by).unwrap().vault;
    let mut record = open(&mut vault, second);
    let stick = To::File("/media/stick/Withy backup.withy".into());
    record
        .note_left(What::Backup, &stick, &Amount::default(), &at(NOW))
        .unwrap();
    record
        .note_left(What::Words, &To::Clipboard, &Amount::default(), &at(NOW))
        .unwrap();
    let _ = vault.back_up(&record, &at(NOW)).unwrap();
    let log = vault.record_file().unwrap().with_file_name("family.db-wal");
    let in_log = fs::read(&log).unwrap();
    drop(record);
    fs::write(&log, &in_log).unwrap();
    // What could be read of it when it was damaged is kept as a backup of its own.
    let rescued = vault.rescue(&at(NOW)).unwrap().kept.unwrap();

    let family = vault.record_file().unwrap().parent().unwrap().to_owned();
    let aside = folder
        .path()
        .join("before-restore-1")
        .join(second.to_string());
    let keys = [wrapped_key(&family), wrapped_key(&aside)];
    let parts: Vec<Vec<u8>> = [&family, &aside]
        .iter()
        .flat_map(|one| parts(one))
        .collect();
    assert!(parts.len() > 20, "{}", parts.len());
    let held = |bytes: &[u8]| parts.iter().filter(|part| contains(bytes, part)).count();
    let there: usize = files(folder.path())
        .iter()
        .map(|(_, bytes)| held(bytes))
        .sum();
    assert!(there >= parts.len(), "the search finds what is there");

    let goes = vault.what_goes(second, None).unwrap();
    let numbers: Vec<u32> = goes.backups.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(goes.counts.unwrap().notes, 1);
    assert_eq!(goes.set_aside, [folder.path().join("before-restore-1")]);
    assert_eq!(goes.rescued.len(), 1);
    let elsewhere: Vec<&To> = goes.elsewhere.iter().map(|one| &one.to).collect();
    assert_eq!(elsewhere, [&stick]);
    assert!(!goes.last);
    let certificate = vault.wipe(&goes, &at(NOW)).unwrap();
    assert_eq!((certificate.family, certificate.at), (second, at(NOW)));
    assert_eq!((certificate.backups, certificate.set_aside), (numbers, 1));
    assert_eq!(certificate.rescued, 1);
    assert!(!rescued.exists());

    let left: Vec<_> = files(folder.path())
        .into_iter()
        .chain(temporary_since(started))
        .collect();
    for (path, bytes) in &left {
        let name = path.display();
        for word in ["greenword", "Green"] {
            assert!(!contains(bytes, word.as_bytes()), "{name} says {word}");
        }
        assert!(!name.to_string().contains(&second.to_string()), "{name}");
        for key in &keys {
            assert!(!contains(bytes, key), "{name} holds the wrapped key");
            let digits = hex::encode(key);
            assert!(
                !contains(bytes, digits.as_bytes()),
                "{name} holds the wrapped key"
            );
        }
        assert_eq!(held(bytes), 0, "{name} holds a part of it");
    }
    println!(
        "{} parts of the wiped record are in none of {} files.",
        parts.len(),
        left.len()
    );
    // And nobody who has the passphrase finds its name.
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Your record"]);
    is_whole(&mut vault, first, "firstword");
    assert_eq!(vault.wiped().len(), 1);
    assert!(matches!(vault.choose(second), Err(Error::Gone)));
}

#[test]
fn what_was_set_aside_of_others_stays() {
    let (folder, mut vault, first, second) = two();
    for id in [first, second] {
        vault.choose(id).unwrap();
        let backup = vault.backups().unwrap().pop().unwrap();
        let by = Unlocking::Vault(vault.clone());
        vault = restore(&backup.path, folder.path(), &by).unwrap().vault;
    }
    let goes = vault.what_goes(second, None).unwrap();
    assert_eq!(goes.set_aside, [folder.path().join("before-restore-2")]);
    assert_eq!(goes.left, [folder.path().join("before-restore-1")]);
    let _ = vault.wipe(&goes, &at(NOW)).unwrap();
    assert!(folder.path().join("before-restore-1").exists());
    assert!(!folder.path().join("before-restore-2").exists());
    is_whole(&mut vault, first, "firstword");
}

#[test]
fn the_last_one_takes_the_keys_and_the_list_along() {
    let (folder, mut vault, first, second) = two();
    for id in [second, first] {
        let goes = vault.what_goes(id, None).unwrap();
        assert_eq!(goes.last, id == first);
        let _ = vault.wipe(&goes, &at(NOW)).unwrap();
    }
    assert_eq!(files(folder.path()), []);
    assert!(!Vault::is_in(folder.path()).unwrap());
    let vault = new_vault(folder.path(), "another");
    assert_eq!((names(&vault).len(), vault.wiped().len()), (1, 0));
}

#[test]
fn one_that_cannot_be_read_can_be_wiped() {
    let (folder, mut vault, first, second) = two();
    vault.choose(second).unwrap();
    let family = vault.record_file().unwrap().parent().unwrap().to_owned();
    for name in ["family.key", "family.key.bak"] {
        fs::write(family.join(name), b"?").unwrap();
    }
    let mut vault = unlock(folder.path());
    let goes = vault.what_goes(second, None).unwrap();
    assert_eq!(goes.counts, None);
    let _ = vault.wipe(&goes, &at(NOW)).unwrap();
    assert!(!family.exists());
    is_whole(&mut vault, first, "firstword");
}
