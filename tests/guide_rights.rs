//! The words, the rights and the improvement plan: typed, whole, and each fact with its source.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/prose.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod prose;

use std::collections::BTreeSet;

use withy::directory::Directory;
use withy::guide::Source;
use withy::guide::plan::{self, Finding};
use withy::guide::rights;
use withy::guide::words::{self, Support};

fn directory() -> Directory {
    Directory::bundled().unwrap()
}

/// A page has an address that opens, a title, and a date in words or none.
fn assert_sources(whose: &str, sources: &[Source]) {
    assert!(!sources.is_empty(), "{whose} has no source");
    for source in sources {
        let url = &source.url;
        let host = url.split_once("://").map(|(_, rest)| rest);
        assert!(
            url.starts_with("https://") || url.starts_with("http://"),
            "{whose}: {url}"
        );
        assert!(
            host.is_some_and(|host| host.contains('.')) && !url.contains(char::is_whitespace),
            "{whose}: {url}"
        );
        assert_eq!(
            prose::problems_of_name(&source.title),
            Vec::<String>::new(),
            "{whose}"
        );
        if let Some(date) = &source.page_date {
            assert!(
                date.contains("20") && !date.contains('-'),
                "{whose}: the page date {date:?}"
            );
        }
    }
}

fn assert_prose(whose: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(prose::problems(text), Vec::<String>::new(), "{whose}");
    }
}

fn assert_ids<'a>(ids: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{id} stands twice");
        assert!(
            id.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{id}"
        );
    }
}

#[test]
fn every_word_has_a_meaning_a_group_and_a_source() {
    assert_eq!(words::all().len(), 107);
    assert_eq!(words::short_forms().len(), 8);
    assert_ids(words::every().map(|term| term.id.as_str()));
    let directory = directory();
    for term in words::every() {
        assert!(
            words::groups().iter().any(|group| group.id == term.group),
            "{}",
            term.id
        );
        assert_sources(&term.id, &term.sources);
        assert_prose(&term.id, &[&term.meaning]);
        for name in std::iter::once(&term.term)
            .chain(&term.stands_for)
            .chain(&term.also)
        {
            assert_eq!(
                prose::problems_of_name(name),
                Vec::<String>::new(),
                "{}",
                term.id
            );
        }
        for other in &term.see {
            assert!(words::find(other).is_some(), "{} leads to {other}", term.id);
            assert_ne!(other, &term.id);
        }
        if let Some(slug) = &term.service {
            assert!(
                directory.by_slug(slug).is_some(),
                "{} names {slug}",
                term.id
            );
        }
        assert!(
            !term.old_name || !term.see.is_empty(),
            "{} is an old name that leads nowhere",
            term.id
        );
    }
    for group in words::groups() {
        assert!(
            !words::search("", Some(&group.id)).is_empty(),
            "{} is empty",
            group.id
        );
    }
}

#[test]
fn what_nobody_could_check_says_so() {
    let not_checked: Vec<&str> = words::all()
        .iter()
        .filter(|term| term.support == Support::NotChecked)
        .map(|term| term.id.as_str())
        .collect();
    assert_eq!(not_checked, ["pfsa"]);
    assert!(Support::NotChecked.words().contains("could not check"));
}

#[test]
fn words_are_found_as_families_write_them() {
    for (typed, first) in [
        ("EHCP", "ehc-plan"),
        ("ehc plan", "ehc-plan"),
        ("senco", "senco"),
        ("speech", "salt-or-slt"),
        ("wsoa", "written-statement-of-action"),
        ("integrated therapy service", "cypts"),
        ("childrens continuing", "childrens-continuing-care"),
        ("section 17", "child-in-need"),
    ] {
        assert_eq!(words::search(typed, None)[0].id, first, "{typed}");
    }
    assert_eq!(words::search("GP", None)[0].id, "gp");
    assert_eq!(words::search("", Some("short-forms")).len(), 8);
    assert!(words::search("xyzzy", None).is_empty());
    assert_eq!(words::search("  ", None).len(), 107);
}

#[test]
fn every_right_has_its_law_its_source_and_somewhere_to_turn() {
    assert_eq!(rights::all().len(), 71);
    assert_ids(rights::all().iter().map(|card| card.id.as_str()));
    assert_eq!(rights::groups().len(), 10);
    let directory = directory();
    for card in rights::all() {
        let id = &card.id;
        assert!(rights::groups().iter().any(|group| group.id == card.group));
        assert!(!card.moments.is_empty(), "{id} has no moment");
        for moment in &card.moments {
            assert!(
                rights::moments().iter().any(|one| one.id == *moment),
                "{id}: {moment}"
            );
        }
        assert_sources(id, &card.sources);
        for text in [
            &card.title,
            &card.says,
            &card.who,
            &card.start,
            &card.by_when,
            &card.exceptions,
            &card.if_missed,
            &card.ask,
        ]
        .into_iter()
        .chain(&card.not_checked)
        .chain(&card.note)
        {
            assert_prose(id, &[text]);
        }
        assert!(!card.law.is_empty() && !card.law.contains("UNVERIFIED"));
        assert!(!card.services.is_empty(), "{id} leads nowhere");
        for slug in &card.services {
            assert!(directory.by_slug(slug).is_some(), "{id} names {slug}");
        }
        assert!(!card.see.is_empty(), "{id} leads to no other right");
        for other in &card.see {
            assert!(
                rights::find(other).is_some() && other != id,
                "{id}: {other}"
            );
        }
        assert!(card.ask.ends_with(['?', '.']), "{id}");
    }
    for named in rights::groups() {
        assert!(!rights::search("", Some(&named.id), None).is_empty());
    }
    for named in rights::moments() {
        assert!(!rights::search("", None, Some(&named.id)).is_empty());
    }
}

#[test]
fn the_law_is_dated_and_what_is_announced_is_not_law() {
    assert_eq!(rights::law_checked(), "May 2026");
    assert!(rights::warning().contains("not legal advice"));
    let reform = rights::reform();
    assert_sources("reform", &reform.sources);
    for says in &reform.says {
        assert_prose("reform", &[says]);
    }
    assert_eq!(rights::counting().len(), 5);
    for counting in rights::counting() {
        assert_sources("counting", &counting.sources);
        assert_prose("counting", &[&counting.rule]);
    }
}

#[test]
fn rights_are_found_by_words_group_and_moment() {
    let found = rights::search("six weeks", None, None);
    assert!(found.is_empty(), "periods stand in figures");
    let found = rights::search("6 weeks assessment", None, Some("asked"));
    assert_eq!(found[0].id, "ehc-6");
    let disagreeing = rights::search("", Some("disagreeing"), None);
    assert!(disagreeing.iter().all(|card| card.group == "disagreeing"));
    assert_eq!(rights::search("", None, None).len(), 71);
}

#[test]
fn the_time_line_holds_every_event_with_its_date_and_source() {
    assert_eq!(plan::events().len(), 62);
    assert_ids(plan::events().iter().map(|event| event.id.as_str()));
    for event in plan::events() {
        assert!(
            plan::kinds().iter().any(|kind| kind.id == event.kind),
            "{}",
            event.id
        );
        let dated = event.when.contains("20");
        let said = ["No date found", "Regular"].contains(&event.when.as_str());
        assert!(dated || said, "{} has no date", event.id);
        assert_sources(&event.id, &event.sources);
        assert_prose(&event.id, &[&event.title, &event.summary, &event.when]);
        for note in event.note.iter() {
            assert_prose(&event.id, &[note]);
        }
    }
    for kind in plan::kinds() {
        assert!(plan::events().iter().any(|event| event.kind == kind.id));
    }
    let last = plan::events().iter().find(|one| one.id == "no-newer-insp");
    assert!(last.unwrap().note.is_some(), "it is said as not found");
}

#[test]
fn nine_weaknesses_and_nine_promises_each_with_a_finding() {
    assert_eq!(plan::weaknesses().len(), 9);
    assert_eq!(plan::promises().len(), 9);
    let not_enough: Vec<u8> = plan::weaknesses()
        .iter()
        .filter(|one| one.found_2022 == Finding::Insufficient)
        .map(|one| one.number)
        .collect();
    assert_eq!(not_enough, [5, 9]);
    for weakness in plan::weaknesses() {
        let id = &weakness.id;
        assert_sources(id, &weakness.sources);
        assert_prose(id, &[&weakness.title, &weakness.found_2020]);
        for step in &weakness.steps {
            assert_sources(id, &step.sources);
            assert_prose(id, &[&step.when, &step.text]);
        }
        let answers = plan::promises().iter();
        assert_eq!(answers.filter(|one| one.weakness == *id).count(), 1, "{id}");
    }
    for promise in plan::promises() {
        assert_sources(&promise.id, &promise.sources);
        assert_prose(
            &promise.id,
            &[&promise.title, &promise.promised, &promise.ask],
        );
        assert!(promise.answers().is_some());
    }
    for part in plan::more() {
        assert_sources(&part.id, &part.sources);
        for says in &part.says {
            assert_prose(&part.id, &[says]);
        }
    }
    assert_prose("plan", &[plan::caution(), plan::matching()]);
    for what in plan::not_found() {
        assert_prose("not found", &[what]);
    }
}

#[test]
fn later_evidence_stands_beside_the_finding_of_2022() {
    let faster = plan::promise("c8").unwrap();
    let weakness = faster.answers().unwrap();
    assert_eq!(weakness.found_2022, Finding::Sufficient);
    assert!(weakness.steps.iter().any(|step| step.newer));
    assert!(weakness.caution.is_some());
    assert!(
        plan::promise("c1")
            .unwrap()
            .as_text()
            .contains(plan::NO_NEWER)
    );
}
