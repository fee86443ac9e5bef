//! Which backups to keep.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Listed;

/// A backup by its number and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Goes up with each backup, whatever the clock says.
    pub number: u32,
    /// The day that the clock showed.
    pub day: Date,
}

impl From<&Listed> for Made {
    fn from(listed: &Listed) -> Made {
        Made {
            number: listed.number,
            day: listed.made.date(),
        }
    }
}

/// The numbers to keep: the newest three, and the newest of each of the last seven days, four weeks and twelve
/// months that have one. What is newest is said by the numbers, never by the clock.
pub fn to_keep(all: &[Made]) -> BTreeSet<u32> {
    let mut newest_first = all.to_vec();
    newest_first.sort_by_key(|made| std::cmp::Reverse(made.number));
    let mut keep: BTreeSet<u32> = newest_first
        .iter()
        .take(3)
        .map(|made| made.number)
        .collect();
    let week = |day: Date| {
        let date = day.iso_week_date();
        (i32::from(date.year()), i32::from(date.week()))
    };
    newest_of_each(&newest_first, 7, |day| day, &mut keep);
    newest_of_each(&newest_first, 4, week, &mut keep);
    newest_of_each(
        &newest_first,
        12,
        |day| (day.year(), day.month()),
        &mut keep,
    );
    keep
}

fn newest_of_each<T: Ord>(
    newest_first: &[Made],
    how_many: usize,
    part: impl Fn(Date) -> T,
    keep: &mut BTreeSet<u32>,
) {
    let mut seen = BTreeSet::new();
    for made in newest_first {
        if seen.len() < how_many && seen.insert(part(made.day)) {
            let _ = keep.insert(made.number);
        }
    }
}
