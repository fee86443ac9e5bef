//! What every card of the guide offers: its question, taking it along, and its pages.

use iced::widget::column;
use jiff::civil::Date;

use super::guidance;
use super::keeping::{Kept, Message};
use crate::guide::Source;
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button, notice, web_link, words as text};
use crate::words;

/// The pages that something rests on, each a link, and the day they were read.
pub fn sources<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    pages: &'static [Source],
    checked_on: Date,
    on_visit: impl Fn(String) -> M,
) -> Element<'a, M> {
    let links = pages.iter().enumerate().map(|(at, source)| {
        let id = format!("{prefix}/source/{at}");
        let url = &source.url;
        web_link(look, id, source.dated_title(), url, on_visit(url.clone()))
    });
    let read_on = words::date(checked_on);
    column![
        widgets::list_spaced(look, "Pages", links.collect(), gap::XS),
        text::quiet(look, format!("Read on {read_on}.")),
    ]
    .spacing(gap::XS)
    .into()
}

/// The question of a card with “Ask this”, and the four things that every page offers.
pub fn take_along<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    kept: &'a Kept,
    (question, step): (&str, &str),
    context: &Context,
    terms: &Terms<M>,
    wrap: impl Fn(Message) -> M + Clone + 'a,
) -> Element<'a, M> {
    let problem = kept
        .problem
        .as_deref()
        .map(|problem| Element::from(notice::problem(look, "Something went wrong", problem)));
    let id = format!("{prefix}/ask");
    let after = guidance::after(look, &id, kept, question, context, wrap.clone());
    let ask = if kept.has_question(question) {
        text::with_icon(look, Icon::Check, "In your questions")
    } else {
        let on_ask = wrap(Message::Ask(question.to_owned()));
        button::plain(look, id, "Ask this", on_ask)
            .icon(Icon::Add)
            .name(format!("Ask this: {question}"))
            .into()
    };
    column![
        column![
            text::section(look, "A question to ask"),
            terms.reading(format!("“{question}”")),
            ask,
            after,
            problem,
        ]
        .spacing(gap::M),
        column![
            text::section(look, "Take it with you"),
            guidance::take_along(look, prefix, kept, step, context, wrap),
        ]
        .spacing(gap::M),
    ]
    .spacing(gap::L)
    .into()
}
