//! Words explained, Rights and time limits, and the improvement plan, as a person meets them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod person;

use iced::Size;
use person::{By, Person};
use withy::app::Message;
use withy::screens::Place;
use withy::settings::TextSize;

const WIDE: Size = Size::new(1_500.0, 900.0);
const DESIGNED: Size = Size::new(1_280.0, 800.0);
const SMALLEST: Size = Size::new(900.0, 600.0);

/// Does it by mouse and by keyboard, at both ends of text size.
fn every_way(journey: impl Fn(&mut Person)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), DESIGNED, by, text_size);
            journey(&mut person);
        }
    }
}

#[test]
fn a_short_form_from_a_letter_is_explained() {
    every_way(|person| {
        person.go("Words explained");
        person.fills("Search the words", "EHCP");
        person.sees("education, health and care plan");
        person.press("EHC plan");
        person.sees("A legal paper that says what your child needs");
        person.sees("Read on 23 November 2026.");
        person.sees("page date not shown");
        person.press("Copy as text");
        let copied = person.copied().unwrap().to_owned();
        assert!(copied.starts_with("EHC plan: Education, health and care plan."));
        assert!(copied.contains("https://"));
        person.press("All words");
        person.sees("Search the words");
    });
}

#[test]
fn an_old_name_leads_to_the_new_one() {
    every_way(|person| {
        person.go("Words explained");
        person.fills("Search the words", "CCG");
        person.sees("Somerset Clinical Commissioning Group (CCG)");
        person.press("CCG");
        person.sees("The name today");
        person.press("ICB (integrated care board)");
        person.sees("Here it is NHS Somerset.");
    });
}

#[test]
fn a_word_that_we_could_not_check_says_so() {
    every_way(|person| {
        person.go("Words explained");
        person.fills("Search the words", "PFSA");
        person.sees("Not checked");
        person.press("PFSA");
        person.sees("We could not check this");
    });
}

#[test]
fn asking_about_a_word_waits_for_the_record_and_is_kept_once() {
    every_way(|person| {
        person.go("Words explained");
        person.fills("Search the words", "CYPNP");
        person.press("CYPNP");
        person.press("Ask this");
        person.press("Keep it on this computer");
        assert_eq!(person.questions().len(), 1);
        assert_eq!(person.questions()[0].text, "What does “CYPNP” mean for us?");
        assert!(person.questions()[0].service.is_some());
    });
}

#[test]
fn nothing_found_says_what_to_do() {
    every_way(|person| {
        person.go("Words explained");
        person.fills("Search the words", "xyzzy");
        person.sees("We have no word like “xyzzy”.");
    });
}

/// Every page of these screens.
fn places() -> Vec<(&'static str, Place)> {
    let word = |id: &str| Place::WordsExplained(Some(id.to_owned()));
    vec![
        ("words", Place::WordsExplained(None)),
        ("word", word("camhs")),
        ("word-old", word("ccg")),
        ("word-not-checked", word("pfsa")),
    ]
}

#[test]
fn every_page_is_whole_at_every_width() {
    for (name, size, text_size) in [
        ("wide", WIDE, TextSize::Normal),
        ("middle", DESIGNED, TextSize::Normal),
        ("double", DESIGNED, TextSize::Double),
        ("small", SMALLEST, TextSize::Normal),
        ("narrow", SMALLEST, TextSize::Double),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down_with(folder.path(), size, By::Mouse, text_size);
        for (page, place) in places() {
            person.settle(Message::Go(place));
            assert_eq!(person.look().findings, vec![], "{page}, {name}");
        }
    }
}
