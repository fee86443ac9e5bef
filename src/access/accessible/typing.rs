//! Fields that are typed into: their text, their caret, and the keys kept from them.

use std::rc::Rc;

use accesskit::Role;
use iced::advanced::widget::Tree;
use iced::advanced::{Shell, text};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{text_editor, text_input};
use iced::{Element, Event};
use unicode_segmentation::UnicodeSegmentation;

use super::Accessible;
use crate::access::report::{Request, TextState};

type Paragraph = <iced::Renderer as text::Renderer>::Paragraph;
type Input = text_input::State<Paragraph>;
type Editor = text_editor::State<text::highlighter::PlainText>;

/// Says that a field's whole text was replaced.
pub type OnValue<'a, Message> = Rc<dyn Fn(String) -> Message + 'a>;

/// Says that the selection goes from one (line, character) to another.
pub type OnSelect<'a, Message> = Rc<dyn Fn((usize, usize), (usize, usize)) -> Message + 'a>;

pub(super) enum Typing<'a, Message> {
    None,
    Line {
        value: &'a str,
        secret: bool,
        on_value: OnValue<'a, Message>,
    },
    Page {
        content: &'a text_editor::Content,
        on_value: OnValue<'a, Message>,
        on_select: OnSelect<'a, Message>,
    },
}

impl<'a, Message: Clone + 'a> Accessible<'a, Message> {
    /// A stock `text_input` that shows `value`.
    pub fn line(
        input: impl Into<Element<'a, Message>>,
        value: &'a str,
        secret: bool,
        on_value: OnValue<'a, Message>,
    ) -> Self {
        let role = if secret {
            Role::PasswordInput
        } else {
            Role::TextInput
        };
        let mut field = Self::new(role, input).leaf();
        field.typing = Typing::Line {
            value,
            secret,
            on_value,
        };
        field
    }

    /// A stock `text_editor` that shows `content`.
    pub fn page(
        editor: impl Into<Element<'a, Message>>,
        content: &'a text_editor::Content,
        on_value: OnValue<'a, Message>,
        on_select: OnSelect<'a, Message>,
    ) -> Self {
        let mut field = Self::new(Role::MultilineTextInput, editor).leaf();
        field.typing = Typing::Page {
            content,
            on_value,
            on_select,
        };
        field
    }
}

impl<Message: Clone> Typing<'_, Message> {
    /// The text and caret; none for a secret, which nobody must hear.
    pub(super) fn state(&self, child: &Tree) -> Option<TextState> {
        match self {
            Self::None | Self::Line { secret: true, .. } => None,
            Self::Line { value, .. } => {
                let cursor = child.state.downcast_ref::<Input>().cursor();
                let (anchor, focus) = match cursor.state(&text_input::Value::new(value)) {
                    text_input::cursor::State::Index(index) => (index, index),
                    text_input::cursor::State::Selection { start, end } => (start, end),
                };
                Some(TextState {
                    lines: vec![(*value).to_owned()],
                    anchor: (0, anchor),
                    focus: (0, focus),
                })
            }
            Self::Page { content, .. } => Some(page_state(content)),
        }
    }

    pub(super) fn is_focused(&self, child: &Tree) -> bool {
        match self {
            Self::None => false,
            Self::Line { .. } => child.state.downcast_ref::<Input>().is_focused(),
            Self::Page { .. } => child.state.downcast_ref::<Editor>().is_focused(),
        }
    }

    /// Keys the field does not get. Escape belongs to the application, and so does a character
    /// with Ctrl that is not about editing: the field would type the + of Ctrl and +. Undo does not
    /// reach the application from a one-line field: people press it for their typing, and would
    /// lose something else.
    pub(super) fn withholds(&self, event: &Event, shell: &mut Shell<'_, Message>) -> bool {
        let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else {
            return false;
        };
        if *key == Key::Named(Named::Escape) {
            return true;
        }
        let undo = modifiers.command()
            && matches!(key.as_ref(), Key::Character(c) if c.eq_ignore_ascii_case("z") || c.eq_ignore_ascii_case("y"));
        if undo && matches!(self, Self::Line { .. }) {
            shell.capture_event();
            return true;
        }
        // Where Alt Gr writes characters, it arrives as Ctrl and Alt.
        modifiers.command() && !modifiers.alt() && !undo && !is_editing(key, *modifiers)
    }

    pub(super) fn answer(
        &self,
        request: Request,
        child: &mut Tree,
        shell: &mut Shell<'_, Message>,
    ) {
        match (self, request) {
            (
                Self::Line { on_value, .. } | Self::Page { on_value, .. },
                Request::SetValue(value),
            ) => {
                shell.publish(on_value(value));
            }
            (Self::Line { .. }, Request::Select { anchor, focus }) => {
                let input = child.state.downcast_mut::<Input>();
                if anchor == focus {
                    input.move_cursor_to(focus.1);
                } else {
                    input.select_range(anchor.1, focus.1);
                }
                shell.request_redraw();
            }
            (Self::Page { on_select, .. }, Request::Select { anchor, focus }) => {
                shell.publish(on_select(anchor, focus));
            }
            _ => {}
        }
    }
}

/// Select all, copy, paste, cut, and every key that writes no character, like the arrows. Shift
/// makes another key of A: iced would select everything, and the next letter replace it.
fn is_editing(key: &Key, modifiers: keyboard::Modifiers) -> bool {
    match key.as_ref() {
        Key::Character("a" | "A") => !modifiers.shift(),
        Key::Character(character) => ["c", "v", "x"]
            .iter()
            .any(|letter| character.eq_ignore_ascii_case(letter)),
        _ => true,
    }
}

fn page_state(content: &text_editor::Content) -> TextState {
    let mut lines: Vec<String> = content.lines().map(|line| line.text.into_owned()).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    let cursor = content.cursor();
    // iced counts columns of an editor in bytes; AccessKit wants characters.
    let at = |position: text_editor::Position| {
        let line = position.line.min(lines.len() - 1);
        let before = lines[line].get(..position.column);
        (line, before.map_or(0, |text| text.graphemes(true).count()))
    };
    let focus = at(cursor.position);
    let anchor = cursor.selection.map_or(focus, at);
    TextState {
        lines,
        anchor,
        focus,
    }
}
