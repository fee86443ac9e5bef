//! What every page of the guide shares: the one button beside a piece of guidance, what is kept
//! from it, and a page with the pages it rests on.

use std::collections::BTreeSet;

use iced::widget::column;
use jiff::civil::Date;

use crate::guide::Source;
use crate::guide::page::{Act, Group, Page};
use crate::look::{Icon, Look, gap};
use crate::record::{self, Question, Step};
use crate::screens::{Action, Context, NotesStart, Place};
use crate::widgets::{self, Element, button, web_link, words as text};
use crate::words;

/// What the record holds of the guide, by its words.
#[derive(Debug, Default)]
pub struct Kept {
    to_do: BTreeSet<String>,
    done: BTreeSet<String>,
    questions: BTreeSet<String>,
    /// Why the record could not be read or changed.
    pub problem: Option<String>,
}

impl Kept {
    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        let steps = context.read(|record| record.steps());
        let questions = context.read(|record| record.questions(&Default::default()));
        match (steps, questions) {
            (Ok(steps), Ok(questions)) => {
                let (done, to_do): (Vec<_>, Vec<_>) =
                    steps.into_iter().partition(|step| step.done_on.is_some());
                self.done = done.into_iter().map(|step| step.text).collect();
                self.to_do = to_do.into_iter().map(|step| step.text).collect();
                self.questions = questions.into_iter().map(|one| one.text).collect();
                self.problem = None;
            }
            (Err(error), _) | (_, Err(error)) => self.problem = Some(error.to_string()),
        }
    }

    /// Whether there is a step with these words.
    pub fn has_step(&self, words: &str) -> bool {
        self.to_do.contains(words) || self.done.contains(words)
    }

    /// Whether the step with these words was done.
    pub fn is_done(&self, words: &str) -> bool {
        self.done.contains(words)
    }

    /// Keeps the steps that are not there yet: the words of each, and the slug of its service.
    pub fn save<M>(&mut self, context: &mut Context, steps: &[(&str, Option<&str>)]) -> Action<M> {
        // The message is sent again once a record is there: it must not save twice.
        self.refresh(context);
        let new = steps.iter().filter(|(words, _)| !self.has_step(words));
        let new: Vec<Step> = new
            .map(|(words, slug)| new_step(context, words, *slug))
            .collect();
        let (label, said) = match new.as_slice() {
            [] => return Action::None,
            [_] => ("Save a step", "Step saved. It is on Today".to_owned()),
            several => {
                let count = words::count(several.len(), "step", "steps");
                ("Save steps", format!("{count} saved. They are on Today"))
            }
        };
        let done = context.change(label, |change| {
            new.iter().try_for_each(|step| change.put_step(step))
        });
        self.after(context, done, said)
    }

    /// Puts a question in the list, unless it is there.
    pub fn ask<M>(&mut self, context: &mut Context, words: &str) -> Action<M> {
        self.refresh(context);
        if self.questions.contains(words) {
            return Action::None;
        }
        let mut question = Question::new(&context.now());
        words.clone_into(&mut question.text);
        question.children = only_child(context);
        let done = context.change("Question added", |change| change.put_question(&question));
        self.after(context, done, "Question added to your list".to_owned())
    }

    fn after<M>(
        &mut self,
        context: &Context,
        done: Result<(), record::Error>,
        said: String,
    ) -> Action<M> {
        match done {
            Ok(()) => {
                self.refresh(context);
                Action::Saved(said)
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    /// What a press on a button beside guidance does; reading a page is for the screen itself.
    pub fn act<M>(&mut self, context: &mut Context, act: &Act, words: &str) -> Action<M> {
        match act {
            Act::Open(slug) => match context.directory.by_slug(slug) {
                Some(service) => Action::Open(Place::Service(service.id)),
                None => self.save(context, &[(words, None)]),
            },
            Act::Ask(question) => self.ask(context, question),
            Act::Note => Action::Open(Place::Notes(NotesStart::New {
                child: None,
                service: None,
            })),
            Act::Save => self.save(context, &[(words, None)]),
            Act::Read(_) => Action::None,
        }
    }
}

/// With one child there is nobody else it could be for.
fn only_child(context: &Context) -> Vec<record::child::Id> {
    let children = context.read(|record| record.children()).unwrap_or_default();
    match children.as_slice() {
        [only] => vec![only.id],
        _ => Vec::new(),
    }
}

fn new_step(context: &Context, words: &str, slug: Option<&str>) -> Step {
    let mut step = Step::new(&context.now());
    words.clone_into(&mut step.text);
    let service = slug.and_then(|slug| context.directory.by_slug(slug));
    step.service = service.map(|service| service.id);
    step.children = only_child(context);
    step
}

/// The one thing to press beside a piece of guidance, or that it was done.
pub fn press<'a, M: Clone + 'a>(
    look: &Look,
    id: String,
    kept: &Kept,
    act: &'static Act,
    words: &'static str,
    context: &'a Context,
    on_press: impl Fn(&'static Act, &'static str) -> M,
) -> Element<'a, M> {
    let done = match act {
        Act::Ask(question) => kept
            .questions
            .contains(question)
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
        Act::Read(_) => ("Read more", Icon::Words, words),
        Act::Note => ("Write a note", Icon::Notes, words),
        Act::Save => ("Save this step", Icon::Save, words),
    };
    button::plain(look, id, label, on_press(act, words))
        .icon(icon)
        .name(format!("{label}: {about}"))
        .into()
}

/// The parts of a page, each with its own list. Ids begin with `prefix`.
pub fn parts<'a, M: Clone + 'a>(
    look: &Look,
    prefix: &str,
    page: &'static Page,
    kept: &Kept,
    context: &'a Context,
    on_press: impl Fn(&'static Act, &'static str) -> M,
) -> Element<'a, M> {
    let groups = (0..).zip(&page.groups).map(|(at, group)| {
        let id = format!("{prefix}/{}/{at}", page.id);
        part(look, &id, group, kept, context, &on_press)
    });
    column(groups).spacing(gap::L).into()
}

fn part<'a, M: Clone + 'a>(
    look: &Look,
    id: &str,
    group: &'static Group,
    kept: &Kept,
    context: &'a Context,
    on_press: &impl Fn(&'static Act, &'static str) -> M,
) -> Element<'a, M> {
    let rows = (0..).zip(&group.items).map(|(at, item)| {
        let said = text::reading(look, item.text.as_str());
        let Some(act) = &item.action else {
            return said;
        };
        let asked = match act {
            // The words to ask are seen before they are kept.
            Act::Ask(question) if *question != item.text => {
                Some(text::quiet(look, format!("“{question}”")))
            }
            _ => None,
        };
        let id = format!("{id}/{at}");
        let press = press(look, id, kept, act, &item.text, context, on_press);
        widgets::beside(column![said, asked], press, 280.0, gap::L)
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
