//! The guidance files: readable, sourced, and leading to services that exist.

use withy::directory::Directory;
use withy::guide::{Source, safety};

fn directory() -> Directory {
    Directory::bundled().unwrap()
}

fn check(sources: &[Source]) {
    for source in sources {
        assert!(source.url.starts_with("https://") || source.url.starts_with("http://"));
        assert!(!source.title.is_empty());
        assert!(!source.url.contains(char::is_whitespace), "{}", source.url);
    }
}

#[test]
fn the_safety_numbers_begin_with_999_and_no_other_number_is_typed_in() {
    let directory = directory();
    let numbers: Vec<_> = safety::groups()
        .iter()
        .flat_map(|group| &group.numbers)
        .collect();
    assert_eq!(numbers[0].number.as_deref(), Some("999"));
    assert_eq!(numbers[1].number.as_deref(), Some("111"));
    assert!(safety::in_short().starts_with("Call 999"));
    assert_eq!(safety::checked_on(), directory.about().compiled_on);
    for help in numbers {
        check(&help.sources);
        match &help.number {
            Some(_) => assert!(!help.sources.is_empty(), "{} has a source", help.id),
            None => {
                let slug = help.service.as_deref().unwrap();
                let service = directory.by_slug(slug).unwrap();
                assert!(!service.phones.is_empty(), "{slug} has a number");
                assert!(!service.sources.is_empty());
            }
        }
    }
}

#[test]
fn guidance_is_written_in_short_sentences() {
    let help = safety::groups().iter().flat_map(|group| &group.numbers);
    let help = help.flat_map(|help| [&help.when, &help.what]);
    for text in help {
        for sentence in text.split_inclusive(['.', '?', ':']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 20, "{words} words: {sentence}");
        }
        assert!(!text.contains('\''), "a straight apostrophe in {text}");
    }
}
