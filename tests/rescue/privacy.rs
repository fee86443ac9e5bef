//! The page about privacy says what the README says, is short, and is reached from where one asks.

use withy::app::Message;
use withy::guide::privacy;
use withy::screens::Place;

use crate::WINDOW;
use crate::person::{By, Person};

const README: &str = include_str!("../../README.md");

#[test]
fn the_readme_says_the_same() {
    let section = README.split("\n## Privacy\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    assert!(
        section.trim_start().starts_with(&privacy::as_markdown()),
        "Under “## Privacy” the README must begin with:\n{}",
        privacy::as_markdown()
    );
}

#[test]
fn it_is_under_250_words_and_names_what_is_not_protected() {
    let words = privacy::as_markdown().split_whitespace().count();
    let marks = privacy::as_markdown().matches("\n- ").count();
    assert!(words - marks < 250, "{}", words - marks);
    let not = &privacy::sections()[1].points.join(" ").to_lowercase();
    for weakness in [
        "unlocked",
        "weak",
        "sheet",
        "printed",
        "sleeps",
        "older copy",
    ] {
        assert!(not.contains(weakness), "{weakness}");
    }
}

#[test]
fn it_is_reached_from_settings_help_and_keep_this_private() {
    for by in [By::Mouse, By::Keyboard] {
        for from in ["Settings", "Help"] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down(folder.path(), WINDOW, by);
            person.go(from);
            person.press("Privacy");
            person.sees(privacy::in_short());
            for section in privacy::sections() {
                person.sees(&section.title);
                for point in &section.points {
                    person.sees(point);
                }
            }
            person.press("Back");
            person.sees(&format!("Heading \"{from}\""));
        }
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(folder.path(), WINDOW, by);
        person.settle(Message::Go(Place::KeepRecord));
        person.press("What is private, and what is not");
        assert_eq!(*person.app.place(), Place::Privacy);
        person.press("Back");
        person.sees("Keep this private");
    }
}
