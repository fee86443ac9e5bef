//! What the law says, who must do it and by when. The content is in `data/guide/rights.json`:
//! information, not legal advice. Periods stand in words; no date is worked out here.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Source, searching};

/// One right, duty or time limit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Card {
    /// A lasting id, such as `ehc-6`.
    pub id: String,
    /// The id of its group.
    pub group: String,
    /// The ids of the moments at which it matters.
    pub moments: Vec<String>,
    /// What it is about, in a few words.
    pub title: String,
    /// What the law says, in plain sentences.
    pub says: String,
    /// Who must do it.
    pub who: String,
    /// What the time counts from.
    pub start: String,
    /// By when, in words; it says so where no time is set or none could be confirmed.
    pub by_when: String,
    /// When it does not hold, or that nothing about that was found.
    pub exceptions: String,
    /// What a family can do when it is missed.
    pub if_missed: String,
    /// The slugs of the services that can help then, the best first.
    pub services: Vec<String>,
    /// A question worth asking.
    pub ask: String,
    /// The Act, the regulation or the guidance.
    pub law: String,
    /// What of it could not be confirmed.
    #[serde(default)]
    pub not_checked: Option<String>,
    /// One plain sentence or two more, when they help.
    #[serde(default)]
    pub note: Option<String>,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

impl Card {
    /// All of it as text to paste elsewhere, with its sources and what it is not.
    pub fn as_text(&self) -> String {
        let mut lines = vec![
            self.title.clone(),
            self.says.clone(),
            format!("Who must do it: {}", self.who),
            format!("It counts from: {}", self.start),
            format!("By when: {}", self.by_when),
            format!("Exceptions: {}", self.exceptions),
            format!("If it is missed: {}", self.if_missed),
            format!("Law: {}", self.law),
        ];
        lines.extend(self.note.clone());
        lines.extend(
            self.not_checked
                .iter()
                .map(|what| format!("Not confirmed: {what}")),
        );
        lines.extend(self.sources.iter().map(Source::as_text));
        lines.push(format!("Law checked in {}. {}", law_checked(), warning()));
        lines.join("\n")
    }

    fn fits(&self, words: &[String]) -> bool {
        let texts = [
            &self.title,
            &self.says,
            &self.who,
            &self.start,
            &self.by_when,
            &self.if_missed,
            &self.law,
        ];
        searching::fits(words, texts.map(String::as_str))
    }
}

/// Cards that belong together, or a moment at which they matter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Named {
    /// A lasting id, such as `asking`.
    pub id: String,
    /// What the screen says.
    pub title: String,
}

/// What was announced and is not law.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Reform {
    /// The heading.
    pub title: String,
    /// A few plain sentences.
    pub says: Vec<String>,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

/// How time limits are counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Counting {
    /// The rule in plain sentences.
    pub rule: String,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

#[derive(Default, Deserialize)]
struct File {
    law_checked: String,
    checked_on: Date,
    warning: String,
    reform: Reform,
    counting: Vec<Counting>,
    groups: Vec<Named>,
    moments: Vec<Named>,
    cards: Vec<Card>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/rights.json")).unwrap_or_default()
});

/// Every card, group by group.
pub fn all() -> &'static [Card] {
    &FILE.cards
}

/// The groups, in the order a family meets them.
pub fn groups() -> &'static [Named] {
    &FILE.groups
}

/// The moments at which a family looks something up.
pub fn moments() -> &'static [Named] {
    &FILE.moments
}

/// How time limits are counted.
pub fn counting() -> &'static [Counting] {
    &FILE.counting
}

/// What was announced and is not law.
pub fn reform() -> &'static Reform {
    &FILE.reform
}

/// That it is information and not legal advice.
pub fn warning() -> &'static str {
    &FILE.warning
}

/// When the law was checked, in words.
pub fn law_checked() -> &'static str {
    &FILE.law_checked
}

/// The day the pages behind the cards were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}

/// The card with this id.
pub fn find(id: &str) -> Option<&'static Card> {
    all().iter().find(|card| card.id == id)
}

/// The cards whose words fit what was typed, in a group and at a moment where those are given.
pub fn search(typed: &str, group: Option<&str>, moment: Option<&str>) -> Vec<&'static Card> {
    let words = searching::words(typed);
    all()
        .iter()
        .filter(|card| group.is_none_or(|group| card.group == group))
        .filter(|card| moment.is_none_or(|moment| card.moments.iter().any(|one| one == moment)))
        .filter(|card| card.fits(&words))
        .collect()
}
