//! Every kind of page of the guide offers the same four things, by mouse and by keyboard: save to a
//! child, add a question to an appointment, write a note, copy as text.

use iced::Size;
use withy::app::Message;
use withy::guide::{budget, nhs, pathway};
use withy::record::{Question, Step};
use withy::screens::{Place, budget as budget_screen, nhs_services, settings, worried};
use withy::settings::TextSize;

use crate::person::{By, Person};

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// What stands on a page, and what it is known by.
struct Kind {
    name: &'static str,
    place: Place,
    then: Option<Message>,
    /// A part of the words of the step that keeps it.
    step: &'static str,
    /// A part of the text that it copies.
    copied: &'static str,
    /// The first words of a note about it.
    noted: &'static str,
}

fn kinds() -> Vec<Kind> {
    let right = Place::Rights(Some("ehc-6".to_owned()));
    let page = |all: &'static [withy::guide::page::Page], id: &str| {
        all.iter().find(|page| page.id == id).unwrap()
    };
    let worried = page(pathway::pages(), "sen-support");
    let nhs = page(&nhs::book().pages, "camhs");
    let budget = &budget::book().pages[0];
    vec![
        Kind {
            name: "Worried?",
            place: Place::Worried(None),
            then: Some(Message::Worried(worried::Message::Read(worried))),
            step: "Read again: What is SEN Support?",
            copied: "Where this comes from",
            noted: "What is SEN Support?",
        },
        Kind {
            name: "NHS services",
            place: Place::NhsServices(None),
            then: Some(Message::NhsServices(nhs_services::Message::Read(nhs))),
            step: "Contact ",
            copied: "Where this comes from",
            noted: "Children’s mental health",
        },
        Kind {
            name: "Budget",
            place: Place::Budget,
            then: Some(Message::Budget(budget_screen::Message::Read(budget))),
            step: "Read again: ",
            copied: "Where this comes from",
            noted: &budget.title,
        },
        Kind {
            name: "a right",
            place: right,
            then: None,
            step: "The council says yes or no to an assessment. Within 6 weeks",
            copied: "regulation 5(1)",
            noted: "The council says yes or no",
        },
        Kind {
            name: "a promise",
            place: Place::ImprovementPlan(Some("c8".to_owned())),
            then: None,
            step: "Ask about this promise: Faster EHC plans",
            copied: "Promise: Faster EHC plans",
            noted: "Faster EHC plans",
        },
        Kind {
            name: "the improvement plan",
            place: Place::ImprovementPlan(None),
            then: None,
            step: "Read again: The improvement plan",
            copied: "27 May 2020: The inspection report is published",
            noted: "The improvement plan",
        },
        Kind {
            name: "a word",
            place: Place::WordsExplained(Some("senco".to_owned())),
            then: None,
            step: "Ask about this word: Special educational needs co-ordinator (SENCO)",
            copied: "SENCO: Special educational needs co-ordinator.",
            noted: "Special educational needs co-ordinator (SENCO)",
        },
        Kind {
            name: "documents",
            place: Place::Documents,
            then: None,
            step: "Read again: Documents",
            copied: "https://",
            noted: "Documents",
        },
    ]
}

fn open(person: &mut Person, kind: &Kind) {
    person.settle(Message::Go(kind.place.clone()));
    if let Some(then) = &kind.then {
        person.settle(then.clone());
    }
}

fn steps(person: &Person) -> Vec<Step> {
    let record = person.app.context().record.as_ref().unwrap();
    record.steps().unwrap()
}

/// Types a question in the form that is open and takes it to the appointment of the sample family.
fn asks(person: &mut Person, words: &str) -> Question {
    assert!(person.is_on("questions/new"));
    person.types(words);
    person.press("More details");
    person.press("Dr Hazel Brook, children’s doctor");
    person.press("Add");
    let questions = person.questions();
    questions.into_iter().find(|one| one.text == words).unwrap()
}

fn the_same_four(by: By, text_size: TextSize) {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
    person.settle(Message::Settings(settings::Message::SampleFamily(true)));
    for kind in kinds() {
        let name = kind.name;
        open(&mut person, &kind);
        person.press("Save as a step");
        person.sees("Who is it for?");
        person.press("Maya");
        let kept = steps(&person);
        let kept: Vec<_> = kept
            .iter()
            .filter(|step| step.text.starts_with(kind.step) && step.children.len() == 1)
            .collect();
        assert!(!kept.is_empty(), "{name}: {:?}", steps(&person));
        person.sees("In your steps");
        person.press("Copy as text");
        let copied = person.copied().unwrap();
        assert!(copied.contains(kind.copied), "{name}: {copied}");
        assert!(copied.contains("https://"), "{name}: {copied}");
        open(&mut person, &kind);
        person.press("Add a question");
        let asked = asks(&mut person, &format!("What about {name}?"));
        assert!(asked.appointment.is_some(), "{name}");
        open(&mut person, &kind);
        person.press("Write a note");
        assert!(person.is_on("notes/text"), "{name}");
        person.sees(kind.noted);
    }
}

#[test]
fn by_mouse() {
    the_same_four(By::Mouse, TextSize::Normal);
}

#[test]
fn by_keyboard() {
    the_same_four(By::Keyboard, TextSize::Double);
}

#[test]
fn a_service_offers_them_too() {
    for (by, text_size) in [
        (By::Mouse, TextSize::Normal),
        (By::Keyboard, TextSize::Double),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
        person.settle(Message::Settings(settings::Message::SampleFamily(true)));
        let directory = &person.app.context().directory;
        let service = directory.by_slug("somerset-portage").or_else(|| {
            let mut all = directory.services().iter();
            all.find(|one| one.name.contains("Portage"))
        });
        let place = Place::Service(service.unwrap().id);
        let before = steps(&person).len();
        person.settle(Message::Go(place.clone()));
        person.press("Save this service");
        assert_eq!(steps(&person).len(), before + 1);
        person.press("Maya");
        person.press("Copy as text");
        assert!(person.copied().unwrap().contains("Copied from Withy"));
        person.press("Add a question");
        let asked = asks(&mut person, "When could you come?");
        assert!(asked.appointment.is_some() && asked.service.is_some());
        person.settle(Message::Go(place));
        person.press("Write a note");
        assert!(person.is_on("notes/text"));
    }
}
