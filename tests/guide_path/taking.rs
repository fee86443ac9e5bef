//! From every page of the guide: save to a child, add a question to an appointment, write a note,
//! copy as text.

use iced::Size;
use withy::app::Message;
use withy::guide::page::{Act, Page};
use withy::guide::{budget, nhs, pathway};
use withy::record::starter_questions;
use withy::screens::{Place, budget as budget_screen, nhs_services, settings, worried};
use withy::settings::TextSize;

use crate::person::{By, Person};

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn with_the_sample_family(by: By, text_size: TextSize) -> (tempfile::TempDir, Person) {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
    person.settle(Message::Settings(settings::Message::SampleFamily(true)));
    (folder, person)
}

fn steps(person: &Person) -> Vec<withy::record::Step> {
    let record = person.app.context().record.as_ref().unwrap();
    record.steps().unwrap()
}

/// Every page of guidance, and how it is opened.
fn pages() -> Vec<(Place, Message, &'static Page)> {
    let read = |page| Message::Worried(worried::Message::Read(page));
    let worried = pathway::pages().iter();
    let worried = worried.map(|page| (Place::Worried(None), read(page), page));
    let budget = budget::book().pages.iter().map(|page| {
        let read = budget_screen::Message::Read(page);
        (Place::Budget, Message::Budget(read), page)
    });
    let nhs = nhs::book().pages.iter().map(|page| {
        let read = nhs_services::Message::Read(page);
        (Place::NhsServices(None), Message::NhsServices(read), page)
    });
    worried.chain(budget).chain(nhs).collect()
}

#[test]
fn every_page_is_saved_to_a_child_asked_about_written_about_and_copied() {
    let (_folder, mut person) = with_the_sample_family(By::Mouse, TextSize::Normal);
    assert!(pages().len() >= 30);
    for (place, read, page) in pages() {
        let open = |person: &mut Person| {
            person.settle(Message::Go(place.clone()));
            person.settle(read.clone());
        };
        open(&mut person);
        person.press("Save as a step");
        person.sees("Who is it for?");
        person.press("Maya");
        let kept = steps(&person);
        let kept = kept.iter().find(|step| {
            step.text.ends_with(&page.title) || page.service.is_some() && step.service.is_some()
        });
        assert!(
            kept.is_some_and(|step| step.children.len() == 1),
            "{}",
            page.id
        );
        person.sees("In your steps");
        person.press("Copy as text");
        let copied = person.copied().unwrap();
        assert!(copied.starts_with(&page.title), "{copied}");
        let words = page.groups.iter().flat_map(|group| &group.items);
        for item in words {
            assert!(copied.contains(&item.text), "{}: {}", page.id, item.text);
        }
        person.press("Add a question");
        assert!(person.is_on("questions/new"), "{}", page.id);
        person.press("More details");
        person.sees("Take it to");
        person.press("Fewer details");
        open(&mut person);
        let notes = person.look();
        let notes = (0..notes.entries.len()).filter(|&at| notes.name(at) == "Write a note");
        assert_eq!(notes.count(), 1, "{}", page.id);
        person.press("Write a note");
        assert!(person.is_on("notes/text"), "{}", page.id);
        person.sees(&page.title);
    }
}

#[test]
fn a_question_goes_from_a_page_straight_to_an_appointment() {
    for (by, text_size) in [
        (By::Mouse, TextSize::Normal),
        (By::Keyboard, TextSize::Double),
    ] {
        let (_folder, mut person) = with_the_sample_family(by, text_size);
        let before = person.questions().len();
        person.go("NHS services");
        person.press("Health visitors");
        person.press("Ask this: When is my child’s review");
        person.sees("Who is it for?");
        person.press("Maya");
        person.press("Dr Hazel Brook, children’s doctor, Thursday 4 June");
        let questions = person.questions();
        assert_eq!(questions.len(), before + 1);
        let asked = questions
            .iter()
            .find(|one| one.text.starts_with("When is my child’s review"))
            .unwrap();
        assert_eq!(asked.children.len(), 1);
        assert!(asked.appointment.is_some());
        assert!(asked.service.is_some(), "the page is about a service");
        person.sees("In your questions");
    }
}

#[test]
fn a_note_begins_with_its_first_words_and_never_takes_the_place_of_another() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(folder.path(), WINDOW, by);
        person.go("Worried?");
        person.press("5 to 16");
        person.press("Behaviour");
        person.press("Write a note: Write down what you see");
        person.sees("Before:");
        person.sees("Behaviour");
        // Nothing was typed, so nothing waits.
        person.go("Worried?");
        person.press("Get ready for a meeting");
        person.press("Write a note: Write your answers in a note.");
        person.sees("Three things my child is good at:");
        person.types("My own words");
        person.go("Worried?");
        person.press("Back to your steps");
        person.press("Write a note: Write down what you see");
        person.sees("My own words");
        person.sees("You began this before.");
        person.sees("Save or delete it first. Then you can begin “Before”.");
        person.press("Save");
        person.keeps();
        let record = person.app.context().record.as_ref().unwrap();
        let note = record.notes(&Default::default()).unwrap().remove(0);
        assert!(note.text.contains(
            "Three things my child is good at:\nMy own words\nThree things that are hard:"
        ));
        assert_eq!(note.tags, ["Behaviour"]);
    }
}

#[test]
fn the_46_questions_are_each_kept_as_the_one_they_are_and_never_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    // Those beside the pages first.
    let mut beside = 0;
    for page in &budget::book().pages {
        let items = page.groups.iter().flat_map(|group| &group.items);
        for item in items {
            let Some(Act::Starter(id)) = &item.action else {
                continue;
            };
            beside += 1;
            person.settle(Message::Go(Place::Budget));
            person.settle(Message::Budget(budget_screen::Message::Read(page)));
            let all = starter_questions::all();
            let starter = all.iter().find(|one| one.id == *id).unwrap();
            person.press(&format!("Ask this: {}", starter.question));
            if beside == 1 {
                person.keeps();
            }
            let kept = person.questions();
            assert_eq!(kept.len(), beside, "{id}");
            assert!(kept.iter().any(|one| one.starter.as_ref() == Some(id)));
        }
    }
    assert!(beside >= 12, "{beside}");
    // Then the rest, from the list of all of them.
    person.go("Budget");
    person.press("Personal Health Budget");
    person.press("See 46 questions to ask");
    for group in starter_questions::groups() {
        person.press(&group.title);
        for starter in starter_questions::all() {
            let known = |one: &&withy::record::Question| one.starter.as_ref() == Some(&starter.id);
            let here = starter.group == group.id;
            if here && !person.questions().iter().any(|one| known(&one)) {
                person.press(&format!("Ask this: {}", starter.question));
            }
            if here {
                assert_eq!(person.questions().iter().filter(known).count(), 1);
            }
        }
        person.does_not_see("Ask this");
    }
    assert_eq!(person.questions().len(), 46);
}

#[test]
fn a_step_speaks_of_a_right_and_opens_that_very_card() {
    for (by, text_size) in [
        (By::Mouse, TextSize::Normal),
        (By::Keyboard, TextSize::Double),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
        person.go("Worried?");
        person.press("5 to 16");
        person.press("Behaviour");
        person.press("Read the right: Being told to take your child home");
        person.sees("A school may not send a child home without a formal exclusion.");
        person.go("Worried?");
        person.press("We have a plan");
        person.press("Read the right: The help in the plan must happen");
        person.sees("Section F");
        person.go("Worried?");
        person.press("Back to your steps");
        person.press("They said no");
        person.press("Read the right: Appeal to the SEND Tribunal");
        person.sees("If it is missed");
    }
}
