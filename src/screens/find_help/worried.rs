//! "What are you worried about?": seven answers; one press leads to first steps and services.

use iced::widget::column;

use super::{FindHelp, Message, filters, found};
use crate::directory::service;
use crate::guide::safety;
use crate::guide::worries::{self, Worry};
use crate::look::{Icon, Look, Tint, gap};
use crate::screens::Context;
use crate::widgets::{self, Element, button, link, notice, quiet_link, row_button, words as text};
use crate::words;

/// The seven worries, with the safety line first.
pub(super) fn worries<'a>(look: &Look) -> Element<'a, Message> {
    let rows = worries::all().iter().map(|worry| {
        row_button(
            look,
            format!("find/worry/{}", worry.id),
            worry.title.clone(),
            Some(worry.signs_in_words()),
            None,
            Some((icon(&worry.id), Tint::Plain)),
            Message::Worried(worry),
        )
    });
    let search = button::plain(
        look,
        "find/leave-worry",
        "Search for a service",
        Message::Search,
    );
    column![
        widgets::page_header(look, "What are you worried about?", None, None),
        safety_line(look),
        text::reading(
            look,
            "Press the one that is nearest. You do not need a diagnosis to ask for help."
        ),
        widgets::list(look, "Worries", rows.collect()),
        search.icon(Icon::Find),
    ]
    .spacing(gap::L)
    .into()
}

/// The safety numbers, before anything else.
fn safety_line<'a>(look: &Look) -> Element<'a, Message> {
    notice::due(look, "Is someone in danger?", safety::in_short())
        .icon(Icon::Phone)
        .action(link(
            look,
            "find/emergency",
            "All safety numbers",
            Message::Emergency,
        ))
        .into()
}

/// One worry: what to do first, then the services to turn to, the right one first.
pub(super) fn worry<'a>(
    find: &'a FindHelp,
    worry: &'static Worry,
    context: &'a Context,
    look: &Look,
    open: Option<service::Id>,
) -> Element<'a, Message> {
    let back = Some(("All worries", Message::AskWorry));
    let start = (!find.first.is_empty()).then(|| {
        column![
            text::section(look, "Start here"),
            found::list(&find.first, context, look, open, "Start here"),
        ]
        .spacing(gap::M)
    });
    let more = find.results.total() > 0;
    let more = more.then(|| {
        column![
            text::section(look, "More that may help"),
            found::cards(find, context, look, open, "More that may help"),
        ]
        .spacing(gap::M)
    });
    let all = button::plain(
        look,
        "find/leave-worry",
        "Search and filter",
        Message::Search,
    );
    column![
        widgets::page_header(look, worry.title.as_str(), back, None),
        worry.safety.then(|| safety_line(look)),
        steps(worry, look),
        filters::age(find, look),
        start,
        more,
        all.icon(Icon::Filters),
        sources(worry, look),
    ]
    .spacing(gap::L)
    .into()
}

fn steps<'a>(worry: &'static Worry, look: &Look) -> Element<'a, Message> {
    let steps = worry.steps.iter().enumerate();
    let steps = steps.map(|(at, step)| text::reading(look, format!("{}. {step}", at + 1)));
    column![
        text::section(look, "What to do first"),
        widgets::list_spaced(look, "First steps", steps.collect(), gap::S),
    ]
    .spacing(gap::S)
    .into()
}

fn sources<'a>(worry: &'static Worry, look: &Look) -> Element<'a, Message> {
    let sources = worry.sources.iter().enumerate().map(|(at, source)| {
        let id = format!("find/worry/{}/source/{at}", worry.id);
        let visit = Message::Visit(source.url.clone());
        quiet_link(look, id, source.dated_title(), visit)
    });
    let read_on = words::date(worries::checked_on());
    column![
        text::section(look, "Where these first steps come from"),
        text::quiet(look, format!("Read on {read_on}.")),
        widgets::list_spaced(look, "Pages", sources.collect(), gap::XS),
    ]
    .spacing(gap::S)
    .into()
}

fn icon(worry: &str) -> Icon {
    match worry {
        "speech" => Icon::Talk,
        "behaviour" => Icon::Community,
        "learning" => Icon::Education,
        "movement" => Icon::Person,
        "hearing-vision" => Icon::Look,
        "feelings" => Icon::SocialCare,
        "health" => Icon::Health,
        _ => Icon::Worried,
    }
}
