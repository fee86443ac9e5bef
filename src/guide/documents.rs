//! Newsletters, strategies, letters, reports and law that were read, each with its address. The
//! content is in `data/guide/documents.json`, the newest first and those without a date last.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::searching;

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Kind {
    /// A lasting id, such as `newsletters`.
    pub id: String,
    /// What the screen says.
    pub title: String,
    /// What there is to say where none was found.
    #[serde(default)]
    pub none: Vec<String>,
}

/// One thing that somebody put out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Document {
    /// A lasting id.
    pub id: String,
    /// The id of its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Who put it out.
    pub publisher: String,
    /// The date that it shows, in words.
    #[serde(default)]
    pub date: Option<String>,
    /// Where it shows no date: when it is from, as its text tells.
    #[serde(default)]
    pub about: Option<String>,
    /// Its address.
    pub url: String,
    /// What else is worth knowing before one opens it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Document {
    /// The date that it shows, or that it shows none.
    pub fn dated(&self) -> String {
        match (&self.date, &self.about) {
            (Some(date), _) => date.clone(),
            (None, Some(about)) => format!("Date not shown. By its text: {about}"),
            (None, None) => "Date not shown".to_owned(),
        }
    }

    /// Title, publisher, date and address, to paste elsewhere.
    pub fn as_text(&self) -> String {
        let (title, publisher) = (&self.title, &self.publisher);
        format!("{title}. {publisher}. {}. {}", self.dated(), self.url)
    }
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    about: String,
    left_out: String,
    not_found: Vec<String>,
    kinds: Vec<Kind>,
    documents: Vec<Document>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/documents.json")).unwrap_or_default()
});

/// Every document.
pub fn all() -> &'static [Document] {
    &FILE.documents
}

/// The kinds, those for families first.
pub fn kinds() -> &'static [Kind] {
    &FILE.kinds
}

/// What the list is.
pub fn about() -> &'static str {
    &FILE.about
}

/// What does not stand in the list, and where it stands.
pub fn left_out() -> &'static str {
    &FILE.left_out
}

/// What nobody could find.
pub fn not_found() -> &'static [String] {
    &FILE.not_found
}

/// The day the addresses were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}

/// The document with this id.
pub fn find(id: &str) -> Option<&'static Document> {
    all().iter().find(|one| one.id == id)
}

/// The documents whose words fit what was typed, of one kind where one is given.
pub fn search(typed: &str, kind: Option<&str>) -> Vec<&'static Document> {
    let words = searching::words(typed);
    let of_kind = all()
        .iter()
        .filter(|one| kind.is_none_or(|kind| one.kind == kind));
    of_kind.filter(|one| fits(one, &words)).collect()
}

fn fits(one: &Document, words: &[String]) -> bool {
    let kind = kinds().iter().find(|kind| kind.id == one.kind);
    let own = [one.title.as_str(), &one.publisher];
    let more = [&one.date, &one.about, &one.note].into_iter().flatten();
    let texts = own.into_iter().chain(more.map(String::as_str));
    searching::fits(words, texts.chain(kind.map(|kind| kind.title.as_str())))
}
