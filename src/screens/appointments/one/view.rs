//! How one appointment is drawn.

use iced::widget::column;
use jiff::ToSpan;
use jiff::civil::Date;

use super::super::Message as Screen;
use super::super::questions::{self, Shown};
use super::{Message, Offer, One, take_id};
use crate::look::{Icon, Look, gap, measure};
use crate::record::question::State;
use crate::record::{Child, Question};
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element, button, notice};
use crate::words;

impl One {
    pub(in super::super) fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        family: &'a [Child],
    ) -> Element<'a, Screen> {
        let today = context.today();
        let back = Some(("All appointments", Screen::Back));
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "That was not saved", problem));
        let title = words::one_line(&self.appointment.title());
        let page = column![
            widgets::page_header(look, title, back, None),
            self.when(look, today),
        ]
        .push(problem)
        .push(self.facts(context, look, family))
        .spacing(gap::L);
        let page = column![page];
        let page = match &self.after {
            Some(after) => page.push(after.view(look, today)),
            None if self.is_over => page.push(self.what_was_said(look)),
            None => page
                .push(self.to_ask(look))
                .push(self.answers(look))
                .push(self.offers(look)),
        };
        let page = page.push(self.files.view(context, look, Screen::Files));
        widgets::page(look, page.push(self.actions(look)).spacing(gap::XL))
    }

    fn when<'a>(&'a self, look: &Look, today: Date) -> Element<'a, Screen> {
        let starts = &self.appointment.starts;
        let begins = words::time(starts.time());
        let time = match self.appointment.minutes {
            Some(minutes) => {
                let ends = starts.saturating_add(i64::from(minutes).minutes());
                format!("{begins} to {}", words::time(ends.time()))
            }
            None => begins,
        };
        let day = starts.date();
        let away = if day < today {
            "This day has passed.".to_owned()
        } else if day == today {
            "Today".to_owned()
        } else {
            let away = words::away(day, today);
            let (first, rest) = away.split_at(1);
            format!("{}{rest}", first.to_uppercase())
        };
        column![
            widgets::strong(look, format!("{}, {time}", words::day(day))),
            widgets::quiet(look, away),
        ]
        .spacing(gap::XS)
        .into()
    }

    fn facts<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        family: &[Child],
    ) -> Option<Element<'a, Screen>> {
        let appointment = &self.appointment;
        let mut facts: Vec<(&'static str, Element<'a, Screen>)> = Vec::new();
        let about = children::names(family, &appointment.children);
        if !about.is_empty() {
            facts.push(("For", widgets::body(look, about)));
        }
        let typed = [
            ("Where", &appointment.place),
            ("What for", &appointment.why),
            ("Bring", &appointment.bring),
        ];
        for (name, words) in typed {
            if !words.trim().is_empty() {
                facts.push((name, widgets::body(look, words.as_str())));
            }
        }
        if let Some(service) = appointment
            .service
            .and_then(|id| context.directory.service(id))
        {
            facts.push((
                "Service",
                widgets::link(
                    look,
                    "appointments/open-service",
                    service.name.as_str(),
                    Screen::OpenService(service.id),
                ),
            ));
        }
        (!facts.is_empty()).then(|| widgets::key_values(look, facts))
    }

    fn to_ask<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let shown = Shown {
            questions: &self.waiting,
            typed: &self.asking,
            kept: true,
            wrap: |message| Screen::One(Message::Questions(message)),
        };
        questions::view(look, &shown)
    }

    /// Questions that were asked here already, with what became of them.
    fn answers<'a>(&'a self, look: &Look) -> Option<Element<'a, Screen>> {
        let rows: Vec<Element<'a, Screen>> = self
            .questions
            .iter()
            .filter(|question| question.state() != State::Waiting || self.is_over)
            .map(|question| answer(look, question))
            .collect();
        (!rows.is_empty()).then(|| {
            column![
                widgets::section(look, "Questions and answers"),
                widgets::list_spaced(look, "Questions and answers", rows, gap::M)
            ]
            .spacing(gap::M)
            .into()
        })
    }

    fn what_was_said<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let said = self.appointment.said.trim();
        let said = if said.is_empty() {
            widgets::quiet(look, "Nothing is written down yet.")
        } else {
            widgets::reading(look, said)
        };
        let change = button::main(
            look,
            "appointments/write-up",
            if self.is_written_up() {
                "Change what was said"
            } else {
                "Write down what was said"
            },
            Screen::One(Message::WriteUp),
        )
        .icon(Icon::Edit);
        let said = column![
            widgets::section(look, "What was said"),
            said,
            Element::from(change)
        ];
        column![self.answers(look), said.spacing(gap::M)]
            .spacing(gap::XL)
            .into()
    }

    fn offers<'a>(&'a self, look: &Look) -> Option<Element<'a, Screen>> {
        if self.offers.is_empty() {
            return None;
        }
        let open = button::quiet(
            look,
            "appointments/offers",
            "Take a question to this appointment",
            Screen::One(Message::Offers),
        )
        .icon(if self.offers_open {
            Icon::Up
        } else {
            Icon::Down
        })
        .at_edge()
        .describe(format!(
            "{} waiting",
            words::count(self.offers.len(), "question is", "questions are")
        ));
        if !self.offers_open {
            return Some(open.into());
        }
        let shown = self.offers_shown.min(self.offers.len());
        let rows = self
            .offers
            .iter()
            .take(shown)
            .map(|offer| offer.view(look))
            .collect();
        Some(
            column![
                Element::from(open),
                widgets::list_spaced(look, "Questions that are waiting", rows, gap::M)
            ]
            .push(widgets::pager(
                look,
                "appointments/more-offers",
                shown,
                self.offers.len(),
                "questions",
                Screen::One(Message::MoreOffers),
            ))
            .spacing(gap::M)
            .into(),
        )
    }

    fn actions<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let write_up = (self.after.is_none() && !self.is_over).then(|| {
            button::plain(
                look,
                "appointments/write-up",
                "After the appointment",
                Screen::One(Message::WriteUp),
            )
            .icon(Icon::Talk)
            .into()
        });
        let change = button::plain(look, "appointments/change", "Change", Screen::Change)
            .icon(Icon::Edit)
            .name("Change this appointment");
        let delete = button::danger(look, "appointments/delete", "Delete", Screen::Delete)
            .icon(Icon::Delete)
            .name("Delete this appointment");
        let buttons = [write_up, Some(change.into()), Some(delete.into())]
            .into_iter()
            .flatten()
            .collect();
        column![widgets::divider(look), widgets::wrap_row(buttons, gap::M)]
            .spacing(gap::L)
            .into()
    }
}

impl Offer {
    fn view<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let words = self.question.text.as_str();
        let about = column![widgets::body(look, words)]
            .push(self.from.as_deref().map(|from| widgets::quiet(look, from)));
        let take = button::plain(
            look,
            take_id(self.question.id),
            "Take",
            Screen::One(Message::Take(self.question.id)),
        )
        .icon(Icon::Add)
        .name(format!("Take: {words}"));
        widgets::beside(about, take, measure::READING / 2.0, gap::M)
    }
}

fn answer<'a>(look: &Look, question: &'a Question) -> Element<'a, Screen> {
    let by = question.answered_by.trim();
    let on = question.answered_on.or(question.asked_on).map(words::date);
    let on = on.map(|date| format!(", {date}")).unwrap_or_default();
    let became = match question.state() {
        State::Answered if by.is_empty() => format!("Answered{on}"),
        State::Answered => format!("Answered by {by}{on}"),
        State::Asked => format!("Asked{on}. No answer yet."),
        State::Waiting => "Still waiting. It is offered for your next appointment.".to_owned(),
    };
    let icon = match question.state() {
        State::Answered => Icon::CheckedOn,
        State::Asked => Icon::Clock,
        State::Waiting => Icon::Waiting,
    };
    let words = Some(question.answer.trim()).filter(|words| !words.is_empty());
    column![widgets::strong(look, question.text.as_str())]
        .push(words.map(|words| widgets::reading(look, words)))
        .push(widgets::with_icon(look, icon, became))
        .spacing(gap::XS)
        .into()
}
