//! Puts a misspelt word right, when no service has it and a word we know is a slip or two away.

use std::cmp::Reverse;

use super::super::Directory;
use super::index::Known;
use super::understand::Meaning;
use super::words::words_of;

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
        .filter(|asked| {
            asked
                .forms
                .iter()
                .all(|form| form.own && directory.index.find(&form.expression).is_empty())
        })
        .map(|asked| asked.typed.as_str())
        .collect();
    let mut changed = false;
    let words: Vec<String> = words_of(text)
        .into_iter()
        .map(|word| {
            let better = unknown
                .contains(&word.as_str())
                .then(|| nearest(&word, directory.index.vocabulary()))
                .flatten();
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
        .filter(|known| !known.word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|known| known.word.chars().count().abs_diff(letters) <= most_slips)
        .map(|known| (strsim::osa_distance(word, &known.word), known))
        .filter(|(slips, _)| *slips <= most_slips)
        .min_by_key(|(slips, known)| (!known.ours, *slips, Reverse(known.services)))
        .map(|(_, known)| known.word.as_str())
}
