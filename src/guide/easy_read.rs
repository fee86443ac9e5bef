//! Easy Read: the pages that families need first, with one idea in a sentence and a picture beside
//! it. The content is in `data/guide/easy_read.json`. Each row names the part of the guide or the
//! service that its facts were taken from, so sources and dates stand in one place only.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::Source;
use super::book::Book;
use super::{budget, nhs, pathway, rights, safety, words};

/// The most words that a sentence has.
pub const LONGEST_SENTENCE: usize = 15;

/// The page that an Easy Read page is the short form of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whole {
    /// The safety numbers.
    Emergency,
    /// The beginning of Worried?.
    Worried,
    /// The page to read with this id in `data/guide/pathway.json`.
    Reading(String),
    /// The page with this id in `data/guide/nhs.json`.
    Nhs(String),
    /// The card with this id in `data/guide/rights.json`.
    Right(String),
    /// Everything about Personal Health Budgets.
    Budget,
}

/// What a row was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fact {
    /// The way to get help with this id in `data/guide/safety.json`.
    Number(String),
    /// The page to read with this id in `data/guide/pathway.json`.
    Reading(String),
    /// The page with this id in `data/guide/nhs.json`.
    Nhs(String),
    /// The page with this id in `data/guide/budget.json`.
    Budget(String),
    /// The card with this id in `data/guide/rights.json`.
    Right(String),
    /// The term with this id in `data/guide/words.json`.
    Word(String),
    /// The service with this slug in the directory, which keeps its own sources.
    Service(String),
}

impl Fact {
    /// The pages that the part of the guide rests on; `None` when there is no such part. Those of a
    /// service are in the directory.
    pub fn sources(&self) -> Option<Vec<&'static Source>> {
        match self {
            Self::Number(id) => way(id).map(|way| way.sources.iter().collect()),
            Self::Reading(id) => pathway::page(id).map(|page| {
                let ids = page.groups.iter().flat_map(|group| &group.items);
                ids.flat_map(|item| &item.sources)
                    .filter_map(|id| pathway::source(id))
                    .collect()
            }),
            Self::Nhs(id) => of_book(nhs::book(), id),
            Self::Budget(id) => of_book(budget::book(), id),
            Self::Right(id) => rights::find(id).map(|card| card.sources.iter().collect()),
            Self::Word(id) => words::find(id).map(|term| term.sources.iter().collect()),
            Self::Service(_) => Some(Vec::new()),
        }
    }
}

fn of_book(book: &'static Book, id: &str) -> Option<Vec<&'static Source>> {
    let page = book.pages.iter().find(|page| page.id == id)?;
    let items = page.groups.iter().flat_map(|group| &group.items);
    let ids = items.flat_map(|item| &item.sources);
    Some(ids.filter_map(|id| book.sources.get(id)).collect())
}

/// The way to get help in an emergency with this id.
pub fn way(id: &str) -> Option<&'static safety::Help> {
    let mut ways = safety::groups().iter().flat_map(|group| &group.numbers);
    ways.find(|way| way.id == id)
}

/// The main thing to press on a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Main {
    /// What the button says.
    pub label: String,
    /// The slug of the service that it opens.
    pub service: String,
}

/// A picture, and beside it a sentence or two about one thing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// The name of the picture in `assets/pictures/names.txt`.
    pub picture: String,
    /// One or two sentences, each with one idea.
    pub sentences: Vec<String>,
    /// The hard word that the row explains; it is drawn bold.
    #[serde(default)]
    pub hard: Option<String>,
    /// Whose number stands under the words.
    #[serde(default)]
    pub call: Option<Fact>,
    /// It is our own advice or our own explanation of a word.
    #[serde(default)]
    pub own: bool,
    /// What the facts in it were taken from.
    pub from: Vec<Fact>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// A lasting id, such as `asking`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, for the list of pages.
    pub says: String,
    /// The picture in the list of pages.
    pub picture: String,
    /// The page that it is the short form of.
    pub full: Whole,
    /// Other pages that lead to it.
    #[serde(default)]
    pub also: Vec<Whole>,
    /// The main thing to press, where there is one.
    #[serde(default)]
    pub main: Option<Main>,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

impl Page {
    /// The pages of others that it rests on, each once.
    pub fn sources(&self) -> Vec<&'static Source> {
        let mut all: Vec<&'static Source> = Vec::new();
        let facts = self.rows.iter().flat_map(|row| &row.from);
        for source in facts.filter_map(Fact::sources).flatten() {
            if !all.iter().any(|one| one.url == source.url) {
                all.push(source);
            }
        }
        all
    }

    /// The slugs of the services that facts in it were taken from, each once.
    pub fn services(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for fact in self.rows.iter().flat_map(|row| &row.from) {
            let slug = match fact {
                Fact::Service(slug) => Some(slug.as_str()),
                Fact::Number(id) => way(id).and_then(|way| way.service.as_deref()),
                _ => None,
            };
            all.extend(slug.filter(|slug| !all.contains(slug)));
        }
        all
    }

    /// Whether something in it is law.
    pub fn is_law(&self) -> bool {
        let mut facts = self.rows.iter().flat_map(|row| &row.from);
        facts.any(|fact| matches!(fact, Fact::Right(_)))
    }

    /// Whether something in it is our own advice.
    pub fn is_partly_own(&self) -> bool {
        self.rows.iter().any(|row| row.own)
    }
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    pages: Vec<Page>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/easy_read.json")).unwrap_or_default()
});

/// Every page, the one needed first first.
pub fn pages() -> &'static [Page] {
    &FILE.pages
}

/// The day the pages behind them were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}

/// The page with this id.
pub fn find(id: &str) -> Option<&'static Page> {
    pages().iter().find(|page| page.id == id)
}

/// The Easy Read page for another page, if it has one.
pub fn of(whole: &Whole) -> Option<&'static Page> {
    let exact = pages().iter().find(|page| page.full == *whole);
    exact.or_else(|| pages().iter().find(|page| page.also.contains(whole)))
}
