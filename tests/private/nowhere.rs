//! A word that a person writes, asks, half types and searches for is in no file: not while the record is open, not
//! locked, not copied, not after the program was killed; neither where Withy keeps things nor among temporary files.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use withy::app::Message;
use withy::screens::{Place, QuestionsStart};

use crate::person::{By, Person};
use crate::plain::{self, MARKER};
use crate::{WINDOW, writes_a_note};

const FOLDER: &str = "WITHY_TEST_FOLDER_TO_SEARCH";

/// Says where the person is, and waits until the files have been looked at.
fn wait(stage: &str) {
    let mut out = std::io::stdout();
    out.write_all(format!("\nstage {stage}\n").as_bytes())
        .unwrap();
    out.flush().unwrap();
    let mut go_on = String::new();
    let _ = std::io::stdin().read_line(&mut go_on).unwrap();
}

fn sits_there(folder: &Path) {
    let mut person = Person::sits_down(folder, WINDOW, By::Keyboard);
    writes_a_note(&mut person, &format!("{MARKER} at school"));
    wait("typed, and nothing is kept yet");
    person.keeps();
    wait("open");
    let new = QuestionsStart::New {
        service: None,
        appointment: None,
    };
    person.settle(Message::Go(Place::Questions(new)));
    person.types(&format!("Why {MARKER}?"));
    person.press("Add question");
    person.shortcut("n");
    person.types(&format!("Half a {MARKER}"));
    person.settle(Message::KeepDrafts);
    wait("half typed");
    person.shortcut("k");
    person.types(MARKER);
    person.sees("at school");
    person.shortcut("f");
    person.types(MARKER);
    wait("searched for");
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Make a backup now");
    person.sees("A backup is made. It opens.");
    person.settle(Message::Tick);
    wait("backed up");
    person.shortcut("l");
    person.sees("Unlock your record");
    wait("locked");
    person.unlocks();
    person.shortcut("n");
    person.sees(&format!("Half a {MARKER}"));
    person.types(" more");
    wait("killed");
}

#[test]
fn a_word_of_the_family_is_in_no_file() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return sits_there(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let mut program = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "nowhere::a_word_of_the_family_is_in_no_file"])
        .args(["--nocapture", "--test-threads=1"])
        .env(FOLDER, folder.path())
        .envs(["TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"].map(|name| (name, scratch.path())))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut keyboard = program.stdin.take().unwrap();
    let mut stages = vec![];
    for line in BufReader::new(program.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some(stage) = line.strip_prefix("stage ") {
            plain::nowhere(&[folder.path(), scratch.path()]);
            stages.push(stage.to_owned());
            if stage == "killed" {
                program.kill().unwrap();
            } else {
                keyboard.write_all(b"\n").unwrap();
            }
        }
    }
    let _ = program.wait().unwrap();
    plain::nowhere(&[folder.path(), scratch.path()]);
    assert_eq!(
        stages.last().map(String::as_str),
        Some("killed"),
        "{stages:?}"
    );
    assert_eq!(stages.len(), 7);
}
