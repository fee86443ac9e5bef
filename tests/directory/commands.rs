//! The same search with no window.

use jiff::civil::date;
use serde_json::Value;
use withy::command;

use super::directory;

fn find(words: &[&str], json: bool) -> String {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    command::find::find(&directory(), &words, json, date(2026, 11, 23))
}

#[test]
fn find_says_why_how_and_how_old() {
    let text = find(&["speach"], false);
    for expected in [
        "Showing services for “speech”. You typed “speach”.",
        "Therapy Service",
        "Why: Matches “speech”",
        "Phone: 01749 836 691",
        "How to get it: ",
        "Page date not shown: ring first",
    ] {
        assert!(text.contains(expected), "no “{expected}” in:\n{text}");
    }
}

#[test]
fn find_says_when_there_is_no_number_and_what_to_do() {
    let text = find(&["conquest", "centre"], false);
    assert!(
        text.contains(
            "We could not confirm a number. Ask Connect Somerset at hello@connectsomerset.org.uk."
        ),
        "{text}"
    );
}

#[test]
fn find_says_when_nothing_is_found() {
    let text = find(&["qqqqqqqq"], false);
    assert!(
        text.contains("We found no service for “qqqqqqqq”."),
        "{text}"
    );
}

#[test]
fn find_tells_an_old_name() {
    let text = find(&["CCG"], false);
    let expected = "is an old name. Since July 2022 it is called NHS Somerset";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn find_gives_json_with_the_names_of_open_referral() {
    let json: Value = serde_json::from_str(&find(&["SALT"], true)).unwrap();
    let first = &json[0];
    assert_eq!(first["withy_slug"], "somerset-cyp-therapy-service");
    assert_eq!(first["phones"][0]["number"], "01749 836 691");
    assert_eq!(first["minimum_age"], 0);
    assert_eq!(first["withy_may_suit"], false);
    assert!(first["organization"]["name"].is_string());
    let nulls = json
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|service| service.as_object().unwrap());
    assert_eq!(
        nulls.filter(|(_, value)| value.is_null()).count(),
        0,
        "unknown is left out"
    );
    assert_eq!(find(&["qqqqqqqq"], true), "[]\n");
}

#[test]
fn check_finds_nothing_wrong_with_the_bundled_files() {
    let text = command::directory::check(&directory());
    assert!(text.ends_with("No problems found.\n"), "{text}");
    assert!(text.contains("174 services"), "{text}");
    assert!(text.contains("read on 23 November 2026"), "{text}");
}
