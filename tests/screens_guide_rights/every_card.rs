//! All 71 cards, one after another: everything the law says stands on the card, and each thing one
//! can do when it is missed leads somewhere real.

use withy::app::Message;
use withy::guide::rights::{self, Card};
use withy::screens::{Place, settings};

use crate::DESIGNED;
use crate::person::{By, Person};

fn sits_down_with_the_sample_family(folder: &std::path::Path, by: By) -> Person {
    let mut person = Person::sits_down(folder, DESIGNED, by);
    person.settle(Message::Settings(settings::Message::SampleFamily(true)));
    person
}

fn opens(person: &mut Person, card: &Card) {
    person.settle(Message::Go(Place::Rights(Some(card.id.clone()))));
}

#[test]
fn every_card_says_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down_with_the_sample_family(folder.path(), By::Mouse);
    assert_eq!(rights::all().len(), 71);
    for card in rights::all() {
        opens(&mut person, card);
        let reads = person.reads();
        let sees = |words: &str| assert!(reads.contains(words), "{}: {words}", card.id);
        sees(&format!("Heading {:?}", card.title));
        for words in [
            &card.says,
            &card.who,
            &card.start,
            &card.by_when,
            &card.exceptions,
            &card.if_missed,
            &card.law,
            &card.ask,
        ] {
            assert!(words.len() > 2, "{}", card.id);
            sees(words);
        }
        for also in card.not_checked.iter().chain(&card.note) {
            sees(also);
        }
        for source in &card.sources {
            sees(&source.dated_title());
        }
        sees("Law checked in May 2026.");
        sees("This is information, not legal advice.");
    }
}

#[test]
fn what_one_can_do_when_it_is_missed_leads_somewhere_real() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down_with_the_sample_family(folder.path(), By::Mouse);
    let before = person.questions().len();
    for (number, card) in (1..).zip(rights::all()) {
        for slug in &card.services {
            let service = person.app.context().directory.by_slug(slug).unwrap();
            let name = service.name.clone();
            let row = format!("{name}, {}", service.organization.trim_end_matches('.'));
            opens(&mut person, card);
            person.press(&row);
            person.sees(&format!("Heading {name:?}"));
            person.sees("How sure are we?");
        }
        for id in &card.see {
            let other = rights::find(id).unwrap();
            opens(&mut person, card);
            person.press(&format!(
                "{}, {}",
                other.title,
                other.by_when.trim_end_matches('.')
            ));
            person.sees(&format!("Heading {:?}", other.title));
        }
        assert!(!card.services.is_empty() && !card.see.is_empty());
        opens(&mut person, card);
        if !person.reads().contains("In your questions") {
            person.press("Ask this");
        }
        person.sees("In your questions");
        let asked = person.questions();
        assert!(asked.iter().any(|one| one.text == card.ask), "{}", card.id);
        assert!(asked.len() <= before + number);
        person.press("Save as a step");
        person.sees("In your steps");
        person.press("Copy as text");
        assert!(person.copied().unwrap().contains(&card.if_missed));
        person.press("Write a note");
        assert!(person.is_on("notes/text"), "{}", card.id);
        person.sees(&card.title);
    }
}

#[test]
fn a_right_is_asked_for_a_child_and_taken_to_an_appointment() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = sits_down_with_the_sample_family(folder.path(), By::Keyboard);
    person.go("Rights and time limits");
    person.fills("Search rights and time limits", "help in plan must happen");
    person.press("The help in the plan must happen");
    person.press("Ask this");
    person.press("Sam");
    person.press("Dr Hazel Brook");
    let asked = person.questions();
    let asked = asked
        .iter()
        .find(|one| one.text.contains("Section F"))
        .unwrap();
    assert_eq!(asked.children.len(), 1);
    assert!(asked.appointment.is_some());
    person.press("Save as a step");
    person.press("Maya");
    let record = person.app.context().record.as_ref().unwrap();
    let steps = record.steps().unwrap();
    let kept = steps
        .iter()
        .find(|step| step.text.starts_with("The help in the plan must happen."))
        .unwrap();
    assert_eq!(kept.children, [record.children().unwrap()[0].id]);
    person.shortcut("z");
    person.shortcut("z");
    person.sees("Save");
    let record = person.app.context().record.as_ref().unwrap();
    assert!(!record.steps().unwrap().iter().any(|one| one.id == kept.id));
}

#[test]
fn each_moment_and_each_group_narrows_the_cards() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), DESIGNED, By::Keyboard);
    person.go("Rights and time limits");
    person.press("What has happened?");
    for moment in rights::moments() {
        let found = rights::search("", None, Some(&moment.id));
        assert!(!found.is_empty() && found.len() < 71, "{}", moment.id);
        person.press(&moment.title);
        person.sees(&found[0].title);
        person.press(&moment.title);
    }
    for group in rights::groups() {
        let found = rights::search("", Some(&group.id), None);
        person.press(&group.title);
        person.sees(&found[0].title);
        let other = rights::all().iter().find(|card| card.group != group.id);
        person.does_not_see(&other.unwrap().title);
        person.press(&group.title);
    }
}
