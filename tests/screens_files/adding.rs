//! Adding files: by button, by a typed path, by dropping them; and what cannot be added.

use withy::app::Message;
use withy::platform::dialogs::Wanted;
use withy::record::attachment::LARGEST;
use withy::screens::{AppointmentsStart, NotesStart, Place};

use super::{BelongsTo, Family, FilesStart, LETTER, WINDOW, bytes, every_way, files, will_choose};
use crate::person::keeping::PASSPHRASE;
use crate::person::{By, Person};

#[test]
fn letters_are_added_to_a_note_by_button_and_taken_back_in_one_step() {
    every_way(|person, family| {
        let letter = family.file("Letter.pdf", LETTER);
        let photo = family.file("photo.jpg", b"not really a photograph");
        person.go("Notes");
        person.press("The clinic wrote to us");
        will_choose(person, &[&letter, &photo]);
        person.press("Add letters or files…");
        person.sees("2 files added");
        person.sees("Letter.pdf");
        person.sees("PDF document, 32 bytes");
        person.sees("Photograph or picture");
        let title = "Choose letters and files".to_owned();
        let asked = person.app.context().dialogs.asked();
        assert_eq!(asked, [Wanted::Files { title }]);
        let kept = files(person);
        assert_eq!(bytes(person, &kept[1]), LETTER);
        for file in &kept {
            assert_eq!(file.belongs_to, Some(BelongsTo::Note(family.note.id)));
            assert_eq!(file.children, [family.child.id], "as the note is about her");
        }
        person.press("Undo");
        person.sees("Undone: 2 files added.");
        person.does_not_see("Letter.pdf");
        assert_eq!(
            std::fs::read(letter).unwrap(),
            LETTER,
            "it stays where it was"
        );
    });
}

#[test]
fn a_typed_path_adds_a_file_to_an_appointment() {
    every_way(|person, family| {
        let letter = family.file("Letter.pdf", LETTER);
        let page = AppointmentsStart::One(family.visit.id);
        person.settle(Message::Go(Place::Appointments(page)));
        person.press("Type where it is");
        assert!(person.is_on("files/path"));
        person.types("/nowhere/at all.pdf");
        person.press("Add this file");
        person.sees("There is no such file.");
        person.sees("/nowhere/at all.pdf");
        person.press("Type where it is");
        person.press("Type where it is");
        for _ in 0.."/nowhere/at all.pdf".len() {
            person.tap(iced::keyboard::key::Named::Backspace);
        }
        person.pastes(&format!("\"{}\"", letter.display()));
        person.press("Add this file");
        person.sees("File added");
        let kept = files(person);
        assert_eq!(
            kept[0].belongs_to,
            Some(BelongsTo::Appointment(family.visit.id))
        );
        person.does_not_see("Where the file is");
    });
}

#[test]
fn with_no_window_for_choosing_the_field_for_a_path_opens() {
    let family = Family::new();
    let mut person = family.sits_down(By::Keyboard, withy::settings::TextSize::Normal);
    person.settle(Message::Go(Place::Files(FilesStart::List)));
    person.press("Add letters or files…");
    person.sees("This computer shows no window for choosing.");
    assert!(person.is_on("files/path"));
}

#[test]
fn files_are_dropped_on_what_they_belong_to() {
    let family = Family::new();
    let mut person = family.sits_down(By::Mouse, withy::settings::TextSize::Normal);
    let letter = family.file("Letter.pdf", LETTER);
    let places = [
        (
            Place::Notes(NotesStart::One(family.note.id)),
            Some(BelongsTo::Note(family.note.id)),
        ),
        (
            Place::Appointments(AppointmentsStart::One(family.visit.id)),
            Some(BelongsTo::Appointment(family.visit.id)),
        ),
        (Place::Files(FilesStart::Child(family.child.id)), None),
    ];
    for (place, belongs_to) in places {
        person.settle(Message::Go(place));
        person.settle(Message::Dropped(letter.clone()));
        person.sees("File added");
        let file = &files(&person)[0];
        assert_eq!(file.belongs_to, belongs_to);
        assert_eq!(file.children, [family.child.id]);
    }
    person.settle(Message::Go(Place::Files(FilesStart::List)));
    assert_eq!(files(&person).len(), 3);
}

#[test]
fn elsewhere_a_dropped_file_is_not_added_and_withy_says_where_it_would_be() {
    let family = Family::new();
    let mut person = family.sits_down(By::Mouse, withy::settings::TextSize::Normal);
    let letter = family.file("Letter.pdf", LETTER);
    let new_note = NotesStart::New {
        child: None,
        service: None,
    };
    for (place, said) in [
        (Place::Today, "Nothing was added. Drop files on a note"),
        (Place::Notes(new_note), "Save the note first."),
    ] {
        person.settle(Message::Go(place));
        person.settle(Message::Dropped(letter.clone()));
        person.sees(said);
    }
    person.shortcut("l");
    person.settle(Message::Dropped(letter));
    person.sees("Unlock your record first.");
    person.unlocks();
    assert!(files(&person).is_empty());
}

#[test]
fn what_cannot_be_added_is_said_with_its_reason_and_the_rest_is_added() {
    every_way(|person, family| {
        let letter = family.file("Letter.pdf", LETTER);
        let empty = family.file("empty.txt", b"");
        let film = family.file("film.mp4", b"");
        let sparse = std::fs::File::options().write(true).open(&film).unwrap();
        sparse.set_len(LARGEST + 1).unwrap();
        let gone = family.files.path().join("gone.pdf");
        person.go("My family");
        person.press("Letters and files");
        will_choose(
            person,
            &[&empty, &film, &letter, family.files.path(), &gone],
        );
        person.press("Add letters or files…");
        person.sees("File added");
        person.sees("4 files were not added.");
        person.sees("“empty.txt” was not added. There is nothing in it.");
        person.sees("“film.mp4” was not added. It is larger than 100 megabytes.");
        person.sees("It is a folder. Add the files in it.");
        person.sees("“gone.pdf” was not added. It could not be read.");
        assert_eq!(files(person).len(), 1);
        // On another page it is no longer of interest.
        person.go("Notes");
        person.does_not_see("film.mp4");
    });
}

#[test]
fn the_first_thing_that_is_kept_may_be_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("Letter.pdf");
    std::fs::write(&letter, LETTER).unwrap();
    let data = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(data.path(), WINDOW, By::Keyboard);
    person.go("My family");
    person.press("Letters and files");
    person.sees("No file is here yet.");
    will_choose(&person, &[&letter]);
    person.press("Add letters or files…");
    person.keeps();
    person.sees("File added");
    assert_eq!(bytes(&person, &files(&person)[0]), LETTER);
    // And what is chosen as it locks waits for the passphrase.
    person.shortcut("l");
    person.pastes(PASSPHRASE);
    person.tap(iced::keyboard::key::Named::Enter);
    assert_eq!(files(&person).len(), 1);
}
