//! Who promised, what parents were asked, how it was watched, and what followed.

use iced::widget::column;

use super::Message;
use crate::guide::plan;
use crate::look::{Look, gap};
use crate::screens::shared::guide_card;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, notice, words as text};

/// Each part of it with its pages, and what nobody could find.
pub(super) fn later<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let parts = plan::more().iter().map(|part| {
        terms.note(&part.title);
        let says = part.says.iter();
        let says = says.map(|says| terms.reading(says.as_str()));
        column![
            text::section(look, part.title.as_str()),
            widgets::list_spaced(look, part.title.as_str(), says.collect(), gap::S),
            guide_card::sources(
                look,
                &format!("plan/{}", part.id),
                &part.sources,
                plan::checked_on(),
                Message::Visit,
            ),
        ]
        .spacing(gap::S)
        .into()
    });
    let missing = plan::not_found().iter();
    let missing = missing.map(|what| terms.body(what.as_str()));
    column![
        column(parts).spacing(gap::XL),
        notice::information(look, "There may be something newer", "")
            .body(terms.body(plan::words().newer.as_str())),
        text::section(look, "What we could not find"),
        widgets::list_spaced(look, "What we could not find", missing.collect(), gap::XS),
    ]
    .spacing(gap::L)
    .into()
}
