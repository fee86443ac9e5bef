//! The words, the rights and the improvement plan: typed, whole, and each fact with its source.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/prose.rs"]
mod prose;

use std::collections::BTreeSet;

use withy::directory::Directory;
use withy::guide::Source;
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
    assert_ids(words::all().iter().map(|term| term.id.as_str()));
    let directory = directory();
    for term in words::all() {
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
    assert!(words::search("xyzzy", None).is_empty());
    assert_eq!(words::search("  ", None).len(), 107);
}
