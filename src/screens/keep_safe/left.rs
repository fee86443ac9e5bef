//! The way to the list of what left this computer.

use iced::widget::column;

use super::{KeepSafe, Message};
use crate::look::{Icon, Look, gap};
use crate::widgets::{self, Element, button};

impl KeepSafe {
    pub(super) fn left<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let name = "What left this computer";
        column![
            widgets::section(look, "What left"),
            widgets::reading(
                look,
                "Withy keeps a list of copies, files and words that left your record.",
            ),
            button::plain(look, "safe/left", name, Message::Left).icon(Icon::List),
        ]
        .spacing(gap::M)
        .into()
    }
}
