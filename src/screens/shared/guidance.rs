//! What every page of the guide shares: the one button beside a piece of guidance, for whom it was
//! kept, the four things to take along, and the pages that a page rests on.

use iced::widget::column;
use jiff::civil::Date;

use super::children;
use super::keeping::{Just, Kept, Message, Take, appointment_words, starter};
use crate::guide::Source;
use crate::guide::page::{Act, Group, Item, Page};
use crate::guide::rights;
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button, web_link, words as text};
use crate::words;

/// The one thing to press beside a piece of guidance, or that it was done.
pub fn press<'a, M: Clone + 'a>(
    look: &Look,
    id: String,
    kept: &Kept,
    act: &'static Act,
    words: &'static str,
    context: &'a Context,
    wrap: impl Fn(Message) -> M,
) -> Element<'a, M> {
    let done = match act {
        Act::Ask(question) => kept.has_question(question).then_some("In your questions"),
        Act::Starter(id) => starter(id)
            .is_some_and(|starter| kept.has_starter(starter))
            .then_some("In your questions"),
        Act::Save => kept.has_step(words).then_some("In your steps"),
        _ => None,
    };
    if let Some(done) = done {
        return text::with_icon(look, Icon::Check, done);
    }
    let (label, icon, about) = match act {
        Act::Open(slug) => match context.directory.by_slug(slug) {
            Some(service) => ("Open the service", Icon::Forward, service.name.as_str()),
            None => ("Save this step", Icon::Save, words),
        },
        Act::Ask(question) => ("Ask this", Icon::Add, question.as_str()),
        Act::Starter(id) => {
            let question = starter(id).map_or(words, |starter| starter.question.as_str());
            ("Ask this", Icon::Add, question)
        }
        Act::Right(id) => {
            let title = rights::find(id).map_or(words, |card| card.title.as_str());
            ("Read the right", Icon::Rights, title)
        }
        Act::Read(_) => ("Read more", Icon::Words, words),
        Act::Note(_) => ("Write a note", Icon::Notes, words),
        Act::Save => ("Save this step", Icon::Save, words),
    };
    button::plain(look, id, label, wrap(Message::Act(act, words)))
        .icon(icon)
        .name(format!("{label}: {about}"))
        .into()
}

/// What the right that a button opens is called; nothing for any other button.
pub fn right_title(act: &'static Act) -> &'static str {
    match act {
        Act::Right(id) => rights::find(id).map_or("", |card| card.title.as_str()),
        _ => "",
    }
}

/// The words that pressing keeps: of the question, or else of the guidance itself.
fn kept_words(act: &'static Act, words: &'static str) -> &'static str {
    match act {
        Act::Ask(question) => question,
        Act::Starter(id) => starter(id).map_or(words, |starter| &starter.question),
        _ => words,
    }
}

/// Right after something was kept beside these words: for which child, and where it goes.
pub fn after<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    kept: &'a Kept,
    words: &str,
    context: &Context,
    wrap: impl Fn(Message) -> M + Clone + 'a,
) -> Option<Element<'a, M>> {
    let just = kept.just.as_ref().filter(|just| just.beside == words)?;
    let whom = (kept.family.len() > 1).then(|| {
        let on_toggle = |child| wrap(Message::For(child));
        let prefix = format!("{prefix}/for");
        let legend = "Who is it for?";
        children::chips(
            look,
            &prefix,
            legend,
            &kept.family,
            &just.children,
            on_toggle,
        )
    });
    let take = take_to(look, prefix, kept, just, context, wrap.clone());
    let parts: Vec<Element<'a, M>> = whom.flatten().into_iter().chain(take).collect();
    (!parts.is_empty()).then(|| column(parts).spacing(gap::M).into())
}

fn take_to<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    kept: &'a Kept,
    just: &Just,
    context: &Context,
    wrap: impl Fn(Message) -> M + 'a,
) -> Option<Element<'a, M>> {
    let may = just.question.is_some() && !kept.coming.is_empty();
    let today = context.today();
    let coming = kept.coming.iter();
    let coming = coming.map(|one| (Some(one.id), appointment_words(one, today)));
    may.then(|| {
        widgets::choice(
            look,
            &format!("{prefix}/take"),
            "Take it to",
            coming
                .chain([(None, "Not decided yet".to_owned())])
                .collect(),
            Some(just.appointment),
            move |appointment| wrap(Message::TakeTo(appointment)),
        )
        .into()
    })
}

/// A piece of guidance with its button beside it, and below it for whom it was kept.
pub fn with_press<'a, M: Clone + 'a>(
    look: &Look,
    id: String,
    said: impl Into<Element<'a, M>>,
    (act, words): (&'static Act, &'static str),
    kept: &'a Kept,
    context: &'a Context,
    wrap: impl Fn(Message) -> M + Clone + 'a,
) -> Element<'a, M> {
    let after = after(
        look,
        &id,
        kept,
        kept_words(act, words),
        context,
        wrap.clone(),
    );
    let press = press(look, id, kept, act, words, context, wrap);
    let line = widgets::beside(said, press, 280.0, gap::L);
    match after {
        Some(after) => column![line, after].spacing(gap::M).into(),
        None => line,
    }
}

const ASK: &str = "Add a question";
const NOTE: &str = "Write a note";

/// What every page offers: keep it as a step, ask about it, write about it, copy it.
pub fn take_along<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    kept: &'a Kept,
    step: &str,
    context: &Context,
    wrap: impl Fn(Message) -> M + Clone + 'a,
) -> Element<'a, M> {
    let take = |key: &str, label: &'static str, name: &'static str, icon, take| -> Element<'a, M> {
        let id = format!("{prefix}/take/{key}");
        button::plain(look, id, label, wrap(Message::Take(take)))
            .icon(icon)
            .name(name)
            .into()
    };
    let save = if kept.has_step(step) {
        text::with_icon(look, Icon::Check, "In your steps")
    } else {
        take("save", "Save", "Save as a step", Icon::Save, Take::Save)
    };
    let row = widgets::wrap_row(
        vec![
            save,
            take("ask", ASK, ASK, Icon::Questions, Take::Ask),
            take("note", NOTE, NOTE, Icon::Notes, Take::Note),
            take("copy", "Copy", "Copy as text", Icon::Copy, Take::Copy),
        ],
        gap::M,
    );
    let prefix = format!("{prefix}/take");
    let after = after(look, &prefix, kept, step, context, wrap.clone());
    column![row, after].spacing(gap::M).into()
}

/// A page as text to paste elsewhere, with the pages it rests on.
pub fn as_text(
    page: &'static Page,
    read_on: Date,
    find: impl Fn(&str) -> Option<&'static Source>,
    context: &Context,
) -> String {
    let mut lines = vec![page.title.clone(), page.intro.clone()];
    for group in &page.groups {
        lines.push(format!("\n{}", group.title));
        lines.extend(group.items.iter().map(|item| item_as_text(item, context)));
    }
    lines.push("\nWhere this comes from".to_owned());
    let mut seen: Vec<&str> = Vec::new();
    let items = page.groups.iter().flat_map(|group| &group.items);
    for id in items.flat_map(|item| &item.sources) {
        if !seen.contains(&id.as_str()) {
            seen.push(id);
            lines.extend(find(id).map(Source::as_text));
        }
    }
    lines.push(format!(
        "Copied from Withy. Pages read on {}.",
        words::date(read_on)
    ));
    lines.join("\n")
}

fn item_as_text(item: &'static Item, context: &Context) -> String {
    let text = &item.text;
    let more = match &item.action {
        Some(Act::Open(slug)) => context
            .directory
            .by_slug(slug)
            .map(|service| format!("Service: {}", service.name)),
        Some(act @ (Act::Ask(_) | Act::Starter(_))) => Some(kept_words(act, text))
            .filter(|question| question != text)
            .map(|question| format!("You could ask: {question}")),
        Some(Act::Right(id)) => rights::find(id).map(|card| format!("Right: {}", card.title)),
        _ => None,
    };
    match more {
        Some(more) => format!("- {text} {more}"),
        None => format!("- {text}"),
    }
}

/// The parts of a page, each with its own list. Ids begin with `prefix`.
pub fn parts<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    page: &'static Page,
    kept: &'a Kept,
    context: &'a Context,
    terms: &Terms<M>,
    wrap: impl Fn(Message) -> M + Clone + 'a,
) -> Element<'a, M> {
    let groups = (0..).zip(&page.groups).map(|(at, group)| {
        let id = format!("{prefix}/{}/{at}", page.id);
        part(look, &id, group, kept, context, terms, wrap.clone())
    });
    column(groups).spacing(gap::L).into()
}

fn part<'a, M: Clone + 'a>(
    look: &Look,
    id: &str,
    group: &'static Group,
    kept: &'a Kept,
    context: &'a Context,
    terms: &Terms<M>,
    wrap: impl Fn(Message) -> M + Clone + 'a,
) -> Element<'a, M> {
    terms.note(&group.title);
    let rows = (0..).zip(&group.items).map(|(at, item)| {
        let said = terms.reading(item.text.as_str());
        let Some(act) = &item.action else {
            return said;
        };
        terms.note(right_title(act));
        // The words to ask are seen before they are kept.
        let words = kept_words(act, &item.text);
        let asked = (words != item.text).then(|| terms.quiet(format!("“{words}”")));
        let id = format!("{id}/{at}");
        let of = (act, item.text.as_str());
        with_press(
            look,
            id,
            column![said, asked],
            of,
            kept,
            context,
            wrap.clone(),
        )
    });
    column![
        text::section(look, group.title.as_str()),
        widgets::list_spaced(look, group.title.as_str(), rows.collect(), gap::M),
    ]
    .spacing(gap::S)
    .into()
}

/// The pages that a page of the guide rests on, each once, with their dates.
pub fn behind<'a, M: Clone + 'a>(
    look: &Look,
    page: &'static Page,
    read_on: Date,
    find: impl Fn(&str) -> Option<&'static Source>,
    prefix: &str,
    on_press: impl Fn(&'static str) -> M,
) -> Element<'a, M> {
    let items = page.groups.iter().flat_map(|group| &group.items);
    let own = items.clone().any(|item| item.own);
    let ids = items.flat_map(|item| &item.sources).map(String::as_str);
    sources(look, ids, own, read_on, find, prefix, on_press)
}

/// The pages with these ids, each once, with their dates.
pub fn sources<'a, M: Clone + 'a>(
    look: &Look,
    ids: impl Iterator<Item = &'static str>,
    own: bool,
    read_on: Date,
    find: impl Fn(&str) -> Option<&'static Source>,
    prefix: &str,
    on_press: impl Fn(&'static str) -> M,
) -> Element<'a, M> {
    let mut seen: Vec<&str> = Vec::new();
    let mut rows: Vec<Element<'a, M>> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        rows.extend(find(id).map(|source| {
            let key = format!("{prefix}/source/{id}");
            let url = &source.url;
            web_link(look, key, source.dated_title(), url, on_press(url))
        }));
    }
    let read_on = words::date(read_on);
    let list = (!rows.is_empty()).then(|| widgets::list_spaced(look, "Pages", rows, gap::XS));
    column![
        text::section(look, "Where this comes from"),
        list.is_some()
            .then(|| text::quiet(look, format!("Read on {read_on}."))),
        list,
        own.then(|| {
            let own = "Some of it is our own advice, with no page behind it.";
            text::quiet(look, own)
        }),
    ]
    .spacing(gap::S)
    .into()
}
