//! How old the page behind a fact is, said first and plainly.

use jiff::{ToSpan, civil::Date};

use super::Source;

/// How old the newest page about a service is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Dated within the last year.
    WithinOneYear,
    /// Dated one to three years ago.
    OneToThreeYears,
    /// Dated more than three years ago.
    OlderThanThreeYears,
    /// No page shows a date, or its date has no earliest day.
    DateNotShown,
}

impl Freshness {
    /// What the screen says when there is no room for the date itself.
    pub const fn words(self) -> &'static str {
        match self {
            Freshness::WithinOneYear => "Page dated in the last year",
            Freshness::OneToThreeYears => "Page dated 1 to 3 years ago",
            Freshness::OlderThanThreeYears => "Page more than 3 years old: ring first",
            Freshness::DateNotShown => "Page date not shown: ring first",
        }
    }

    /// The same with the date as the page shows it: "Page dated 2021: ring first".
    pub fn words_for(self, seen: Option<&str>) -> String {
        match seen {
            None => self.words().to_owned(),
            Some(seen) if self.ring_first() => format!("Page dated {seen}: ring first"),
            Some(seen) => format!("Page dated {seen}"),
        }
    }

    /// Whether a family should ring before they rely on it.
    pub const fn ring_first(self) -> bool {
        matches!(
            self,
            Freshness::OlderThanThreeYears | Freshness::DateNotShown
        )
    }
}

pub(super) fn judge(source: &Source, today: Date) -> Freshness {
    let one_year_ago = today.saturating_sub(1.year());
    let three_years_ago = today.saturating_sub(3.years());
    match (source.seen_from, source.seen_to) {
        (Some(earliest), _) if earliest >= one_year_ago => Freshness::WithinOneYear,
        (Some(earliest), _) if earliest >= three_years_ago => Freshness::OneToThreeYears,
        (Some(_), _) => Freshness::OlderThanThreeYears,
        (None, Some(latest)) if latest < three_years_ago => Freshness::OlderThanThreeYears,
        // "Before June 2026" may mean any year at all.
        (None, _) => Freshness::DateNotShown,
    }
}
