//! Every term and short form that a family meets, in plain words. The content is in
//! `data/guide/words.json`.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::Source;

mod found;

pub use found::{Found, found_in};

/// How far the pages that were read bear a meaning out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// A page gives the meaning.
    Read,
    /// A page gives the full name; the plain meaning is common knowledge.
    NameOnly,
    /// No page that was read gives it.
    NotChecked,
    /// A short form that we spell out ourselves: a page uses the letters and says no more.
    Ours,
}

impl Support {
    /// A sentence for the person.
    pub fn words(self) -> &'static str {
        match self {
            Self::Read => "The pages below give this meaning.",
            Self::NameOnly => "The pages below give the full name. The plain meaning is ours.",
            Self::Ours => "The pages below use the letters. What they stand for is our own note.",
            Self::NotChecked => {
                "We could not check this on any page. Ask the person who used the word."
            }
        }
    }
}

/// One term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Term {
    /// A lasting id, such as `ehc-plan`.
    pub id: String,
    /// The term as families meet it.
    pub term: String,
    /// What the letters stand for.
    pub stands_for: Option<String>,
    /// Other names and short forms of the same thing.
    #[serde(default)]
    pub also: Vec<String>,
    /// Other ways in which texts write it, which are no names of it.
    #[serde(default)]
    pub written: Vec<String>,
    /// Phrases in which the same words mean something else.
    #[serde(default)]
    pub not_in: Vec<String>,
    /// What it means, in plain sentences.
    pub meaning: String,
    /// The id of its group.
    pub group: String,
    /// How far the sources bear the meaning out.
    pub support: Support,
    /// One plain sentence more, when it helps.
    #[serde(default)]
    pub note: Option<String>,
    /// It is no longer used; the first of [`Term::see`] is the name today.
    #[serde(default)]
    pub old_name: bool,
    /// The ids of terms that belong to it.
    #[serde(default)]
    pub see: Vec<String>,
    /// The slug of the service in the directory that it names.
    #[serde(default)]
    pub service: Option<String>,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

impl Term {
    /// What the letters stand for and the meaning, as one text.
    pub fn in_full(&self) -> String {
        match &self.stands_for {
            Some(full) => format!("{}. {}", capital(full), self.meaning),
            None => self.meaning.clone(),
        }
    }

    /// Its name with what the letters stand for first: “Special educational needs and disabilities
    /// (SEND)”.
    pub fn name_in_full(&self) -> String {
        // What stands in brackets after a short form tells it from others, and is no part of it.
        let (short, _) = self.term.split_once(" (").unwrap_or((&self.term, ""));
        match &self.stands_for {
            Some(full) if full.contains(short) => capital(full),
            Some(full) if full.contains('(') => format!("{short}: {full}"),
            Some(full) => format!("{} ({short})", capital(full)),
            None => self.term.clone(),
        }
    }

    /// The name today of an old one, and the terms that its meaning uses; each once.
    pub fn leads_to(&self) -> Vec<&'static Term> {
        let today = self.see.first().filter(|_| self.old_name);
        let today = today.and_then(|id| find(id)).into_iter();
        let uses = found_in(&self.meaning).into_iter();
        let mut all: Vec<&'static Term> = Vec::new();
        for term in today.chain(uses.map(|found| found.term)) {
            if term.id != self.id && all.iter().all(|known| known.id != term.id) {
                all.push(term);
            }
        }
        all
    }

    /// All of it as text to paste elsewhere, with its sources.
    pub fn as_text(&self) -> String {
        let mut lines = vec![format!("{}: {}", self.term, self.in_full())];
        lines.extend(self.note.clone());
        lines.push(self.support.words().replace(" below", ""));
        lines.extend(self.sources.iter().map(Source::as_text));
        lines.join("\n")
    }

    /// How well the typed words name it; the smaller the better, `None` when they do not.
    fn rank(&self, typed: &str, words: &[String]) -> Option<u8> {
        let names = || std::iter::once(&self.term).chain(&self.also);
        if names().any(|name| plain(name) == typed) {
            return Some(0);
        }
        let parts = |text: &str| -> Vec<String> { split(&plain(text)) };
        let named: Vec<String> = names().flat_map(|name| parts(name)).collect();
        let starts = |among: &[String]| {
            words
                .iter()
                .all(|word| among.iter().any(|part| part.starts_with(word)))
        };
        if starts(&named) {
            return Some(1);
        }
        let mut all = named;
        all.extend(self.stands_for.iter().flat_map(|full| parts(full)));
        if starts(&all) {
            return Some(2);
        }
        all.extend(parts(&self.meaning));
        starts(&all).then_some(3)
    }
}

/// Terms that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// A lasting id, such as `ehc`.
    pub id: String,
    /// What the screen says.
    pub title: String,
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    groups: Vec<Group>,
    terms: Vec<Term>,
    short_forms: Vec<Term>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/words.json")).unwrap_or_default()
});

/// Every term of the glossary, from A to Z.
pub fn all() -> &'static [Term] {
    &FILE.terms
}

/// Short forms that our own pages use and the glossary lacks, from A to Z: what they stand for, and
/// their meaning only as far as a page gives it.
pub fn short_forms() -> &'static [Term] {
    &FILE.short_forms
}

/// Everything that can be looked up: the glossary, then the short forms.
pub fn every() -> impl Iterator<Item = &'static Term> {
    all().iter().chain(short_forms())
}

/// The groups, the basics first.
pub fn groups() -> &'static [Group] {
    &FILE.groups
}

/// The day the pages behind them were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}

/// The term with this id.
pub fn find(id: &str) -> Option<&'static Term> {
    every().find(|term| term.id == id)
}

/// The terms that fit what was typed, the closest first and then from A to Z; the glossary when
/// nothing was. A group narrows them further.
pub fn search(typed: &str, group: Option<&str>) -> Vec<&'static Term> {
    let typed = plain(typed.trim());
    let words = split(&typed);
    let short_forms = short_forms().iter();
    let asked = short_forms.filter(|_| group.is_some() || !words.is_empty());
    let mut found: Vec<(u8, &'static Term)> = all()
        .iter()
        .chain(asked)
        .filter(|term| group.is_none_or(|group| term.group == group))
        .filter_map(|term| Some((term.rank(&typed, &words)?, term)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, term)| term).collect()
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace(['’', '\''], "")
}

fn split(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '&')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}
