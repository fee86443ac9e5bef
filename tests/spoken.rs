//! What a screen reader is told besides the page: the shortcut of a control, from the one table,
//! and what just happened, once and never over typing.
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

use std::collections::{BTreeMap, BTreeSet};

use accesskit::{Live, NodeId, Role};
use iced::Size;
use iced::keyboard::{self, Key, Modifiers, key::Named};
use person::{By, Person};
use places::places;
use withy::access::key_of;
use withy::app::{Message, keys};
use withy::screens::settings as settings_screen;
use withy::screens::{FindStart, Place};
use withy::settings::TextSize;

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn a_busy_week(folder: &std::path::Path, text_size: TextSize) -> Person {
    let mut person = Person::sits_down_with(folder, WINDOW, By::Keyboard, text_size);
    person.settle(Message::Settings(settings_screen::Message::SampleFamily(
        true,
    )));
    person
}

/// Presses a shortcut as Help writes it.
fn presses(person: &mut Person, shortcut: &keys::Shortcut) {
    let mut modifiers = Modifiers::empty();
    modifiers.set(Modifiers::COMMAND, shortcut.command);
    modifiers.set(Modifiers::SHIFT, shortcut.shift);
    let key = match shortcut.key {
        "f1" => Key::Named(Named::F1),
        "f2" => Key::Named(Named::F2),
        "escape" => Key::Named(Named::Escape),
        letter => Key::Character(letter.into()),
    };
    person.chord(key, modifiers);
}

/// Every control of every place that says a shortcut, by the shortcut, with where it was met.
fn announced() -> BTreeMap<String, BTreeSet<NodeId>> {
    let mut all: BTreeMap<String, BTreeSet<NodeId>> = BTreeMap::new();
    for text_size in [TextSize::Normal, TextSize::Double] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = a_busy_week(folder.path(), text_size);
        let mut note = |person: &mut Person| {
            for entry in person.look().entries {
                if let Some(shortcut) = entry.node.keyboard_shortcut() {
                    let known = all.entry(shortcut.to_owned()).or_default();
                    let _ = known.insert(entry.key);
                }
            }
        };
        for (_, place) in places(&person) {
            person.settle(Message::Go(place));
            note(&mut person);
        }
        person.settle(Message::Go(Place::Today));
        person.press("Finish the feeding diary for Dr Brook");
        note(&mut person);
    }
    all
}

#[test]
fn the_table_says_which_control_each_shortcut_belongs_to() {
    let announced = announced();
    let mut wrong = vec![];
    for (words, controls) in &announced {
        let known: BTreeSet<NodeId> = keys::SHORTCUTS
            .iter()
            .filter(|shortcut| shortcut.in_words() == *words)
            .flat_map(|shortcut| shortcut.controls)
            .map(|id| key_of(&iced::widget::Id::new(id)))
            .collect();
        if !controls.is_subset(&known) {
            wrong.push(format!(
                "{words} is said of a control that the table does not know"
            ));
        }
    }
    for shortcut in keys::SHORTCUTS {
        for id in shortcut.controls {
            let key = key_of(&iced::widget::Id::new(id));
            let said = announced.get(&shortcut.in_words());
            if !said.is_some_and(|controls| controls.contains(&key)) && !SELDOM.contains(id) {
                wrong.push(format!(
                    "{id} is nowhere, or does not say {}",
                    shortcut.in_words()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Stands only where there is nothing yet, or a record of one’s own; or ends the sample family (tests/private.rs).
const SELDOM: [&str; 3] = ["today/appointment/add", "rail/lock", "rail/hide"];

/// The shortcut and the control lead to the same place, or do the same.
#[test]
fn a_shortcut_does_what_its_control_does() {
    for shortcut in keys::SHORTCUTS {
        for id in shortcut.controls {
            // Undo is followed in tests/focus.rs; a field is where its shortcut leads.
            if SELDOM.contains(id) || ["status/undo", "questions/new"].contains(id) {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            let size = if *id == "emergency" {
                TextSize::Double
            } else {
                TextSize::Normal
            };
            let mut person = a_busy_week(folder.path(), size);
            let key = key_of(&iced::widget::Id::new(id));
            let from = places(&person).into_iter().find_map(|(_, place)| {
                person.settle(Message::Go(Place::Budget));
                person.settle(Message::Go(place.clone()));
                person.look().find(key).map(|_| place)
            });
            let from = from.unwrap_or_else(|| panic!("{id} is nowhere"));
            person.app.bridge().request(accesskit::ActionRequest {
                action: accesskit::Action::Click,
                target_tree: accesskit::TreeId::ROOT,
                target_node: key,
                data: None,
            });
            let _ = person.look();
            let by_control = person.app.place().clone();
            person.settle(Message::Go(Place::Budget));
            person.settle(Message::Go(from));
            presses(&mut person, &shortcut);
            assert_eq!(*person.app.place(), by_control, "{id}");
        }
    }
}

/// An adapter passes on no shortcut, so the description carries it.
#[test]
fn a_screen_reader_hears_the_shortcut() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Normal);
    let (nodes, _) = person.look().to_nodes(1.0);
    let said = |id: &'static str| {
        let key = key_of(&iced::widget::Id::new(id));
        let (_, node) = nodes.iter().find(|(at, _)| *at == key).unwrap();
        node.description().unwrap_or_default().to_owned()
    };
    assert_eq!(said("rail/Find help"), "Ctrl+F");
    assert_eq!(said("rail/Help"), "F1");
    // It shows its shortcut: that is said once.
    assert_eq!(said("today/search"), "Ctrl+K");
}

#[test]
fn no_shortcut_is_a_single_letter() {
    for shortcut in keys::SHORTCUTS {
        let is_letter = shortcut.key.chars().count() == 1;
        assert!(shortcut.command || !is_letter, "{}", shortcut.in_words());
    }
}

/// What the parts of the window that speak by themselves say now.
fn letter_alone(letter: &'static str) -> keyboard::Event {
    let physical = keyboard::key::NativeCode::Unidentified;
    keyboard::Event::KeyPressed {
        key: Key::Character(letter.into()),
        modified_key: Key::Character(letter.into()),
        physical_key: keyboard::key::Physical::Unidentified(physical),
        location: keyboard::Location::Standard,
        modifiers: Modifiers::empty(),
        repeat: false,
        text: None,
    }
}

#[test]
fn a_letter_alone_is_a_shortcut_only_for_who_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Normal);
    person.go("Help");
    person.does_not_see("Ctrl+K or K");
    for letter in ["n", "k", "f", "a", "q", "h", "l", "z"] {
        person.types(letter);
        assert_eq!(
            *person.app.place(),
            Place::Help,
            "{letter} does nothing by itself"
        );
    }
    person.go("Settings");
    person.press("Shortcuts without Ctrl: N alone writes a note. Help lists the keys");
    person.go("Help");
    person.sees("Ctrl+K or K");
    let alone = |letter: &'static str| person.app.shortcut(&letter_alone(letter));
    assert_eq!(alone("n"), Some(keys::Command::WriteNote));
    for letter in ["z", "y", "l"] {
        assert_eq!(alone(letter), None, "no slip undoes or locks");
    }
    person.types("n");
    person.sees("New note");
    person.types("nkf");
    person.sees("\"nkf\"");
    person.tap(Named::Escape);
    person.chord(Key::Character("n".into()), Modifiers::ALT);
    assert_eq!(
        *person.app.place(),
        Place::Help,
        "Alt and a letter is something else"
    );
}

fn live(person: &mut Person) -> Vec<String> {
    let seen = person.look();
    (0..seen.entries.len())
        .filter(|&at| {
            let live = seen.entries[at].node.live();
            live.is_some_and(|live| live != Live::Off)
        })
        .map(|at| seen.name(at))
        .filter(|said| !said.is_empty())
        .collect()
}

#[test]
fn what_happened_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Normal);
    person.settle(Message::Go(Place::Today));
    assert_eq!(live(&mut person), Vec::<String>::new());
    person.press("Finish the feeding diary for Dr Brook");
    // One part of the window says it, and it stays as it is until something else happens.
    let said = live(&mut person);
    assert_eq!(said, ["Step done 11:30am."]);
    for _ in 0..3 {
        person.settle(Message::Second);
        person.tap(Named::Tab);
        assert_eq!(live(&mut person), said);
    }
    // The same again is another thing that happened: a reader hears it although it reads the same.
    person.press("Ring the Parent Carer Forum");
    let again = live(&mut person);
    assert_eq!(again.len(), 1);
    assert_ne!(again, said, "a reader says only what changed");
    assert_eq!(again[0].replace('\u{200b}', ""), said[0]);
}

#[test]
fn nothing_is_said_over_typing() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Normal);
    person.settle(Message::Go(Place::FindHelp(FindStart::Search)));
    let before = live(&mut person);
    for letter in "therapy".chars() {
        person.types(&letter.to_string());
        assert_eq!(live(&mut person), before, "while typing {letter}");
    }
    // Typing goes on: the first pause is not long enough.
    person.settle(Message::StoodStill);
    person.types(" ");
    assert_eq!(live(&mut person), before);
    person.settle(Message::StoodStill);
    person.settle(Message::StoodStill);
    let said = live(&mut person);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].ends_with(" found"), "{said:?}");
    person.settle(Message::StoodStill);
    assert_eq!(live(&mut person), said, "once");
}

#[test]
fn keeping_drafts_says_nothing_while_somebody_writes() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), TextSize::Normal);
    person.chord(Key::Character("n".into()), Modifiers::COMMAND);
    let before = live(&mut person);
    for letter in "She slept".chars() {
        person.types(&letter.to_string());
        person.settle(Message::Second);
        assert_eq!(live(&mut person), before);
    }
    let seen = person.look();
    let typed = seen.focus().and_then(|at| seen.entries[at].text.clone());
    assert_eq!(typed.unwrap().lines, ["She slept"]);
    assert_eq!(
        seen.entries[seen.focus().unwrap()].role(),
        Role::MultilineTextInput
    );
}
