//! How quick a locked record is, with 10,000 notes in about 25 MB. It prints and asserts nothing:
//! `cargo test --release --test record_speed -- --ignored --nocapture`. Beside the time that passes stands the time that
//! the processor worked: on a busy machine only that can be compared.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::time::{Duration, Instant};

use jiff::{ToSpan, ZonedDateTime};
use withy::record::question::State;
use withy::record::{
    Cost, Note, NoteFilter, Passphrase, QuestionFilter, Record, RecoveryWords, Secret, Vault,
};

#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use support::at;

const NOW: &str = "2026-11-23T14:30";
const NOTES: usize = 10_000;

/// How long this thread has been at work, where the system says so.
fn at_work() -> Duration {
    let says = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = says.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

/// What passed, and what was worked.
type Took = (Duration, Duration);

fn timed<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (began, worked) = (Instant::now(), at_work());
    let done = work();
    (done, (began.elapsed(), at_work().saturating_sub(worked)))
}

fn say(what: &str, times: &[Took]) {
    let at = |part: f64, of: fn(&Took) -> Duration| {
        let mut times: Vec<Duration> = times.iter().map(of).collect();
        times.sort();
        times[((times.len() - 1) as f64 * part) as usize]
    };
    println!(
        "{what}: p50 {:.1?}, p99 {:.1?} (at work p50 {:.1?}, p99 {:.1?}) of {}",
        at(0.5, |took| took.0),
        at(0.99, |took| took.0),
        at(0.5, |took| took.1),
        at(0.99, |took| took.1),
        times.len()
    );
}

fn note(number: usize) -> Note {
    // Some words are common and most are rare, as in any language; and three are in everything.
    let list = bip39::Language::English.word_list();
    let word = |it: usize| {
        let dice = (number * 7_919 + it * 104_729) % 2_048;
        list[(dice * dice / 2_048) * 1_237 % 2_048]
    };
    let text: Vec<&str> = (0..50).map(word).collect();
    let hours = i64::try_from(number).unwrap();
    let at = at(NOW).checked_sub(hours.hours()).unwrap();
    Note {
        text: format!("{number} call{number} the to and {}", text.join(" ")),
        ..Note::new(&at)
    }
}

/// What Today reads.
fn today(record: &Record, now: &ZonedDateTime) {
    let latest = NoteFilter {
        limit: Some(3),
        ..NoteFilter::default()
    };
    let waiting = QuestionFilter {
        state: Some(State::Waiting),
        ..QuestionFilter::default()
    };
    let _ = record.next_appointment(now).unwrap();
    let _ = record.saved_services().unwrap();
    let _ = record.questions(&waiting).unwrap();
    let _ = record.counts().unwrap();
    let _ = record.children().unwrap();
    let _ = record.steps().unwrap();
    let _ = record.paths().unwrap();
    let _ = record.notes(&latest).unwrap();
}

#[test]
#[ignore = "prints figures"]
fn figures() {
    let now = at(NOW);
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let (cost, took) = timed(Cost::of_this_computer);
    println!(
        "the cost of a passphrase here: {cost:?}, measured in {:?}",
        took.0
    );
    let vault = Vault::create(folder.path(), &passphrase, &words, cost, &now).unwrap();
    let mut record = vault.open(&now).unwrap();
    let ((), took) = timed(|| {
        record
            .change("Add", &now, |change| {
                (0..NOTES).try_for_each(|it| change.put_note(&note(it)))
            })
            .unwrap();
    });
    println!("{NOTES} notes in one change: {:?}", took.0);
    record.rest().unwrap();
    let saves = (NOTES..NOTES + 500).map(|number| {
        let note = note(number);
        timed(|| {
            record
                .change("Add", &now, |change| change.put_note(&note))
                .unwrap()
        })
        .1
    });
    say("saving one note", &saves.collect::<Vec<_>>());
    let (_, took) = timed(|| record.rest().unwrap());
    println!(
        "emptying the log of all that: {:.1?} (at work {:.1?})",
        took.0, took.1
    );
    let typed = [
        "the letter",
        "school trip",
        "and the s",
        "a",
        "s",
        "to",
        "call9999",
    ];
    let mut searches = vec![];
    for _ in 0..10 {
        for phrase in typed {
            for end in 1..=phrase.len() {
                let (_, took) = timed(|| record.search(&phrase[..end], 20).unwrap());
                searches.push(took);
            }
        }
    }
    say("search everything, at each letter", &searches);
    let bytes = std::fs::metadata(vault.record_file().unwrap()).unwrap();
    println!("the record has {:.1} MB", bytes.len() as f64 / 1e6);
    let backups = (0..5).map(|_| timed(|| vault.back_up(&record, &now).unwrap()).1);
    say("a checked backup", &backups.collect::<Vec<_>>());
    let (found, took) = timed(|| record.check());
    found.unwrap();
    println!(
        "reading all of it through: {:.1?} (at work {:.1?})",
        took.0, took.1
    );
    drop(record);
    let secret = Secret::Passphrase(passphrase);
    let (vault, took) = timed(|| Vault::unlock(folder.path(), &secret).unwrap());
    println!(
        "unlocking (Argon2id): {:.1?} (at work {:.1?})",
        took.0, took.1
    );
    let opened = (0..40).map(|_| {
        timed(|| {
            let record = vault.open(&now).unwrap();
            today(&record, &now);
            record
        })
        .1
    });
    say(
        "from there to all that Today shows",
        &opened.collect::<Vec<_>>(),
    );
}
