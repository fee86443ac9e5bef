//! The accessible view of one frame: what there is, in reading order, and where Tab goes.

use accesskit::{Node, NodeId, Role};
use iced::{Rectangle, Size, Vector};

use super::keys::ROOT;
use super::lint::{Finding, plain};
use super::report::TextState;

/// One node.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its number.
    pub key: NodeId,
    /// Place of its parent in [`Snapshot::entries`].
    pub parent: usize,
    /// Places of its children.
    pub children: Vec<usize>,
    /// Role, name and state.
    pub node: Node,
    /// Where it is in the window, scrolling applied.
    pub bounds: Rectangle,
    /// Where it is inside the enclosing scroll area. Scrolling does not change it, so that one
    /// node changes (the area's transform) and not every node inside.
    pub local: Rectangle,
    /// How far a scroll area has moved its content.
    pub transform: Option<Vector>,
    /// Text found inside a leaf.
    pub content: String,
    /// It can take focus.
    pub focusable: bool,
    /// It takes focus only when the application asks.
    pub landing: bool,
    /// It has focus.
    pub focused: bool,
    /// What is inside is presentation only.
    pub leaf: bool,
    /// The scroll area around it.
    pub scroll: Option<usize>,
    /// Text and caret, when it can be typed into.
    pub text: Option<TextState>,
    /// A stock field that nobody wrapped.
    pub unwrapped: bool,
}

impl Entry {
    pub(super) fn new(key: NodeId, parent: usize, node: Node, bounds: Rectangle) -> Self {
        Self {
            key,
            parent,
            children: vec![],
            node,
            bounds,
            local: bounds,
            transform: None,
            content: String::new(),
            focusable: false,
            landing: false,
            focused: false,
            leaf: false,
            scroll: None,
            text: None,
            unwrapped: false,
        }
    }

    /// What a leaf shows beyond its label, if anything.
    pub(super) fn beyond_label(&self) -> Option<&str> {
        let label = self.node.label()?;
        if plain(label).contains(&plain(&self.content)) {
            return None;
        }
        let more = self.content.strip_prefix(label).unwrap_or(&self.content);
        Some(more.trim_start_matches([',', ' ']))
    }

    /// What it is.
    pub fn role(&self) -> Role {
        self.node.role()
    }
}

/// One scroll area.
#[derive(Debug, Clone)]
pub struct ScrollArea {
    /// Place of its node in [`Snapshot::entries`].
    pub entry: usize,
    /// The part of the window it fills.
    pub bounds: Rectangle,
    /// The whole of what it holds.
    pub content: Rectangle,
    /// How far it is scrolled.
    pub translation: Vector,
    /// The area around it.
    pub parent: Option<usize>,
}

impl ScrollArea {
    /// The furthest it scrolls down, in pixels.
    pub fn most(&self) -> f32 {
        (self.content.height - self.bounds.height).max(0.0)
    }
}

/// The accessible view of one frame.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Every node, in reading order; the first is the window.
    pub entries: Vec<Entry>,
    /// Every scroll area, in reading order.
    pub scrolls: Vec<ScrollArea>,
    /// What is wrong with single nodes; see [`Snapshot::screen_findings`] for the whole.
    pub findings: Vec<Finding>,
}

impl Snapshot {
    pub(super) fn new(title: &str, size: Size) -> Self {
        let mut window = Node::new(Role::Window);
        window.set_label(title);
        Self {
            entries: vec![Entry::new(ROOT, 0, window, Rectangle::with_size(size))],
            scrolls: vec![],
            findings: vec![],
        }
    }

    /// The place of the node that has focus.
    pub fn focus(&self) -> Option<usize> {
        self.entries.iter().position(|entry| entry.focused)
    }

    /// The place of the node with this number.
    pub fn find(&self, key: NodeId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.key == key)
    }

    /// What it is called: its label, else the label of what labels it, else the text inside.
    pub fn name(&self, at: usize) -> String {
        let entry = &self.entries[at];
        if let Some(label) = entry.node.label() {
            return label.to_owned();
        }
        if entry.role() == Role::Label {
            return entry.node.value().unwrap_or(&entry.content).to_owned();
        }
        let by: Vec<String> = entry
            .node
            .labelled_by()
            .iter()
            .filter_map(|key| self.find(*key))
            .filter(|label| *label != at)
            .map(|label| self.name(label))
            .collect();
        if by.is_empty() {
            entry.content.clone()
        } else {
            by.join(" ")
        }
    }

    /// The nearest ancestor for which `is` holds.
    pub fn ancestor(&self, mut at: usize, is: impl Fn(Role) -> bool) -> Option<usize> {
        while at != 0 {
            at = self.entries[at].parent;
            if is(self.entries[at].role()) {
                return Some(at);
            }
        }
        None
    }

    /// Whether `at` is `ancestor` or inside it.
    pub fn is_within(&self, mut at: usize, ancestor: usize) -> bool {
        while at != ancestor {
            if at == 0 {
                return false;
            }
            at = self.entries[at].parent;
        }
        true
    }

    /// The places where Tab stops, in order. A group that is walked with the arrow keys counts once.
    pub fn tab_order(&self) -> Vec<usize> {
        (0..self.entries.len())
            .filter(|&at| {
                let entry = &self.entries[at];
                entry.focusable && !entry.landing && !entry.node.is_disabled()
            })
            .filter(|&at| match self.group(at) {
                Some(group) => self.stop_of(&self.members(group)) == Some(at),
                None => true,
            })
            .collect()
    }

    /// Where Tab enters a group: the member with focus, else the chosen one, else the first.
    pub fn stop_of(&self, members: &[usize]) -> Option<usize> {
        let held = |is: fn(&Entry) -> bool| {
            members
                .iter()
                .copied()
                .find(|&member| is(&self.entries[member]))
        };
        held(|entry| entry.focused)
            .or_else(|| held(|entry| entry.node.is_selected() == Some(true)))
            .or_else(|| held(|entry| entry.node.toggled() == Some(accesskit::Toggled::True)))
            .or_else(|| members.first().copied())
    }

    /// The group that `at` is a member of, if it is walked with the arrow keys.
    pub fn group(&self, at: usize) -> Option<usize> {
        let of = group_role(self.entries[at].role())?;
        self.ancestor(at, |role| role == of)
    }

    /// The members of a group, in reading order.
    pub fn members(&self, group: usize) -> Vec<usize> {
        let of = Some(self.entries[group].role());
        (group..self.entries.len())
            .filter(|&at| {
                let entry = &self.entries[at];
                entry.focusable && group_role(entry.role()) == of && self.group(at) == Some(group)
            })
            .collect()
    }

    /// The landmarks: parts of the window that F6 walks through.
    pub fn landmarks(&self) -> Vec<usize> {
        (0..self.entries.len())
            .filter(|&at| is_landmark(self.entries[at].role()))
            .collect()
    }
}

/// Whether a role is a part of the window that can be jumped to.
pub fn is_landmark(role: Role) -> bool {
    matches!(
        role,
        Role::Navigation
            | Role::Main
            | Role::Complementary
            | Role::Search
            | Role::Form
            | Role::Banner
            | Role::ContentInfo
    )
}

fn group_role(member: Role) -> Option<Role> {
    match member {
        Role::Tab => Some(Role::TabList),
        Role::RadioButton => Some(Role::RadioGroup),
        Role::ListBoxOption => Some(Role::ListBox),
        Role::GridCell => Some(Role::Grid),
        _ => None,
    }
}
