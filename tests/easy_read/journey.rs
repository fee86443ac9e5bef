//! From Today to an Easy Read page and back, by mouse and by keyboard, small and large.

use iced::Size;
use withy::app::Message;
use withy::guide::easy_read::{Whole, pages};
use withy::screens::Place;
use withy::settings::TextSize;

use super::person::{By, Person};

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn every_way(walk: impl Fn(&mut Person)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            walk(&mut Person::sits_down_with(
                folder.path(),
                WINDOW,
                by,
                text_size,
            ));
        }
    }
}

#[test]
fn from_today_to_an_easy_read_page_and_back() {
    every_way(|person| {
        person.press("Easy Read pages");
        person.press("Asking for a plan");
        assert_eq!(person.presses, 2);
        assert_eq!(
            person.app.place(),
            &Place::EasyRead(Some("asking".to_owned()))
        );
        person.sees("The council must say yes or no within 6 weeks.");
        person.sees("Law checked in May 2026. It is information, not legal advice.");
        person.press("All Easy Read pages");
        person.sees("These pages have short sentences and pictures.");
        person.go("Today");
        assert_eq!(person.app.place(), &Place::Today);
    });
}

#[test]
fn from_a_guide_page_to_its_easy_read_form_and_back() {
    every_way(|person| {
        person.go("NHS services");
        person.press("Children and Young People’s Therapy Service");
        person.press("Easy Read page");
        person.sees("Some children need help with talking.");
        person.press("Read the full page");
        person.sees("You can ask yourself. So can any professional who has talked with you.");
        person.press("Easy Read page");
        person.press("Open the therapy service");
        assert!(matches!(person.app.place(), Place::Service(_)));
    });
}

#[test]
fn every_page_leads_to_its_full_page_and_that_leads_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    for page in pages() {
        let here = Place::EasyRead(Some(page.id.clone()));
        person.settle(Message::Go(here.clone()));
        assert_eq!(person.look().findings, vec![], "{}", page.id);
        person.press("Read the full page");
        assert_ne!(person.app.place(), &here);
        if page.full == Whole::Worried {
            person.sees("How old is your child?");
        }
        person.press("Easy Read page");
        assert_eq!(person.app.place(), &here, "{}", page.id);
    }
}

#[test]
fn each_row_is_one_item_and_the_picture_is_not_read_aloud() {
    use accesskit::Role;
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    for page in pages() {
        person.settle(Message::Go(Place::EasyRead(Some(page.id.clone()))));
        let seen = person.look();
        let list = (0..seen.entries.len())
            .find(|&at| seen.entries[at].role() == Role::List && seen.name(at) == page.title);
        let items = &seen.entries[list.unwrap()].children;
        assert_eq!(items.len(), page.rows.len(), "{}", page.id);
        for (row, item) in page.rows.iter().zip(items) {
            assert_eq!(seen.entries[*item].role(), Role::ListItem);
            // A word that can be pressed stands in its sentence.
            let is_word = |at: &&usize| {
                let description = seen.entries[**at].node.description();
                description == Some("Show what this means")
            };
            let inside = seen.entries[*item].children.iter();
            let inside = inside.filter(|at| !is_word(at));
            let said: Vec<String> = inside.map(|&at| seen.name(at)).collect();
            assert_eq!(said[..row.sentences.len()], row.sentences[..]);
            assert!(
                row.call.is_some() || said.len() == row.sentences.len(),
                "{said:?}"
            );
        }
    }
}

#[test]
fn it_can_be_copied_with_its_numbers_and_its_sources() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.settle(Message::Go(Place::EasyRead(Some("emergency".to_owned()))));
    person.press("Copy as text");
    let copied = person.copied().unwrap_or_default();
    assert!(
        copied.starts_with("In an emergency\n\nIs someone in danger or badly hurt?\nCall 999.")
    );
    assert!(copied.contains("0300 123 2224 (Office hours)"), "{copied}");
    assert!(copied.contains("https://www.norwoodmc.co.uk/"), "{copied}");
    assert!(copied.contains("Read on 23 November 2026."), "{copied}");
    person.press("Call 999");
    assert_eq!(person.opener.written_down().len(), 1);
}

#[test]
fn the_rail_has_room_for_it_in_a_window_of_the_usual_height() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    let seen = person.look();
    let place = |name: &str| {
        let at = (0..seen.entries.len()).find(|&at| seen.name(at) == name);
        seen.entries[at.unwrap()].bounds
    };
    let (last, below) = (place("Easy Read"), place("My family"));
    assert!(last.y + last.height <= below.y, "{last:?} {below:?}");
}

#[test]
fn the_search_finds_it() {
    every_way(|person| {
        person.shortcut("k");
        person.types("easy");
        person.press("Easy Read");
        assert_eq!(person.app.place(), &Place::EasyRead(None));
    });
}
