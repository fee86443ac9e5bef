//! A field of many lines.

use std::borrow::Cow;
use std::rc::Rc;

use iced::Background;
use iced::advanced::widget::Id;
use iced::keyboard::{Key, key::Named};
use iced::widget::text_editor::{self, Binding, KeyPress, Motion};

use super::frame::Frame;
use super::writing::{Edit, Writing};
use crate::access::Accessible;
use crate::look::palette::mix;
use crate::look::{Look, Role, gap};
use crate::widgets::{Element, style};

/// A field of many lines that shows `writing`. The screen hands each [`Edit`] to
/// [`Writing::apply`].
pub fn long_text<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    writing: &'a Writing,
    on_edit: impl Fn(Edit) -> M + 'a,
) -> LongText<'a, M> {
    LongText {
        look: *look,
        frame: Frame::new(id, label),
        writing,
        on_edit: Rc::new(on_edit),
        height: 160.0,
    }
}

/// A field of many lines being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct LongText<'a, M> {
    look: Look,
    frame: Frame<'a>,
    writing: &'a Writing,
    on_edit: Rc<dyn Fn(Edit) -> M + 'a>,
    height: f32,
}

impl<'a, M: Clone + 'a> LongText<'a, M> {
    /// A sentence under the label.
    pub fn help(mut self, help: impl Into<Cow<'a, str>>) -> Self {
        self.frame.help = Some(help.into());
        self
    }

    /// What is wrong and what to do, if anything is. What was typed stays.
    pub fn error<S: Into<Cow<'a, str>>>(mut self, error: Option<S>) -> Self {
        self.frame.error = error.map(Into::into);
        self
    }

    /// Its height in pixels.
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }
}

impl<'a, M: Clone + 'a> From<LongText<'a, M>> for Element<'a, M> {
    fn from(long: LongText<'a, M>) -> Self {
        let look = long.look;
        let palette = look.palette;
        let wrong = long.frame.error.is_some();
        let content = long.writing.content();
        let (act, undo, replace, select) = (
            long.on_edit.clone(),
            long.on_edit.clone(),
            long.on_edit.clone(),
            long.on_edit,
        );
        let line = Role::BODY.line_height(look.roomy);
        let editor = iced::widget::text_editor(content)
            .id(long.frame.id.clone())
            .on_action(move |action| act(Edit::Action(action)))
            .key_binding(move |press| binding(press, content, &*undo))
            .font(look.font(Role::BODY.weight))
            .size(Role::BODY.size)
            .line_height(iced::widget::text::LineHeight::Absolute(line.into()))
            .padding([gap::M - 1.0, 14.0])
            .height(long.height)
            .style(move |_, status| {
                let focused = matches!(status, text_editor::Status::Focused { .. });
                let edge = if wrong { palette.stop } else { palette.edge };
                text_editor::Style {
                    background: Background::Color(palette.raised),
                    border: style::edge(edge, if wrong || focused { 2.0 } else { 1.0 }),
                    placeholder: palette.quiet,
                    value: palette.text,
                    selection: mix(palette.raised, palette.accent, 0.3),
                }
            });
        let field = Accessible::page(
            editor,
            content,
            Rc::new(move |value| replace(Edit::Replace(value))),
            Rc::new(move |anchor, focus| select(Edit::Select { anchor, focus })),
        );
        long.frame.around(&look, field, None)
    }
}

/// Undo, redo and deleting a word, which iced's editor does not know.
fn binding<M>(
    press: KeyPress,
    content: &text_editor::Content,
    on_edit: &dyn Fn(Edit) -> M,
) -> Option<Binding<M>> {
    if !matches!(press.status, text_editor::Status::Focused { .. }) {
        return None;
    }
    let modifiers = press.modifiers;
    if modifiers.jump() {
        let delete = |motion, edit| match content.selection() {
            Some(_) => edit,
            None => Binding::Sequence(vec![Binding::Select(motion), edit]),
        };
        match press.key {
            Key::Named(Named::Backspace) => {
                return Some(delete(Motion::WordLeft, Binding::Backspace));
            }
            Key::Named(Named::Delete) => {
                return Some(delete(Motion::WordRight, Binding::Delete));
            }
            _ => {}
        }
    }
    if modifiers.command() && !modifiers.alt() {
        match (press.key.to_latin(press.physical_key), modifiers.shift()) {
            (Some('z' | 'Z'), false) => return Some(Binding::Custom(on_edit(Edit::Undo))),
            (Some('z' | 'Z'), true) | (Some('y' | 'Y'), _) => {
                return Some(Binding::Custom(on_edit(Edit::Redo)));
            }
            (Some('c' | 'x' | 'v' | 'a'), _) | (None, _) => {}
            // A shortcut of the application, not a letter.
            _ => return None,
        }
    }
    Binding::from_key_press(press)
}
