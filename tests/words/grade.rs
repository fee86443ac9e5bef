//! How hard a text is to read. A smoke alarm, not a rule: it counts letters, and knows nothing of
//! what is said.

/// The Flesch-Kincaid grade: school years in America, so about the age less five. `None` for no words.
pub fn grade(sentences: &[&str]) -> Option<f64> {
    let words: Vec<&str> = sentences
        .iter()
        .flat_map(|sentence| sentence.split_whitespace())
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    if words.is_empty() {
        return None;
    }
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    Some(0.39 * count / sentences.len() as f64 + 11.8 * syllables as f64 / count - 15.59)
}

/// Runs of vowels, less a silent e.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let starts = (0..letters.len())
        .filter(|&at| vowel(&letters[at]) && (at == 0 || !vowel(&letters[at - 1])))
        .count();
    let silent = letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']);
    starts.saturating_sub(usize::from(silent)).max(1)
}
