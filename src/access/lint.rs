//! What is wrong with a tree, so that a test fails and a blind person does not.

use accesskit::Role;

use super::snapshot::{Entry, Snapshot, is_landmark};

/// The least side of a target, in pixels (WCAG 2.2 success criterion 2.5.8).
const LEAST_TARGET: f32 = 24.0;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, in two or three words.
    pub rule: &'static str,
    /// Where.
    pub detail: String,
}

impl Snapshot {
    /// Adds what is wrong with single nodes to the findings.
    pub(super) fn lint(&mut self) {
        let mut findings = vec![];
        for at in 1..self.entries.len() {
            if !self.entries[at].node.is_hidden() {
                self.lint_entry(at, &mut findings);
            }
        }
        if self.entries.iter().filter(|entry| entry.focused).count() > 1 {
            findings.push(Finding {
                rule: "two-focused",
                detail: String::new(),
            });
        }
        self.findings.extend(findings);
    }

    fn lint_entry(&self, at: usize, findings: &mut Vec<Finding>) {
        let entry = &self.entries[at];
        let role = entry.role();
        let name = self.name(at);
        let mut find = |rule| {
            findings.push(Finding {
                rule,
                detail: format!("{role:?} {name:?} at {:?}", entry.bounds),
            });
        };
        if entry.unwrapped {
            find("unwrapped-focusable");
        }
        if needs_name(entry) && name.trim().is_empty() {
            find("no-name");
        }
        let small = entry.bounds.width < LEAST_TARGET || entry.bounds.height < LEAST_TARGET;
        if entry.focusable && !entry.landing && small {
            find("target-size");
        }
        if !says_what_it_shows(entry) {
            find("label-not-shown");
        }
        if role == Role::ListItem
            && self
                .ancestor(at, |role| !matches!(role, Role::ScrollView))
                .is_none_or(|parent| self.entries[parent].role() != Role::List)
        {
            find("item-outside-list");
        }
    }

    /// What is wrong with the screen as a whole, and with its nodes: one heading of the first
    /// level, no level skipped, one main part, and every control and heading inside a landmark.
    pub fn screen_findings(&self) -> Vec<Finding> {
        let mut findings = self.findings.clone();
        let mut level = 0;
        let mut first_level = 0;
        for at in 1..self.entries.len() {
            let entry = &self.entries[at];
            let detail = || format!("{:?} {:?}", entry.role(), self.name(at));
            if entry.role() == Role::Heading && !entry.node.is_hidden() {
                let this = entry.node.level().unwrap_or(0);
                first_level += usize::from(this == 1);
                if this > level + 1 {
                    findings.push(Finding {
                        rule: "heading-skips",
                        detail: detail(),
                    });
                }
                level = this;
            }
            let must_be_placed = entry.focusable || entry.role() == Role::Heading;
            if must_be_placed && self.ancestor(at, is_landmark).is_none() {
                findings.push(Finding {
                    rule: "outside-landmark",
                    detail: detail(),
                });
            }
        }
        if first_level != 1 {
            findings.push(Finding {
                rule: "one-page-title",
                detail: format!("{first_level} headings of the first level"),
            });
        }
        let mains = self
            .entries
            .iter()
            .filter(|entry| entry.role() == Role::Main)
            .count();
        if mains != 1 {
            findings.push(Finding {
                rule: "one-main",
                detail: format!("{mains} main parts"),
            });
        }
        findings
    }
}

fn needs_name(entry: &Entry) -> bool {
    entry.focusable
        || matches!(
            entry.role(),
            Role::Heading
                | Role::Button
                | Role::Link
                | Role::Image
                | Role::List
                | Role::ListBox
                | Role::TabList
                | Role::RadioGroup
                | Role::Grid
                | Role::Alert
                | Role::Group
                | Role::ProgressIndicator
                | Role::Navigation
                | Role::Complementary
                | Role::Search
                | Role::Form
        )
}

/// A person who speaks to the computer says what they see (WCAG 2.2 success criterion 2.5.3). A
/// card may show more than its name: the rest becomes its description.
fn says_what_it_shows(entry: &Entry) -> bool {
    let Some(label) = entry.node.label() else {
        return true;
    };
    if !entry.leaf || !entry.focusable || entry.text.is_some() || is_typed_into(entry.role()) {
        return true;
    }
    let (label, shown) = (plain(label), plain(&entry.content));
    label.contains(&shown) || shown.contains(&label)
}

fn is_typed_into(role: Role) -> bool {
    matches!(
        role,
        Role::TextInput | Role::SearchInput | Role::MultilineTextInput | Role::PasswordInput
    )
}

/// Letters and figures only, in lower case, one space between words.
pub(super) fn plain(text: &str) -> String {
    let spaced: String = text
        .chars()
        .filter(|c| !matches!(c, '’' | '\''))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    spaced
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
