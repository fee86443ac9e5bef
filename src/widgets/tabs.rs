//! Tabs: a few views of the same thing.

use std::borrow::Cow;
use std::fmt::Debug;

use accesskit::Role as Kind;
use iced::widget::{self, column, container, row, space};
use iced::{Border, Fill, Shrink};

use super::{Element, style};
use crate::access::{Accessible, decorative};
use crate::look::{Look, Role, gap, measure};

/// A row of tabs, one of them open. The ids are `{id_prefix}/{tab}`; the arrow keys walk them.
pub fn tabs<'a, V, M>(
    look: &Look,
    id_prefix: &str,
    name: impl Into<Cow<'a, str>>,
    options: Vec<(V, String)>,
    chosen: V,
    on_choose: impl Fn(V) -> M + 'a,
) -> Element<'a, M>
where
    V: Copy + PartialEq + Debug,
    M: Clone + 'a,
{
    let tabs = options.into_iter().map(|(value, label)| {
        let id = format!("{id_prefix}/{label}");
        tab(look, id, label, value == chosen, on_choose(value))
    });
    let row = row(tabs).spacing(gap::XS).wrap().vertical_spacing(gap::XS);
    let line = super::divider(look);
    Accessible::new(Kind::TabList, column![row, line].width(Fill))
        .label(name.into())
        .into()
}

fn tab<'a, M: Clone + 'a>(
    look: &Look,
    id: String,
    label: String,
    open: bool,
    on_press: M,
) -> Element<'a, M> {
    let palette = look.palette;
    let (role, colour) = if open {
        (Role::STRONG, palette.main)
    } else {
        (Role::BODY, palette.text)
    };
    let bar = container(space()).width(Fill).height(3).style(move |_| {
        let colour = if open {
            palette.main
        } else {
            iced::Color::TRANSPARENT
        };
        style::boxed(colour, colour, 0.0, 1.5)
    });
    let over = (measure::TARGET - 3.0 - role.line_height(look.roomy)) / 2.0;
    let (name, count) = split(&label);
    let count = count.map(|count| style::text(look, Role::BODY, palette.quiet, count.to_owned()));
    let words = row![style::text(look, role, colour, name.to_owned()), count].spacing(gap::S);
    let words = container(words).padding([over.max(gap::XS), gap::M]);
    let stock = widget::button(column![words, decorative(bar)].width(Shrink))
        .padding(0)
        .on_press(on_press)
        .style(style::pressable(
            None,
            palette.information_ground,
            Border::default().rounded(measure::RADIUS),
            palette.text,
        ));
    Accessible::new(Kind::Tab, stock)
        .id(id)
        .label(label)
        .control()
        .ring(style::ring(look, measure::RADIUS))
        .with(|node| node.set_selected(open))
        .into()
}

/// The words of a tab and the count at their end, which is set apart.
fn split(label: &str) -> (&str, Option<&str>) {
    match label.rsplit_once(' ') {
        Some((name, count)) if count.starts_with(|letter: char| letter.is_ascii_digit()) => {
            (name, Some(count))
        }
        _ => (label, None),
    }
}
