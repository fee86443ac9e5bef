//! What every field has around it: label, help, error.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::advanced::widget::Id;
use iced::widget::{column, row};

use crate::access::{Accessible, key_of, keys::part};
use crate::look::{Look, Role, gap};
use crate::widgets::{Element, problem_line, quiet, style};

/// The words around a field.
pub(super) struct Frame<'a> {
    pub(super) id: Id,
    pub(super) label: Cow<'a, str>,
    pub(super) hide_label: bool,
    pub(super) required: bool,
    pub(super) help: Option<Cow<'a, str>>,
    pub(super) error: Option<Cow<'a, str>>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(id: impl Into<Id>, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            hide_label: false,
            required: false,
            help: None,
            error: None,
        }
    }

    /// The field with its words; `under` stands between the field and its error.
    pub(super) fn around<M: Clone + 'a>(
        self,
        look: &Look,
        field: Accessible<'a, M>,
        under: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        let error_id = part(&self.id, "error");
        let mut field = field
            .id(self.id)
            .label(self.label.clone())
            .ring(style::ring(look, crate::look::measure::RADIUS));
        if let Some(help) = &self.help {
            field = field.description(help.clone());
        }
        if let Some(error) = &self.error {
            let message = key_of(&error_id);
            field = field
                .error(error.clone())
                .with(|node| node.set_error_message(message));
        }
        if self.required {
            field = field.with(|node| node.set_required());
        }
        // The field says its label itself; a reader must not hear it twice.
        let label = (!self.hide_label).then(|| {
            let words = style::text(look, Role::STRONG_LABEL, look.palette.text, self.label);
            Accessible::new(Kind::Label, row![words])
                .leaf()
                .with(|node| node.set_hidden())
        });
        let error = self.error.map(|error| {
            Accessible::new(Kind::Label, problem_line(look, error))
                .id(error_id)
                .leaf()
        });
        let help = self.help.map(|help| quiet(look, help));
        let words =
            (label.is_some() || help.is_some()).then(|| column![label.map(Element::from), help]);
        column![words, Element::from(field), under, error.map(Element::from)]
            .spacing(gap::XS + 2.0)
            .into()
    }
}
