//! What was saved before the program was killed, or the plug pulled, is there afterwards: notes, drafts,
//! passphrases, sheets and backups; and nothing of it is anywhere in plain text. `WITHY_KILLS=300` kills oftener,
//! `WITHY_CUTS=500` pulls the plug oftener.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

#[path = "record/plain.rs"]
mod plain;
#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
#[path = "record/writer.rs"]
mod writer;

#[cfg(target_os = "linux")]
#[path = "record_kill/disk.rs"]
mod disk;
#[cfg(target_os = "linux")]
#[path = "record_kill/power.rs"]
mod power;
#[cfg(target_os = "linux")]
#[path = "record_kill/trace.rs"]
mod trace;

use writer::Done;

const FOLDER: &str = "WITHY_TEST_FOLDER_TO_KILL";
const KILLS: u32 = 20;

/// Numbers that look like chance and are the same each time.
#[derive(Debug, Clone)]
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number under `end`.
    fn under(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % end
    }
}

/// How often something is done: as the environment says, or `usual`.
fn times(name: &str, usual: u32) -> u32 {
    std::env::var(name).map_or(usual, |often| often.parse().unwrap())
}

/// Says it past the test runner, which keeps to itself what a passing test prints.
fn tell(figures: &str) {
    let line = format!("{figures}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Runs the writer, kills it some time after so many notes, and says what it called done.
fn kill_after(folder: &Path, scratch: &Path, notes: u32, later: Duration, before: &Done) -> Done {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "nothing_that_was_saved_is_lost_when_the_program_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env("WITHY_TEST_PASSPHRASE", before.passphrase.to_string())
        .env("WITHY_TEST_SHEET", before.sheet.to_string())
        .env("TMPDIR", scratch)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut heard = 0;
    let mut done = before.clone();
    for line in lines {
        heard += u32::from(done.hear(&line.unwrap()));
        if heard == notes {
            // Where in its work the kill hits: between two lines, or in the middle of a backup.
            std::thread::sleep(later);
            writer.kill().unwrap();
            heard += 1;
        }
    }
    assert!(
        !writer.wait().unwrap().success(),
        "the writer never ends by itself"
    );
    done
}

#[test]
fn nothing_that_was_saved_is_lost_when_the_program_is_killed() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let before = Done {
            passphrase: times("WITHY_TEST_PASSPHRASE", 0),
            sheet: times("WITHY_TEST_SHEET", 0),
            ..Done::default()
        };
        writer::write(Path::new(&folder), &before, u32::MAX);
        return;
    }
    let kills = times("WITHY_KILLS", KILLS);
    let scratch = tempfile::tempdir().unwrap();
    let mut dice = Dice::new(1);
    let mut all = [0; 6];
    let mut folder = tempfile::tempdir().unwrap();
    let mut done = Done::default();
    for round in 0..kills {
        // A record that has grown large would make the later kills hit the same work.
        if round % 50 == 0 {
            folder = tempfile::tempdir().unwrap();
            done = Done::default();
            writer::make(folder.path());
        }
        let notes = 1 + u32::try_from(dice.under(11)).unwrap();
        let later = Duration::from_micros(u64::try_from(dice.under(40_000)).unwrap());
        done = kill_after(folder.path(), scratch.path(), notes, later, &done);
        if round % 10 == 0 || round + 1 == kills {
            plain::nowhere(&[folder.path(), scratch.path()]);
        }
        let there = writer::is_all_there(folder.path(), &mut done);
        assert_eq!(there, Ok(()), "kill {round}, {done:?}");
        if round % 50 == 49 || round + 1 == kills {
            done.add_to(&mut all);
        }
    }
    tell(&format!(
        "{kills} kills: {} called done, 0 lost, 0 damaged",
        Done::said(all)
    ));
}
