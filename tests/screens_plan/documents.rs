//! Documents: a list with addresses, and the list as a person meets it.

use std::collections::BTreeSet;

use withy::app::Message;
use withy::guide::documents;
use withy::guide::{Source, plan, rights};
use withy::platform::opening::Link;
use withy::screens::Place;

use crate::every_way;

#[test]
fn every_document_has_a_title_a_publisher_a_kind_and_one_address() {
    let mut ids = BTreeSet::new();
    let mut urls = BTreeSet::new();
    for one in documents::all() {
        assert!(ids.insert(&one.id), "{} stands twice", one.id);
        assert!(urls.insert(&one.url), "{} stands twice", one.url);
        assert!(
            !one.title.is_empty() && !one.publisher.is_empty(),
            "{}",
            one.id
        );
        assert!(
            documents::kinds().iter().any(|kind| kind.id == one.kind),
            "{}",
            one.id
        );
        assert!(
            Link::Website(one.url.clone()).address().is_some(),
            "{}",
            one.url
        );
        if let Some(date) = &one.date {
            assert!(date.contains("20"), "{}: {date}", one.id);
            assert!(one.about.is_none(), "{} has two dates", one.id);
        }
        assert!(one.as_text().ends_with(&one.url));
        assert_eq!(documents::find(&one.id), Some(one));
    }
    for kind in documents::kinds() {
        let found = documents::search("", Some(&kind.id));
        assert_eq!(found.is_empty(), !kind.none.is_empty(), "{}", kind.id);
    }
}

#[test]
fn what_the_plan_rests_on_stands_in_the_list() {
    let listed: BTreeSet<&str> = documents::all()
        .iter()
        .map(|one| one.url.as_str())
        .collect();
    let mut rests_on: Vec<&Source> = vec![];
    rests_on.extend(plan::events().iter().flat_map(|one| &one.sources));
    rests_on.extend(plan::promises().iter().flat_map(|one| &one.sources));
    rests_on.extend(plan::more().iter().flat_map(|one| &one.sources));
    for weakness in plan::weaknesses() {
        rests_on.extend(&weakness.sources);
        rests_on.extend(weakness.steps.iter().flat_map(|step| &step.sources));
    }
    for source in rests_on {
        assert!(listed.contains(source.url.as_str()), "{}", source.url);
    }
    let law = rights::all().iter().flat_map(|card| &card.sources);
    let law = law.filter(|source| {
        let host = source.url.split('/').nth(2).unwrap();
        host.trim_end_matches('.').ends_with("legislation.gov.uk")
    });
    for source in law {
        assert!(listed.contains(source.url.as_str()), "{}", source.url);
    }
}

#[test]
fn a_date_that_is_not_shown_is_said_not_to_be() {
    let find = |words: &str| documents::search(words, None)[0];
    assert_eq!(find("ITV voices").dated(), "19 August 2020");
    assert_eq!(
        find("SEND News inspection").dated(),
        "Date not shown. By its text: December 2022"
    );
    assert_eq!(find("mediation process").dated(), "Date not shown");
}

#[test]
fn a_newsletter_is_found_and_opens_only_when_it_is_pressed() {
    every_way(|person| {
        person.go("Improvement plan");
        person.press("Documents");
        person.press("Newsletters and updates");
        person.sees("SEND News: the SEND inspection and SEND strategy");
        person.sees("Date not shown. By its text: December 2022.");
        assert!(person.opener.written_down().is_empty());
        person.press("Open in the browser: SEND News");
        let address = "https://www.somerset.gov.uk/the-send-inspection-and-send-strategy/";
        assert_eq!(
            person.opener.written_down(),
            [Link::Website(address.to_owned())]
        );
        person.press("Copy address: SEND News");
        assert_eq!(person.copied(), Some(address));
    });
}

#[test]
fn no_video_was_found_and_the_page_says_so() {
    every_way(|person| {
        person.settle(Message::Go(Place::Documents));
        person.press("Videos");
        person.sees("We found no video.");
        person.press("Show everything");
        person.sees("Education for All Bill");
    });
}

#[test]
fn the_list_is_searched_paged_and_copied() {
    every_way(|person| {
        person.settle(Message::Go(Place::Documents));
        person.press("Show 20 more");
        assert!(
            person.focus().starts_with("Open in the browser"),
            "{}",
            person.focus()
        );
        person.fills("Search the documents", "ombudsman 2023");
        person.press("Copy as text");
        let copied = person.copied().unwrap();
        assert_eq!(
            copied.lines().count(),
            3,
            "two documents, and where it is from"
        );
        assert!(copied.contains("Decision 22 012 687") && copied.contains("31 October 2023"));
        person.press("SEND News");
        person.sees("Save this service");
    });
}

#[test]
fn documents_are_found_from_anywhere() {
    every_way(|person| {
        person.go("Help");
        person.press("Documents");
        person.sees("Search the documents");
        person.settle(Message::Go(Place::Search));
        person.types("newslett");
        person.press("Documents");
        person.sees("Search the documents");
        person.press("Improvement plan");
        person.sees("What inspectors found in Somerset");
    });
}
