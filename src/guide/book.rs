//! A few pages of guidance that belong together, with the pages they rest on.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::Source;
use super::page::Page;

/// Pages that belong together.
#[derive(Debug, Default, Deserialize)]
pub struct Book {
    /// The day the pages behind it were read.
    pub checked_on: Date,
    /// What stands above the list of its pages.
    pub intro: String,
    /// Its pages, in the order a family needs them.
    pub pages: Vec<Page>,
    /// The pages it rests on, by their ids.
    pub sources: BTreeMap<String, Source>,
}
