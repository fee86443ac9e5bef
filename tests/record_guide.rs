//! What the record brings with it: the sample family and the starter questions.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use withy::directory::{Directory, service};
use withy::record::question::State;
use withy::record::starter_questions::{all, groups};
use withy::record::{NoteFilter, QuestionFilter, sample};

#[path = "record/support.rs"]
mod support;
use support::{at, new_record};

const NOW: &str = "2026-11-23T14:30";

#[test]
fn there_are_46_starter_questions_in_7_groups_each_with_a_source() {
    let ids: Vec<&str> = all().iter().map(|question| question.id.as_str()).collect();
    let expected: Vec<String> = (1..=46).map(|number| format!("q{number:02}")).collect();
    assert_eq!(ids, expected);
    assert_eq!(groups().len(), 7);
    let mut in_order: Vec<&str> = all()
        .iter()
        .map(|question| question.group.as_str())
        .collect();
    in_order.dedup();
    let ids: Vec<&str> = groups().iter().map(|group| group.id.as_str()).collect();
    assert_eq!(in_order, ids, "the questions follow the groups");
    for question in all() {
        assert!(!question.sources.is_empty(), "{}", question.id);
        for source in &question.sources {
            assert!(source.url.starts_with("https://") || source.url.starts_with("http://"));
            assert!(!source.title.is_empty());
            let date = source.page_date.as_deref().unwrap_or("2013");
            let year = date.rsplit(' ').next().unwrap();
            assert!(year.len() == 4 && year.parse::<u16>().is_ok(), "{date}");
        }
    }
}

#[test]
fn starter_questions_are_plain() {
    let sentences = all()
        .iter()
        .flat_map(|it| [it.question.as_str(), it.why.as_str()]);
    for sentence in sentences.chain(groups().iter().map(|group| group.title.as_str())) {
        for part in sentence.split_inclusive(['.', '?']) {
            assert!(part.split_whitespace().count() <= 20, "{part}");
        }
        assert!(!sentence.contains(['\'', '"']), "{sentence}");
        for word in sentence.split(|letter: char| !letter.is_alphanumeric()) {
            let acronym = word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
            let in_full = sentence.contains(&format!("{word})"))
                || sentence.contains(&format!("({word}"))
                || sentence.contains(&format!("({word} plan)"));
            assert!(!acronym || word == "NHS" || in_full, "{word} in {sentence}");
        }
    }
    for question in all() {
        assert!(question.question.ends_with('?'), "{}", question.question);
        assert!(question.why.ends_with('.'), "{}", question.why);
    }
}

#[test]
fn the_sample_family_is_one_change_with_everything_in_it() {
    let now = at(NOW);
    let directory = Directory::bundled().unwrap();
    let unknown = std::cell::RefCell::new(BTreeSet::new());
    let slug_to_id = |slug: &str| {
        let service = directory.by_slug(slug).map(|service| service.id);
        if service.is_none() {
            let _ = unknown.borrow_mut().insert(slug.to_owned());
        }
        service
    };
    let (_folder, mut record) = new_record(&now);
    sample::fill(&mut record, &now, &slug_to_id).unwrap();
    assert_eq!(
        unknown.into_inner(),
        BTreeSet::new(),
        "every service is in the directory"
    );
    let ages: Vec<i32> = record
        .children()
        .unwrap()
        .iter()
        .map(|child| (now.date() - child.date_of_birth.unwrap()).get_days() * 100 / 36_525)
        .collect();
    assert_eq!(ages, [6, 11]);
    let upcoming = record.appointments_after(&now, 99).unwrap();
    assert_eq!(upcoming[0].starts, at("2026-11-25T14:30"));
    assert_eq!(upcoming.len(), 2);
    assert_eq!(record.appointments_before(&now, 99).unwrap().len(), 3);
    let states = |state| {
        let filter = QuestionFilter {
            state: Some(state),
            ..QuestionFilter::default()
        };
        record.questions(&filter).unwrap().len()
    };
    assert_eq!(
        State::ALL
            .iter()
            .map(|state| states(*state))
            .collect::<Vec<_>>(),
        [4, 2, 2]
    );
    let of_next = QuestionFilter {
        appointment: Some(upcoming[0].id),
        ..QuestionFilter::default()
    };
    let of_next = record.questions(&of_next).unwrap();
    assert_eq!(of_next.len(), 3);
    assert_eq!(
        of_next[2].text,
        all()[1].question,
        "a starter question keeps its words"
    );
    let saved = record.saved_services().unwrap();
    assert_eq!(saved.len(), 3);
    for saved in saved {
        assert_eq!(directory.service(saved.service).unwrap().name, saved.name);
    }
    assert_eq!(record.steps().unwrap().len(), 4);
    let experiences = record.experiences().unwrap();
    assert_eq!(experiences.len(), 3);
    for experience in experiences {
        assert!(withy::guide::plan::promise(&experience.promise).is_some());
        assert!(experience.happened_on < now.date());
    }
    let notes = record.notes(&NoteFilter::default()).unwrap();
    assert!(
        notes.len() >= 12
            && notes
                .iter()
                .all(|note| note.at < now && !note.children.is_empty())
    );
    assert!(
        (now.date() - notes.last().unwrap().at.date()).get_days() >= 20,
        "three weeks of notes"
    );
    assert_eq!(record.undo().unwrap(), None, "it is the start");
    assert_eq!(record.counts().unwrap().children, 2);
}

#[test]
fn the_sample_family_has_no_digits_that_could_be_a_number_to_ring() {
    let (_folder, mut record) = new_record(&at(NOW));
    sample::fill(&mut record, &at(NOW), &|_| {
        Some(service::Id(uuid::Uuid::nil()))
    })
    .unwrap();
    for note in record.notes(&NoteFilter::default()).unwrap() {
        assert!(
            !note.text.contains(|letter: char| letter.is_ascii_digit()),
            "{}",
            note.text
        );
    }
    assert!(
        record
            .saved_services()
            .unwrap()
            .iter()
            .all(|saved| saved.phone.is_none())
    );
}

#[test]
fn the_sample_family_does_without_services_it_cannot_find() {
    let (_folder, mut record) = new_record(&at(NOW));
    sample::fill(&mut record, &at(NOW), &|_| None).unwrap();
    assert!(record.saved_services().unwrap().is_empty());
    assert_eq!(record.counts().unwrap().questions, 8);
}
