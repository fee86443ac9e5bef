//! What a person at the window relies on without thinking: words stay, Back leads back, the focus
//! is where the next key is wanted, and the status line says what happened.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the journeys and the gallery use the rest of it")]
mod person;

use std::path::Path;

use iced::Size;
use iced::keyboard::key::Named;
use person::{By, Person};
use withy::app::Message;
use withy::record::note::Note;
use withy::settings::TextSize;

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn sits_down(folder: &Path) -> Person {
    Person::sits_down(folder, WINDOW, By::Keyboard)
}

/// A person who keeps a record already, with one note in it.
fn with_a_note(folder: &Path) -> Person {
    let mut person = sits_down(folder);
    person.shortcut("n");
    person.types("The school rang");
    person.press("Save note");
    person.keeps();
    person
}

fn notes(person: &Person) -> Vec<Note> {
    let record = person.app.context().record.as_ref().unwrap();
    record.notes(&Default::default()).unwrap()
}

/// A second passes, the computer is switched off at the wall, and the person starts again.
fn pulls_the_plug(mut person: Person, folder: &Path) -> Person {
    person.settle(Message::Second);
    drop(person);
    sits_down(folder)
}

#[test]
fn shortcuts_type_nothing_into_a_field() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.shortcut("f");
    person.types("sleep");
    person.shortcut("+");
    assert_eq!(person.app.context().settings.text_size, TextSize::Larger);
    person.shortcut("0");
    assert_eq!(person.app.context().settings.text_size, TextSize::Normal);
    person.shortcut("1");
    person.sees("Welcome");
    person.shortcut("f");
    person.sees("\"sleep\"");
    person.shortcut("n");
    person.types("It was 5");
    person.shortcut("-");
    person.sees("\"It was 5\"");
}

#[test]
fn shortcuts_with_shift_leave_the_words_of_a_field_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.shortcut("f");
    person.types("sleep");
    person.shortcut("A");
    person.sees("New appointment");
    person.shortcut("n");
    person.types("It was 5");
    person.shortcut("A");
    person.sees("New appointment");
    person.shortcut("Q");
    person.sees("New question");
    person.shortcut("n");
    person.types("pm");
    person.sees("\"It was 5pm\"");
}

#[test]
fn a_half_typed_step_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.go("Today");
    person.fills("Add a step", "Ring the schoo");
    let mut person = pulls_the_plug(person, folder.path());
    person.sees("Ring the schoo");
    person.sees("Draft kept 11:30am");
    person.press("Add a step");
    person.types("l");
    person.press("Add the step");
    person.go("Notes");
    person.go("Today");
    person.sees("Ring the school");
    person.does_not_see("Draft kept");
    let mut person = pulls_the_plug(person, folder.path());
    person.does_not_see("Draft kept");
}

#[test]
fn the_words_of_a_question_being_changed_are_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.shortcut("1");
    person.go("Questions");
    person.fills("New question", "Who will write");
    person.settle(Message::Second);
    person.sees("Draft kept 11:30am");
    person.press("Add question");
    person.does_not_see("Draft kept");
    person.press("Who will write");
    person.press("Change the words");
    person.tap(Named::End);
    person.types(" to us?");
    person.go("Today");
    person.go("Questions");
    person.press("Who will write");
    person.sees("Who will write to us?");
    let mut person = pulls_the_plug(person, folder.path());
    person.go("Questions");
    person.press("Who will write");
    person.sees("Draft kept 11:30am");
    person.press("Keep these words");
    assert_eq!(person.questions()[0].text, "Who will write to us?");
}

#[test]
fn a_half_typed_answer_and_a_half_typed_child_say_that_they_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.go("Questions");
    person.fills("New question", "Who writes?");
    person.press("Add question");
    person.press("Who writes?");
    person.fills("What was the answer?", "The nurse");
    let mut person = pulls_the_plug(person, folder.path());
    person.go("Questions");
    person.press("Who writes?");
    person.sees("The nurse");
    person.sees("Draft kept 11:30am");
    person.go("My family");
    person.press("Add a child");
    person.fills("Name", "May");
    let mut person = pulls_the_plug(person, folder.path());
    person.go("My family");
    person.sees("\"May\"");
    person.sees("Draft kept 11:30am");
}

#[test]
fn a_draft_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.shortcut("n");
    person.types("Mrs Hill");
    let mut person = pulls_the_plug(person, folder.path());
    person.shortcut("n");
    person.types(" came");
    person.press("Save note");
    assert!(
        notes(&person)
            .iter()
            .any(|note| note.text == "Mrs Hill came")
    );
}

#[test]
fn back_leaves_a_form_with_words_and_the_words_wait() {
    for leave in [
        (|person: &mut Person| person.tap(Named::Escape)) as fn(&mut Person),
        |person| person.press("Notes"),
        |person| person.press("All notes"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = with_a_note(folder.path());
        person.press("Write a note");
        person.types("Half a thou");
        leave(&mut person);
        person.sees("Search your notes");
        person.sees("Half a thou");
        person.tap(Named::Escape);
        person.does_not_see("Search your notes");
    }
}

#[test]
fn words_wait_in_the_form_when_one_looks_something_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.press("Write a note");
    person.types("Half a thou");
    person.go("Find help");
    person.go("Notes");
    person.sees("New note");
    person.sees("Half a thou");
}

#[test]
fn back_leads_from_a_changed_appointment_to_it_and_then_home() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.go("Appointments");
    person.press("Add an appointment");
    person.types("Dentist");
    person.fills("Date", "4 June");
    person.fills("Time", "10am");
    person.press("Save appointment");
    person.sees("Appointment saved 11:30am.");
    person.press("Change");
    person.fills("Who or what is it with?", " Brown");
    person.tap(Named::Escape);
    person.sees("Thursday 4 June 2026, 10am");
    person.tap(Named::Escape);
    person.sees("Add an appointment");
    person.does_not_see("After the appointment");
}

#[test]
fn undo_of_an_open_note_shows_the_list_and_redo_makes_no_second_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.press("The school rang");
    person.press("Change when it happened");
    person.settle(Message::Pressed(withy::app::keys::Command::Undo));
    person.sees("Undone: Note added.");
    person.sees("Write a note");
    person.does_not_see("New note");
    person.shortcut("y");
    person.sees("Done again: Note added.");
    assert_eq!(notes(&person).len(), 1);
    person.does_not_see("not saved");
    person.shortcut("y");
    person.sees("There is nothing to redo.");
}

#[test]
fn a_service_found_by_search_everything_stands_alone_and_back_shows_the_search() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.shortcut("k");
    person.types("wheelchairs and buggies");
    person.press("NHS wheelchairs and buggies");
    person.sees("Save this service");
    person.does_not_see("No service fits");
    person.does_not_see("What do you need help with?");
    person.tap(Named::Escape);
    person.sees("\"wheelchairs and buggies\"");
    person.sees("NHS wheelchairs and buggies");
    person.shortcut("f");
    person.types("wheelchair");
    person.press("NHS wheelchairs and buggies");
    person.sees("Save this service");
    person.sees("What do you need help with?");
}

#[test]
fn the_first_thing_kept_is_said_and_the_focus_is_on_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.shortcut("f");
    person.types("wheelchair");
    person.press("NHS wheelchairs and buggies");
    person.press("Save this service");
    person.keeps();
    assert_eq!(
        person.app.status(),
        "Your record is kept on this computer. Service saved 11:30am. \
         Today has a step to contact them."
    );
    assert_eq!(person.focus(), "Add an appointment");
}

#[test]
fn a_date_that_cannot_be_read_leaves_room_for_the_time() {
    for size in [WINDOW, Size::new(900.0, 600.0)] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(folder.path(), size, By::Keyboard);
        person.go("Appointments");
        person.press("Add an appointment");
        person.types("Dentist");
        person.fills("Date", "the last Thursday before half term");
        person.fills("Time", "half past");
        person.press("Save appointment");
        let seen = person.look();
        let width = |name: &str| {
            let at = (0..seen.entries.len())
                .find(|&at| seen.entries[at].focusable && seen.name(at) == name);
            seen.entries[at.unwrap()].bounds.width
        };
        assert!(width("Date") > 120.0, "Date is {} wide", width("Date"));
        assert!(width("Time") > 120.0, "Time is {} wide", width("Time"));
    }
}

#[test]
fn a_turned_page_is_drawn_whole_in_every_theme() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    let ground = |person: &Person| person.app.style(&person.app.theme()).background_color;
    person.go("Settings");
    for theme in [
        "White",
        "Dark",
        "High contrast light",
        "High contrast dark",
        "Cream",
    ] {
        person.press(theme);
        let before = ground(&person);
        person.settle(Message::Second);
        assert_eq!(ground(&person), before);
        person.settle(Message::Menu(false));
        let after = ground(&person);
        assert_ne!(after, before, "{theme}");
        assert_eq!(after.into_rgba8(), before.into_rgba8(), "{theme}");
        for shade in [before, after] {
            assert!((0.0..=1.0).contains(&shade.b), "{theme} is no colour");
        }
    }
}

#[test]
fn enter_in_search_everything_opens_the_place_that_was_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    for (typed, title) in [
        ("settings", "How it looks"),
        ("Quest", "New question"),
        ("help", "Next part of the window"),
        ("school", "The school rang"),
    ] {
        person.shortcut("k");
        person.types(typed);
        person.tap(Named::Enter);
        person.sees(title);
        person.does_not_see("Search your record");
    }
}

#[test]
fn what_was_found_is_said_once_it_has_stood_still() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down(folder.path());
    person.shortcut("f");
    person.types("wheelchiar");
    person.settle(Message::StoodStill);
    person.does_not_see("Status \"15 services found\"");
    person.settle(Message::StoodStill);
    person.sees("Status \"15 services found\"");
}
