//! What was saved before the program was killed is there afterwards.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use withy::record::{Note, NoteFilter, Record};

#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const PATH: &str = "WITHY_TEST_RECORD_TO_KILL";
const ROUNDS: u32 = 20;
const NOW: &str = "2026-11-23T14:30";

fn words(number: u32) -> String {
    format!("{number} {}", "some words ".repeat(number as usize % 50))
}

/// Saves notes for ever, each more than once over, and says so when each is saved for good.
fn write_until_killed(path: &Path) {
    let now = at(NOW);
    let mut record = Record::open(path, &key(), &now).unwrap();
    let mut out = std::io::stdout();
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
        // Straight to the pipe: the test harness would hold back what `print` says.
        writeln!(out, "\nsaved {number}").unwrap();
        out.flush().unwrap();
    }
}

/// Runs the writer, kills it after so many notes, and returns the last note that it called saved.
fn kill_after(path: &Path, acknowledged: u32) -> u32 {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "no_saved_note_is_lost_when_the_program_is_killed",
            "--nocapture",
        ])
        .env(PATH, path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut heard = 0;
    let mut last = None;
    for line in lines {
        let line = line.unwrap();
        if let Some(number) = line.strip_prefix("saved ") {
            last = Some(number.parse().unwrap());
            heard += 1;
            if heard == acknowledged {
                writer.kill().unwrap();
            }
        }
    }
    assert!(
        !writer.wait().unwrap().success(),
        "the writer never ends by itself"
    );
    last.unwrap()
}

#[test]
fn no_saved_note_is_lost_when_the_program_is_killed() {
    if let Some(path) = std::env::var_os(PATH) {
        write_until_killed(Path::new(&path));
        return;
    }
    let now = at(NOW);
    let (folder, record) = new_record(&now);
    drop(record);
    let path = folder.path().join("record.db");
    for round in 0..ROUNDS {
        // Any number will do, as long as the rounds differ: where in its work the kill hits is up to the machine.
        let saved = kill_after(&path, 1 + round * 7 % 23);
        let record = Record::open(&path, &key(), &now).unwrap();
        record.check().unwrap();
        let notes = record.notes(&NoteFilter::default()).unwrap();
        let mut texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
        texts.reverse();
        assert!(
            texts.len() > saved as usize,
            "round {round}: {} of {saved}",
            texts.len()
        );
        for (number, text) in (0..).zip(&texts) {
            assert_eq!(*text, words(number), "round {round}");
        }
        let draft: u32 = record
            .draft("draft")
            .unwrap()
            .unwrap()
            .words
            .parse()
            .unwrap();
        assert!(
            draft >= saved,
            "round {round}: the draft is {draft}, {saved} was saved"
        );
    }
}
