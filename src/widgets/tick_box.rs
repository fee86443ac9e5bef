//! A tick box: one thing that holds or does not.

use std::borrow::Cow;

use accesskit::{Role as Kind, Toggled};
use iced::advanced::widget::Id;
use iced::widget::{self, container, row};
use iced::{Center, Color, padding};

use super::{Element, icon, style};
use crate::access::{Accessible, decorative};
use crate::look::{Icon, Look, Role, gap, measure};

/// A tick box with its label beside it; the label is part of the target.
pub fn tick_box<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    checked: bool,
    on_toggle: impl Fn(bool) -> M + 'a,
) -> Element<'a, M> {
    let square = mark(look, checked, 4.0, |palette| {
        icon::coloured(Icon::Check, 18.0, palette.on_main)
    });
    labelled(look, square, label, on_toggle(!checked))
        .role(Kind::CheckBox)
        .id(id)
        .with(|node| node.set_toggled(Toggled::from(checked)))
        .into()
}

/// The side of the square or circle.
pub(super) const SIDE: f32 = 24.0;

/// The square of a tick box or the circle of a choice, with `inside` when it holds.
pub(super) fn mark<'a, M: 'a>(
    look: &Look,
    on: bool,
    radius: f32,
    inside: impl FnOnce(&'static crate::look::Palette) -> Element<'a, M>,
) -> Element<'a, M> {
    let palette = look.palette;
    let (ground, edge): (Color, Color) = if on {
        (palette.main, palette.main)
    } else {
        (palette.raised, palette.edge)
    };
    let content: Option<Element<'a, M>> = on.then(|| inside(palette));
    let square = container(row![content])
        .center(SIDE)
        .style(move |_| style::boxed(ground, edge, 2.0, radius));
    let line = container(square)
        .height(Role::BODY.line_height(look.roomy))
        .align_y(Center);
    decorative(line)
}

/// A mark with its label, pressed as a whole.
pub(super) fn labelled<'a, M: Clone + 'a>(
    look: &Look,
    mark: Element<'a, M>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Accessible<'a, M> {
    let palette = look.palette;
    let words = style::inherited(look, Role::BODY, label);
    let over = (measure::SMALL_TARGET + 4.0 - Role::BODY.line_height(look.roomy)) / 2.0;
    let stock = widget::button(row![mark, words].spacing(gap::M))
        .padding(padding::vertical(over.max(gap::XS)).right(gap::S))
        .on_press(on_press)
        .style(style::bare(palette.text, palette.main));
    Accessible::new(Kind::CheckBox, stock)
        .control()
        .ring(style::ring(look, measure::RADIUS))
}
