//! How long an appointment lasts, as it is typed.

/// The longest that is believed: a whole day.
const LONGEST: u32 = 24 * 60;

/// What to say under the field when it cannot be read.
pub(super) const PROBLEM: &str = "Type how long in minutes or hours, like 45 or 1 hour.";

/// Reads `45`, `45 minutes`, `1 hour`, `1 hour 30`, `1h30`, `1.5 hours`, `half an hour`. Nothing typed is
/// `None`: the length is not known.
///
/// # Errors
/// [`PROBLEM`], when it is anything else.
pub(super) fn read(typed: &str) -> Result<Option<u32>, &'static str> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Ok(None);
    }
    if typed == "half an hour" {
        return Ok(Some(30));
    }
    let minutes = parts(&typed)
        .and_then(|parts| minutes(&parts))
        .filter(|minutes| (1..=LONGEST).contains(minutes));
    minutes.map(Some).ok_or(PROBLEM)
}

/// A number and the word after it.
type Part = (f64, String);

fn parts(typed: &str) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = typed;
    while !rest.is_empty() {
        let figures = rest
            .find(|letter: char| !letter.is_ascii_digit() && letter != '.')
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(figures);
        let word = after
            .find(|letter: char| letter.is_ascii_digit())
            .unwrap_or(after.len());
        let (word, after) = after.split_at(word);
        parts.push((number.parse().ok()?, word.trim().to_owned()));
        rest = after;
    }
    Some(parts)
}

fn minutes(parts: &[Part]) -> Option<u32> {
    let is_hours = |word: &str| matches!(word, "h" | "hr" | "hrs" | "hour" | "hours");
    let is_minutes = |word: &str| matches!(word, "" | "m" | "min" | "mins" | "minute" | "minutes");
    let total = match parts {
        [(minutes, word)] if is_minutes(word) => *minutes,
        [(hours, word)] if is_hours(word) => hours * 60.0,
        [(hours, first), (minutes, second)]
            if is_hours(first.trim_end_matches(" and")) && is_minutes(second) =>
        {
            hours * 60.0 + minutes
        }
        _ => return None,
    };
    // The range is checked by the caller; anything over a day is refused there.
    (0.0..=100_000.0)
        .contains(&total)
        .then(|| whole(total))
        .flatten()
}

fn whole(minutes: f64) -> Option<u32> {
    format!("{minutes:.0}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for (typed, minutes) in [
            ("45", 45),
            ("45 minutes", 45),
            ("45mins", 45),
            ("1 hour", 60),
            ("2 hours", 120),
            ("1.5 hours", 90),
            ("1 hour 30 minutes", 90),
            ("1 hour and 15 minutes", 75),
            ("1h30", 90),
            ("half an hour", 30),
        ] {
            assert_eq!(read(typed), Ok(Some(minutes)), "{typed}");
        }
        assert_eq!(read("  "), Ok(None));
        for typed in [
            "soon",
            "0",
            "-5",
            "25 hours",
            "1 2 3",
            "999999999999",
            "1..5",
        ] {
            assert_eq!(read(typed), Err(PROBLEM), "{typed}");
        }
    }
}
