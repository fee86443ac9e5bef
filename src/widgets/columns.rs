//! A list and the open thing beside it.

use accesskit::Role as Kind;
use iced::widget::{container, row, rule};
use iced::{Fill, border};

use super::Element;
use super::page::scroll;
use crate::access::Accessible;
use crate::look::{Look, Width, measure};

/// A list and, where there is room, the detail beside it, each in a scroll area of its own with
/// the ids `list` and `detail`. Without room only the detail is there, or the list when none is open.
pub fn two_columns<'a, M: Clone + 'a>(
    look: &Look,
    list: impl Into<Element<'a, M>>,
    detail: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let palette = look.palette;
    let beside = look.width == Width::Wide;
    let Some(detail) = detail else {
        let list = container(list).max_width(measure::PAGE).width(Fill);
        return Accessible::new(Kind::Main, scroll(look, "list", list)).into();
    };
    if !beside {
        return Accessible::new(Kind::Main, scroll(look, "detail", detail)).into();
    }
    let list = Accessible::new(Kind::Main, scroll(look, "list", list));
    let detail = container(scroll(look, "detail", detail)).style(move |_| container::Style {
        background: Some(palette.raised.into()),
        border: border::rounded(0),
        ..container::Style::default()
    });
    let detail = Accessible::new(Kind::Complementary, detail).label("Details");
    let line = rule::vertical(1).style(move |_| rule::Style {
        color: palette.line,
        radius: 0.0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    });
    row![
        container(Element::from(list)).width(measure::LIST_COLUMN),
        line,
        Element::from(detail)
    ]
    .height(Fill)
    .into()
}
