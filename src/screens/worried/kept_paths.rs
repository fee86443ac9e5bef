//! The paths that a family kept, where Worried? begins.

use iced::Fill;
use iced::widget::column;

use super::{Message, Worried};
use crate::look::{Icon, Look, gap};
use crate::record::KeptPath;
use crate::screens::children;
use crate::widgets::{self, Element, button, words as text};
use crate::words;

/// Each path with its day, and what can be done with it.
pub(super) fn view<'a>(screen: &'a Worried, look: &Look) -> Option<Element<'a, Message>> {
    if screen.paths.is_empty() {
        return None;
    }
    let rows = screen.paths.iter().map(|path| one(screen, path, look));
    Some(
        column![
            text::section(look, "Paths you kept"),
            widgets::list_spaced(look, "Paths you kept", rows.collect(), gap::M),
        ]
        .spacing(gap::S)
        .into(),
    )
}

/// `Your path of 23 November 2026, for Maya`
pub(super) fn day_and_child(screen: &Worried, path: &KeptPath) -> String {
    let names = children::names(&screen.kept.family, &path.children);
    let day = words::date(path.kept_on);
    if names.is_empty() {
        format!("Your path of {day}")
    } else {
        format!("Your path of {day}, for {names}")
    }
}

fn one<'a>(screen: &'a Worried, path: &'a KeptPath, look: &Look) -> Element<'a, Message> {
    let id = path.id;
    let title = path.title.as_str();
    let about = column![
        text::strong(look, title),
        text::quiet(look, day_and_child(screen, path)),
    ];
    let key = |what: &str| format!("worried/path/{id}/{what}");
    let open = button::plain(look, key("open"), "Open it", Message::OpenPath(id, false));
    let change = button::quiet(look, key("change"), "Change", Message::OpenPath(id, true));
    let remove = button::quiet(look, key("remove"), "Remove", Message::RemovePath(id));
    let buttons = widgets::wrap_row(
        vec![
            open.icon(Icon::Forward)
                .name(format!("Open it: {title}"))
                .into(),
            change
                .icon(Icon::Edit)
                .name(format!("Change: {title}"))
                .into(),
            remove
                .icon(Icon::Delete)
                .name(format!("Remove: {title}"))
                .into(),
        ],
        gap::S,
    );
    widgets::card(look, column![about.width(Fill), buttons].spacing(gap::M))
}
