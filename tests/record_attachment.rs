//! Files in the record: the bytes come back as they were given, are taken back and binned like anything else, and
//! are gone when they are gone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use withy::platform::clock::timed;
use withy::record::attachment::{
    Attachment, AttachmentFilter, BelongsTo, Content, LARGEST, Opened, Why,
};
use withy::record::{
    Appointment, Child, Cost, Error, Item, Note, Passphrase, Record, RecoveryWords, Secret, Vault,
    backup,
};

#[path = "record/pages.rs"]
mod pages;
#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";
const PIECE: usize = 1024 * 1024;

/// Bytes that look like nothing, different for each number.
fn bytes(length: usize, number: u32) -> Vec<u8> {
    let mut state = 0x9E37_79B9_u32 ^ number.wrapping_mul(0x85EB_CA6B);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    };
    (0..length).map(|_| next()).collect()
}

fn keep(record: &mut Record, bytes: &[u8]) -> Content {
    let file = Opened::bytes("file", io::Cursor::new(bytes.to_vec()));
    record.keep_content(file).unwrap()
}

fn add(record: &mut Record, name: &str, bytes: &[u8]) -> Attachment {
    let content = keep(record, bytes);
    let file = Attachment::new(&at(NOW), name, content);
    put(record, "File added", &file);
    file
}

fn put(record: &mut Record, label: &str, file: &Attachment) {
    record
        .change(label, &at(NOW), |change| change.put_attachment(file))
        .unwrap();
}

fn read(record: &Record, file: &Attachment) -> Vec<u8> {
    let mut all = vec![];
    let mut reading = record.read_content(&file.content).unwrap();
    let _ = reading.read_to_end(&mut all).unwrap();
    all
}

fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("record.db")
}

fn open(folder: &TempDir, time: &str) -> Record {
    Record::open(&path(folder), &key(), &at(time)).unwrap()
}

fn contents(folder: &TempDir) -> i64 {
    let both = "select count(*) from content";
    let pieces = "select count(distinct content) from content_piece";
    let count = pages::number(&path(folder), &key(), both);
    assert_eq!(count, pages::number(&path(folder), &key(), pieces));
    count
}

fn all(record: &Record) -> Vec<Attachment> {
    record.attachments(&AttachmentFilter::default()).unwrap()
}

#[test]
fn files_of_every_length_come_back_as_they_were_given() {
    let (folder, mut record) = new_record(&at(NOW));
    let lengths = [1, 2, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5];
    let mut files = vec![];
    for (number, length) in (0..).zip(lengths) {
        let given = bytes(length, number);
        let file = add(&mut record, &format!("letter {number}.pdf"), &given);
        assert_eq!(file.content.size, length as u64);
        assert_eq!(file.content.sha256, hex::encode(Sha256::digest(&given)));
        assert_eq!(file.media_type, "application/pdf");
        files.push((file, given));
    }
    drop(record);
    let record = open(&folder, NOW);
    record.check().unwrap();
    assert_eq!(record.counts().unwrap().attachments, 7);
    for (number, (file, given)) in files.iter().enumerate() {
        assert_eq!(record.attachment(file.id).unwrap().as_ref(), Some(file));
        assert!(read(&record, file) == *given, "{number}");
        let copy = folder.path().join(format!("copy {number}"));
        record.copy_out(&file.content, &copy).unwrap();
        assert!(std::fs::read(copy).unwrap() == *given, "{number}");
    }
}

#[test]
fn a_file_on_the_disk_is_added_and_stays_as_it_is() {
    let (folder, mut record) = new_record(&at(NOW));
    let letter = folder.path().join("A letter.txt");
    std::fs::write(&letter, "Dear Maya").unwrap();
    let opened = Opened::file(&letter).unwrap();
    assert_eq!(opened.name(), "A letter.txt");
    let content = record.keep_content(opened).unwrap();
    assert_eq!(content.size, 9);
    assert_eq!(std::fs::read(&letter).unwrap(), b"Dear Maya");
}

#[test]
fn what_may_not_be_added_is_refused_and_leaves_nothing() {
    let (folder, mut record) = new_record(&at(NOW));
    let empty = folder.path().join("empty.txt");
    std::fs::write(&empty, "").unwrap();
    let large = folder.path().join("film.mp4");
    let sparse = std::fs::File::create(&large).unwrap();
    sparse.set_len(LARGEST + 1).unwrap();
    let refuse = |path: &Path| Opened::file(path).unwrap_err();
    assert!(matches!(refuse(&empty), Why::Empty));
    assert!(matches!(refuse(&large), Why::TooLarge));
    assert!(matches!(refuse(folder.path()), Why::Folder));
    assert!(matches!(
        refuse(&folder.path().join("gone")),
        Why::Unreadable
    ));
    // What turns out only while it is read.
    let mut refuse = |bytes: Box<dyn Read + Send>| {
        record
            .keep_content(Opened::bytes("file", bytes))
            .unwrap_err()
    };
    assert!(matches!(refuse(Box::new(io::empty())), Why::Empty));
    let grown = io::repeat(7).take(LARGEST + 1);
    assert!(matches!(refuse(Box::new(grown)), Why::TooLarge));
    let breaks = io::repeat(7).take(3_000_000).chain(Breaks);
    assert!(matches!(refuse(Box::new(breaks)), Why::Unreadable));
    drop(record);
    assert_eq!(contents(&folder), 0);
    assert!(!pages::hold(&path(&folder), &key(), &[7; 64]));
}

/// A disk that gives up.
struct Breaks;

impl Read for Breaks {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("unplugged"))
    }
}

#[test]
fn a_hundred_megabytes_are_not_too_much() {
    let (_folder, mut record) = new_record(&at(NOW));
    let file = Opened::bytes("film.mp4", io::repeat(7).take(LARGEST));
    let content = record.keep_content(file).unwrap();
    assert_eq!(content.size, LARGEST);
    let mut reading = record.read_content(&content).unwrap();
    assert_eq!(io::copy(&mut reading, &mut io::sink()).unwrap(), LARGEST);
}

#[test]
fn adding_is_taken_back_and_done_again_with_its_bytes() {
    let (folder, mut record) = new_record(&at(NOW));
    let given = bytes(PIECE + 9, 1);
    let file = add(&mut record, "letter.pdf", &given);
    assert_eq!(record.undo().unwrap().as_deref(), Some("File added"));
    assert!(all(&record).is_empty());
    // Another day: what can be done again is kept for that.
    drop(record);
    let mut record = open(&folder, "2027-03-01T09:00");
    assert_eq!(record.redo().unwrap().as_deref(), Some("File added"));
    assert_eq!(all(&record), std::slice::from_ref(&file));
    assert!(read(&record, &file) == given);
    // A new change lets go of what was taken back, and the next opening of its bytes.
    let _ = record.undo().unwrap();
    let note = Note::new(&at(NOW));
    record
        .change("Note added", &at(NOW), |change| change.put_note(&note))
        .unwrap();
    drop(record);
    drop(open(&folder, "2027-03-01T09:00"));
    assert_eq!(contents(&folder), 0);
}

#[test]
fn after_thirty_days_in_the_bin_no_byte_is_left() {
    let (folder, mut record) = new_record(&at(NOW));
    let secret = b"a word that stands nowhere else: zwetschgenknoedel".repeat(50_000);
    let name = "xylophone secret.pdf";
    let file = add(&mut record, name, &secret);
    let title = "xylophone title";
    let renamed = Attachment {
        title: title.to_owned(),
        ..file.clone()
    };
    put(&mut record, "File renamed", &renamed);
    record
        .change("File deleted", &at(NOW), |change| {
            change.delete_attachment(file.id)
        })
        .unwrap();
    assert!(all(&record).is_empty());
    let bin = record.bin().unwrap();
    assert_eq!(bin[0].what, Item::Attachment(file.id));
    assert_eq!(bin[0].title, title);
    drop(record);
    let held = |bytes: &[u8]| pages::hold(&path(&folder), &key(), bytes);
    assert!(held(&secret[..40]) && held(b"xylophone"), "to be erased");
    drop(open(&folder, "2026-12-23T14:30"));
    assert_eq!(contents(&folder), 1, "30 days are not more than 30 days");
    let record = open(&folder, "2026-12-23T14:31");
    assert!(record.bin().unwrap().is_empty());
    assert!(record.can_undo().unwrap().is_none());
    let log = folder.path().join("record.db-wal");
    assert_eq!(std::fs::metadata(log).map_or(0, |log| log.len()), 0);
    drop(record);
    assert_eq!(contents(&folder), 0);
    assert!(!held(&secret[..40]) && !held(b"zwetsch") && !held(b"xylophone"));
}

#[test]
fn what_is_taken_out_of_the_bin_has_its_bytes() {
    let (folder, mut record) = new_record(&at(NOW));
    let given = bytes(77, 3);
    let file = add(&mut record, "letter.pdf", &given);
    record
        .change("File deleted", &at(NOW), |change| {
            change.delete_attachment(file.id)
        })
        .unwrap();
    drop(record);
    let mut record = open(&folder, "2026-12-01T09:00");
    record
        .change("File restored", &at(NOW), |change| {
            change.restore(file.id.into())
        })
        .unwrap();
    assert!(read(&record, &file) == given);
    record.check().unwrap();
}

#[test]
fn the_same_bytes_stand_once_and_stay_as_long_as_one_file_has_them() {
    let (folder, mut record) = new_record(&at(NOW));
    let given = bytes(PIECE, 4);
    let first = add(&mut record, "letter.pdf", &given);
    let second = add(&mut record, "the same letter.pdf", &given);
    assert_eq!(first.content, second.content);
    record
        .change("File deleted", &at(NOW), |change| {
            change.delete_attachment(first.id)
        })
        .unwrap();
    drop(record);
    let record = open(&folder, "2027-01-23T14:30");
    assert_eq!(all(&record), std::slice::from_ref(&second));
    assert!(read(&record, &second) == given);
    drop(record);
    assert_eq!(contents(&folder), 1);
}

#[test]
fn bytes_that_never_became_a_file_go_when_the_record_opens() {
    let (folder, mut record) = new_record(&at(NOW));
    let orphan = bytes(PIECE * 2, 5);
    let _ = keep(&mut record, &orphan);
    let kept = add(&mut record, "letter.pdf", b"kept");
    drop(record);
    assert_eq!(contents(&folder), 2);
    let record = open(&folder, NOW);
    assert_eq!(read(&record, &kept), b"kept");
    drop(record);
    assert_eq!(contents(&folder), 1);
    assert!(!pages::hold(&path(&folder), &key(), &orphan[..64]));
}

#[test]
fn bytes_that_are_not_those_that_were_given_are_noticed() {
    let (folder, mut record) = new_record(&at(NOW));
    let file = add(&mut record, "letter.pdf", &bytes(PIECE + 1, 6));
    drop(record);
    let spoil = |sql: &str| {
        let connection = pages::open(&path(&folder), &key());
        assert_eq!(connection.execute(sql, []).unwrap(), 1);
    };
    let copy = folder.path().join("copy.pdf");
    for sql in [
        "update content_piece set bytes = zeroblob(1) where number = 1",
        "delete from content_piece where number = 1",
    ] {
        spoil(sql);
        let record = open(&folder, NOW);
        let failed = record.copy_out(&file.content, &copy);
        assert!(matches!(failed, Err(Error::FileDamaged)), "{failed:?}");
        assert!(!copy.exists(), "nothing is written of it");
    }
}

#[test]
fn a_copy_that_cannot_be_written_says_so() {
    let (folder, mut record) = new_record(&at(NOW));
    let file = add(&mut record, "letter.pdf", b"Dear Maya");
    let nowhere = folder.path().join("no folder").join("letter.pdf");
    let failed = record.copy_out(&file.content, &nowhere).unwrap_err();
    assert!(failed.to_string().contains("no folder"), "{failed}");
}

#[test]
fn files_are_found_by_name_child_and_what_they_belong_to() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let maya = Child::new(&now);
    let note = Note::new(&now);
    let visit = Appointment::new(&now);
    record
        .change("Add", &now, |change| {
            change.put_child(&maya)?;
            change.put_note(&note)?;
            change.put_appointment(&visit)
        })
        .unwrap();
    let letter = Attachment {
        title: "School report".to_owned(),
        children: vec![maya.id],
        belongs_to: Some(BelongsTo::Note(note.id)),
        ..add(&mut record, "scan0001.pdf", b"one")
    };
    put(&mut record, "Change", &letter);
    let photo = Attachment {
        belongs_to: Some(BelongsTo::Appointment(visit.id)),
        ..add(&mut record, "IMG_7.jpeg", b"two")
    };
    put(&mut record, "Change", &photo);
    assert_eq!(
        all(&record),
        [photo.clone(), letter.clone()],
        "newest first"
    );
    let found = |filter: AttachmentFilter| record.attachments(&filter).unwrap();
    let text = |text: &str| {
        found(AttachmentFilter {
            text: Some(text.to_owned()),
            ..AttachmentFilter::default()
        })
    };
    assert_eq!(text("school rep"), std::slice::from_ref(&letter));
    assert_eq!(text("scan"), std::slice::from_ref(&letter));
    assert_eq!(text("photograph"), std::slice::from_ref(&photo));
    assert_eq!(text("").len(), 2);
    let about = AttachmentFilter {
        child: Some(maya.id),
        ..AttachmentFilter::default()
    };
    assert_eq!(found(about), std::slice::from_ref(&letter));
    for (belongs_to, file) in [(letter.belongs_to, &letter), (photo.belongs_to, &photo)] {
        let filter = AttachmentFilter {
            belongs_to,
            ..AttachmentFilter::default()
        };
        assert_eq!(found(filter), std::slice::from_ref(file));
    }
    let anywhere = record.search("school", 9).unwrap();
    assert_eq!(anywhere[0].what, Item::Attachment(letter.id));
    assert_eq!(anywhere[0].title, "School report");
    record.check().unwrap();
    // What it belonged to goes; the file stays.
    record
        .change("Delete", &now, |change| {
            change.delete_note(note.id)?;
            change.delete_appointment(visit.id)
        })
        .unwrap();
    drop(record);
    let mut record = open(&folder, "2027-01-23T14:30");
    assert!(all(&record).iter().all(|file| file.belongs_to.is_none()));
    // The history still names what is gone.
    while record.undo().unwrap().is_some() {}
    while record.redo().unwrap().is_some() {}
    assert_eq!(all(&record).len(), 2);
    record.check().unwrap();
}

#[test]
fn files_are_in_the_backup_and_come_back_from_it() {
    let now = at(NOW);
    let (folder, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let passphrase = Passphrase::new("marsh lantern teapot ladder");
    let words = RecoveryWords::random().unwrap();
    let vault = Vault::create(folder.path(), &passphrase, &words, Cost::of(64, 1), &now).unwrap();
    let mut record = vault.open(&now).unwrap();
    let lengths = [1, PIECE + 1, 3 * PIECE];
    let given: Vec<Vec<u8>> = (0..).zip(lengths).map(|(n, it)| bytes(it, n)).collect();
    let files: Vec<Attachment> = given
        .iter()
        .map(|bytes| add(&mut record, "letter.pdf", bytes))
        .collect();
    let copy = vault.back_up_to(&record, stick.path(), &now).unwrap();
    let new = tempfile::tempdir().unwrap();
    let by = backup::Unlocking::Secret(Secret::Passphrase(passphrase));
    let looked = backup::check(&copy, &by, new.path()).unwrap();
    assert_eq!(looked.counts.attachments, 3);
    let restored = backup::restore(&copy, new.path(), &by).unwrap();
    let record = restored.vault.open(&now).unwrap();
    for (file, given) in files.iter().zip(&given) {
        assert!(read(&record, file) == *given);
    }
}

#[test]
fn speed_is_printed() {
    let (folder, mut record) = new_record(&at(NOW));
    let given = bytes(25 * PIECE, 9);
    let letter = folder.path().join("scan.pdf");
    std::fs::write(&letter, &given).unwrap();
    let (content, added) = timed(|| record.keep_content(Opened::file(&letter).unwrap()).unwrap());
    let copy = folder.path().join("copy.pdf");
    let ((), taken) = timed(|| record.copy_out(&content, &copy).unwrap());
    let figures = format!("25 MB added in {added:?}, taken out in {taken:?}\n");
    io::stderr().write_all(figures.as_bytes()).unwrap();
}
