//! What just happened, and how far something long has come.

use std::borrow::Cow;

use accesskit::{Live, Role as Kind};
use iced::widget::{column, container, row, space};
use iced::{Center, Fill, FillPortion};

use super::{Element, icon, style};
use crate::access::{Accessible, decorative};
use crate::look::{Icon, Look, Role, gap};

/// The line that says what just happened, with at most one action: `Undo`. It must stay in the
/// window even when it is empty, so that a screen reader hears it change. Its id is `status`.
pub fn status<'a, M: Clone + 'a>(
    look: &Look,
    text: &'a str,
    action: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let shown = !text.is_empty();
    let colour = look.palette.text;
    let mark = shown.then(|| icon::on_line(look, Icon::CheckedOn, Role::BODY, look.palette.main));
    let words = row![
        mark,
        shown.then(|| style::text(look, Role::BODY, colour, text))
    ]
    .spacing(gap::S);
    let line = Accessible::new(Kind::Status, container(words))
        .id("status")
        .label(text)
        .leaf()
        .with(|node| node.set_live(Live::Polite));
    let palette = look.palette;
    let (hairline, over) = if shown { (1.0, gap::XS) } else { (0.0, 0.0) };
    let hairline = container(space())
        .width(Fill)
        .height(hairline)
        .style(move |_| style::boxed(palette.line, palette.line, 0.0, 0.0));
    let words = row![Element::from(line), action]
        .spacing(gap::L)
        .align_y(Center);
    let strip = container(words)
        .width(Fill)
        .padding([over, look.margin()])
        .style(move |_| style::boxed(palette.raised, palette.raised, 0.0, 0.0));
    column![decorative(hairline), strip].into()
}

/// Words on a page that say what goes on just now; a screen reader says them when they come.
pub fn status_words<'a, M: Clone + 'a>(
    look: &Look,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    let words = words.into();
    let said = words.clone().into_owned();
    let text = style::text(look, Role::BODY, look.palette.quiet, words);
    Accessible::new(Kind::Status, text)
        .leaf()
        .label(said)
        .with(|node| node.set_live(Live::Polite))
        .into()
}

/// How far something has come: `done` from 0 to 1, and the same in words: `3 of 12 pages`.
pub fn progress<'a, M: Clone + 'a>(
    look: &Look,
    name: impl Into<Cow<'a, str>>,
    done: f32,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    const HEIGHT: f32 = 12.0;
    let palette = look.palette;
    let words = words.into();
    let done = done.clamp(0.0, 1.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 1,000"
    )]
    let part = (done * 1_000.0).round() as u16;
    let filled = (part > 0).then(|| {
        container(space())
            .width(FillPortion(part))
            .height(Fill)
            .style(move |_| style::boxed(palette.main, palette.main, 0.0, HEIGHT / 2.0))
    });
    let rest = (part < 1_000).then(|| space().width(FillPortion(1_000 - part)));
    let bar = container(row![filled, rest])
        .height(HEIGHT)
        .width(Fill)
        .style(move |_| style::boxed(palette.raised, palette.edge, 1.0, HEIGHT / 2.0));
    let said = words.clone().into_owned();
    let content = column![
        decorative(bar),
        style::text(look, Role::LABEL, palette.quiet, words)
    ]
    .spacing(gap::XS);
    Accessible::new(Kind::ProgressIndicator, content)
        .leaf()
        .label(name.into())
        .with(|node| {
            node.set_numeric_value(f64::from(done) * 100.0);
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
            node.set_value(said);
        })
        .into()
}
