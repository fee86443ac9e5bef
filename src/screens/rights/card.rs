//! One card, and the page about what may change.

use iced::widget::column;

use super::{Message, Rights};
use crate::guide::easy_read::Whole;
use crate::guide::rights::{self, Card};
use crate::look::{Icon, Look, Tint, gap};
use crate::screens::Context;
use crate::screens::shared::{easy_read, guide_card};
use crate::widgets::{self, Element, notice, row_button, words as text};

const BACK: (&str, Message) = ("All rights", Message::All);

impl Rights {
    pub(super) fn card<'a>(
        &'a self,
        card: &'static Card,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let prefix = format!("rights/{}", card.id);
        let fact = |key: &'static str, value: &'static str| (key, text::body(look, value));
        let facts = vec![
            ("By when", text::strong(look, card.by_when.as_str())),
            fact("Who must do it", &card.who),
            fact("It counts from", &card.start),
            fact("Exceptions", &card.exceptions),
            fact("Law", &card.law),
        ];
        let note = card
            .note
            .as_deref()
            .map(|note| -> Element<'a, Message> { text::reading(look, note) });
        let not_checked = card
            .not_checked
            .as_deref()
            .map(|what| -> Element<'a, Message> {
                notice::due(look, "We could not check all of this.", what).into()
            });
        let problem = self
            .problem
            .as_ref()
            .map(|problem| -> Element<'a, Message> {
                notice::problem(look, "The question was not kept", problem.to_string()).into()
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
        let texts = [
            &card.title,
            &card.says,
            &card.who,
            &card.start,
            &card.exceptions,
            &card.law,
            &card.if_missed,
            &card.ask,
        ];
        let also = card.note.iter().chain(&card.not_checked);
        let texts: Vec<&str> = texts
            .into_iter()
            .chain(also)
            .map(String::as_str)
            .chain([rights::warning()])
            .collect();
        let short_forms = guide_card::short_forms(look, &prefix, &texts, Message::Word);
        column![
            widgets::page_header(
                look,
                card.title.as_str(),
                Some(BACK),
                easy_read::button(look, &Whole::Right(card.id.clone()), Message::Go)
            ),
            text::reading(look, card.says.as_str()),
            widgets::key_values(look, facts),
            note,
            not_checked,
            column![
                text::section(look, "If it is missed"),
                text::reading(look, card.if_missed.as_str()),
                widgets::list(look, "Who can help", services.collect()),
            ]
            .spacing(gap::S),
            column![
                text::section(look, "A question to ask"),
                text::reading(look, format!("“{}”", card.ask)),
                guide_card::take_along(
                    look,
                    &prefix,
                    Message::Ask(card),
                    Message::Note,
                    Message::Copy(card),
                ),
                problem,
            ]
            .spacing(gap::M),
            short_forms,
            column![
                text::section(look, "Where this comes from"),
                guide_card::sources(
                    look,
                    &prefix,
                    &card.sources,
                    rights::checked_on(),
                    Message::Visit
                ),
                text::quiet(
                    look,
                    format!(
                        "Law checked in {}. {}",
                        rights::law_checked(),
                        rights::warning()
                    ),
                ),
            ]
            .spacing(gap::S),
        ]
        .spacing(gap::L)
        .into()
    }
}

/// What was announced, and how time is counted.
pub(super) fn may_change<'a>(look: &Look) -> Element<'a, Message> {
    let reform = rights::reform();
    let says = reform.says.iter();
    let says = says.map(|says| text::reading(look, says.as_str()));
    let counting = rights::counting().iter().enumerate().map(|(at, counting)| {
        column![
            text::reading(look, counting.rule.as_str()),
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
    let texts = reform.says.iter().map(String::as_str);
    let rules = rights::counting().iter();
    let texts: Vec<&str> = texts.chain(rules.map(|one| one.rule.as_str())).collect();
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
        guide_card::short_forms(look, "rights/may-change", &texts, Message::Word),
    ]
    .spacing(gap::L)
    .into()
}
