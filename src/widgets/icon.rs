//! Icons, always beside a word and never read aloud, and the round mark of a person.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::text::LineHeight;
use iced::widget::{container, text};
use iced::{Center, Color, border};

use super::{Element, style};
use crate::access::{Accessible, decorative};
use crate::look::palette;
use crate::look::{Icon, Look, Role, Tint, icon::FONT, measure};

/// An icon of this size in pixels, in the colour of text. Not in the accessible tree: the word
/// beside it says what it means.
pub fn icon<'a, M: 'a>(look: &Look, icon: Icon, size: f32) -> Element<'a, M> {
    coloured(icon, size, look.palette.text)
}

/// An icon on the quiet ground of its sector, 40 px square.
pub fn tinted_icon<'a, M: 'a>(look: &Look, icon: Icon, tint: Tint) -> Element<'a, M> {
    on_ground(icon, 40.0, look.palette.main, look.palette.tint(tint))
}

/// A person's initial in a circle. `colour` is its ground; `name` is what a screen reader says.
pub fn avatar<'a, M: Clone + 'a>(
    look: &Look,
    initial: impl Into<Cow<'a, str>>,
    colour: Color,
    name: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    const SIZE: f32 = 36.0;
    let dark = palette::DARK_INITIAL;
    let on = if colour.relative_contrast(Color::WHITE) >= colour.relative_contrast(dark) {
        Color::WHITE
    } else {
        dark
    };
    let letter = style::text(look, Role::STRONG, on, initial);
    let circle = container(letter)
        .center(SIZE)
        .style(move |_| style::boxed(colour, colour, 0.0, SIZE / 2.0));
    Accessible::new(Kind::Image, decorative(circle))
        .leaf()
        .label(name.into())
        .into()
}

/// An icon in any colour.
pub(super) fn coloured<'a, M: 'a>(icon: Icon, size: f32, colour: Color) -> Element<'a, M> {
    let glyph = text(icon.glyph().to_string())
        .font(FONT)
        .size(size)
        .line_height(LineHeight::Relative(1.0))
        .color(colour);
    decorative(container(glyph).center(size))
}

/// An icon as high as a line of text in this role, to stand before the words.
pub(super) fn on_line<'a, M: 'a>(
    look: &Look,
    icon: Icon,
    role: Role,
    colour: Color,
) -> Element<'a, M> {
    let role = look.drawn(role);
    let size = (role.size * 1.15).round();
    decorative(
        container(coloured::<M>(icon, size, colour))
            .height(role.line)
            .align_y(Center),
    )
}

/// An icon in a rounded square.
pub(super) fn on_ground<'a, M: 'a>(
    icon: Icon,
    size: f32,
    colour: Color,
    ground: Color,
) -> Element<'a, M> {
    let square = container(coloured::<M>(icon, size * 0.55, colour))
        .center(size)
        .style(move |_| container::Style {
            background: Some(ground.into()),
            border: border::rounded(measure::RADIUS + 2.0),
            ..container::Style::default()
        });
    decorative(square)
}
