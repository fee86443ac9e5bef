//! A chip: a filter that is on or off, with how many things it would leave.

use std::borrow::Cow;

use accesskit::{Role as Kind, Toggled};
use iced::advanced::widget::Id;
use iced::widget::{self, row};
use iced::{Color, border};

use super::{Element, icon, style};
use crate::access::Accessible;
use crate::look::{Icon, Look, Role, gap};

/// A filter that is on or off. On, it has a tick; a screen reader says "Health, 6".
pub fn chip<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    count: Option<usize>,
    on: bool,
    on_press: M,
) -> Element<'a, M> {
    const HEIGHT: f32 = 38.0;
    let palette = look.palette;
    let label = label.into();
    let (role, ground, edge) = if on {
        (Role::STRONG_LABEL, palette.chosen, palette.main)
    } else {
        (Role::LABEL, palette.raised, palette.edge)
    };
    let name = match count {
        Some(count) => format!("{label}, {}", crate::words::thousands(count)),
        None => label.clone().into_owned(),
    };
    let colour = if on { palette.on_chosen } else { palette.text };
    let tick = on.then(|| icon::on_line(look, Icon::Check, role, colour));
    let count = count.map(|count| {
        let colour: Color = if on { colour } else { palette.quiet };
        style::text(look, role, colour, crate::words::thousands(count))
    });
    // After a very long label the count stands in a line of its own.
    let words = row![style::text(look, role, colour, label), count].spacing(gap::XS + 1.0);
    let words = words.wrap();
    let over = (HEIGHT - role.line_height(look.roomy)) / 2.0;
    let stock = widget::button(row![tick, words].spacing(gap::XS + 2.0))
        .padding([over.max(gap::XS), gap::M])
        .on_press(on_press)
        .style(style::pressable(
            Some(ground),
            palette.chosen,
            border::rounded(HEIGHT / 2.0).width(1).color(edge),
            colour,
        ));
    Accessible::new(Kind::Button, stock)
        .id(id)
        .label(name)
        .control()
        .ring(style::ring(look, HEIGHT / 2.0))
        .with(|node| node.set_toggled(Toggled::from(on)))
        .into()
}
