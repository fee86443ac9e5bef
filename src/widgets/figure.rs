//! Pictures of facts, drawn from boxes. Each is one thing to a screen reader, which says in words
//! all that it shows, and no picture needs its colours.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::{Column, Row, column, container, row, space};
use iced::{Bottom, Center, Fill};

use super::even_row::even_row;
use super::{Element, icon, style};
use crate::access::{Accessible, decorative};
use crate::look::{Icon, Look, Role, Width, gap, measure};

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

/// Things of two sorts as tiles: three beside each other, two, or one where there is little room.
pub fn tiles<'a, M: Clone + 'a>(
    look: &Look,
    says: impl Into<Cow<'a, str>>,
    tiles: Vec<Tile<'a>>,
) -> Element<'a, M> {
    let beside = match look.width {
        Width::Narrow => 1,
        Width::Middle => 2,
        Width::Wide => 3,
    };
    let mut tiles = tiles.into_iter().map(|one| tile(look, one)).peekable();
    let mut lines = Column::new().spacing(gap::S).width(Fill);
    while tiles.peek().is_some() {
        let mut line: Vec<Element<'a, M>> = tiles.by_ref().take(beside).collect();
        // The last line keeps the widths of the others.
        line.resize_with(beside, || space().into());
        lines = lines.push(even_row(line, 0.0, gap::S));
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
        .padding(gap::M)
        .style(move |_| style::boxed(ground, edge, width, radius))
        .into()
}

/// One of the years that [`years`] shows.
pub struct Year<'a> {
    /// The year.
    pub year: i16,
    /// How many things happened in it.
    pub count: usize,
    /// A word or two for what it is known for.
    pub mark: Option<&'a str>,
}

/// Years along a line with a block above a year for each thing that happened in it: two blocks
/// beside each other, and the count on top. What a year is known for stands under it where there
/// is room.
pub fn years<'a, M: Clone + 'a>(
    look: &Look,
    says: impl Into<Cow<'a, str>>,
    years: &[Year<'a>],
) -> Element<'a, M> {
    let most = years.iter().map(|one| one.count).max().unwrap_or(0);
    let figures = Role::STRONG_LABEL.line_height(look.roomy) + BETWEEN;
    #[allow(clippy::cast_precision_loss, reason = "a count of events in a year")]
    let height = most.div_ceil(2) as f32 * (BLOCK + BETWEEN) + figures;
    let stacks = years.iter().map(|one| {
        let stack = column![count(look, one.count), blocks(look, one.count)]
            .spacing(BETWEEN)
            .align_x(Center);
        container(stack)
            .center_x(Fill)
            .height(height)
            .align_y(Bottom)
            .into()
    });
    let names = years.iter().map(|one| name(look, one));
    let line = container(space())
        .width(Fill)
        .height(3)
        .style(look_of(look));
    let content = column![Row::with_children(stacks), line, Row::with_children(names)];
    figure(says, content.width(Fill))
}

fn count<'a, M: 'a>(look: &Look, count: usize) -> Option<Element<'a, M>> {
    let text = look.palette.text;
    let shown = || style::text(look, Role::STRONG_LABEL, text, count.to_string()).into();
    (count > 0).then(shown)
}

/// The year under its tick, and what it is known for.
fn name<'a, M: 'a>(look: &Look, year: &Year<'a>) -> Element<'a, M> {
    let small = Role {
        size: 14.0,
        ..Role::LABEL
    };
    let shown = if look.is_narrow() {
        format!("’{:02}", year.year % 100)
    } else {
        year.year.to_string()
    };
    let mark = year.mark.filter(|_| look.width == Width::Wide);
    let mark = mark.map(|mark| style::text(look, small, look.palette.text, mark).align_x(Center));
    let tick = container(space())
        .width(2)
        .height(gap::S)
        .style(look_of(look));
    let shown = style::text(look, small, look.palette.text, shown);
    let under = column![tick, shown, mark].align_x(Center);
    container(under).center_x(Fill).into()
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
