//! The writing half: moves focus, scrolls, and hands requests to single controls.

use std::any::Any;

use accesskit::{NodeId, Role};
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable};
use iced::{Rectangle, Vector};

use super::keys::Scopes;
use super::report::{Modality, Report, Request};
use super::snapshot::Snapshot;

/// What to change.
#[derive(Debug, Default)]
pub struct Change {
    /// Give focus to this node, and take it from every other.
    pub focus: Option<NodeId>,
    /// Whether the focus ring is to be seen.
    pub ring: bool,
    /// Requests for single nodes.
    pub deliver: Vec<(NodeId, Request)>,
    /// Scroll areas by their order in the window, each with its new distance from the top.
    pub scroll: Vec<(usize, f32)>,
}

impl Change {
    /// Focus on `at`, brought into view through every scroll area around it.
    pub fn focus(snapshot: &Snapshot, at: usize, ring: bool) -> Self {
        Self {
            focus: Some(snapshot.entries[at].key),
            ring,
            scroll: reveal(snapshot, at),
            ..Self::default()
        }
    }

    /// One request to one node.
    pub fn ask(key: NodeId, request: Request) -> Self {
        Self {
            deliver: vec![(key, request)],
            ..Self::default()
        }
    }
}

/// How far every scroll area around `at` must scroll to bring it into view.
pub fn reveal(snapshot: &Snapshot, at: usize) -> Vec<(usize, f32)> {
    const AIR: f32 = 16.0;
    let entry = &snapshot.entries[at];
    let mut bounds = entry.bounds.expand(AIR);
    let mut moves = vec![];
    let mut area = entry.scroll;
    while let Some(place) = area {
        let scroll = &snapshot.scrolls[place];
        let (top, bottom) = (scroll.bounds.y, scroll.bounds.y + scroll.bounds.height);
        let by = if bounds.y < top {
            bounds.y - top
        } else if bounds.y + bounds.height > bottom {
            (bounds.y + bounds.height - bottom).min(bounds.y - top)
        } else {
            0.0
        };
        let to = (scroll.translation.y + by).clamp(0.0, scroll.most());
        if to != scroll.translation.y {
            moves.push((place, to));
            bounds.y -= to - scroll.translation.y;
        }
        area = scroll.parent;
    }
    moves
}

/// The writing operation.
#[derive(Debug)]
pub struct Mutate {
    change: Change,
    scopes: Scopes,
    scrolls: usize,
}

impl Mutate {
    /// An operation that makes this change.
    pub fn new(change: Change) -> Self {
        Self {
            change,
            scopes: Scopes::new(),
            scrolls: 0,
        }
    }
}

impl<T> Operation<T> for Mutate {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        self.scopes.enter();
        operate(self);
        self.scopes.leave();
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.scopes.forget();
    }

    fn custom(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(modality) = state.downcast_ref::<Modality>() {
            self.change.ring = modality.keyboard;
        }
        let Some(report) = state.downcast_mut::<Report>() else {
            return;
        };
        let key = self.scopes.key(id, report.node.role());
        self.scopes.announce(key);
        if self.change.focus == Some(key) {
            report.ring = Some(self.change.ring);
        }
        self.change.deliver.retain(|(target, request)| {
            if *target == key {
                report.deliver.push(request.clone());
            }
            *target != key
        });
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        let Some(target) = self.change.focus else {
            return;
        };
        if self.scopes.top() == target {
            if !state.is_focused() {
                state.focus();
            }
        } else if state.is_focused() {
            state.unfocus();
        }
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        _bounds: Rectangle,
        _content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        let key = self.scopes.key(id, Role::ScrollView);
        self.scopes.announce(key);
        for (place, y) in &self.change.scroll {
            if *place == self.scrolls {
                state.scroll_to(AbsoluteOffset {
                    x: None,
                    y: Some(*y),
                });
            }
        }
        self.scrolls += 1;
    }
}
