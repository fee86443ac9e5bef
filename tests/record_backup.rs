//! Backups: each opens by itself, old ones go by number, and going back sets aside what was there.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jiff::ToSpan;
use tempfile::TempDir;
use withy::record::backup::{Made, Unlocking, check, restore, to_keep};
use withy::record::{
    Cost, Error, Note, NoteFilter, Passphrase, Record, RecoveryWords, Secret, Vault,
};

#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use support::at;

const NOW: &str = "2026-11-23T14:30";
const QUICK: Cost = Cost::of(64, 1);

fn new_vault() -> (TempDir, Vault, Record) {
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let vault = Vault::create(folder.path(), &passphrase, &words, QUICK, &at(NOW)).unwrap();
    let record = vault.open(&at(NOW)).unwrap();
    (folder, vault, record)
}

fn put(record: &mut Record, text: &str) {
    let note = Note {
        text: text.to_owned(),
        ..Note::new(&at(NOW))
    };
    record
        .change("Add", &at(NOW), |change| change.put_note(&note))
        .unwrap();
}

fn texts(record: &Record) -> Vec<String> {
    let notes = record.notes(&NoteFilter::default()).unwrap();
    notes.into_iter().map(|note| note.text).collect()
}

fn first_one() -> Unlocking {
    Unlocking::Secret(Secret::Passphrase(Passphrase::new("first one")))
}

#[test]
fn a_backup_opens_with_the_passphrase_of_its_day() {
    let (folder, mut vault, mut record) = new_vault();
    put(&mut record, "before");
    let stick = tempfile::tempdir().unwrap();
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    let again = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    assert_ne!(copy, again);
    assert_eq!(
        fs::read_dir(stick.path()).unwrap().count(),
        2,
        "nothing else is left"
    );
    vault
        .change_passphrase(&Passphrase::new("second one"), QUICK)
        .unwrap();
    let contents = check(&copy, &first_one(), folder.path()).unwrap();
    assert_eq!((contents.counts.notes, contents.made), (1, at(NOW)));
    let newer = Unlocking::Secret(Secret::Passphrase(Passphrase::new("second one")));
    let refused = check(&copy, &newer, folder.path());
    assert!(
        matches!(refused, Err(Error::WrongPassphrase)),
        "{refused:?}"
    );
}

#[test]
fn a_backup_comes_to_a_new_computer() {
    let (_folder, vault, mut record) = new_vault();
    put(&mut record, "all of it");
    let stick = tempfile::tempdir().unwrap();
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    let new = tempfile::tempdir().unwrap();
    let restored = restore(&copy, new.path(), &first_one()).unwrap();
    assert_eq!(restored.set_aside, None);
    drop(restored);
    let secret = Secret::Passphrase(Passphrase::new("first one"));
    let record = Vault::unlock(new.path(), &secret)
        .unwrap()
        .open(&at(NOW))
        .unwrap();
    assert_eq!(texts(&record), ["all of it"]);
    record.check().unwrap();
}

#[test]
fn going_back_sets_aside_what_is_there_and_keeps_the_passphrase_and_the_older_backups() {
    let (folder, mut vault, mut record) = new_vault();
    put(&mut record, "first");
    let backup = vault.back_up(&record, &at(NOW)).unwrap();
    put(&mut record, "second");
    drop(record);
    vault
        .change_passphrase(&Passphrase::new("second one"), QUICK)
        .unwrap();
    let by = Unlocking::Vault(vault.clone());
    let restored = restore(&backup.path, folder.path(), &by).unwrap();
    let record = restored.vault.open(&at(NOW)).unwrap();
    assert_eq!(texts(&record), ["first"]);
    record.check().unwrap();
    assert_eq!(restored.vault.backups().unwrap(), [backup]);
    let secret = Secret::Passphrase(Passphrase::new("second one"));
    let _ = Vault::unlock(folder.path(), &secret).unwrap();
    // What was there stands whole in its own folder: put back by hand, it opens.
    drop(record);
    let aside = restored.set_aside.unwrap();
    let family = vault.record_file().unwrap().parent().unwrap().to_owned();
    fs::remove_dir_all(&family).unwrap();
    fs::rename(aside.join(family.file_name().unwrap()), &family).unwrap();
    assert_eq!(texts(&vault.open(&at(NOW)).unwrap()).len(), 2);
}

#[test]
fn a_backup_takes_the_place_of_a_record_whose_keys_are_lost() {
    let (folder, vault, mut record) = new_vault();
    put(&mut record, "kept");
    let stick = tempfile::tempdir().unwrap();
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    drop((vault, record));
    for name in ["keys.json", "keys.json.bak"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    let restored = restore(&copy, folder.path(), &first_one()).unwrap();
    assert!(restored.set_aside.is_some());
    assert_eq!(texts(&restored.vault.open(&at(NOW)).unwrap()), ["kept"]);
}

#[test]
fn every_flipped_bit_of_a_backup_is_noticed() {
    let (folder, vault, mut record) = new_vault();
    put(&mut record, "words");
    let path = vault.back_up(&record, &at(NOW)).unwrap().path;
    let whole = fs::read(&path).unwrap();
    let mut unnoticed = vec![];
    // 200 places, spread over the whole file, and each byte of its start.
    let spread = (0..200).map(|part| part * whole.len() / 200);
    for place in (0..64).chain(spread) {
        let mut spoilt = whole.clone();
        spoilt[place] ^= 1 << (place % 8);
        fs::write(&path, &spoilt).unwrap();
        if check(&path, &first_one(), folder.path()).is_ok() {
            unnoticed.push(place);
        }
    }
    assert!(unnoticed.is_empty(), "{unnoticed:?}");
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert!(check(&path, &first_one(), folder.path()).is_err());
    fs::write(&path, b"Dear all").unwrap();
    let other = check(&path, &first_one(), folder.path());
    assert!(matches!(other, Err(Error::BackupDamaged)), "{other:?}");
    assert!(
        only(folder.path(), "keys.json"),
        "no part of a copy is left"
    );
}

/// No unfinished file is left in the folder.
fn only(folder: &Path, there: &str) -> bool {
    let names = fs::read_dir(folder).unwrap();
    let names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.iter().any(|name| name == there) && !names.iter().any(|name| name.starts_with(".new-"))
}

#[test]
fn a_backup_is_due_after_a_day_and_when_the_clock_went_back() {
    let (_folder, vault, record) = new_vault();
    let now = at(NOW);
    assert!(vault.is_backup_due(&now).unwrap());
    let _ = vault.back_up(&record, &now).unwrap();
    for (hours, due) in [
        (0, false),
        (23, false),
        (24, true),
        (-30, true),
        (-2, false),
    ] {
        let then = now.checked_add(hours.hours()).unwrap();
        assert_eq!(vault.is_backup_due(&then).unwrap(), due, "{hours} hours");
    }
}

#[test]
fn old_backups_go_and_the_number_says_which_are_old() {
    let (_folder, vault, record) = new_vault();
    for day in 0..12 {
        let now = at(NOW).checked_add(day.days()).unwrap();
        let _ = vault.back_up(&record, &now).unwrap();
    }
    // The clock is ten years slow, then ten years fast.
    for years in [-10, 10] {
        let now = at(NOW).checked_add(years.years()).unwrap();
        let made = vault.back_up(&record, &now).unwrap();
        assert!(vault.backups().unwrap().contains(&made), "{years} years");
    }
    let numbers: Vec<u32> = vault
        .backups()
        .unwrap()
        .iter()
        .map(|one| one.number)
        .collect();
    assert!(
        numbers.len() < 14 && numbers.ends_with(&[12, 13, 14]),
        "{numbers:?}"
    );
}

#[test]
fn a_year_of_backups_comes_down_to_26() {
    let first = jiff::civil::date(2026, 1, 1);
    let all: Vec<Made> = (0..700)
        .map(|number| Made {
            number,
            day: first.checked_add((i64::from(number)).days()).unwrap(),
        })
        .collect();
    let mut kept: BTreeSet<u32> = BTreeSet::new();
    for made in &all {
        let here: Vec<Made> = all
            .iter()
            .filter(|one| kept.contains(&one.number) || one.number == made.number)
            .copied()
            .collect();
        kept = to_keep(&here);
    }
    assert!(kept.len() <= 26, "{kept:?}");
    assert!(
        (693..700).all(|day| kept.contains(&day)),
        "each of the last 7 days"
    );
    assert!(kept.len() >= 18, "{kept:?}");
}
