//! The record in open formats, out of one computer and into another.

use std::path::{Path, PathBuf};

use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::dialogs::Wanted;
use withy::platform::folders::Folders;
use withy::record::left::{Amount, To, Unit, What};
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use crate::person::keeping::PASSPHRASE;
use crate::person::{By, Person};
use crate::{WINDOW, every_way, notes, with_a_note, writes_a_note};

const OWN: &str = "copper window seven kites";

fn only_file(folder: &Path) -> PathBuf {
    let mut files = std::fs::read_dir(folder).unwrap();
    let file = files.next().unwrap().unwrap().path();
    assert!(files.next().is_none());
    file
}

/// Exports to a folder that is chosen in the system’s window.
fn exports_locked(person: &mut Person, folder: &Path) {
    person.go("Settings");
    person.press("Passphrase and backups");
    person.press("Export your record");
    person.press("Lock it with a passphrase");
    person.press("Choose my own");
    person.pastes(OWN);
    person.press("Use this passphrase");
    let dialogs = person.app.context().dialogs.clone();
    dialogs.will_answer(Ok(vec![folder.to_owned()]));
    person.press("Choose a folder…");
    let title = "Choose a folder for the export".to_owned();
    assert_eq!(dialogs.asked().last(), Some(&Wanted::Folder { title }));
    person.press("Export there");
    person.sees("Your export is there");
}

#[test]
fn a_locked_export_goes_out_and_comes_in_on_another_computer() {
    every_way(|person, _| {
        writes_a_note(person, "He slept.");
        person.keeps();
        let stick = tempfile::tempdir().unwrap();
        exports_locked(person, stick.path());
        person.sees("1 note");
        person.sees("Whoever has its passphrase");
        let file = only_file(stick.path());
        person.press("Copy where it is");
        assert_eq!(person.copied(), Some(file.to_str().unwrap()));

        let new = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(new.path(), WINDOW, person.by);
        writes_a_note(&mut person, "She walked.");
        person.keeps();
        person.go("Settings");
        person.press("Passphrase and backups");
        person.press("Import an export");
        person.fills("Export file", &file.display().to_string());
        person.press("See what would be added");
        person.sees("This export is locked. Type its passphrase.");
        person.pastes(PASSPHRASE);
        person.press("See what would be added");
        person.sees("That passphrase does not open this export.");
        for _ in 0..PASSPHRASE.len() {
            person.tap(iced::keyboard::key::Named::Backspace);
        }
        person.pastes(OWN);
        person.press("See what would be added");
        person.sees("What would be added");
        assert_eq!(notes(&person), 1);
        person.press("Import this");
        person.sees("Your export is in your record");
        assert_eq!(notes(&person), 2);
        person.press("Undo");
        assert_eq!(notes(&person), 1);
        person.shortcut("y");
        assert_eq!(notes(&person), 2);
        person.go("Notes");
        person.sees("He slept");
    });
}

#[test]
fn an_export_is_noted_among_what_left_this_computer() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    let stick = tempfile::tempdir().unwrap();
    exports_locked(&mut person, stick.path());
    let record = person.app.context().record.as_ref().unwrap();
    let left = record.left().unwrap();
    let (what, to, amount) = (left[0].what, left[0].to.clone(), left[0].amount.clone());
    assert_eq!(what, What::LockedExport);
    assert_eq!(to, To::File(only_file(stick.path())));
    assert_eq!(amount, Amount::of(1, Unit::Note));
}

#[test]
fn a_plain_export_says_who_can_read_it_before_and_after() {
    every_way(|person, _| {
        writes_a_note(person, "He slept.");
        person.keeps();
        let stick = tempfile::tempdir().unwrap();
        person.settle(Message::Go(Place::Export));
        person.sees("Anyone who has the file can read all of it.");
        person.press("Leave it plain");
        person.sees("The file will be plain");
        person.press("Export there");
        person.sees("There is no such folder.");
        person.pastes(&stick.path().display().to_string());
        person.press("Export there");
        person.sees("Anyone who has the file");
        let file = only_file(stick.path());
        assert!(file.to_string_lossy().ends_with(".zip"));
        // The record is open again, and nothing is new in it.
        person.settle(Message::Go(Place::Import));
        person.fills("Export file", &file.display().to_string());
        person.press("See what would be added");
        person.sees("There is nothing to add.");
        person.press("Leave things as they are");
        person.sees("Export file");
        assert_eq!(notes(person), 1);
    });
}

#[test]
fn what_is_no_export_is_said_and_the_path_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.settle(Message::Go(Place::Import));
    person.press("See what would be added");
    person.sees("There is no such file.");
    let other = folder.path().join("letter.txt");
    std::fs::write(&other, "Dear Sir").unwrap();
    person.fills("Export file", &other.display().to_string());
    person.press("See what would be added");
    person.sees("This file is not an export from Withy.");
    person.sees("letter.txt");
}

#[test]
fn a_new_computer_makes_its_record_first() {
    let (old, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut person = with_a_note(old.path());
    exports_locked(&mut person, stick.path());
    let file = only_file(stick.path());
    let new = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(new.path(), WINDOW, By::Keyboard);
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Import an export");
    person.fills("Export file", &file.display().to_string());
    person.press("See what would be added");
    person.pastes(OWN);
    person.press("See what would be added");
    person.keeps();
    person.sees("What would be added");
    person.press("Import this");
    assert_eq!(notes(&person), 1);
}

#[test]
fn what_is_different_or_alike_is_named_and_can_be_brought_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    let stick = tempfile::tempdir().unwrap();
    exports_locked(&mut person, stick.path());
    person.go("Notes");
    person.press("The school rang");
    person.press("What happened?");
    person.types(" twice");
    person.press("Save note");
    person.settle(Message::Go(Place::Import));
    let file = only_file(stick.path());
    person.fills("Export file", &file.display().to_string());
    person.press("See what would be added");
    person.pastes(OWN);
    person.press("See what would be added");
    person.sees("Different here");
    person.sees("Note, 2 June 2026: The school rang");
    person.press("Bring these in as copies beside mine");
    person.press("Import this");
    assert_eq!(notes(&person), 2);
}

#[test]
fn every_page_of_it_is_sound_and_drawn() {
    let pictures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&pictures).unwrap();
    let mut wrong = vec![];
    for theme in [
        ThemeName::Cream,
        ThemeName::Dark,
        ThemeName::HighContrastLight,
    ] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            drop(with_a_note(folder.path()));
            let settings = Settings {
                text_size,
                theme: Some(theme),
                ..Settings::default()
            };
            settings
                .write(&Folders::at(folder.path()).settings())
                .unwrap();
            let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
            let ending = format!("{theme:?}-{}", text_size.per_cent()).to_lowercase();
            let mut look = |person: &mut Person, name: &str| {
                for finding in person.look().screen_findings() {
                    wrong.push(format!("{name}-{ending}: {finding:?}"));
                }
                person.picture(&pictures.join(format!("{name}-{ending}.png")));
            };
            let stick = tempfile::tempdir().unwrap();
            person.settle(Message::Go(Place::KeepSafe));
            look(&mut person, "safe-formats");
            person.settle(Message::Go(Place::Export));
            look(&mut person, "export");
            person.press("Lock it with a passphrase");
            look(&mut person, "export-passphrase");
            person.press("Use this one");
            look(&mut person, "export-where");
            person.fills("Folder for the export", &stick.path().display().to_string());
            person.press("Export there");
            look(&mut person, "export-made");
            person.press("Make another one");
            person.press("Leave it plain");
            person.press("Export there");
            let plain = std::fs::read_dir(stick.path())
                .unwrap()
                .map(|file| file.unwrap().path())
                .find(|file| file.extension().is_some_and(|ending| ending == "zip"));
            person.go("Notes");
            person.press("The school rang");
            person.press("What happened?");
            person.types(" twice");
            person.press("Save note");
            person.settle(Message::Go(Place::Import));
            look(&mut person, "import");
            let path = plain.unwrap().display().to_string();
            person.fills("Export file", &path);
            person.press("See what would be added");
            look(&mut person, "import-looked");
            person.press("Bring these in as copies beside mine");
            person.press("Import this");
            look(&mut person, "import-done");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
