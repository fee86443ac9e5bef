//! The same without a window.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use withy::record::Vault;

use crate::support::at;
use crate::{NOW, names, open, two, unlock};

/// What the program says, and whether it went well.
fn withy(folder: &Path, line: &[&str]) -> (bool, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_withy"))
        .arg("--data-dir")
        .arg(folder)
        .arg("record")
        .args(line)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stdin = program.stdin.as_mut().unwrap();
    stdin.write_all(b"first one\n").unwrap();
    let done = program.wait_with_output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8(said).unwrap())
}

fn backups(vault: &Vault, id: withy::record::FamilyId) -> usize {
    vault.of_family(id).unwrap().backups().unwrap().len()
}

#[test]
fn a_record_is_named_where_there_are_several() {
    let (folder, vault, first, second) = two();
    let (well, said) = withy(folder.path(), &["backup"]);
    assert!(!well);
    assert!(
        said.contains("There are 2 records here: “Your record” and “Green”."),
        "{said}"
    );
    assert!(said.contains("--family"), "{said}");
    let (well, said) = withy(folder.path(), &["backup", "--family", "Blue"]);
    assert!(
        !well && said.contains("No record here is called “Blue”."),
        "{said}"
    );
    let (well, said) = withy(folder.path(), &["backup", "--family", "green"]);
    assert!(well, "{said}");
    assert_eq!((backups(&vault, first), backups(&vault, second)), (1, 2));
    let (well, said) = withy(folder.path(), &["check"]);
    assert!(well, "{said}");
    for name in [
        "“Your record” is sound: 1 child, 1 note and 1 question.",
        "“Green” is sound",
    ] {
        assert!(said.contains(name), "{said}");
    }
    let (well, said) = withy(folder.path(), &["check", "--family", "Green"]);
    assert!(well && !said.contains("Your record"), "{said}");
    // The one that opens next is as it was.
    assert_eq!(unlock(folder.path()).chosen().unwrap().id, second);
}

#[test]
fn a_backup_comes_beside_and_takes_a_name() {
    let (folder, mut vault, _, second) = two();
    let stick = tempfile::tempdir().unwrap();
    let record = open(&mut vault, second);
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    drop(record);
    let goes = vault.what_goes(second, None).unwrap();
    let _ = vault.wipe(&goes, &at(NOW)).unwrap();
    let file = copy.display().to_string();
    let (well, said) = withy(folder.path(), &["restore", &file, "--family", "Greens"]);
    assert!(well && said.contains("Your backup is in place"), "{said}");
    assert_eq!(names(&unlock(folder.path())), ["Your record", "Greens"]);
}
