//! A computer whose clock is ten years slow or ten years fast.

use jiff::{ToSpan, ZonedDateTime};
use withy::record::{Cost, Passphrase, RecoveryWords, Vault};

use super::*;

/// What the application does when somebody unlocks.
fn sits_down(vault: &Vault, now: &ZonedDateTime) -> Record {
    let record = vault.open(now).unwrap();
    if vault.is_backup_due(now).unwrap() {
        let _ = vault.back_up(&record, now).unwrap();
    }
    record
}

fn write(record: &mut Record, text: &str, now: &ZonedDateTime) {
    let note = Note {
        text: text.to_owned(),
        ..Note::new(now)
    };
    record
        .change("Add", now, |change| change.put_note(&note))
        .unwrap();
    assert!(record.undo().unwrap().is_some());
    assert!(record.redo().unwrap().is_some());
    record.keep_draft("draft", text, now).unwrap();
    assert_eq!(record.draft("draft").unwrap().unwrap().kept_at, *now);
    record.check().unwrap();
}

fn texts(record: &Record) -> Vec<String> {
    let notes = record.notes(&NoteFilter::default()).unwrap();
    let mut texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
    texts.sort();
    texts
}

#[test]
fn a_clock_ten_years_off_loses_nothing_and_empties_no_bin() {
    for years in [-10, 10] {
        let folder = tempfile::tempdir().unwrap();
        let words = RecoveryWords::random().unwrap();
        let passphrase = Passphrase::new("first one");
        let right = at(NOW);
        let quick = Cost::of(64, 1);
        let vault = Vault::create(folder.path(), &passphrase, &words, quick, &right).unwrap();
        let mut record = sits_down(&vault, &right);
        write(&mut record, "a right time", &right);
        let deleted = note("deleted by mistake");
        put(&mut record, &deleted);
        record
            .change("Delete", &right, |change| change.delete_note(deleted.id))
            .unwrap();
        drop(record);

        let wrong = right.checked_add(years.years()).unwrap();
        let mut record = sits_down(&vault, &wrong);
        write(&mut record, "b wrong time", &wrong);
        assert_eq!(texts(&record), ["a right time", "b wrong time"]);
        assert_eq!(
            record.bin().unwrap().len(),
            1,
            "{years} years: the bin waits"
        );
        drop(record);

        // The clock is put right the next day. Now the newest backup seems to be from another decade.
        let right = right.checked_add(1.day()).unwrap();
        let mut record = sits_down(&vault, &right);
        write(&mut record, "c right time", &right);
        let all = ["a right time", "b wrong time", "c right time"];
        assert_eq!(texts(&record), all);
        record
            .change("Back", &right, |change| change.restore(deleted.id.into()))
            .unwrap();
        record
            .change("Delete", &right, |change| change.delete_note(deleted.id))
            .unwrap();
        drop(record);
        let backups = vault.backups().unwrap();
        let numbers: Vec<u32> = backups.iter().map(|one| one.number).collect();
        assert_eq!(numbers, [1, 2, 3], "{years} years");

        // 31 days later, with a right clock, the bin lets go as ever, though a backup seems to be years off.
        for days in [30, 31] {
            let later = right.checked_add(days.days()).unwrap();
            drop(sits_down(&vault, &later));
        }
        let later = right.checked_add(32.days()).unwrap();
        let record = sits_down(&vault, &later);
        assert_eq!(record.bin().unwrap(), [], "{years} years");
        assert_eq!(texts(&record), all);
    }
}
