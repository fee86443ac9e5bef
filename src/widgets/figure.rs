//! Pictures of facts, drawn from boxes. Each is one thing to a screen reader, which says in words
//! all that it shows, and no picture needs its colours.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::{Column, Row, column, container, row, space};
use iced::{Bottom, Center, Fill, Shrink};

use super::{Element, icon, style};
use crate::access::{Accessible, decorative};
use crate::look::{Icon, Look, Role, gap, measure};

/// A picture that says `says` in place of what it shows.
fn figure<'a, M: Clone + 'a>(
    says: impl Into<Cow<'a, str>>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    Accessible::new(Kind::Image, decorative(content))
        .leaf()
        .label(says.into())
        .into()
}

/// One of the things that [`tiles`] shows.
pub struct Tile<'a> {
    /// What it is.
    pub title: Cow<'a, str>,
    /// What was found, in words.
    pub says: Cow<'a, str>,
    /// The same as an icon.
    pub icon: Icon,
    /// It is drawn so that the eye finds it: square, with a thick edge, where others are round.
    pub stands_out: bool,
}

/// Things of two sorts as tiles, three beside each other or one where there is little room.
pub fn tiles<'a, M: Clone + 'a>(
    look: &Look,
    says: impl Into<Cow<'a, str>>,
    tiles: Vec<Tile<'a>>,
) -> Element<'a, M> {
    let beside = if look.is_narrow() { 1 } else { 3 };
    let mut tiles = tiles.into_iter();
    let mut lines = Column::new().spacing(gap::S).width(Fill);
    loop {
        let line: Vec<Element<'a, M>> = tiles
            .by_ref()
            .take(beside)
            .map(|one| tile(look, one))
            .collect();
        if line.is_empty() {
            break;
        }
        lines = lines.push(Row::with_children(line).spacing(gap::S).height(Shrink));
    }
    figure(says, lines)
}

fn tile<'a, M: 'a>(look: &Look, tile: Tile<'a>) -> Element<'a, M> {
    let palette = look.palette;
    let (ground, edge, width, radius) = if tile.stands_out {
        (palette.due_ground, palette.text, 3.0, 0.0)
    } else {
        (
            palette.raised,
            palette.line,
            1.0,
            measure::CARD_RADIUS * 2.0,
        )
    };
    let title = style::text(look, Role::STRONG, palette.text, tile.title);
    let says = style::text(look, Role::LABEL, palette.text, tile.says);
    let mark = icon::coloured(tile.icon, 28.0, palette.text);
    let inside = row![mark, column![title, says].width(Fill)].spacing(gap::M);
    container(inside)
        .width(Fill)
        .height(if look.is_narrow() { Shrink } else { Fill })
        .padding(gap::M)
        .style(move |_| style::boxed(ground, edge, width, radius))
        .into()
}

/// Years along a line with a block above a year for each thing that happened in it: two blocks
/// beside each other, and the count on top.
pub fn years<'a, M: Clone + 'a>(
    look: &Look,
    says: impl Into<Cow<'a, str>>,
    years: &[(i16, usize)],
) -> Element<'a, M> {
    /// A line of figures, in pixels.
    const FIGURES: f32 = 22.0;
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or(0);
    #[allow(clippy::cast_precision_loss, reason = "a count of events in a year")]
    let height = most.div_ceil(2) as f32 * (BLOCK + BETWEEN) + FIGURES;
    let stacks = years.iter().map(|(_, count)| {
        let shown = (*count > 0).then(|| {
            style::text(
                look,
                Role::STRONG_LABEL,
                look.palette.text,
                count.to_string(),
            )
        });
        let stack = column![shown, blocks(look, *count)]
            .spacing(BETWEEN)
            .align_x(Center);
        container(stack)
            .center_x(Fill)
            .height(height)
            .align_y(Bottom)
            .into()
    });
    let small = Role {
        size: 14.0,
        ..Role::LABEL
    };
    let names = years.iter().map(|(year, _)| {
        let name = if look.is_narrow() {
            format!("’{:02}", year % 100)
        } else {
            year.to_string()
        };
        let name = style::text(look, small, look.palette.text, name);
        let tick = container(space())
            .width(2)
            .height(gap::S)
            .style(look_of(look));
        let under = column![tick, name].align_x(Center);
        container(under).center_x(Fill).into()
    });
    let line = container(space())
        .width(Fill)
        .height(3)
        .style(look_of(look));
    figure(
        says,
        column![Row::with_children(stacks), line, Row::with_children(names)].width(Fill),
    )
}

/// The side of a block, and the space between two, in pixels.
const BLOCK: f32 = 13.0;
const BETWEEN: f32 = 3.0;

fn blocks<'a, M: 'a>(look: &Look, count: usize) -> Element<'a, M> {
    let mut lines = Column::new().spacing(BETWEEN);
    // The uppermost line is the one that may have a block to itself.
    let mut left = count;
    while left > 0 {
        let beside = if left % 2 == 1 { 1 } else { 2 };
        let block = || -> Element<'a, M> {
            container(space())
                .width(BLOCK)
                .height(BLOCK)
                .style(look_of(look))
                .into()
        };
        lines = lines.push(Row::with_children((0..beside).map(|_| block())).spacing(BETWEEN));
        left -= beside;
    }
    lines.into()
}

fn look_of(look: &Look) -> impl Fn(&iced::Theme) -> container::Style + 'static {
    let colour = look.palette.main;
    move |_| style::boxed(colour, colour, 0.0, 2.0)
}
