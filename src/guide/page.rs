//! Pages of guidance: parts, each of things said, each with the pages it rests on and perhaps one
//! thing to press.

use serde::Deserialize;

/// The one thing to press beside a piece of guidance.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Open the service with this slug.
    Open(String),
    /// Put this question in the list.
    Ask(String),
    /// Put the starter question with this id in the list, known as that one.
    Starter(String),
    /// Read the page with this id.
    Read(String),
    /// Read the right with this id.
    Right(String),
    /// Write a note with these lines to write under.
    Note(Vec<String>),
    /// Keep it as a step.
    Save,
}

/// A page to read.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// A lasting id, such as `stuck`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What a family says has happened so far, where that leads to this page.
    #[serde(default)]
    pub ask: Option<String>,
    /// The slug of the service that it is about, where it is about one.
    #[serde(default)]
    pub service: Option<String>,
    /// What it is about.
    pub intro: String,
    /// Its parts.
    pub groups: Vec<Group>,
}

/// A part of a page.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// What it says.
    pub items: Vec<Item>,
}

/// One thing that a page says.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What its button does, if it has one.
    #[serde(default)]
    pub action: Option<Act>,
    /// It is our own advice and rests on no page.
    #[serde(default)]
    pub own: bool,
    /// The ids of the pages it rests on.
    pub sources: Vec<String>,
}
