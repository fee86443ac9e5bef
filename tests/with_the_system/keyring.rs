//! The real keyring: GNOME Keyring on a private bus, where the machine has it.

use std::process::{Command, Stdio};
use std::time::Instant;

use withy::platform::keyring::{Error, Keyring};

const INSIDE: &str = "WITHY_TEST_INSIDE_A_SESSION";

/// A name that nobody has.
const NAME: &str = "a test of Withy";

#[test]
fn the_keyring_of_the_sign_in_keeps_gives_back_and_forgets() {
    if std::env::var_os(INSIDE).is_some() {
        with_a_keyring();
        return;
    }
    let there = |program| {
        let found = Command::new("sh")
            .args(["-c", &format!("command -v {program}")])
            .output();
        found.is_ok_and(|found| found.status.success())
    };
    if !there("gnome-keyring-daemon") || !there("dbus-run-session") {
        eprintln!(
            "not tried: there is no gnome-keyring-daemon or no dbus-run-session on this machine"
        );
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let start = "printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \"$@\"";
    let inside = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", start])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "keyring::the_keyring_of_the_sign_in_keeps_gives_back_and_forgets",
            "--nocapture",
        ])
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&inside.stderr).into_owned();
    assert!(inside.status.success(), "{said}");
    for line in said.lines().filter(|line| line.contains("keyring:")) {
        eprintln!("{line}");
    }
}

fn with_a_keyring() {
    let keyring = Keyring::default();
    let store = keyring.store();
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let began = Instant::now();
        work();
        eprintln!(
            "keyring: {what} took {:.1} ms",
            began.elapsed().as_secs_f64() * 1e3
        );
    };
    assert_eq!(store.find(NAME).unwrap_err(), Error::Forgotten);
    timed("keeping", &mut || store.keep(NAME, &[7; 32]).unwrap());
    timed("giving back", &mut || {
        assert_eq!(store.find(NAME).unwrap().as_slice(), [7; 32]);
    });
    store.keep(NAME, &[8; 32]).unwrap();
    assert_eq!(store.find(NAME).unwrap().as_slice(), [8; 32]);
    timed("forgetting", &mut || store.forget(NAME).unwrap());
    assert_eq!(store.find(NAME).unwrap_err(), Error::Forgotten);
    store.forget(NAME).unwrap();
}

#[test]
fn with_no_keyring_it_says_so_at_once() {
    if std::env::var_os(INSIDE).is_some() {
        let store = Keyring::default();
        assert_eq!(store.store().find(NAME).unwrap_err(), Error::Silent);
        assert_eq!(
            store.store().keep(NAME, &[7; 32]).unwrap_err(),
            Error::Silent
        );
        return;
    }
    let inside = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "keyring::with_no_keyring_it_says_so_at_once",
            "--nocapture",
        ])
        .env(INSIDE, "1")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
        .output()
        .unwrap();
    assert!(
        inside.status.success(),
        "{}",
        String::from_utf8_lossy(&inside.stderr)
    );
}
