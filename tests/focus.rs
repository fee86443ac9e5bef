//! Focus is never lost: whatever is pressed anywhere, something has the focus afterwards, and after
//! the things that take away what had it, it is somewhere that makes sense.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

#[path = "support/places.rs"]
mod places;

use std::collections::BTreeSet;

use accesskit::{Action as Request, ActionRequest, NodeId, Role, TreeId};
use iced::keyboard::key::Named;
use iced::{Rectangle, Size};
use person::{By, Person};
use places::places;
use withy::app::Message;
use withy::record::Note;
use withy::screens::settings as settings_screen;
use withy::screens::{FindStart, NotesStart, Place};
use withy::settings::TextSize;

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn a_busy_week(folder: &std::path::Path, text_size: TextSize) -> Person {
    let mut person = Person::sits_down_with(folder, WINDOW, By::Keyboard, text_size);
    person.settle(Message::Settings(settings_screen::Message::SampleFamily(
        true,
    )));
    person
}

/// Gives the focus to a control, as a screen reader does.
fn takes(person: &mut Person, control: NodeId) {
    person.app.bridge().request(ActionRequest {
        action: Request::Focus,
        target_tree: TreeId::ROOT,
        target_node: control,
        data: None,
    });
    let _ = person.look();
}

/// Presses every control of every place by Enter, each after arriving there anew.
fn presses_everything(text_size: TextSize) {
    let mut folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), text_size);
    let mut known = BTreeSet::new();
    let mut lost = vec![];
    for number in 0..places(&person).len() {
        // What was pressed may have taken away what the next place shows.
        drop(person);
        folder = tempfile::tempdir().unwrap();
        person = a_busy_week(folder.path(), text_size);
        let (name, place) = places(&person).swap_remove(number);
        person.settle(Message::Go(place.clone()));
        let seen = person.look();
        for at in seen.tab_order() {
            let control = seen.name(at);
            let key = seen.entries[at].key;
            let in_rail = seen.ancestor(at, |role| role == Role::Navigation).is_some();
            let whose = if in_rail { "rail" } else { name };
            // They end the sample family; tests/private.rs hides the window.
            let ends_it = control.contains("sample family") || control == "Hide quickly";
            if !known.insert((whose, control.clone())) || ends_it {
                continue;
            }
            person.settle(Message::Go(place.clone()));
            let now = person.look();
            if now.find(key).is_none() {
                continue;
            }
            takes(&mut person, key);
            person.tap(Named::Enter);
            let after = person.look();
            if after.focus().is_none() {
                lost.push(format!("{name}, {control}"));
            }
        }
    }
    assert!(known.len() > 200, "only {} controls", known.len());
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn whatever_is_pressed_something_has_the_focus() {
    presses_everything(TextSize::Normal);
}

#[test]
fn whatever_is_pressed_in_one_column_something_has_the_focus() {
    presses_everything(TextSize::Double);
}

/// The window after arriving at a place, with the sample family.
fn at(place: Place) -> (Person, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Normal);
    person.settle(Message::Go(place));
    let _ = person.look();
    (person, folder)
}

/// What has the focus: its role and its name.
fn focus(person: &mut Person) -> (Role, String) {
    let seen = person.look();
    let at = seen
        .focus()
        .unwrap_or_else(|| panic!("nothing has the focus\n{}", seen.outline()));
    (seen.entries[at].role(), seen.name(at))
}

fn therapy(person: &Person) -> Place {
    let slug = "somerset-cyp-therapy-service";
    Place::Service(person.app.context().directory.by_slug(slug).unwrap().id)
}

fn first_note(person: &Person) -> Note {
    let record = person.app.context().record.as_ref().unwrap();
    record.notes(&Default::default()).unwrap()[0].clone()
}

#[test]
fn after_deleting_a_note_the_next_one_has_the_focus() {
    let (mut person, _folder) = at(Place::Today);
    let record = person.app.context().record.as_ref().unwrap();
    let notes = record.notes(&Default::default()).unwrap();
    let second = notes[1].text.chars().take(12).collect::<String>();
    person.settle(Message::Go(Place::Notes(NotesStart::One(notes[0].id))));
    person.press("Delete");
    assert_eq!(*person.app.place(), Place::Notes(NotesStart::List));
    let (role, name) = focus(&mut person);
    assert!(role == Role::Button && name.starts_with(&second), "{name}");
}

#[test]
fn after_deleting_from_a_list_a_neighbour_has_the_focus() {
    let (mut person, _folder) = at(Place::Today);
    let note = first_note(&person);
    person.settle(Message::Go(Place::Notes(NotesStart::One(note.id))));
    person.press("Delete");
    person.settle(Message::Go(Place::Bin));
    person.press("Restore");
    let (_, name) = focus(&mut person);
    assert!(!name.is_empty());
    assert_eq!(*person.app.place(), Place::Bin);
}

#[test]
fn after_undo_by_its_button_the_title_has_the_focus() {
    let (mut person, _folder) = at(Place::Today);
    person.press("Finish the feeding diary for Dr Brook");
    person.press("Undo");
    assert_eq!(
        focus(&mut person),
        (Role::Heading, "Tuesday 2 June".to_owned())
    );
    person.sees("Undone: Step done.");
}

#[test]
fn after_undo_beside_a_list_the_title_of_the_service_has_the_focus() {
    let (mut person, _folder) = at(Place::FindHelp(FindStart::Text("speach".to_owned())));
    let service = therapy(&person);
    person.settle(Message::Go(service));
    let (_, title) = focus(&mut person);
    person.press("Remove from saved services");
    assert_eq!(focus(&mut person).1, "Save this service");
    person.press("Undo");
    assert_eq!(focus(&mut person), (Role::Heading, title));
}

#[test]
fn undo_by_its_keys_leaves_the_focus_where_it_was() {
    let (mut person, _folder) = at(Place::Today);
    person.press("Finish the feeding diary for Dr Brook");
    person.shortcut("z");
    let step = "Finish the feeding diary for Dr Brook".to_owned();
    assert_eq!(focus(&mut person), (Role::CheckBox, step));
}

/// The question before the first thing is kept replaces the page, and gives it back.
#[test]
fn a_question_takes_the_focus_and_gives_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    let service = therapy(&person);
    person.settle(Message::Go(service));
    let (_, title) = focus(&mut person);
    person.press("Save this service");
    let question = "Keep this private".to_owned();
    assert_eq!(focus(&mut person), (Role::Heading, question));
    person.press("Not now");
    assert_eq!(focus(&mut person), (Role::Heading, title));
    person.press("Save this service");
    person.keeps();
    // What can be done next stands where the button was that was pressed.
    assert_eq!(
        focus(&mut person),
        (Role::Button, "Add an appointment".to_owned())
    );
}

#[test]
fn a_filter_keeps_the_focus() {
    let (mut person, _folder) = at(Place::FindHelp(FindStart::Text("speach".to_owned())));
    person.press("Health");
    let (role, name) = focus(&mut person);
    assert!(role == Role::Button && name.starts_with("Health"), "{name}");
    person.press("More filters");
    assert_eq!(focus(&mut person).1, "More filters");
    person.press("Clear filters");
    let (role, name) = focus(&mut person);
    assert!(role == Role::TextInput, "{role:?} {name}");
}

#[test]
fn every_change_of_page_lands_at_its_beginning_and_back_again() {
    let (mut person, _folder) = at(Place::Today);
    for (name, place) in places(&person) {
        if place == Place::Help {
            continue;
        }
        person.settle(Message::Go(Place::Help));
        person.settle(Message::Go(place));
        let begins = focus(&mut person);
        let begins_well = matches!(
            begins.0,
            Role::Heading | Role::TextInput | Role::SearchInput | Role::MultilineTextInput
        );
        assert!(begins_well, "{name}: {begins:?}");
        person.tap(Named::Escape);
        let back = focus(&mut person);
        assert_eq!(back, (Role::Heading, "Help".to_owned()), "{name}");
    }
}

#[test]
fn the_menu_of_one_column_takes_the_focus_and_gives_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Double);
    person.press("Menu");
    assert_eq!(focus(&mut person), (Role::Heading, "Menu".to_owned()));
    person.tap(Named::Escape);
    assert_eq!(focus(&mut person).0, Role::Heading);
}

/// The pixels of one part of the window.
fn drawn_in(person: &mut Person, part: Rectangle) -> Vec<u8> {
    let all = person.draws();
    let (from, to) = (part.x as usize * 4, (part.x + part.width) as usize * 4);
    let rows = part.y as usize..(part.y + part.height) as usize;
    let row = WINDOW.width as usize * 4;
    rows.flat_map(|y| all[y * row + from..y * row + to].to_vec())
        .collect()
}

#[test]
fn skip_to_content_is_the_first_stop_and_leads_past_the_places() {
    for text_size in [TextSize::Normal, TextSize::Double] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = a_busy_week(folder.path(), text_size);
        for place in [
            Place::Help,
            therapy(&person),
            Place::Notes(NotesStart::List),
        ] {
            person.settle(Message::Go(place));
            let title = focus(&mut person);
            let seen = person.look();
            let first = seen.tab_order()[0];
            assert_eq!(seen.name(first), "Skip to content");
            let key = seen.entries[first].key;
            let spot = seen.entries[first].bounds * (text_size.per_cent() as f32 / 100.0);
            let before = drawn_in(&mut person, spot);
            takes(&mut person, key);
            assert_eq!(focus(&mut person).1, "Skip to content");
            assert_ne!(drawn_in(&mut person, spot), before, "seen with the focus");
            person.tap(Named::Enter);
            assert_eq!(focus(&mut person), title, "at the title of what is open");
            assert_eq!(drawn_in(&mut person, spot), before, "and gone again");
            for _ in 0..8 {
                person.tap(Named::F6);
                let on = focus(&mut person).1;
                let passed_by = ["Skip to content", "Lock", "Hide quickly"];
                assert!(
                    !passed_by.contains(&on.as_str()),
                    "F6 goes to the parts, not to {on}"
                );
            }
        }
    }
}
