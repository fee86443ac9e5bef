//! How far Withy was tried by people and programs that do not use a screen and a mouse. The content
//! is in `data/guide/accessibility.json`; the page and the README say the same.

use std::fmt::Write;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::words;

/// One thing that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Tested {
    /// What was tried.
    pub what: String,
    /// With which program, and its version.
    pub with: String,
    /// What was done, and what came of it.
    pub how: String,
    /// The day.
    pub on: Date,
}

impl Tested {
    /// With what, and on what day: "With Orca 48.1 on Debian 13, on 23 November 2026.".
    pub fn when(&self) -> String {
        format!("With {}, on {}.", self.with, words::date(self.on))
    }
}

/// One thing that nobody has tried.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NotTested {
    /// What was not tried.
    pub what: String,
    /// How far it goes all the same.
    pub why: String,
}

#[derive(Default, Deserialize)]
struct File {
    in_short: String,
    tested: Vec<Tested>,
    not_tested: Vec<NotTested>,
}

/// Read once. A test proves that it is readable, so the empty page is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/accessibility.json")).unwrap_or_default()
});

/// All of it in three sentences.
pub fn in_short() -> &'static str {
    &FILE.in_short
}

/// What was tried.
pub fn tested() -> &'static [Tested] {
    &FILE.tested
}

/// What nobody has tried.
pub fn not_tested() -> &'static [NotTested] {
    &FILE.not_tested
}

/// The same for the README, in Markdown.
pub fn as_markdown() -> String {
    let mut text = format!("{}\n\nTested:\n\n", in_short());
    for one in tested() {
        let _ = writeln!(text, "- **{}**: {} {}", one.what, one.how, one.when());
    }
    text.push_str("\nNot tested yet:\n\n");
    for one in not_tested() {
        let _ = writeln!(text, "- **{}**: {}", one.what, one.why);
    }
    text
}
