//! Events along a line, searched and narrowed to one kind.

use iced::widget::column;

use super::{ImprovementPlan, Message, Part, findings};
use crate::guide::plan::{self, Event, Leads};
use crate::look::{Icon, Look, gap};
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button, web_link, words as text};

impl ImprovementPlan {
    pub(super) fn found(&self) -> Vec<&'static Event> {
        plan::search(self.events.typed(), self.events.kind())
    }

    pub(super) fn time_line<'a>(
        &'a self,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        let kinds = plan::kinds().iter();
        let head = self.events.head(
            look,
            terms,
            kinds.map(|kind| (kind.id.as_str(), kind.title.as_str())),
            |kind| plan::search(self.events.typed(), kind).len(),
            Message::Events,
        );
        let found = self.found();
        let total = found.len();
        let events: Vec<_> = found
            .into_iter()
            .take(self.events.shown())
            .map(|one| (one.when.as_str(), event(one, look, terms)))
            .collect();
        let list = (!events.is_empty()).then(|| widgets::timeline(look, "What happened", events));
        column![
            head,
            text::section(look, "What happened"),
            list,
            self.events.foot(look, terms, total, &[], Message::Events),
        ]
        .spacing(gap::L)
        .into()
    }
}

/// The id of the link to one page of an event.
pub(super) fn source_id(event: &Event, at: usize) -> String {
    format!("plan/event/{}/source/{at}", event.id)
}

fn event<'a>(event: &'static Event, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    terms.note(&event.title);
    let summary = terms.reading(event.summary.as_str());
    let found = event.counts_findings.then(|| findings::counted(terms));
    let note = event
        .note
        .as_deref()
        .map(|note| -> Element<'a, Message> { terms.quiet(note) });
    let sources = event.sources.iter().enumerate().map(|(at, source)| {
        web_link(
            look,
            source_id(event, at),
            source.dated_title(),
            &source.url,
            Message::Visit(source.url.clone()),
        )
    });
    let read = event.leads_to.as_ref().map(|way| {
        let label = way.label.as_str();
        let part = match way.part {
            Leads::Promises => Part::Promises,
            Leads::Weaknesses => Part::Weaknesses,
            Leads::Later => Part::Later,
        };
        let id = format!("plan/event/{}/read", event.id);
        Element::from(button::quiet(look, id, label, Message::Part(part)).icon(Icon::Forward))
    });
    column![
        text::subsection(look, event.title.as_str()),
        summary,
        found,
        note,
        read,
        widgets::list_spaced(look, "Pages", sources.collect(), gap::XS),
    ]
    .spacing(gap::XS)
    .into()
}
