//! The tree as plain text, for golden files and for reading.

use std::fmt::Write;

use super::snapshot::Snapshot;

impl Snapshot {
    /// One line for each node, indented by depth: role, name, value, state.
    pub fn outline(&self) -> String {
        let mut out = String::new();
        self.write_entry(0, 0, &mut out);
        out
    }

    fn write_entry(&self, at: usize, depth: usize, out: &mut String) {
        let entry = &self.entries[at];
        let node = &entry.node;
        if node.is_hidden() {
            return;
        }
        let indent = depth * 2;
        let mut line = format!("{:indent$}{:?} {:?}", "", entry.role(), self.name(at));
        let mut add = |words: std::fmt::Arguments<'_>| {
            let _ = line.write_fmt(words);
        };
        if let Some(level) = node.level() {
            add(format_args!(" level={level}"));
        }
        if let Some(text) = &entry.text {
            add(format_args!(" value={:?}", text.lines.join("\n")));
        }
        if let Some(toggled) = node.toggled() {
            add(format_args!(" toggled={toggled:?}"));
        }
        if let Some(selected) = node.is_selected() {
            add(format_args!(" selected={selected}"));
        }
        if let Some(expanded) = node.is_expanded() {
            add(format_args!(" expanded={expanded}"));
        }
        if let Some(description) = node.description() {
            add(format_args!(" description={description:?}"));
        }
        for (holds, word) in [
            (node.invalid().is_some(), "invalid"),
            (node.is_required(), "required"),
            (node.is_disabled(), "disabled"),
            (node.aria_current().is_some(), "current"),
            (entry.focusable && !entry.landing, "focusable"),
            (entry.landing, "landing"),
            (entry.focused, "FOCUSED"),
        ] {
            if holds {
                add(format_args!(" {word}"));
            }
        }
        line.push('\n');
        out.push_str(&line);
        for &child in &entry.children {
            self.write_entry(child, depth + 1, out);
        }
    }
}
