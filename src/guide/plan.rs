//! How Somerset promised to do better, and what was found since. The content is in
//! `data/guide/plan.json`: dated events, nine weaknesses, nine promises.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Source, searching};

mod text;

/// What inspectors found when they came back in 2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Enough progress by then.
    Sufficient,
    /// Not enough progress by then.
    Insufficient,
}

impl Finding {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Sufficient => "Enough progress",
            Self::Insufficient => "Not enough progress",
        }
    }
}

/// A kind of event.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Kind {
    /// A lasting id, such as `inspections`.
    pub id: String,
    /// What the screen says.
    pub title: String,
}

/// A part of the story that an event leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Leads {
    /// The promises.
    Promises,
    /// The weaknesses.
    Weaknesses,
    /// The plans and checks that followed.
    Later,
}

/// A way from an event to more about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Way {
    /// What the button says.
    pub label: String,
    /// Where it leads.
    pub part: Leads,
}

/// What the pages of the story say around it: its county, its days and its headings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Words {
    /// Paragraphs at the top.
    pub intro: Vec<String>,
    /// When the inspectors came, in words.
    pub first_visit: String,
    /// When they came back.
    pub second_visit: String,
    /// The heading over what was promised.
    pub promised: String,
    /// The same with the paper it stands in, for a copy.
    pub promised_in: String,
    /// How many promises there are, as the name of a tab.
    pub promises: String,
    /// The heading over the list of promises.
    pub promises_title: String,
    /// What the list of promises is.
    pub promises_about: String,
    /// How many weaknesses there are, as the name of a tab.
    pub weaknesses: String,
    /// The heading over the list of weaknesses.
    pub weaknesses_title: String,
    /// What the list of weaknesses is.
    pub weaknesses_about: String,
    /// The heading over what was found on the second visit.
    pub found_again: String,
    /// The heading over the printed figures.
    pub figures_title: String,
    /// The heads of their three columns.
    pub figures_heads: [String; 3],
    /// What nobody found that would be newer.
    pub newer: String,
    /// The first line of a copy with the family’s words.
    pub experience: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Event {
    /// A lasting id, such as `insp-2020`.
    pub id: String,
    /// When, in words, as exactly as the pages say.
    pub when: String,
    /// The year it stands in, the first of two possible ones; `None` where no page gives a date.
    #[serde(default)]
    pub year: Option<i16>,
    /// It is one of the few that tell the story in short.
    #[serde(default)]
    pub main: bool,
    /// The id of its kind.
    pub kind: String,
    /// Two words for it, where it is what its year is known for.
    #[serde(default)]
    pub in_short: Option<String>,
    /// What happened, in a few words.
    pub title: String,
    /// More about it, in plain sentences.
    pub summary: String,
    /// What is not sure about it, or what it does not say.
    #[serde(default)]
    pub note: Option<String>,
    /// Where there is more about it.
    #[serde(default)]
    pub leads_to: Option<Way>,
    /// The findings of the second visit are counted beside it.
    #[serde(default)]
    pub counts_findings: bool,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

/// Something that was done about a weakness.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Step {
    /// When, in words.
    pub when: String,
    /// What, in plain sentences.
    pub text: String,
    /// It is newer than the inspectors' finding of 2022.
    pub newer: bool,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

/// One row of the figures of February 2021, as they were printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Figure {
    /// What was counted.
    pub what: String,
    /// In Somerset then.
    pub was: String,
    /// What Somerset aimed at.
    pub aim: String,
    /// In England then.
    pub england: String,
}

/// One of the nine areas of significant weakness.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Weakness {
    /// A lasting id, such as `weakness-5`.
    pub id: String,
    /// Its place in the published list.
    pub number: u8,
    /// In a few words.
    pub title: String,
    /// What inspectors found in March 2020.
    pub found_2020: String,
    /// What they found in November 2022.
    pub found_2022: Finding,
    /// What was done about it, the oldest first.
    pub steps: Vec<Step>,
    /// What later pages say against the finding.
    #[serde(default)]
    pub caution: Option<String>,
    /// Figures that were printed, if any.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// The pages the findings were read on.
    pub sources: Vec<Source>,
}

/// One of the nine promises of the Written Statement of Action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Promise {
    /// A lasting id, such as `c5`.
    pub id: String,
    /// In a few words.
    pub title: String,
    /// What was promised.
    pub promised: String,
    /// The id of the weakness it answers, by our own reading.
    pub weakness: String,
    /// A question worth asking.
    pub ask: String,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

impl Promise {
    /// The weakness it answers.
    pub fn answers(&self) -> Option<&'static Weakness> {
        weaknesses().iter().find(|one| one.id == self.weakness)
    }
}

/// What to say where nothing newer than 2022 was found.
pub const NO_NEWER: &str = "We found no newer source.";

/// A later part of the story.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Part {
    /// A lasting id, such as `accelerated`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Plain sentences, one point each.
    pub says: Vec<String>,
    /// The pages it was read on.
    pub sources: Vec<Source>,
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    words: Words,
    caution: String,
    matching: String,
    kinds: Vec<Kind>,
    events: Vec<Event>,
    weaknesses: Vec<Weakness>,
    promises: Vec<Promise>,
    more: Vec<Part>,
    not_found: Vec<String>,
}

/// Read once. A test proves that it is readable, so the empty list is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/plan.json")).unwrap_or_default()
});

/// Every event, the oldest first; those with no date stand last.
pub fn events() -> &'static [Event] {
    &FILE.events
}

/// The events whose words fit what was typed, of one kind where one is given.
pub fn search(typed: &str, kind: Option<&str>) -> Vec<&'static Event> {
    let words = searching::words(typed);
    let of_kind = events()
        .iter()
        .filter(|event| kind.is_none_or(|kind| event.kind == kind));
    let fits = |event: &&Event| {
        let texts = [&event.when, &event.title, &event.summary].into_iter();
        let texts = texts.chain(&event.note);
        searching::fits(&words, texts.map(String::as_str))
    };
    of_kind.filter(fits).collect()
}

/// Each year from the first event to the last, with its events. Years in which nothing is known to
/// have happened are there too.
pub fn years() -> Vec<(i16, Vec<&'static Event>)> {
    let dated = || events().iter().filter_map(|event| event.year);
    let (Some(first), Some(last)) = (dated().min(), dated().max()) else {
        return Vec::new();
    };
    let of = |year| events().iter().filter(move |one| one.year == Some(year));
    (first..=last)
        .map(|year| (year, of(year).collect()))
        .collect()
}

/// The kinds of events.
pub fn kinds() -> &'static [Kind] {
    &FILE.kinds
}

/// The nine weaknesses in the published order.
pub fn weaknesses() -> &'static [Weakness] {
    &FILE.weaknesses
}

/// The nine promises in the published order.
pub fn promises() -> &'static [Promise] {
    &FILE.promises
}

/// Who promised, how it was watched, and the plans that followed.
pub fn more() -> &'static [Part] {
    &FILE.more
}

/// What nobody could find.
pub fn not_found() -> &'static [String] {
    &FILE.not_found
}

/// What the pages say around the story.
pub fn words() -> &'static Words {
    &FILE.words
}

/// What a finding of 2022 does not say.
pub fn caution() -> &'static str {
    &FILE.caution
}

/// Who matched promises and weaknesses.
pub fn matching() -> &'static str {
    &FILE.matching
}

/// The day the pages were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}

/// The promise with this id.
pub fn promise(id: &str) -> Option<&'static Promise> {
    promises().iter().find(|promise| promise.id == id)
}
