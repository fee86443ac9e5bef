//! A page to read, and the pages that guidance rests on.

use iced::widget::column;

use super::path::press;
use super::{Message, Worried};
use crate::guide::pathway::{self, Group, Page};
use crate::look::{Look, gap};
use crate::screens::Context;
use crate::widgets::{self, Element, link, words as text};
use crate::words;

const BACK: &str = "Back to your steps";

pub(super) fn view<'a>(
    screen: &'a Worried,
    page: &'static Page,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let groups = (0..).zip(&page.groups).map(|(at, group)| {
        let id = format!("worried/{}/{at}", page.id);
        part(screen, group, &id, context, look)
    });
    let items = page.groups.iter().flat_map(|group| &group.items);
    let own = items.clone().any(|item| item.own);
    let behind = items.flat_map(|item| &item.sources);
    let content = column![
        widgets::page_header(
            look,
            page.title.as_str(),
            Some((BACK, Message::ToSteps)),
            None
        ),
        text::reading(look, page.intro.as_str()),
    ]
    .extend(groups)
    .push(pages(behind.map(String::as_str), own, look));
    widgets::page(look, content.spacing(gap::L))
}

fn part<'a>(
    screen: &'a Worried,
    group: &'static Group,
    id: &str,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let rows = (0..).zip(&group.items).map(|(at, item)| {
        let words = text::reading(look, item.text.as_str());
        match &item.action {
            Some(act) => {
                let press = press(screen, act, &item.text, format!("{id}/{at}"), context, look);
                widgets::beside(words, press, 280.0, gap::L)
            }
            None => words,
        }
    });
    column![
        text::section(look, group.title.as_str()),
        widgets::list_spaced(look, group.title.as_str(), rows.collect(), gap::M),
    ]
    .spacing(gap::S)
    .into()
}

/// Where the steps and answers that are shown come from.
pub(super) fn sources<'a>(screen: &'a Worried, look: &Look) -> Element<'a, Message> {
    let steps = screen.steps().into_iter().flat_map(|step| &step.sources);
    let asked = screen
        .age
        .map_or(Vec::new(), |age| pathway::asked(age, &screen.worries));
    let answers = asked.into_iter().flat_map(|asked| &asked.answers);
    let answers = answers.flat_map(|answer| &answer.sources);
    let all = steps.chain(answers).chain(pathway::no_diagnosis().1);
    let content = column![
        widgets::page_header(
            look,
            "Where these steps come from",
            Some((BACK, Message::ToSteps)),
            None
        ),
        text::reading(
            look,
            "We wrote the steps in our own words. Pages from other areas are used for general advice only.",
        ),
        pages(all.map(String::as_str), false, look),
    ];
    widgets::page(look, content.spacing(gap::L))
}

/// The pages with these ids, each once, with their dates.
fn pages<'a>(
    ids: impl Iterator<Item = &'static str>,
    own: bool,
    look: &Look,
) -> Element<'a, Message> {
    let mut seen: Vec<&str> = Vec::new();
    let mut rows: Vec<Element<'a, Message>> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        rows.extend(pathway::source(id).map(|source| {
            let key = format!("worried/source/{id}");
            link(look, key, source.dated_title(), Message::Visit(&source.url))
        }));
    }
    let read_on = words::date(pathway::checked_on());
    let list = (!rows.is_empty()).then(|| widgets::list_spaced(look, "Pages", rows, gap::XS));
    column![
        text::section(look, "Where this comes from"),
        list.is_some()
            .then(|| text::quiet(look, format!("Read on {read_on}."))),
        list,
        own.then(|| text::quiet(
            look,
            "Some of it is our own advice, with no page behind it."
        )),
    ]
    .spacing(gap::S)
    .into()
}
