//! How writing up is drawn.

use iced::widget::{column, container};
use jiff::civil::Date;

use super::super::Message as Screen;
use super::super::one;
use super::{After, Answer, Message, became_id, screen};
use crate::look::{Icon, Look, Role, gap, measure};
use crate::record::question::State;
use crate::widgets::{self, Element, button, field};

/// How many lines of what was said are in sight.
const SAID_LINES: f32 = 6.0;
/// How many lines of an answer are in sight.
const ANSWER_LINES: f32 = 3.0;

impl After {
    pub(in super::super) fn view<'a>(&'a self, look: &Look, today: Date) -> Element<'a, Screen> {
        let said = field::long_text(
            look,
            "appointments/said",
            "What was said?",
            &self.said,
            |edit| screen(Message::Said(edit)),
        )
        .height(SAID_LINES * Role::BODY.line_height(look.roomy));
        let save = button::main(
            look,
            "appointments/save-after",
            "Save what was said",
            Screen::One(one::Message::SaveAfter),
        )
        .icon(Icon::Check);
        let kept = self
            .draft
            .line(today)
            .map(|line| widgets::quiet(look, line));
        let row = [Some(save.into()), kept].into_iter().flatten().collect();
        let said = Element::from(said);
        let parts = match self.questions(look) {
            Some(questions) => widgets::with_side(look, questions, said),
            None => container(said).max_width(measure::READING).into(),
        };
        column![
            widgets::section(look, "After the appointment"),
            parts,
            widgets::stack_or_row(look, row, gap::M)
        ]
        .spacing(gap::L)
        .into()
    }

    fn questions<'a>(&'a self, look: &Look) -> Option<Element<'a, Screen>> {
        if self.answers.is_empty() {
            return None;
        }
        let rows = self
            .answers
            .iter()
            .enumerate()
            .map(|(place, answer)| answer.view(look, place + 1))
            .collect();
        let help = "Leave a question as it is, and it waits for your next appointment.";
        Some(
            column![
                widgets::body(look, help),
                widgets::list_spaced(look, "Your questions", rows, gap::M),
            ]
            .spacing(gap::M)
            .into(),
        )
    }
}

impl Answer {
    fn view<'a>(&'a self, look: &Look, number: usize) -> Element<'a, Screen> {
        let id = self.question.id;
        let words = self.question.text.as_str();
        let became = |state, label: &'static str| {
            button::plain(
                look,
                became_id(id, state),
                label,
                screen(Message::Became(id, state)),
            )
            .name(format!("{label}: {words}"))
            .pressed(self.state == state)
        };
        let buttons = widgets::wrap_row(
            vec![
                became(State::Answered, "Answered").into(),
                became(State::Asked, "Asked, no answer yet").into(),
            ],
            gap::S,
        );
        let answer = (self.state == State::Answered).then(|| self.fields(look));
        widgets::card(
            look,
            column![widgets::strong(look, format!("{number}. {words}")), buttons]
                .push(answer)
                .spacing(gap::M),
        )
    }

    fn fields<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let id = self.question.id;
        let words = field::long_text(
            look,
            format!("answer/{id}/words"),
            "The answer",
            &self.words,
            move |edit| screen(Message::Words(id, edit)),
        )
        .height(ANSWER_LINES * Role::BODY.line_height(look.roomy));
        let by = field::text(
            look,
            format!("answer/{id}/by"),
            "Who answered?",
            &self.by,
            move |by| screen(Message::By(id, by)),
        );
        column![Element::from(words), Element::from(by)]
            .spacing(gap::M)
            .into()
    }
}
