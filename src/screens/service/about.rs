//! Who runs a service, who it is for, and the short facts.

use iced::widget::column;

use super::Message;
use crate::directory::{Need, Service};
use crate::look::{Look, gap};
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, words};

/// "Somerset NHS Foundation Trust. Used to be called Integrated Therapy Service."
pub(super) fn who_runs_it<'a>(
    service: &'a Service,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let run_by = format!("Run by {}.", service.organization.trim_end_matches('.'));
    let old = &service.old_names;
    let words = if old.is_empty() {
        run_by
    } else {
        format!(
            "{run_by} Used to be called {}.",
            crate::words::list(old).trim_end_matches('.')
        )
    };
    terms.quiet(words)
}

/// Who it is for, ages, needs, cost, hours and area.
pub(super) fn facts<'a>(
    service: &'a Service,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let who = service.who_for.as_deref();
    let ages = service.ages_in_words();
    let ages = ages.unwrap_or_else(|| "We could not confirm the ages. Ask them.".to_owned());
    let needs: Vec<&str> = service.needs.iter().map(|need| need.words()).collect();
    let needs = if service.needs.is_empty() || service.needs.contains(&Need::Any) {
        "Any need".to_owned()
    } else {
        needs.join(", ")
    };
    let fees = service
        .fees
        .map_or("We could not confirm the cost. Ask first.", |fees| {
            fees.words()
        });
    let hours = service.opening_hours.as_deref();
    let hours = hours.unwrap_or("We could not confirm the hours. Ring first.");
    let rows = vec![
        (
            "Who it is for",
            terms.body(who.unwrap_or("We could not confirm this. Ask them.")),
        ),
        ("Ages", terms.body(ages)),
        ("Needs", terms.body(needs)),
        ("Hours", terms.body(hours)),
        ("Cost", terms.body(fees)),
        ("Area", terms.body(service.scope.words())),
        ("Kind", terms.body(service.sector.words())),
    ];
    column![
        words::section(look, "About this service"),
        widgets::key_values(look, rows),
    ]
    .spacing(gap::M)
    .into()
}
