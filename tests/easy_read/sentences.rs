//! How the sentences are written.

use std::collections::BTreeSet;

use withy::guide::easy_read::{LONGEST_SENTENCE, Page, pages};
use withy::guide::words::found_in;
use withy::look::{Role, picture};

use super::prose;

/// Everybody knows these as they are.
const KNOWN: [&str; 1] = ["NHS"];

/// What is wrong with one sentence, apart from what it means.
fn problems_of(sentence: &str) -> Vec<String> {
    let mut found = prose::problems(sentence);
    let mut say = |wrong: bool, what: &str| {
        if wrong {
            found.push(format!("{what}: “{sentence}”"));
        }
    };
    let words = sentence.split_whitespace().count();
    say(words > LONGEST_SENTENCE, "too long");
    say(
        sentence.contains([';', ':', '(', ')', '/', '–']),
        "a sign that is hard to read",
    );
    say(sentence.matches(',').count() > 1, "more than one comma");
    say(!sentence.ends_with(['.', '?']), "no end");
    say(prose::sentences(sentence).count() != 1, "not one sentence");
    let lower = sentence.to_lowercase();
    const IN_LETTERS: [&str; 7] = ["two", "three", "four", "five", "six", "ten", "twelve"];
    let words = lower.split(|c: char| !c.is_alphanumeric());
    for word in words {
        say(IN_LETTERS.contains(&word), "a number in letters");
    }
    for several in [
        " which ",
        " although ",
        " however ",
        " unless ",
        " in order to ",
        " whether ",
    ] {
        say(lower.contains(several), "more than one idea");
    }
    found
}

/// Words of two or more capitals.
fn short_forms(sentence: &str) -> Vec<String> {
    let is_short =
        |part: &&str| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase() || c == '&');
    let parts = sentence.split(|c: char| !(c.is_alphanumeric() || c == '&'));
    parts.filter(is_short).map(str::to_owned).collect()
}

/// The short forms that stand on a page before it says what they are.
fn unexplained(page: &Page) -> Vec<String> {
    let mut known: BTreeSet<String> = KNOWN.map(str::to_owned).into();
    let mut left = vec![];
    for sentence in page.rows.iter().flat_map(|row| &row.sentences) {
        for short in short_forms(sentence) {
            let said = ["called ", "called a ", "called the "];
            let explains = said
                .iter()
                .any(|said| sentence.contains(&format!("{said}{short}")))
                || sentence.starts_with(&format!("{short} is short for"));
            if explains {
                let _ = known.insert(short);
            } else if !known.contains(&short) {
                left.push(format!("{}: {short} in “{sentence}”", page.id));
            }
        }
    }
    left
}

#[test]
fn there_are_twelve_pages_of_eight_to_twenty_rows() {
    assert_eq!(pages().len(), 12);
    let ids: BTreeSet<&str> = pages().iter().map(|page| page.id.as_str()).collect();
    assert_eq!(ids.len(), 12, "an id stands twice");
    for page in pages() {
        assert!((8..=20).contains(&page.rows.len()), "{}", page.id);
        for row in &page.rows {
            assert!((1..=2).contains(&row.sentences.len()), "{row:?}");
        }
    }
}

#[test]
fn every_sentence_is_short_and_says_one_thing() {
    let rows = pages().iter().flat_map(|page| &page.rows);
    let sentences = rows.flat_map(|row| &row.sentences);
    let titles = pages().iter().map(|page| &page.says);
    let found: Vec<String> = sentences
        .chain(titles)
        .flat_map(|one| problems_of(one))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    for bad in [
        "You can ask the council for this, but the school, or your doctor, may say no.",
        "The council (Somerset) must decide.",
        "Ask for help; do it now.",
        "Say what is hard and say what was tried and then send it to the council by post.",
        "You must get it in six weeks.",
        "No end",
    ] {
        assert!(!problems_of(bad).is_empty(), "{bad}");
    }
}

#[test]
fn what_a_word_means_is_as_easy() {
    let rows = pages().iter().flat_map(|page| &page.rows);
    let terms = rows
        .flat_map(|row| &row.sentences)
        .flat_map(|sentence| found_in(sentence));
    let mut long = BTreeSet::new();
    for term in terms.map(|found| found.term) {
        for sentence in prose::sentences(&term.meaning) {
            if sentence.split_whitespace().count() > LONGEST_SENTENCE {
                let _ = long.insert(format!("{}: {sentence}", term.id));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_short_form_is_explained_before_it_is_used() {
    let left: Vec<String> = pages().iter().flat_map(unexplained).collect();
    assert!(left.is_empty(), "{}", left.join("\n"));
    let mut page = pages()[2].clone();
    page.rows[0].sentences = vec!["Ask PALS.".to_owned()];
    assert_eq!(unexplained(&page).len(), 1);
}

#[test]
fn every_hard_word_stands_in_its_row() {
    let rows = pages().iter().flat_map(|page| &page.rows);
    for row in rows {
        let Some(hard) = &row.hard else { continue };
        let there = row
            .sentences
            .iter()
            .filter(|one| one.contains(hard.as_str()))
            .count();
        assert!(there > 0, "{hard} in {:?}", row.sentences);
    }
}

#[test]
fn every_picture_is_in_the_font() {
    let names: BTreeSet<&str> = picture::names().collect();
    let rows = pages()
        .iter()
        .flat_map(|page| page.rows.iter().map(|row| &row.picture));
    let used: BTreeSet<&str> = rows
        .chain(pages().iter().map(|page| &page.picture))
        .map(String::as_str)
        .collect();
    assert_eq!(used, names, "used, and in names.txt");
    let shapes = coloured_glyphs(include_bytes!("../../assets/pictures/mulberry-subset.ttf"));
    assert_eq!(shapes, names.len(), "coloured shapes in the font");
    assert_eq!(picture::glyph("no such picture"), None);
}

/// How many glyphs of a font are drawn in colours: the third number of its table COLR.
fn coloured_glyphs(font: &[u8]) -> usize {
    let number = |at: usize| usize::from(u16::from_be_bytes([font[at], font[at + 1]]));
    let tables = (0..number(4)).map(|table| 12 + 16 * table);
    let colr = tables
        .clone()
        .find(|at| &font[*at..at + 4] == b"COLR")
        .unwrap();
    number((number(colr + 8) << 16) + number(colr + 10) + 2)
}

#[test]
fn letters_are_at_least_fourteen_point() {
    /// Pixels in a point, at 96 pixels an inch.
    const PIXELS: f32 = 96.0 / 72.0;
    for role in [Role::EASY, Role::EASY_BOLD, Role::PHONE, Role::PAGE_TITLE] {
        assert!(role.size >= 14.0 * PIXELS, "{role:?}");
    }
}
