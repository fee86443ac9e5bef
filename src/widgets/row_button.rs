//! A row of a list that opens something: it reads as a sentence.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::advanced::widget::Id;
use iced::widget::{self, column, row};
use iced::{Border, Center, Fill};

use super::{Element, icon, style};
use crate::access::Accessible;
use crate::look::{Icon, Look, Role, Tint, gap, measure};

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
    let detail: Option<Cow<'a, str>> = detail.map(Into::into);
    let trailing: Option<Cow<'a, str>> = trailing.map(Into::into);
    let parts = [Some(&title), detail.as_ref(), trailing.as_ref()];
    let name = parts
        .into_iter()
        .flatten()
        .map(|part| part.trim_end_matches('.'))
        .collect::<Vec<_>>()
        .join(", ");

    let words = column![
        style::text(look, Role::STRONG, palette.text, title),
        detail.map(|detail| style::text(look, Role::LABEL, palette.quiet, detail)),
    ]
    .width(Fill);
    let trailing = trailing.map(|words| style::text(look, Role::LABEL, palette.quiet, words));
    let mark = mark.map(|(mark, tint)| icon::tinted_icon(look, mark, tint));
    let content: Element<'a, M> = if look.is_narrow() {
        row![mark, column![words, trailing]]
            .spacing(gap::M)
            .align_y(Center)
            .into()
    } else {
        row![mark, words, trailing]
            .spacing(gap::M)
            .align_y(Center)
            .into()
    };
    let stock = widget::button(content)
        .width(Fill)
        .padding(gap::S)
        .on_press(on_press)
        .style(style::pressable(
            None,
            palette.chosen,
            Border::default().rounded(measure::RADIUS),
            palette.text,
        ));
    Accessible::new(Kind::Button, stock)
        .id(id)
        .label(name)
        .control()
        .ring(style::ring(look, measure::RADIUS))
        .into()
}
