//! The first evening: three plain choices, and nothing asked for.

use iced::widget::{column, container, row};
use iced::{Center, Fill};

use super::Message;
use crate::look::{Icon, Look, Tint, Width, gap, measure};
use crate::screens::{Context, FindStart, Place};
use crate::widgets::{self, Element, link};
use crate::words;

pub(super) fn view<'a>(
    context: &'a Context,
    look: &Look,
    problem: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let services = words::count(context.directory.services().len(), "service", "services");
    let header = widgets::page_header(look, "Welcome. What would help first?", None, None);
    let choices = [
        choice(
            look,
            "today/worried",
            (Icon::Worried, Tint::Information),
            "I’m worried about my child",
            "A few short questions, then what to do first.".to_owned(),
            Message::Open(Place::Worried(None)),
        ),
        choice(
            look,
            "today/find",
            (Icon::Find, Tint::Health),
            "Find a service",
            format!("{services} for Somerset families, with how to get each one."),
            FindStart::Search.into(),
        ),
        choice(
            look,
            "today/sample",
            (Icon::Family, Tint::Community),
            "Look around with a sample family",
            "An invented family to try things with. Gone in one press.".to_owned(),
            Message::SampleFamily,
        ),
    ];
    let content = column![
        header,
        widgets::reading(
            look,
            "Withy works without the internet and without an account. \
             Nothing you write leaves this computer unless you send it.",
        ),
        problem,
    ]
    .extend(choices)
    .push(link(
        look,
        "today/easy-read",
        "Easy Read pages, with short sentences and pictures",
        Message::Open(Place::EasyRead(None)),
    ))
    .spacing(gap::L);
    // With room to spare it stands a little way in, like the first page of a book.
    let margin = match look.width {
        Width::Wide => gap::XXL,
        Width::Middle | Width::Narrow => 0.0,
    };
    widgets::page(
        look,
        container(content)
            .padding([margin / 2.0, margin])
            .max_width(measure::READING + 2.0 * (gap::HUGE + margin)),
    )
}

fn choice<'a>(
    look: &Look,
    id: &'static str,
    (icon, tint): (Icon, Tint),
    name: &'static str,
    detail: String,
    on_press: Message,
) -> Element<'a, Message> {
    let content = row![
        widgets::tinted_icon(look, icon, tint),
        column![widgets::card_title(look, name), widgets::body(look, detail)]
            .spacing(gap::XS)
            .width(Fill)
    ]
    .spacing(gap::L)
    .padding(gap::XS)
    .align_y(Center);
    widgets::card_button(look, id, name, content, false, on_press)
}
