//! Short forms in capitals: each is a name, or stands beside what it means.

use std::collections::BTreeSet;

use withy::directory::Directory;
use withy::guide::words;

/// Short forms that everybody knows, or that are how a thing is called, each with its reason.
const NAMES: &[(&str, &str)] = &[
    ("NHS", "on every sign and letter; nobody says it in full"),
    ("UK", "the country"),
    ("GOV", "GOV.UK is a website"),
    ("COVID", "COVID-19 is what the illness is called"),
    ("BBC", "the broadcaster"),
    ("USB", "what the stick is called"),
    ("SOS", "SOS!SEN is what the charity is called"),
    ("SHOUT", "the word to send, letter by letter"),
    (
        "MAISEY",
        "a group of Somerset Council; no page says what it stands for",
    ),
    ("SEARCH", "Project SEARCH is what it is called"),
    ("SIL", "part of the name of a licence"),
    ("ISC", "part of the name of a licence"),
    ("MIT", "part of the name of a licence"),
    ("NG", "part of the name of a voice, eSpeak NG"),
    (
        "HSDS",
        "part of the version of a file, as it stands in the file",
    ),
];

/// The short forms of a page that nothing on it explains by where they are first used. The texts
/// stand in reading order; a short form in the title is explained by the first text that uses it.
///
/// A name is written as its owner writes it, so what stands in `names` does not count.
pub fn unexplained(texts: &[&str], title: Option<&str>, names: &[String]) -> BTreeSet<String> {
    let mut read = String::new();
    let mut found = BTreeSet::new();
    let mut check = |text: &str, read: &str| {
        for short in short_forms(&without(text, names)) {
            if !is_name(&short) && !is_explained(read, &short) {
                let _ = found.insert(format!("“{short}” in “{text}”"));
            }
        }
    };
    for text in texts {
        read.push_str(text);
        read.push('\n');
        let is_other_name = text.starts_with("Also called: ");
        if title != Some(text) && !is_other_name && !short_forms(text).is_empty() {
            check(text, &read);
        }
    }
    for title in title.into_iter().filter(|title| texts.contains(title)) {
        check(title, &read);
    }
    found
}

/// “Full name (SHORT)”, “SHORT (what it means)”, “… This is often called SHORT.”, “SHORT is short
/// for …”, or what it stands for in other words of the same text.
fn is_explained(page: &str, short: &str) -> bool {
    let small = page.to_lowercase();
    page.contains(&format!("({short}"))
        || page.contains(&format!("{short})"))
        || page.contains(&format!("{short} ("))
        || ["", "a ", "the "]
            .iter()
            .any(|article| page.contains(&format!("called {article}{short}.")))
        || page.contains(&format!("{short} is short for"))
        || full_names(short).any(|full| small.contains(&full))
}

/// What a short form stands for; its meaning where nobody knows that.
fn full_names(short: &str) -> impl Iterator<Item = String> {
    let known = words::every().filter(move |term| {
        let names = std::iter::once(&term.term).chain(&term.also);
        names
            .flat_map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '&'))
            .any(|word| word == short)
    });
    let full = known.map(|term| match &term.stands_for {
        Some(full) => full.to_lowercase(),
        None => term.meaning.trim_end_matches('.').to_lowercase(),
    });
    let part = ("EHC" == short).then(|| "education, health and care".to_owned());
    full.chain(part)
}

/// The text with nothing of these names in it.
pub fn without(text: &str, names: &[String]) -> String {
    names
        .iter()
        .fold(text.to_owned(), |text, name| text.replace(name, ""))
}

/// Whether a short form needs no entry in Words explained.
pub fn is_name(short: &str) -> bool {
    NAMES.iter().any(|(name, _)| *name == short)
}

/// Words of 2 to 6 capitals that stand in a sentence, and not in an address.
pub fn short_forms(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter(|word| !word.contains("://") && !is_postcode(word))
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|part| (2..=6).contains(&part.len()))
        .filter(|part| part.chars().all(|c| c.is_ascii_uppercase()))
        .map(str::to_owned)
        .collect()
}

/// “BA5”, “6PB”: letters and figures.
fn is_postcode(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit()) && word.len() <= 5
}

/// The names of services, of who runs them and of what they were called before; longest first, so
/// that no name is taken out of the middle of another.
pub fn names(directory: &Directory) -> Vec<String> {
    let mut names: Vec<String> = directory
        .services()
        .iter()
        .flat_map(|service| {
            let old = service.old_names.iter().cloned();
            [service.name.clone(), service.organization.clone()]
                .into_iter()
                .chain(old)
        })
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}
