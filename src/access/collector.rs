//! Reads the whole window into a [`Snapshot`].

use std::any::Any;
use std::collections::HashSet;

use accesskit::{Node, NodeId, Role};
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable};
use iced::{Rectangle, Size, Vector};

use super::keys::{ROOT, Scopes, hash};
use super::lint::Finding;
use super::report::Report;
use super::snapshot::{Entry, ScrollArea, Snapshot};

/// The reading operation: run it over the window, then [`Collector::finish`].
#[derive(Debug)]
pub struct Collector {
    scopes: Scopes,
    parents: Vec<usize>,
    last: Option<usize>,
    snapshot: Snapshot,
    seen: HashSet<NodeId>,
    translation: Vector,
    scroll: Option<usize>,
    next: Option<(Vector, usize)>,
}

impl Collector {
    /// A collector for a window with this title and size.
    pub fn new(title: &str, size: Size) -> Self {
        Self {
            scopes: Scopes::new(),
            parents: vec![0],
            last: None,
            snapshot: Snapshot::new(title, size),
            seen: HashSet::from([ROOT]),
            translation: Vector::ZERO,
            scroll: None,
            next: None,
        }
    }

    /// The snapshot.
    pub fn finish(self) -> Snapshot {
        self.snapshot
    }

    /// What has been read so far, not yet checked.
    pub(super) fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    fn parent(&self) -> usize {
        self.parents.last().copied().unwrap_or(0)
    }

    fn complain(&mut self, rule: &'static str, node: &Node) {
        self.snapshot.findings.push(Finding {
            rule,
            detail: format!("{:?} {:?}", node.role(), node.label()),
        });
    }

    fn push(&mut self, mut key: NodeId, node: Node, bounds: Rectangle) -> usize {
        // AccessKit panics when two nodes share a number: make the tree valid, and report it.
        while !self.seen.insert(key) {
            self.complain("duplicate-id", &node);
            key = hash((key.0, "again"));
        }
        let parent = self.parent();
        let at = self.snapshot.entries.len();
        self.snapshot.entries[parent].children.push(at);
        let mut entry = Entry::new(key, parent, node, bounds + self.translation);
        entry.local = bounds;
        entry.scroll = self.scroll;
        self.snapshot.entries.push(entry);
        at
    }
}

impl<T> Operation<T> for Collector {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        let outside = (self.translation, self.scroll);
        if let Some((translation, scroll)) = self.next.take() {
            self.translation = translation;
            self.scroll = Some(scroll);
        }
        let at = self.last.take().unwrap_or_else(|| self.parent());
        self.scopes.enter();
        self.parents.push(at);
        operate(self);
        let _ = self.parents.pop();
        self.scopes.leave();
        self.last = None;
        (self.translation, self.scroll) = outside;
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.scopes.forget();
        self.last = None;
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        let Some(report) = state.downcast_mut::<Report>() else {
            return;
        };
        let key = self.scopes.key(id, report.node.role());
        self.scopes.announce(key);
        if self.snapshot.entries[self.parent()].leaf && !report.node.is_hidden() {
            self.complain("nested-in-leaf", &report.node);
        }
        let at = self.push(key, report.node.clone(), bounds);
        let entry = &mut self.snapshot.entries[at];
        entry.leaf = report.leaf;
        entry.landing = report.landing;
        entry.text = report.text.take();
        self.last = Some(at);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        let parent = self.parent();
        let entry = &mut self.snapshot.entries[parent];
        if entry.leaf {
            // A voice pauses between things that stand apart.
            match entry.content.chars().next_back() {
                None => {}
                Some(end) if end.is_alphanumeric() || end == ')' => entry.content.push_str(", "),
                Some(_) => entry.content.push(' '),
            }
            entry.content.push_str(text);
        } else if !text.trim().is_empty() {
            let key = self.scopes.key(id, Role::Label);
            let mut node = Node::new(Role::Label);
            node.set_value(text);
            let at = self.push(key, node, bounds);
            self.snapshot.entries[at].leaf = true;
        }
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let parent = self.parent();
        let at = if self.snapshot.entries[parent].leaf {
            parent
        } else {
            // A stock field that nobody wrapped: expose it, and let the linter fail on it.
            let key = self.scopes.key(id, Role::Unknown);
            let at = self.push(key, Node::new(Role::TextInput), bounds);
            self.snapshot.entries[at].unwrapped = true;
            at
        };
        let entry = &mut self.snapshot.entries[at];
        entry.focusable = true;
        entry.focused |= state.is_focused();
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let key = self.scopes.key(id, Role::ScrollView);
        let mut node = Node::new(Role::ScrollView);
        node.set_scroll_y(f64::from(translation.y));
        node.set_scroll_y_min(0.0);
        node.set_scroll_y_max(f64::from((content_bounds.height - bounds.height).max(0.0)));
        let at = self.push(key, node, bounds);
        let entry = &mut self.snapshot.entries[at];
        entry.local = bounds + translation;
        entry.transform = Some(Vector::ZERO - translation);
        self.scopes.announce(key);
        self.last = Some(at);
        self.snapshot.scrolls.push(ScrollArea {
            entry: at,
            bounds: bounds + self.translation,
            content: content_bounds,
            translation,
            parent: self.scroll,
        });
        self.next = Some((
            self.translation - translation,
            self.snapshot.scrolls.len() - 1,
        ));
    }
}
