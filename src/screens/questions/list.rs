//! The lists: waiting, asked, answered, each with its filters.

use iced::widget::{column, container};
use jiff::ZonedDateTime;

use super::adding::{self, group_of};
use super::{Message, Questions, ROWS, State, Tab, starters};
use crate::look::{Icon, Look, Tint, gap};
use crate::record::Question;
use crate::screens::Context;
use crate::screens::shared::keeping::appointment_words;
use crate::widgets::{self, Element, button};
use crate::words;

pub(super) fn view<'a>(
    screen: &'a Questions,
    context: &'a Context,
    look: &Look,
    problem: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let header = widgets::page_header(look, "Questions", None, None);
    let tabs = widgets::tabs(
        look,
        "questions/tab",
        "Lists of questions",
        tab_names(screen),
        screen.tab,
        Message::Tab,
    );
    let body = match screen.tab {
        Tab::Budget => starters::view(screen, context, look),
        Tab::Kept(state) => rows(screen, state, context, look),
    };
    let new = (screen.tab != Tab::Budget).then(|| adding::view(screen, context, look));
    widgets::page(
        look,
        column![header, problem, new, tabs, container(body)].spacing(gap::XL),
    )
}

fn tab_names(screen: &Questions) -> Vec<(Tab, String)> {
    let with_count = |state, word: &str| {
        let count = words::thousands(screen.kept.count(state));
        (Tab::Kept(state), format!("{word} {count}"))
    };
    vec![
        with_count(State::Waiting, "Waiting"),
        with_count(State::Asked, "Asked"),
        with_count(State::Answered, "Answered"),
        (Tab::Budget, "Personal Health Budget".to_owned()),
    ]
}

fn rows<'a>(
    screen: &'a Questions,
    state: State,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let now = context.now();
    let in_state: Vec<&Question> = screen
        .kept
        .questions
        .iter()
        .filter(|question| question.state() == state)
        .collect();
    if in_state.is_empty() {
        return empty(state, look);
    }
    let chosen: Vec<&Question> = in_state
        .iter()
        .copied()
        .filter(|question| {
            screen
                .child
                .is_none_or(|id| question.children.contains(&id))
        })
        .filter(|question| screen.group.is_none() || question.group == screen.group)
        .collect();
    let list: Element<'a, Message> = if chosen.is_empty() {
        widgets::body(look, "No question here fits what you chose above.")
    } else {
        let rows = chosen
            .iter()
            .take(screen.shown)
            .map(|question| row(screen, question, &now, look))
            .collect();
        widgets::list(look, state.words(), rows)
    };
    let pager = widgets::pager(
        look,
        "questions/more",
        chosen.len().min(screen.shown),
        chosen.len(),
        "questions",
        Message::More,
    )
    .filter(|_| chosen.len() > ROWS);
    column![filters(screen, &in_state, look), list, pager]
        .spacing(gap::L)
        .into()
}

/// A chip for each child and each group that would leave something to see.
fn filters<'a>(
    screen: &'a Questions,
    questions: &[&Question],
    look: &Look,
) -> Option<Element<'a, Message>> {
    let children = screen.kept.children.iter().filter_map(|child| {
        let count = questions
            .iter()
            .filter(|question| question.children.contains(&child.id))
            .count();
        let on = screen.child == Some(child.id);
        (count > 0 || on).then(|| {
            widgets::chip(
                look,
                format!("questions/child/{}", child.id),
                child.name.as_str(),
                Some(count),
                on,
                Message::Child(child.id),
            )
        })
    });
    let groups = crate::record::starter_questions::groups()
        .iter()
        .filter_map(|group| {
            let count = questions
                .iter()
                .filter(|question| question.group.as_deref() == Some(&group.id))
                .count();
            let on = screen.group.as_ref() == Some(&group.id);
            (count > 0 || on).then(|| {
                widgets::chip(
                    look,
                    format!("questions/group/{}", group.id),
                    in_budget(&group.title),
                    Some(count),
                    on,
                    Message::Group(group.id.clone()),
                )
            })
        });
    let chips: Vec<Element<'a, Message>> = children.chain(groups).collect();
    (chips.len() > 1).then(|| {
        column![
            widgets::strong_label(look, "Show only"),
            widgets::wrap_row(chips, gap::S)
        ]
        .spacing(gap::S)
        .into()
    })
}

fn row<'a>(
    screen: &'a Questions,
    question: &'a Question,
    now: &ZonedDateTime,
    look: &Look,
) -> Element<'a, Message> {
    let detail = detail(screen, question, now);
    let icon = match question.state() {
        State::Waiting => Icon::Questions,
        State::Asked => Icon::Waiting,
        State::Answered => Icon::CheckedOn,
    };
    widgets::row_button(
        look,
        format!("question/{}", question.id),
        question.text.clone(),
        (!detail.is_empty()).then_some(detail),
        None,
        Some((icon, Tint::Plain)),
        Message::Open(question.id),
    )
}

/// `Maya. Paediatrician, Thursday 4 June, 2:30pm` or `Mrs Hill, 2 June 2026: in six weeks`.
fn detail(screen: &Questions, question: &Question, now: &ZonedDateTime) -> String {
    let mut parts = Vec::new();
    if let Some(day) = question.answered_on {
        let who = question.answered_by.trim();
        let day = words::date(day);
        parts.push(match who {
            "" => day,
            who => format!("{who}, {day}"),
        });
    } else if let Some(day) = question.asked_on {
        let near = words::near_day(day, now.date());
        parts.push(format!("Asked {}", lower_near(&near)));
    }
    let names = screen.kept.names(&question.children);
    if !names.is_empty() {
        parts.push(names);
    }
    if question.state() != State::Answered
        && let Some(appointment) = question
            .appointment
            .and_then(|id| screen.kept.appointment(id))
    {
        parts.push(appointment_words(appointment, now.date()));
    }
    parts.extend(group_of(question).map(in_budget));
    parts.join(". ")
}

/// A group of starter questions, said where nothing else tells what it is about.
fn in_budget(title: &str) -> String {
    format!("Budget: {title}")
}

/// `today` rather than `Today`, inside a sentence.
pub(super) fn lower_near(near: &str) -> String {
    match near {
        "Today" | "Tomorrow" | "Yesterday" => near.to_lowercase(),
        day => format!("on {day}"),
    }
}

fn empty<'a>(state: State, look: &Look) -> Element<'a, Message> {
    match state {
        State::Waiting => widgets::empty_state(
            look,
            "No question is waiting. Write one above, or start from ours.",
            Some(
                button::plain(
                    look,
                    "questions/starters",
                    "See questions about a Personal Health Budget",
                    Message::Tab(Tab::Budget),
                )
                .into(),
            ),
        ),
        State::Asked => widgets::empty_state(
            look,
            "No question is waiting for an answer.",
            Some(to_waiting(look)),
        ),
        State::Answered => {
            widgets::empty_state(look, "No question is answered yet.", Some(to_waiting(look)))
        }
    }
}

fn to_waiting<'a>(look: &Look) -> Element<'a, Message> {
    button::plain(
        look,
        "questions/to-waiting",
        "See questions to ask",
        Message::Tab(Tab::Kept(State::Waiting)),
    )
    .into()
}
