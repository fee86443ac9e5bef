//! One term: what it stands for, what it means, where it leads, and how sure we are.

use iced::widget::column;

use super::{Message, WordsExplained, question, service_of, step_words};
use crate::guide::words::{self, Support, Term};
use crate::look::{Icon, Look, Tint, gap};
use crate::screens::Context;
use crate::screens::shared::guide_card;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, link, notice, row_button, words as text};

impl WordsExplained {
    pub(super) fn term<'a>(
        &'a self,
        term: &'static Term,
        context: &'a Context,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        terms.explained(term);
        let back = Some(("All words", Message::All));
        let stands_for = term.stands_for.as_ref().map(|full| {
            let full: Element<'a, Message> = text::strong(
                look,
                match term.support {
                    Support::NotChecked => format!("We think it stands for: {full}."),
                    Support::Read | Support::NameOnly | Support::Ours => {
                        format!("It stands for: {full}.")
                    }
                },
            );
            full
        });
        let meaning = terms.reading(term.meaning.as_str());
        let also = (!term.also.is_empty()).then(|| {
            let names = crate::words::list(&term.also);
            let also: Element<'a, Message> = terms.body(format!("Also called: {names}."));
            also
        });
        let note = term.note.as_deref();
        let note = note.map(|note| -> Element<'a, Message> { terms.reading(note) });
        let see = see(term, look);
        let service = service_of(context, term)
            .and_then(|id| context.directory.service(id))
            .map(|service| {
                row_button(
                    look,
                    format!("words/service/{}", service.id),
                    service.name.as_str(),
                    Some("Open it in Find help"),
                    None,
                    Some((Icon::Find, Tint::Plain)),
                    Message::Service(service.id),
                )
            })
            .map(|row| {
                column![
                    text::section(look, "The service"),
                    widgets::list(look, "The service", vec![row])
                ]
                .spacing(gap::S)
            });
        let sure: Element<'a, Message> = match term.support {
            Support::NotChecked => {
                notice::due(look, "We could not check this", term.support.words()).into()
            }
            support => text::reading(look, support.words()),
        };
        let pages = guide_card::sources(
            look,
            &format!("words/{}", term.id),
            &term.sources,
            words::checked_on(),
            Message::Visit,
        );
        column![
            widgets::page_header(look, term.term.as_str(), back, None),
            stands_for,
            meaning,
            also,
            note,
            see,
            service,
            guide_card::take_along(
                look,
                &format!("words/{}", term.id),
                &self.kept,
                (&question(term), &step_words(term)),
                context,
                terms,
                Message::Keep,
            ),
            terms.rest(),
            column![text::section(look, "Where this comes from"), sure, pages].spacing(gap::S),
        ]
        .spacing(gap::L)
        .into()
    }
}

/// The name today of an old one, or the terms that belong to it.
fn see<'a>(term: &'static Term, look: &Look) -> Option<Element<'a, Message>> {
    let links: Vec<_> = term
        .see
        .iter()
        .filter_map(|id| words::find(id))
        .map(|other| {
            let id = format!("words/see/{}", other.id);
            let title = match &other.stands_for {
                Some(full) => format!("{} ({full})", other.term),
                None => other.term.clone(),
            };
            link(look, id, title, Message::Open(&other.id))
        })
        .collect();
    let title = if term.old_name {
        "The name today"
    } else {
        "See also"
    };
    (!links.is_empty()).then(|| {
        column![
            text::section(look, title),
            widgets::list_spaced(look, title, links, gap::XS)
        ]
        .spacing(gap::S)
        .into()
    })
}
