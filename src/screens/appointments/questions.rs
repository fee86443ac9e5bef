//! The questions for one appointment: typed one after another, and put in order.

use iced::widget::{Id, column};
use jiff::ZonedDateTime;

use super::Message as Screen;
use crate::look::{Icon, Look, gap, measure};
use crate::record::{Question, question};
use crate::widgets::{self, Element, button, field};

/// The field for the next question.
pub(super) const FIELD: &str = "appointments/question";

/// What happened among the questions.
#[derive(Debug, Clone)]
pub enum Message {
    /// The next question, as typed.
    Typed(String),
    /// Add what was typed.
    Add,
    /// One place earlier.
    Up(question::Id),
    /// One place later.
    Down(question::Id),
    /// Off this appointment.
    TakeOff(question::Id),
}

/// Where the questions are shown.
pub(super) struct Shown<'a> {
    /// In their order.
    pub(super) questions: &'a [Question],
    /// The next question, as typed.
    pub(super) typed: &'a str,
    /// Adding is the main action of the page, and each question can be opened.
    pub(super) kept: bool,
    /// What the screen calls a message from here.
    pub(super) wrap: fn(Message) -> Screen,
}

/// A question with these words, after the ones that are there.
pub(super) fn next(now: &ZonedDateTime, words: &str, after: &[Question]) -> Question {
    let mut question = Question::new(now);
    words.trim().clone_into(&mut question.text);
    if let Some(last) = after.iter().map(|question| question.position).max() {
        question.position = question.position.max(last + 1);
    }
    question
}

/// Moves a question one place. Gives the button to focus: the same one, or at the end of the list
/// the other one, because a button that does nothing is disabled.
pub(super) fn moved(questions: &mut [Question], id: question::Id, up: bool) -> Option<Id> {
    let from = questions.iter().position(|question| question.id == id)?;
    let to = if up { from.checked_sub(1)? } else { from + 1 };
    if to >= questions.len() {
        return None;
    }
    questions.swap(from, to);
    let at_end = to == 0 || to + 1 == questions.len();
    Some(move_id(id, up != at_end))
}

fn move_id(id: question::Id, up: bool) -> Id {
    Id::from(format!("question/{id}/{}", if up { "up" } else { "down" }))
}

/// The list and the field under it.
pub(super) fn view<'a>(look: &Look, shown: &Shown<'a>) -> Element<'a, Screen> {
    let Shown {
        questions,
        typed,
        kept,
        wrap,
    } = *shown;
    let last = questions.len().saturating_sub(1);
    let rows: Vec<Element<'a, Screen>> = questions
        .iter()
        .enumerate()
        .map(|(place, question)| one(look, question, place, last, shown))
        .collect();
    let rows =
        (!rows.is_empty()).then(|| widgets::list_spaced(look, "Questions to ask", rows, gap::S));
    let asking = field::text(look, FIELD, "Question to ask", typed, move |typed| {
        wrap(Message::Typed(typed))
    })
    .help("Press Enter to add it and type the next one.")
    .hide_label()
    .on_submit(wrap(Message::Add));
    let add = if kept { button::main } else { button::plain };
    let add = add(
        look,
        "appointments/add-question",
        "Add question",
        wrap(Message::Add),
    )
    .icon(Icon::Add);
    column![widgets::section(look, "Questions to ask"),]
        .push(rows)
        .push(Element::from(asking))
        .push(Element::from(add))
        .spacing(gap::M)
        .into()
}

fn one<'a>(
    look: &Look,
    question: &'a Question,
    place: usize,
    last: usize,
    shown: &Shown<'a>,
) -> Element<'a, Screen> {
    let wrap = shown.wrap;
    let id = question.id;
    let words = question.text.as_str();
    let numbered = widgets::numbered(look, place + 1, words);
    let up = button::quiet(look, move_id(id, true), "Move up", wrap(Message::Up(id)))
        .icon(Icon::Up)
        .small()
        .name(format!("Move up: {words}"))
        .disabled(place == 0);
    let down = button::quiet(
        look,
        move_id(id, false),
        "Move down",
        wrap(Message::Down(id)),
    )
    .icon(Icon::Down)
    .small()
    .name(format!("Move down: {words}"))
    .disabled(place == last);
    let off = button::quiet(
        look,
        format!("question/{id}/off"),
        "Take off",
        wrap(Message::TakeOff(id)),
    )
    .icon(Icon::Close)
    .small()
    .name(format!("Take off: {words}"));
    let open = shown.kept.then(|| {
        button::quiet(
            look,
            format!("question/{id}"),
            "Open",
            Screen::OpenQuestion(id),
        )
        .icon(Icon::Forward)
        .small()
        .name(format!("Open: {words}"))
        .into()
    });
    let buttons = [Some(up.into()), Some(down.into()), open, Some(off.into())]
        .into_iter()
        .flatten()
        .collect();
    let buttons = widgets::wrap_row(buttons, gap::XS);
    widgets::beside(numbered, buttons, measure::READING / 2.0, gap::M)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn three() -> (ZonedDateTime, Vec<Question>) {
        let now: ZonedDateTime = "2026-05-12T10:42[Europe/London]".parse().unwrap();
        let mut questions = Vec::new();
        for words in ["one", "two", "three"] {
            let question = next(&now, words, &questions);
            questions.push(question);
        }
        (now, questions)
    }

    #[test]
    fn questions_typed_in_the_same_moment_keep_their_order() {
        let (_, questions) = three();
        let places: Vec<i64> = questions.iter().map(|question| question.position).collect();
        assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
    }

    #[test]
    fn moving_keeps_the_focus_on_a_button_that_works() {
        let (_, mut questions) = three();
        let third = questions[2].id;
        assert_eq!(
            moved(&mut questions, third, true),
            Some(move_id(third, true))
        );
        assert_eq!(
            moved(&mut questions, third, true),
            Some(move_id(third, false))
        );
        assert_eq!(moved(&mut questions, third, true), None);
        assert_eq!(questions[0].id, third);
    }
}
