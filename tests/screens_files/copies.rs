//! Copies of a file outside the record.

use std::path::{Path, PathBuf};

use withy::app::Message;
use withy::platform::dialogs::Wanted;
use withy::platform::opening::Link;

use super::{Family, LETTER, at_a_letter};
use crate::person::{By, Person};

/// Where the copy is that was opened last.
fn opened(person: &Person) -> PathBuf {
    match person.opener.written_down().pop() {
        Some(Link::Folder(path)) => path.into(),
        other => panic!("{other:?}"),
    }
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}

#[test]
fn a_copy_opens_from_the_private_folder_and_goes_when_withy_locks() {
    for by in [By::Mouse, By::Keyboard] {
        let family = Family::new();
        let mut person = at_a_letter(&family, by, "Letter.pdf");
        person.press("Open a copy");
        person.sees("A copy of “Letter.pdf” opens in another program.");
        let copies = family.data.path().join("copies");
        let copy = opened(&person);
        assert!(copy.starts_with(&copies) && copy.ends_with("Letter.pdf"));
        assert_eq!(std::fs::read(&copy).unwrap(), LETTER);
        person.shortcut("l");
        assert!(is_empty(&copies), "locked");
        person.unlocks();
        person.press("Open a copy");
        assert_eq!(std::fs::read(opened(&person)).unwrap(), LETTER);
        person.closes();
        assert!(is_empty(&copies), "closed");
    }
}

#[test]
fn a_copy_that_a_crash_left_goes_at_the_next_start() {
    let family = Family::new();
    let mut person = at_a_letter(&family, By::Keyboard, "Letter.pdf");
    person.press("Open a copy");
    let copy = opened(&person);
    drop(person);
    assert!(copy.exists());
    drop(family.sits_down(By::Keyboard, withy::settings::TextSize::Normal));
    assert!(!copy.exists());
}

#[test]
fn a_copy_is_saved_where_the_person_says() {
    for by in [By::Mouse, By::Keyboard] {
        let family = Family::new();
        let mut person = at_a_letter(&family, by, "Letter.pdf");
        let to = family.files.path().join("for school.pdf");
        let dialogs = person.app.context().dialogs.clone();
        dialogs.will_answer(Ok(vec![to.clone()]));
        person.press("Save a copy…");
        person.sees("It is outside your record now.");
        assert_eq!(std::fs::read(&to).unwrap(), LETTER);
        let wanted = Wanted::Save {
            title: "Save a copy".to_owned(),
            name: "Letter.pdf".to_owned(),
        };
        assert_eq!(dialogs.asked(), [wanted]);
        // With no window for choosing, a path is typed; nothing is overwritten by it.
        person.press("Save a copy…");
        person.sees("This computer shows no window for choosing.");
        assert!(person.is_on("file/path"));
        person.press("Type where it goes");
        person.press("Type where it goes");
        let there = family.data.path().join("Letter.pdf");
        std::fs::write(&there, "another").unwrap();
        person.press("Save it there");
        person.sees("There is something with this name already.");
        assert_eq!(std::fs::read(&there).unwrap(), b"another");
        std::fs::remove_file(&there).unwrap();
        person.press("Save it there");
        person.sees("It is outside your record now.");
        assert_eq!(std::fs::read(&there).unwrap(), LETTER);
    }
}

#[test]
fn what_could_start_a_program_is_kept_and_never_opened() {
    let family = Family::new();
    let mut person = at_a_letter(&family, By::Keyboard, "letter.pdf.exe");
    person.does_not_see("Open a copy");
    person.sees("This kind of file can start a program");
    // Not by a shortcut either.
    person.settle(Message::Files(withy::screens::files::Message::One(
        withy::screens::files::OneMessage::OpenCopy,
    )));
    assert!(person.opener.written_down().is_empty());
}
