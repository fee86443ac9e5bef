//! Each part of the story as text to paste elsewhere, with its sources.

use super::{Event, NO_NEWER, Part, Promise, Weakness, caution, matching, words};
use crate::guide::Source;

impl Event {
    /// When it was, what happened, and the pages that say so.
    pub fn as_text(&self) -> String {
        let head = format!("{}: {}", self.when, self.title);
        let mut lines = vec![head, self.summary.clone()];
        lines.extend(self.note.clone());
        lines.extend(read(&self.sources));
        lines.join("\n")
    }
}

impl Part {
    /// Its points and the pages that say so.
    pub fn as_text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        lines.extend(self.says.iter().map(|says| format!("- {says}")));
        lines.extend(read(&self.sources));
        lines.join("\n")
    }
}

impl Weakness {
    /// Both findings, with their dates and the pages that say so.
    pub fn as_text(&self) -> String {
        let mut lines = vec![format!("{}. {}", self.number, self.title)];
        lines.extend(self.findings());
        lines.join("\n")
    }

    fn findings(&self) -> Vec<String> {
        let mut lines = vec![
            format!(
                "Inspectors found in {}: {}",
                words().first_visit,
                self.found_2020
            ),
            format!(
                "Inspectors found in {}: {}. {}",
                words().second_visit,
                self.found_2022.words(),
                caution()
            ),
        ];
        lines.extend(read(&self.sources));
        lines
    }
}

impl Promise {
    /// All of it: what was promised, both findings, and what is newer.
    pub fn as_text(&self) -> String {
        let mut lines = vec![
            format!("Promise: {}", self.title),
            format!("{}: {}", words().promised_in, self.promised),
        ];
        lines.extend(read(&self.sources));
        let Some(weakness) = self.answers() else {
            return lines.join("\n");
        };
        lines.extend(weakness.findings());
        for step in &weakness.steps {
            lines.push(format!("{}: {}", step.when, step.text));
            lines.extend(read(&step.sources));
        }
        if !weakness.steps.iter().any(|step| step.newer) {
            lines.push(NO_NEWER.to_owned());
        }
        lines.push(matching().to_owned());
        lines.join("\n")
    }
}

fn read(sources: &[Source]) -> impl Iterator<Item = String> {
    let read = sources.iter();
    read.map(|source| format!("Read on: {}", source.as_text()))
}
