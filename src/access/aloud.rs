//! What is read aloud of a page: its words in reading order, sentence by sentence, without its
//! controls. Written from the accessible tree, as everything that is said.

use accesskit::Role;
use unicode_segmentation::UnicodeSegmentation;

use super::snapshot::Snapshot;

/// Short numbers to ring, which people say figure by figure.
const RUNG: [&str; 5] = ["999", "111", "112", "101", "105"];

/// The sentences of the open thing beside a list, else of the page.
pub fn sentences(seen: &Snapshot) -> Vec<String> {
    let part = |role| {
        let mut landmarks = seen.landmarks().into_iter();
        landmarks.find(|&at| seen.entries[at].role() == role)
    };
    let mut all = vec![];
    if let Some(part) = part(Role::Complementary).or_else(|| part(Role::Main)) {
        inside(seen, part, &mut all);
    }
    all
}

fn inside(seen: &Snapshot, at: usize, all: &mut Vec<String>) {
    for &child in &seen.entries[at].children {
        let entry = &seen.entries[child];
        if entry.node.is_hidden() {
            continue;
        }
        match entry.role() {
            Role::Heading | Role::Label | Role::Link | Role::Term | Role::ListBoxOption => {
                split(&seen.name(child), all)
            }
            // A row that is pressed as a whole is the text of its list.
            Role::Button if seen.entries[at].role() == Role::ListItem => {
                split(&seen.name(child), all);
                if let Some(more) = entry.beyond_label() {
                    split(more, all);
                }
            }
            // What is chosen, ticked and typed is the person's own, and the rest is pressed.
            Role::Button
            | Role::CheckBox
            | Role::RadioGroup
            | Role::TabList
            | Role::TextInput
            | Role::SearchInput
            | Role::MultilineTextInput
            | Role::PasswordInput => {}
            _ => inside(seen, child, all),
        }
    }
}

fn split(text: &str, all: &mut Vec<String>) {
    for sentence in text.unicode_sentences() {
        let words: Vec<&str> = sentence
            .split_whitespace()
            .filter(|word| !word.contains("://"))
            .collect();
        let spoken = numbers_as_said(&words);
        if spoken.chars().any(char::is_alphanumeric) {
            all.push(spoken);
        }
    }
}

/// Phone numbers figure by figure, in their groups: "0 1 7 4 9, 8 3 6, 6 9 1".
fn numbers_as_said(words: &[&str]) -> String {
    let mut said = vec![];
    let mut in_number = false;
    for word in words {
        let figures = word.trim_end_matches(['.', ',', ':', ';', ')']);
        let is_number = !figures.is_empty() && figures.chars().all(|sign| sign.is_ascii_digit());
        let starts = figures.starts_with('0') && figures.len() >= 3;
        in_number = is_number && (in_number || starts);
        if in_number || RUNG.contains(&figures) {
            let spaced: Vec<String> = figures.chars().map(String::from).collect();
            let end = word.strip_prefix(figures).unwrap_or_default();
            let end = if end.is_empty() { "," } else { end };
            said.push(format!("{}{end}", spaced.join(" ")));
        } else {
            said.push((*word).to_owned());
        }
    }
    said.join(" ").trim_end_matches(',').to_owned()
}
