//! The outermost widget of a window: the keyboard, requests from assistive technology, and the
//! tree that goes back.

use accesskit::{Action, ActionData, ActionRequest, NodeId, TreeUpdate};
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::operation::Operation;
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, overlay, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Size, Theme, Vector, keyboard, window};
use std::sync::atomic::Ordering;

use super::accessible::{is_key, is_press};
use super::bridge::{Bridge, lock};
use super::collector::Collector;
use super::mutate::{Change, Mutate, reveal};
use super::nodes::place_of;
use super::report::{Modality, Request};
use super::snapshot::Snapshot;
use memory::Memory;

mod keyboard_policy;
mod memory;

/// Wraps the whole view of a window. `zoom` is what the application gives as its scale factor,
/// which iced does not tell widgets.
pub fn root<'a, Message: 'a>(
    bridge: &Bridge,
    title: impl Into<String>,
    zoom: f32,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Root {
        bridge: bridge.clone(),
        title: title.into(),
        zoom,
        content: content.into(),
    })
}

struct Root<'a, Message> {
    bridge: Bridge,
    title: String,
    zoom: f32,
    content: Element<'a, Message>,
}

struct State {
    window: Rectangle,
    /// The window has the keyboard.
    focused: bool,
    /// The last action was a key.
    keyboard: bool,
    /// A key that means something to the window was pressed at least once: from then on focus
    /// must be looked after in every frame.
    follow: bool,
    memory: Memory,
}

impl<'a, Message: 'a> Root<'a, Message> {
    fn run(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let child = &mut tree.children[0];
        self.content
            .as_widget_mut()
            .operate(child, layout, renderer, operation);
    }

    fn collect(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
    ) -> Snapshot {
        let mut collector = Collector::new(&self.title, layout.bounds().size());
        self.run(tree, layout, renderer, &mut collector);
        let mut snapshot = collector.finish();
        for entry in snapshot.entries.iter_mut().filter(|one| one.focusable) {
            if let Some(shortcut) = self.bridge.shortcut_of(entry.key) {
                entry.node.set_keyboard_shortcut(shortcut);
            }
        }
        snapshot
    }

    fn apply(
        &mut self,
        change: Change,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
    ) {
        self.run(tree, layout, renderer, &mut Mutate::new(change));
    }

    /// What an assistive technology asks for.
    fn perform(
        &mut self,
        request: ActionRequest,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
    ) {
        let snapshot = self.collect(tree, layout, renderer);
        let key = request.target_node;
        let Some(at) = snapshot.find(key) else {
            return;
        };
        let entry = &snapshot.entries[at];
        let change = match (request.action, request.data) {
            (Action::Focus, _) => Change::focus(&snapshot, at, true),
            (Action::ScrollIntoView, _) => Change {
                scroll: reveal(&snapshot, at),
                ..Change::default()
            },
            (Action::Click, _) if !entry.node.is_disabled() => Change::ask(key, Request::Click),
            (Action::SetValue, Some(ActionData::Value(value))) => {
                Change::ask(key, Request::SetValue(value.into()))
            }
            (Action::SetTextSelection, Some(ActionData::SetTextSelection(selection))) => {
                let Some(text) = &entry.text else {
                    return;
                };
                let anchor = place_of(key, text, selection.anchor);
                let focus = place_of(key, text, selection.focus);
                let (Some(anchor), Some(focus)) = (anchor, focus) else {
                    return;
                };
                Change::ask(key, Request::Select { anchor, focus })
            }
            _ => return,
        };
        self.apply(change, tree, layout, renderer);
    }

    /// Looks after focus and sends the tree. Returns whether focus had to be moved.
    fn frame(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &iced::Renderer) -> bool {
        let mut snapshot = self.collect(tree, layout, renderer);
        let state = tree.state.downcast_mut::<State>();
        let ring = state.keyboard;
        let recovered = state.memory.recover(&snapshot);
        if let Some(at) = recovered {
            let change = Change::focus(&snapshot, at, ring);
            self.apply(change, tree, layout, renderer);
            snapshot = self.collect(tree, layout, renderer);
        }
        let state = tree.state.downcast_mut::<State>();
        state.memory.remember(&snapshot);
        if self.bridge.is_active() {
            self.push(&snapshot, state.window);
            self.bridge.keep(snapshot);
        }
        recovered.is_some()
    }

    fn push(&self, snapshot: &Snapshot, window: Rectangle) {
        let shared = self.bridge.shared();
        let scale = self.bridge.scale() * f64::from(self.zoom);
        let mut adapter = lock(&shared.adapter);
        let Some(adapter) = adapter.as_mut() else {
            return;
        };
        let mut differ = lock(&shared.differ);
        if shared.full.swap(false, Ordering::SeqCst) {
            differ.reset();
            adapter.moved(window, scale);
        }
        let Some(update) = differ.update(snapshot, scale) else {
            return;
        };
        let mut update = Some(update);
        adapter.push(&mut || {
            // A reader may have started since: a part of a tree would be fatal to it.
            if shared.full.swap(false, Ordering::SeqCst) {
                differ.reset();
                if let Some(whole) = differ.update(snapshot, scale) {
                    return whole;
                }
            }
            update.take().unwrap_or_else(|| whole(snapshot, scale))
        });
    }

    fn window_event(&mut self, tree: &mut Tree, event: &window::Event) {
        let state = tree.state.downcast_mut::<State>();
        match event {
            window::Event::Opened { position, size } => {
                state.window = Rectangle::new(position.unwrap_or(Point::ORIGIN), *size);
            }
            window::Event::Moved(to) => (state.window.x, state.window.y) = (to.x, to.y),
            window::Event::Resized(to) => {
                (state.window.width, state.window.height) = (to.width, to.height);
            }
            window::Event::Rescaled(scale) => self.bridge.set_scale(*scale),
            window::Event::Focused => state.focused = true,
            window::Event::Unfocused => state.focused = false,
            _ => return,
        }
        let scale = self.bridge.scale() * f64::from(self.zoom);
        if let Some(adapter) = lock(&self.bridge.shared().adapter).as_mut() {
            match event {
                window::Event::Focused | window::Event::Unfocused => adapter.focused(state.focused),
                _ if self.bridge.is_active() => adapter.moved(state.window, scale),
                _ => {}
            }
        }
    }

    /// The window may have taken the keyboard before there was anybody to tell.
    fn greet(&self, state: &State) {
        let shared = self.bridge.shared();
        if shared.newly_attached.swap(false, Ordering::SeqCst)
            && let Some(adapter) = lock(&shared.adapter).as_mut()
        {
            adapter.focused(state.focused);
        }
    }
}

fn whole(snapshot: &Snapshot, scale: f64) -> TreeUpdate {
    let (nodes, focus): (_, NodeId) = snapshot.to_nodes(scale);
    TreeUpdate {
        nodes,
        tree: Some(accesskit::TreeInfo::new(super::keys::ROOT)),
        tree_id: accesskit::TreeId::ROOT,
        focus,
    }
}

impl<'a, Message: 'a> Widget<Message, Theme, iced::Renderer> for Root<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            window: Rectangle::with_size(Size::ZERO),
            focused: false,
            keyboard: false,
            follow: false,
            memory: Memory::default(),
        })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.content
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let keyboard = tree.state.downcast_ref::<State>().keyboard;
        operation.custom(None, layout.bounds(), &mut Modality { keyboard });
        self.run(tree, layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        if let Event::Window(event) = event {
            self.window_event(tree, event);
        }
        let state = tree.state.downcast_mut::<State>();
        self.greet(state);
        if is_press(event) {
            state.keyboard = false;
            state.memory.forget();
        } else if is_key(event) {
            state.keyboard = true;
        }

        // Before the children see the event, so that a press lands in this very pass.
        for request in self.bridge.take_requests() {
            self.perform(request, tree, layout, renderer);
            shell.request_redraw();
        }

        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );

        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
                if !shell.is_event_captured()
                    && self.key(key, *modifiers, tree, layout, renderer) =>
            {
                tree.state.downcast_mut::<State>().follow = true;
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Window(window::Event::RedrawRequested(_)) => {
                let follow = tree.state.downcast_ref::<State>().follow;
                if (follow || self.bridge.is_active())
                    && !shell.is_layout_invalid()
                    && self.frame(tree, layout, renderer)
                {
                    shell.request_redraw();
                }
            }
            _ => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let child = &tree.children[0];
        let content = self.content.as_widget();
        content.draw(child, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let child = &tree.children[0];
        let content = self.content.as_widget();
        content.mouse_interaction(child, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        let child = &mut tree.children[0];
        let content = self.content.as_widget_mut();
        content.overlay(child, layout, renderer, viewport, translation)
    }
}
