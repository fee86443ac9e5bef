//! What one service says about its ages and its dates.

use jiff::civil::date;
use withy::directory::{Freshness, Need, Service, Source};

use super::directory;

fn service_for_ages(youngest: Option<u8>, oldest: Option<u8>) -> Option<String> {
    let service = Service {
        minimum_age: youngest,
        maximum_age: oldest,
        ..directory().services()[0].clone()
    };
    service.ages_in_words()
}

#[test]
fn ages_are_said_in_words() {
    for (youngest, oldest, words) in [
        (None, None, None),
        (Some(0), Some(19), Some("0 to 19")),
        (Some(16), None, Some("16 and over")),
        (Some(0), None, Some("From birth")),
        (None, Some(17), Some("Up to 17")),
        (Some(18), Some(18), Some("18")),
    ] {
        assert_eq!(service_for_ages(youngest, oldest).as_deref(), words);
    }
}

fn seen(words: &str, from: Option<jiff::civil::Date>, to: Option<jiff::civil::Date>) -> Service {
    let undated = Source {
        url: "https://example.org".to_owned(),
        seen: None,
        seen_from: None,
        seen_to: None,
        evidences: Vec::new(),
    };
    let dated = Source {
        seen: Some(words.to_owned()),
        seen_from: from,
        seen_to: to,
        ..undated.clone()
    };
    Service {
        sources: vec![undated, dated],
        ..directory().services()[0].clone()
    }
}

#[test]
fn freshness_is_judged_on_the_oldest_day_a_page_can_be() {
    let today = date(2026, 11, 23);
    let year = |year| (Some(date(year, 1, 1)), Some(date(year, 12, 31)));
    for (words, (from, to), freshness, said) in [
        (
            "January 2026",
            (Some(date(2026, 1, 1)), Some(date(2026, 1, 31))),
            Freshness::WithinOneYear,
            "Page dated January 2026",
        ),
        (
            "2025",
            year(2025),
            Freshness::OneToThreeYears,
            "Page dated 2025",
        ),
        (
            "2021",
            year(2021),
            Freshness::OlderThanThreeYears,
            "Page dated 2021: ring first",
        ),
        (
            "after 2022",
            (Some(date(2023, 1, 1)), None),
            Freshness::OlderThanThreeYears,
            "Page dated after 2022: ring first",
        ),
        (
            "before April 2023",
            (None, Some(date(2023, 3, 31))),
            Freshness::OlderThanThreeYears,
            "Page dated before April 2023: ring first",
        ),
        (
            "before June 2026",
            (None, Some(date(2026, 5, 31))),
            Freshness::DateNotShown,
            "Page dated before June 2026: ring first",
        ),
        (
            "one year ago",
            (Some(date(2025, 11, 23)), None),
            Freshness::WithinOneYear,
            "Page dated one year ago",
        ),
        (
            "and a day",
            (Some(date(2025, 11, 22)), None),
            Freshness::OneToThreeYears,
            "Page dated and a day",
        ),
    ] {
        let service = seen(words, from, to);
        assert_eq!(service.freshness(today), freshness, "{words}");
        assert_eq!(service.freshness_in_words(today), said);
        assert_eq!(service.source_date_in_words(), words);
    }
}

#[test]
fn a_page_with_no_date_says_ring_first() {
    let service = Service {
        sources: Vec::new(),
        ..directory().services()[0].clone()
    };
    let today = date(2026, 11, 23);
    assert_eq!(service.freshness(today), Freshness::DateNotShown);
    assert_eq!(
        service.freshness_in_words(today),
        "Page date not shown: ring first"
    );
    assert_eq!(service.source_date_in_words(), "date not shown");
}

#[test]
fn codes_come_back_to_their_values() {
    for need in Need::ALL {
        assert_eq!(Need::from_code(need.code()), Some(*need));
        let written = serde_json::to_string(need).unwrap();
        assert_eq!(written, format!("\"{}\"", need.code()));
    }
    assert_eq!(Need::from_code("Autism"), None);
}
