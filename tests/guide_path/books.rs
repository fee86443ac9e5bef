//! Budget and What NHS Somerset provides: their data, their pages, and what a family does there.

use std::path::Path;

use iced::Size;
use withy::app::Message;
use withy::guide::book::Book;
use withy::guide::page::Act;
use withy::guide::{budget, nhs};
use withy::screens::{Place, budget as budget_screen, nhs_services};
use withy::settings::TextSize;

use crate::data::{check_act, check_prose, check_source, directory};
use crate::person::{By, Person};
use crate::worried::{ROOMS, words_of_page};

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn check(book: &Book) {
    let directory = directory();
    assert_eq!(book.checked_on, directory.about().compiled_on);
    book.sources.values().for_each(check_source);
    for page in &book.pages {
        check_prose(&page.title);
        check_prose(&page.intro);
        if let Some(slug) = &page.service {
            assert!(directory.by_slug(slug).is_some(), "{slug}");
        }
        for item in page.groups.iter().flat_map(|group| &group.items) {
            check_prose(&item.text);
            assert_eq!(item.sources.is_empty(), item.own, "{}", item.text);
            for id in &item.sources {
                assert!(book.sources.contains_key(id), "{id}");
            }
            let is_page = |id: &str| book.pages.iter().any(|page| page.id == id);
            item.action
                .iter()
                .for_each(|act| check_act(&directory, act, is_page));
        }
    }
}

#[test]
fn the_books_are_readable_sourced_and_lead_somewhere() {
    check(budget::book());
    check(nhs::book());
    assert_eq!(budget::book().pages.len(), 12);
    assert_eq!(nhs::book().pages.len(), 10);
}

#[test]
fn every_health_service_says_who_how_and_what_if() {
    for page in &nhs::book().pages {
        assert!(page.service.is_some(), "{}", page.id);
        let titles: Vec<&str> = page.groups.iter().map(|one| one.title.as_str()).collect();
        for title in [
            "Who it is for",
            "Who can ask",
            "First contact",
            "What to ask",
            "While you wait",
            "If they say no",
        ] {
            assert!(titles.contains(&title), "{}: {title}", page.id);
        }
    }
}

#[test]
fn where_no_contact_was_confirmed_it_says_so_and_whom_to_ask() {
    let directory = directory();
    let mut without = 0;
    for page in &nhs::book().pages {
        let service = directory.by_slug(page.service.as_deref().unwrap()).unwrap();
        let first = page.groups.iter().find(|one| one.title == "First contact");
        let first = first.unwrap().items.iter().map(|item| item.text.as_str());
        let says = first.collect::<String>().contains("could not confirm");
        let none = service.phones.is_empty() && service.emails.is_empty();
        assert_eq!(says, none, "{}", page.id);
        if none {
            without += 1;
            let items = page.groups.iter().flat_map(|group| &group.items);
            let acts: Vec<&Act> = items.filter_map(|item| item.action.as_ref()).collect();
            for ask in ["somersetft-pals", "somerset-parent-carer-forum"] {
                assert!(acts.contains(&&Act::Open(ask.to_owned())), "{}", page.id);
            }
        }
    }
    assert_eq!(without, 6);
}

#[test]
fn every_page_is_short_and_has_no_findings() {
    for (size, text_size) in ROOMS {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down_with(folder.path(), size, By::Mouse, text_size);
        let picture = |person: &mut Person, name: &str| {
            let small = if size == WINDOW { "" } else { "-small" };
            let file = format!("target/gallery/{name}-{}{small}.png", text_size.per_cent());
            person.picture(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
        };
        let check = |person: &mut Person, what: &str| {
            let seen = person.look();
            assert_eq!(seen.screen_findings(), vec![], "{what}");
            let words = words_of_page(&seen);
            assert!((20..250).contains(&words), "{what} has {words} words");
        };
        person.settle(Message::Go(Place::Budget));
        check(&mut person, "budget");
        for page in &budget::book().pages {
            let read = budget_screen::Message::Read(page);
            person.settle(Message::Budget(read));
            picture(&mut person, &format!("budget-{}", page.id));
            check(&mut person, &page.title);
        }
        person.settle(Message::Go(Place::NhsServices(None)));
        check(&mut person, "health services");
        for page in &nhs::book().pages {
            let read = nhs_services::Message::Read(page);
            person.settle(Message::NhsServices(read));
            picture(&mut person, &format!("nhs-{}", page.id));
            check(&mut person, &page.title);
        }
    }
}

#[test]
fn a_budget_question_is_asked_in_place_or_taken_from_the_46() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down_with(folder.path(), WINDOW, By::Keyboard, TextSize::Double);
    person.go("Budget");
    person.press("Who to ask in Somerset");
    person.sees("We could not confirm a phone number, an email or a form");
    person.press("Ask this: Who arranges Personal Health Budgets here");
    person.keeps();
    assert_eq!(person.questions().len(), 1);
    person.sees("In your questions");
    person.press("Personal Health Budget");
    person.press("See 46 questions to ask");
    person.press("Ask this");
    assert_eq!(person.questions().len(), 2);
}

#[test]
fn a_health_service_leads_to_its_record_in_the_directory() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.go("NHS services");
    person.press("Children and Young People’s Therapy Service");
    person.sees("Integrated Therapy Service");
    person.press("Open the service: Children and Young People’s Therapy Service");
    person.sees("01749 836 691");
    person.press("Back");
    person.sees("You can ask yourself.");
}
