//! A new key for everything, and the program killed in the middle of making it: what is there opens with the old
//! secrets or with the new ones, and nothing is lost. `WITHY_KILLS=300` kills oftener.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use withy::record::backup::{Unlocking, check};
use withy::record::{
    Cost, Error, Note, NoteFilter, Passphrase, Record, RecoveryWords, Secret, Vault,
};

#[path = "record/plain.rs"]
mod plain;
#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use support::at;

const FOLDER: &str = "WITHY_TEST_FOLDER_OF_A_NEW_KEY";
const FROM: &str = "WITHY_TEST_KEY_TO_START_FROM";
const KILLS: u32 = 20;
const NOW: &str = "2026-11-23T14:30";
const QUICK: Cost = Cost::of(64, 1);
const NOTES: u32 = 60;

fn passphrase(number: u32) -> Passphrase {
    Passphrase::new(&format!("passphrase {number}"))
}

fn secret(number: u32) -> Secret {
    Secret::Passphrase(passphrase(number))
}

fn words(number: u32) -> String {
    format!(
        "{number} {} {}",
        plain::MARKER,
        "some words ".repeat(number as usize % 50)
    )
}

/// Makes one new key after the other, for ever, and says before and after each what its number is.
fn make_keys_until_killed(folder: &Path, mut number: u32) {
    let mut out = std::io::stdout();
    let mut say = |what: &str| {
        writeln!(out, "\n{what}").unwrap();
        out.flush().unwrap();
    };
    loop {
        let vault = Vault::unlock(folder, &secret(number)).unwrap();
        number += 1;
        let sheet = RecoveryWords::random().unwrap();
        say(&format!("begun {number}"));
        let _ = vault
            .make_new_key(&passphrase(number), &sheet, QUICK)
            .unwrap();
        say(&format!("made {number}"));
    }
}

/// What the killer waits for, by what stands in the folder: each is another step of the work.
fn is_there(folder: &Path, step: u32) -> bool {
    let names: Vec<String> = std::fs::read_dir(folder.join("families"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let begins = |with: &str| names.iter().filter(|name| name.starts_with(with)).count();
    match step {
        0 => true,
        1 => begins(".key-") >= 1,
        2 => begins(".key-") >= 2,
        3 => begins(".key-") >= 3,
        _ => begins(".old-") >= 1,
    }
}

/// Kills the one that makes keys at a step of its work, some looks later. Gives the last key that it called made.
fn kill(folder: &Path, scratch: &Path, last: u32, round: u32) -> u32 {
    let mut maker = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "killed_anywhere_the_old_secrets_or_the_new_ones_open_all_of_it",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(FROM, last.to_string())
        .env("TMPDIR", scratch)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(maker.stdout.take().unwrap()).lines();
    let mut made = last;
    let mut begun = 0;
    for line in lines.by_ref() {
        let line = line.unwrap();
        if let Some(number) = line.strip_prefix("made ") {
            made = number.parse().unwrap();
        }
        if line.starts_with("begun ") {
            begun += 1;
            if begun == 1 + round % 3 {
                break;
            }
        }
    }
    // It may be past the step before it is seen; then the kill hits the next key, or none of it.
    for _ in 0..20_000 {
        if is_there(folder, round % 5) {
            break;
        }
    }
    for _ in 0..round * 13 % 37 {
        let _ = is_there(folder, 0);
    }
    maker.kill().unwrap();
    for line in lines.map_while(Result::ok) {
        if let Some(number) = line.strip_prefix("made ") {
            made = number.parse().unwrap();
        }
    }
    assert!(!maker.wait().unwrap().success(), "it never ends by itself");
    made
}

fn all_is_there(record: &Record, round: u32) {
    record.check().unwrap();
    let notes = record.notes(&NoteFilter::default()).unwrap();
    let mut texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
    texts.reverse();
    assert_eq!(texts.len(), NOTES as usize, "round {round}");
    for (number, text) in (0..).zip(&texts) {
        assert_eq!(*text, words(number), "round {round}");
    }
}

fn fill(record: &mut Record) {
    let now = at(NOW);
    for number in 0..NOTES {
        let note = Note {
            text: words(number),
            ..Note::new(&now)
        };
        record
            .change("Add", &now, |change| change.put_note(&note))
            .unwrap();
    }
}

#[test]
fn killed_anywhere_the_old_secrets_or_the_new_ones_open_all_of_it() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let from = std::env::var(FROM).unwrap();
        make_keys_until_killed(Path::new(&folder), from.parse().unwrap());
        return;
    }
    let now = at(NOW);
    let kills = std::env::var("WITHY_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let sheet = RecoveryWords::random().unwrap();
    let mut vault = Vault::create(folder.path(), &passphrase(0), &sheet, QUICK, &now).unwrap();
    let mut record = vault.open(&now).unwrap();
    fill(&mut record);
    let backup = vault.back_up(&record, &now).unwrap();
    drop(record);
    let first = vault.chosen().unwrap().id;
    let second = vault.add("The Lanes", &now).unwrap();
    fill(&mut vault.of_family(second).unwrap().open(&now).unwrap());
    let mut last = 0;
    let (mut to_old, mut to_new) = (0, 0);
    for round in 0..kills {
        let made = kill(folder.path(), scratch.path(), last, round);
        // The last that was called made, or the one after it, and never both.
        let opened: Vec<(u32, Vault)> = [made, made + 1]
            .into_iter()
            .filter_map(
                |number| match Vault::unlock(folder.path(), &secret(number)) {
                    Ok(vault) => Some((number, vault)),
                    Err(Error::WrongPassphrase) => None,
                    Err(problem) => panic!("round {round}: {problem:?}"),
                },
            )
            .collect();
        let [(number, vault)] = &opened[..] else {
            panic!("round {round}: {} of two secrets open it", opened.len());
        };
        last = *number;
        if last == made {
            to_old += 1;
        } else {
            to_new += 1;
        }
        for (family, name) in [(first, "Your record"), (second, "The Lanes")] {
            let own = vault.of_family(family).unwrap();
            all_is_there(&own.open(&now).unwrap(), round);
            let named = vault.families().into_iter().find(|one| one.id == family);
            assert_eq!(named.unwrap().name, name, "round {round}");
        }
        let left = std::fs::read_dir(folder.path().join("families")).unwrap();
        assert_eq!(
            left.count(),
            2,
            "round {round}: nothing is left of the work"
        );
    }
    // The backup of the first day opens with what opened it then.
    let by = Unlocking::Secret(Secret::Words(sheet));
    let contents = check(&backup.path, &by, folder.path()).unwrap();
    assert_eq!(contents.counts.notes, NOTES);
    plain::nowhere(&[folder.path(), scratch.path()]);
    let figures = format!(
        "{kills} kills in the middle of a new key: {last} keys made, {to_old} times the key before opened, {to_new} times the one that was being made, nothing lost\n"
    );
    std::io::stderr().write_all(figures.as_bytes()).unwrap();
}
