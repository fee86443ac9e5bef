//! The wrapper that gives any element a role, a name, a Tab stop and a focus ring.

use accesskit::{Action, Invalid, Node, Role};
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{self, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, overlay, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Element, Event, Length, Rectangle, Size, Theme, Vector, touch};

use super::keys::key_of;
use super::report::{Report, Request};
use super::ring::Ring;
use typing::Typing;

mod typing;

type OnKey<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// An element with a role.
pub struct Accessible<'a, Message> {
    id: Option<widget::Id>,
    node: Node,
    leaf: bool,
    focusable: bool,
    landing: bool,
    ring: Ring,
    content: Element<'a, Message>,
    on_press: Option<Message>,
    on_key: Option<OnKey<'a, Message>>,
    typing: Typing<'a, Message>,
}

#[derive(Default)]
struct State {
    id: Option<widget::Id>,
    focused: bool,
    ring: bool,
    pending: Vec<Request>,
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
    /// `content` with a role; its children stay in the tree.
    pub fn new(role: Role, content: impl Into<Element<'a, Message>>) -> Self {
        Self {
            id: None,
            node: Node::new(role),
            leaf: false,
            focusable: false,
            landing: false,
            ring: Ring::default(),
            content: content.into(),
            on_press: None,
            on_key: None,
            typing: Typing::None,
        }
    }

    /// Needed for everything interactive, for rows of lists and for parts that change.
    pub fn id(mut self, id: impl Into<widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Another role.
    pub fn role(mut self, role: Role) -> Self {
        self.node.set_role(role);
        self
    }

    /// Its name. Without one, a leaf is named by the text inside.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.node.set_label(label.into());
        self
    }

    /// Named by the text of the node with this id.
    pub fn labelled_by(mut self, id: &widget::Id) -> Self {
        self.node.push_labelled_by(key_of(id));
        self
    }

    /// Said after the name.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.node.set_description(text.into());
        self
    }

    /// What was typed or chosen is not accepted; says why, before any description.
    pub fn error(mut self, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if let Some(description) = self.node.description() {
            text.push(' ');
            text.push_str(description);
        }
        self.node.set_invalid(Invalid::True);
        self.node.set_description(text);
        self
    }

    /// Whether what it opens is open.
    pub fn expanded(mut self, expanded: bool) -> Self {
        self.node.set_expanded(expanded);
        self
    }

    /// The shortcut that does the same, as in `Ctrl+N`.
    pub fn key(mut self, shortcut: impl Into<String>) -> Self {
        self.node.set_keyboard_shortcut(shortcut.into());
        self
    }

    /// Children are presentation only: a button's text, an icon.
    pub fn leaf(mut self) -> Self {
        self.leaf = true;
        self
    }

    /// A leaf that takes focus when the application asks, and that Tab passes over: the title of a
    /// page, so that a screen reader says where it is.
    pub fn landing(mut self) -> Self {
        self.leaf = true;
        self.focusable = true;
        self.landing = true;
        self
    }

    /// A Tab stop operated by Enter, Space and assistive technology. Without
    /// [`Accessible::on_press`] a press is replayed on the wrapped widget, so that what the mouse
    /// does is what the keyboard does.
    pub fn control(mut self) -> Self {
        self.leaf = true;
        self.focusable = true;
        self.node.add_action(Action::Click);
        self
    }

    /// What a press says.
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }

    /// Keys that mean something here, tried before the content gets them.
    pub fn on_key(mut self, key: impl Fn(&Key, Modifiers) -> Option<Message> + 'a) -> Self {
        self.on_key = Some(Box::new(key));
        self
    }

    /// There, but not to be used now.
    pub fn disabled(mut self, disabled: bool) -> Self {
        if disabled {
            self.node.set_disabled();
            self.node.remove_action(Action::Click);
            self.focusable = false;
        }
        self
    }

    /// How its focus ring looks.
    pub fn ring(mut self, ring: Ring) -> Self {
        self.ring = ring;
        self
    }

    /// Anything else that AccessKit knows: level, live, required, size of a set.
    pub fn with(mut self, change: impl FnOnce(&mut Node)) -> Self {
        change(&mut self.node);
        self
    }

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
        content.draw(child, renderer, theme, style, layout, cursor, viewport);
        let state = tree.state.downcast_ref::<State>();
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
pub(super) fn is_press(event: &Event) -> bool {
    matches!(
        event,
        Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. })
    )
}

/// A key that is not only a modifier of another.
pub(super) fn is_key(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event else {
        return false;
    };
    !matches!(
        key,
        Key::Named(Named::Shift | Named::Control | Named::Alt | Named::AltGraph | Named::Super)
    )
}

impl<'a, Message: Clone + 'a> From<Accessible<'a, Message>> for Element<'a, Message> {
    fn from(accessible: Accessible<'a, Message>) -> Self {
        Element::new(accessible)
    }
}
