#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::panic, reason = "a test stops at the first surprise")]
//! Every sentence of Withy, read by the rules of the house: short, plain, whole, and with dates,
//! times, numbers and short forms as people say them. What a family writes is theirs; this reads
//! what we write.

#[path = "words/acronyms.rs"]
mod acronyms;
#[path = "words/all_of_it.rs"]
mod all_of_it;
#[path = "words/data.rs"]
mod data;
#[path = "words/grade.rs"]
mod grade;
#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;
#[path = "support/places.rs"]
mod places;
#[path = "support/prose.rs"]
mod prose;
#[path = "words/walk.rs"]
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use walk::{Page, Said, Walk};
use withy::directory::{Directory, ReferralRoute};
use withy::guide::pathway;

/// Words that stand only in a sentence, never in a caption, an address or a list.
const MARKS_OF_A_SENTENCE: &[&str] = &[
    "is", "are", "was", "were", "will", "can", "could", "did", "does", "has", "have", "you", "we",
    "it", "they",
];

/// Sentences that stand with no full stop, each with its reason.
const TITLES: &[(&str, &str)] = &[
    (
        "The list of services is not complete",
        "the title of a notice",
    ),
    ("An appointment is not saved yet", "the title of a notice"),
    ("We could not check this", "the title of a notice"),
    (
        "is now NHS Somerset (Integrated Care Board)",
        "the title of a notice",
    ),
];

#[test]
fn the_first_evening_is_in_plain_words() {
    read(&walk::the_first_evening());
}

#[test]
fn a_busy_week_is_in_plain_words() {
    read(&walk::the_busy_week());
}

#[test]
fn every_page_of_the_guide_is_in_plain_words() {
    read(&all_of_it::the_whole_guide());
}

#[test]
fn every_place_is_in_plain_words() {
    read(&all_of_it::every_place());
}

#[test]
fn every_service_is_in_plain_words() {
    read(&walk::every_service());
}

#[test]
fn what_went_wrong_is_said_in_plain_words() {
    read(&walk::what_went_wrong());
}

#[test]
fn the_guide_and_the_sample_family_are_in_plain_words() {
    let mut problems = BTreeSet::new();
    for text in data::texts() {
        let found = if text.is_source {
            prose::problems_of_name(&text.words)
        } else {
            prose::problems(&text.words)
        };
        let found = found.into_iter();
        problems.extend(found.map(|problem| format!("{}: {problem}", text.place)));
    }
    none(&problems);
}

#[test]
fn the_rules_of_a_page_can_fail() {
    for unfinished in ["Nothing was kept. Try again", "We could not find the file"] {
        assert!(lacks_a_full_stop(unfinished), "{unfinished}");
    }
    for whole in [
        "Monday to Friday, 9am to 5pm",
        "Page dated March 2022: ring first",
        "We could not find the file.",
        "Did it help?",
        "Say “I am worried.”",
    ] {
        assert!(!lacks_a_full_stop(whole), "{whole}");
    }
    let names = ["ABC Trust".to_owned()];
    let left = |texts: &[&str]| acronyms::unexplained(texts, Some("The DCO"), &names);
    assert_eq!(left(&["Ask the DCO first."]).len(), 1);
    assert_eq!(
        left(&["Ask the DCO.", "Ask the clinical officer (DCO)."]).len(),
        1
    );
    assert_eq!(
        left(&["The DCO", "Ask the clinical officer (DCO).", "The DCO."]).len(),
        0
    );
    assert_eq!(left(&["The DCO", "Ask for it."]).len(), 1);
    assert_eq!(left(&["Ask ABC Trust or the NHS, BA5 1TT."]).len(), 0);
    let easy = grade::grade(&["The cat sat on the mat."]).unwrap();
    let hard = grade::grade(&["Multidisciplinary assessment necessitates authorisation."]).unwrap();
    assert!(easy < 3.0 && hard > 12.0, "{easy} {hard}");
}

/// What others wrote, and what a family would have.
struct Theirs {
    /// Names of services, of who runs them, and of the pages that facts come from.
    names: Vec<String>,
    /// What stands in the sample family's record.
    typed: BTreeSet<String>,
}

impl Theirs {
    fn new() -> Self {
        let mut names = acronyms::names(&Directory::bundled().unwrap());
        let (typed, texts): (Vec<_>, Vec<_>) =
            data::texts().into_iter().partition(|text| text.is_typed);
        let sources = texts.into_iter().filter(|text| text.is_source);
        names.extend(sources.map(|text| text.words));
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let typed = typed.into_iter().map(|text| text.words).collect();
        Self { names, typed }
    }
}

/// Reads every page of a walk, and prints how hard each place is to read.
fn read(walk: &Walk) {
    let theirs = Theirs::new();
    let mut problems = BTreeSet::new();
    for page in &walk.pages {
        for said in &page.said {
            for problem in problems_of(said, &theirs) {
                // What stands beside "It counts from" on a card is a phrase, not a sentence.
                if page.place.to_lowercase().starts_with("right")
                    && problem.starts_with("no full stop")
                {
                    continue;
                }
                let _ = problems.insert(format!("{}: {problem}", page.place));
            }
        }
        let texts: Vec<&str> = page.said.iter().map(|said| said.words.as_str()).collect();
        let title = page.title.as_deref();
        for short in acronyms::unexplained(&texts, title, &theirs.names) {
            let _ = problems.insert(format!("{}: {short} is not explained", page.place));
        }
    }
    problems.extend(grades(&walk.pages));
    none(&problems);
}

fn problems_of(said: &Said, theirs: &Theirs) -> Vec<String> {
    let words = said.words.as_str();
    if theirs.names.iter().any(|name| name == words) {
        return prose::problems_of_name(words);
    }
    if !said.is_text {
        let mut problems = prose::problems_of_name(words);
        // What a row says is a list of what stands on it; each part is read for itself.
        for part in words.split([',', ':']) {
            problems.extend(
                prose::problems(part.trim())
                    .into_iter()
                    .filter(|problem| problem.starts_with("a sentence")),
            );
        }
        return problems;
    }
    let mut problems = prose::problems(words);
    if lacks_a_full_stop(words) && !is_a_title(words) && !theirs.typed.contains(words) {
        problems.push(format!("no full stop: “{words}”"));
    }
    problems
}

fn lacks_a_full_stop(words: &str) -> bool {
    let end = words.trim_end_matches(['”', '’', ')']);
    if end.ends_with(['.', '?', '!', ':']) {
        return false;
    }
    // An example of what to type, after what is wrong, would be typed with its full stop.
    if words.contains("For example, ") {
        return false;
    }
    let several = words.contains(". ");
    let counted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let a_sentence = counted.len() >= 5
        && counted
            .iter()
            .any(|word| MARKS_OF_A_SENTENCE.contains(&word.as_str()));
    several || a_sentence
}

fn is_a_title(words: &str) -> bool {
    let route = ReferralRoute::ALL
        .iter()
        .any(|route| route.words() == words);
    let mut steps = pathway::routes().iter().flat_map(|route| &route.steps);
    let step = steps.any(|step| step.title == words);
    route || step || TITLES.iter().any(|(title, _)| words.ends_with(title))
}

/// What is harder than this is for somebody to look at: three school years above the age that we
/// write for, and above every page there is.
const ALARM: f64 = 8.0;

/// Prints how hard each place is to read, and says which are too hard.
fn grades(pages: &[Page]) -> Vec<String> {
    let mut hard = vec![];
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for page in pages {
        let place = page.place.split(',').next().unwrap();
        let texts = page.said.iter().filter(|said| said.is_text);
        let sentences = texts.flat_map(|said| prose::sentences(&said.words));
        let whole = sentences.filter(|sentence| sentence.split_whitespace().count() > 3);
        places.entry(place).or_default().extend(whole);
    }
    for (place, sentences) in places {
        let sentences: Vec<&str> = sentences.into_iter().collect();
        if let Some(grade) = grade::grade(&sentences) {
            let line = format!("{place}: {} sentences, grade {grade:.1}", sentences.len());
            let _ = writeln!(std::io::stdout(), "{line}");
            // A page of a few words has long words by chance.
            if grade > ALARM && sentences.len() >= 10 {
                hard.push(format!("hard to read: {line}"));
            }
        }
    }
    hard
}

fn none(problems: &BTreeSet<String>) {
    let all: Vec<&str> = problems.iter().map(String::as_str).collect();
    assert!(all.is_empty(), "{} problems\n{}", all.len(), all.join("\n"));
}
