//! One card, and the page about what may change.

use iced::widget::column;

use super::{Message, Rights, step_words};
use crate::guide::easy_read::Whole;
use crate::guide::rights::{self, Card};
use crate::look::{Icon, Look, Tint, gap};
use crate::screens::Context;
use crate::screens::shared::terms::Terms;
use crate::screens::shared::{easy_read, guide_card};
use crate::widgets::{self, Element, notice, row_button, words as text};

const BACK: (&str, Message) = ("All rights", Message::All);

impl Rights {
    pub(super) fn card<'a>(
        &'a self,
        card: &'static Card,
        context: &'a Context,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        let prefix = format!("rights/{}", card.id);
        terms.note(&card.title);
        let says = terms.reading(card.says.as_str());
        let fact = |key: &'static str, value: &'static str| (key, terms.body(value));
        let facts = vec![
            ("By when", terms.strong(card.by_when.as_str())),
            fact("Who must do it", &card.who),
            fact("It counts from", &card.start),
            fact("Exceptions", &card.exceptions),
            fact("Law", &card.law),
        ];
        let note = card
            .note
            .as_deref()
            .map(|note| -> Element<'a, Message> { terms.reading(note) });
        let not_checked = card
            .not_checked
            .as_deref()
            .map(|what| -> Element<'a, Message> {
                let title = "We could not check all of this.";
                notice::due(look, title, "").body(terms.body(what)).into()
            });
        let rights = card.see.iter().filter_map(|id| rights::find(id));
        let rights = rights.map(|other| {
            terms.note(&other.title);
            terms.note(&other.by_when);
            row_button(
                look,
                format!("{prefix}/see/{}", other.id),
                other.title.as_str(),
                Some(other.by_when.as_str()),
                None,
                Some((Icon::Rights, Tint::Plain)),
                Message::Open(&other.id),
            )
        });
        let rights: Vec<Element<'a, Message>> = rights.collect();
        let rights = (!rights.is_empty()).then(|| {
            column![
                text::subsection(look, "Rights to read next"),
                widgets::list(look, "Rights to read next", rights),
            ]
            .spacing(gap::S)
        });
        let services = card
            .services
            .iter()
            .filter_map(|slug| context.directory.by_slug(slug))
            .map(|service| {
                row_button(
                    look,
                    format!("{prefix}/service/{}", service.id),
                    service.name.as_str(),
                    Some(service.organization.as_str()),
                    None,
                    Some((Icon::Find, Tint::Plain)),
                    Message::Service(service.id),
                )
            });
        column![
            widgets::page_header(
                look,
                card.title.as_str(),
                Some(BACK),
                easy_read::button(look, &Whole::Right(card.id.clone()), Message::Go)
            ),
            says,
            widgets::key_values(look, facts),
            note,
            not_checked,
            column![
                text::section(look, "If it is missed"),
                terms.reading(card.if_missed.as_str()),
                text::subsection(look, "Who can help"),
                widgets::list(look, "Who can help", services.collect()),
                rights,
            ]
            .spacing(gap::S),
            guide_card::take_along(
                look,
                &prefix,
                &self.kept,
                (&card.ask, &step_words(card)),
                context,
                terms,
                Message::Keep,
            ),
            column![
                text::section(look, "Where this comes from"),
                guide_card::sources(
                    look,
                    &prefix,
                    &card.sources,
                    rights::checked_on(),
                    Message::Visit
                ),
                terms.quiet(format!("Law checked in {}.", rights::law_checked())),
                terms.quiet(rights::warning()),
            ]
            .spacing(gap::S),
            terms.rest(),
        ]
        .spacing(gap::L)
        .into()
    }
}

/// What was announced, and how time is counted.
pub(super) fn may_change<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let reform = rights::reform();
    terms.note(&reform.title);
    let says = reform.says.iter();
    let says = says.map(|says| terms.reading(says.as_str()));
    let counting = rights::counting().iter().enumerate().map(|(at, counting)| {
        column![
            terms.reading(counting.rule.as_str()),
            guide_card::sources(
                look,
                &format!("rights/counting/{at}"),
                &counting.sources,
                rights::checked_on(),
                Message::Visit,
            ),
        ]
        .spacing(gap::XS)
        .into()
    });
    column![
        widgets::page_header(look, reform.title.as_str(), Some(BACK), None),
        text::strong(look, format!("Law checked in {}.", rights::law_checked())),
        column(says).spacing(gap::M),
        guide_card::sources(
            look,
            "rights/reform",
            &reform.sources,
            rights::checked_on(),
            Message::Visit
        ),
        text::section(look, "How time is counted"),
        widgets::list_spaced(look, "How time is counted", counting.collect(), gap::L),
        terms.rest(),
    ]
    .spacing(gap::L)
    .into()
}
