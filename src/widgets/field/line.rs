//! A field of one line.

use std::borrow::Cow;
use std::rc::Rc;

use iced::advanced::widget::Id;
use iced::widget::{self, text_input};
use iced::{Background, Fill, Length};

use super::frame::Frame;
use crate::access::Accessible;
use crate::look::palette::mix;
use crate::look::{Icon, Look, Role, gap, icon::FONT};
use crate::widgets::{Element, style};

/// A field of one line that shows `value`.
pub fn text<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    value: &'a str,
    on_input: impl Fn(String) -> M + 'a,
) -> Field<'a, M> {
    Field {
        look: *look,
        frame: Frame::new(id, label),
        value,
        on_input: Rc::new(on_input),
        placeholder: Cow::Borrowed(""),
        icon: None,
        on_submit: None,
        width: Fill,
        secret: false,
    }
}

/// A field being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct Field<'a, M> {
    look: Look,
    frame: Frame<'a>,
    value: &'a str,
    on_input: Rc<dyn Fn(String) -> M + 'a>,
    placeholder: Cow<'a, str>,
    icon: Option<Icon>,
    on_submit: Option<M>,
    width: Length,
    secret: bool,
}

impl<'a, M: Clone + 'a> Field<'a, M> {
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

    /// An example in an empty field. It must not say anything that is needed: it goes away.
    pub fn placeholder(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What Enter does.
    pub fn on_submit(mut self, message: M) -> Self {
        self.on_submit = Some(message);
        self
    }

    /// It must be filled in.
    pub fn required(mut self) -> Self {
        self.frame.required = true;
        self
    }

    /// Leaves the label to screen readers, where something else on the screen says it.
    pub fn hide_label(mut self) -> Self {
        self.frame.hide_label = true;
        self
    }

    /// Its width in pixels; without it, as wide as there is room.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width.into();
        self
    }

    /// Dots instead of letters, and nothing for a screen reader to say.
    pub fn secret(mut self, secret: bool) -> Self {
        self.secret = secret;
        self
    }

    /// The field alone, with what is wrapped around it.
    pub(super) fn parts(self) -> (Look, Frame<'a>, Accessible<'a, M>) {
        let look = self.look;
        let palette = look.palette;
        let wrong = self.frame.error.is_some();
        let on_input = self.on_input.clone();
        let size = Role::BODY.size;
        let line = Role::BODY.line_height(look.roomy);
        let mut input = widget::text_input(&self.placeholder, self.value)
            .id(self.frame.id.clone())
            .on_input(move |value| on_input(value))
            .on_submit_maybe(self.on_submit)
            .secure(self.secret)
            .font(look.font(Role::BODY.weight))
            .size(size)
            .line_height(iced::widget::text::LineHeight::Absolute(line.into()))
            .padding([(48.0 - line) / 2.0, 14.0])
            .width(self.width)
            .style(move |_, status| {
                let focused = matches!(status, text_input::Status::Focused { .. });
                let edge = if wrong { palette.stop } else { palette.edge };
                text_input::Style {
                    background: Background::Color(palette.raised),
                    border: style::edge(edge, if wrong || focused { 2.0 } else { 1.0 }),
                    icon: palette.text,
                    placeholder: palette.quiet,
                    value: palette.text,
                    selection: mix(palette.raised, palette.accent, 0.3),
                }
            });
        if let Some(icon) = self.icon {
            input = input.icon(text_input::Icon {
                font: FONT,
                code_point: icon.glyph(),
                size: Some(20.0.into()),
                spacing: gap::S,
                side: text_input::Side::Left,
            });
        }
        let mut field = Accessible::line(input, self.value, self.secret, self.on_input);
        if !self.placeholder.is_empty() {
            field = field.with(|node| node.set_placeholder(self.placeholder.into_owned()));
        }
        (look, self.frame, field)
    }
}

impl<'a, M: Clone + 'a> From<Field<'a, M>> for Element<'a, M> {
    fn from(field: Field<'a, M>) -> Self {
        let (look, frame, field) = field.parts();
        frame.around(&look, field, None)
    }
}
