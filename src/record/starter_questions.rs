//! Questions about Personal Health Budgets that a family can start from. The content is in
//! `data/guide/starter_questions.json`, each with its sources.

use std::sync::LazyLock;

use serde::Deserialize;

/// A group of starter questions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// A lasting id, such as `amount`.
    pub id: String,
    /// What the screen says.
    pub title: String,
}

/// A page that a starter question rests on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// The address of the page.
    pub url: String,
    /// What the page is.
    pub title: String,
    /// The date of the page in words; `None` where the page shows none.
    pub page_date: Option<String>,
}

/// One starter question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StarterQuestion {
    /// A lasting id, such as `q01`.
    pub id: String,
    /// The id of its group.
    pub group: String,
    /// The question, in words that a family can say.
    pub question: String,
    /// Why it is worth asking.
    pub why: String,
    /// Where that comes from.
    pub sources: Vec<Source>,
}

#[derive(Default, Deserialize)]
struct File {
    groups: Vec<Group>,
    questions: Vec<StarterQuestion>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/starter_questions.json"))
        .unwrap_or_default()
});

/// Every starter question, in the order of the groups.
pub fn all() -> &'static [StarterQuestion] {
    &FILE.questions
}

/// The groups, in the order a family meets them.
pub fn groups() -> &'static [Group] {
    &FILE.groups
}
