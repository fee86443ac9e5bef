//! A row of a list that opens something: it reads as a sentence.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::advanced::widget::Id;
use iced::widget::{self, column, row};
use iced::{Border, Center, Fill};

use super::beside::beside;
use super::{Element, hang::hang, icon, style};
use crate::access::Accessible;
use crate::look::{Icon, Look, Role, Tint, gap, measure};

/// The least width of the words, in pixels, that leaves room beside them.
const LEAST: f32 = 260.0;

/// A row that is pressed as a whole: what, then more about it, and when at the end.
pub fn row_button<'a, M: Clone + 'a, S: Into<Cow<'a, str>>>(
    look: &Look,
    id: impl Into<Id>,
    title: S,
    detail: Option<S>,
    trailing: Option<S>,
    mark: Option<(Icon, Tint)>,
    on_press: M,
) -> Element<'a, M> {
    let palette = look.palette;
    let title: Cow<'a, str> = title.into();
    let detail: Option<Cow<'a, str>> = detail.map(Into::into).filter(|words| !words.is_empty());
    let trailing: Option<Cow<'a, str>> = trailing.map(Into::into);
    let parts = [Some(&title), detail.as_ref(), trailing.as_ref()];
    let name = parts
        .into_iter()
        .flatten()
        .map(|part| part.trim_end_matches('.'))
        .collect::<Vec<_>>()
        .join(", ");

    let words = column![
        style::inherited(look, Role::STRONG, title),
        detail.map(|detail| style::text(look, Role::LABEL, palette.quiet, detail)),
    ]
    .width(Fill);
    let trailing = trailing.map(|words| style::text(look, Role::LABEL, palette.quiet, words));
    let mark = mark.map(|(mark, tint)| icon::tinted_icon(look, mark, tint));
    let opens = icon::coloured::<M>(Icon::Right, 20.0, palette.quiet);
    let words: Element<'a, M> = match trailing {
        Some(trailing) => beside(words, trailing, LEAST, gap::M),
        None => words.into(),
    };
    let content = row![mark, words, opens].spacing(gap::M).align_y(Center);
    let stock = widget::button(content)
        .width(Fill)
        .padding(gap::S)
        .on_press(on_press)
        .style(style::pressable(
            None,
            palette.information_ground,
            Border::default().rounded(measure::RADIUS),
            palette.text,
        ));
    let row = Accessible::new(Kind::Button, stock)
        .id(id)
        .label(name)
        .control()
        .ring(style::ring(look, measure::RADIUS));
    hang(row, gap::S)
}
