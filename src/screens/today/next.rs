//! The next appointment: who, when, where, and what to ask.

use iced::widget::{column, row, space};
use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::Message;
use super::kept::Kept;
use crate::look::{Icon, Look, gap};
use crate::record::{Appointment, Question};
use crate::screens::{AppointmentsStart, Context, Place};
use crate::widgets::{self, Element, button};
use crate::words;

/// How many of its questions are shown.
const QUESTIONS: usize = 8;

pub(super) fn view<'a>(kept: &'a Kept, context: &Context, look: &Look) -> Element<'a, Message> {
    let Some((appointment, questions)) = &kept.next else {
        return widgets::card(
            look,
            column![
                widgets::section(look, "Next appointment"),
                widgets::body(look, "No appointments are coming up."),
                button::main(
                    look,
                    "today/appointment/add",
                    "Add an appointment",
                    Message::Open(Place::Appointments(AppointmentsStart::New {
                        service: None,
                        on: None,
                    })),
                )
                .icon(Icon::AddAppointment),
            ]
            .spacing(gap::M),
        );
    };
    let now = context.now();
    let when = when(appointment, &now);
    let name = format!("Open {}, {when}", appointment.title());
    let actions = widgets::wrap_row(
        vec![
            button::main(
                look,
                "today/appointment/open",
                "Open",
                Message::appointment(appointment.id),
            )
            .name(name)
            .into(),
            button::plain(
                look,
                "today/appointment/question",
                "Add a question",
                Message::question_for(appointment.id),
            )
            .icon(Icon::Add)
            .into(),
        ],
        gap::M,
    );
    widgets::card(
        look,
        column![
            row![
                widgets::with_icon(look, Icon::Appointments, "Next appointment"),
                space::horizontal(),
                widgets::strong_label(look, until(&appointment.starts, &now)),
            ],
            column![
                widgets::section(look, appointment.title()),
                widgets::strong(look, when),
            ],
            facts(appointment, kept, look),
            widgets::divider(look),
            to_ask(questions, look),
            actions,
        ]
        .spacing(gap::M),
    )
}

/// For whom and where, as one line: “Maya. Children’s outpatients, Musgrove Park Hospital.”
fn facts<'a>(appointment: &Appointment, kept: &Kept, look: &Look) -> Option<Element<'a, Message>> {
    let names = kept.names(&appointment.children);
    let parts: Vec<String> = [names.as_str(), &appointment.place]
        .into_iter()
        .map(|part| part.trim().trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .map(|part| format!("{part}."))
        .collect();
    (!parts.is_empty()).then(|| widgets::body(look, parts.join(" ")))
}

fn to_ask<'a>(questions: &'a [Question], look: &Look) -> Element<'a, Message> {
    if questions.is_empty() {
        return widgets::quiet(look, "No questions to ask yet.");
    }
    let heading = format!(
        "{} to ask",
        words::count(questions.len(), "question", "questions")
    );
    let rows = (1..)
        .zip(questions)
        .take(QUESTIONS)
        .map(|(number, question)| widgets::numbered(look, number, question.text.as_str()))
        .collect();
    let more = questions
        .len()
        .checked_sub(QUESTIONS)
        .filter(|more| *more > 0)
        .map(|more| widgets::quiet(look, format!("And {more} more. Open it to see them all.")));
    column![
        widgets::subsection(look, heading),
        widgets::list_spaced(look, "Questions to ask", rows, gap::XS),
        more,
    ]
    .spacing(gap::S)
    .into()
}

/// `Today at 2:30pm`, or `Thursday 4 June, 2:30pm`.
fn when(appointment: &Appointment, now: &ZonedDateTime) -> String {
    let (day, today) = (appointment.starts.date(), now.date());
    let time = words::time(appointment.starts.time());
    match words::days_between(today, day) {
        0 => format!("Today at {time}"),
        1 => format!("Tomorrow at {time}"),
        _ => format!("{}, {time}", words::near_day(day, today)),
    }
}

/// `yesterday`, `tomorrow`, or `Sunday 7 June, in 5 days`.
pub(super) fn day_in_a_sentence(day: Date, today: Date) -> String {
    let written = words::near_day(day, today);
    match words::days_between(today, day) {
        -1..=1 => written.to_lowercase(),
        _ => format!("{written}, {}", words::away(day, today)),
    }
}

/// `now`, `in 25 minutes`, `in 3 hours`, `tomorrow`, `in 2 days`.
pub(super) fn until(starts: &ZonedDateTime, now: &ZonedDateTime) -> String {
    let minutes = starts.timestamp().duration_since(now.timestamp()).as_mins();
    let plural = |number: i64, noun: &str| match number {
        1 => format!("in 1 {noun}"),
        _ => format!("in {number} {noun}s"),
    };
    match (words::days_between(now.date(), starts.date()), minutes) {
        (_, ..=0) => "now".to_owned(),
        (_, minutes @ 1..=59) => plural(minutes, "minute"),
        (0, minutes) => plural((minutes + 30) / 60, "hour"),
        (1, _) => "tomorrow".to_owned(),
        _ => words::away(starts.date(), now.date()),
    }
}
