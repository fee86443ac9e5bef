//! Each role of the tree as the part of a web page that means the same.

use accesskit::{Role, Toggled};

use super::Writer;
use crate::platform::opening::Link;

impl Writer<'_> {
    /// Everything inside `at`, one thing after another.
    pub(super) fn inside(&mut self, at: usize) {
        for child in self.seen.entries[at].children.clone() {
            self.part(child);
        }
    }

    fn part(&mut self, at: usize) {
        let entry = &self.seen.entries[at];
        if entry.node.is_hidden() {
            return;
        }
        let name = self.seen.name(at);
        match entry.role() {
            Role::Heading => {
                let level = entry.node.level().unwrap_or(2).clamp(1, 6);
                self.html.element(&format!("h{level}"), "", &name);
            }
            Role::Label | Role::Status | Role::Alert => self.paragraph(at, &name),
            Role::Link => self.link(at, &name),
            Role::List => self.list(at, &name),
            Role::ListBox => self.walked(at, &name),
            Role::ListItem => self.inside(at),
            Role::DescriptionList => self.facts(at),
            Role::Table | Role::Grid => self.table(at, &name),
            Role::RadioGroup | Role::TabList => self.choice(at, &name),
            Role::CheckBox => {
                let ticked = entry.node.toggled() == Some(Toggled::True);
                let ticked = if ticked { "ticked" } else { "not ticked" };
                self.html.element("p", "", &format!("{name} ({ticked})"));
            }
            Role::TextInput
            | Role::SearchInput
            | Role::MultilineTextInput
            | Role::PasswordInput => self.field(at, &name),
            Role::Button if self.is_row(at) => {
                self.html.element("p", "", &name);
                if let Some(more) = self.more(at) {
                    self.html.element("p", "", &more);
                }
            }
            Role::Button => {
                // What can be done beside the page is listed with the rest, at its end.
                let beside = self
                    .seen
                    .ancestor(at, |role| role == Role::Complementary)
                    .is_some();
                if !beside {
                    self.note_action(at);
                }
            }
            Role::Image => {
                self.html
                    .open("span", &[("role", "img"), ("aria-label", &name)]);
                self.html.close("span");
            }
            Role::ProgressIndicator => self.paragraph(at, &name),
            Role::Search | Role::Form => {
                self.html.open("section", &[("aria-label", &name)]);
                self.inside(at);
                self.html.close("section");
            }
            Role::Group if !name.is_empty() => {
                let about = [("class", "box"), ("role", "group"), ("aria-label", &name)];
                self.html.open("div", &about);
                self.inside(at);
                self.html.close("div");
            }
            _ => self.inside(at),
        }
    }

    /// Text, with the address to follow if that is what it is.
    fn paragraph(&mut self, at: usize, words: &str) {
        let mut words = words.to_owned();
        if let Some(value) = self.seen.entries[at].node.value()
            && value != words
        {
            words.push_str(": ");
            words.push_str(value);
        }
        if words.trim().is_empty() {
        } else if let Some(address) = address(&words) {
            self.html.raw("<p>");
            self.html.link(&address, &words);
            self.html.raw("</p>\n");
        } else {
            self.html.element("p", "", &words);
        }
    }

    /// A link to the web with its address, which paper needs too; a link inside Withy as words.
    fn link(&mut self, at: usize, name: &str) {
        let Some(url) = self.seen.entries[at].node.url().and_then(address) else {
            return self.html.element("p", "", name);
        };
        self.html.raw("<p>");
        self.html.link(&url, name);
        if url != name {
            self.html.raw(" (");
            self.html.text(&url);
            self.html.raw(")");
        }
        self.html.raw("</p>\n");
    }

    /// A list; numbered when each item starts with its number.
    fn list(&mut self, at: usize, name: &str) {
        let items = self.seen.entries[at].children.clone();
        if items.is_empty() {
            return;
        }
        let numbered = items.iter().all(|&item| self.number_of(item).is_some());
        let tag = if numbered { "ol" } else { "ul" };
        self.html.open(tag, &[("aria-label", name)]);
        for item in items {
            let number = self.number_of(item).filter(|_| numbered);
            self.html.open("li", &[]);
            for child in self.seen.entries[item].children.clone() {
                if Some(child) != number {
                    self.part(child);
                }
            }
            self.html.close("li");
        }
        self.html.close(tag);
    }

    /// Things that the window shows to be walked one by one.
    fn walked(&mut self, at: usize, name: &str) {
        self.html.open("ul", &[("aria-label", name)]);
        for &item in &self.seen.entries[at].children {
            self.html.element("li", "", &self.seen.name(item));
        }
        self.html.close("ul");
    }

    /// The text `1.` that an item starts with.
    fn number_of(&self, item: usize) -> Option<usize> {
        let first = *self.seen.entries[item].children.first()?;
        let words = self.seen.name(first);
        let figures = words.strip_suffix('.')?;
        let is_number = !figures.is_empty() && figures.chars().all(|sign| sign.is_ascii_digit());
        (is_number && self.seen.entries[first].role() == Role::Label).then_some(first)
    }

    fn facts(&mut self, at: usize) {
        self.html.open("dl", &[]);
        for child in self.seen.entries[at].children.clone() {
            let name = self.seen.name(child);
            match self.seen.entries[child].role() {
                Role::Term => self.html.element("dt", "", &name),
                Role::Definition => {
                    self.html.open("dd", &[]);
                    self.inside(child);
                    self.html.close("dd");
                }
                _ => {}
            }
        }
        self.html.close("dl");
    }

    fn table(&mut self, at: usize, name: &str) {
        self.html.open("table", &[]);
        self.html.element("caption", "", name);
        for row in self.seen.entries[at].children.clone() {
            self.html.open("tr", &[]);
            for cell in self.seen.entries[row].children.clone() {
                self.cell(cell);
            }
            self.html.close("tr");
        }
        self.html.close("table");
    }

    fn cell(&mut self, at: usize) {
        let entry = &self.seen.entries[at];
        let name = self.seen.name(at);
        let (tag, scope) = match entry.role() {
            Role::ColumnHeader => ("th", "col"),
            Role::RowHeader => ("th", "row"),
            _ => ("td", ""),
        };
        self.html.open(tag, &[("scope", scope)]);
        if entry.leaf || entry.children.is_empty() {
            self.html.text(&name);
            if let Some(more) = entry.node.description() {
                self.html.text(": ");
                self.html.text(more);
            }
        } else {
            self.inside(at);
        }
        self.html.close(tag);
    }

    /// What was chosen, and from what.
    fn choice(&mut self, at: usize, name: &str) {
        let members = self.seen.members(at);
        let colon = colon(name);
        self.html.element("p", "", &format!("{name}{colon}"));
        self.html.open("ul", &[]);
        for member in members {
            let node = &self.seen.entries[member].node;
            let chosen = node.toggled() == Some(Toggled::True) || node.is_selected() == Some(true);
            let mut words = self.seen.name(member);
            if chosen {
                words.push_str(" (chosen)");
            }
            self.html.element("li", "", &words);
        }
        self.html.close("ul");
    }

    /// What was typed; a secret is not written down.
    fn field(&mut self, at: usize, name: &str) {
        let entry = &self.seen.entries[at];
        let typed = entry.text.as_ref().map(|text| text.lines.join("\n"));
        let typed = typed.filter(|typed| !typed.trim().is_empty());
        let typed = match (entry.role(), typed) {
            (Role::PasswordInput, _) => "not shown".to_owned(),
            (_, Some(typed)) => typed,
            (_, None) => "nothing written".to_owned(),
        };
        let colon = colon(name);
        self.html
            .element("p", "", &format!("{name}{colon} {typed}"));
    }
}

/// What stands between a question or a name and its answer.
fn colon(name: &str) -> &'static str {
    if name.ends_with('?') { "" } else { ":" }
}

/// The address of a web page, if that is what it is and all that it is.
fn address(words: &str) -> Option<String> {
    Link::Website(words.to_owned()).address()
}
