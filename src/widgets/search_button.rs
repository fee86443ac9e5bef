//! A button that looks like the search field it opens.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::advanced::widget::Id;
use iced::widget::{self, row};
use iced::{Center, Fill};

use super::{Element, icon, style};
use crate::access::Accessible;
use crate::look::{Icon, Look, Role, gap, measure};

/// Opens Search: `label` as the placeholder of a field, and its shortcut at the end.
pub fn search_button<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    shortcut: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Element<'a, M> {
    let palette = look.palette;
    let label: Cow<'a, str> = label.into();
    let shortcut: Cow<'a, str> = shortcut.into();
    let content = row![
        icon::on_line(look, Icon::Find, Role::BODY, palette.text),
        style::text(look, Role::BODY, palette.quiet, label.clone()).width(Fill),
        style::text(look, Role::LABEL, palette.quiet, shortcut.clone()),
    ]
    .spacing(gap::M)
    .align_y(Center);
    let line = Role::BODY.line_height(look.roomy);
    let stock = widget::button(content)
        .width(measure::READING / 2.0)
        .padding([((48.0 - line) / 2.0).max(gap::XS), gap::L])
        .on_press(on_press)
        .style(style::pressable(
            Some(palette.raised),
            palette.information_ground,
            style::edge(palette.edge, 1.0),
            palette.text,
        ));
    Accessible::new(Kind::Button, stock)
        .id(id)
        .label(label)
        .key(shortcut)
        .control()
        .ring(style::ring(look, measure::RADIUS))
        .into()
}
