//! Starter questions about a Personal Health Budget: seven groups, each question with why it is
//! worth asking and the pages it rests on.

use iced::widget::{column, row};
use iced::{Center, Fill};
use jiff::ZonedDateTime;

use super::{Action, Message, Questions, State};
use crate::look::{Icon, Look, gap};
use crate::record::Question;
use crate::record::starter_questions::{self, StarterQuestion};
use crate::screens::Context;
use crate::screens::shared::keeping::question_from;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button};

impl Questions {
    /// Puts one starter question in the list, unless it is there.
    pub(super) fn ask(&mut self, context: &mut Context, id: &'static str) -> Action<Message> {
        let Some(starter) = starter_questions::all().iter().find(|one| one.id == id) else {
            return Action::None;
        };
        if self.kept.asked_from(id).is_some() {
            return Action::None;
        }
        let question = question_from(context, starter);
        let result = context.change("Question added", |change| change.put_question(&question));
        if !self.after(context, result) {
            return Action::None;
        }
        self.just_asked = Some(id);
        Action::Several(vec![
            Action::Saved("Question added to your list".to_owned()),
            Action::Focus(format!("starter/{id}/open").into()),
        ])
    }

    /// Puts every starter question of the chosen group in the list.
    pub(super) fn ask_group(&mut self, context: &mut Context) -> Action<Message> {
        let questions: Vec<Question> = (0..)
            .zip(self.not_asked())
            .map(|(place, starter)| {
                let mut question = question_from(context, starter);
                question.position += place;
                question
            })
            .collect();
        if questions.is_empty() {
            return Action::None;
        }
        let result = context.change("Questions added", |change| {
            questions
                .iter()
                .try_for_each(|one| change.put_question(one))
        });
        if !self.after(context, result) {
            return Action::None;
        }
        self.just_asked = None;
        let said = crate::words::count(questions.len(), "question", "questions");
        Action::Several(vec![
            Action::Saved(format!("{said} added to your list")),
            Action::Focus("page-title".into()),
        ])
    }

    fn not_asked(&self) -> Vec<&'static StarterQuestion> {
        starter_questions::all()
            .iter()
            .filter(|starter| starter.group == self.starter_group)
            .filter(|starter| self.kept.asked_from(&starter.id).is_none())
            .collect()
    }
}

pub(super) fn view<'a>(
    screen: &'a Questions,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let now = context.now();
    let terms = &Terms::new(look, context, Message::Term);
    let intro = terms.reading(
        "A Personal Health Budget (PHB) is an amount of NHS money for a child’s health needs. \
         You and the NHS agree how it is spent. Not everyone gets one.",
    );
    let group = starter_questions::groups()
        .iter()
        .find(|group| group.id == screen.starter_group);
    let title = group.map_or("", |group| group.title.as_str());
    let rows = starter_questions::all()
        .iter()
        .filter(|starter| starter.group == screen.starter_group)
        .map(|starter| starter_row(screen, starter, &now, look, terms))
        .collect();
    let left = screen.not_asked().len();
    let all: Option<Element<'a, Message>> = (left > 1).then(|| {
        button::plain(
            look,
            "starters/all",
            format!("Add all {left} in this group"),
            Message::AskGroup,
        )
        .icon(Icon::Add)
        .into()
    });
    column![
        intro,
        widgets::reading(
            look,
            "These questions are in our own words. Ask the ones that fit, in your own words.",
        ),
        groups(screen, look),
        widgets::section(look, title),
        widgets::list_spaced(look, title, rows, gap::M),
        all,
        terms.rest(),
    ]
    .spacing(gap::L)
    .into()
}

/// A chip for each group, with how many questions it has.
fn groups<'a>(screen: &'a Questions, look: &Look) -> Element<'a, Message> {
    let chips = starter_questions::groups()
        .iter()
        .map(|group| {
            let count = starter_questions::all()
                .iter()
                .filter(|starter| starter.group == group.id)
                .count();
            widgets::chip(
                look,
                format!("starters/{}", group.id),
                group.title.as_str(),
                Some(count),
                group.id == screen.starter_group,
                Message::StarterGroup(&group.id),
            )
        })
        .collect();
    widgets::wrap_row(chips, gap::S)
}

fn starter_row<'a>(
    screen: &'a Questions,
    starter: &'static StarterQuestion,
    now: &ZonedDateTime,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    terms.note(&starter.question);
    let sources = starter.sources.iter().zip(1..).map(|(source, number)| {
        let date = source.page_date.as_ref().map_or_else(
            || "page date not shown".to_owned(),
            |date| format!("page dated {date}"),
        );
        widgets::wrap_row(
            vec![
                widgets::quiet_web_link(
                    look,
                    format!("starter/{}/source/{number}", starter.id),
                    source.title.as_str(),
                    &source.url,
                    Message::Visit(&source.url),
                ),
                widgets::quiet(look, date),
            ],
            gap::S,
        )
    });
    let sources = column(sources).spacing(gap::XS);
    let action = match screen.kept.asked_from(&starter.id) {
        None => button::plain(
            look,
            format!("starter/{}", starter.id),
            "Ask this",
            Message::Ask(&starter.id),
        )
        .name(format!("Ask this: {}", starter.question))
        .icon(Icon::Add)
        .into(),
        Some(question) => in_list(starter, question, look),
    };
    let words = column![
        widgets::subsection(look, starter.question.as_str()),
        terms.body(starter.why.as_str()),
        sources,
    ]
    .spacing(gap::S)
    .width(Fill);
    let line: Element<'a, Message> = if look.is_narrow() {
        column![words, action].spacing(gap::M).into()
    } else {
        row![words, action].spacing(gap::XL).into()
    };
    let take = take_to(screen, starter, now, look);
    widgets::card(look, column![line, take].spacing(gap::L))
}

/// What is shown in place of “Ask this”: that it is in the list, and a way to open it.
fn in_list<'a>(
    starter: &'static StarterQuestion,
    question: &'a Question,
    look: &Look,
) -> Element<'a, Message> {
    let words = match question.state() {
        State::Waiting => "In your list",
        State::Asked => "Asked",
        State::Answered => "Answered",
    };
    let open = button::plain(
        look,
        format!("starter/{}/open", starter.id),
        "Open",
        Message::Open(question.id),
    )
    .name(format!("Open: {}", question.text));
    row![
        widgets::with_icon(look, Icon::Check, words),
        Element::from(open)
    ]
    .spacing(gap::M)
    .align_y(Center)
    .into()
}

/// Right after it was added: where to take it.
fn take_to<'a>(
    screen: &'a Questions,
    starter: &'static StarterQuestion,
    now: &ZonedDateTime,
    look: &Look,
) -> Option<Element<'a, Message>> {
    let question = screen.kept.asked_from(&starter.id)?;
    let just_asked = screen.just_asked == Some(starter.id.as_str());
    let id = question.id;
    (just_asked && !screen.kept.coming.is_empty()).then(|| {
        widgets::choice(
            look,
            "starters/take",
            "Take it to",
            screen.kept.places_to_take(question.appointment, now),
            Some(question.appointment),
            move |appointment| Message::TakeTo(id, appointment),
        )
        .into()
    })
}
