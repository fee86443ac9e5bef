//! The first thing kept: a passphrase, the sheet, three words.

use iced::keyboard::key::Named;
use withy::record::Vault;

use crate::person::{By, Person};
use crate::{WINDOW, every_way, notes, writes_a_note};

#[test]
fn the_first_thing_kept_asks_and_then_keeps_it() {
    every_way(|person, folder| {
        writes_a_note(person, "He slept.");
        person.sees("Keep this private");
        person.presses = 0;
        person.press("Use this one");
        let sheet = person.sheet();
        person.press("I have written it down");
        person.fills("Word 3", "not this");
        person.fills("Word 7", sheet[6]);
        person.fills("Word 11", sheet[10]);
        person.press("Check the three words");
        person.sees("This is not word 3. Look at your sheet.");
        assert!(person.app.context().record.is_none());
        person.press("Show the words again");
        assert_eq!(person.sheet(), sheet);
        person.press("I have written it down");
        person.press("Word 3");
        for _ in 0.."not this".len() {
            person.tap(Named::Backspace);
        }
        person.types(sheet[2]);
        person.press("Check the three words");
        person.sees("Your record is kept on this computer.");
        assert_eq!(notes(person), 1);
        // The sheet opens it, and nothing here is in plain text.
        let words = withy::record::RecoveryWords::read(&sheet.join(" ")).unwrap();
        let _ = Vault::unlock(folder, &withy::record::Secret::Words(words)).unwrap();
    });
}

#[test]
fn three_presses_and_three_words_are_all_that_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    writes_a_note(&mut person, "He slept.");
    person.presses = 0;
    person.press("Use this one");
    let sheet = person.sheet();
    person.press("I have written it down");
    for at in [3, 7, 11] {
        person.fills(&format!("Word {at}"), sheet[at - 1]);
    }
    person.press("Check the three words");
    assert_eq!((person.presses, notes(&person)), (3, 1));
}

#[test]
fn a_passphrase_of_ones_own_has_to_be_hard_to_guess() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    writes_a_note(&mut person, "He slept.");
    person.press("Choose my own");
    person.press("Use this passphrase");
    person.sees("Type a passphrase, or let Withy give you one.");
    person.types("maya2018");
    person.press("Use this passphrase");
    person.sees("Somebody could guess this one.");
    person.sees("\"maya2018\"");
    person.press("Hide what I type");
    person.does_not_see("maya2018");
    person.press("Give me one");
    person.sees("Use this one");
}

#[test]
fn not_now_keeps_the_words_until_the_window_closes() {
    every_way(|person, folder| {
        writes_a_note(person, "He slept.");
        person.press("Use this one");
        person.press("Not now");
        person.sees("He slept.");
        person.press("Save note");
        person.sees("Use this one");
        assert!(!Vault::is_in(folder).unwrap());
    });
}

#[test]
fn the_sheet_can_be_saved_to_print_and_copied() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    writes_a_note(&mut person, "He slept.");
    person.press("Use this one");
    let sheet = person.sheet();
    person.press("Copy the words");
    assert_eq!(person.copied(), Some(sheet.join(" ").as_str()));
    person.press("Save as a file");
    person.sees("Print it, then delete the file");
    person.press("Open it to print");
    assert_eq!(person.opener.written_down().len(), 1);
    let page = std::fs::read_to_string(folder.path().join("Withy recovery sheet.html")).unwrap();
    for word in sheet {
        assert!(page.contains(&format!("<li>{word}</li>")), "{page}");
    }
}
