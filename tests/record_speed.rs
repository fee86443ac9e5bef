//! How quick a locked record is. It prints and asserts nothing:
//! `cargo test --test record_speed -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::time::{Duration, Instant};

use withy::record::{Cost, Note, NoteFilter, Passphrase, RecoveryWords, Secret, Vault};

#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use support::at;

const NOW: &str = "2026-11-23T14:30";
const NOTES: usize = 10_000;

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    (work(), began.elapsed())
}

fn say(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!(
        "{what}: p50 {:?}, p99 {:?} of {}",
        at(0.5),
        at(0.99),
        times.len()
    );
}

fn note(number: usize) -> Note {
    // Some words are common and most are rare, as in any language.
    let list = bip39::Language::English.word_list();
    let word = |it: usize| {
        let dice = (number * 7_919 + it * 104_729) % 2_048;
        list[dice * dice / 2_048]
    };
    let text: Vec<&str> = (0..150).map(word).collect();
    Note {
        text: format!("{number} call{number} {}", text.join(" ")),
        ..Note::new(&at(NOW))
    }
}

#[test]
#[ignore = "prints figures"]
fn figures() {
    let now = at(NOW);
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let (cost, took) = timed(Cost::of_this_computer);
    println!("the cost of a passphrase here: {cost:?}, measured in {took:?}");
    let vault = Vault::create(folder.path(), &passphrase, &words, cost, &now).unwrap();
    let mut record = vault.open(&now).unwrap();
    let ((), took) = timed(|| {
        record
            .change("Add", &now, |change| {
                (0..NOTES).try_for_each(|it| change.put_note(&note(it)))
            })
            .unwrap();
    });
    println!("{NOTES} notes in one change: {took:?}");
    let saves = (NOTES..NOTES + 500).map(|number| {
        let note = note(number);
        timed(|| {
            record
                .change("Add", &now, |change| change.put_note(&note))
                .unwrap()
        })
        .1
    });
    say("saving one note", saves.collect());
    let typed = [
        "s",
        "sc",
        "sch",
        "school",
        "school t",
        "school tr",
        "school trip",
        "call42",
        "call9999",
    ];
    let searches = (0..20)
        .flat_map(|_| typed)
        .map(|typed| timed(|| record.search(typed, 20).unwrap()).1);
    say("search everything as one types", searches.collect());
    let bytes = std::fs::metadata(vault.record_file().unwrap())
        .unwrap()
        .len();
    let (backup, took) = timed(|| vault.back_up(&record, &now).unwrap());
    println!("a checked backup of {} MB: {took:?}", bytes / 1_000_000);
    println!("the backup has {} MB", backup.bytes / 1_000_000);
    let (found, took) = timed(|| record.check());
    found.unwrap();
    println!("reading all of it through: {took:?}");
    drop(record);
    let secret = Secret::Passphrase(passphrase);
    let (vault, took) = timed(|| Vault::unlock(folder.path(), &secret).unwrap());
    println!("unlocking (Argon2id): {took:?}");
    let opened = (0..20).map(|_| {
        let all = || {
            let record = vault.open(&now).unwrap();
            let first = NoteFilter {
                limit: Some(20),
                ..NoteFilter::default()
            };
            let _ = record.notes(&first).unwrap();
            let _ = record.counts().unwrap();
            record
        };
        timed(all).1
    });
    say(
        "opening after that, with the first notes read",
        opened.collect(),
    );
}
