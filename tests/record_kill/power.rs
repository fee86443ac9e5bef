//! The plug is pulled: strace writes down what a writer asks of the disk, and the disk is built again as it could
//! look after each of many power cuts. It needs strace (`tests/record_kill/packages.txt`) and leave to trace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use withy::record::{Counts, Passphrase, Secret, Vault};

use super::disk::{Disk, Kept};
use super::support::at;
use super::trace::{self, Event};
use super::writer::{self, Done};
use super::{Dice, FOLDER, plain, tell, times};

const CUTS: u32 = 60;
const NOTES: u32 = 24;

/// Why nothing can be traced here.
fn no_strace() -> Option<String> {
    let mut tried = Command::new("strace");
    let _ = tried.args(["-f", "-o", "/dev/null", "-e", "trace=none", "true"]);
    match tried.output() {
        Ok(done) if done.status.success() => None,
        Ok(done) => Some(String::from_utf8_lossy(&done.stderr).trim().to_owned()),
        Err(problem) => Some(format!("strace: {problem}")),
    }
}

/// What a writer asked of the disk.
struct Recorded {
    folder: PathBuf,
    before: Disk,
    events: Vec<Event>,
}

/// Runs this test again as the writer, under strace. `None`, with a sentence, where that cannot be done.
fn record(test: &str, folder: &Path) -> Option<Recorded> {
    if let Some(why) = no_strace() {
        tell(&format!(
            "NOT TESTED: {test}. Nothing can be traced here: {why}. See tests/record_kill/packages.txt."
        ));
        return None;
    }
    let before = Disk::of(folder);
    let work = tempfile::tempdir().unwrap();
    let trace = work.path().join("trace");
    let scratch = work.path().join("scratch");
    fs::create_dir(&scratch).unwrap();
    let done = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-xx",
            "-s",
            "100000000",
            "-e",
            "signal=none",
            "-e",
        ])
        .arg(format!("trace={}", trace::CALLS))
        .arg("-o")
        .arg(&trace)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env("TMPDIR", &scratch)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{test}: {said}");
    plain::nowhere(&[&scratch]);
    let traced = fs::read_to_string(trace).unwrap();
    let traced = trace::read(&traced, folder, before.tree.clone(), before.files.len());
    assert_eq!(traced.outside, [""; 0], "nothing is written elsewhere");
    Some(Recorded {
        folder: folder.to_owned(),
        before,
        events: traced.events,
    })
}

impl Recorded {
    /// Pulls the plug so often, and says where what was left was not right.
    fn cut(&self, cuts: u32, is_right: impl Fn(&Path, &[&str]) -> Result<(), String>) {
        let said = (0..self.events.len()).filter(|at| matches!(self.events[*at], Event::Said(_)));
        let said: Vec<usize> = said.collect();
        let named = (0..self.events.len()).filter(|at| matches!(self.events[*at], Event::Named(_)));
        let named: Vec<usize> = named.collect();
        let mut wrong = vec![];
        for cut in 0..cuts {
            let mut dice = Dice::new(u64::from(cut) + 1);
            // Most can be lost just after something was called done, and while things change places.
            let end = match cut % 4 {
                0 | 2 => said[dice.under(said.len())] + 1,
                1 => named[dice.under(named.len())] + 1,
                _ => 1 + dice.under(self.events.len()),
            };
            let kept = match dice.under(4) {
                0 => Kept::Nothing,
                1 => Kept::All,
                _ => Kept::Some,
            };
            let place = tempfile::tempdir().unwrap();
            let events = &self.events[..end];
            (self.before).after(events, kept, &mut dice, (&self.folder, place.path()));
            let said: Vec<&str> = events.iter().filter_map(line).collect();
            if let Err(why) = is_right(place.path(), &said) {
                wrong.push(format!("cut {cut} after {end} ({kept:?}): {why}"));
            }
        }
        assert!(wrong.is_empty(), "{} of {cuts}: {wrong:#?}", wrong.len());
    }
}

fn line(event: &Event) -> Option<&str> {
    match event {
        Event::Said(line) => Some(line),
        _ => None,
    }
}

fn heard(said: &[&str]) -> Done {
    let mut done = Done::default();
    for line in said {
        let _ = done.hear(line);
    }
    done
}

#[test]
fn nothing_that_was_saved_is_lost_when_the_plug_is_pulled() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return writer::write(Path::new(&folder), &Done::default(), NOTES);
    }
    let cuts = times("WITHY_CUTS", CUTS);
    let folder = tempfile::tempdir().unwrap();
    writer::make(folder.path());
    let test = "power::nothing_that_was_saved_is_lost_when_the_plug_is_pulled";
    let Some(recorded) = record(test, folder.path()) else {
        return;
    };
    recorded.cut(cuts, |place, said| {
        writer::is_all_there(place, &mut heard(said))
    });
    let said: Vec<&str> = recorded.events.iter().filter_map(line).collect();
    let mut all = [0; 6];
    heard(&said).add_to(&mut all);
    tell(&format!(
        "{cuts} power cuts among {} requests to the disk ({}): 0 lost, 0 damaged",
        recorded.events.len(),
        Done::said(all)
    ));
}

#[test]
fn a_record_is_made_whole_or_not_at_all_when_the_plug_is_pulled() {
    const MADE: &str = "made 1";
    if let Some(folder) = std::env::var_os(FOLDER) {
        let folder = Path::new(&folder).join("withy");
        writer::make(&folder);
        writer::say(MADE);
        return writer::write(&folder, &Done::default(), 2);
    }
    let cuts = times("WITHY_CUTS", CUTS) / 2;
    let folder = tempfile::tempdir().unwrap();
    let test = "power::a_record_is_made_whole_or_not_at_all_when_the_plug_is_pulled";
    let Some(recorded) = record(test, folder.path()) else {
        return;
    };
    recorded.cut(cuts, |place, said| {
        let place = place.join("withy");
        match Vault::is_in(&place) {
            Ok(false) if said.contains(&MADE) => Err("it was called made".to_owned()),
            // Nothing is in the way of making it.
            Ok(false) => {
                writer::make(&place);
                writer::is_all_there(&place, &mut Done::default())
            }
            Ok(true) => writer::is_all_there(&place, &mut heard(said)),
            Err(problem) => Err(format!("{problem:?}")),
        }
    });
    tell(&format!(
        "{cuts} power cuts while a record is made: whole or not at all"
    ));
}

#[test]
fn a_record_of_an_older_format_survives_a_pulled_plug() {
    const PASSPHRASE: &str = "marsh lantern teapot ladder";
    let open = |folder: &Path| -> Result<Counts, String> {
        let secret = Secret::Passphrase(Passphrase::new(PASSPHRASE));
        let vault = Vault::unlock(folder, &secret).map_err(|problem| format!("{problem:?}"))?;
        let record = vault.open(&at("2026-11-23T14:30"));
        let record = record.map_err(|problem| format!("opening: {problem:?}"))?;
        let sound = record.check().and_then(|()| record.counts());
        sound.map_err(|problem| format!("the check: {problem:?}"))
    };
    if let Some(folder) = std::env::var_os(FOLDER) {
        let _ = open(Path::new(&folder)).unwrap();
        return writer::say("opened 1");
    }
    let cuts = times("WITHY_CUTS", CUTS) / 2;
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records/1"),
        folder.path(),
    );
    let test = "power::a_record_of_an_older_format_survives_a_pulled_plug";
    let Some(recorded) = record(test, folder.path()) else {
        return;
    };
    let all = open(folder.path()).unwrap();
    assert!(all.notes > 3, "{all:?}");
    recorded.cut(cuts, |place, _| match open(place)? {
        counts if counts == all => Ok(()),
        counts => Err(format!("{counts:?} of {all:?}")),
    });
    tell(&format!(
        "{cuts} power cuts while an older record is brought up to date: 0 lost"
    ));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            let _ = fs::copy(&path, &target).unwrap();
        }
    }
}
