//! Easy Read: a picture at the left and large words at its right.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::text::{LineHeight, Wrapping};
use iced::widget::{self, Column, container, row, text};
use iced::{Center, Fill};

use super::{Element, style};
use crate::access::{Accessible, decorative};
use crate::look::palette::{DARK_INITIAL, PICTURE_GROUND};
use crate::look::{Look, Role, gap, measure, picture};

/// The picture with this name, in a square as wide as it. The words beside it say the same, so it
/// is not read aloud. It stands on white in every theme: its lines are black.
pub fn tile<'a, M: 'a>(look: &Look, name: &str, size: f32) -> Element<'a, M> {
    let glyph = picture::glyph(name).map(String::from).unwrap_or_default();
    let drawn = text(glyph)
        .font(picture::FONT)
        .size((size * 0.88).round())
        .line_height(LineHeight::Relative(1.0))
        .color(DARK_INITIAL);
    let edge = look.palette.edge;
    let square = container(drawn)
        .center(size)
        .style(move |_| style::boxed(PICTURE_GROUND, edge, 1.0, measure::CARD_RADIUS));
    decorative(square)
}

/// Large words.
pub fn easy<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    style::text(look, Role::EASY, look.palette.text, words).into()
}

/// The same in bold: the title on a card that is pressed as a whole.
pub fn easy_title<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    style::text(look, Role::EASY_BOLD, look.palette.text, words).into()
}

/// Large words with one of them bold, if it is in them: the hard one, which they explain.
pub fn easy_with_bold<'a, M: Clone + 'a>(
    look: &Look,
    words: &'a str,
    bold: Option<&'a str>,
) -> Element<'a, M> {
    let Some((before, bold, after)) = bold.and_then(|bold| {
        let (before, after) = words.split_once(bold)?;
        Some((before, bold, after))
    }) else {
        return easy(look, words);
    };
    let colour = look.palette.text;
    let plain = |words: &'a str| widget::span::<(), _>(words).color(colour);
    let heavy = look.font(Role::EASY_BOLD.weight);
    let spans = widget::rich_text![plain(before), plain(bold).font(heavy), plain(after)]
        .size(Role::EASY.size)
        .line_height(LineHeight::Absolute(look.drawn(Role::EASY).line.into()))
        .font(look.font(Role::EASY.weight))
        .wrapping(Wrapping::WordOrGlyph);
    Accessible::new(Kind::Label, spans)
        .leaf()
        .with(|node| node.set_value(words))
        .into()
}

/// A picture, and at its right what it shows: sentences, each on a line of its own, and perhaps a
/// phone number.
pub fn easy_row<'a, M: 'a>(
    look: &Look,
    picture: &str,
    lines: Vec<Element<'a, M>>,
) -> Element<'a, M> {
    let (size, between) = if look.is_narrow() {
        (measure::PICTURE_NARROW, gap::L)
    } else {
        (measure::PICTURE, gap::XL)
    };
    let lines = Column::with_children(lines).spacing(gap::S).width(Fill);
    let words = container(lines).max_width(measure::READING + gap::HUGE);
    row![tile::<M>(look, picture, size), words]
        .spacing(between)
        .align_y(Center)
        .into()
}
