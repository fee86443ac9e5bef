//! Puts a misspelt word right, when no service has it and a word we know is a slip or two away.

use std::cmp::Reverse;

use super::super::Directory;
use super::index::Known;
use super::understand::Meaning;
use super::words::{as_typed, is_small};

/// Words up to this many letters are short.
const SHORT: usize = 5;

/// The text with its unknown words put right; `None` when there is nothing to put right.
pub(super) fn put_right(
    directory: &Directory,
    meaning: &Meaning<'_>,
    text: &str,
) -> Option<String> {
    if meaning.old_name.is_some() {
        return None;
    }
    let unknown: Vec<&str> = meaning
        .asked
        .iter()
        .filter(|asked| asked.needs.is_empty() && asked.services.is_empty())
        .filter(|asked| {
            asked
                .forms
                .iter()
                .all(|form| form.own && directory.index.find(&form.expression).is_empty())
        })
        .map(|asked| asked.typed.as_str())
        .collect();
    let vocabulary = directory.index.vocabulary();
    let mut changed = false;
    let words: Vec<String> = as_typed(text)
        .into_iter()
        .map(|word| {
            let better = unknown.contains(&word.as_str()).then(|| {
                let word = word.to_lowercase();
                nearest(&word, vocabulary).or_else(|| begun(&word, vocabulary))
            });
            let better = better.flatten();
            changed |= better.is_some();
            better.map_or(word, str::to_owned)
        })
        .collect();
    changed.then(|| words.join(" "))
}

/// The nearest word we know: our own words first, then the fewest slips, then the commonest.
fn nearest<'a>(word: &str, vocabulary: &'a [Known]) -> Option<&'a str> {
    let letters = word.chars().count();
    let most_slips = match letters {
        0..=3 => return None,
        4..=6 => 1,
        _ => 2,
    };
    vocabulary
        .iter()
        .filter(|known| known.word.chars().count().abs_diff(letters) <= most_slips)
        .filter(|known| worth_offering(known))
        // In a short word the first letter is hardly ever the slip: "hits" does not mean "fits".
        .filter(|known| letters > SHORT || known.word.chars().next() == word.chars().next())
        .map(|known| (strsim::osa_distance(word, &known.word), known))
        .filter(|(slips, _)| *slips <= most_slips)
        .min_by_key(|(slips, known)| (!known.ours, *slips, Reverse(known.services)))
        .map(|(_, known)| known.word.as_str())
}

/// The word of ours that begins with these letters, give or take one slip: "whelch" begins "wheelchair".
fn begun<'a>(word: &str, vocabulary: &'a [Known]) -> Option<&'a str> {
    const FEWEST_LETTERS: usize = 5;
    let letters = word.chars().count();
    if letters < FEWEST_LETTERS {
        return None;
    }
    vocabulary
        .iter()
        .filter(|known| known.ours && known.word.chars().next() == word.chars().next())
        .filter(|known| worth_offering(known))
        .filter(|known| {
            (letters - 1..=letters + 1).any(|length| {
                let beginning: String = known.word.chars().take(length).collect();
                strsim::osa_distance(word, &beginning) <= 1
            })
        })
        .max_by_key(|known| known.services)
        .map(|known| known.word.as_str())
}

/// Numbers, very short words and small words are never what a misspelt word meant.
fn worth_offering(known: &Known) -> bool {
    known.word.chars().count() >= 4
        && known.word.chars().all(char::is_alphabetic)
        && !is_small(&known.word)
}
