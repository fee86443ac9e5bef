//! The page about accessibility and the README say the same, from one file.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

use iced::Size;
use person::{By, Person};
use withy::guide::accessibility;
use withy::screens::Place;

const README: &str = include_str!("../README.md");

#[test]
fn the_readme_says_the_same() {
    let section = README.split("\n## Accessibility\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let same = section
        .trim_start()
        .starts_with(&accessibility::as_markdown());
    assert!(
        same,
        "Under “## Accessibility” the README must begin with:\n{}",
        accessibility::as_markdown()
    );
}

#[test]
fn what_nobody_tried_is_named() {
    let names: Vec<&str> = accessibility::not_tested()
        .iter()
        .map(|one| one.what.as_str())
        .collect();
    for aid in ["NVDA", "Narrator", "VoiceOver", "Wayland"] {
        assert!(names.iter().any(|name| name.contains(aid)), "{aid}");
    }
    assert!(!accessibility::tested().is_empty());
}

#[test]
fn the_page_is_reached_from_help_and_from_settings_and_says_all_of_it() {
    for by in [By::Mouse, By::Keyboard] {
        for from in ["Help", "Settings"] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down(folder.path(), Size::new(1_280.0, 800.0), by);
            person.go(from);
            person.press("Accessibility");
            assert_eq!(*person.app.place(), Place::Accessibility);
            person.sees(accessibility::in_short());
            for one in accessibility::tested() {
                person.sees(&one.what);
                person.sees(&one.how);
                person.sees(&one.when());
            }
            for one in accessibility::not_tested() {
                person.sees(&one.what);
                person.sees(&one.why);
            }
            person.press("Back");
            person.sees(&format!("Heading \"{from}\""));
        }
    }
}
