//! How much there is of each thing, in words.

use crate::record::left::Amount;
use crate::words;

/// `3 notes and 2 children`. Empty when nothing was counted.
pub fn listed(amount: &Amount) -> String {
    let parts: Vec<String> = amount
        .parts()
        .iter()
        .map(|(unit, number)| words::count(*number as usize, unit.words(), unit.plural()))
        .collect();
    words::list(&parts)
}
