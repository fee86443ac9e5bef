//! A time of day, typed as people write times, and said back in words.

use std::borrow::Cow;

use iced::advanced::widget::Id;

use super::line::{self, Field};
use crate::look::{Icon, Look, measure};
use crate::widgets::{Element, quiet, with_icon};
use crate::words;

/// A time. `typed` is what the person typed so far; when it can be read, it stands under the
/// field as it will be written everywhere.
pub fn time<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    typed: &'a str,
    on_input: impl Fn(String) -> M + 'a,
) -> TimeField<'a, M> {
    TimeField {
        look: *look,
        field: line::text(look, id, label, typed, on_input).width(measure::READING / 3.0),
        typed,
    }
}

/// A time field being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct TimeField<'a, M> {
    look: Look,
    field: Field<'a, M>,
    typed: &'a str,
}

impl<'a, M: Clone + 'a> TimeField<'a, M> {
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

impl<'a, M: Clone + 'a> From<TimeField<'a, M>> for Element<'a, M> {
    fn from(time: TimeField<'a, M>) -> Self {
        let look = time.look;
        let (_, frame, field) = time.field.parts();
        let read = words::parse_time(time.typed);
        let under = match &read {
            Ok(time) => words::time(*time),
            Err(_) => "For example, 2:30pm".to_owned(),
        };
        let echo = match (&read, &frame.error) {
            (Ok(_), _) => Some(with_icon(&look, Icon::Clock, under.clone())),
            (Err(_), Some(_)) => None,
            (Err(_), None) => Some(quiet(&look, under.clone())),
        };
        frame.around(&look, field.description(under), echo)
    }
}
