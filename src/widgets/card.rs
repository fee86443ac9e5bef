//! Cards: one for each thing.

use std::borrow::Cow;

use accesskit::{AriaCurrent, Role as Kind};
use iced::advanced::widget::Id;
use iced::widget::{self, container};
use iced::{Color, Fill, border};

use super::{Element, style};
use crate::access::Accessible;
use crate::look::palette::mix;
use crate::look::{Look, gap, measure};

/// A card around `content`, as wide as there is room.
pub fn card<'a, M: 'a>(look: &Look, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    edged(look, content, look.palette.line, 1.0)
}

/// The first card of a page, which the eye should find first.
pub fn lead_card<'a, M: 'a>(look: &Look, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    edged(look, content, look.palette.main, 2.0)
}

fn edged<'a, M: 'a>(
    look: &Look,
    content: impl Into<Element<'a, M>>,
    edge: Color,
    width: f32,
) -> Element<'a, M> {
    let ground = look.palette.raised;
    container(content)
        .width(Fill)
        .padding(gap::L + 2.0)
        .style(move |_| style::boxed(ground, edge, width, measure::CARD_RADIUS))
        .into()
}

/// A card that is pressed as a whole. `name` must be words that it shows; the rest of what it
/// shows is read after the name. `chosen` marks the one that is open beside the list.
pub fn card_button<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    name: impl Into<Cow<'a, str>>,
    content: impl Into<Element<'a, M>>,
    chosen: bool,
    on_press: M,
) -> Element<'a, M> {
    let palette = look.palette;
    let (ground, edge, width) = if chosen {
        (palette.chosen, palette.main, 2.0)
    } else {
        (palette.raised, palette.line, 1.0)
    };
    let border = border::rounded(measure::CARD_RADIUS)
        .width(width)
        .color(edge);
    let stock = widget::button(content)
        .width(Fill)
        .padding(gap::L + 2.0)
        .on_press(on_press)
        .style(style::pressable(
            Some(ground),
            mix(ground, palette.chosen, 0.6),
            border,
            palette.text,
        ));
    Accessible::new(Kind::Button, stock)
        .id(id)
        .label(name.into())
        .control()
        .ring(style::ring(look, measure::CARD_RADIUS))
        .with(|node| {
            if chosen {
                node.set_aria_current(AriaCurrent::True);
            }
        })
        .into()
}
