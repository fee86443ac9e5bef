//! How text becomes words, the same way for what is typed and what is looked in.

/// The most words of one query that are looked at.
const MOST_WORDS: usize = 24;
/// The longest a word can be; the rest of it is left off.
const LONGEST_WORD: usize = 40;

/// Words that say nothing about what is looked for.
const SMALL_WORDS: &[&str] = &[
    "a", "about", "again", "age", "aged", "all", "am", "an", "and", "any", "anyone", "are",
    "around", "as", "at", "be", "been", "being", "boy", "but", "by", "can", "cannot", "cant",
    "child", "children", "could", "d", "daughter", "did", "do", "does", "doesn", "doesnt", "don",
    "dont", "find", "for", "from", "get", "girl", "go", "got", "had", "has", "have", "he", "help",
    "her", "him", "his", "how", "i", "if", "in", "is", "isn", "isnt", "it", "its", "just", "kid",
    "kids", "ll", "m", "me", "my", "near", "need", "needs", "no", "not", "of", "old", "on", "or",
    "our", "out", "please", "re", "really", "s", "she", "should", "so", "some", "someone", "son",
    "t", "that", "the", "their", "them", "there", "they", "thing", "this", "to", "too", "up", "us",
    "ve", "very", "want", "wants", "was", "we", "were", "what", "when", "where", "which", "who",
    "why", "will", "with", "won", "wont", "would", "year", "years", "you", "your",
];

/// The words of a text, in lower case, in order. Everything that is not a letter or a digit divides words.
pub(in crate::directory) fn words_of(text: &str) -> Vec<String> {
    as_typed(text)
        .iter()
        .map(|word| word.to_lowercase())
        .collect()
}

/// The same words in the letters they were typed in.
pub(super) fn as_typed(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(|word| word.chars().take(LONGEST_WORD).collect())
        .collect()
}

/// Whether a word says nothing about what is looked for.
pub(in crate::directory) fn is_small(word: &str) -> bool {
    SMALL_WORDS.binary_search(&word).is_ok()
}

/// A plural without its ending, so that "wheelchairs" and "therapies" find the single thing.
/// Other words come back as they are.
pub(in crate::directory) fn singular(word: &str) -> &str {
    let without = |ending: usize| &word[..word.len() - ending];
    match word {
        _ if !word.is_ascii() || word.len() < 4 => word,
        _ if word.len() >= 6 && word.ends_with("ies") => without(3),
        _ if word.len() >= 6
            && ["ches", "shes", "sses", "xes"]
                .iter()
                .any(|ending| word.ends_with(ending)) =>
        {
            without(2)
        }
        _ if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => {
            without(1)
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_in_order() {
        assert!(SMALL_WORDS.is_sorted());
    }

    #[test]
    fn text_becomes_words() {
        assert_eq!(
            words_of("My child won’t sleep!"),
            ["my", "child", "won", "t", "sleep"]
        );
        assert_eq!(words_of("\0\"*(^"), Vec::<String>::new());
    }

    #[test]
    fn plurals_lose_their_ending() {
        assert_eq!(
            [
                "wheelchairs",
                "therapies",
                "coaches",
                "bus",
                "class",
                "this"
            ]
            .map(singular),
            ["wheelchair", "therap", "coach", "bus", "class", "this"]
        );
    }
}
