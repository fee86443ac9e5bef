//! One question: its words, who it is about, where to take it, and the answer.

use iced::widget::{column, row};
use iced::{Fill, FillPortion};

use super::adding::group_of;
use super::answering::Answering;
use super::list::lower_near;
use super::wording::Wording;
use super::{Action, Message, Questions, State};
use crate::look::{Icon, Look, Width, gap};
use crate::record::Question;
use crate::screens::shared::keeping::appointment_words;
use crate::screens::{Context, children};
use crate::widgets::{self, Element, button};
use crate::words;

impl Questions {
    pub(super) fn update_one(
        &mut self,
        context: &mut Context,
        message: Message,
    ) -> Action<Message> {
        let Some(id) = self.open else {
            return Action::None;
        };
        match message {
            Message::About(child) => self.change(context, id, "Question changed", |question| {
                children::toggle(&mut question.children, child);
            }),
            Message::Asked(asked) => {
                let today = context.today();
                let said = if asked {
                    "Marked as asked"
                } else {
                    "Marked as not asked"
                };
                self.change(context, id, said, |question| {
                    question.asked_on = asked.then_some(today);
                })
            }
            Message::ChangeWords => {
                self.words = self.kept.question(id).map(Wording::of);
                Action::Focus("question/words".into())
            }
            Message::Words(typed) => {
                if let Some(words) = &mut self.words {
                    words.set(typed);
                }
                Action::None
            }
            Message::KeepWords => self.keep_words(context, id),
            Message::LeaveWords => {
                self.forget_words(context);
                Action::Focus("question/words/change".into())
            }
            Message::Answer(edit) => {
                if let Some(answering) = &mut self.answering {
                    if edit.changes_words() {
                        answering.touch();
                    }
                    answering.text.apply(edit);
                    answering.text_problem = None;
                }
                Action::None
            }
            Message::AnsweredBy(typed) => {
                if let Some(answering) = &mut self.answering {
                    answering.typed.by = typed;
                    answering.touch();
                }
                Action::None
            }
            Message::AnsweredOn(typed) => {
                if let Some(answering) = &mut self.answering {
                    answering.typed.on = typed;
                    answering.touch();
                    answering.day_problem = None;
                }
                Action::None
            }
            Message::KeepAnswer => self.keep_answer(context, id),
            Message::ChangeAnswer => {
                self.answering = self
                    .kept
                    .question(id)
                    .map(|question| Answering::of(context, question));
                Action::Focus("question/answer".into())
            }
            Message::Delete => {
                let result =
                    context.change("Question deleted", |change| change.delete_question(id));
                if !self.after(context, result) {
                    return Action::None;
                }
                self.close();
                // Going back clears what was said, so it is said after.
                Action::Several(vec![
                    Action::Back,
                    Action::Saved("Question deleted. It stays in the bin for 30 days.".to_owned()),
                ])
            }
            _ => Action::None,
        }
    }

    fn keep_words(
        &mut self,
        context: &mut Context,
        id: crate::record::question::Id,
    ) -> Action<Message> {
        let Some(words) = &mut self.words else {
            return Action::None;
        };
        let Some(text) = words.checked() else {
            return Action::Focus("question/words".into());
        };
        let action = self.change(context, id, "Question changed", |question| {
            question.text = text;
        });
        if matches!(action, Action::None) {
            return action;
        }
        self.forget_words(context);
        Action::Several(vec![action, Action::Focus("question/words/change".into())])
    }

    fn forget_words(&mut self, context: &mut Context) {
        if let Some(mut words) = self.words.take()
            && let Err(error) = words.forget_draft(context)
        {
            self.problem = Some(error.to_string());
        }
    }

    fn keep_answer(
        &mut self,
        context: &mut Context,
        id: crate::record::question::Id,
    ) -> Action<Message> {
        let today = context.today();
        let Some(answering) = &mut self.answering else {
            return Action::None;
        };
        let Some((text, by, day)) = answering.checked(today) else {
            let wrong = if answering.text_problem.is_some() {
                "question/answer"
            } else {
                "question/on"
            };
            return Action::Focus(wrong.into());
        };
        let Some(question) = self.kept.question(id) else {
            return Action::None;
        };
        let mut question = question.clone();
        question.answer = text;
        question.answered_by = by;
        question.answered_on = Some(day);
        question.asked_on = question.asked_on.or(Some(day));
        let result = context.change("Answer kept", |change| change.put_question(&question));
        if !self.after(context, result) {
            return Action::None;
        }
        if let Some(mut answering) = self.answering.take()
            && let Err(error) = answering.forget_draft(context)
        {
            self.problem = Some(error.to_string());
        }
        Action::Several(vec![
            Action::Saved("Answer kept".to_owned()),
            Action::Focus("question/answer/change".into()),
        ])
    }
}

pub(super) fn view<'a>(
    screen: &'a Questions,
    question: &'a Question,
    context: &'a Context,
    look: &Look,
    problem: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let header = widgets::page_header(
        look,
        question.text.as_str(),
        Some(("Back", Message::Close)),
        None,
    );
    let left = about_it(screen, question, context, look);
    let right = answer(screen, question, context, look);
    let body: Element<'a, Message> = if look.width == Width::Wide {
        row![left, right].spacing(gap::XXL).into()
    } else {
        column![right, left].spacing(gap::XL).width(Fill).into()
    };
    widgets::page(look, column![header, problem, body].spacing(gap::XL))
}

fn about_it<'a>(
    screen: &'a Questions,
    question: &'a Question,
    context: &'a Context,
    look: &Look,
) -> iced::widget::Column<'a, Message> {
    let now = context.now();
    let service = question
        .service
        .and_then(|id| context.directory.service(id))
        .map(|service| {
            labelled(
                look,
                "Service",
                widgets::link(
                    look,
                    "question/service",
                    service.name.as_str(),
                    Message::Service(service.id),
                ),
            )
        });
    let group = group_of(question)
        .map(|title| labelled(look, "Personal Health Budget", widgets::body(look, title)));
    let choices = screen.kept.places_to_take(question.appointment, &now);
    let open = question.state() != State::Answered;
    let take = (open && choices.len() > 1).then(|| {
        let id = question.id;
        Element::from(widgets::choice(
            look,
            "question/take",
            "Take it to",
            choices,
            Some(question.appointment),
            move |appointment| Message::TakeTo(id, appointment),
        ))
    });
    let appointment = question
        .appointment
        .and_then(|id| screen.kept.appointment(id))
        .map(|appointment| {
            let link = |label: String| {
                widgets::link(
                    look,
                    "question/appointment",
                    label,
                    Message::Appointment(appointment.id),
                )
            };
            if open {
                link("Open the appointment".to_owned())
            } else {
                let words = appointment_words(appointment, now.date());
                labelled(look, "Taken to", link(words))
            }
        });
    column![
        take,
        appointment,
        children::chips(
            look,
            "question/about",
            "Who is it about?",
            &screen.kept.children,
            &question.children,
            Message::About,
        ),
        service,
        group,
        words_of(screen, context.today(), look),
        button::danger(
            look,
            "question/delete",
            "Delete this question",
            Message::Delete
        )
        .icon(Icon::Delete),
    ]
    .spacing(gap::XL)
    .width(FillPortion(2))
}

fn labelled<'a>(
    look: &Look,
    label: &'static str,
    content: Element<'a, Message>,
) -> Element<'a, Message> {
    column![widgets::strong_label(look, label), content]
        .spacing(gap::XS)
        .into()
}

/// A button that opens a field for the words, or the field.
fn words_of<'a>(
    screen: &'a Questions,
    today: jiff::civil::Date,
    look: &Look,
) -> Element<'a, Message> {
    match &screen.words {
        Some(words) => words.view(today, look),
        None => button::quiet(
            look,
            "question/words/change",
            "Change the words",
            Message::ChangeWords,
        )
        .icon(Icon::Edit)
        .at_edge()
        .into(),
    }
}

fn answer<'a>(
    screen: &'a Questions,
    question: &'a Question,
    context: &'a Context,
    look: &Look,
) -> iced::widget::Column<'a, Message> {
    let today = context.today();
    let content: Element<'a, Message> = match &screen.answering {
        Some(answering) => {
            let asked = asked(question, today, look);
            column![asked, answering.view(today, look)]
                .spacing(gap::L)
                .into()
        }
        None => answered(question, look),
    };
    column![widgets::section(look, "The answer"), content]
        .spacing(gap::M)
        .width(FillPortion(3))
}

fn asked<'a>(
    question: &Question,
    today: jiff::civil::Date,
    look: &Look,
) -> Option<Element<'a, Message>> {
    match question.state() {
        State::Waiting => Some(
            button::plain(
                look,
                "question/asked",
                "Mark as asked today",
                Message::Asked(true),
            )
            .icon(Icon::Talk)
            .into(),
        ),
        State::Asked => {
            let day = question.asked_on.unwrap_or(today);
            let said = format!("Asked {}.", lower_near(&words::near_day(day, today)));
            Some(widgets::wrap_row(
                vec![
                    widgets::body(look, said),
                    button::quiet(
                        look,
                        "question/asked",
                        "Not asked after all",
                        Message::Asked(false),
                    )
                    .into(),
                ],
                gap::M,
            ))
        }
        State::Answered => None,
    }
}

fn answered<'a>(question: &'a Question, look: &Look) -> Element<'a, Message> {
    let by = question.answered_by.trim();
    let day = question.answered_on.map(words::day);
    let from = match (by, day) {
        ("", None) => None,
        ("", Some(day)) => Some(day),
        (by, None) => Some(by.to_owned()),
        (by, Some(day)) => Some(format!("{by}, {day}")),
    };
    column![
        widgets::reading(look, question.answer.as_str()),
        from.map(|from| widgets::quiet(look, from)),
        button::plain(
            look,
            "question/answer/change",
            "Change the answer",
            Message::ChangeAnswer
        )
        .icon(Icon::Edit),
    ]
    .spacing(gap::M)
    .into()
}
