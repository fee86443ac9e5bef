//! Finds services from what a family types and presses.
//!
//! Typed words are looked up in a full-text index held in memory. Words that families use are
//! widened to the words services are written in, a misspelt word is put right when nothing else is
//! found, and an old name leads to what it is called now. Filters never drop a service because a
//! fact is unknown: such a service is listed under "May suit".

use std::collections::{BTreeMap, BTreeSet};

use super::Directory;
use super::service::{Id, Need, ReferralRoute, Sector};

mod answer;
mod filters;
mod index;
mod rank;
mod typing;
mod understand;
pub(super) mod words;

pub(super) use index::Index;

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// What was typed, as it was typed.
    pub text: String,
    /// What was pressed.
    pub filters: Filters,
    /// Search for exactly these letters: no word is put right.
    pub exactly: bool,
}

/// What was pressed. Within one list any value will do; between lists all must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    /// Parts of the Local Offer.
    pub sectors: BTreeSet<Sector>,
    /// Needs of the child.
    pub needs: BTreeSet<Need>,
    /// The child's age in whole years.
    pub age: Option<u8>,
    /// Who can ask.
    pub referral: BTreeSet<ReferralRoute>,
    /// A postcode, half of one, or a town: near things come first.
    pub near: Option<String>,
    /// Only what costs nothing.
    pub free_only: bool,
}

impl Filters {
    /// Whether nothing was pressed.
    pub fn is_empty(&self) -> bool {
        *self == Filters::default()
    }
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// Services that fit, the best first.
    pub matches: Vec<Match>,
    /// Services that may fit: a fact that a filter asks about is unknown.
    pub may_suit: Vec<Match>,
    /// What was put right in the typing.
    pub correction: Option<Correction>,
    /// How many would be shown after each press.
    pub counts: Counts,
    /// The old name that was typed, and what it is called now.
    pub old_name: Option<OldNameHit>,
}

impl Results {
    /// How many services are shown.
    pub fn total(&self) -> usize {
        self.matches.len() + self.may_suit.len()
    }

    /// Everything shown, in the order it is shown.
    pub fn shown(&self) -> impl Iterator<Item = &Match> {
        self.matches.iter().chain(&self.may_suit)
    }
}

/// One service that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Which service.
    pub id: Id,
    /// Why it is here, the strongest reason first.
    pub why: Vec<Reason>,
    /// How far away it is, when the person said where and the service has a place.
    pub miles: Option<u32>,
}

/// Why a service is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// This is the service for what was typed.
    AnswersTo(String),
    /// This word stands in it.
    Word(String),
    /// What was typed is a name it had before.
    OldName(String),
    /// It is for this need.
    Need(Need),
    /// It is for any need.
    AnyNeed,
    /// No source says for what ages it is.
    AgeNotKnown,
    /// No source says who can ask.
    ReferralNotKnown,
    /// No source says what it costs.
    CostNotKnown,
    /// What it costs depends on the family's income.
    CostDepends,
    /// We do not know how far away it is.
    PlaceNotKnown,
}

impl Reason {
    /// The reason as a person reads it.
    pub fn words(&self) -> String {
        match self {
            Reason::AnswersTo(typed) => format!("Where to go for “{typed}”"),
            Reason::Word(word) => format!("Matches “{word}”"),
            Reason::OldName(name) => format!("Used to be called {name}"),
            Reason::Need(need) => format!("For: {}", need.words()),
            Reason::AnyNeed => "For any need".to_owned(),
            Reason::AgeNotKnown => "We could not confirm the ages".to_owned(),
            Reason::ReferralNotKnown => "We could not confirm who can ask".to_owned(),
            Reason::CostNotKnown => "We could not confirm the cost".to_owned(),
            Reason::CostDepends => "The cost depends on your income".to_owned(),
            Reason::PlaceNotKnown => "We do not know how far away it is".to_owned(),
        }
    }
}

/// A misspelling that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// All that was typed.
    pub typed: String,
    /// What was searched for instead.
    pub used: String,
}

/// An old name that was typed, and what it is called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldNameHit {
    /// The old name in full.
    pub old: String,
    /// The name today; `None` when nobody could confirm one.
    pub now: Option<String>,
    /// When it changed, in words.
    pub since: Option<String>,
    /// One plain sentence more.
    pub note: Option<String>,
    /// Where to look now, the best first.
    pub services: Vec<Id>,
}

/// How many services would be shown if a value were pressed alone in its list, with the text and
/// the other lists as they are. Services that may suit are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// For each part of the Local Offer.
    pub sectors: BTreeMap<Sector, usize>,
    /// For each need.
    pub needs: BTreeMap<Need, usize>,
    /// For each way to ask.
    pub referral: BTreeMap<ReferralRoute, usize>,
    /// For "free only".
    pub free_only: usize,
}

/// Answers a query. Whatever is typed, there is an answer.
pub(super) fn run(directory: &Directory, query: &Query) -> Results {
    let mut meaning = understand::read(directory, &query.text);
    let mut correction = None;
    if !query.exactly
        && let Some(used) = typing::put_right(directory, &meaning, &query.text)
    {
        meaning = understand::read(directory, &used);
        correction = Some(Correction {
            typed: query.text.trim().to_owned(),
            used,
        });
    }
    let mut found = rank::found(directory, &meaning);
    if let Some(now) = meaning.old_name.and_then(|name| name.now.as_deref())
        && found.is_empty()
    {
        found = rank::found(directory, &understand::read(directory, now));
    }
    let old_name = meaning.old_name.map(|name| OldNameHit {
        old: name.old.clone(),
        now: name.now.clone(),
        since: name.since.clone(),
        note: name.note.clone(),
        services: name
            .services
            .iter()
            .filter_map(|slug| Some(directory.by_slug(slug)?.id))
            .collect(),
    });
    let (matches, may_suit, counts) = filters::apply(directory, &query.filters, found);
    Results {
        matches,
        may_suit,
        correction,
        counts,
        old_name,
    }
}
