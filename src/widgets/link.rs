//! A link: it opens something to read, here or in the browser.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::advanced::widget::Id;
use iced::widget::{self, container};
use iced::{Border, padding};

use super::{Element, style};
use crate::access::Accessible;
use crate::look::{Look, Role, gap};

/// A link, underlined.
pub fn link<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Element<'a, M> {
    let colour = look.palette.accent;
    let label = label.into();
    let name = label.clone();
    let words = widget::rich_text![widget::span::<(), _>(label).underline(true).color(colour)];
    let words = words
        .size(Role::LABEL.size)
        .font(look.font(Role::LABEL.weight));
    let stock = widget::button(container(words).padding(padding::vertical(gap::XS)))
        .padding(0)
        .on_press(on_press)
        .style(style::pressable(
            None,
            look.palette.information_ground,
            Border::default(),
            colour,
        ));
    Accessible::new(Kind::Link, stock)
        .id(id)
        .label(name)
        .control()
        .ring(style::ring(look, 3.0))
        .into()
}
