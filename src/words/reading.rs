//! Reading a date or a time as people type it.

use jiff::civil::{Date, Time};

use super::{MONTHS, count};

/// Why a typed date could not be read, as a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// Nothing was typed.
    #[error("Enter a date, like 12 May 2026.")]
    Empty,
    /// There is no such day: `31 February`.
    #[error("{month} {year} has only {days}. Check the day.", days = count(usize::try_from(*.days).unwrap_or(0), "day", "days"))]
    NoSuchDay {
        /// The month's name.
        month: &'static str,
        /// The year.
        year: i16,
        /// How many days the month has.
        days: i8,
    },
    /// The month is not one of twelve.
    #[error("There is no month {0}. Type the date like 12 May 2026.")]
    NoSuchMonth(i64),
    /// The year is far from any child's life.
    #[error("The year {0} looks wrong. Type all four figures, like 2026.")]
    Year(i64),
    /// Anything else.
    #[error("We could not read “{0}” as a date. Type it like 12 May 2026.")]
    Unclear(String),
}

/// Why a typed time could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeProblem {
    /// Nothing was typed.
    #[error("Enter a time, like 2:30pm.")]
    Empty,
    /// Anything else.
    #[error("We could not read “{0}” as a time. Type it like 2:30pm.")]
    Unclear(String),
}

/// Reads `12 May 2026`, `12 may`, `12/5/26`, `12.5.2026`, `2026-05-12`, `Tuesday 12 May`, `today`,
/// `tomorrow`, `yesterday`. Day comes before month. A missing year is the one that puts the date
/// nearest to `today`.
///
/// # Errors
/// A [`DateProblem`] with a sentence to show under the field.
pub fn parse_date(typed: &str, today: Date) -> Result<Date, DateProblem> {
    let lower = typed.trim().to_lowercase();
    match lower.as_str() {
        "" => return Err(DateProblem::Empty),
        "today" => return Ok(today),
        "tomorrow" => return today.tomorrow().map_err(|_| unclear(typed)),
        "yesterday" => return today.yesterday().map_err(|_| unclear(typed)),
        _ => {}
    }
    let parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && *part != "of" && !is_weekday(part))
        .collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && is_number(year) => exact(
            number(day, typed)?,
            month_of(month, typed)?,
            number(year, typed)?,
        ),
        [day, month, year] if is_number(day_figures(day)) => exact(
            number(day_figures(day), typed)?,
            month_of(month, typed)?,
            full_year(number(year, typed)?, year.len(), today),
        ),
        [month, day, year] => exact(
            number(day_figures(day), typed)?,
            month_of(month, typed)?,
            full_year(number(year, typed)?, year.len(), today),
        ),
        [first, second] => {
            let (day, month) = if is_number(day_figures(first)) {
                (first, second)
            } else {
                (second, first)
            };
            let (day, month) = (number(day_figures(day), typed)?, month_of(month, typed)?);
            nearest(day, month, today)
        }
        _ => Err(unclear(typed)),
    }
}

/// Reads `2:30pm`, `2.30 pm`, `14:30`, `1430`, `9am`, `midday`, `noon`, `midnight`, `9`. A bare hour
/// from 1 to 6 is taken as the afternoon, because nobody sees a child at 3 in the morning.
///
/// # Errors
/// A [`TimeProblem`] with a sentence to show under the field.
pub fn parse_time(typed: &str) -> Result<Time, TimeProblem> {
    let unclear = || TimeProblem::Unclear(shorten(typed));
    let lower: String = typed
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    match lower.as_str() {
        "" => return Err(TimeProblem::Empty),
        "midday" | "noon" => return Ok(Time::constant(12, 0, 0, 0)),
        "midnight" => return Ok(Time::midnight()),
        _ => {}
    }
    let (figures, half) = if let Some(rest) = lower.strip_suffix("am") {
        (rest, Some(0))
    } else if let Some(rest) = lower.strip_suffix("pm") {
        (rest, Some(12))
    } else {
        (lower.as_str(), None)
    };
    let (hour, minute) = match figures.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return Err(unclear()),
        None if figures.len() > 2 && figures.is_ascii() => figures.split_at(figures.len() - 2),
        None => (figures, "0"),
    };
    let has_minutes = minute != "0";
    let hour: i8 = hour.parse().map_err(|_| unclear())?;
    let minute: i8 = minute.parse().map_err(|_| unclear())?;
    let hour = match half {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return Err(unclear()),
        None if (1..=6).contains(&hour) && (!has_minutes || !figures.starts_with('0')) => hour + 12,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).map_err(|_| unclear())
}

fn unclear(typed: &str) -> DateProblem {
    DateProblem::Unclear(shorten(typed))
}

fn shorten(typed: &str) -> String {
    let mut short: String = typed.trim().chars().take(30).collect();
    if typed.trim().chars().count() > 30 {
        short.push('…');
    }
    short
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_weekday(part: &str) -> bool {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .any(|day| part.starts_with(day))
}

fn day_figures(part: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| part.strip_suffix(ending))
        .filter(|figures| is_number(figures))
        .unwrap_or(part)
}

fn number(part: &str, typed: &str) -> Result<i64, DateProblem> {
    part.parse().map_err(|_| unclear(typed))
}

fn month_of(part: &str, typed: &str) -> Result<i8, DateProblem> {
    if is_number(part) {
        let month = number(part, typed)?;
        return match i8::try_from(month) {
            Ok(month @ 1..=12) => Ok(month),
            _ => Err(DateProblem::NoSuchMonth(month)),
        };
    }
    let short: String = part.chars().take(3).collect();
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| short.chars().count() == 3 && name.to_lowercase().starts_with(&short))
        .map(|(month, _)| month)
        .ok_or_else(|| unclear(typed))
}

/// `26` is 2026, and `98` is 1998 because 2098 is further away.
fn full_year(year: i64, figures: usize, today: Date) -> i64 {
    if figures > 2 {
        return year;
    }
    let this = i64::from(today.year());
    let century = this - this % 100;
    if century + year > this + 20 {
        century + year - 100
    } else {
        century + year
    }
}

fn exact(day: i64, month: i8, year: i64) -> Result<Date, DateProblem> {
    let year = i16::try_from(year)
        .ok()
        .filter(|year| (1900..=2200).contains(year))
        .ok_or(DateProblem::Year(year))?;
    let first = Date::constant(year, month, 1);
    i8::try_from(day)
        .ok()
        .filter(|day| (1..=first.days_in_month()).contains(day))
        .map(|day| Date::constant(year, month, day))
        .ok_or(DateProblem::NoSuchDay {
            month: super::month(first),
            year,
            days: first.days_in_month(),
        })
}

fn nearest(day: i64, month: i8, today: Date) -> Result<Date, DateProblem> {
    let year = i64::from(today.year());
    [year - 1, year, year + 1]
        .into_iter()
        .filter_map(|year| exact(day, month, year).ok())
        .min_by_key(|date| super::days_between(today, *date).abs())
        .ok_or_else(|| match exact(day, month, year) {
            Err(problem) => problem,
            Ok(_) => DateProblem::Empty,
        })
}
