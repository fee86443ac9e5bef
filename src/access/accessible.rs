//! The wrapper that gives any element a role, a name, a Tab stop and a focus ring.

use accesskit::{Action, Invalid, Node, Role};
use iced::Element;
use iced::advanced::widget;
use iced::keyboard::{Key, Modifiers};

use super::keys::key_of;
use super::ring::Ring;
use typing::Typing;

mod behaviour;
mod caret;
mod typing;

pub(super) use behaviour::{is_key, is_press};

type OnKey<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// An element with a role.
pub struct Accessible<'a, Message> {
    id: Option<widget::Id>,
    node: Node,
    leaf: bool,
    focusable: bool,
    landing: bool,
    shy: bool,
    ring: Ring,
    content: Element<'a, Message>,
    on_press: Option<Message>,
    on_key: Option<OnKey<'a, Message>>,
    typing: Typing<'a, Message>,
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
            shy: false,
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

    /// A leaf where Tab stops though there is nothing to press: words that a person who cannot see
    /// them must be able to go back to, one by one.
    pub fn stop(mut self) -> Self {
        self.leaf = true;
        self.focusable = true;
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

    /// Seen only while it has the focus; a mouse never meets it. For who goes by keyboard alone.
    pub fn only_with_focus(mut self) -> Self {
        self.shy = true;
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
}

impl<'a, Message: Clone + 'a> From<Accessible<'a, Message>> for Element<'a, Message> {
    fn from(accessible: Accessible<'a, Message>) -> Self {
        Element::new(accessible)
    }
}
