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
use iced::keyboard::key::Named;
use person::{By, Person};
use withy::record::question::State;
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
        person.press("Under 5");
        person.press("Talking and understanding");
        person.press("Open the service: Children and Young People’s Therapy Service");
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
        person.sees("Keep this private");
        assert!(
            person.presses <= 5,
            "saving took {} presses",
            person.presses
        );
        person.keeps();
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
    ];
    for (words, answer) in table {
        every_way(|person| finds(person, words, answer));
    }
}

fn finds(person: &mut Person, words: &str, answer: &str) {
    person.go("Find help");
    person.presses = 0;
    person.fills("What do you need help with?", words);
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
        first
            .iter()
            .any(|text| text.to_lowercase().contains(&answer.to_lowercase())),
        "{words:?} found {first:#?}"
    );
}

#[test]
fn j2_an_old_name_leads_to_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.shortcut("f");
    person.types("CCG");
    person.sees("Somerset Clinical Commissioning Group");
    person.sees("July 2022");
    person.sees("Integrated Care Board");
}

#[test]
fn j3_questions_go_to_an_appointment_and_come_back_answered() {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
            before_the_appointment(&mut person);
            person.closes();
            let after = "2026-06-04T16:00[Europe/London]".parse().unwrap();
            let mut person = Person::sits_down_at(folder.path(), WINDOW, by, &after);
            after_the_appointment(&mut person);
        }
    }
}

fn before_the_appointment(person: &mut Person) {
    person.go("Appointments");
    person.press("Add an appointment");
    person.types("Paediatrician");
    person.fills("Date", "4 June");
    person.fills("Time", "2:30pm");
    for question in [
        "Will she grow out of it?",
        "Who writes to school?",
        "When do we come back?",
    ] {
        person.fills("Question to ask", question);
        person.tap(Named::Enter);
    }
    person.press("Save appointment");
    person.keeps();
    person.sees("Thursday 4 June");
    person.press("Move up: When do we come back?");
}

fn after_the_appointment(person: &mut Person) {
    person.go("Appointments");
    person.press("Paediatrician");
    person.presses = 0;
    person.press("Answered: Will she grow out of it?");
    person.types("Most children do.");
    person.press("Answered: When do we come back?");
    person.types("In six months.");
    person.press("Save what was said");
    assert!(person.presses <= 6, "the wrap-up took {}", person.presses);
    let questions = person.questions();
    let answered = |text: &str| {
        let question = questions.iter().find(|question| question.text == text);
        question.unwrap().clone()
    };
    let grow = answered("Will she grow out of it?");
    assert_eq!(grow.answer, "Most children do.");
    assert_eq!(grow.answered_by, "Paediatrician");
    assert_eq!(grow.answered_on, Some(jiff::civil::date(2026, 6, 4)));
    assert_eq!(answered("When do we come back?").answer, "In six months.");
    assert_eq!(answered("Who writes to school?").state(), State::Waiting);
    person.go("Appointments");
    person.press("Add an appointment");
    person.types("Follow-up");
    person.fills("Date", "3 December");
    person.fills("Time", "11am");
    person.press("Save appointment");
    person.press("Take a question to this appointment");
    person.press("Who writes to school?");
    let questions = person.questions();
    let third = questions
        .iter()
        .find(|question| question.text == "Who writes to school?");
    let follow_up = person.app.context().record.as_ref().unwrap();
    let follow_up = follow_up.next_appointment(&person.app.context().now());
    let follow_up = follow_up.unwrap().unwrap();
    assert_eq!(third.unwrap().appointment, Some(follow_up.id));
}

#[test]
fn j6_a_budget_question_goes_from_the_guide_to_an_answer() {
    every_way(|person| {
        person.go("Appointments");
        person.press("Add an appointment");
        person.types("Key worker");
        person.fills("Date", "4 June");
        person.fills("Time", "10am");
        person.press("Save appointment");
        person.keeps();
        person.go("Questions");
        person.press("Personal Health Budget");
        person.presses = 0;
        person.press("Ask this");
        person.press("Key worker, Thursday 4 June");
        person.press("Open: Is my child in a group");
        person.fills("What was the answer?", "Yes, she has a right to one.");
        person.fills("Who answered?", "Ruth Hill");
        person.press("Keep the answer");
        assert!(person.presses <= 6, "it took {} presses", person.presses);
        let question = &person.questions()[0];
        assert_eq!(question.starter.as_deref(), Some("q01"));
        assert!(question.appointment.is_some());
        assert_eq!(question.answer, "Yes, she has a right to one.");
        assert_eq!(question.answered_by, "Ruth Hill");
        assert_eq!(question.answered_on, Some(jiff::civil::date(2026, 6, 2)));
    });
}

#[test]
fn j4_a_phone_call_is_noted_in_three_fields() {
    every_way(|person| {
        person.shortcut("n");
        person.types("Mrs Hill rang. They will send the form.");
        person.fills("Who with?", "Mrs Hill, SENCO");
        person.press("Phone call");
        person.press("Save note");
        person.keeps();
        let record = person.app.context().record.as_ref().unwrap();
        let notes = record.notes(&Default::default()).unwrap();
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].text, "Mrs Hill rang. They will send the form.");
        assert_eq!(notes[0].people, "Mrs Hill, SENCO");
        assert_eq!(notes[0].kind, withy::record::note::Kind::PhoneCall);
        person.sees("Your record is kept on this computer.");
        person.shortcut("z");
        let record = person.app.context().record.as_ref().unwrap();
        assert_eq!(record.notes(&Default::default()).unwrap().len(), 0);
        person.shortcut("y");
        let record = person.app.context().record.as_ref().unwrap();
        assert_eq!(record.notes(&Default::default()).unwrap().len(), 1);
    });
}
