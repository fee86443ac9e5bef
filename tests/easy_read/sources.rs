//! What the rows rest on: every fact has its page and its date, and no number is of our own making.

use std::collections::BTreeSet;

use withy::directory::Directory;
use withy::guide::easy_read::{self, Fact, Whole, pages, way};
use withy::guide::page::Page as GuidePage;
use withy::guide::{budget, nhs, pathway, rights, safety, words};

#[test]
fn every_row_says_what_it_rests_on_and_that_is_there() {
    let directory = Directory::bundled().unwrap();
    for page in pages() {
        for row in &page.rows {
            let said = &row.sentences;
            assert!(row.own || !row.from.is_empty(), "{}: {said:?}", page.id);
            for fact in &row.from {
                assert!(fact.sources().is_some(), "{fact:?} in {said:?}");
                if let Fact::Service(slug) = fact {
                    let service = directory.by_slug(slug);
                    assert!(service.is_some_and(|one| !one.sources.is_empty()), "{slug}");
                }
            }
            if let Some(call) = &row.call {
                assert!(
                    row.from.contains(call) || has_the_service(row, call),
                    "{said:?}"
                );
                assert!(has_a_number(call, &directory), "{call:?}");
            }
        }
        let behind = page.sources().len() + page.services().len();
        assert!(behind > 0, "{} rests on nothing", page.id);
    }
}

/// The card or page that a row rests on may name the service itself.
fn has_the_service(row: &easy_read::Row, call: &Fact) -> bool {
    let Fact::Service(slug) = call else {
        return false;
    };
    row.from.iter().any(|fact| match fact {
        Fact::Right(id) => rights::find(id).unwrap().services.contains(slug),
        Fact::Nhs(id) => nhs_page(id).service.as_ref() == Some(slug),
        _ => false,
    })
}

fn has_a_number(call: &Fact, directory: &Directory) -> bool {
    let slug = match call {
        Fact::Number(id) => {
            let way = way(id).unwrap();
            if way.number.is_some() {
                return true;
            }
            way.service.clone().unwrap()
        }
        Fact::Service(slug) => slug.clone(),
        _ => return false,
    };
    !directory.by_slug(&slug).unwrap().phones.is_empty()
}

#[test]
fn the_pages_behind_it_were_read_when_the_guide_says() {
    for read_on in [
        pathway::checked_on(),
        nhs::book().checked_on,
        budget::book().checked_on,
        rights::checked_on(),
        safety::checked_on(),
        words::checked_on(),
    ] {
        assert_eq!(easy_read::checked_on(), read_on);
    }
}

fn nhs_page(id: &str) -> &'static GuidePage {
    nhs::book().pages.iter().find(|page| page.id == id).unwrap()
}

fn all_of(page: &GuidePage) -> String {
    let items = page.groups.iter().flat_map(|group| {
        let items = group.items.iter().map(|item| item.text.clone());
        [group.title.clone()].into_iter().chain(items)
    });
    let items: Vec<String> = items.collect();
    format!("{} {} {}", page.title, page.intro, items.join(" "))
}

/// Everything that the part of the guide, or the service, says.
fn says(fact: &Fact, directory: &Directory) -> String {
    match fact {
        Fact::Number(id) => {
            let way = way(id).unwrap();
            format!("{} {} {:?}", way.when, way.what, way.number)
        }
        Fact::Reading(id) => all_of(pathway::page(id).unwrap()),
        Fact::Nhs(id) => all_of(nhs_page(id)),
        Fact::Budget(id) => all_of(
            budget::book()
                .pages
                .iter()
                .find(|page| page.id == *id)
                .unwrap(),
        ),
        Fact::Right(id) => rights::find(id).unwrap().as_text(),
        Fact::Word(id) => words::find(id).unwrap().as_text(),
        Fact::Service(slug) => directory.by_slug(slug).unwrap().description.clone(),
    }
}

/// Numbers in figures, and the small ones in letters.
fn numbers(text: &str) -> BTreeSet<String> {
    const IN_LETTERS: [(&str, &str); 5] = [
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("six", "6"),
        ("twelve", "12"),
    ];
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter_map(|word| {
            // “Under 18s”.
            let word = word.trim_end_matches('s');
            let lower = word.to_lowercase();
            let known = IN_LETTERS.iter().find(|(letters, _)| *letters == lower);
            match known {
                Some((_, figures)) => Some((*figures).to_owned()),
                None => word
                    .chars()
                    .all(|c| c.is_ascii_digit())
                    .then(|| word.to_owned()),
            }
        })
        .filter(|number| !number.is_empty())
        .collect()
}

#[test]
fn every_number_stands_in_what_the_row_rests_on() {
    let directory = Directory::bundled().unwrap();
    let mut missing = vec![];
    for page in pages() {
        for row in &page.rows {
            let behind: String = row
                .from
                .iter()
                .map(|fact| says(fact, &directory) + " ")
                .collect();
            let known = numbers(&behind);
            for number in numbers(&row.sentences.join(" ")) {
                if !known.contains(&number) && !is_a_step(row, &number) {
                    missing.push(format!("{}: {number} in {:?}", page.id, row.sentences));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// “Step 2 is …”: the order is in the guide, the figure is ours.
fn is_a_step(row: &easy_read::Row, number: &str) -> bool {
    row.sentences
        .iter()
        .any(|one| one.starts_with(&format!("Step {number} is")))
}

#[test]
fn every_page_that_it_is_the_short_form_of_is_there() {
    let mut seen = vec![];
    for whole in pages()
        .iter()
        .flat_map(|page| [&page.full].into_iter().chain(&page.also))
    {
        let there = match whole {
            Whole::Emergency | Whole::Worried | Whole::Budget => true,
            Whole::Reading(id) => pathway::page(id).is_some(),
            Whole::Nhs(id) => nhs::book().pages.iter().any(|page| page.id == *id),
            Whole::Right(id) => rights::find(id).is_some(),
        };
        assert!(there, "{whole:?}");
        assert!(!seen.contains(&whole), "{whole:?} has two Easy Read pages");
        seen.push(whole);
        assert!(easy_read::of(whole).is_some());
    }
    assert_eq!(easy_read::of(&Whole::Nhs("wheelchairs".to_owned())), None);
}

#[test]
fn every_main_button_opens_a_service_that_is_there() {
    let directory = Directory::bundled().unwrap();
    for main in pages().iter().filter_map(|page| page.main.as_ref()) {
        assert!(directory.by_slug(&main.service).is_some(), "{main:?}");
    }
}
