//! The side of AccessKit that a screen reader is on.

use withy::access::Snapshot;
use withy::access::differ::Differ;

struct Ignore;

impl accesskit_consumer::TreeChangeHandler for Ignore {
    fn node_added(&mut self, _: &accesskit_consumer::NodeRef<'_>) {}
    fn node_updated(
        &mut self,
        _: &accesskit_consumer::NodeRef<'_>,
        _: &accesskit_consumer::NodeRef<'_>,
    ) {
    }
    fn focus_moved(
        &mut self,
        _: Option<&accesskit_consumer::NodeRef<'_>>,
        _: Option<&accesskit_consumer::NodeRef<'_>>,
    ) {
    }
    fn node_removed(&mut self, _: &accesskit_consumer::NodeRef<'_>) {}
}

/// The other side of AccessKit, which stops the program on a wrong tree.
#[derive(Default)]
pub struct Reader {
    differ: Differ,
    pub tree: Option<accesskit_consumer::Tree>,
}

impl Reader {
    /// Takes what changed; how many nodes that were, if any.
    pub fn hear(&mut self, snapshot: &Snapshot) -> Option<usize> {
        let update = self.differ.update(snapshot, 2.0)?;
        let changed = update.nodes.len();
        match &mut self.tree {
            None => self.tree = Some(accesskit_consumer::Tree::new(update, true)),
            Some(tree) => tree.update_and_process_changes(update, &mut Ignore),
        }
        Some(changed)
    }
}
