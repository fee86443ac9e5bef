//! What keys do when no control wants them: Tab, arrows in a group, F6, and scrolling.

use iced::advanced::Layout;
use iced::advanced::widget::{Id, Tree};
use iced::keyboard::{Key, Modifiers, key::Named};

use super::{Root, State};
use crate::access::keys::{HIDE, LOCK, SKIP, key_of};
use crate::access::mutate::Change;
use crate::access::report::Request;
use crate::access::snapshot::Snapshot;

/// How far an arrow key scrolls, in pixels.
const LINE: f32 = 60.0;

impl<'a, Message: 'a> Root<'a, Message> {
    /// Acts on a key that nobody captured. Returns whether it meant something.
    pub(super) fn key(
        &mut self,
        key: &Key,
        modifiers: Modifiers,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
    ) -> bool {
        if modifiers.control() || modifiers.alt() || modifiers.logo() {
            return false;
        }
        let Key::Named(named) = key else {
            return false;
        };
        let backwards = modifiers.shift();
        let snapshot = self.collect(tree, layout, renderer);
        let changes = match named {
            Named::Tab => tab(&snapshot, backwards).map(|at| vec![focus(&snapshot, at)]),
            Named::F6 => landmark(&snapshot, backwards).map(|at| vec![focus(&snapshot, at)]),
            _ => in_group(&snapshot, *named).or_else(|| scroll(&snapshot, *named)),
        };
        let Some(changes) = changes else {
            return false;
        };
        if matches!(named, Named::Tab | Named::F6) {
            tree.state.downcast_mut::<State>().memory.forget();
        }
        for change in changes {
            self.apply(change, tree, layout, renderer);
        }
        true
    }
}

fn focus(snapshot: &Snapshot, at: usize) -> Change {
    Change::focus(snapshot, at, true)
}

/// The next Tab stop, around the end.
fn tab(snapshot: &Snapshot, backwards: bool) -> Option<usize> {
    let order = snapshot.tab_order();
    let now = snapshot.focus();
    let next = if backwards {
        let before = |at: &&usize| now.is_some_and(|now| **at < now);
        order.iter().rev().find(before).or_else(|| order.last())
    } else {
        let after = |at: &&usize| now.is_none_or(|now| **at > now);
        order.iter().find(after).or_else(|| order.first())
    };
    next.copied()
}

/// The first stop of the next landmark that has one, around the end.
fn landmark(snapshot: &Snapshot, backwards: bool) -> Option<usize> {
    let order = snapshot.tab_order();
    // Who jumps to the places wants the places, not the way past them, nor to lock by a slip.
    let passed_by = [SKIP, LOCK, HIDE].map(|id| key_of(&Id::new(id)));
    let mut stops = vec![];
    for landmark in snapshot.landmarks() {
        let inside = |at: &usize| {
            nearest_landmark(snapshot, *at) == Some(landmark)
                && !passed_by.contains(&snapshot.entries[*at].key)
        };
        let landing =
            || (0..snapshot.entries.len()).find(|at| snapshot.entries[*at].landing && inside(at));
        if let Some(stop) = order.iter().copied().find(inside).or_else(landing) {
            stops.push((landmark, stop));
        }
    }
    let count = stops.len();
    if count == 0 {
        return None;
    }
    let here = snapshot
        .focus()
        .and_then(|focus| nearest_landmark(snapshot, focus))
        .and_then(|here| stops.iter().position(|(landmark, _)| *landmark == here));
    let next = match (here, backwards) {
        (None, false) => 0,
        (None, true) => count - 1,
        (Some(here), false) => (here + 1) % count,
        (Some(here), true) => (here + count - 1) % count,
    };
    stops.get(next).map(|(_, stop)| *stop)
}

fn nearest_landmark(snapshot: &Snapshot, at: usize) -> Option<usize> {
    snapshot.ancestor(at, crate::access::snapshot::is_landmark)
}

/// Arrows move through a group, and what gets focus is chosen.
fn in_group(snapshot: &Snapshot, key: Named) -> Option<Vec<Change>> {
    let focused = snapshot.focus()?;
    let members = snapshot.members(snapshot.group(focused)?);
    let here = members.iter().position(|&at| at == focused)?;
    let count = members.len();
    let next = match key {
        Named::ArrowLeft | Named::ArrowUp => (here + count - 1) % count,
        Named::ArrowRight | Named::ArrowDown => (here + 1) % count,
        Named::Home => 0,
        Named::End => count - 1,
        _ => return None,
    };
    let at = *members.get(next)?;
    let press = Change::ask(snapshot.entries[at].key, Request::Click);
    Some(vec![focus(snapshot, at), press])
}

/// Scrolls the area around the focus, else the first that has more to show.
fn scroll(snapshot: &Snapshot, key: Named) -> Option<Vec<Change>> {
    let scrolls = &snapshot.scrolls;
    let around = snapshot
        .focus()
        .and_then(|focus| snapshot.entries[focus].scroll)
        .filter(|&place| scrolls[place].most() > 0.0);
    let place = around.or_else(|| scrolls.iter().position(|area| area.most() > 0.0))?;
    let area = &scrolls[place];
    let (y, page) = (area.translation.y, area.bounds.height * 0.9);
    let to = match key {
        Named::ArrowUp => y - LINE,
        Named::ArrowDown => y + LINE,
        Named::PageUp => y - page,
        Named::PageDown => y + page,
        Named::Home => 0.0,
        Named::End => area.most(),
        _ => return None,
    };
    Some(vec![Change {
        scroll: vec![(place, to.clamp(0.0, area.most()))],
        ..Change::default()
    }])
}
