//! The real window, used by a screen reader: AT-SPI actions, real keys, and what landed in the
//! record. It needs a screen, a message bus and Python's AT-SPI, which Linux distributions package;
//! where they are missing it says so and passes, because nothing was tested.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise, and says plainly what it could not do"
)]
#![cfg(target_os = "linux")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use rusqlite::types::ValueRef;
use withy::record::{Passphrase, Secret, Vault};

const PROGRAMS: [&str; 8] = [
    "Xvfb",
    "openbox",
    "xdotool",
    "xdpyinfo",
    "xprop",
    "dbus-run-session",
    "dbus-send",
    "/usr/libexec/at-spi-bus-launcher",
];

/// What is not on this machine.
fn missing() -> Vec<String> {
    let folders: Vec<PathBuf> = std::env::var_os("PATH")
        .map(|path| std::env::split_paths(&path).collect())
        .unwrap_or_default();
    let mut missing: Vec<String> = PROGRAMS
        .into_iter()
        .filter(|program| !folders.iter().any(|folder| folder.join(program).is_file()))
        .map(str::to_owned)
        .collect();
    let python = Command::new("/usr/bin/python3")
        .args([
            "-c",
            "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi",
        ])
        .output();
    if !python.is_ok_and(|done| done.status.success()) {
        missing.push("/usr/bin/python3 with gi and Atspi 2.0".to_owned());
    }
    missing
}

/// One session at a time: each has its own screen, but two would wait for one another's keys.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn run(script: &str, arguments: &[&str]) {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let missing = missing();
    if !missing.is_empty() {
        // Past the test runner, which keeps to itself what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "NOT TESTED with a screen reader's eyes: this machine has no {}. \
             See tests/at_spi/packages.txt.",
            missing.join(", no ")
        );
        return;
    }
    // A real window on a busy machine can lose a key to the window manager. It gets one more try,
    // and says so; a program that panicked gets none.
    let first = attempt(script, arguments);
    let Err(problem) = first else { return };
    assert!(!problem.contains("panicked"), "{problem}");
    println!("The first try of {script} {arguments:?} failed:\n{problem}\nOnce more.");
    let again = attempt(script, arguments);
    assert!(again.is_ok(), "{}", again.err().unwrap_or_default());
}

/// Runs a script beside a new window; what went wrong, with what the program complained of.
fn attempt(script: &str, arguments: &[&str]) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/at_spi");
    let work = tempfile::tempdir().unwrap();
    let done = Command::new(folder.join("session.sh"))
        .arg(env!("CARGO_BIN_EXE_withy"))
        .arg(work.path())
        .arg("/usr/bin/python3")
        .arg(folder.join(script))
        .args(arguments)
        .env("ASK", std::env::current_exe().unwrap())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    println!("{said}");
    let complaints = std::fs::read_to_string(work.path().join("program.log")).unwrap_or_default();
    if done.status.success() && !complaints.contains("panicked") {
        return Ok(());
    }
    let errors = String::from_utf8_lossy(&done.stderr);
    Err(format!(
        "{script} {arguments:?}\n{said}\n{errors}\nThe program said:\n{complaints}"
    ))
}

#[test]
fn j1_from_a_worry_to_a_saved_first_step() {
    run("journeys.py", &["j1"]);
}

#[test]
fn j2_a_misspelt_word_finds_the_right_service() {
    run("journeys.py", &["j2"]);
}

#[test]
fn j3_questions_go_to_an_appointment_and_come_back_answered() {
    run("journeys.py", &["j3"]);
}

#[test]
fn j4_a_phone_call_is_noted_in_three_fields() {
    run("journeys.py", &["j4"]);
}

#[test]
fn a_long_line_is_reviewed_and_mended_as_one() {
    run("journeys.py", &["long-lines"]);
}

#[test]
fn j6_a_budget_question_goes_from_the_guide_to_an_answer() {
    run("journeys.py", &["j6"]);
}

#[test]
fn a_minute_of_random_actions_and_keys_leaves_it_answering() {
    run("fuzz.py", &["60"]);
}

/// Python has no SQLCipher: the scripts run this test to ask a record that they made.
#[test]
fn rows_of_a_locked_record() {
    let Some(question) = std::env::var_os("WITHY_ASK") else {
        return;
    };
    let folder = std::env::var_os("WITHY_ASK_FOLDER").unwrap();
    let passphrase = Passphrase::new(&std::env::var("WITHY_ASK_PASSPHRASE").unwrap());
    let vault = Vault::unlock(Path::new(&folder), &Secret::Passphrase(passphrase)).unwrap();
    let record = rusqlite::Connection::open(vault.record_file().unwrap()).unwrap();
    let key = vault.family_key().unwrap().for_sqlcipher().unwrap();
    record.key(None::<&str>, &*key, false).unwrap();
    let mut statement = record.prepare(question.to_str().unwrap()).unwrap();
    let columns = statement.column_count();
    let mut found = statement.query([]).unwrap();
    let mut rows: Vec<Vec<serde_json::Value>> = vec![];
    while let Some(row) = found.next().unwrap() {
        let value = |column| match row.get_ref(column).unwrap() {
            ValueRef::Null => serde_json::Value::Null,
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(words) | ValueRef::Blob(words) => {
                String::from_utf8_lossy(words).into_owned().into()
            }
        };
        rows.push((0..columns).map(value).collect());
    }
    println!("\nrows {}", serde_json::to_string(&rows).unwrap());
}
