//! What the controls have in common: text in a role, grounds, edges and rings.

use std::borrow::Cow;

use iced::widget::text::{LineHeight, Wrapping};
use iced::widget::{self, button, container};
use iced::{Background, Border, Color, border};

use crate::access::Ring;
use crate::look::palette::mix;
use crate::look::{Look, Role, measure};

/// How much of the words' colour is laid over the ground while the mouse is held down.
const PRESSED: f32 = 0.12;

/// Text in a role and a colour. It wraps, inside a word if it must, and is never cut.
pub(super) fn text<'a>(
    look: &Look,
    role: Role,
    colour: Color,
    words: impl Into<Cow<'a, str>>,
) -> widget::Text<'a> {
    let role = look.drawn(role);
    widget::text(words.into())
        .size(role.size)
        .line_height(LineHeight::Absolute(role.line.into()))
        .font(look.font(role.weight))
        .color(colour)
        .wrapping(Wrapping::WordOrGlyph)
}

/// Text in a role, in the colour of the control around it.
pub(super) fn inherited<'a>(
    look: &Look,
    role: Role,
    words: impl Into<Cow<'a, str>>,
) -> widget::Text<'a> {
    text(look, role, look.palette.text, words).style(|_| widget::text::Style { color: None })
}

/// The focus ring for a control with this corner radius.
pub(super) fn ring(look: &Look, radius: f32) -> Ring {
    Ring {
        colour: look.palette.ring,
        halo: look.palette.halo,
        radius,
    }
}

/// A box with a ground and an edge.
pub(super) fn boxed(ground: Color, edge: Color, width: f32, radius: f32) -> container::Style {
    container::Style {
        background: Some(Background::Color(ground)),
        border: border::rounded(radius).width(width).color(edge),
        ..container::Style::default()
    }
}

/// The style of a control that can be pressed: a ground and an edge, and a ground for when the
/// mouse is over it.
pub(super) fn pressable(
    ground: Option<Color>,
    over: Color,
    border: Border,
    colour: Color,
) -> impl Fn(&iced::Theme, button::Status) -> button::Style {
    move |_, status| {
        let ground = match status {
            button::Status::Active | button::Status::Disabled => ground,
            button::Status::Hovered => Some(over),
            button::Status::Pressed => Some(mix(over, colour, PRESSED)),
        };
        button::Style {
            background: ground.map(Background::Color),
            text_color: colour,
            border,
            ..button::Style::default()
        }
    }
}

/// The style of a control without ground or edge: its words change colour under the mouse.
pub(super) fn bare(
    colour: Color,
    over: Color,
) -> impl Fn(&iced::Theme, button::Status) -> button::Style {
    move |_, status| button::Style {
        background: None,
        text_color: match status {
            button::Status::Active | button::Status::Disabled => colour,
            button::Status::Hovered | button::Status::Pressed => over,
        },
        ..button::Style::default()
    }
}

/// An edge of a control.
pub(super) fn edge(colour: Color, width: f32) -> Border {
    border::rounded(measure::RADIUS).width(width).color(colour)
}
