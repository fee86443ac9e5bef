//! The nine promises, the nine weaknesses, and the findings of 2022 counted.

use iced::widget::column;

use super::{ImprovementPlan, Message};
use crate::guide::plan::{self, Finding};
use crate::look::{Icon, Look, gap};
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button, row_button, words as text};
use crate::words;

/// How many areas have this finding.
fn count(finding: Finding) -> usize {
    let all = plan::weaknesses().iter();
    all.filter(|one| one.found_2022 == finding).count()
}

/// The findings of 2022 counted, with what they do not say.
pub(super) fn counted<'a>(terms: &Terms<Message>) -> Element<'a, Message> {
    let line = |finding: Finding| {
        let areas = words::count(count(finding), "area", "areas");
        let said = finding.words().to_lowercase();
        terms.with_icon(icon(finding), format!("{areas}: {said}"))
    };
    column![
        widgets::wrap_row(
            vec![line(Finding::Sufficient), line(Finding::Insufficient)],
            gap::L
        ),
        terms.quiet(plan::caution()),
    ]
    .spacing(gap::XS)
    .into()
}

/// The icon of a finding.
pub(super) fn icon(finding: Finding) -> Icon {
    match finding {
        Finding::Sufficient => Icon::CheckedOn,
        Finding::Insufficient => Icon::Alert,
    }
}

impl ImprovementPlan {
    pub(super) fn promises<'a>(
        &'a self,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        let rows = plan::promises().iter().map(|promise| {
            terms.note(&promise.title);
            terms.note(&promise.promised);
            let finding = promise.answers().map(|one| one.found_2022.words());
            let own = self.of(promise).count();
            let own = (own > 0).then(|| words::count(own, "entry of yours", "entries of yours"));
            let trailing = match (finding, own) {
                (Some(finding), Some(own)) => Some(format!("{finding}. {own}")),
                (finding, own) => own.or(finding.map(str::to_owned)),
            };
            row_button(
                look,
                format!("plan/promise/{}", promise.id),
                promise.title.clone(),
                Some(promise.promised.clone()),
                trailing,
                None,
                Message::Open(&promise.id),
            )
        });
        let copy = button::plain(look, "plan/copy", "Copy all as text", Message::CopyAll)
            .icon(Icon::Copy)
            .name("Copy all as text: every promise with your words");
        column![
            text::section(look, plan::words().promises_title.as_str()),
            terms.reading(plan::words().promises_about.as_str()),
            counted(terms),
            widgets::list(look, plan::words().promises.as_str(), rows.collect()),
            Element::from(copy),
            terms.quiet(plan::matching()),
        ]
        .spacing(gap::M)
        .into()
    }
}

/// The nine weaknesses, each leading to the promise that answers it.
pub(super) fn weaknesses<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let rows = plan::weaknesses().iter().filter_map(|weakness| {
        terms.note(&weakness.title);
        terms.note(&weakness.found_2020);
        let mut promises = plan::promises().iter();
        let promise = promises.find(|promise| promise.weakness == weakness.id)?;
        Some(row_button(
            look,
            format!("plan/{}", weakness.id),
            format!("{}. {}", weakness.number, weakness.title),
            Some(weakness.found_2020.clone()),
            Some(weakness.found_2022.words().to_owned()),
            None,
            Message::Open(&promise.id),
        ))
    });
    column![
        text::section(look, plan::words().weaknesses_title.as_str()),
        terms.reading(plan::words().weaknesses_about.as_str()),
        counted(terms),
        widgets::list(look, plan::words().weaknesses.as_str(), rows.collect()),
    ]
    .spacing(gap::M)
    .into()
}
