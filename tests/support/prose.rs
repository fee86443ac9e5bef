//! The rules of every sentence a family reads: its length, its words, and how it writes dates,
//! times and phone numbers.

const LONGEST_SENTENCE: usize = 20;
/// In sentences.
const LONGEST_PARAGRAPH: usize = 3;

/// Words that blame, frighten or label. "Special needs" may stand in the name of something.
const BANNED: &[&str] = &[
    "fight",
    "fighting",
    "battle",
    "battles",
    "suffer",
    "suffers",
    "suffering",
];
const BANNED_PHRASES: &[&str] = &["special needs", "wheelchair-bound", "the parent must"];
/// What a machine says, and we do not.
const MACHINE_WORDS: &[&str] = &["ok", "okay", "submit", "invalid", "error"];
const MACHINE_PHRASES: &[&str] = &["click here", "click on"];

const SHORT_DAYS: &[&str] = &[
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat",
];
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SHORT_MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// What is wrong with a text that a family reads; empty when nothing is.
pub fn problems(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |wrong: bool, what: &str| {
        if wrong {
            found.push(format!("{what}: “{text}”"));
        }
    };
    say(
        text.trim() != text || text.is_empty(),
        "empty, or space at an end",
    );
    say(
        text.contains("  ") || text.contains('\n'),
        "two spaces, or a new line",
    );
    say(text.contains(['\'', '"']), "straight quotes");
    say(
        text.contains("+44") || text.contains("(0"),
        "a phone number with +44 or brackets",
    );
    say(
        text.contains("..") || text.contains(" ,"),
        "stray punctuation",
    );
    for sentence in sentences(text) {
        let length = sentence.split_whitespace().count();
        say(
            length > LONGEST_SENTENCE,
            &format!("a sentence of {length} words"),
        );
    }
    let count = sentences_of_paragraph(text);
    say(
        count > LONGEST_PARAGRAPH,
        &format!("a paragraph of {count} sentences"),
    );
    let lower = text.to_lowercase();
    for phrase in BANNED_PHRASES.iter().chain(MACHINE_PHRASES) {
        say(lower.contains(phrase), &format!("“{phrase}”"));
    }
    say(
        speaks_of_the_parent(text),
        "“the parent” where we say “you”",
    );
    let words: Vec<&str> = lower.split_whitespace().collect();
    for pair in words.windows(2) {
        say(is_ordinal(pair[0]) && is_month(pair[1]), "a day as 6th");
        say(is_month(pair[0]) && is_ordinal(pair[1]), "a day as 6th");
        say(
            pair[0].ends_with(|c: char| c.is_ascii_digit())
                && ["am", "pm"].contains(&pair[1].trim_end_matches(['.', ',', ')'])),
            "a time with a space before am or pm",
        );
    }
    for word in text.split(|c: char| c.is_whitespace() || "();,–".contains(c)) {
        let word = word.trim_end_matches(['.', '?', '!', ':']);
        let lower = word.to_lowercase();
        say(BANNED.contains(&lower.as_str()), &format!("“{word}”"));
        say(
            MACHINE_WORDS.contains(&lower.as_str()),
            &format!("“{word}”"),
        );
        say(is_number_date(word), "a date in numbers");
        say(
            is_odd_time(&lower),
            "a time not written as 5:30pm, midday or midnight",
        );
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let short = lower
            .split('-')
            .any(|part| SHORT_DAYS.contains(&part) || SHORT_MONTHS.contains(&part));
        say(capital && short, "a day or a month cut short");
        say(is_unspaced_phone(word), "a phone number with no spaces");
    }
    found
}

/// What is wrong with the name of something: names may have any words and any length.
pub fn problems_of_name(name: &str) -> Vec<String> {
    let mut found = problems(name);
    found.retain(|problem| !problem.starts_with('“') && !problem.starts_with("a "));
    found
}

pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!'])
        .flat_map(|part| part.split_terminator(['.', '?', '!']))
        .filter(|part| !part.trim().is_empty())
}

/// Sentences that end where a reader stops, not at “GOV.UK” and not at “8.7”. “News. Date not
/// shown.” is a list of facts.
fn sentences_of_paragraph(text: &str) -> usize {
    const A_SENTENCE: usize = 4;
    let ends = |word: &&str| {
        word.trim_end_matches(['”', '’', ')'])
            .ends_with(['.', '?', '!'])
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let sentences = words.split_inclusive(|word| ends(word));
    sentences
        .filter(|sentence| sentence.len() >= A_SENTENCE)
        .count()
}

/// "The parent" is somebody else; a parent carer forum is a name.
fn speaks_of_the_parent(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.match_indices("the parent").any(|(at, found)| {
        let after = &lower[at + found.len()..];
        // "You, the parent, …" says who is meant.
        let is_you = lower[..at].ends_with("you, ");
        let part_of_a_name = after.starts_with(" carer") || after.starts_with(" zone");
        !after.starts_with(char::is_alphabetic) && !part_of_a_name && !is_you
    })
}

fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ')']);
    MONTHS.contains(&word) || SHORT_MONTHS.contains(&word)
}

/// `6th`, `1st`, `22nd`, `3rd`.
fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|end| {
        word.trim_end_matches(['.', ','])
            .strip_suffix(end)
            .is_some_and(|day| !day.is_empty() && day.chars().all(|c| c.is_ascii_digit()))
    })
}

fn is_number_date(word: &str) -> bool {
    let numbers = |separator: char| {
        let parts: Vec<&str> = word.split(separator).collect();
        let digits = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        parts.len() == 3 && parts.iter().all(digits)
    };
    numbers('/') || numbers('-')
}

/// `17:00`, `9.30am`, `12pm`, `9 am` joined as `9.00am`: none is how we write a time.
fn is_odd_time(word: &str) -> bool {
    let half = ["am", "pm"].iter().find_map(|half| word.strip_suffix(half));
    let clock = half.unwrap_or(word);
    if clock.is_empty()
        || !clock
            .chars()
            .all(|c| c.is_ascii_digit() || ":.".contains(c))
    {
        return false;
    }
    match half {
        Some(clock) => clock.contains('.') || clock == "12" || clock.ends_with(":00"),
        None => word.contains(':'),
    }
}

fn is_unspaced_phone(word: &str) -> bool {
    word.len() >= 9 && word.starts_with('0') && word.chars().all(|c| c.is_ascii_digit())
}
