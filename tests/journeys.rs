//! The journeys of a family through the whole application, by mouse and by keyboard, at 100 % and
//! at 200 % text. A press is a click or a key that chooses; typing is not counted.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the gallery uses the rest of it")]
mod person;

use iced::Size;
use person::{By, Person};
use withy::settings::TextSize;

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// Runs a journey four times: by mouse and by keyboard, at both ends of text size.
fn every_way(journey: impl Fn(&mut Person)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
            journey(&mut person);
        }
    }
}

#[test]
fn j1_from_a_worry_to_a_saved_first_step() {
    every_way(|person| {
        person.press("I’m worried about my child");
        person.press("Talking and understanding");
        person.press("Children and Young People’s Therapy Service");
        assert!(
            person.presses <= 4,
            "the service took {} presses",
            person.presses
        );
        person.sees("Integrated Therapy Service");
        person.sees("You can ask for it yourself");
        person.sees("01749 836 691");
        person.sees("23 November 2026");
        person.press("Save this service");
        person.sees("Keep this on your computer?");
        person.press("Keep it on this computer");
        assert!(
            person.presses <= 6,
            "saving took {} presses",
            person.presses
        );
        let record = person.app.context().record.as_ref().unwrap();
        assert_eq!(record.saved_services().unwrap().len(), 1);
        assert_eq!(record.steps().unwrap().len(), 1);
    });
}

#[test]
fn j2_the_right_answer_is_in_the_first_three() {
    let table = [
        ("wheelchiar", "Wheelchair"),
        ("SALT", "Therapy Service"),
        (
            "integrated therapy",
            "Children and Young People’s Therapy Service",
        ),
        ("my child won't sleep", "leep"),
        ("CCG", "NHS Somerset"),
    ];
    for (words, answer) in table {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
        person.shortcut("f");
        person.types(words);
        assert!(person.presses <= 2);
        let seen = person.look();
        let first: Vec<String> = (0..seen.entries.len())
            .filter(|&at| seen.entries[at].role() == accesskit::Role::ListItem)
            .take(3)
            .map(|at| {
                let within = (at..seen.entries.len()).filter(|&inner| seen.is_within(inner, at));
                within
                    .map(|inner| seen.name(inner))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert!(
            first.iter().any(|text| text.to_lowercase().contains(&answer.to_lowercase())),
            "{words:?} found {first:#?}"
        );
    }
}
