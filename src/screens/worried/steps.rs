//! What to do first: the answers, the steps, and what to read next.

use iced::Fill;
use iced::widget::column;

use super::{Message, Worried, asking, kept_paths};
use crate::guide::pathway::{self, Act, Asked, MOST_WORRIES, Step};
use crate::look::{Icon, Look, gap};
use crate::screens::shared::guidance::{right_title, with_press};
use crate::screens::shared::keeping;
use crate::screens::shared::terms::Terms;
use crate::screens::{Context, children};
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
    let asked = screen.asked().into_iter();
    let asked = asked.map(|one| answer(screen, one, context, look, terms));
    let content = column![
        path(screen, look),
        widgets::page_header(look, screen.title(), None, None),
        problem,
        safety.then(|| asking::safety_line(look, terms)),
        // With two worries the page is long enough, and it was said where they were chosen.
        (screen.worries.len() == 1).then(|| terms.reading(pathway::no_diagnosis().0)),
    ]
    .extend(asked)
    .push(widgets::steps(look, "What to do first", rows.collect()))
    .push(keep(screen, context, look))
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
    terms.note(right_title(&step.action));
    let id = format!("worried/step/{}", step.id);
    with_press(
        look,
        id,
        words.width(Fill),
        (&step.action, step.title.as_str()),
        &screen.kept,
        context,
        Message::Keep,
    )
}

/// Which child it is for, where there are several.
fn whom<'a>(screen: &'a Worried, look: &Look) -> Option<Element<'a, Message>> {
    let family = &screen.kept.family;
    let several = family.len() > 1;
    several
        .then(|| {
            let chosen = &screen.kept.for_whom;
            let legend = "Who is it for?";
            children::chips(look, "worried/for", legend, family, chosen, Message::For)
        })
        .flatten()
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
            Some(act) => with_press(
                look,
                id,
                line,
                (act, answer.then.as_str()),
                &screen.kept,
                context,
                Message::Keep,
            ),
            None => line,
        }
    });
    column![Element::from(choice.in_a_row()), then]
        .spacing(gap::S)
        .into()
}

/// The main button, the path, and what else can be done with the steps.
fn keep<'a>(screen: &'a Worried, context: &Context, look: &Look) -> Element<'a, Message> {
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
    let take = |key, label, icon, take| {
        let press = Message::Keep(keeping::Message::Take(take));
        button::quiet(look, key, label, press).icon(icon).at_edge()
    };
    let ask = take(
        "worried/ask",
        "Add a question",
        Icon::Questions,
        keeping::Take::Ask,
    );
    let note = take(
        "worried/note",
        "Write a note",
        Icon::Notes,
        keeping::Take::Note,
    );
    let copy = take("worried/copy", "Copy", Icon::Copy, keeping::Take::Copy).name("Copy as text");
    let read_on = words::date(pathway::checked_on());
    let sources = link(look, "worried/sources", "Sources", Message::Sources);
    let checked = vec![text::quiet(look, format!("Checked {read_on}.")), sources];
    column![
        whom(screen, look),
        widgets::wrap_row(vec![save, keep_path(screen, context, look)], gap::M),
        widgets::wrap_row(vec![ask.into(), note.into(), copy.into()], gap::XL),
        widgets::wrap_row(checked, gap::M),
    ]
    .spacing(gap::M)
    .into()
}

/// "Keep this path", or since when it is kept.
fn keep_path<'a>(screen: &'a Worried, context: &Context, look: &Look) -> Element<'a, Message> {
    let kept = screen.path_kept();
    let keep = |label| {
        button::quiet(look, "worried/keep", label, Message::KeepPath)
            .icon(Icon::Saved)
            .into()
    };
    match kept {
        None => keep("Keep this path"),
        Some(_) if !screen.is_as_kept(context) => keep("Keep the change"),
        Some(path) => {
            let remove = button::quiet(
                look,
                "worried/remove",
                "Remove",
                Message::RemovePath(path.id),
            );
            let line = kept_paths::day_and_child(screen, path);
            widgets::wrap_row(
                vec![
                    text::with_icon(look, Icon::Saved, line),
                    remove.name("Remove this path").into(),
                ],
                gap::S,
            )
        }
    }
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
            // The age stands in the title of this page already.
            let label = match page.title.rsplit_once(": ") {
                Some((_, label)) => capital(label),
                None => page.title.clone(),
            };
            Some(link(look, id, label, Message::Read(page)))
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

/// With a capital first letter.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
