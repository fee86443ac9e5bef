//! What to do: plain guidance read from `data/guide`, each piece with the pages it rests on.
//!
//! Services are named by their slug in the directory, so that a number is never written twice.

use serde::Deserialize;

pub mod accessibility;
pub mod book;
pub mod budget;
pub mod documents;
pub mod easy_read;
pub mod nhs;
pub mod page;
pub mod pathway;
pub mod plan;
pub mod privacy;
pub mod rights;
pub mod safety;
mod searching;
pub mod words;

/// A page that a piece of guidance rests on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// The address of the page.
    pub url: String,
    /// What the page is.
    pub title: String,
    /// The date of the page in words; `None` where the page shows none.
    #[serde(default)]
    pub page_date: Option<String>,
}

impl Source {
    /// The title with the date of the page, or that it shows none.
    pub fn dated_title(&self) -> String {
        match &self.page_date {
            Some(date) => format!("{} (page dated {date})", self.title),
            None => format!("{} (page date not shown)", self.title),
        }
    }

    /// The title, the date and the address, to paste elsewhere.
    pub fn as_text(&self) -> String {
        format!("{}: {}", self.dated_title(), self.url)
    }
}
