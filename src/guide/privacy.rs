//! What is protected and what is not, in plain words. The content is in `data/guide/privacy.json`; the page and the README
//! say the same, and ARCHITECTURE.md says it at length.

use std::fmt::Write;
use std::sync::LazyLock;

use serde::Deserialize;

/// One part of the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Its sentences.
    pub points: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    in_short: String,
    sections: Vec<Section>,
}

/// Read once. A test proves that it is readable, so the empty page is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/privacy.json")).unwrap_or_default()
});

/// All of it in two sentences.
pub fn in_short() -> &'static str {
    &FILE.in_short
}

/// The parts of the page.
pub fn sections() -> &'static [Section] {
    &FILE.sections
}

/// The same for the README, in Markdown.
pub fn as_markdown() -> String {
    let mut text = format!("{}\n", in_short());
    for section in sections() {
        let _ = write!(text, "\n{}:\n\n", section.title);
        for point in &section.points {
            let _ = writeln!(text, "- {point}");
        }
    }
    text
}
