//! How dates, times, phone numbers and counts are written, everywhere: in the window, on paper
//! and on the command line.
//!
//! The forms follow the GOV.UK style guide: `6 August 2018`, `5:30pm`, `midday`.

use jiff::civil::{Date, Time, Weekday};

pub(crate) mod html;
pub mod reading;

pub use reading::{DateProblem, TimeProblem, parse_date, parse_time};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month's name.
pub fn month(date: Date) -> &'static str {
    let index = usize::try_from(date.month() - 1).unwrap_or(0);
    MONTHS.get(index).copied().unwrap_or(MONTHS[0])
}

/// The name of the day of the week.
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// `6 August 2018`.
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `Wednesday 6 August 2018`.
pub fn day(day: Date) -> String {
    format!("{} {}", weekday(day), date(day))
}

/// `Today`, `Tomorrow`, `Yesterday`, `Wednesday 6 August`, or with the year when it is another.
pub fn near_day(day_meant: Date, today: Date) -> String {
    match days_between(today, day_meant) {
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        -1 => "Yesterday".to_owned(),
        _ if day_meant.year() == today.year() => format!(
            "{} {} {}",
            weekday(day_meant),
            day_meant.day(),
            month(day_meant)
        ),
        _ => day(day_meant),
    }
}

/// `5:30pm`, `5pm`, `midday`, `midnight`.
pub fn time(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let half = if hour < 12 { "am" } else { "pm" };
    let twelve = match hour % 12 {
        0 => 12,
        other => other,
    };
    match (hour, minute) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        (_, 0) => format!("{twelve}{half}"),
        _ => format!("{twelve}:{minute:02}{half}"),
    }
}

/// `1 service`, `12 services`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{} {noun}", thousands(number))
}

/// `5,000`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// Days from one date to another; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    let hours = to.duration_since(from).as_hours();
    hours / 24
}

/// `today`, `in 3 days`, `in 5 weeks`, `4 months ago`, `2 years ago`.
pub fn away(day: Date, today: Date) -> String {
    let days = days_between(today, day);
    let (size, unit) = match days.unsigned_abs() {
        0 => return "today".to_owned(),
        days @ 1..=13 => (days, "day"),
        days @ 14..=69 => (days / 7, "week"),
        days @ 70..=729 => (days * 12 / 365, "month"),
        days => (days / 365, "year"),
    };
    let plural = if size == 1 { "" } else { "s" };
    if days < 0 {
        format!("{size} {unit}{plural} ago")
    } else {
        format!("in {size} {unit}{plural}")
    }
}

/// `30 minutes`, `1 hour`, `1 hour 30 minutes`.
pub fn length(minutes: u32) -> String {
    let hours = match minutes / 60 {
        0 => None,
        1 => Some("1 hour".to_owned()),
        hours => Some(format!("{hours} hours")),
    };
    let rest = match minutes % 60 {
        0 => None,
        1 => Some("1 minute".to_owned()),
        rest => Some(format!("{rest} minutes")),
    };
    match (hours, rest) {
        (Some(hours), Some(rest)) => format!("{hours} {rest}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => "0 minutes".to_owned(),
    }
}

/// `812 bytes`, `64 kilobytes`, `2.4 megabytes`: of 1,024, as most systems show it.
pub fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    match bytes {
        1 => "1 byte".to_owned(),
        0..KB => format!("{bytes} bytes"),
        KB..MB => match bytes.div_ceil(KB).min(KB - 1) {
            1 => "1 kilobyte".to_owned(),
            many => format!("{many} kilobytes"),
        },
        _ => {
            let tenths = bytes.saturating_mul(10) / MB;
            match tenths % 10 {
                0 if tenths == 10 => "1 megabyte".to_owned(),
                0 => format!("{} megabytes", tenths / 10),
                rest => format!("{}.{rest} megabytes", tenths / 10),
            }
        }
    }
}

/// `Maya`, `Maya and Sam`, `Maya, Sam and Jo`.
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// What was typed, on one line and without letters that cannot be drawn, for a title or a row.
/// What is longer than 300 letters is cut.
pub fn one_line(typed: &str) -> String {
    let spaced: String = typed
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .take(300)
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
