//! A disk that fills, and files that may not grow. Each is a second run of its test, in a shell that sets the limit.

use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use withy::record::{Cost, Passphrase, RecoveryWords, Secret, Vault};

use super::*;

const FOLDER: &str = "WITHY_TEST_NO_ROOM";
const QUICK: Cost = Cost::of(64, 1);

fn passphrase() -> Passphrase {
    Passphrase::new("first one")
}

fn new_vault(folder: &Path) -> Vault {
    let words = RecoveryWords::random().unwrap();
    Vault::create(folder, &passphrase(), &words, QUICK, &at(NOW)).unwrap()
}

fn unlock(folder: &Path) -> Vault {
    Vault::unlock(folder, &Secret::Passphrase(passphrase())).unwrap()
}

/// Runs a test again in a shell, after these commands.
fn again(before: &str, test: &str, folder: &Path) -> Output {
    Command::new("/bin/sh")
        .arg("-c")
        .arg(format!("{before}exec \"$0\" \"$@\""))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn say(what: &str) {
    let mut out = std::io::stdout();
    out.write_all(format!("\n{what}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

fn words(number: usize) -> String {
    format!("{number} {}", "words ".repeat(200))
}

/// Saves notes until one is refused, and says which were saved.
fn fill(record: &mut Record) -> Error {
    for number in record.counts().unwrap().notes as usize.. {
        let note = note(&words(number));
        let saved = record.change("Add", &at(NOW), |change| change.put_note(&note));
        match saved {
            Ok(()) => say(&format!("saved {number}")),
            Err(problem) => return problem,
        }
    }
    unreachable!()
}

/// The notes are those that were saved, in order; perhaps one more, that nobody heard of.
fn are_there(record: &Record, saved: usize) {
    record.check().unwrap();
    let mut notes = record.notes(&NoteFilter::default()).unwrap();
    notes.reverse();
    assert!(
        (saved..=saved + 1).contains(&notes.len()),
        "{} of {saved}",
        notes.len()
    );
    for (number, note) in notes.iter().enumerate() {
        assert_eq!(note.text, words(number));
    }
}

fn saved(output: &Output) -> usize {
    let said = String::from_utf8_lossy(&output.stdout);
    said.lines()
        .filter(|line| line.starts_with("saved "))
        .count()
}

#[test]
fn files_that_may_not_grow_lose_nothing_that_was_saved() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let mut vault = unlock(Path::new(&folder));
        let mut record = vault.open(&at(NOW)).unwrap();
        let refused = fill(&mut record);
        say(&format!("refused {refused}"));
        // What is there is there to read, and what has room still goes through whole.
        assert!(!record.notes(&NoteFilter::default()).unwrap().is_empty());
        let _ = vault.back_up(&record, &at(NOW)).unwrap();
        vault
            .change_passphrase(&Passphrase::new("second one"), QUICK)
            .unwrap();
        return;
    }
    let test = "no_room::files_that_may_not_grow_lose_nothing_that_was_saved";
    // 2,000 blocks of 512 bytes. Where the signal is left as it is, the program ends at that write.
    for (ignored, before) in [
        (true, "trap '' XFSZ; ulimit -f 2000; "),
        (false, "ulimit -f 2000; "),
    ] {
        let folder = tempfile::tempdir().unwrap();
        drop(new_vault(folder.path()));
        let output = again(before, test, folder.path());
        let said = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), ignored, "{said}{errors}");
        let mut key = passphrase();
        if ignored {
            let sentence = "refused Your record could not be saved. Nothing from before was lost.";
            assert!(said.contains(sentence), "{said}");
            key = Passphrase::new("second one");
        } else {
            let file_too_large = 25;
            assert_eq!(output.status.signal(), Some(file_too_large), "{said}");
        }
        let vault = Vault::unlock(folder.path(), &Secret::Passphrase(key)).unwrap();
        assert!(saved(&output) > 10, "{said}");
        are_there(&vault.open(&at(NOW)).unwrap(), saved(&output));
        assert_eq!(vault.backups().unwrap().len(), usize::from(ignored));
    }
}

#[test]
fn a_disk_that_fills_loses_nothing_that_was_saved() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return on_a_full_disk(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=3m withy \"$WITHY_TEST_NO_ROOM\"";
    let can = Command::new("unshare")
        .args(["-m", "/bin/sh", "-c", mount])
        .env(FOLDER, folder.path())
        .output();
    if !can.is_ok_and(|tried| tried.status.success()) {
        let why = "NOT TESTED on a disk of its own: this machine lets nobody mount one here.\n";
        std::io::stderr().write_all(why.as_bytes()).unwrap();
        return;
    }
    let test = "no_room::a_disk_that_fills_loses_nothing_that_was_saved";
    let exe = std::env::current_exe().unwrap();
    let output = Command::new("unshare")
        .args(["-m", "/bin/sh", "-c"])
        .arg(format!("{mount} && exec \"$0\" \"$@\""))
        .arg(exe)
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("all there"),
        "{said}{errors}"
    );
}

/// The folder is a disk of 3 MB.
fn on_a_full_disk(folder: &Path) {
    let ballast = folder.join("holiday.mov");
    std::fs::write(&ballast, vec![1; 400_000]).unwrap();
    let mut vault = new_vault(folder);
    let mut record = vault.open(&at(NOW)).unwrap();
    let backup = vault.back_up(&record, &at(NOW)).unwrap();
    let refused = fill(&mut record);
    assert!(matches!(refused, Error::DiskFull), "{refused:?}");
    let saved = record.counts().unwrap().notes as usize;
    let draft = record.keep_draft("draft", &"words ".repeat(5_000), &at(NOW));
    assert!(matches!(draft, Err(Error::DiskFull)), "{draft:?}");
    // Until the last byte: even a key file finds no room.
    let rest = std::fs::File::create(folder.join("rest")).unwrap();
    let mut more = &rest;
    while more.write_all(&[0; 512]).is_ok() {}
    let changed = vault.change_passphrase(&Passphrase::new("second one"), QUICK);
    assert!(matches!(changed, Err(Error::DiskFull)), "{changed:?}");
    let copied = vault.back_up(&record, &at(NOW));
    assert!(matches!(copied, Err(Error::DiskFull)), "{copied:?}");
    assert_eq!(vault.backups().unwrap(), [backup]);
    drop(record);
    // Closed and opened while it is full: all of it can be read.
    let record = unlock(folder).open(&at(NOW));
    if let Ok(record) = &record {
        are_there(record, saved);
    }
    drop(record);
    std::fs::remove_file(ballast).unwrap();
    std::fs::remove_file(folder.join("rest")).unwrap();
    let vault = unlock(folder);
    let mut record = vault.open(&at(NOW)).unwrap();
    are_there(&record, saved);
    let after = note(&words(saved));
    record
        .change("Add", &at(NOW), |change| change.put_note(&after))
        .unwrap();
    are_there(&record, saved + 1);
    say("all there");
}
