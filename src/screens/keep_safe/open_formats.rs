//! The way to the export and the import.

use iced::widget::column;

use super::{KeepSafe, Message};
use crate::look::{Icon, Look, gap};
use crate::widgets::{self, Element, button};

impl KeepSafe {
    pub(super) fn open_formats<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let buttons = vec![
            button::plain(look, "safe/export", "Export your record", Message::Export)
                .icon(Icon::Save)
                .into(),
            button::quiet(look, "safe/import", "Import an export", Message::Import).into(),
        ];
        column![
            widgets::section(look, "For other programs"),
            widgets::reading(
                look,
                "An export is everything you keep in one file: a page to read, tables, and your letters.",
            ),
            widgets::wrap_row(buttons, gap::M),
        ]
        .spacing(gap::M)
        .into()
    }

    /// Where no record is open: one is made on the way.
    pub(super) fn only_import<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        column![
            widgets::section(look, "From another computer"),
            widgets::reading(
                look,
                "An export from another computer can be the beginning of your record here.",
            ),
            button::plain(look, "safe/import", "Import an export", Message::Import),
        ]
        .spacing(gap::M)
        .into()
    }
}
