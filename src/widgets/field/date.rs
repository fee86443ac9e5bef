//! A date, typed as people write dates, and said back in words.

use std::borrow::Cow;
use std::rc::Rc;

use iced::advanced::widget::Id;
use iced::keyboard::{Key, Modifiers, key::Named};
use jiff::ToSpan;
use jiff::civil::Date;

use super::line::{self, Field};
use crate::look::{Icon, Look, measure};
use crate::widgets::{Element, quiet, with_icon};
use crate::words;

/// A date. `typed` is what the person typed so far; when it can be read, the day in words stands
/// under it. Arrow Up and Down change it by a day, Page Up and Page Down by a week.
pub fn date<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    typed: &'a str,
    today: Date,
    on_input: impl Fn(String) -> M + 'a,
) -> DateField<'a, M> {
    let on_input: Rc<dyn Fn(String) -> M + 'a> = Rc::new(on_input);
    let says = on_input.clone();
    DateField {
        look: *look,
        field: line::text(look, id, label, typed, move |value| says(value))
            .width(measure::READING / 2.0),
        typed,
        today,
        on_input,
    }
}

/// A date field being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct DateField<'a, M> {
    look: Look,
    field: Field<'a, M>,
    typed: &'a str,
    today: Date,
    on_input: Rc<dyn Fn(String) -> M + 'a>,
}

impl<'a, M: Clone + 'a> DateField<'a, M> {
    /// A sentence under the label.
    pub fn help(mut self, help: impl Into<Cow<'a, str>>) -> Self {
        self.field = self.field.help(help);
        self
    }

    /// What is wrong and what to do, if anything is. What was typed stays.
    pub fn error<S: Into<Cow<'a, str>>>(mut self, error: Option<S>) -> Self {
        self.field = self.field.error(error);
        self
    }
}

impl<'a, M: Clone + 'a> From<DateField<'a, M>> for Element<'a, M> {
    fn from(date: DateField<'a, M>) -> Self {
        let (typed, today, on_input) = (date.typed, date.today, date.on_input);
        let look = date.look;
        let read = words::parse_date(typed, today);
        let (_, frame, field) = date.field.parts();
        let under = match &read {
            Ok(date) => words::day(*date),
            Err(_) => format!("For example, {}", words::date(today)),
        };
        let echo = match (&read, &frame.error) {
            (Ok(_), _) => Some(with_icon(&look, Icon::Appointments, under.clone())),
            (Err(_), Some(_)) => None,
            (Err(_), None) => Some(quiet(&look, under.clone())),
        };
        let field = field.description(under).on_key(move |key, modifiers| {
            let span = span(key, modifiers)?;
            let stepped = match &read {
                Ok(date) => words::date(date.saturating_add(span)),
                Err(words::DateProblem::Empty) => words::date(today),
                // Not a date yet: what was typed stays.
                Err(_) => typed.to_owned(),
            };
            Some(on_input(stepped))
        });
        frame.around(&look, field, echo)
    }
}

fn span(key: &Key, modifiers: Modifiers) -> Option<jiff::Span> {
    let Key::Named(named) = key else {
        return None;
    };
    if !modifiers.is_empty() {
        return None;
    }
    match named {
        Named::ArrowUp => Some(1.day()),
        Named::ArrowDown => Some(-1.day()),
        Named::PageUp => Some(1.week()),
        Named::PageDown => Some(-1.week()),
        _ => None,
    }
}
