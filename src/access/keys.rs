//! Stable numbers for the nodes of the tree.
//!
//! An explicit id wins, so that a list row keeps its number when the list is put in another order.
//! Without one the number comes from the parent, the role, and how many of that role came before.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use accesskit::{NodeId, Role};
use iced::advanced::widget::Id;

/// The number of the window itself.
pub const ROOT: NodeId = NodeId(1);

/// The id of the control that leads past the places to the page.
pub const SKIP: &str = "skip-to-content";

/// The id of the control that locks the record, beside the name of the application.
pub const LOCK: &str = "rail/lock";

/// The id of the control that hides the window, beside the name of the application.
pub const HIDE: &str = "rail/hide";

/// The number of the node with this widget id.
pub fn key_of(id: &Id) -> NodeId {
    hash(id)
}

/// The id of a part of a control: its label, its help, its error.
pub fn part(id: &Id, part: &str) -> Id {
    Id::from(format!("{}/{part}", key_of(id).0))
}

/// A number for `value` that is never [`ROOT`].
pub(super) fn hash(value: impl Hash) -> NodeId {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    NodeId(hasher.finish() | 0x10)
}

/// The numbering shared by every operation, so that all of them mean the same node by a number.
#[derive(Debug)]
pub(super) struct Scopes {
    stack: Vec<NodeId>,
    pending: Option<NodeId>,
    ordinals: HashMap<(NodeId, u16), usize>,
}

impl Scopes {
    pub(super) fn new() -> Self {
        Self {
            stack: vec![ROOT],
            pending: None,
            ordinals: HashMap::new(),
        }
    }

    pub(super) fn top(&self) -> NodeId {
        self.stack.last().copied().unwrap_or(ROOT)
    }

    pub(super) fn key(&mut self, id: Option<&Id>, role: Role) -> NodeId {
        let Some(id) = id else {
            let place = (self.top(), role as u16);
            let ordinal = self.ordinals.entry(place).or_insert(0);
            *ordinal += 1;
            return hash((place.0.0, place.1, *ordinal));
        };
        key_of(id)
    }

    /// The next `enter` goes into this node.
    pub(super) fn announce(&mut self, key: NodeId) {
        self.pending = Some(key);
    }

    /// The next `enter` goes into something that is no node.
    pub(super) fn forget(&mut self) {
        self.pending = None;
    }

    pub(super) fn enter(&mut self) {
        let key = self.pending.take().unwrap_or_else(|| self.top());
        self.stack.push(key);
    }

    pub(super) fn leave(&mut self) {
        let _ = self.stack.pop();
        self.pending = None;
    }
}
