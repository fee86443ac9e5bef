//! Words explained, Rights and time limits, and the improvement plan, as a person meets them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod person;

#[path = "screens_guide_rights/every_card.rs"]
mod every_card;

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
        person.keeps();
        assert_eq!(person.questions().len(), 1);
        assert_eq!(person.questions()[0].text, "What does ‘CYPNP’ mean for us?");
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

#[test]
fn a_late_decision_leads_to_somebody_who_can_help() {
    every_way(|person| {
        person.go("Rights and time limits");
        person.sees("Law checked in May 2026.");
        person.sees("This is information, not legal advice.");
        person.press("What has happened?");
        person.press("We asked for an assessment");
        person.press("The council says yes or no to an assessment");
        person.sees("Within 6 weeks");
        person.sees("There are four reasons only.");
        person.sees("regulation 5(1)");
        person.press("Ask this");
        person.keeps();
        assert_eq!(
            person.questions()[0].text,
            "You got our request. When will you decide?"
        );
        person.press("Local Government and Social Care Ombudsman");
        person.sees("Save this service");
    });
}

#[test]
fn what_was_not_confirmed_stands_on_its_card() {
    every_way(|person| {
        person.go("Rights and time limits");
        person.fills("Search rights and time limits", "school answers council");
        person.press("A school or college answers the council");
        person.sees("We could not check all of this");
        person.press("Copy as text");
        assert!(person.copied().unwrap().contains("Not confirmed:"));
    });
}

#[test]
fn announced_changes_are_shown_as_not_law() {
    every_way(|person| {
        person.go("Rights and time limits");
        person.press("What may change, and how time is counted");
        person.sees("A bill is not law.");
        person.sees("Others say September 2030.");
        person.press("All rights");
        person.fills("Search rights and time limits", "xyzzy");
        person.press("Show everything");
        person.sees("Asking for an assessment");
    });
}

#[test]
fn the_time_line_can_be_narrowed_and_its_pages_opened() {
    every_way(|person| {
        person.go("Improvement plan");
        person.sees("Children and Families Act 2014 becomes law");
        person.press("Inspections");
        person.does_not_see("Children and Families Act 2014 becomes law");
        person.sees("Inspectors come back");
        person.press("Everything");
        person.press("Show 20 more");
        person.sees("7 areas: enough progress");
        person.sees("2 areas: not enough progress");
        person.sees("It does not say how things are now.");
    });
}

#[test]
fn a_promise_shows_what_was_found_and_what_is_newer() {
    every_way(|person| {
        person.go("Improvement plan");
        person.press("Nine promises");
        person.press("Faster EHC plans");
        person.sees("Promised in December 2020");
        person.sees("Enough progress");
        person.sees("fewer plans came within 20 weeks");
        person.press("Copy as text");
        assert!(person.copied().unwrap().contains("https://"));
        person.press("The whole plan");
        person.press("Nine weaknesses");
        person.press("1. Families’ views were not used");
        person.sees("We found no newer source.");
        person.press("Ask this");
        person.keeps();
        assert_eq!(person.questions().len(), 1);
    });
}

#[test]
fn later_plans_say_what_could_not_be_found() {
    every_way(|person| {
        person.go("Improvement plan");
        person.press("Plans and checks");
        person.sees("It was approved in May 2023.");
        person.sees("We could not find the text of the ten actions.");
        person.sees("What we could not find");
    });
}

/// Every page of these screens.
fn places() -> Vec<(&'static str, Place)> {
    let right = |id: &str| Place::Rights(Some(id.to_owned()));
    let word = |id: &str| Place::WordsExplained(Some(id.to_owned()));
    vec![
        ("rights", Place::Rights(None)),
        ("right", right("ehc-6")),
        ("right-partly", right("school-consult-15")),
        ("rights-may-change", right("may-change")),
        ("plan", Place::ImprovementPlan(None)),
        (
            "plan-promise",
            Place::ImprovementPlan(Some("c6".to_owned())),
        ),
        ("plan-faster", Place::ImprovementPlan(Some("c8".to_owned()))),
        ("documents", Place::Documents),
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
            assert_eq!(person.look().screen_findings(), vec![], "{page}, {name}");
        }
        for part in [
            "Nine promises",
            "Nine weaknesses",
            "Plans and checks",
            "In pictures",
        ] {
            person.settle(Message::Go(Place::ImprovementPlan(None)));
            person.press(part);
            assert_eq!(person.look().screen_findings(), vec![], "{part}, {name}");
        }
    }
}
