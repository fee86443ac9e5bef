//! Locking, unlocking, and nobody there.

use accesskit::{Action, ActionRequest, TreeId};
use iced::keyboard::key::Named;
use withy::app::Message;
use withy::app::idle::TICK;
use withy::platform::folders::Folders;
use withy::record::Vault;
use withy::screens::FindStart;
use withy::screens::Place;
use withy::screens::lock;

use crate::person::keeping::{new_vault, secret};
use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, every_way, notes, with_a_note, writes_a_note};

#[test]
fn locked_shows_nothing_of_the_record_and_unlocking_returns() {
    every_way(|person, _| {
        writes_a_note(person, "He slept all night.");
        person.keeps();
        person.shortcut("k");
        person.types("slept");
        person.go("Notes");
        person.press("Write a note");
        person.types("Half a thou");
        person.shortcut("l");
        person.sees("Unlock your record");
        person.sees("Withy is locked.");
        for gone in ["slept", "Half a thou"] {
            person.does_not_see(gone);
        }
        assert!(person.app.context().record.is_none() && person.app.context().vault.is_none());
        for place in ["Today", "Appointments", "My family"] {
            person.go(place);
            person.sees("Unlock your record");
        }
        person.go("Find help");
        person.sees("What do you need help with?");
        person.shortcut("k");
        person.does_not_see("slept");
        person.go("In an emergency");
        person.sees("999");
        person.go("Notes");
        person.unlocks();
        person.press("Write a note");
        person.sees("Half a thou");
        assert_eq!(notes(person), 1);
    });
}

#[test]
fn unlocking_returns_to_where_one_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    person.go("Notes");
    person.press("The school rang");
    let place = person.app.place().clone();
    person.shortcut("l");
    assert_eq!(person.app.place(), &Place::Lock);
    person.unlocks();
    assert_eq!(person.app.place(), &place);
    person.sees("The school rang");
    person.settle(Message::Go(Place::FindHelp(FindStart::Text(
        "sleep".to_owned(),
    ))));
    person.shortcut("l");
    person.unlocks();
    let found = Place::FindHelp(FindStart::Search);
    assert_eq!(person.app.place(), &found);
    person.does_not_see("\"sleep\"");
}

#[test]
fn a_locked_record_is_asked_for_when_something_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    drop(with_a_note(folder.path()));
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Mouse, &now);
    person.sees("Unlock your record");
    person.press("Find a service");
    person.types("portage");
    person.press("Portage");
    person.press("Save this service");
    person.sees("Unlock your record");
    person.unlocks();
    person.sees("Unlocked.");
    let record = person.app.context().record.as_ref().unwrap();
    assert_eq!(record.saved_services().unwrap().len(), 1);
    assert!(matches!(person.app.place(), Place::Service(_)));
}

#[test]
fn a_wrong_passphrase_says_so_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    drop(with_a_note(folder.path()));
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Keyboard, &now);
    assert!(person.is_on("lock/passphrase"));
    person.tap(Named::Enter);
    person.sees("Type your passphrase.");
    person.types("wrong words");
    person.does_not_see("wrong words");
    person.tap(Named::Enter);
    person.sees("That passphrase does not open your record.");
    assert!(person.is_on("lock/passphrase"));
    person.press("Show what I type");
    person.sees("\"wrong words\"");
    assert!(person.app.context().locked);
}

#[test]
fn the_twelve_words_open_it_and_ask_for_a_new_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let (_, record, words) = new_vault(folder.path(), &a_tuesday());
    drop(record);
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Keyboard, &now);
    person.press("I have my 12 words");
    person.types("abandon abandon");
    person.tap(Named::Enter);
    person.sees("There are 2 words here. A recovery sheet has 12.");
    for _ in 0.."abandon abandon".len() {
        person.tap(Named::Backspace);
    }
    person.pastes(&words.words().join(" "));
    person.tap(Named::Enter);
    person.sees("Choose a new passphrase");
    assert!(
        person.app.context().record.is_none(),
        "not before there is one"
    );
    person.press("Choose my own");
    person.types("another lantern under stairs");
    person.press("Use this passphrase");
    person.sees("Unlocked.");
    assert!(person.app.context().record.is_some());
    let old = Vault::unlock(folder.path(), &secret());
    assert!(old.is_err(), "the forgotten one opens nothing any more");
}

#[test]
fn it_locks_itself_when_nobody_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    let minutes = |person: &mut Person, minutes: u64| {
        for _ in 0..minutes * 60 / TICK.as_secs() {
            person.settle(Message::Tick);
        }
    };
    minutes(&mut person, 9);
    person.go("Notes");
    minutes(&mut person, 9);
    person.sees("The school rang");
    minutes(&mut person, 1);
    person.sees("Nobody was here for a while, so Withy locked itself.");
    person.does_not_see("The school rang");
    person.unlocks();
    person.go("Settings");
    person.press("60");
    minutes(&mut person, 59);
    assert!(person.app.context().vault.is_some());
    minutes(&mut person, 1);
    assert!(person.app.context().locked);
}

#[test]
fn who_goes_by_screen_reader_or_listens_is_somebody() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_a_note(folder.path());
    let minutes = |person: &mut Person, minutes: u64| {
        for _ in 0..minutes * 60 / TICK.as_secs() {
            person.settle(Message::Tick);
        }
    };
    person.go("Notes");
    minutes(&mut person, 9);
    // A screen reader goes on to another control: no key reaches the window, nothing is pressed.
    let seen = person.look();
    let target_node = seen.entries[seen.tab_order()[3]].key;
    person.app.bridge().request(ActionRequest {
        action: Action::Focus,
        target_tree: TreeId::ROOT,
        target_node,
        data: None,
    });
    let _ = person.look();
    minutes(&mut person, 9);
    assert!(person.app.context().vault.is_some(), "it was heard");
    person.go("Settings");
    person.press("Read aloud: guide and service pages get a bar that reads them to you");
    person.go("Budget");
    person.press("Read this page aloud");
    minutes(&mut person, 30);
    assert!(
        person.app.context().vault.is_some(),
        "a long page is read to its end"
    );
    person.press("Stop");
    minutes(&mut person, 10);
    assert!(person.app.context().locked, "and then nobody is there");
}

#[test]
fn a_computer_that_slept_is_locked_when_it_wakes() {
    let mut idle = withy::app::idle::Idle::default();
    let now = a_tuesday();
    let after = |seconds: i64| {
        now.checked_add(jiff::SignedDuration::from_secs(seconds))
            .unwrap()
    };
    assert!(!idle.look(&now, 10));
    assert!(!idle.look(&after(10), 10));
    assert!(idle.look(&after(700), 10));
}

#[test]
fn locking_leaves_the_sample_family() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.shortcut("l");
    person.sees("There is nothing to lock yet.");
    drop(person);
    drop(with_a_note(folder.path()));
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.go("Settings");
    person.press("Look around with a sample family");
    person.shortcut("l");
    person.sees("Unlock your record");
    assert!(!Folders::at(folder.path()).sample_record().exists());
    person.unlocks();
    person.go("Notes");
    person.sees("The school rang");
}

#[test]
fn a_bar_and_words_say_that_the_passphrase_is_being_tried() {
    let folder = tempfile::tempdir().unwrap();
    drop(with_a_note(folder.path()));
    let now = a_tuesday();
    let mut person = Person::sits_down_locked(folder.path(), None, WINDOW, By::Keyboard, &now);
    person.pastes(crate::person::keeping::PASSPHRASE);
    // The work is held back: what comes of pressing is not looked at yet.
    let opening = person.app.update(Message::Lock(lock::Message::Unlock));
    let bar = |person: &mut Person| {
        let seen = person.look();
        let bars = seen.entries.iter();
        let mut bars = bars.filter(|entry| entry.node.role() == accesskit::Role::ProgressIndicator);
        let bar = bars.next().unwrap();
        assert_eq!(bar.node.value(), Some("This takes about a second."));
        bar.node.numeric_value().unwrap()
    };
    assert!(bar(&mut person).abs() < 0.1);
    person.sees("Opening");
    for _ in 0..3 {
        person.settle(Message::Lock(lock::Message::Grow));
    }
    assert!((bar(&mut person) - 30.0).abs() < 0.1);
    for _ in 0..90 {
        person.settle(Message::Lock(lock::Message::Grow));
    }
    assert!(bar(&mut person) < 95.0, "it is not full before it is open");
    person.runs(opening);
    person.sees("Unlocked.");
}
