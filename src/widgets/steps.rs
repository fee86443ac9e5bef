//! Steps to do one after another, and events along a line of time.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::{Column, column, container, row, space};
use iced::{Center, Color, Fill, Shrink, padding};

use super::{Element, divider, icon, list, style};
use crate::access::{Accessible, decorative};
use crate::look::{Icon, Look, Role, gap};

/// The diameter of a step's number.
const SIZE: f32 = 36.0;

/// Numbered steps; one that is done has a tick. A screen reader says "Step 2, done".
pub fn steps<'a, M: Clone + 'a>(
    look: &Look,
    name: impl Into<Cow<'a, str>>,
    steps: Vec<(bool, Element<'a, M>)>,
) -> Element<'a, M> {
    let count = steps.len();
    let mut rows = Column::new().width(Fill).spacing(gap::L);
    for (place, (done, content)) in (0..).zip(steps) {
        if place > 0 {
            rows = rows.push(divider(look));
        }
        // The first line of text is level with the middle of the circle.
        let down = (SIZE - Role::BODY.line_height(look.roomy)) / 2.0;
        let content = row![
            number(look, place + 1, done),
            container(content).width(Fill).padding(padding::top(down))
        ]
        .spacing(gap::L);
        rows = rows.push(list::item(place, content.into()));
    }
    list::named(name, count, rows)
}

fn number<'a, M: Clone + 'a>(look: &Look, number: usize, done: bool) -> Element<'a, M> {
    let palette = look.palette;
    let ground = if done {
        palette.main
    } else {
        Color::TRANSPARENT
    };
    let inside: Element<'a, M> = if done {
        icon::coloured(Icon::Check, 20.0, palette.on_main)
    } else {
        style::text(look, Role::STRONG, palette.main, number.to_string()).into()
    };
    let circle = container(inside)
        .center(SIZE)
        .style(move |_| style::boxed(ground, palette.main, 2.0, SIZE / 2.0));
    let said = if done {
        format!("Step {number}, done")
    } else {
        format!("Step {number}")
    };
    Accessible::new(Kind::Label, decorative(circle))
        .leaf()
        .with(|node| node.set_value(said))
        .into()
}

/// Events, each with its date, along a line from the first to the last.
pub fn timeline<'a, M: Clone + 'a, S: Into<Cow<'a, str>>>(
    look: &Look,
    name: impl Into<Cow<'a, str>>,
    events: Vec<(S, Element<'a, M>)>,
) -> Element<'a, M> {
    let count = events.len();
    let narrow = look.is_narrow();
    let mut rows = Column::new().width(Fill);
    for (place, (when, content)) in (0..).zip(events) {
        let when = style::text(look, Role::STRONG, look.palette.text, when);
        let under = padding::bottom(if place + 1 < count { gap::XL } else { 0.0 });
        let line = mark(look, place > 0, place + 1 < count);
        let event: Element<'a, M> = if narrow {
            let words = column![when, content].spacing(gap::XS).width(Fill);
            row![line, container(words).padding(under)]
                .spacing(gap::M)
                .height(Shrink)
                .into()
        } else {
            let when = container(when).width(150).align_x(iced::Right);
            row![when, line, container(content).width(Fill).padding(under)]
                .spacing(gap::L)
                .height(Shrink)
                .into()
        };
        rows = rows.push(list::item(place, event));
    }
    list::named(name, count, rows)
}

/// A dot as high as the first line of text, on a line that goes on above and below.
fn mark<'a, M: 'a>(look: &Look, above: bool, below: bool) -> Element<'a, M> {
    const DOT: f32 = 14.0;
    let palette = look.palette;
    let line = |drawn: bool| {
        let colour = if drawn {
            palette.line
        } else {
            Color::TRANSPARENT
        };
        container(space())
            .width(2)
            .style(move |_| style::boxed(colour, colour, 0.0, 0.0))
    };
    let dot = container(space())
        .width(DOT)
        .height(DOT)
        .style(move |_| style::boxed(palette.main, palette.main, 0.0, DOT / 2.0));
    let first = (Role::STRONG.line_height(look.roomy) - DOT) / 2.0;
    decorative(
        column![line(above).height(first), dot, line(below).height(Fill)]
            .width(DOT)
            .align_x(Center),
    )
}
