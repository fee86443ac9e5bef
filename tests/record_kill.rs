//! What was saved before the program was killed is there afterwards: notes, drafts, passphrases and backups; and
//! nothing of it is anywhere in plain text. `WITHY_KILLS=300` kills oftener.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use withy::record::attachment::{Attachment, AttachmentFilter, Opened};
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

const FOLDER: &str = "WITHY_TEST_FOLDER_TO_KILL";
const KILLS: u32 = 20;
const NOW: &str = "2026-11-23T14:30";
const QUICK: Cost = Cost::of(64, 1);

fn words(number: u32) -> String {
    format!(
        "{number} {} {}",
        plain::MARKER,
        "some words ".repeat(number as usize % 50)
    )
}

fn secret(number: u32) -> Secret {
    Secret::Passphrase(passphrase(number))
}

fn passphrase(number: u32) -> Passphrase {
    Passphrase::new(&format!("passphrase {number}"))
}

/// The bytes of a file, no two alike. A few are longer than one piece; more would only fill the backups.
fn bytes(number: u32) -> Vec<u8> {
    let times = if number.is_power_of_two() { 50_000 } else { 40 };
    format!("{number} {} ", plain::MARKER)
        .repeat(times)
        .into_bytes()
}

/// Adds a file, as the window does: first its bytes, then the file.
fn add_file(record: &mut Record, number: u32) {
    let now = at(NOW);
    let given = std::io::Cursor::new(bytes(number));
    let content = record.keep_content(Opened::bytes("letter", given)).unwrap();
    let file = Attachment::new(&now, &number.to_string(), content);
    record
        .change("File added", &now, |change| change.put_attachment(&file))
        .unwrap();
}

/// Unlocks with the passphrase that was set last, or with the one that was being set.
fn unlock(folder: &Path, last: u32) -> (Vault, u32) {
    for number in [last, last + 1] {
        match Vault::unlock(folder, &secret(number)) {
            Ok(vault) => return (vault, number),
            Err(Error::WrongPassphrase) => {}
            Err(problem) => panic!("{problem:?}"),
        }
    }
    panic!("neither passphrase {last} nor the next opens it")
}

/// Saves notes for ever, each more than once over, changes the passphrase and makes backups, and says so when
/// each is done for good.
fn write_until_killed(folder: &Path, mut passphrases: u32) {
    let now = at(NOW);
    let mut vault;
    (vault, passphrases) = unlock(folder, passphrases);
    let mut record = vault.open(&now).unwrap();
    let mut out = std::io::stdout();
    // Straight to the pipe: the test harness would hold back what `print` says.
    let mut say = |what: &str| {
        writeln!(out, "\n{what}").unwrap();
        out.flush().unwrap();
    };
    say(&format!("passphrase {passphrases}"));
    for number in record.counts().unwrap().notes.. {
        let note = Note {
            text: words(number),
            ..Note::new(&now)
        };
        record
            .change("Add", &now, |change| change.put_note(&note))
            .unwrap();
        match number % 3 {
            0 => {
                record
                    .change("Delete", &now, |change| change.delete_note(note.id))
                    .unwrap();
                assert!(record.undo().unwrap().is_some());
            }
            1 => {
                assert!(record.undo().unwrap().is_some());
                assert!(record.redo().unwrap().is_some());
            }
            _ => {}
        }
        record
            .keep_draft("draft", &number.to_string(), &now)
            .unwrap();
        say(&format!("saved {number}"));
        add_file(&mut record, number);
        say(&format!("file {number}"));
        if number % 4 == 3 {
            let next = passphrases + 1;
            vault.change_passphrase(&passphrase(next), QUICK).unwrap();
            passphrases = next;
            say(&format!("passphrase {passphrases}"));
        }
        if number % 5 == 4 {
            let backup = vault.back_up(&record, &now).unwrap();
            say(&format!("backup {}", backup.number));
        }
    }
}

/// What the writer called done before it was killed.
#[derive(Debug, Default, Clone)]
struct Done {
    saved: u32,
    /// The files, by number.
    files: Vec<u32>,
    passphrase: u32,
    backups: Vec<(u32, u32)>,
}

/// Runs the writer, kills it after so many notes, and says what it called done.
fn kill_after(folder: &Path, scratch: &Path, acknowledged: u32, before: &Done) -> Done {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "nothing_that_was_saved_is_lost_when_the_program_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env("WITHY_TEST_PASSPHRASE", before.passphrase.to_string())
        .env("TMPDIR", scratch)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut heard = 0;
    let mut done = before.clone();
    for line in lines {
        let line = line.unwrap();
        let Some((what, number)) = line.split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse() else { continue };
        match what {
            "saved" => {
                done.saved = number;
                heard += 1;
            }
            "file" => done.files.push(number),
            "passphrase" => done.passphrase = number,
            "backup" => done.backups.push((number, done.passphrase)),
            _ => {}
        }
        if heard == acknowledged {
            writer.kill().unwrap();
        }
    }
    assert!(
        !writer.wait().unwrap().success(),
        "the writer never ends by itself"
    );
    done
}

fn all_is_there(record: &Record, round: u32, saved: u32) {
    record.check().unwrap();
    let notes = record.notes(&NoteFilter::default()).unwrap();
    let mut texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
    texts.reverse();
    let there = texts.len();
    assert!(there > saved as usize, "round {round}: {there} of {saved}");
    for (number, text) in (0..).zip(&texts) {
        assert_eq!(*text, words(number), "round {round}");
    }
    let draft = record.draft("draft").unwrap().unwrap().words;
    let draft: u32 = draft.parse().unwrap();
    assert!(
        draft >= saved,
        "round {round}: the draft is {draft} of {saved}"
    );
}

/// Every file that was called done is there with its bytes, and none is there by half.
fn all_files_are_there(record: &Record, round: u32, done: &[u32]) {
    let files = record.attachments(&AttachmentFilter::default()).unwrap();
    let mut numbers: Vec<u32> = vec![];
    for file in &files {
        let number = file.name.parse().unwrap();
        let mut there = vec![];
        let mut reading = record.read_content(&file.content).unwrap();
        let _ = reading.read_to_end(&mut there).unwrap();
        assert!(there == bytes(number), "round {round}: file {number}");
        numbers.push(number);
    }
    for number in done {
        assert!(numbers.contains(number), "round {round}: file {number}");
    }
}

#[test]
fn nothing_that_was_saved_is_lost_when_the_program_is_killed() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let passphrases = std::env::var("WITHY_TEST_PASSPHRASE").unwrap();
        write_until_killed(Path::new(&folder), passphrases.parse().unwrap());
        return;
    }
    let now = at(NOW);
    let kills = std::env::var("WITHY_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let sheet = RecoveryWords::random().unwrap();
    let _ = Vault::create(folder.path(), &passphrase(0), &sheet, QUICK, &now).unwrap();
    let mut done = Done::default();
    let (mut passphrases, mut backups) = (0, 0);
    for round in 0..kills {
        // Any number will do, as long as the rounds differ: where in its work the kill hits is up to the machine.
        let before = done.clone();
        done = kill_after(folder.path(), scratch.path(), 1 + round * 7 % 23, &before);
        if round % 20 == 0 {
            plain::nowhere(&[folder.path(), scratch.path()]);
        }
        let (vault, number) = unlock(folder.path(), done.passphrase);
        done.passphrase = number;
        passphrases = number;
        let _ = Vault::unlock(folder.path(), &Secret::Words(sheet.clone())).unwrap();
        let record = vault.open(&now).unwrap();
        all_is_there(&record, round, done.saved);
        all_files_are_there(&record, round, &done.files);
        drop(record);
        // The newest is never let go of.
        if let Some((number, passphrase)) = done.backups.last() {
            let there = vault.backups().unwrap();
            let newest = there.iter().find(|one| one.number == *number).unwrap();
            let by = Unlocking::Secret(secret(*passphrase));
            let contents = check(&newest.path, &by, folder.path()).unwrap();
            assert!(contents.counts.notes > 0, "round {round}");
        }
        backups = done.backups.len();
    }
    plain::nowhere(&[folder.path(), scratch.path()]);
    let (saved, files) = (done.saved + 1, done.files.len());
    let figures = format!(
        "{kills} kills: {saved} notes, {files} files, {passphrases} passphrases, {backups} backups called done, none lost\n"
    );
    std::io::stderr().write_all(figures.as_bytes()).unwrap();
}
