//! Lists, which a screen reader counts.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::Fill;
use iced::widget::{Column, column};

use super::{Element, divider, style, wrap_row};
use crate::access::Accessible;
use crate::look::{Look, gap};

/// A list with a hairline between its rows.
pub fn list<'a, M: Clone + 'a>(
    look: &Look,
    name: impl Into<Cow<'a, str>>,
    rows: Vec<Element<'a, M>>,
) -> Element<'a, M> {
    let count = rows.len();
    let mut content = Column::new().width(Fill).spacing(gap::S);
    for (place, row) in (0..).zip(rows) {
        if place > 0 {
            content = content.push(divider(look));
        }
        content = content.push(item(place, row));
    }
    named(name, count, content)
}

/// A list of cards or other things that need no hairline, with a gap between them.
pub fn list_spaced<'a, M: Clone + 'a>(
    _look: &Look,
    name: impl Into<Cow<'a, str>>,
    rows: Vec<Element<'a, M>>,
    gap: f32,
) -> Element<'a, M> {
    let count = rows.len();
    let items = (0..).zip(rows).map(|(place, row)| item(place, row));
    named(name, count, column(items).width(Fill).spacing(gap))
}

/// A list of short things that must be read with care, such as words to be written down: one Tab
/// stop, and the arrows go from one to the next. `id` begins the id of each.
pub fn list_to_walk<'a, M: Clone + 'a>(
    look: &Look,
    id: &str,
    name: impl Into<Cow<'a, str>>,
    things: Vec<Element<'a, M>>,
    gap: f32,
) -> Element<'a, M> {
    let count = things.len();
    let ring = style::ring(look, 4.0);
    let items = (0..).zip(things).map(|(place, thing)| {
        Accessible::new(Kind::ListBoxOption, thing)
            .id(format!("{id}/{place}"))
            .stop()
            .ring(ring)
            .with(|node| node.set_position_in_set(place))
            .into()
    });
    Accessible::new(Kind::ListBox, wrap_row(items.collect(), gap))
        .label(name.into())
        .with(|node| node.set_size_of_set(count))
        .into()
}

/// One item of a list, counted from 0.
pub(super) fn item<'a, M: Clone + 'a>(place: usize, row: Element<'a, M>) -> Element<'a, M> {
    Accessible::new(Kind::ListItem, row)
        .with(|node| node.set_position_in_set(place))
        .into()
}

/// A list of `count` items.
pub(super) fn named<'a, M: Clone + 'a>(
    name: impl Into<Cow<'a, str>>,
    count: usize,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    Accessible::new(Kind::List, content)
        .label(name.into())
        .with(|node| node.set_size_of_set(count))
        .into()
}
