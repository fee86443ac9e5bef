//! The files: readable, sourced, short, and leading to services and pages that exist.

use withy::directory::{Directory, Need};
use withy::guide::Source;
use withy::guide::pathway::{self, Act, MOST_STEPS};
use withy::guide::rights;
use withy::record::starter_questions;

use crate::prose;

pub fn directory() -> Directory {
    Directory::bundled().unwrap()
}

/// A page behind the guidance can be opened, and says its date or that it shows none.
pub fn check_source(source: &Source) {
    let url = &source.url;
    assert!(
        url.starts_with("https://") || url.starts_with("http://"),
        "{url}"
    );
    assert!(!url.contains(char::is_whitespace), "{url}");
    assert!(
        !source.title.is_empty() && !source.title.contains('\''),
        "{url}"
    );
    assert!(source.dated_title().contains("page date"), "{url}");
}

#[track_caller]
pub fn check_prose(text: &str) {
    assert_eq!(prose::problems(text), Vec::<String>::new());
}

fn check_sources(what: &str, ids: &[String], own: bool) {
    assert_eq!(ids.is_empty(), own, "{what} has a source, or is our own");
    for id in ids {
        check_source(pathway::source(id).unwrap_or_else(|| panic!("{what}: {id}")));
    }
}

/// What a button beside guidance does leads somewhere that exists.
pub fn check_act(directory: &Directory, act: &Act, is_page: impl Fn(&str) -> bool) {
    match act {
        Act::Open(slug) => assert!(directory.by_slug(slug).is_some(), "{slug}"),
        Act::Ask(question) => {
            check_prose(question);
            assert!(question.ends_with(['?', '.']), "{question}");
        }
        Act::Read(id) => assert!(is_page(id), "{id}"),
        Act::Right(id) => assert!(rights::find(id).is_some(), "{id}"),
        Act::Starter(id) => assert!(starter_questions::all().iter().any(|one| one.id == *id)),
        Act::Note(lines) => {
            assert!(!lines.is_empty());
            for line in lines {
                assert!(line.ends_with([':', '?']), "{line}");
                check_prose(&line.replace(':', "."));
            }
        }
        Act::Save => {}
    }
}

fn is_page(id: &str) -> bool {
    pathway::page(id).is_some()
}

#[test]
fn every_age_and_worry_has_a_route_with_a_service() {
    let directory = directory();
    assert_eq!(pathway::checked_on(), directory.about().compiled_on);
    assert_eq!(pathway::ages().len() * pathway::worries().len(), 21);
    assert_eq!(pathway::routes().len(), 21);
    for worry in pathway::worries() {
        assert!(Need::from_code(&worry.need).is_some(), "{}", worry.need);
        check_prose(&worry.title);
        for age in pathway::ages() {
            let fits = |route: &&pathway::Route| route.age == age.id && route.worry == worry.id;
            let route = pathway::routes().iter().find(fits).unwrap();
            let slug = route.first_service().unwrap();
            assert!(directory.by_slug(slug).is_some(), "{slug}");
            assert!((3..=MOST_STEPS).contains(&route.steps.len()));
            assert!(pathway::asked(age, &[worry], |_| None).len() == 1);
            for step in &route.steps {
                check_prose(&step.title);
                check_prose(&step.why);
                check_act(&directory, &step.action, is_page);
                check_sources(&step.title, &step.sources, false);
            }
        }
    }
}

#[test]
fn what_is_asked_and_what_is_read_has_sources_and_leads_somewhere() {
    let directory = directory();
    check_sources("no diagnosis", pathway::no_diagnosis().1, false);
    for asked in pathway::all_asked() {
        check_prose(&asked.question);
        for answer in &asked.answers {
            check_prose(&answer.then);
            check_sources(&answer.then, &answer.sources, false);
            answer
                .action
                .iter()
                .for_each(|act| check_act(&directory, act, is_page));
        }
    }
    for page in pathway::pages() {
        check_prose(&page.title);
        check_prose(&page.intro);
        for item in page.groups.iter().flat_map(|group| &group.items) {
            check_prose(&item.text);
            check_sources(&item.text, &item.sources, item.own);
            item.action
                .iter()
                .for_each(|act| check_act(&directory, act, is_page));
        }
    }
    let so_far = pathway::pages().iter().filter(|page| page.ask.is_some());
    assert_eq!(so_far.count(), 4);
}

#[test]
fn several_worries_keep_the_service_of_each_and_stay_within_five_steps() {
    let worries: Vec<_> = pathway::worries().iter().collect();
    for age in pathway::ages() {
        for two in worries.windows(2) {
            let steps = pathway::steps(age, two);
            assert!(steps.len() <= MOST_STEPS);
            let mut ids: Vec<_> = steps.iter().map(|step| &step.id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), steps.len(), "no step stands twice");
            for worry in two {
                let fits = |route: &&pathway::Route| route.age == age.id && route.worry == worry.id;
                let route = pathway::routes().iter().find(fits).unwrap();
                let first = route.first_service().unwrap();
                let leads = |step: &&pathway::Step| step.action == Act::Open(first.to_owned());
                let same = route.steps.iter().find(leads).unwrap();
                assert!(
                    steps.iter().any(|step| step.id == same.id || leads(step)),
                    "{first}"
                );
            }
        }
    }
}

#[test]
fn two_steps_of_one_age_never_have_the_same_words() {
    for age in pathway::ages() {
        let routes = pathway::routes().iter().filter(|route| route.age == age.id);
        let steps: Vec<_> = routes.flat_map(|route| &route.steps).collect();
        for one in &steps {
            let same = steps.iter().find(|other| other.title == one.title).unwrap();
            assert_eq!(same.id, one.id, "{}: {}", age.id, one.title);
        }
    }
}

#[test]
fn the_signs_of_a_worry_read_as_one_sentence() {
    assert_eq!(
        pathway::worries()[0].signs_in_words(),
        "Few words for their age, hard to understand, does not follow what you say, \
         a new stammer, trouble eating or drinking."
    );
}
