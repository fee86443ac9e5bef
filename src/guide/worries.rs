//! "What are you worried about?": seven plain answers, each with first steps and where to turn.
//! The content is in `data/guide/worries.json`.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::Source;

/// One thing a family may be worried about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Worry {
    /// A lasting id, such as `speech`.
    pub id: String,
    /// What the screen says.
    pub title: String,
    /// What a family may see, each without a capital or a full stop.
    pub signs: Vec<String>,
    /// The safety numbers stand on its page too.
    #[serde(default)]
    pub safety: bool,
    /// The codes of the needs in the directory that belong to it.
    pub needs: Vec<String>,
    /// The services to turn to first, by slug, the right one first.
    pub first: Vec<String>,
    /// What to do first, one or two sentences each.
    pub steps: Vec<String>,
    /// Where the steps come from.
    pub sources: Vec<Source>,
}

impl Worry {
    /// The signs as one sentence: "Few words for their age, hard to understand, a new stammer."
    pub fn signs_in_words(&self) -> String {
        let joined = self.signs.join(", ");
        let mut letters = joined.chars();
        match letters.next() {
            Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
            None => String::new(),
        }
    }
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    worries: Vec<Worry>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/worries.json")).unwrap_or_default()
});

/// Every worry, in the order a family is asked.
pub fn all() -> &'static [Worry] {
    &FILE.worries
}

/// The day the pages behind them were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}
