//! What stands around every page: the rail's places, the name, the banner, what is only spoken.

use accesskit::{AriaCurrent, Live, Role};
use iced::widget::{column, container, row, space, stack};
use iced::{Center, Color, Fill, Shrink, Theme, border};

use super::beside::beside;
use super::{Element, icon};
use crate::access::keys::SKIP;
use crate::access::{Accessible, Ring, decorative};
use crate::look::{Icon, Look, gap, measure, typography};

/// One place in the rail: icon and word; filled when it is the open one.
pub fn rail_item<'a, M: Clone + 'a>(
    look: Look,
    id: String,
    name: &'static str,
    image: Icon,
    open: bool,
    on_press: M,
) -> Element<'a, M> {
    let palette = look.palette;
    let colour = if open { palette.on_main } else { palette.text };
    let role = if open {
        typography::Role::STRONG
    } else {
        typography::Role::BODY
    };
    let words = iced::widget::text(name)
        .size(role.size)
        .line_height(iced::Pixels(role.line_height(look.roomy)))
        .font(look.font(role.weight));
    let content = row![
        decorative(
            iced::widget::text(image.glyph().to_string())
                .font(icon_font())
                .size(20)
        ),
        words,
    ]
    .spacing(gap::M)
    .align_y(Center);
    // A long name in a wide typeface goes on in a second line.
    let over = (measure::RAIL_ITEM - role.line_height(look.roomy)) / 2.0;
    let button = iced::widget::button(content)
        .padding([over.max(gap::XS), gap::M])
        .width(Fill)
        .on_press(on_press)
        .style(move |_: &Theme, status| {
            let hovered = matches!(
                status,
                iced::widget::button::Status::Hovered | iced::widget::button::Status::Pressed
            );
            let ground = match (open, hovered) {
                (true, _) => Some(palette.main),
                (false, true) => Some(palette.chosen),
                (false, false) => None,
            };
            let text_color = if hovered && !open {
                palette.on_chosen
            } else {
                colour
            };
            iced::widget::button::Style {
                background: ground.map(Into::into),
                text_color,
                border: border::rounded(measure::RADIUS),
                ..Default::default()
            }
        });
    Accessible::new(Role::Button, button)
        .id(id)
        .control()
        .ring(Ring {
            colour: palette.ring,
            halo: palette.halo,
            radius: measure::RADIUS,
        })
        .with(|node| {
            if open {
                node.set_aria_current(AriaCurrent::Page);
            }
        })
        .into()
}

fn icon_font() -> iced::Font {
    crate::look::icon::FONT
}

/// The name of the application beside its willow.
fn wordmark<'a, M: Clone + 'a>(look: Look) -> Element<'a, M> {
    let role = typography::Role::SECTION;
    let name = iced::widget::text("Withy")
        .size(role.size)
        .font(look.font(iced::font::Weight::Bold))
        .color(look.palette.main);
    let mark = row![
        decorative(
            iced::widget::text(Icon::Withy.glyph().to_string())
                .font(icon_font())
                .size(24)
                .color(look.palette.main)
        ),
        name,
    ]
    .spacing(gap::S)
    .align_y(Center);
    // In the rail it stands over the places; in the bar of a narrow window, over the page.
    let side = if look.is_narrow() { 0.0 } else { gap::M };
    container(mark).padding([gap::S, side]).into()
}

/// The name of the application, and in its place, for who comes there by Tab, the way past the
/// places to the page.
pub fn wordmark_and_skip<'a, M: Clone + 'a>(look: Look, on_press: M) -> Element<'a, M> {
    let palette = look.palette;
    // Beside other buttons its words stand in two small lines.
    let role = typography::Role::LABEL;
    let line = role.line_height(look.roomy);
    let height = (2.0 * line + 4.0).max(measure::TARGET);
    let words = iced::widget::text("Skip to content")
        .size(role.size)
        .line_height(iced::Pixels(line))
        .font(look.font(role.weight))
        .color(palette.on_main)
        .center();
    let ground = container(words)
        .center(Fill)
        .style(move |_| super::style::boxed(palette.main, palette.main, 1.0, measure::RADIUS));
    let skip = Accessible::new(Role::Button, ground)
        .id(SKIP)
        .control()
        .on_press(on_press)
        .only_with_focus()
        .ring(super::style::ring(&look, measure::RADIUS));
    let width = if look.is_narrow() { Shrink } else { Fill };
    let name = container(wordmark(look)).center_y(height).width(width);
    stack![name, Element::from(skip)].into()
}

/// The ground of the rail.
pub fn rail_style(look: Look) -> impl Fn(&Theme) -> container::Style {
    move |_| container::Style {
        background: Some(look.palette.rail.into()),
        text_color: Some(look.palette.text),
        ..Default::default()
    }
}

/// The ground of the window.
pub fn ground_style(look: Look) -> impl Fn(&Theme) -> container::Style {
    move |_| container::Style {
        background: Some(look.palette.ground.into()),
        text_color: Some(look.palette.text),
        ..Default::default()
    }
}

/// A hairline from top to bottom, between the rail and the page.
pub fn upright<'a, M: 'a>(look: Look) -> Element<'a, M> {
    line(look.palette.line).width(1).height(Fill).into()
}

/// A hairline from side to side, under the bar of a narrow window.
pub fn level<'a, M: 'a>(look: Look) -> Element<'a, M> {
    line(look.palette.line).width(Fill).height(1).into()
}

fn line<'a, M: 'a>(colour: Color) -> container::Container<'a, M> {
    container(space()).style(move |_| container::Style {
        background: Some(colour.into()),
        ..Default::default()
    })
}

/// The least room, in pixels, for the banner's sentence beside its button.
const SENTENCE: f32 = 300.0;

/// A strip across the top of every page: the sample family is open.
pub fn banner<'a, M: Clone + 'a>(
    look: Look,
    words: &'static str,
    action: Element<'a, M>,
) -> Element<'a, M> {
    let palette = look.palette;
    let sentence = row![
        icon(&look, Icon::Information, 20.0),
        super::strong(&look, words)
    ]
    .spacing(gap::S)
    .align_y(Center);
    let content = beside(sentence, action, SENTENCE, gap::S);
    // Where the window is low, the page needs the room more.
    let over = if look.is_narrow() { gap::XS } else { gap::S };
    let strip = container(content)
        .padding([over, look.margin()])
        .width(Fill)
        .style(move |_: &Theme| container::Style {
            background: Some(palette.due_ground.into()),
            text_color: Some(palette.text),
            ..Default::default()
        });
    column![strip, level(look)].into()
}

/// Words that are spoken by a screen reader and drawn nowhere, because the page shows them already.
pub fn announcement<'a, M: Clone + 'a>(words: &str) -> Element<'a, M> {
    // Its height must not be a fixed nothing: a column leaves such a child out.
    Accessible::new(Role::Status, space())
        .id("announcement")
        .label(words)
        .with(|node| node.set_live(Live::Polite))
        .into()
}
