//! Terms are explained where they stand: a person presses one on a page and reads its meaning
//! under the paragraph, by mouse, by keyboard and by screen reader.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

#[path = "words/acronyms.rs"]
#[allow(dead_code, reason = "the test of words uses the rest of it")]
mod acronyms;
#[path = "terms/everywhere.rs"]
mod everywhere;
#[path = "terms/finding.rs"]
mod finding;
#[path = "terms/pictures.rs"]
mod pictures;

use accesskit::{Action, ActionRequest, Live, Role, TreeId};
use iced::Size;
use iced::keyboard::key::Named;
use person::{By, Person};
use withy::access::{Snapshot, key_of};
use withy::app::Message;
use withy::guide::words;
use withy::screens::{Place, words_explained};
use withy::settings::TextSize;

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// Opens a place on a first evening.
fn at(folder: &std::path::Path, by: By, size: TextSize, place: Place) -> Person {
    let mut person = Person::sits_down_with(folder, WINDOW, by, size);
    person.settle(Message::Go(place));
    let _ = person.look();
    person
}

fn a_right() -> Place {
    Place::Rights(Some("ehc-6".to_owned()))
}

/// The place of a term among what the page says.
fn term(seen: &Snapshot, id: &str) -> Option<usize> {
    seen.find(key_of(&format!("term/{id}").into()))
}

fn is_open(seen: &Snapshot, id: &str) -> bool {
    seen.entries[term(seen, id).unwrap()].node.is_expanded() == Some(true)
}

fn focus_is_on(seen: &Snapshot, id: &str) -> bool {
    seen.focus().is_some() && seen.focus() == term(seen, id)
}

#[test]
fn a_press_shows_the_meaning_and_another_hides_it() {
    for by in [By::Mouse, By::Keyboard] {
        for size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = at(folder.path(), by, size, a_right());
            let meaning = &words::find("mediation").unwrap().meaning;
            person.does_not_see(meaning);
            person.press("mediation");
            person.sees(meaning);
            let seen = person.look();
            assert!(is_open(&seen, "mediation") && focus_is_on(&seen, "mediation"));
            person.press("mediation");
            person.does_not_see(meaning);
            assert!(focus_is_on(&person.look(), "mediation"));
        }
    }
}

#[test]
fn enter_space_and_escape() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = at(folder.path(), By::Keyboard, TextSize::Normal, a_right());
    person.press("appeal");
    assert!(is_open(&person.look(), "appeal"), "Enter opens it");
    person.tap(Named::Space);
    assert!(!is_open(&person.look(), "appeal"), "Space closes it");
    person.tap(Named::Space);
    assert!(is_open(&person.look(), "appeal"));
    person.tap(Named::Escape);
    let seen = person.look();
    assert!(!is_open(&seen, "appeal") && focus_is_on(&seen, "appeal"));
    assert_eq!(*person.app.place(), a_right(), "the page stays open");
    // Inside the meaning Escape goes back to the word.
    person.press("appeal");
    while person.focus() != "Open in Words explained" {
        person.tap(Named::Tab);
    }
    person.tap(Named::Escape);
    let seen = person.look();
    assert!(!is_open(&seen, "appeal") && focus_is_on(&seen, "appeal"));
    person.tap(Named::Escape);
    assert_ne!(*person.app.place(), a_right(), "then Escape goes back");
}

#[test]
fn a_screen_reader_presses_and_hears_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = at(folder.path(), By::Keyboard, TextSize::Normal, a_right());
    person.app.bridge().request(ActionRequest {
        action: Action::Click,
        target_tree: TreeId::ROOT,
        target_node: key_of(&"term/mediation".into()),
        data: None,
    });
    let _ = person.look();
    let seen = person.look();
    let word = term(&seen, "mediation").unwrap();
    let node = &seen.entries[word].node;
    assert_eq!(node.role(), Role::Button);
    assert_eq!(node.label(), Some("mediation"));
    assert_eq!(node.description(), Some("Show what this means"));
    assert!(node.is_expanded() == Some(true) && node.supports_action(Action::Click));
    // After the paragraph and its other words comes the meaning, and it is said as it opens.
    let after = &seen.entries[word + 1..];
    let next = after
        .iter()
        .find(|entry| entry.role() != Role::Button)
        .unwrap();
    assert_eq!(next.role(), Role::Group);
    let said = seen.entries[next.children[0]].node.clone();
    assert_eq!(said.live(), Some(Live::Polite));
    let meaning = &words::find("mediation").unwrap().meaning;
    assert_eq!(said.value(), Some(format!("Mediation. {meaning}").as_str()));
}

#[test]
fn one_meaning_is_open_at_a_time_and_none_on_the_next_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = at(folder.path(), By::Mouse, TextSize::Normal, a_right());
    person.press("appeal");
    person.press("mediation");
    let seen = person.look();
    assert!(is_open(&seen, "mediation") && !is_open(&seen, "appeal"));
    person.press("Open in Words explained");
    let there = Place::WordsExplained(Some("mediation".to_owned()));
    assert_eq!(*person.app.place(), there);
    person.settle(Message::Go(a_right()));
    person.press("mediation");
    person.settle(Message::Go(Place::Help));
    person.settle(Message::Go(a_right()));
    let seen = person.look();
    assert!(!is_open(&seen, "mediation") && !is_open(&seen, "appeal"));
}

#[test]
fn pressing_anything_else_closes_a_meaning() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = at(folder.path(), By::Mouse, TextSize::Normal, a_right());
    person.press("appeal");
    person.press("Copy as text");
    assert!(!is_open(&person.look(), "appeal"));
}

#[test]
fn an_old_name_leads_to_the_name_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = at(folder.path(), By::Keyboard, TextSize::Normal, Place::Today);
    let therapy = person
        .app
        .context()
        .directory
        .by_slug("somerset-cyp-therapy-service");
    let therapy = Place::Service(therapy.unwrap().id);
    person.settle(Message::Go(therapy.clone()));
    person.press("Integrated Therapy Service");
    person.sees("Children and young people’s therapy service (CYPTS).");
    person.press("Open in Words explained");
    person.press("Children and Young People’s Therapy Service");
    assert_eq!(*person.app.place(), therapy);
    for old in words::all().iter().filter(|term| term.old_name) {
        let today = words::find(&old.see[0]).unwrap();
        assert!(!today.old_name, "{} leads to an old name", old.id);
        person.settle(Message::Go(Place::WordsExplained(Some(old.id.clone()))));
        person.sees("The name today");
        person.press(&format!("{} (", today.term));
        let there = Place::WordsExplained(Some(today.id.clone()));
        assert_eq!(*person.app.place(), there);
    }
}

#[test]
fn every_old_name_leads_to_what_it_is_called_now() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::WordsExplained(None);
    let mut person = at(folder.path(), By::Mouse, TextSize::Normal, place.clone());
    let all: Vec<_> = person.app.context().directory.old_names().to_vec();
    assert!(all.len() > 10);
    for name in all {
        let old_names = words_explained::Group::OldNames;
        let press = words_explained::Message::Group(words_explained::Group::All);
        person.settle(Message::WordsExplained(press));
        let press = words_explained::Message::Group(old_names);
        person.settle(Message::WordsExplained(press));
        match (&name.now, &name.note) {
            (Some(now), _) => person.sees(&format!("Now {now}")),
            (None, Some(note)) => person.sees(&format!("This is an old name. {note}")),
            (None, None) => panic!("{} leads nowhere", name.old),
        }
        let ids = name.services.iter().filter_map(|slug| {
            let service = person.app.context().directory.by_slug(slug);
            service.map(|service| Place::Service(service.id))
        });
        let ids: Vec<Place> = ids.collect();
        if !ids.is_empty() {
            person.press(&name.old);
            assert!(ids.contains(person.app.place()), "{}", name.old);
            person.settle(Message::Go(place.clone()));
        }
    }
}

#[test]
fn what_opens_below_the_window_is_brought_into_sight() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = at(folder.path(), By::Keyboard, TextSize::Double, a_right());
    for id in ["send", "appeal", "mediation"] {
        let name = words::find(id).unwrap().term.clone();
        let name = if id == "send" {
            name
        } else {
            name.to_lowercase()
        };
        person.press(&name);
        let seen = person.look();
        let meaning = seen.find(key_of(&"term-meaning".into())).unwrap();
        let word = term(&seen, id).unwrap();
        let (top, bottom) = (
            seen.entries[word].bounds.y,
            seen.entries[meaning].bounds.y + seen.entries[meaning].bounds.height,
        );
        let height = WINDOW.height / 2.0;
        assert!(top > 0.0 && bottom < height, "{id}: {top} to {bottom}");
    }
}
