//! The list with its search, and the page of one file.

use withy::app::Message;
use withy::screens::Place;

use super::{Family, FilesStart, LETTER, at_a_letter, every_way, files, will_choose};
use crate::person::By;

#[test]
fn files_are_found_by_name_and_by_child() {
    every_way(|person, family| {
        let letter = family.file("Letter.pdf", LETTER);
        let photo = family.file("photo.jpg", b"a photograph");
        person.settle(Message::Go(Place::Files(FilesStart::Child(
            family.child.id,
        ))));
        will_choose(person, &[&letter]);
        person.press("Add letters or files…");
        person.press("Maya");
        will_choose(person, &[&photo]);
        person.press("Add letters or files…");
        person.sees("Letter.pdf");
        person.sees("photo.jpg");
        person.press("Maya");
        person.sees("Letter.pdf");
        person.does_not_see("photo.jpg");
        person.fills("Search your files by name", "photo");
        person.sees("No file matches that.");
        person.press("Show all files");
        person.fills("Search your files by name", "phot");
        person.does_not_see("Letter.pdf");
        person.press("photo.jpg");
        person.sees("Photograph or picture");
        // Escape leads back.
        person.tap(iced::keyboard::key::Named::Escape);
        person.sees("Add letters or files…");
    });
}

#[test]
fn the_page_of_a_file_says_what_it_is_and_where_it_belongs() {
    let family = Family::new();
    let mut person = at_a_letter(&family, By::Keyboard, "Letter.pdf");
    for words in [
        "PDF document",
        "32 bytes",
        "Today, 11:30am",
        "Note: The clinic wrote to us",
    ] {
        person.sees(words);
    }
    let sha256 = files(&person)[0].content.sha256.clone();
    person.does_not_see(&sha256[..8]);
    person.press("How Withy knows that it is unaltered");
    person.sees(&format!("{} {}", &sha256[..8], &sha256[8..16]));
    person.press("Note: The clinic wrote to us");
    person.sees("What happened?");
}

#[test]
fn a_file_gets_a_name_of_its_own_and_another_child() {
    every_way(|person, family| {
        let letter = family.file("scan0001.pdf", LETTER);
        person.settle(Message::Go(Place::Files(FilesStart::List)));
        will_choose(person, &[&letter]);
        person.press("Add letters or files…");
        person.press("scan0001.pdf");
        person.press("Give it another name");
        assert!(person.is_on("file/title"));
        person.types(" from the clinic");
        person.press("Save this name");
        person.sees("File renamed");
        person.sees("scan0001.pdf from the clinic");
        person.press("Maya");
        let file = &files(person)[0];
        assert_eq!(file.title, "scan0001.pdf from the clinic");
        assert_eq!(file.children, [family.child.id]);
        person.press("Undo");
        assert!(files(person)[0].children.is_empty());
    });
}

#[test]
fn a_deleted_file_waits_in_the_bin_and_comes_back() {
    every_way(|person, family| {
        let letter = family.file("Letter.pdf", LETTER);
        person.settle(Message::Go(Place::Files(FilesStart::List)));
        will_choose(person, &[&letter]);
        person.press("Add letters or files…");
        person.press("Letter.pdf");
        person.press("Delete this file");
        person.sees("It stays in the bin for 30 days.");
        person.sees("No file is here yet.");
        person.settle(Message::Go(Place::Bin));
        person.sees("File, deleted today.");
        person.press("Restore Letter.pdf");
        person.sees("File restored");
        assert_eq!(files(person).len(), 1);
    });
}

#[test]
fn search_everything_finds_a_file_and_my_family_counts_it() {
    let family = Family::new();
    let mut person = at_a_letter(&family, By::Keyboard, "Audiology.pdf");
    person.settle(Message::Go(Place::Search));
    person.types("audiolog");
    person.press("Audiology.pdf");
    person.sees("PDF document");
    person.go("My family");
    person.sees("1 file");
    person.press("Letters and files about Maya");
    person.sees("Audiology.pdf");
}
