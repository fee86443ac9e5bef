//! Text that a screen reader reads as text, and headings it can jump between.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::Color;
use iced::widget::{container, row};

use super::{Element, icon, style};
use crate::access::Accessible;
use crate::look::{Icon, Look, Role, gap, measure};

/// The one title of a page: a heading of the first level with the id `page-title`. It takes focus
/// when a page opens, so that a screen reader says where it is; Tab passes over it.
pub fn title<'a, M: Clone + 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    heading(look, Role::PAGE_TITLE, 1, words)
        .id("page-title")
        .landing()
        .into()
}

/// The title of a section: a heading of the second level.
pub fn section<'a, M: Clone + 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    heading(look, Role::SECTION, 2, words).into()
}

/// The title inside a section: a heading of the third level.
pub fn subsection<'a, M: Clone + 'a>(
    look: &Look,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    heading(look, Role::CARD_TITLE, 3, words).into()
}

/// The title on a card that is pressed as a whole: large, but no heading, because the card itself
/// has that name.
pub fn card_title<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    plain(look, Role::CARD_TITLE, look.palette.text, words)
}

/// Body text.
pub fn body<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    plain(look, Role::BODY, look.palette.text, words)
}

/// Body text that stands out.
pub fn strong<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    plain(look, Role::STRONG, look.palette.text, words)
}

/// Text of a page that is read from top to bottom, in lines of 60 to 70 characters.
pub fn reading<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    let text = style::text(look, Role::READING, look.palette.text, words);
    container(text).max_width(measure::READING).into()
}

/// Body text after its number in a list: the lines of the text stand under each other.
pub fn numbered<'a, M: 'a>(
    look: &Look,
    number: usize,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    /// Room for two figures and a full stop, in pixels.
    const FIGURES: f32 = 26.0;
    let number = style::text(look, Role::BODY, look.palette.quiet, format!("{number}."));
    row![container(number).width(FIGURES), body(look, words)].into()
}

/// Words to be written down, as large as the title of a card. Tab stops at them, so that they can
/// be heard again. `what` says what they are.
pub fn to_write_down<'a, M: Clone + 'a>(
    look: &Look,
    id: &'static str,
    what: &'static str,
    words: &'a str,
) -> Element<'a, M> {
    Accessible::new(Kind::Label, card_title(look, words))
        .id(id)
        .stop()
        .description(what)
        .ring(style::ring(look, 4.0))
        .into()
}

/// Small text that matters less.
pub fn quiet<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    plain(look, Role::LABEL, look.palette.quiet, words)
}

/// Small text.
pub fn label<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    plain(look, Role::LABEL, look.palette.text, words)
}

/// Small text that stands out.
pub fn strong_label<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    plain(look, Role::STRONG_LABEL, look.palette.text, words)
}

/// A small quiet fact with its icon: `You can refer`.
pub fn with_icon<'a, M: 'a>(
    look: &Look,
    mark: Icon,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    marked(look, mark, Role::LABEL, look.palette.quiet, words)
}

/// Something due, in its colour and with its icon. The words must say that it is due.
pub fn due<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    marked(look, Icon::Due, Role::STRONG_LABEL, look.palette.due, words)
}

/// What went wrong and what to do, in its colour and with its icon.
pub fn problem_line<'a, M: 'a>(look: &Look, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    let colour = look.palette.stop;
    marked(look, Icon::Alert, Role::STRONG_LABEL, colour, words)
}

/// A heading of any level, not yet placed.
pub(super) fn heading<'a, M: Clone + 'a>(
    look: &Look,
    role: Role,
    level: usize,
    words: impl Into<Cow<'a, str>>,
) -> Accessible<'a, M> {
    let text = style::text(look, role, look.palette.text, words);
    Accessible::new(Kind::Heading, text)
        .leaf()
        .with(|node| node.set_level(level))
}

fn plain<'a, M: 'a>(
    look: &Look,
    role: Role,
    colour: Color,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    style::text(look, role, colour, words).into()
}

fn marked<'a, M: 'a>(
    look: &Look,
    mark: Icon,
    role: Role,
    colour: Color,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    row![
        icon::on_line(look, mark, role, colour),
        style::text(look, role, colour, words),
    ]
    .spacing(gap::XS + 2.0)
    .into()
}
