//! A screen as one web page, to read in a browser or on paper: written from the accessible tree,
//! so that what is said is what is written.

use std::collections::BTreeSet;

use accesskit::{Role, Toggled};

use super::snapshot::Snapshot;
use crate::words::html::Html;

mod parts;

/// How the page looks, on the screen and on paper.
const STYLE: &str = include_str!("../../assets/readable.css");

/// The screen as a whole web page in British English: the main part, what stands beside it, and
/// what can be done there. The places to go to are left out. `made` says when, in words.
pub fn page(seen: &Snapshot, made: &str) -> String {
    let mut writer = Writer {
        seen,
        html: Html::default(),
        actions: vec![],
    };
    writer.whole(made);
    writer.html.done()
}

struct Writer<'a> {
    seen: &'a Snapshot,
    html: Html,
    /// What can be pressed, in the order it is read.
    actions: Vec<String>,
}

impl Writer<'_> {
    fn whole(&mut self, made: &str) {
        let title = self.seen.name(0);
        // Nothing may be fetched and nothing may run, whatever a family wrote.
        self.html.raw(
            "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        );
        self.html.element("title", "", &title);
        self.html
            .raw(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n"));
        self.html.raw("<header>\n");
        for words in self.banner() {
            self.html.element("p", "", &words);
        }
        self.html.element(
            "p",
            "",
            &format!("A copy of a page of Withy, made on {made}."),
        );
        self.html.raw("</header>\n<main>\n");
        for at in self.landmarks(Role::Main) {
            self.inside(at);
        }
        self.what_you_can_do();
        self.html.raw("</main>\n");
        for at in self.landmarks(Role::Complementary) {
            let name = self.seen.name(at);
            self.html.open("aside", &[("aria-label", &name)]);
            self.inside(at);
            self.html.close("aside");
        }
        self.html.raw("<footer>\n");
        self.html.element(
            "p",
            "",
            "This copy is outside your record. Anyone who uses this computer as you can read it. \
             Withy deletes it when you close Withy.",
        );
        self.html.raw("</footer>\n</body>\n</html>\n");
    }

    fn landmarks(&self, role: Role) -> Vec<usize> {
        let all = self.seen.landmarks().into_iter();
        all.filter(|&at| self.seen.entries[at].role() == role)
            .collect()
    }

    /// What stands over every page, but for the name of the application.
    fn banner(&self) -> Vec<String> {
        let inside = |at: usize| {
            self.seen
                .ancestor(at, |role| role == Role::Banner)
                .is_some()
        };
        (0..self.seen.entries.len())
            .filter(|&at| self.seen.entries[at].role() == Role::Label && inside(at))
            .map(|at| self.seen.name(at))
            .filter(|words| words != "Withy")
            .collect()
    }

    /// Controls are of no use on paper, so they stand together at the end and are not printed.
    fn what_you_can_do(&mut self) {
        let asides = self.landmarks(Role::Complementary);
        for at in 0..self.seen.entries.len() {
            let in_aside = asides.iter().any(|&aside| self.seen.is_within(at, aside));
            if in_aside && self.is_action(at) {
                self.note_action(at);
            }
        }
        let mut known = BTreeSet::new();
        let actions: Vec<String> = std::mem::take(&mut self.actions)
            .into_iter()
            .filter(|action| known.insert(action.clone()))
            .collect();
        if actions.is_empty() {
            return;
        }
        self.html.open("section", &[("class", "here")]);
        self.html
            .element("h2", "", "What you can do on this page in Withy");
        self.html.open("ul", &[]);
        for action in actions {
            self.html.element("li", "", &action);
        }
        self.html.close("ul");
        self.html.close("section");
    }

    /// A button that is not itself the row of a list.
    fn is_action(&self, at: usize) -> bool {
        self.seen.entries[at].role() == Role::Button && !self.is_row(at)
    }

    /// A row or card that is pressed as a whole: what it says is content.
    fn is_row(&self, at: usize) -> bool {
        let parent = self.seen.entries[at].parent;
        let above = &self.seen.entries[parent];
        above.role() == Role::ListItem && above.children.first() == Some(&at)
    }

    fn note_action(&mut self, at: usize) {
        let node = &self.seen.entries[at].node;
        if node.is_disabled() || node.is_hidden() {
            return;
        }
        let mut words = self.seen.name(at);
        match node.toggled() {
            Some(Toggled::True) => words.push_str(" (on)"),
            Some(_) => words.push_str(" (off)"),
            None => {}
        }
        match node.is_expanded() {
            Some(true) => words.push_str(" (open)"),
            Some(false) => words.push_str(" (closed)"),
            None => {}
        }
        self.actions.push(words);
    }

    /// What a pressed card shows beyond its name.
    fn more(&self, at: usize) -> Option<String> {
        let entry = &self.seen.entries[at];
        if let Some(description) = entry.node.description() {
            return Some(description.to_owned());
        }
        entry.beyond_label().map(str::to_owned)
    }
}
