//! One promise: what was promised, what was found and when, and the newest evidence since.

use iced::widget::{Column, column};

use super::copying::step_words;
use super::{ImprovementPlan, Message, findings};
use crate::guide::plan::{self, Figure, Promise, Step, Weakness};
use crate::look::{Look, gap};
use crate::screens::Context;
use crate::screens::shared::guide_card;
use crate::screens::shared::terms::Terms;
use crate::widgets::table::Row;
use crate::widgets::{self, Element, notice, web_link, words as text};

impl ImprovementPlan {
    pub(super) fn promise<'a>(
        &'a self,
        promise: &'static Promise,
        context: &'a Context,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        terms.note(&promise.title);
        let prefix = format!("plan/{}", promise.id);
        let back = Some(("The whole plan", Message::All));
        let pages = |kind: &str, pages| {
            let prefix = format!("{prefix}/{kind}");
            guide_card::sources(look, &prefix, pages, plan::checked_on(), Message::Visit)
        };
        let mut page: Column<'a, Message> = column![
            widgets::page_header(look, promise.title.as_str(), back, None),
            column![
                text::section(look, plan::words().promised.as_str()),
                terms.reading(promise.promised.as_str()),
                pages("promised", &promise.sources),
            ]
            .spacing(gap::S),
        ]
        .spacing(gap::L);
        if let Some(weakness) = promise.answers() {
            page = page
                .push(found(weakness, look, terms))
                .push(pages("found", &weakness.sources))
                .push(since(weakness, look, terms));
        }
        page = page.push(self.own_experience(promise, context, look, terms));
        if let Some(weakness) = promise.answers() {
            page = page.push(before(weakness, look, terms)).push(figures(
                &weakness.figures,
                look,
                terms,
            ));
        }
        page.push(guide_card::take_along(
            look,
            &prefix,
            &self.kept,
            (&promise.ask, &step_words(promise)),
            context,
            terms,
            Message::Keep,
        ))
        .push(terms.quiet(plan::matching()))
        .push(terms.rest())
        .into()
    }
}

/// The weakness of 2020 and the finding of 2022, each with its date.
fn found<'a>(
    weakness: &'static Weakness,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let icon = findings::icon(weakness.found_2022);
    column![
        text::section(look, "What inspectors found"),
        widgets::key_values(
            look,
            vec![
                (
                    plan::words().first_visit.as_str(),
                    terms.body(weakness.found_2020.as_str())
                ),
                (
                    plan::words().second_visit.as_str(),
                    text::with_icon(look, icon, weakness.found_2022.words())
                ),
            ],
        ),
        terms.quiet(plan::caution()),
    ]
    .spacing(gap::S)
    .into()
}

fn since<'a>(
    weakness: &'static Weakness,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let mut newer = weakness.steps.iter().filter(|step| step.newer).peekable();
    let nothing = newer
        .peek()
        .is_none()
        .then(|| text::reading(look, plan::NO_NEWER));
    let newer = newer.map(|one| step(weakness, one, look, terms));
    let newer = column(newer).spacing(gap::M);
    let caution = weakness
        .caution
        .as_deref()
        .map(|caution| -> Element<'a, Message> {
            let title = "Read both findings";
            notice::due(look, title, "")
                .body(terms.body(caution))
                .into()
        });
    column![text::section(look, "Since then"), newer, nothing, caution]
        .spacing(gap::S)
        .into()
}

fn before<'a>(
    weakness: &'static Weakness,
    look: &Look,
    terms: &Terms<Message>,
) -> Option<Element<'a, Message>> {
    let steps: Vec<_> = weakness
        .steps
        .iter()
        .filter(|step| !step.newer)
        .map(|one| step(weakness, one, look, terms))
        .collect();
    (!steps.is_empty()).then(|| {
        column![
            text::section(look, "What the pages say was done"),
            column(steps).spacing(gap::M),
        ]
        .spacing(gap::S)
        .into()
    })
}

fn step<'a>(
    weakness: &'static Weakness,
    step: &'static Step,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let pages = step.sources.iter().enumerate().map(|(at, source)| {
        web_link(
            look,
            format!("plan/{}/{}/{at}", weakness.id, step.when),
            source.dated_title(),
            &source.url,
            Message::Visit(source.url.clone()),
        )
    });
    column![
        text::strong(look, step.when.as_str()),
        terms.reading(step.text.as_str()),
        widgets::list_spaced(look, "Pages", pages.collect(), gap::XS),
    ]
    .spacing(gap::XS)
    .into()
}

/// The figures of February 2021 as they were printed.
fn figures<'a>(
    figures: &'static [Figure],
    look: &Look,
    terms: &Terms<Message>,
) -> Option<Element<'a, Message>> {
    let words = plan::words();
    let [then, aim, england] = &words.figures_heads;
    let heads = [
        ("What was counted", 5),
        (then.as_str(), 2),
        (aim.as_str(), 2),
        (england.as_str(), 2),
    ];
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| {
            terms.note(&figure.what);
            let numbers = [&figure.was, &figure.aim, &figure.england];
            let numbers = numbers.map(|number| text::body(look, number.as_str()));
            Row::new(figure.what.as_str(), numbers.into())
        })
        .collect();
    (!rows.is_empty()).then(|| {
        column![
            text::section(look, words.figures_title.as_str()),
            text::reading(
                look,
                "They show that time. They are not the figures of today."
            ),
            widgets::table(look, words.figures_title.as_str(), &heads, rows),
        ]
        .spacing(gap::S)
        .into()
    })
}
