//! The pictures of the plan and the tables of the same facts.

use accesskit::Role;
use withy::app::Message;
use withy::guide::plan::{self, Finding};
use withy::screens::Place;
use withy::settings::TextSize;

use crate::person::{By, Person};
use crate::{DESIGNED, every_way};

fn pictures(folder: &std::path::Path, size: TextSize) -> Person {
    let mut person = Person::sits_down_with(folder, DESIGNED, By::Mouse, size);
    person.settle(Message::Go(Place::ImprovementPlan(None)));
    person.press("In pictures");
    person
}

#[test]
fn each_picture_says_all_that_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = pictures(folder.path(), TextSize::Normal);
    let seen = person.look();
    let images: Vec<String> = (0..seen.entries.len())
        .filter(|&at| seen.entries[at].role() == Role::Image)
        .map(|at| seen.name(at))
        .collect();
    assert_eq!(images.len(), 2, "{images:?}");
    assert_eq!(
        images[0],
        "Picture of 9 areas. Enough progress: areas 1, 2, 3, 4, 6, 7 and 8. Not enough progress: areas 5 and 9."
    );
    for (year, events) in plan::years() {
        assert!(
            images[1].contains(&format!("{year}: {}", events.len())),
            "{year}"
        );
    }
}

#[test]
fn the_tables_have_the_facts_of_the_pictures_and_lead_to_the_promises() {
    every_way(|person| {
        person.go("Improvement plan");
        person.press("In pictures");
        let outline = person.reads();
        for weakness in plan::weaknesses() {
            assert!(outline.contains(&weakness.found_2020), "{}", weakness.id);
        }
        let said = |finding: Finding| {
            outline
                .matches(&format!("Label \"{}\"", finding.words()))
                .count()
        };
        assert_eq!(
            (said(Finding::Sufficient), said(Finding::Insufficient)),
            (7, 2)
        );
        person.sees("20 November 2025: The Ombudsman found the council at fault");
        person.sees("2018");
        person.sees("28 November to 1 December 2022: Inspectors come back.");
        person.press("9. Too many children out of education");
        person.sees("Include children in school");
    });
}

#[test]
fn wide_they_are_tables_and_narrow_they_are_lists() {
    for (size, tables) in [(TextSize::Normal, 2), (TextSize::Double, 0)] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = pictures(folder.path(), size);
        let seen = person.look();
        let found = seen.entries.iter().filter(|one| one.role() == Role::Table);
        assert_eq!(found.count(), tables, "{size:?}");
        assert_eq!(seen.findings, vec![]);
    }
}

#[test]
fn the_time_line_is_searched() {
    every_way(|person| {
        person.go("Improvement plan");
        person.fills("Search the time line", "ombudsm annual");
        person.sees("Ombudsman: delays again and again");
        person.does_not_see("Inspectors visit Somerset");
        person.types(" zzzz");
        person.sees("Nothing here has all of that.");
        person.press("Show everything");
        person.sees("Children and Families Act 2014 becomes law");
    });
}

#[test]
fn who_signed_the_charter_and_the_parents_who_answered_are_said_or_said_not_to_be_found() {
    every_way(|person| {
        person.go("Improvement plan");
        person.press("Plans and checks");
        for said in [
            "more than 750 parents answered",
            "The pages do not name who signed it.",
            "Somerset SEND 0 to 25 Charter",
            "SEND Improvement Board each month",
            "formal meetings each quarter",
            "It was approved in May 2023.",
            "Preparing for the future",
            "31 October 2023: the council was late again and again",
            "1 April 2023: Somerset Council took over",
        ] {
            person.sees(said);
        }
    });
}
