//! Facts in rows, and a phone number that can be read across a room.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::Fill;
use iced::widget::{Column, column, container, row};

use super::beside::beside;
use super::{Element, button, layout, quiet, style};
use crate::access::Accessible;
use crate::look::{Icon, Look, Role, gap};

/// Rows of a word and what it stands for: `Age`, `0 to 19`.
pub fn key_values<'a, M: Clone + 'a, S: Into<Cow<'a, str>>>(
    look: &Look,
    facts: Vec<(S, Element<'a, M>)>,
) -> Element<'a, M> {
    /// About the width of a letter of the bold label.
    const LETTER: f32 = 9.5;
    let facts: Vec<(Cow<'a, str>, Element<'a, M>)> = facts
        .into_iter()
        .map(|(key, value)| (key.into(), value))
        .collect();
    let longest = facts.iter().map(|(key, _)| key.chars().count()).max();
    #[allow(clippy::cast_precision_loss, reason = "a count of letters")]
    let width = (longest.unwrap_or(0) as f32 * LETTER + gap::L).clamp(72.0, 232.0);
    let narrow = look.is_narrow();
    let mut rows = Column::new().width(Fill).spacing(gap::S);
    for (key, value) in facts {
        let words = style::text(look, Role::STRONG, look.palette.text, key);
        let key = Accessible::new(Kind::Term, words).leaf();
        let value = Accessible::new(Kind::Definition, container(value).width(Fill));
        rows = rows.push(if narrow {
            Element::from(column![Element::from(key), Element::from(value)])
        } else {
            row![
                container(Element::from(key)).width(width),
                Element::from(value)
            ]
            .into()
        });
    }
    Accessible::new(Kind::DescriptionList, rows).into()
}

/// A phone number in large figures with Copy and Call. `number` is spaced as it is written;
/// `note` says when somebody answers. The ids are `{id_prefix}/copy` and `{id_prefix}/call`.
pub fn phone_number<'a, M: Clone + 'a, S: Into<Cow<'a, str>>>(
    look: &Look,
    id_prefix: &str,
    number: S,
    note: Option<S>,
    on_copy: M,
    on_call: M,
) -> Element<'a, M> {
    let note = note.map(|note| quiet(look, note));
    noted_number(look, id_prefix, number, note, on_copy, Some(on_call))
}

/// A number for text messages, like [`phone_number`] but with nothing to call.
pub fn text_number<'a, M: Clone + 'a, S: Into<Cow<'a, str>>>(
    look: &Look,
    id_prefix: &str,
    number: S,
    note: Option<S>,
    on_copy: M,
) -> Element<'a, M> {
    let note = note.map(|note| quiet(look, note));
    noted_number(look, id_prefix, number, note, on_copy, None)
}

/// The same with a note that may hold something to press. With nothing to call it is a number for
/// text messages.
pub fn noted_number<'a, M: Clone + 'a>(
    look: &Look,
    id_prefix: &str,
    number: impl Into<Cow<'a, str>>,
    note: Option<Element<'a, M>>,
    on_copy: M,
    on_call: Option<M>,
) -> Element<'a, M> {
    let number: Cow<'a, str> = number.into();
    let call = on_call.map(|on_call| {
        button::plain(look, format!("{id_prefix}/call"), "Call", on_call)
            .icon(Icon::Phone)
            .name(format!("Call {number}"))
            .into()
    });
    let copy = button::plain(look, format!("{id_prefix}/copy"), "Copy", on_copy)
        .icon(Icon::Copy)
        .name(format!("Copy {number}"));
    let words = column![
        style::text(look, Role::PHONE, look.palette.text, number),
        note,
    ];
    let buttons = call.into_iter().chain([copy.into()]);
    let buttons = layout::wrap_row(buttons.collect(), gap::S);
    beside(words, buttons, 200.0, gap::L)
}
