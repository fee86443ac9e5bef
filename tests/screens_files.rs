//! Letters and files, by mouse and by keyboard, at 100 % and at 200 %: adding them in every way, what cannot be
//! added, one file's page, copies of it, the bin and undo.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the journeys use the rest of it")]
mod person;

#[path = "screens_files/adding.rs"]
mod adding;
#[path = "screens_files/copies.rs"]
mod copies;
#[path = "screens_files/one.rs"]
mod one;

use std::path::{Path, PathBuf};

use iced::Size;
use tempfile::TempDir;
use withy::app::Message;
use withy::record::attachment::{Attachment, BelongsTo};
use withy::record::{Appointment, AttachmentFilter, Child, Note};
use withy::screens::{FilesStart, Place};
use withy::settings::TextSize;

use person::keeping::new_vault;
use person::{By, Person, a_tuesday};

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// What the letter says.
const LETTER: &[u8] = b"Dear Maya, your hearing is fine.";

/// A family with a child, a note about her, an appointment for her and, in a folder beside, files to add.
struct Family {
    data: TempDir,
    files: TempDir,
    child: Child,
    note: Note,
    visit: Appointment,
}

impl Family {
    fn new() -> Self {
        let now = a_tuesday();
        let data = tempfile::tempdir().unwrap();
        let (_, mut record, _) = new_vault(data.path(), &now);
        let mut child = Child::new(&now);
        child.name = "Maya".to_owned();
        let mut note = Note::new(&now);
        note.text = "The clinic wrote to us".to_owned();
        note.children = vec![child.id];
        let mut visit = Appointment::new(&now);
        visit.with_whom = "Hearing clinic".to_owned();
        visit.children = vec![child.id];
        record
            .change("Everything", &now, |change| {
                change.put_child(&child)?;
                change.put_note(&note)?;
                change.put_appointment(&visit)
            })
            .unwrap();
        Self {
            data,
            files: tempfile::tempdir().unwrap(),
            child,
            note,
            visit,
        }
    }

    /// A file to add.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.files.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn sits_down(&self, by: By, text_size: TextSize) -> Person {
        Person::sits_down_with(self.data.path(), WINDOW, by, text_size)
    }
}

/// Four ways of sitting down, each with a family of its own.
fn every_way(journey: impl Fn(&mut Person, &Family)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let family = Family::new();
            let mut person = family.sits_down(by, text_size);
            journey(&mut person, &family);
        }
    }
}

/// A person on the page of a letter that belongs to a note.
fn at_a_letter(family: &Family, by: By, name: &str) -> Person {
    let mut person = family.sits_down(by, TextSize::Normal);
    let letter = family.file(name, LETTER);
    person.settle(Message::Go(Place::Notes(withy::screens::NotesStart::One(
        family.note.id,
    ))));
    person.settle(Message::Dropped(letter));
    let id = files(&person)[0].id;
    person.settle(Message::Go(Place::Files(FilesStart::One(id))));
    person
}

/// The files that are kept, last added first.
fn files(person: &Person) -> Vec<Attachment> {
    let record = person.app.context().record.as_ref().unwrap();
    record.attachments(&AttachmentFilter::default()).unwrap()
}

/// The bytes of a file in the record.
fn bytes(person: &Person, file: &Attachment) -> Vec<u8> {
    let record = person.app.context().record.as_ref().unwrap();
    let mut all = vec![];
    let mut reading = record.read_content(&file.content).unwrap();
    let _ = std::io::Read::read_to_end(&mut reading, &mut all).unwrap();
    all
}

/// The next dialog gives these.
fn will_choose(person: &Person, paths: &[&Path]) {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    person.app.context().dialogs.will_answer(Ok(paths));
}
