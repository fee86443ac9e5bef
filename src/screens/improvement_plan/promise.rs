//! One promise: what was promised, what was found and when, and the newest evidence since.

use iced::widget::{Column, column};

use super::{ImprovementPlan, Message, finding_icon};
use crate::guide::plan::{self, Figure, Promise, Step, Weakness};
use crate::look::{Look, gap};
use crate::screens::shared::guide_card;
use crate::widgets::{self, Element, notice, web_link, words as text};

impl ImprovementPlan {
    pub(super) fn promise<'a>(
        &'a self,
        promise: &'static Promise,
        look: &Look,
    ) -> Element<'a, Message> {
        let prefix = format!("plan/{}", promise.id);
        let problem = self
            .problem
            .as_ref()
            .map(|problem| -> Element<'a, Message> {
                notice::problem(look, "The question was not kept", problem.to_string()).into()
            });
        let back = Some(("The whole plan", Message::All));
        let pages = |kind: &str, pages| {
            let prefix = format!("{prefix}/{kind}");
            guide_card::sources(look, &prefix, pages, plan::checked_on(), Message::Visit)
        };
        let mut page: Column<'a, Message> = column![
            widgets::page_header(look, promise.title.as_str(), back, None),
            column![
                text::section(look, "Promised in December 2020"),
                text::reading(look, promise.promised.as_str()),
                pages("promised", &promise.sources),
            ]
            .spacing(gap::S),
        ]
        .spacing(gap::L);
        if let Some(weakness) = promise.answers() {
            page = page
                .push(found(weakness, look))
                .push(pages("found", &weakness.sources))
                .push(since(weakness, look))
                .push(before(weakness, look))
                .push(figures(&weakness.figures, look));
        }
        page.push(
            column![
                text::section(look, "What you have seen"),
                text::reading(
                    look,
                    "Write a note with the date. You can copy this page for the Parent Carer Forum.",
                ),
                text::reading(look, format!("A question to ask: “{}”", promise.ask)),
                guide_card::take_along(
                    look,
                    &prefix,
                    Message::Ask(promise),
                    Message::Note,
                    Message::Copy(promise),
                ),
                problem,
            ]
            .spacing(gap::M),
        )
        .push(guide_card::short_forms(
            look,
            &prefix,
            &texts(promise),
            Message::Word,
        ))
        .push(text::quiet(look, plan::matching()))
        .into()
    }
}

fn texts(promise: &'static Promise) -> Vec<&'static str> {
    let own = [&promise.title, &promise.promised, &promise.ask];
    let weakness = promise.answers().into_iter();
    let found = weakness.flat_map(|one| {
        let steps = one.steps.iter().map(|step| &step.text);
        let caution = one.caution.iter();
        std::iter::once(&one.found_2020).chain(steps).chain(caution)
    });
    own.into_iter().chain(found).map(String::as_str).collect()
}

/// The weakness of 2020 and the finding of 2022, each with its date.
fn found<'a>(weakness: &'static Weakness, look: &Look) -> Element<'a, Message> {
    let icon = finding_icon(weakness.found_2022);
    column![
        text::section(look, "What inspectors found"),
        widgets::key_values(
            look,
            vec![
                ("March 2020", text::body(look, weakness.found_2020.as_str())),
                (
                    "November 2022",
                    text::with_icon(look, icon, weakness.found_2022.words())
                ),
            ],
        ),
        text::quiet(look, plan::caution()),
    ]
    .spacing(gap::S)
    .into()
}

fn since<'a>(weakness: &'static Weakness, look: &Look) -> Element<'a, Message> {
    let mut newer = weakness.steps.iter().filter(|step| step.newer).peekable();
    let nothing = newer
        .peek()
        .is_none()
        .then(|| text::reading(look, plan::NO_NEWER));
    let newer = newer.map(|one| step(weakness, one, look));
    let caution = weakness
        .caution
        .as_deref()
        .map(|caution| -> Element<'a, Message> {
            notice::due(look, "Read both findings", caution).into()
        });
    column![
        text::section(look, "Since then"),
        column(newer).spacing(gap::M),
        nothing,
        caution
    ]
    .spacing(gap::S)
    .into()
}

fn before<'a>(weakness: &'static Weakness, look: &Look) -> Option<Element<'a, Message>> {
    let steps: Vec<_> = weakness
        .steps
        .iter()
        .filter(|step| !step.newer)
        .map(|one| step(weakness, one, look))
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

fn step<'a>(weakness: &'static Weakness, step: &'static Step, look: &Look) -> Element<'a, Message> {
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
        text::reading(look, step.text.as_str()),
        widgets::list_spaced(look, "Pages", pages.collect(), gap::XS),
    ]
    .spacing(gap::XS)
    .into()
}

/// The figures of February 2021 as words, one thing counted after the other.
fn figures<'a>(figures: &'static [Figure], look: &Look) -> Option<Element<'a, Message>> {
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| {
            let numbers = format!(
                "Somerset {}. Aim {}. England {}.",
                figure.was, figure.aim, figure.england
            );
            column![
                text::strong(look, figure.what.as_str()),
                text::body(look, numbers)
            ]
            .into()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        column![
            text::section(look, "Figures of February 2021"),
            text::reading(
                look,
                "They show that time. They are not the figures of today."
            ),
            widgets::list(look, "Figures of February 2021", rows),
        ]
        .spacing(gap::S)
        .into()
    })
}
