//! Whom to ring when somebody is not safe. The content is in `data/guide/safety.json`: a number
//! stands there only with the page it was read on; all others come from the directory by slug.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::Source;

/// One way to get help now.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Help {
    /// A lasting id, such as `999`.
    pub id: String,
    /// When it is the right one.
    pub when: String,
    /// What to do.
    pub what: String,
    /// The number, where it is the same in the whole country and must show whatever happens.
    #[serde(default)]
    pub number: Option<String>,
    /// The slug of the service in the directory.
    #[serde(default)]
    pub service: Option<String>,
    /// The pages that [`Help::number`] and the advice were read on.
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// Ways to get help that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// What the screen says.
    pub title: String,
    /// The ways, the first to try first.
    pub numbers: Vec<Help>,
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    in_short: String,
    groups: Vec<Group>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/safety.json")).unwrap_or_default()
});

/// Every group, the most urgent first.
pub fn groups() -> &'static [Group] {
    &FILE.groups
}

/// The most urgent of it in one line.
pub fn in_short() -> &'static str {
    &FILE.in_short
}

/// The day the pages behind them were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}
