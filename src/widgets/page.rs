//! The frame of a screen: its scroll area, its header, its parts.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::{column, container, scrollable};
use iced::{Fill, border};

use super::beside::beside;
use super::{Element, button, words};
use crate::access::Accessible;
use crate::look::palette::mix;
use crate::look::{Icon, Look, Role, Width, gap, measure};

/// A part of the window that a screen reader and F6 can jump to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landmark {
    /// The way to other screens.
    Navigation,
    /// The screen itself; once in a window.
    Main,
    /// Something beside the screen: an open service.
    Complementary,
    /// Looking for something.
    Search,
    /// A form.
    Form,
    /// The name of the application.
    Banner,
    /// What just happened.
    Status,
}

/// A named part of the window.
pub fn region<'a, M: Clone + 'a>(
    role: Landmark,
    name: impl Into<Cow<'a, str>>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let role = match role {
        Landmark::Navigation => Kind::Navigation,
        Landmark::Main => Kind::Main,
        Landmark::Complementary => Kind::Complementary,
        Landmark::Search => Kind::Search,
        Landmark::Form => Kind::Form,
        Landmark::Banner => Kind::Banner,
        Landmark::Status => Kind::ContentInfo,
    };
    Accessible::new(role, content).label(name.into()).into()
}

/// A screen of one column: one scroll area with the id `page`, the main part of the window.
pub fn page<'a, M: Clone + 'a>(look: &Look, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let content = container(content).max_width(measure::PAGE).width(Fill);
    Accessible::new(Kind::Main, scroll(look, "page", content)).into()
}

/// The top of a page: the way back, the title, and what stands at the right of it. The id of the
/// way back is `back`.
pub fn page_header<'a, M: Clone + 'a>(
    look: &Look,
    title: impl Into<Cow<'a, str>>,
    back: Option<(&'static str, M)>,
    trailing: Option<Element<'a, M>>,
) -> Element<'a, M> {
    header(look, words::title(look, title), "back", back, trailing)
}

/// The top of the detail beside a list, with the id `detail-title` and the way back `detail-back`.
/// Beside the list its title is a heading of the second level, because the page's title is there
/// too; where the detail has the page for itself it is the page's title.
pub fn detail_header<'a, M: Clone + 'a>(
    look: &Look,
    title: impl Into<Cow<'a, str>>,
    back: Option<(&'static str, M)>,
    trailing: Option<Element<'a, M>>,
) -> Element<'a, M> {
    if look.width != Width::Wide {
        return page_header(look, title, back, trailing);
    }
    let title = words::heading(look, Role::DETAIL_TITLE, 2, title)
        .id("detail-title")
        .landing();
    header(look, title.into(), "detail-back", back, trailing)
}

fn header<'a, M: Clone + 'a>(
    look: &Look,
    title: Element<'a, M>,
    back_id: &'static str,
    back: Option<(&'static str, M)>,
    trailing: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let back = back.map(|(label, message)| {
        Element::from(
            button::quiet(look, back_id, label, message)
                .icon(Icon::Back)
                .at_edge(),
        )
    });
    let line: Element<'a, M> = match trailing {
        None => title,
        Some(trailing) => beside(title, trailing, 280.0, gap::L),
    };
    column![back, line].spacing(gap::S).width(Fill).into()
}

/// A vertical scroll area with the page's margin, in which no focus ring is cut off.
pub(super) fn scroll<'a, M: 'a>(
    look: &Look,
    id: &'static str,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let margin = look.margin();
    let content = container(content)
        .width(Fill)
        .padding([gap::XL.min(margin), margin]);
    scroll_area(look, id, content)
}

/// A vertical scroll area with a thin bar; its content has its own room for focus rings.
pub fn scroll_area<'a, M: 'a>(
    look: &Look,
    id: &'static str,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let palette = look.palette;
    scrollable(content)
        .id(id)
        .width(Fill)
        .height(Fill)
        .direction(scrollable::Direction::Vertical(
            scrollable::Scrollbar::new()
                .width(10)
                .margin(2)
                .scroller_width(6),
        ))
        .style(move |theme, status| {
            let mut style = scrollable::default(theme, status);
            let held = match status {
                scrollable::Status::Active { .. } => false,
                scrollable::Status::Hovered {
                    is_vertical_scrollbar_hovered,
                    ..
                } => is_vertical_scrollbar_hovered,
                scrollable::Status::Dragged { .. } => true,
            };
            let rail = scrollable::Rail {
                background: None,
                border: border::rounded(4),
                scroller: scrollable::Scroller {
                    background: if held {
                        palette.edge
                    } else {
                        mix(palette.ground, palette.edge, 0.75)
                    }
                    .into(),
                    border: border::rounded(4),
                },
            };
            style.vertical_rail = rail;
            style.horizontal_rail = rail;
            style
        })
        .into()
}
