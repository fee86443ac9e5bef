//! Each way of leaving this computer is noted with how much left, and never with what it said.

use iced::Size;
use withy::app::Message;
use withy::record::left::{Amount, To, Unit, What};
use withy::screens::{NotesStart, Place};
use withy::settings::TextSize;

use crate::person::keeping::new_vault;
use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, WORDS, sits_down};

fn lines(person: &Person) -> Vec<(What, To, Amount)> {
    let record = person.app.context().record.as_ref().unwrap();
    let all = record.left().unwrap();
    all.into_iter()
        .map(|left| (left.what, left.to, left.amount))
        .collect()
}

#[test]
fn a_copy_on_a_stick_a_page_a_sheet_and_copied_words_are_noted() {
    for by in [By::Mouse, By::Keyboard] {
        for size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let stick = tempfile::tempdir().unwrap();
            crate::with_a_note(folder.path(), &a_tuesday());
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, size);
            person.settle(Message::Go(Place::LeftThisComputer));
            person.sees("Nothing of your record has left this computer.");

            person.settle(Message::Go(Place::KeepSafe));
            person.fills("Folder for a copy", &stick.path().display().to_string());
            person.press("Make a copy there");
            person.shortcut("H");
            person.press("Make a new recovery sheet");
            person.press("Save as a file");
            person.press("Copy the words");
            let words = person.copied().unwrap().to_owned();
            person.settle(Message::Go(Place::WordsExplained(Some("camhs".to_owned()))));
            person.press("Copy");

            let noted = lines(&person);
            let whats: Vec<What> = noted.iter().map(|(what, _, _)| *what).collect();
            assert_eq!(
                whats,
                [
                    What::Words,
                    What::RecoveryWords,
                    What::RecoverySheet,
                    What::PageCopy,
                    What::Backup
                ]
            );
            let note = Amount::of(1, Unit::Note);
            let copy = std::fs::read_dir(stick.path()).unwrap().next().unwrap();
            assert_eq!(
                noted[4],
                (What::Backup, To::File(copy.unwrap().path()), note)
            );
            assert_eq!(noted[0].1, To::Clipboard);

            person.settle(Message::Go(Place::KeepSafe));
            person.press("What left this computer");
            person.sees("A locked copy of your record");
            person.sees("How much: 1 note.");
            person.does_not_see(WORDS);
            for word in words.split(' ').filter(|word| word.len() > 6) {
                person.does_not_see(word);
            }
            person.press("Copy as text");
            let text = person.copied().unwrap().to_owned();
            assert!(text.contains("On 2 June 2026 at 11:30am, to the clipboard."));
            assert_eq!(text.matches("\n- ").count(), 5, "{text}");
            assert!(!text.contains(WORDS));
        }
    }
}

#[test]
fn a_copied_phone_number_is_nobodys_business() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.settle(Message::Go(Place::Emergency));
    person.press("Copy");
    assert!(person.copied().is_some());
    person.settle(Message::Go(Place::Settings));
    person.press("Copy the path");
    assert_eq!(lines(&person), []);
}

#[test]
fn with_no_record_nothing_is_noted_and_everything_works() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    person.settle(Message::Go(Place::WordsExplained(Some("camhs".to_owned()))));
    person.press("Copy");
    assert!(person.copied().is_some());
    person.does_not_see("could not be noted");
    assert!(person.app.context().record.is_none());
}

#[test]
fn the_list_is_only_added_to() {
    let folder = tempfile::tempdir().unwrap();
    let now = a_tuesday();
    let (vault, mut record, _) = new_vault(folder.path(), &now);
    for number in 1..=3 {
        let amount = Amount::of(number, Unit::Page);
        let printer = &To::Printer;
        record
            .note_left(What::Printed, printer, &amount, &now)
            .unwrap();
    }
    // It is no step of undo.
    assert_eq!(record.undo().unwrap(), None);
    assert_eq!(record.left().unwrap().len(), 3);
    assert_eq!(record.left().unwrap()[0].amount, Amount::of(3, Unit::Page));
    drop(record);
    let raw = rusqlite::Connection::open(vault.record_file().unwrap()).unwrap();
    let key = vault.family_key().unwrap().for_sqlcipher().unwrap();
    raw.key(None::<&str>, &*key, false).unwrap();
    for sql in [
        "delete from left_this_computer",
        "update left_this_computer set what = 'backup'",
    ] {
        let refused = raw.execute_batch(sql).unwrap_err();
        assert!(refused.to_string().contains("only added to"), "{refused}");
    }
}

#[test]
fn what_could_not_be_noted_is_said_and_has_left_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    let vault = person.app.context().vault.clone().unwrap();
    person.settle(Message::Pressed(withy::app::keys::Command::Lock));
    let raw = rusqlite::Connection::open(vault.record_file().unwrap()).unwrap();
    let key = vault.family_key().unwrap().for_sqlcipher().unwrap();
    raw.key(None::<&str>, &*key, false).unwrap();
    raw.execute_batch(
        "create trigger spoilt before insert on left_this_computer
         begin select raise(abort, 'spoilt'); end",
    )
    .unwrap();
    drop(raw);
    person.unlocks();
    person.settle(Message::Go(Place::WordsExplained(Some("camhs".to_owned()))));
    person.press("Copy");
    person.sees("could not be noted in your list of what left this computer");
    assert!(person.copied().is_some());
}

#[test]
fn a_long_list_shows_more_and_goes_back_to_where_one_was() {
    let folder = tempfile::tempdir().unwrap();
    let now = a_tuesday();
    let (_, mut record, _) = new_vault(folder.path(), &now);
    for number in 1..=45 {
        let amount = Amount::of(number, Unit::Word);
        let clipboard = &To::Clipboard;
        record
            .note_left(What::Words, clipboard, &amount, &now)
            .unwrap();
    }
    drop(record);
    let small = Size::new(900.0, 600.0);
    let mut person = Person::sits_down(folder.path(), small, By::Keyboard);
    person.settle(Message::Go(Place::Notes(NotesStart::List)));
    person.settle(Message::Go(Place::LeftThisComputer));
    person.sees("How much: 45 words.");
    person.does_not_see("How much: 25 words.");
    person.press("Show");
    person.sees("How much: 25 words.");
    person.press("Back");
    person.sees("Heading \"Notes\"");
}
