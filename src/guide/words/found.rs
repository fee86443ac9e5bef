//! Where a text uses the terms of the book: whole words only, the longest name first.
//!
//! A view asks again for each drawing, so a text is read once from left to right and each of its
//! words is looked up in a table of first words.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Term, every};

/// One use of a term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What it is.
    pub term: &'static Term,
    /// It is written out, or stands in brackets beside what it is.
    pub in_full: bool,
}

/// One way to write a term.
struct Form {
    term: &'static Term,
    in_full: bool,
    /// Each letter, and whether its case matters.
    letters: Vec<(char, bool)>,
}

/// Every form by its first word in small letters; the longest first.
static FORMS: LazyLock<HashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    for term in every() {
        let full = term.stands_for.iter();
        let names = std::iter::once(&term.term).chain(&term.also);
        for form in names.chain(&term.written).chain(full) {
            let said = form.contains('(') || term.stands_for.as_ref() == Some(form);
            let in_full = said || !is_short(form);
            forms
                .entry(first_word(form).to_lowercase())
                .or_default()
                .push(Form {
                    term,
                    in_full,
                    letters: letters(form),
                });
        }
    }
    for same_start in forms.values_mut() {
        same_start.sort_by_key(|form| std::cmp::Reverse(form.letters.len()));
    }
    forms
});

/// Every use of a term in a text, from left to right. None overlaps another.
pub fn found_in(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut from = 0;
    let mut before = None;
    let mut first = String::new();
    for (at, letter) in text.char_indices() {
        let starts = at >= from && letter.is_alphanumeric() && may_start_after(before);
        before = Some(letter);
        if !starts {
            continue;
        }
        first.clear();
        first.extend(first_word(&text[at..]).chars().flat_map(char::to_lowercase));
        let Some(one) = longest(text, at, &first) else {
            continue;
        };
        from = one.at.end;
        found.push(one);
    }
    prefer_short(text, &mut found);
    found
}

/// In “full name (SHORT)” the short form is the word that a family needs explained; the name
/// before it stands for itself.
fn prefer_short(text: &str, found: &mut Vec<Found>) {
    let mut at = 0;
    while at + 1 < found.len() {
        let (full, short) = (&found[at], &found[at + 1]);
        let between = &text[full.at.end..short.at.start];
        let shorter = short.at.len() < full.at.len();
        if full.term == short.term && full.in_full && shorter && between == " (" {
            found[at + 1].in_full = true;
            let _ = found.remove(at);
        }
        at += 1;
    }
    // “The children’s mental health service (CAMHS)” says beside it what it is.
    for one in found {
        let beside = text[..one.at.start].ends_with(" (") && text[one.at.end..].starts_with(')');
        one.in_full |= beside;
    }
}

fn longest(text: &str, at: usize, first: &str) -> Option<Found> {
    // “academies” starts as “academy” does.
    let singular = first.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = singular.or_else(|| first.strip_suffix('s').map(str::to_owned));
    let known = FORMS.get(first).into_iter().flatten();
    let known = known.chain(
        singular
            .and_then(|word| FORMS.get(&word))
            .into_iter()
            .flatten(),
    );
    let mut best: Option<(usize, &Form)> = None;
    for form in known {
        if let Some(length) = fits(form, &text[at..])
            && best.is_none_or(|(longest, _)| length > longest)
        {
            best = Some((length, form));
        }
    }
    let (length, form) = best?;
    let at = at..at + length;
    (!is_address(text, &at) && !means_something_else(text, &at, form.term)).then_some(Found {
        at,
        term: form.term,
        in_full: form.in_full,
    })
}

/// How many bytes of the text the form takes, with the ending of more than one.
fn fits(form: &Form, text: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    let last = form.letters.len() - 1;
    for (place, (letter, exact)) in form.letters.iter().enumerate() {
        let (at, there) = rest.next()?;
        if same(*letter, there, *exact) {
            continue;
        }
        let ending = text[at..].strip_prefix("ies");
        return (place == last && *letter == 'y' && ending.is_some_and(ends)).then_some(at + 3);
    }
    let rest = rest.as_str();
    let taken = text.len() - rest.len();
    if ends(rest) {
        return Some(taken);
    }
    ["s", "es"].iter().find_map(|ending| {
        let after = rest.strip_prefix(ending)?;
        ends(after).then_some(taken + ending.len())
    })
}

fn same(letter: char, there: char, exact: bool) -> bool {
    match (letter, there) {
        ('’', '\'') => true,
        _ if exact => letter == there,
        _ => letter == there || letter.to_lowercase().eq(there.to_lowercase()),
    }
}

/// Nothing of a word comes after.
fn ends(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn may_start_after(before: Option<char>) -> bool {
    before
        .is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '-' | '!' | '’' | '\''))
}

/// “somerset.gov.uk/SEND” and “SEND@somerset.gov.uk” are no words.
fn is_address(text: &str, at: &Range<usize>) -> bool {
    let start = text[..at.start]
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + 1);
    let end = text[at.end..].find(char::is_whitespace);
    let end = end.map_or(text.len(), |end| at.end + end);
    let around = text[start..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let dotted = around
        .split_once('.')
        .is_some_and(|(_, after)| after.starts_with(char::is_alphanumeric));
    around.contains('@') || around.contains("://") || dotted
}

/// The words stand in a phrase in which they are something else.
fn means_something_else(text: &str, at: &Range<usize>, term: &Term) -> bool {
    term.not_in.iter().any(|phrase| {
        text.match_indices(phrase.as_str())
            .any(|(start, phrase)| start <= at.start && at.end <= start + phrase.len())
    })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '&');
    end.map_or(text, |end| &text[..end])
}

/// The case of a word matters where it is a short form: two capitals, or one capital alone.
fn letters(form: &str) -> Vec<(char, bool)> {
    form.split_inclusive(' ')
        .flat_map(|word| {
            let exact = is_short_word(word.trim_end());
            word.chars().map(move |letter| (letter, exact))
        })
        .collect()
}

fn is_short_word(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    capitals > 1 || (capitals == 1 && letters.count() == 1)
}

/// Whether a name has a short form in it.
fn is_short(form: &str) -> bool {
    form.split(' ')
        .any(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
}
