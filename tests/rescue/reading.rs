//! Reading a damaged record around its damage, and one whose folder may only be read.

use std::path::Path;

use iced::keyboard::key::Named;
use jiff::ToSpan;
use withy::app::Message;
use withy::record::left::{Amount, To, What};
use withy::record::{Child, Error, Note, NoteFilter, Question, Vault};
use withy::screens::{NotesStart, Place};

use crate::cases::files;
use crate::person::keeping::{new_vault, secret};
use crate::person::spoilt::tries;
use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, with_a_note};

const NOTES: u32 = 120;

/// A record with a child, notes about it and a question, of which one part of the file is spoilt.
pub fn damaged(folder: &Path, part: std::ops::Range<usize>) -> Vault {
    let now = a_tuesday();
    let (vault, mut record, _) = new_vault(folder, &now);
    let mut maya = Child::new(&now);
    maya.name = "Maya".to_owned();
    let mut question = Question::new(&now);
    question.text = "Who can refer her?".to_owned();
    record
        .change("Added", &now, |change| {
            change.put_child(&maya)?;
            change.put_question(&question)
        })
        .unwrap();
    for number in 0..NOTES {
        let mut note = Note::new(&now);
        note.text = format!("Note {number}. {}", "word ".repeat(200));
        note.children = vec![maya.id];
        note.tags = vec!["school".to_owned()];
        record
            .change("Note added", &now, |change| change.put_note(&note))
            .unwrap();
    }
    let to = To::file(Path::new("/stick/copy.withy"));
    record
        .note_left(What::Backup, &to, &Amount::default(), &now)
        .unwrap();
    drop(record);
    let path = vault.record_file().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let length = bytes.len();
    let part = length * part.start / 100..length * part.end / 100;
    bytes[part].fill(0x5A);
    std::fs::write(path, bytes).unwrap();
    vault
}

#[test]
fn what_the_damage_left_is_read_whatever_part_is_spoilt() {
    let (mut most, mut without_tables) = (0, 0);
    for start in (5..95).step_by(15) {
        let folder = tempfile::tempdir().unwrap();
        let vault = damaged(folder.path(), start..start + 8);
        let before = files(folder.path());
        let rescued = vault.rescue(&a_tuesday());
        assert!(files(folder.path()) == before, "the original was written");
        let rescued = match rescued {
            // The damage is in the list of tables: then only a backup helps, and the page says so.
            Err(Error::Damaged) => {
                without_tables += 1;
                continue;
            }
            other => other.unwrap(),
        };
        let counts = rescued.counts;
        eprintln!(
            "{start} % to {} %: {counts:?}, {} lost",
            start + 8,
            rescued.lost
        );
        assert!(counts.notes >= NOTES * 3 / 5, "{start}: {counts:?}");
        assert!(counts.notes + rescued.lost <= NOTES, "{start}");
        most = most.max(counts.notes);
        for note in rescued.record.notes(&NoteFilter::default()).unwrap() {
            assert!(note.text.starts_with("Note ") && note.text.ends_with("word "));
        }
        // It opens as any backup does.
        let kept = rescued.kept.unwrap();
        let by = withy::record::backup::Unlocking::Secret(secret());
        let contents = withy::record::backup::check(&kept, &by, folder.path()).unwrap();
        assert_eq!(contents.counts, counts);
    }
    assert_eq!(most, NOTES, "some damage hits no note at all");
    assert!(without_tables <= 2, "{without_tables} of 6");
}

#[test]
fn half_a_file_is_read_as_far_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    let vault = damaged(folder.path(), 0..0);
    let path = vault.record_file().unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let rescued = vault.rescue(&a_tuesday()).unwrap();
    eprintln!("half a file: {:?}, {} lost", rescued.counts, rescued.lost);
    assert!(rescued.counts.notes > 10, "{:?}", rescued.counts);
    assert_eq!(rescued.counts.children, 1);
    assert!(std::fs::read(path).unwrap() == whole[..whole.len() / 2]);
}

#[test]
fn a_whole_record_is_read_whole_with_its_log_its_links_and_its_list_of_what_left() {
    let folder = tempfile::tempdir().unwrap();
    let vault = damaged(folder.path(), 0..0);
    let mut record = vault.open(&a_tuesday()).unwrap();
    let mut note = Note::new(&a_tuesday());
    note.text = "Only in the log".to_owned();
    record
        .change("Note added", &a_tuesday(), |change| change.put_note(&note))
        .unwrap();
    record.close_as_it_is();
    let rescued = vault.rescue(&a_tuesday()).unwrap();
    let (counts, record) = (rescued.counts, &rescued.record);
    assert_eq!((counts.notes, rescued.lost), (NOTES + 1, 0));
    assert_eq!((counts.children, counts.questions), (1, 1));
    let notes = record.notes(&NoteFilter::default()).unwrap();
    assert_eq!(
        notes.iter().filter(|note| note.children.len() == 1).count(),
        120
    );
    assert!(notes.iter().any(|note| note.tags == ["school"]));
    assert_eq!(record.search("only in the log", 9).unwrap().len(), 1);
    assert_eq!(record.left().unwrap().len(), 1);
}

#[test]
fn a_person_reads_what_is_left_looks_through_it_and_goes_on_with_it() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        drop(damaged(folder.path(), 50..58));
        let mut person = tries(folder.path(), WINDOW, by);
        person.sees("Part of your record is damaged");
        let before = files(folder.path());
        person.press("Read what can be read");
        person.sees("What could be read");
        person.sees("1 child");
        person.sees("It is kept as a backup in");
        person.press("Look through it");
        person.sees("This is what could be read. It cannot be changed.");
        person.settle(Message::Go(Place::Notes(NotesStart::List)));
        person.sees("Note ");
        person.shortcut("n");
        person.types("He slept.");
        person.press("Save note");
        person.sees("Your record cannot be changed here");
        person.settle(Message::Go(Place::LeftThisComputer));
        person.sees("A locked copy of your record");
        person.press("Leave what could be read");
        person.sees("Part of your record is damaged");
        assert!(files(folder.path()) == before, "the record was written");

        person.press("Read what can be read");
        person.press("Use it as your record");
        person.press("Look at this backup");
        person.sees("This backup is good");
        person.press("Use this backup");
        person.sees("Your backup is in place");
        person.does_not_see("It cannot be changed.");
        let context = person.app.context();
        let kept = context.record.as_ref().unwrap().counts().unwrap();
        assert!(kept.notes > NOTES / 2 && kept.notes < NOTES, "{kept:?}");
        person.shortcut("n");
        person.types("He slept.");
        person.press("Save note");
        person.sees("Note saved");
    }
}

#[test]
fn damage_that_shows_only_later_leads_to_the_same_page() {
    let folder = tempfile::tempdir().unwrap();
    let vault = damaged(folder.path(), 0..0);
    let now = a_tuesday();
    let record = vault.open(&now).unwrap();
    // A backup of today, so that opening reads nothing through.
    let _ = vault.back_up(&record, &now).unwrap();
    drop(record);
    let path = vault.record_file().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let length = bytes.len();
    bytes[length * 50 / 100..length * 54 / 100].fill(0x5A);
    std::fs::write(&path, bytes).unwrap();
    let mut person = tries(folder.path(), WINDOW, By::Mouse);
    assert!(person.app.context().record.is_some(), "nobody noticed yet");
    person.does_not_see("damaged");
    person.settle(Message::Go(Place::Notes(NotesStart::List)));
    person.sees("Part of your record is damaged");
    person.sees("The newest backup is from 2 June 2026");
    person.sees("Button \"Read what can be read\"");
    assert!(person.app.context().record.is_none());
}

/// The lock of the window cannot be taken, which is how a folder shows that it may only be read.
fn only_to_read(folder: &Path) {
    with_a_note(folder, &a_tuesday());
    std::fs::create_dir(folder.join("withy.lock")).unwrap();
}

#[test]
fn a_folder_that_may_only_be_read_opens_for_reading_and_refuses_changes() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        only_to_read(folder.path());
        let before = files(folder.path());
        let mut person = Person::sits_down(folder.path(), WINDOW, by);
        person.sees("You can read your record here, and not change it.");
        person.sees(crate::WORDS);
        person.press("What to do");
        person.sees("To write again, let your account change files in");
        person.shortcut("n");
        person.types("He slept.");
        person.press("Save note");
        person.sees("Your record cannot be changed here");
        person.settle(Message::Second);
        person.sees("Your record cannot be changed here");
        person.settle(Message::Go(Place::KeepSafe));
        person.press("Make a backup now");
        person.settle(Message::Pressed(withy::app::keys::Command::Lock));
        person.unlocks();
        person.sees("You can read your record here");
        drop(person);
        assert!(files(folder.path()) == before);
    }
}

#[test]
fn a_folder_that_may_only_be_read_and_holds_no_record_says_so() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("withy.lock")).unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    person.sees("This folder cannot be used");
    std::fs::remove_dir(folder.path().join("withy.lock")).unwrap();
    person.press("Try again");
    person.does_not_see("This folder cannot be used");
    person.sees("Look around with a sample family");
}

#[test]
fn a_copy_to_read_takes_no_change_at_all() {
    let folder = tempfile::tempdir().unwrap();
    with_a_note(folder.path(), &a_tuesday());
    let vault = Vault::unlock(folder.path(), &secret()).unwrap();
    let now = a_tuesday().checked_add(40.days()).unwrap();
    let mut record = vault.open_to_read(&now).unwrap();
    let note = Note::new(&now);
    let refused = [
        record.change("Note added", &now, |change| change.put_note(&note)),
        record.keep_draft("key", "words", &now),
        record.undo().map(|_| ()),
        record.put_off_copy(&now),
        record.note_left(What::Words, &To::Clipboard, &Amount::default(), &now),
    ];
    for refused in refused {
        assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
    }
    assert_eq!(record.counts().unwrap().notes, 1);
}

#[test]
fn at_the_lock_of_a_read_only_folder_the_passphrase_is_still_asked() {
    let folder = tempfile::tempdir().unwrap();
    only_to_read(folder.path());
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Keyboard, &now);
    person.pastes("not this one");
    person.tap(Named::Enter);
    person.sees("That passphrase does not open your record.");
}
