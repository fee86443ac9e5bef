//! What every card of the guide offers: its pages, and taking it along.

use iced::widget::column;
use jiff::civil::Date;

use crate::directory::service::Id as ServiceId;
use crate::guide::Source;
use crate::look::{Icon, Look, gap};
use crate::record::{self, Question};
use crate::screens::Context;
use crate::widgets::{self, Element, button, web_link, words as text};
use crate::words;

/// Puts a question in the family's list.
///
/// # Errors
/// When it could not be kept; nothing of it was.
pub fn ask(
    context: &mut Context,
    words: &str,
    service: Option<ServiceId>,
) -> Result<(), record::Error> {
    let mut question = Question::new(&context.now());
    words.clone_into(&mut question.text);
    question.service = service;
    context.change("Question added", |change| change.put_question(&question))
}

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

/// “Ask this”, “Write a note” and “Copy as text”, in a row.
pub fn take_along<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    on_ask: M,
    on_note: M,
    on_copy: M,
) -> Element<'a, M> {
    let ask = button::plain(look, format!("{prefix}/ask"), "Ask this", on_ask)
        .icon(Icon::Questions)
        .describe("Adds it to your questions.");
    let note = button::plain(look, format!("{prefix}/note"), "Write a note", on_note);
    let copy = button::plain(look, format!("{prefix}/copy"), "Copy as text", on_copy);
    widgets::wrap_row(
        vec![
            ask.into(),
            note.icon(Icon::Notes).into(),
            copy.icon(Icon::Copy).into(),
        ],
        gap::M,
    )
}
