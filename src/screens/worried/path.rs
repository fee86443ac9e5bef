//! What to do first: the answers, the steps, and what to read next.

use iced::Fill;
use iced::widget::column;

use super::{Message, Worried, asking};
use crate::guide::pathway::{self, Act, Asked, MOST_WORRIES, Step};
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::screens::shared::guidance::press;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button, chip, link, notice, words as text};
use crate::words;

impl Worried {
    /// "Talking and understanding, under 5".
    pub(super) fn title(&self) -> String {
        let age = self.age.map_or("", |age| age.in_title.as_str());
        match self.worries.as_slice() {
            [only] => format!("{}, {age}", only.title),
            _ => format!("What to do first, {age}"),
        }
    }
}

pub(super) fn view<'a>(
    screen: &'a Worried,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    terms.note(&screen.title());
    let safety = screen.worries.iter().any(|worry| worry.safety);
    let rows = screen.steps().into_iter().map(|step| {
        let done = screen.kept.is_done(&step.title);
        (done, one(screen, step, context, look, terms))
    });
    let problem = screen
        .kept
        .problem
        .as_deref()
        .map(|problem| Element::from(notice::problem(look, "Something went wrong", problem)));
    let age = screen.age;
    let asked = age.map_or(Vec::new(), |age| pathway::asked(age, &screen.worries));
    let asked = asked
        .into_iter()
        .map(|one| answer(screen, one, context, look, terms));
    let content = column![
        path(screen, look),
        widgets::page_header(look, screen.title(), None, None),
        problem,
        safety.then(|| asking::safety_line(look, terms)),
        terms.reading(pathway::no_diagnosis().0),
    ]
    .extend(asked)
    .push(widgets::steps(look, "What to do first", rows.collect()))
    .push(keep(screen, look))
    .push(next(screen, look, terms))
    .push(terms.rest());
    widgets::page(look, content.spacing(gap::L))
}

/// The answers, each changed by one press.
fn path<'a>(screen: &'a Worried, look: &Look) -> Element<'a, Message> {
    let ages = pathway::ages().iter().map(|age| {
        let id = format!("worried/is/{}", age.id);
        let on = screen.age.is_some_and(|one| one.id == age.id);
        chip(look, id, age.title.as_str(), None, on, Message::Age(age))
    });
    let worries = screen.worries.iter().map(|worry| {
        let id = format!("worried/is/{}", worry.id);
        chip(
            look,
            id,
            worry.title.as_str(),
            None,
            true,
            Message::Worry(worry),
        )
    });
    let mut line: Vec<Element<'a, Message>> = ages.chain(worries).collect();
    if screen.worries.len() < MOST_WORRIES {
        let add = button::quiet(look, "worried/add", "Add a worry", Message::AskWorry);
        line.push(add.icon(Icon::Add).into());
    }
    let again = button::quiet(look, "worried/again", "Start again", Message::StartAgain);
    line.push(again.icon(Icon::Undo).into());
    widgets::wrap_row(line, gap::S)
}

fn one<'a>(
    screen: &'a Worried,
    step: &'static Step,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let words = column![
        terms.strong(step.title.as_str()),
        terms.body(step.why.as_str()),
        match &step.action {
            Act::Ask(question) => Some(terms.quiet(format!("“{question}”"))),
            _ => None,
        },
    ];
    let id = format!("worried/step/{}", step.id);
    let press = press(
        look,
        id,
        &screen.kept,
        &step.action,
        &step.title,
        context,
        Message::Act,
    );
    widgets::beside(words.width(Fill), press, 280.0, gap::L)
}

/// A question whose answer changes what to do, and what follows from the answer.
fn answer<'a>(
    screen: &'a Worried,
    asked: &'static Asked,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    terms.note(&asked.question);
    for answer in &asked.answers {
        terms.note(&answer.label);
    }
    let given = screen.answers.get(asked.id.as_str()).copied();
    let options = asked.answers.iter();
    let options = options.map(|answer| (answer.id.as_str(), answer.label.clone()));
    let choice = widgets::choice(
        look,
        &format!("worried/asked/{}", asked.id),
        asked.question.as_str(),
        options.collect(),
        given,
        |answer| Message::Answer(&asked.id, answer),
    );
    let found = asked.answers.iter().find(|one| given == Some(&one.id));
    let then = found.map(|answer| {
        let id = format!("worried/then/{}", asked.id);
        let line = terms.with_icon(Icon::Forward, answer.then.as_str());
        match &answer.action {
            Some(act) => {
                let press = press(
                    look,
                    id,
                    &screen.kept,
                    act,
                    &answer.then,
                    context,
                    Message::Act,
                );
                widgets::beside(line, press, 280.0, gap::L)
            }
            None => line,
        }
    });
    column![Element::from(choice.in_a_row()), then]
        .spacing(gap::S)
        .into()
}

/// The main button, and what else can be done with the steps.
fn keep<'a>(screen: &'a Worried, look: &Look) -> Element<'a, Message> {
    let all = screen
        .steps()
        .iter()
        .all(|step| screen.kept.has_step(&step.title));
    let save: Element<'a, Message> = if all {
        text::with_icon(look, Icon::Check, "These steps are on Today")
    } else {
        button::main(look, "worried/save", "Save these steps", Message::SaveSteps)
            .icon(Icon::Save)
            .into()
    };
    let copy = button::quiet(look, "worried/copy", "Copy as text", Message::Copy);
    let read_on = words::date(pathway::checked_on());
    let sources = link(look, "worried/sources", "Sources", Message::Sources);
    widgets::wrap_row(
        vec![
            save,
            copy.icon(Icon::Copy).into(),
            text::quiet(look, format!("Checked {read_on}.")),
            sources,
        ],
        gap::M,
    )
}

/// What has happened so far, each answer leading to a page; then more to read and to find.
fn next<'a>(screen: &'a Worried, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let so_far = pathway::pages().iter().filter_map(|page| {
        let ask = page.ask.as_deref()?;
        terms.note(ask);
        let id = format!("worried/so-far/{}", page.id);
        Some(link(look, id, ask, Message::Read(page)))
    });
    let about_age = screen.age.map(|age| format!("age-{}", age.id));
    // With two worries the page is long enough: what can be found elsewhere is left out.
    let only = screen.worries.len() == 1;
    let read = only.then_some("no-diagnosis").into_iter();
    let read = read
        .chain(["prepare"])
        .chain(about_age.as_deref())
        .filter_map(|id| {
            let page = pathway::page(id)?;
            terms.note(&page.title);
            let id = format!("worried/read/{}", page.id);
            Some(link(look, id, page.title.as_str(), Message::Read(page)))
        });
    let more = screen.worries.first().filter(|_| only).map(|worry| {
        let press = Message::More(worry);
        link(look, "worried/more", "Find more services", press)
    });
    column![
        text::section(look, "What has happened so far?"),
        widgets::wrap_row(so_far.collect(), gap::L),
        widgets::wrap_row(read.chain(more).collect(), gap::L),
    ]
    .spacing(gap::S)
    .into()
}
