//! Sends only what changed since the last frame.

use std::collections::HashMap;

use accesskit::{Node, NodeId, TreeId, TreeInfo, TreeUpdate};

use super::keys::ROOT;
use super::snapshot::Snapshot;

/// What the other side already knows.
#[derive(Debug, Default)]
pub struct Differ {
    last: HashMap<NodeId, Node>,
    focus: Option<NodeId>,
}

impl Differ {
    /// Forgets everything: the next update is a whole tree.
    pub fn reset(&mut self) {
        self.last.clear();
        self.focus = None;
    }

    /// What changed; `None` when nothing did.
    pub fn update(&mut self, snapshot: &Snapshot, scale: f64) -> Option<TreeUpdate> {
        let (nodes, focus) = snapshot.to_nodes(scale);
        let first = self.last.is_empty();
        let mut next = HashMap::with_capacity(nodes.len());
        let mut changed = vec![];
        for (key, node) in nodes {
            if self.last.get(&key) != Some(&node) {
                changed.push((key, node.clone()));
            }
            let _ = next.insert(key, node);
        }
        let same = changed.is_empty() && self.focus == Some(focus);
        self.last = next;
        self.focus = Some(focus);
        if same {
            return None;
        }
        Some(TreeUpdate {
            nodes: changed,
            tree: first.then(|| TreeInfo::new(ROOT)),
            tree_id: TreeId::ROOT,
            focus,
        })
    }
}
