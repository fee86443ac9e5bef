//! `withy record export` and `withy record import`, as the program is run.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use withy::record::{RecoveryWords, Secret, Vault};

use super::*;

/// A folder with a locked record of one note.
fn a_home() -> TempDir {
    let now = at(NOW);
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let words = RecoveryWords::random().unwrap();
    let quick = Cost::of(64, 1);
    let vault = Vault::create(folder.path(), &passphrase, &words, quick, &now).unwrap();
    let mut record = vault.open(&now).unwrap();
    let note = Note {
        text: "The school rang.".to_owned(),
        ..Note::new(&now)
    };
    record
        .change("Write", &now, |change| change.put_note(&note))
        .unwrap();
    folder
}

fn withy(home: &Path, typed: &str, what: &[&str]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_withy"))
        .arg("--data-dir")
        .arg(home)
        .arg("record")
        .args(what)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    run.stdin
        .take()
        .unwrap()
        .write_all(typed.as_bytes())
        .unwrap();
    run.wait_with_output().unwrap()
}

#[track_caller]
fn says(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains(words), "{said}");
}

#[track_caller]
fn complains(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(words), "{said}");
}

fn notes_in(home: &Path) -> usize {
    let vault = Vault::unlock(home, &Secret::Passphrase(Passphrase::new(PASSPHRASE))).unwrap();
    let record = vault.open(&at(NOW)).unwrap();
    record.notes(&Default::default()).unwrap().len()
}

#[test]
fn a_plain_export_goes_from_one_computer_to_another() {
    let (home, other, stick) = (a_home(), a_home(), tempfile::tempdir().unwrap());
    let file = stick.path().join("all.zip");
    let file = file.to_str().unwrap();
    let own = format!("{PASSPHRASE}\n");
    let done = withy(home.path(), &own, &["export", "--to", file]);
    says(
        &done,
        "all.zip: 1 note. It is not locked: anyone who has this file can read it.",
    );
    complains(
        &withy(home.path(), &own, &["export", "--to", file]),
        "There is a file of that name already.",
    );
    complains(
        &withy(home.path(), "wrong\n", &["import", file]),
        "That passphrase does not open your record.",
    );
    let dry = withy(
        other.path(),
        &own,
        &["import", file, "--dry-run", "--doubles"],
    );
    says(&dry, "holds 1 note.");
    says(
        &dry,
        "Very like something here, and brought in too:\n  Note, 23 November 2026: The school rang.",
    );
    says(&dry, "Nothing was changed.");
    assert_eq!(notes_in(other.path()), 1);
    says(
        &withy(other.path(), &own, &["import", file]),
        "There was nothing to add.",
    );
    says(
        &withy(other.path(), &own, &["import", file, "--doubles"]),
        "Added: 1 thing.",
    );
    assert_eq!(notes_in(other.path()), 2);
    says(
        &withy(other.path(), &own, &["import", file]),
        "Here already: 1.",
    );
}

#[test]
fn a_locked_export_asks_for_its_own_passphrase() {
    let (home, stick) = (a_home(), tempfile::tempdir().unwrap());
    let folder = stick.path().to_str().unwrap();
    let lines = |second: &str| format!("{PASSPHRASE}\n{second}\n");
    let export = ["export", "--to", folder, "--encrypt"];
    complains(
        &withy(home.path(), &lines(""), &export),
        "Type a passphrase for the export",
    );
    complains(
        &withy(home.path(), &lines("maya2018"), &export),
        "Somebody could guess this passphrase.",
    );
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
    let done = withy(home.path(), &lines("copper window seven kites"), &export);
    says(&done, "It is locked.");
    let file = std::fs::read_dir(stick.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let file = file.to_str().unwrap();
    assert!(file.ends_with(".zip.age"), "{file}");
    complains(
        &withy(home.path(), &lines(""), &["import", file]),
        "This export is locked.",
    );
    complains(
        &withy(home.path(), &lines("copper"), &["import", file]),
        "That passphrase does not open this export.",
    );
    let right = lines("copper  window seven kites");
    says(
        &withy(home.path(), &right, &["import", file, "--dry-run"]),
        "Here already: 1.",
    );
}
