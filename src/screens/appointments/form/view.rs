//! How the form is drawn.

use iced::widget::column;
use jiff::civil::Date;

use super::super::Message as Screen;
use super::super::questions::{self, Shown};
use super::{Form, Message};
use crate::look::{Icon, Look, Role, gap};
use crate::record::Child;
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element, button, field, notice};

/// How many lines of what to bring are in sight.
const LINES: f32 = 2.0;

impl Form {
    pub(in super::super) fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        family: &'a [Child],
    ) -> Element<'a, Screen> {
        let (title, back) = if self.is_new {
            ("New appointment", "All appointments")
        } else {
            ("Change this appointment", "Back to the appointment")
        };
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "This appointment is not saved", problem));
        let restored = self.restored.then(|| {
            let said = "You began this before. It is not saved yet.";
            widgets::with_icon(look, Icon::Edit, said)
        });
        let with = field::text(
            look,
            "appointments/with",
            "Who or what is it with?",
            &self.appointment.with_whom,
            |words| Screen::Form(Message::With(words)),
        )
        .error(self.with_problem);
        let questions = self.is_new.then(|| {
            let shown = Shown {
                questions: &self.questions,
                typed: &self.asking,
                kept: false,
                wrap: |message| Screen::Form(Message::Questions(message)),
            };
            questions::view(look, &shown)
        });
        let first = column![
            Element::from(with),
            self.when_part(look, context.today()),
            self.details_part(look, family)
        ]
        .spacing(gap::L);
        let page = column![widgets::page_header(
            look,
            title,
            Some((back, Screen::Back)),
            None
        )]
        .push(restored)
        .push(problem)
        .push(widgets::with_side(look, first, column![].push(questions)))
        .push(self.actions(look, context.today()));
        widgets::page(look, page.spacing(gap::L))
    }

    fn when_part<'a>(&'a self, look: &Look, today: Date) -> Element<'a, Screen> {
        let date = field::date(
            look,
            "appointments/date",
            "Date",
            &self.when.date,
            today,
            |typed| Screen::Form(Message::Date(typed)),
        )
        .error(self.when.date_problem.as_ref().map(ToString::to_string));
        let time = field::time(
            look,
            "appointments/time",
            "Time",
            &self.when.time,
            |typed| Screen::Form(Message::Time(typed)),
        )
        .error(self.when.time_problem.as_ref().map(ToString::to_string));
        let has_passed = self.when.day(today).is_some_and(|day| day < today);
        let passed =
            has_passed.then(|| widgets::with_icon(look, Icon::Clock, "This day has passed."));
        column![widgets::stack_or_row(
            look,
            vec![date.into(), time.into()],
            gap::L
        )]
        .push(passed)
        .spacing(gap::S)
        .into()
    }

    fn details_part<'a>(&'a self, look: &Look, family: &'a [Child]) -> Element<'a, Screen> {
        if !self.details {
            return button::quiet(
                look,
                "appointments/details",
                "More details",
                Screen::Form(Message::Details),
            )
            .icon(Icon::Down)
            .at_edge()
            .describe("How long, where, why, what to bring and for whom.")
            .into();
        }
        let length = field::text(
            look,
            "appointments/length",
            "How long?",
            &self.minutes,
            |typed| Screen::Form(Message::Length(typed)),
        )
        .placeholder("45 minutes")
        .error(self.length_problem);
        let place = field::text(
            look,
            "appointments/place",
            "Where?",
            &self.appointment.place,
            |words| Screen::Form(Message::Place(words)),
        );
        let why = field::text(
            look,
            "appointments/why",
            "What is it for?",
            &self.appointment.why,
            |words| Screen::Form(Message::Why(words)),
        );
        let bring = field::long_text(
            look,
            "appointments/bring",
            "What to bring",
            &self.bring,
            |edit| Screen::Form(Message::Bring(edit)),
        )
        .height(LINES * Role::BODY.line_height(look.roomy));
        let about = children::chips(
            look,
            "appointments/about",
            "Who is it for?",
            family,
            &self.appointment.children,
            |child| Screen::Form(Message::Child(child)),
        );
        column![
            widgets::stack_or_row(look, vec![length.into(), place.into()], gap::L),
            Element::from(why),
            Element::from(bring),
        ]
        .push(about)
        .push(self.service_part(look))
        .spacing(gap::L)
        .into()
    }

    fn service_part<'a>(&'a self, look: &Look) -> Option<Element<'a, Screen>> {
        if self.services.is_empty() {
            return None;
        }
        let options = std::iter::once((None, "None of these".to_owned()))
            .chain(
                self.services
                    .iter()
                    .map(|(id, name)| (Some(*id), name.clone())),
            )
            .collect();
        let choice = widgets::choice(
            look,
            "appointments/service",
            "Which service is it with?",
            options,
            Some(self.appointment.service),
            |service| Screen::Form(Message::Service(service)),
        );
        Some(choice.into())
    }

    fn actions<'a>(&'a self, look: &Look, today: Date) -> Element<'a, Screen> {
        let save = button::main(look, "appointments/save", "Save appointment", Screen::Save)
            .icon(Icon::Check);
        let kept = self
            .draft
            .line(today)
            .map(|line| widgets::quiet(look, line));
        let row = [Some(save.into()), kept].into_iter().flatten().collect();
        widgets::stack_or_row(look, row, gap::M)
    }
}
