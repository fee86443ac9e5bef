//! A link: it opens something to read, here or in the browser.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::advanced::widget::Id;
use iced::widget::text::LineHeight;
use iced::widget::{self, container};
use iced::{Border, padding};

use super::{Element, style};
use crate::access::Accessible;
use crate::look::{Look, Role};

/// The least height of a target, in pixels (WCAG 2.2 success criterion 2.5.8).
const LEAST: f32 = 26.0;

/// A link, underlined, as large as body text.
pub fn link<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Element<'a, M> {
    in_role(look, Role::BODY, id, label, on_press).into()
}

/// The same to a page of the web: the address goes along to a screen reader and onto paper.
pub fn web_link<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    address: &str,
    on_press: M,
) -> Element<'a, M> {
    in_role(look, Role::BODY, id, label, on_press)
        .with(|node| node.set_url(address))
        .into()
}

/// A link to a page of the web that stands among small text.
pub fn quiet_web_link<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    address: &str,
    on_press: M,
) -> Element<'a, M> {
    in_role(look, Role::LABEL, id, label, on_press)
        .with(|node| node.set_url(address))
        .into()
}

/// A link that stands among small text.
pub fn quiet_link<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Element<'a, M> {
    in_role(look, Role::LABEL, id, label, on_press).into()
}

fn in_role<'a, M: Clone + 'a>(
    look: &Look,
    role: Role,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Accessible<'a, M> {
    let colour = look.palette.accent;
    let label = label.into();
    let name = label.clone();
    let words = widget::rich_text![widget::span::<(), _>(label).underline(true).color(colour)];
    let role = look.drawn(role);
    let words = words
        .size(role.size)
        .line_height(LineHeight::Absolute(role.line.into()))
        .font(look.font(role.weight));
    // As high as a line of the text around it, and never less than a small target.
    let over = ((LEAST - role.line) / 2.0).max(0.0);
    let stock = widget::button(container(words).padding(padding::vertical(over)))
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
}
