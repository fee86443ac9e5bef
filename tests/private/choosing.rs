//! Choosing files and folders in the system's window, and doing without one.

use withy::platform::dialogs::Wanted;

use crate::person::keeping::PASSPHRASE;
use crate::person::{By, Person};
use crate::{WINDOW, every_way, writes_a_note};

#[test]
fn a_copy_goes_to_the_folder_that_is_chosen_and_comes_back_from_the_file_that_is_chosen() {
    every_way(|person, _| {
        writes_a_note(person, "He slept.");
        person.keeps();
        let stick = tempfile::tempdir().unwrap();
        let dialogs = person.app.context().dialogs.clone();
        person.go("Settings");
        person.press("Passphrase and backups");
        dialogs.will_answer(Ok(vec![stick.path().to_owned()]));
        person.press("Choose a folder…");
        person.press("Make a copy there");
        person.sees("It opens.");
        let title = "Choose a folder for the copy".to_owned();
        assert_eq!(dialogs.asked(), [Wanted::Folder { title }]);
        let copy = std::fs::read_dir(stick.path()).unwrap().next().unwrap();

        let new = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(new.path(), WINDOW, person.by);
        person.go("Settings");
        person.press("I have a backup");
        let dialogs = person.app.context().dialogs.clone();
        dialogs.will_answer(Ok(vec![copy.unwrap().path()]));
        person.press("Choose a file…");
        person.fills("Its passphrase or 12 words", PASSPHRASE);
        person.press("Look at this backup");
        person.sees("This backup is good");
    });
}

#[test]
fn closing_the_window_without_choosing_keeps_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.go("Settings");
    person.press("I have a backup");
    person.fills("Backup file", "/home/jo/copy.withy");
    person.app.context().dialogs.will_answer(Ok(vec![]));
    person.press("Choose a file…");
    person.sees("/home/jo/copy.withy");
}

#[test]
fn with_no_window_for_choosing_the_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    person.go("Settings");
    person.press("I have a backup");
    person.press("Choose a file…");
    person.sees("This computer shows no window for choosing. Type where it is instead.");
}

#[test]
fn the_recovery_sheet_is_saved_where_the_person_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    writes_a_note(&mut person, "He slept.");
    person.press("Use this one");
    let dialogs = person.app.context().dialogs.clone();
    dialogs.will_answer(Ok(vec![]));
    person.press("Save as a file");
    person.does_not_see("Saved to print");
    let chosen = folder.path().join("sheet.html");
    dialogs.will_answer(Ok(vec![chosen.clone()]));
    person.press("Save as a file");
    person.sees("Saved to print");
    assert!(std::fs::read_to_string(chosen).unwrap().contains("<ol>"));
}
