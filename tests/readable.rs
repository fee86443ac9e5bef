//! The readable copy: every place as one web page that is well formed, whole and safe, and that an
//! accessibility checker in a real browser finds nothing wrong with.
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

#[path = "readable/axe.rs"]
mod axe;

#[path = "readable/html.rs"]
mod html;

use std::path::{Path, PathBuf};

use iced::Size;
use iced::keyboard::{Key, Modifiers, key::Named};
use person::keeping::new_vault;
use person::{By, Person, a_tuesday};
use places::places;
use withy::app::Message;
use withy::platform::folders::Folders;
use withy::platform::opening::Link;
use withy::record::{Child, Note};
use withy::screens::{AppointmentsStart, NotesStart, Place, appointments};
use withy::settings::{Settings, TextSize};

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn a_busy_week(folder: &Path) -> Person {
    let settings = Settings {
        sample_family: false,
        ..Settings::default()
    };
    settings.write(&Folders::at(folder).settings()).unwrap();
    let mut person = Person::sits_down(folder, WINDOW, By::Keyboard);
    let sample = withy::screens::settings::Message::SampleFamily(true);
    person.settle(Message::Settings(sample));
    person
}

/// Presses the keys for a copy and reads the file that was opened.
fn copies(person: &mut Person) -> String {
    person.chord(
        Key::Character("h".into()),
        Modifiers::COMMAND | Modifiers::SHIFT,
    );
    let opened = person.opener.written_down();
    let Some(Link::Folder(path)) = opened.last() else {
        panic!("nothing was opened: {}", person.app.status());
    };
    std::fs::read_to_string(path).unwrap()
}

/// Every place, and some states that the plain round does not show, as copies.
fn every_copy() -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path());
    let kept_in = folder.path().display().to_string();
    let mut all = vec![];
    for (name, place) in places(&person) {
        person.settle(Message::Go(place));
        let copy = copies(&mut person).replace(&kept_in, "FOLDER");
        all.push((name.to_owned(), copy));
    }
    let agenda = Place::Appointments(AppointmentsStart::Agenda);
    person.settle(Message::Go(agenda));
    let month = appointments::Message::Tab(appointments::Tab::Month);
    person.settle(Message::Appointments(month));
    all.push(("month".to_owned(), copies(&mut person)));
    person.closes();

    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down_with(folder.path(), WINDOW, By::Mouse, TextSize::Double);
    person.settle(Message::Menu(true));
    all.push(("menu".to_owned(), copies(&mut person)));
    all
}

#[test]
fn every_copy_is_well_formed() {
    for (name, copy) in every_copy() {
        let page = html::parse(&copy).unwrap_or_else(|problem| panic!("{name}: {problem}\n{copy}"));
        let problems = page.problems();
        assert!(problems.is_empty(), "{name}: {problems:?}\n{copy}");
        assert!(page.title.ends_with(" – Withy (sample family)") || name == "menu");
    }
}

/// What a screen reader is told in the main part stands in the copy: headings, text, and what
/// rows, fields and choices say.
#[test]
fn what_is_said_is_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path());
    for (name, place) in places(&person) {
        person.settle(Message::Go(place));
        let page = html::parse(&copies(&mut person)).unwrap();
        let seen = person.look();
        for at in 0..seen.entries.len() {
            let main = [accesskit::Role::Main, accesskit::Role::Complementary];
            let inside = seen.ancestor(at, |role| main.contains(&role)).is_some();
            let said = seen.name(at);
            let number = said
                .strip_suffix('.')
                .is_some_and(|n| n.parse::<u8>().is_ok());
            let entry = &seen.entries[at];
            if !inside || number || entry.node.is_hidden() || entry.node.is_disabled() {
                continue;
            }
            let said = said.replace('\u{200b}', "");
            assert!(
                page.text.contains(&html::squeeze(&said)) || page.labels.contains(&said),
                "{name}: {said:?} is not in the copy\n{}",
                page.text
            );
        }
    }
}

#[test]
fn a_copy_reads_as_it_did() {
    let bless = std::env::var_os("BLESS").is_some();
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/readable");
    for (name, copy) in every_copy() {
        if !["today", "service"].contains(&name.as_str()) {
            continue;
        }
        let path = golden.join(format!("{name}.html"));
        if bless {
            std::fs::write(&path, &copy).unwrap();
        }
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            before == copy,
            "{name} reads otherwise. If that is right: BLESS=1 cargo test --test readable\n{copy}"
        );
    }
}

/// Words of a family that look like markup stay words.
#[test]
fn nothing_that_was_typed_becomes_markup() {
    let wicked = "<script>alert(\"1\")</script> & 'so on' <img src=x onerror=\"go()\">";
    let folder = tempfile::tempdir().unwrap();
    let now = a_tuesday();
    let (_, mut record, _) = new_vault(folder.path(), &now);
    let mut child = Child::new(&now);
    child.name = wicked.to_owned();
    let mut note = Note::new(&now);
    note.text = wicked.to_owned();
    note.children.push(child.id);
    record
        .change("Everything", &now, |change| {
            change.put_child(&child)?;
            change.put_note(&note)
        })
        .unwrap();
    drop(record);
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    for place in [
        Place::MyFamily,
        Place::Notes(NotesStart::List),
        Place::Notes(NotesStart::One(note.id)),
    ] {
        person.settle(Message::Go(place));
        let copy = copies(&mut person);
        assert!(!copy.contains("<script"), "{copy}");
        assert!(!copy.contains("<img"), "{copy}");
        assert!(
            copy.contains(
                "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;so on&#39;"
            )
        );
        let page = html::parse(&copy).unwrap();
        assert_eq!(page.problems(), Vec::<String>::new());
        assert!(page.text.contains(wicked), "{}", page.text);
    }
}

#[test]
fn the_window_says_where_the_copy_is_and_closing_deletes_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path());
    let _ = copies(&mut person);
    let kept_in = Folders::at(folder.path()).copies();
    let said = person.app.status().to_owned();
    assert!(said.contains(&kept_in.display().to_string()), "{said}");
    assert!(said.contains("outside your record"), "{said}");
    assert_eq!(std::fs::read_dir(&kept_in).unwrap().count(), 1);
    person.closes();
    assert!(!kept_in.exists());
    // Left behind by a window that ended badly.
    std::fs::create_dir_all(&kept_in).unwrap();
    std::fs::write(kept_in.join("Today 10-00-00.html"), "old").unwrap();
    let _person = a_busy_week(folder.path());
    assert!(!kept_in.exists());
}

#[test]
fn where_no_copy_can_be_written_the_window_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path());
    std::fs::write(Folders::at(folder.path()).copies(), "a file in the way").unwrap();
    person.chord(
        Key::Character("h".into()),
        Modifiers::COMMAND | Modifiers::SHIFT,
    );
    let said = person.app.status();
    assert!(said.contains("is a file, not a folder"), "{said}");
    assert_eq!(person.opener.written_down(), vec![]);
}

#[test]
fn a_second_window_writes_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = a_busy_week(folder.path());
    let _ = copies(&mut first);
    let mut second = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    second.chord(
        Key::Character("h".into()),
        Modifiers::COMMAND | Modifiers::SHIFT,
    );
    assert!(second.app.status().contains("already open"));
    assert_eq!(second.opener.written_down(), vec![]);
    second.closes();
    let kept_in = Folders::at(folder.path()).copies();
    assert_eq!(std::fs::read_dir(kept_in).unwrap().count(), 1);
}

/// By keyboard the copy is one chord; by mouse it is a button in Help.
#[test]
fn help_copies_the_page_before_it_for_a_mouse() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    person.settle(Message::Go(Place::Budget));
    person.tap(Named::F1);
    person.sees("Ctrl+Shift+H");
    person.press("Copy the page before this one");
    let opened = person.opener.written_down();
    let Some(Link::Folder(path)) = opened.last() else {
        panic!("nothing was opened");
    };
    let copy = std::fs::read_to_string(path).unwrap();
    let page = html::parse(&copy).unwrap();
    assert!(page.title.starts_with("Budget"), "{}", page.title);
    assert!(person.app.status().starts_with("A copy of this page opens"));
}

#[test]
fn an_accessibility_checker_in_a_browser_finds_nothing() {
    axe::check(&every_copy());
}

#[test]
fn the_checker_finds_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path());
    axe::finds_what_is_wrong(&copies(&mut person));
}
