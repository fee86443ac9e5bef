//! A program that keeps on writing to a record and says what it has done for good, one line each; and whether all
//! of that is there. It is killed, and its plug is pulled.

use std::io::{Read, Write};
use std::path::Path;

use withy::record::attachment::{Attachment, AttachmentFilter, Opened};
use withy::record::backup::{Unlocking, check, restore};
use withy::record::{
    Cost, Error, Note, NoteFilter, Passphrase, Record, RecoveryWords, Secret, Vault,
};

use super::plain;
use super::support::at;

const NOW: &str = "2026-11-23T14:30";
const QUICK: Cost = Cost::of(64, 1);

/// What the writer called done.
#[derive(Debug, Default, Clone)]
pub struct Done {
    /// The number of the newest note.
    pub saved: Option<u32>,
    /// The numbers of the files.
    pub files: Vec<u32>,
    /// The number of the passphrase.
    pub passphrase: u32,
    /// The number of the recovery sheet.
    pub sheet: u32,
    /// The numbers of backups, each with the passphrase of its day.
    pub backups: Vec<(u32, u32)>,
    /// How often a backup was put in place.
    pub restored: u32,
}

impl Done {
    /// Understands a line of the writer; true when a note was saved.
    pub fn hear(&mut self, line: &str) -> bool {
        let Some((what, number)) = line.split_once(' ') else {
            return false;
        };
        let Ok(number) = number.parse() else {
            return false;
        };
        match what {
            "saved" => self.saved = Some(number),
            "file" => self.files.push(number),
            "passphrase" => self.passphrase = number,
            "sheet" => self.sheet = number,
            "backup" => self.backups.push((number, self.passphrase)),
            "restored" => self.restored += 1,
            _ => {}
        }
        what == "saved"
    }

    /// Adds how often each kind of thing was done.
    pub fn add_to(&self, all: &mut [u32; 6]) {
        let backups = u32::try_from(self.backups.len()).unwrap();
        let saved = self.saved.map_or(0, |number| number + 1);
        let files = u32::try_from(self.files.len()).unwrap();
        let these = [
            saved,
            files,
            self.passphrase,
            self.sheet,
            backups,
            self.restored,
        ];
        for (sum, one) in all.iter_mut().zip(these) {
            *sum += one;
        }
    }

    /// The same in words.
    pub fn said([notes, files, passphrases, sheets, backups, restores]: [u32; 6]) -> String {
        format!(
            "{notes} notes, {files} files, {passphrases} passphrases, {sheets} sheets, {backups} backups, {restores} restores"
        )
    }
}

fn words(number: u32) -> String {
    format!(
        "{number} {} {}",
        plain::MARKER,
        "some words ".repeat(number as usize % 50)
    )
}

fn passphrase(number: u32) -> Passphrase {
    Passphrase::new(&format!("passphrase {number}"))
}

fn by_passphrase(number: u32) -> Secret {
    Secret::Passphrase(passphrase(number))
}

fn sheet(number: u32) -> RecoveryWords {
    let entropy = u128::from(number).to_le_bytes();
    let words = bip39::Mnemonic::from_entropy(&entropy).unwrap();
    RecoveryWords::read(&words.to_string()).unwrap()
}

/// A record with nothing in it.
pub fn make(folder: &Path) {
    let _ = Vault::create(folder, &passphrase(0), &sheet(0), QUICK, &at(NOW)).unwrap();
}

/// Unlocks with the passphrase that was set last, or with the one that was being set.
fn unlock(folder: &Path, last: u32) -> Result<(Vault, u32), String> {
    for number in [last, last + 1] {
        match Vault::unlock(folder, &by_passphrase(number)) {
            Ok(vault) => return Ok((vault, number)),
            Err(Error::WrongPassphrase) => {}
            Err(problem) => return Err(format!("unlocking: {problem:?}")),
        }
    }
    Err(format!("neither passphrase {last} nor the next opens it"))
}

/// The same for the sheet.
fn which_sheet(folder: &Path, last: u32) -> Result<u32, String> {
    for number in [last, last + 1] {
        match Vault::unlock(folder, &Secret::Words(sheet(number))) {
            Ok(_) => return Ok(number),
            Err(Error::WrongWords) => {}
            Err(problem) => return Err(format!("unlocking by words: {problem:?}")),
        }
    }
    Err(format!("neither sheet {last} nor the next opens it"))
}

/// Straight to the pipe: the test harness would hold back what `print` says.
pub fn say(what: &str) {
    let mut out = std::io::stdout();
    out.write_all(format!("\n{what}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Saves so many notes, each more than once over, changes the passphrase and the sheet, makes backups and goes
/// back to them, and says so when each is done for good.
pub fn write(folder: &Path, before: &Done, notes: u32) {
    let now = at(NOW);
    let (mut vault, mut passphrases) = unlock(folder, before.passphrase).unwrap();
    let mut sheets = which_sheet(folder, before.sheet).unwrap();
    let mut record = vault.open(&now).unwrap();
    say(&format!("passphrase {passphrases}"));
    say(&format!("sheet {sheets}"));
    let first = record.counts().unwrap().notes;
    for number in first..first.saturating_add(notes) {
        save(&mut record, number);
        say(&format!("saved {number}"));
        add_file(&mut record, number);
        say(&format!("file {number}"));
        if number % 4 == 3 {
            let next = passphrases + 1;
            vault.change_passphrase(&passphrase(next), QUICK).unwrap();
            passphrases = next;
            say(&format!("passphrase {passphrases}"));
        }
        if number % 7 == 6 {
            vault.change_words(&sheet(sheets + 1)).unwrap();
            sheets += 1;
            say(&format!("sheet {sheets}"));
        }
        if number % 5 == 4 {
            let backup = vault.back_up(&record, &now).unwrap();
            say(&format!("backup {}", backup.number));
            if number % 10 == 9 {
                drop(record);
                let by = Unlocking::Vault(vault.clone());
                let restored = restore(&backup.path, folder, &by).unwrap();
                vault = restored.vault;
                record = vault.open(&now).unwrap();
                say(&format!("restored {number}"));
                std::fs::remove_dir_all(restored.set_aside.unwrap()).unwrap();
            }
        }
    }
}

/// The bytes of a file, no two alike. A few fill more than one page; larger ones would only fill the backups.
fn bytes(number: u32) -> Vec<u8> {
    let times = if number.is_power_of_two() { 2_000 } else { 40 };
    format!("{number} {} ", plain::MARKER)
        .repeat(times)
        .into_bytes()
}

/// Adds a file, as the window does: first its bytes, then the file.
fn add_file(record: &mut Record, number: u32) {
    let given = std::io::Cursor::new(bytes(number));
    let content = record.keep_content(Opened::bytes("letter", given)).unwrap();
    let file = Attachment::new(&at(NOW), &number.to_string(), content);
    record
        .change("File added", &at(NOW), |change| {
            change.put_attachment(&file)
        })
        .unwrap();
}

/// Whether every file that was called done is there with its bytes, and none is there by half.
fn are_files_there(record: &Record, done: &[u32]) -> Result<(), String> {
    let files = record.attachments(&AttachmentFilter::default());
    let mut there: Vec<u32> = vec![];
    for file in files.map_err(|problem| format!("files: {problem:?}"))? {
        let number = file.name.parse().unwrap();
        let mut kept = vec![];
        let read = record.read_content(&file.content);
        let mut read = read.map_err(|problem| format!("file {number}: {problem:?}"))?;
        let read = read.read_to_end(&mut kept);
        if read.is_err() || kept != bytes(number) {
            return Err(format!("file {number} has other bytes: {read:?}"));
        }
        there.push(number);
    }
    match done.iter().find(|number| !there.contains(number)) {
        Some(lost) => Err(format!("file {lost} is not there")),
        None => Ok(()),
    }
}

fn save(record: &mut Record, number: u32) {
    let now = at(NOW);
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
}

/// Whether all that was called done is there, nothing is damaged, and it opens as a person would open it. What was
/// being done at the end may be there or not; `done` is brought up to it.
pub fn is_all_there(folder: &Path, done: &mut Done) -> Result<(), String> {
    let of = |what: &str| {
        let what = what.to_owned();
        move |problem: Error| format!("{what}: {problem:?}")
    };
    done.sheet = which_sheet(folder, done.sheet)?;
    let (vault, number) = unlock(folder, done.passphrase)?;
    done.passphrase = number;
    let record = vault.open(&at(NOW)).map_err(of("opening"))?;
    record.check().map_err(of("the check"))?;
    let notes = record
        .notes(&NoteFilter::default())
        .map_err(of("reading"))?;
    let acknowledged = done.saved.map_or(0, |number| number + 1);
    let there = u32::try_from(notes.len()).unwrap();
    if !(acknowledged..=acknowledged + 1).contains(&there) {
        return Err(format!("{there} notes of {acknowledged}"));
    }
    for (number, note) in (0..).zip(notes.iter().rev()) {
        if note.text != words(number) {
            return Err(format!("note {number} is {:?}", note.text));
        }
    }
    are_files_there(&record, &done.files)?;
    if let Some(saved) = done.saved {
        let draft = record.draft("draft").map_err(of("the draft"))?;
        let draft: u32 = draft.map_or(0, |draft| draft.words.parse().unwrap());
        if draft < saved {
            return Err(format!("the draft is {draft} of {saved}"));
        }
    }
    // The newest is never let go of.
    if let Some((number, passphrase)) = done.backups.last() {
        let there = vault.backups().map_err(of("backups"))?;
        let newest = there.iter().find(|one| one.number == *number);
        let newest = newest.ok_or_else(|| format!("backup {number} is not there: {there:?}"))?;
        let by = Unlocking::Secret(by_passphrase(*passphrase));
        let contents = check(&newest.path, &by, folder).map_err(of("the backup"))?;
        if contents.counts.notes == 0 {
            return Err(format!("backup {number} is empty"));
        }
    }
    done.saved = there.checked_sub(1);
    Ok(())
}
