//! Whether what was typed fits a piece of the guide: every word begins one of its words.

/// Small letters, and no apostrophes: “child’s” and “childs” are the same.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().replace(['’', '\''], "")
}

/// What was typed, as words to look for.
pub(super) fn words(typed: &str) -> Vec<String> {
    split(&plain(typed)).map(str::to_owned).collect()
}

/// Whether each word begins some word of these texts.
pub(super) fn fits<'a>(words: &[String], texts: impl IntoIterator<Item = &'a str>) -> bool {
    let texts: Vec<String> = texts.into_iter().map(plain).collect();
    words.iter().all(|word| {
        let mut parts = texts.iter().flat_map(|text| split(text));
        parts.any(|part| part.starts_with(word.as_str()))
    })
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
