//! How things stand beside and below each other.

use std::borrow::Cow;

use iced::widget::{Row, column, container, row, rule, text};
use iced::{Center, Fill, FillPortion};

use super::{Element, style};
use crate::look::{Look, Role, Width, gap, measure};

/// A hairline.
pub fn divider<'a, M: 'a>(look: &Look) -> Element<'a, M> {
    let colour = look.palette.line;
    rule::horizontal(1)
        .style(move |_| rule::Style {
            color: colour,
            radius: 0.0.into(),
            fill_mode: rule::FillMode::Full,
            snap: true,
        })
        .into()
}

/// Things beside each other, going on in the next line when there is no room.
pub fn wrap_row<'a, M: 'a>(things: Vec<Element<'a, M>>, gap: f32) -> Element<'a, M> {
    Row::with_children(things)
        .spacing(gap)
        .align_y(Center)
        .wrap()
        .vertical_spacing(gap)
        .into()
}

/// The same with another gap between the lines than between the things: for things that bring
/// their own height.
pub(super) fn wrap_lines<'a, M: 'a>(
    things: Vec<Element<'a, M>>,
    between: f32,
    lines: f32,
) -> Element<'a, M> {
    Row::with_children(things)
        .spacing(between)
        .align_y(Center)
        .wrap()
        .vertical_spacing(lines)
        .into()
}

/// Things beside each other, or below each other where the page is narrow.
pub fn stack_or_row<'a, M: 'a>(
    look: &Look,
    things: Vec<Element<'a, M>>,
    gap: f32,
) -> Element<'a, M> {
    if look.is_narrow() {
        column(things).spacing(gap).into()
    } else {
        Row::with_children(things)
            .spacing(gap)
            .align_y(Center)
            .into()
    }
}

/// Fields of equal width beside each other, so that a long error under one never squeezes the
/// other; below each other where the page is narrow.
pub fn fields_in_a_row<'a, M: 'a>(look: &Look, fields: Vec<Element<'a, M>>) -> Element<'a, M> {
    let share = |field| container(field).width(Fill).into();
    let fields: Vec<_> = fields.into_iter().map(share).collect();
    if look.is_narrow() {
        column(fields).spacing(gap::L).into()
    } else {
        // A sentence under one must not move the other.
        Row::with_children(fields).spacing(gap::L).into()
    }
}

/// The first part of a form with the second at its right, three to two; below it where the page is
/// not wide. No line of either gets too long to read.
pub fn with_side<'a, M: 'a>(
    look: &Look,
    first: impl Into<Element<'a, M>>,
    second: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let (first, second) = (first.into(), second.into());
    if look.width < Width::Wide {
        return column![first, second].spacing(gap::L).into();
    }
    let first = container(first).width(FillPortion(3));
    let second = container(second).width(FillPortion(2));
    row![first, second].spacing(gap::XXL).into()
}

/// Nothing here yet: a sentence, and the one thing to do about it.
pub fn empty_state<'a, M: Clone + 'a>(
    look: &Look,
    sentence: impl Into<Cow<'a, str>>,
    action: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let words = style::text(look, Role::BODY, look.palette.quiet, sentence)
        .align_x(text::Alignment::Center);
    let content = column![container(words).max_width(measure::READING * 0.75), action]
        .spacing(gap::L)
        .align_x(Center);
    container(content)
        .width(Fill)
        .align_x(Center)
        .padding([gap::HUGE, gap::L])
        .into()
}
