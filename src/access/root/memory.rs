//! Where focus was, so that it is not lost when rows move, vanish or a month turns over.

use accesskit::{NodeId, Role};

use crate::access::snapshot::{Snapshot, is_landmark};

/// What is remembered of the last frame.
#[derive(Debug, Default)]
pub(super) struct Memory {
    last: Option<Last>,
    /// The title that had the focus last: where the person arrived.
    landed: Option<NodeId>,
}

#[derive(Debug)]
struct Last {
    key: NodeId,
    /// The Tab order then, for the nearest neighbour that is still there.
    order: Vec<NodeId>,
    /// The part of the window it was in.
    landmark: Option<NodeId>,
    /// The group around it, and which of its members was chosen.
    group: Option<(NodeId, Option<NodeId>)>,
    /// It was in the line that says what just happened, whose button goes when it is pressed.
    in_status: bool,
}

impl Memory {
    /// The person pressed somewhere: focus is where they put it.
    pub(super) fn forget(&mut self) {
        self.last = None;
    }

    pub(super) fn remember(&mut self, snapshot: &Snapshot) {
        self.last = snapshot.focus().map(|at| Last {
            key: snapshot.entries[at].key,
            order: snapshot
                .tab_order()
                .iter()
                .map(|&at| snapshot.entries[at].key)
                .collect(),
            landmark: landmark(snapshot, at),
            group: snapshot.group(at).map(|group| {
                let chosen = chosen(snapshot, group).map(|at| snapshot.entries[at].key);
                (snapshot.entries[group].key, chosen)
            }),
            in_status: snapshot
                .ancestor(at, |role| role == Role::ContentInfo)
                .is_some(),
        });
        let on = snapshot.focus().map(|at| &snapshot.entries[at]);
        self.landed = on
            .filter(|entry| entry.landing)
            .map(|entry| entry.key)
            .or(self.landed);
    }

    /// Where focus must go because it is no longer where it was; `None` leaves it alone.
    pub(super) fn recover(&self, snapshot: &Snapshot) -> Option<usize> {
        let last = self.last.as_ref()?;
        if let Some(focus) = snapshot.focus() {
            return self.follow_choice(snapshot, focus);
        }
        // The control itself, which iced forgot because it changed place.
        let same = snapshot
            .find(last.key)
            .filter(|&at| snapshot.entries[at].focusable);
        same.or_else(|| {
            let (group, _) = last.group?;
            let members = snapshot.members(snapshot.find(group)?);
            snapshot.stop_of(&members)
        })
        .or_else(|| self.title(snapshot).filter(|_| last.in_status))
        .or_else(|| neighbour(snapshot, last, |at| landmark(snapshot, at) == last.landmark))
        // All of that part has gone, as when another page takes the place of this one.
        .or_else(|| self.title(snapshot))
        .or_else(|| neighbour(snapshot, last, |_| true))
    }

    /// The title that the person arrived at, if it is still there, else the title of the page.
    fn title(&self, snapshot: &Snapshot) -> Option<usize> {
        let is_title = |at: &usize| snapshot.entries[*at].landing;
        let landed = self.landed.and_then(|key| snapshot.find(key));
        landed
            .filter(is_title)
            .or_else(|| (0..snapshot.entries.len()).find(is_title))
    }

    /// In a grid, focus goes along when another cell is chosen, as when a month turns over.
    fn follow_choice(&self, snapshot: &Snapshot, focus: usize) -> Option<usize> {
        let (group_key, before) = self.last.as_ref()?.group?;
        let group = snapshot.group(focus)?;
        let entry = &snapshot.entries[group];
        if entry.role() != Role::Grid || entry.key != group_key {
            return None;
        }
        let now = chosen(snapshot, group)?;
        let moved = before != Some(snapshot.entries[now].key);
        (moved && now != focus).then_some(now)
    }
}

fn chosen(snapshot: &Snapshot, group: usize) -> Option<usize> {
    let members = snapshot.members(group);
    members
        .into_iter()
        .find(|&at| snapshot.entries[at].node.is_selected() == Some(true))
}

/// The part of the window that `at` is in.
fn landmark(snapshot: &Snapshot, at: usize) -> Option<NodeId> {
    let landmark = snapshot.ancestor(at, is_landmark)?;
    Some(snapshot.entries[landmark].key)
}

/// The nearest control after it in the old Tab order that is still there and will do, else before
/// it.
fn neighbour(snapshot: &Snapshot, last: &Last, will_do: impl Fn(usize) -> bool) -> Option<usize> {
    let was = last.order.iter().position(|key| *key == last.key)?;
    let now = snapshot.tab_order();
    let (before, after) = last.order.split_at(was);
    after.iter().chain(before.iter().rev()).find_map(|key| {
        now.iter()
            .copied()
            .find(|&at| snapshot.entries[at].key == *key && will_do(at))
    })
}
