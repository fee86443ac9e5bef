//! One promise: what was promised, what was found and when, and the newest evidence since.

use iced::widget::{Column, column};

use super::{ImprovementPlan, Message, findings};
use crate::guide::plan::{self, Figure, Promise, Step, Weakness};
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::screens::shared::guide_card;
use crate::widgets::table::Row;
use crate::widgets::{self, Element, button, link, notice, words as text};

impl ImprovementPlan {
    pub(super) fn promise<'a>(
        &'a self,
        promise: &'static Promise,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let prefix = format!("plan/{}", promise.id);
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
                .push(since(weakness, look));
        }
        page = page.push(self.own_experience(promise, context, look));
        if let Some(weakness) = promise.answers() {
            page = page
                .push(before(weakness, look))
                .push(figures(&weakness.figures, look));
        }
        page.push(self.to_ask(promise, look))
            .push(guide_card::short_forms(
                look,
                &prefix,
                &texts(promise),
                Message::Word,
            ))
            .push(text::quiet(look, plan::matching()))
            .into()
    }

    /// A question worth asking, and where to write more.
    fn to_ask<'a>(&'a self, promise: &'static Promise, look: &Look) -> Element<'a, Message> {
        let prefix = format!("plan/{}", promise.id);
        let problem = self
            .problem
            .as_deref()
            .map(|problem| -> Element<'a, Message> {
                notice::problem(look, "The question was not kept", problem).into()
            });
        let ask = button::plain(
            look,
            format!("{prefix}/ask"),
            "Ask this",
            Message::Ask(promise),
        )
        .icon(Icon::Questions)
        .describe("Adds it to your questions.");
        let note = button::plain(
            look,
            format!("{prefix}/note"),
            "Write a note",
            Message::Note,
        )
        .icon(Icon::Notes);
        column![
            text::section(look, "A question to ask"),
            text::reading(look, format!("“{}”", promise.ask)),
            widgets::wrap_row(vec![ask.into(), note.into()], gap::M),
            problem,
        ]
        .spacing(gap::M)
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
    let icon = findings::icon(weakness.found_2022);
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
        link(
            look,
            format!("plan/{}/{}/{at}", weakness.id, step.when),
            source.dated_title(),
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

/// The figures of February 2021 as they were printed.
fn figures<'a>(figures: &'static [Figure], look: &Look) -> Option<Element<'a, Message>> {
    const HEADS: [(&str, u16); 4] = [
        ("What was counted", 5),
        ("Somerset then", 2),
        ("Somerset’s aim", 2),
        ("England then", 2),
    ];
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| {
            let numbers = [&figure.was, &figure.aim, &figure.england];
            let numbers = numbers.map(|number| text::body(look, number.as_str()));
            Row::new(figure.what.as_str(), numbers.into())
        })
        .collect();
    (!rows.is_empty()).then(|| {
        column![
            text::section(look, "Figures of February 2021"),
            text::reading(
                look,
                "They show that time. They are not the figures of today."
            ),
            widgets::table(look, "Figures of February 2021", &HEADS, rows),
        ]
        .spacing(gap::S)
        .into()
    })
}
