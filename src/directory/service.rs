//! One service of the Local Offer, and everything we know about it.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

mod freshness;
mod terms;

pub use freshness::Freshness;
pub use terms::{Confidence, Fees, Need, ReferralRoute, Scope, Sector};

/// The lasting identity of a service: the same in every version of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub Uuid);

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// One service. A fact that no source gives is `None` or an empty list, never a guess.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// The lasting identity.
    pub id: Id,
    /// A readable name for links and files, such as `somerset-portage`.
    pub slug: String,
    /// The name used today.
    pub name: String,
    /// Who runs it.
    pub organization: String,
    /// What it does, in our own words.
    pub description: String,
    /// Who it is for.
    pub who_for: Option<String>,
    /// How to get it.
    pub how_to_get: Option<String>,
    /// Which part of the Local Offer it belongs to.
    pub sector: Sector,
    /// How wide an area it works in.
    pub scope: Scope,
    /// The youngest age, in whole years, counted in.
    pub minimum_age: Option<u8>,
    /// The oldest age, in whole years, counted in.
    pub maximum_age: Option<u8>,
    /// The needs it is for.
    pub needs: Vec<Need>,
    /// Who can ask for it.
    pub referral: Vec<ReferralRoute>,
    /// Phone numbers.
    pub phones: Vec<Phone>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Web pages, the main one first, each `http` or `https`.
    pub websites: Vec<String>,
    /// The address without its postcode.
    pub address: Option<String>,
    /// The postcode.
    pub postal_code: Option<String>,
    /// When it is open, in words.
    pub opening_hours: Option<String>,
    /// What a family pays.
    pub fees: Option<Fees>,
    /// Names it had before.
    pub old_names: Vec<String>,
    /// The pages these facts come from.
    pub sources: Vec<Source>,
    /// How sure we are.
    pub confidence: Confidence,
    /// Why it may no longer be right, as one sentence.
    pub may_be_out_of_date_because: Option<String>,
}

/// A phone number, spaced as people read it aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// The number, such as `01749 836 691`.
    pub number: String,
    /// What the number is for.
    pub description: Option<String>,
}

impl Phone {
    /// Whether it takes text messages and no calls.
    pub fn is_for_text(&self) -> bool {
        let what = self.description.as_deref();
        what.is_some_and(|what| what.starts_with("Text "))
    }
}

/// A page that facts were read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The address of the page.
    pub url: String,
    /// The date the page shows, in words; `None` when it shows none.
    pub seen: Option<String>,
    /// The first day the page can be from.
    pub seen_from: Option<Date>,
    /// The last day the page can be from.
    pub seen_to: Option<Date>,
    /// Which facts it supports, by their names in the file.
    pub evidences: Vec<String>,
}

impl Service {
    /// The ages it is for, such as "0 to 19" or "16 and over"; `None` when no source says.
    pub fn ages_in_words(&self) -> Option<String> {
        match (self.minimum_age, self.maximum_age) {
            (None, None) => None,
            (Some(0), None) => Some("From birth".to_owned()),
            (Some(youngest), None) => Some(format!("{youngest} and over")),
            (None, Some(oldest)) => Some(format!("Up to {oldest}")),
            (Some(youngest), Some(oldest)) if youngest == oldest => Some(youngest.to_string()),
            (Some(youngest), Some(oldest)) => Some(format!("{youngest} to {oldest}")),
        }
    }

    /// How old the newest page about this service is, judged on its oldest possible day.
    pub fn freshness(&self, today: Date) -> Freshness {
        self.newest_source()
            .map_or(Freshness::DateNotShown, |source| {
                freshness::judge(source, today)
            })
    }

    /// The date of the newest page, such as "May 2025", or "date not shown".
    pub fn source_date_in_words(&self) -> String {
        self.newest_source()
            .and_then(|source| source.seen.clone())
            .unwrap_or_else(|| "date not shown".to_owned())
    }

    /// How fresh it is, as a person reads it: "Page dated 2021: ring first".
    pub fn freshness_in_words(&self, today: Date) -> String {
        self.freshness(today).words_for(
            self.newest_source()
                .and_then(|source| source.seen.as_deref()),
        )
    }

    /// The dated source that can be newest, if any source has a date.
    pub fn newest_source(&self) -> Option<&Source> {
        self.sources
            .iter()
            .filter(|source| source.seen.is_some())
            .max_by_key(|source| source.seen_from.or(source.seen_to))
    }
}
