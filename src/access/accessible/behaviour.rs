//! How the wrapper behaves: keys, presses, requests, focus, the ring.

use accesskit::{Node, Role};
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{self, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Length, Rectangle, Size, Theme, Vector, touch, window};

use super::Accessible;
use super::caret::{Caret, without_blink};
use crate::access::report::{Report, Request};

#[derive(Default)]
struct State {
    id: Option<widget::Id>,
    focused: bool,
    ring: bool,
    pending: Vec<Request>,
    caret: Caret,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl<'a, Message: Clone + 'a> Accessible<'a, Message> {
    /// Runs one event through the content with a shell of its own: stock widgets ignore an event
    /// that is already captured.
    #[allow(
        clippy::too_many_arguments,
        reason = "the arguments of Widget::update, passed on"
    )]
    fn replay(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let cursor = mouse::Cursor::Available(layout.bounds().center());
        let mut messages = vec![];
        let mut local = Shell::new(&mut messages);
        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            &mut local,
            viewport,
        );
        shell.merge(local, |message| message);
    }

    /// Passes an event on to the content. A field that is typed into is told of a frame in such a
    /// way that its caret stands still.
    #[allow(
        clippy::too_many_arguments,
        reason = "the arguments of Widget::update, passed on"
    )]
    fn pass(
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
        let state = tree.state.downcast_mut::<State>();
        let content = self.content.as_widget_mut();
        let child = &mut tree.children[0];
        let typing = self.typing.is_focused(child);
        let told = match event {
            Event::Window(window::Event::RedrawRequested(now)) if typing => {
                Event::Window(state.caret.steady(*now))
            }
            _ => {
                if !typing {
                    state.caret.forget();
                }
                return content.update(
                    child, event, layout, cursor, renderer, clipboard, shell, viewport,
                );
            }
        };
        let mut messages = vec![];
        let mut local = Shell::new(&mut messages);
        content.update(
            child, &told, layout, cursor, renderer, clipboard, &mut local, viewport,
        );
        let wish = without_blink(local.redraw_request());
        Shell::replace_redraw_request(&mut local, wish);
        shell.merge(local, |message| message);
    }

    /// What a key press means to this control; `None` leaves it to the content.
    fn key_request(
        &self,
        state: &State,
        typing: bool,
        event: &Event,
        shell: &mut Shell<'_, Message>,
    ) -> Option<Request> {
        let Event::Keyboard(keyboard::Event::KeyPressed {
            key,
            modifiers,
            repeat,
            ..
        }) = event
        else {
            return None;
        };
        if !(state.focused || typing) || shell.is_event_captured() {
            return None;
        }
        if let Some(message) = self.on_key.as_ref().and_then(|on| on(key, *modifiers)) {
            shell.publish(message);
            shell.capture_event();
            return None;
        }
        let plain = !modifiers.control() && !modifiers.alt() && !modifiers.logo();
        let presses = matches!(key, Key::Named(Named::Enter | Named::Space));
        if state.focused && self.focusable && !self.landing && plain && presses {
            shell.capture_event();
            return (!repeat).then_some(Request::Click);
        }
        None
    }
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, iced::Renderer> for Accessible<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            id: self.id.clone(),
            ..State::default()
        })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        if state.id == self.id {
            tree.diff_children(std::slice::from_ref(&self.content));
        } else {
            // iced compares by position: focus must not leak to whatever moved into this place.
            *state = State {
                id: self.id.clone(),
                ..State::default()
            };
            tree.children = vec![Tree::new(&self.content)];
        }
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
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
        let bounds = layout.bounds();
        let mut report = Report {
            node: std::mem::replace(&mut self.node, Node::new(Role::Unknown)),
            leaf: self.leaf,
            landing: self.landing,
            text: self.typing.state(&tree.children[0]),
            deliver: vec![],
            ring: None,
        };
        operation.custom(self.id.as_ref(), bounds, &mut report);
        self.node = report.node;
        let state = tree.state.downcast_mut::<State>();
        state.pending.append(&mut report.deliver);
        state.ring = report.ring.unwrap_or(state.ring);
        operation.traverse(&mut |operation| {
            if self.focusable {
                operation.focusable(self.id.as_ref(), bounds, state);
            }
            self.content.as_widget_mut().operate(
                &mut tree.children[0],
                layout,
                renderer,
                operation,
            );
        });
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
        let typing = self.typing.is_focused(&tree.children[0]);
        let state = tree.state.downcast_mut::<State>();
        let cursor = if self.shy {
            mouse::Cursor::Unavailable
        } else {
            cursor
        };
        let mut requests = std::mem::take(&mut state.pending);
        requests.extend(self.key_request(state, typing, event, shell));
        for request in requests {
            if request != Request::Click {
                let child = &mut tree.children[0];
                self.typing.answer(request, child, shell);
            } else if let Some(message) = &self.on_press {
                shell.publish(message.clone());
            } else {
                for event in [
                    Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
                    Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
                ] {
                    self.replay(tree, &event, layout, renderer, clipboard, shell, viewport);
                }
            }
        }

        if !(typing && self.typing.withholds(event, shell)) {
            self.pass(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }

        let state = tree.state.downcast_mut::<State>();
        let (was_focused, had_ring) = (state.focused, state.ring);
        if is_press(event) {
            state.focused = self.focusable && !self.landing && cursor.is_over(layout.bounds());
            state.ring = false;
        } else if is_key(event) && state.focused {
            state.ring = true;
        }
        if (was_focused, had_ring) != (state.focused, state.ring) {
            shell.request_redraw();
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
        let state = tree.state.downcast_ref::<State>();
        if self.shy && !state.focused {
            return;
        }
        content.draw(child, renderer, theme, style, layout, cursor, viewport);
        let pressed_by_key = state.focused && state.ring && !self.landing;
        if pressed_by_key || self.typing.is_focused(child) {
            self.ring.draw(renderer, layout.bounds(), viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        if self.shy {
            return mouse::Interaction::None;
        }
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

/// A press with the mouse or a finger.
pub(in crate::access) fn is_press(event: &Event) -> bool {
    matches!(
        event,
        Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. })
    )
}

/// A key that is not only a modifier of another.
pub(in crate::access) fn is_key(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event else {
        return false;
    };
    !matches!(
        key,
        Key::Named(Named::Shift | Named::Control | Named::Alt | Named::AltGraph | Named::Super)
    )
}
