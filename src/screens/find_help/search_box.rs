//! The search box, and what we made of the words in it.

use iced::widget::column;

use super::{FindHelp, Message, SEARCH_BOX};
use crate::directory::{Correction, OldNameHit};
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::widgets::{self, Element, field, notice, quiet_link, words};

pub(super) fn view<'a>(
    find: &'a FindHelp,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let typed = field::text(
        look,
        SEARCH_BOX,
        "What do you need help with?",
        &find.query.text,
        Message::Typed,
    )
    .placeholder("A need, a name or a place")
    .icon(Icon::Find);
    let problem = context.directory_problem.as_deref().map(|problem| {
        let title = "The list of services is not complete";
        Element::from(notice::problem(look, title, problem))
    });
    column![
        widgets::page_header(look, "Find help", None, None),
        problem,
        typed,
        find.results
            .correction
            .as_ref()
            .map(|correction| corrected(correction, look)),
        find.results
            .old_name
            .as_ref()
            .map(|old_name| renamed(old_name, look)),
    ]
    .spacing(gap::M)
    .into()
}

fn corrected<'a>(correction: &'a Correction, look: &Look) -> Element<'a, Message> {
    let used = format!("Showing results for “{}”.", correction.used);
    let instead = format!("Search for “{}” instead", correction.typed);
    widgets::wrap_row(
        vec![
            words::label(look, used),
            quiet_link(look, "find/exactly", instead, Message::Exactly),
        ],
        gap::S,
    )
}

fn renamed<'a>(hit: &'a OldNameHit, look: &Look) -> Element<'a, Message> {
    let title = match &hit.now {
        Some(now) => format!("{} is now {now}", hit.old),
        None => format!("{} is an old name", hit.old),
    };
    let since = hit.since.as_deref();
    let since = since.map_or(String::new(), |since| format!("Since {since}. "));
    let text = format!("{since}{}", hit.note.as_deref().unwrap_or_default());
    let text = if text.trim().is_empty() {
        "Letters and old pages may still use the old name.".to_owned()
    } else {
        text.trim().to_owned()
    };
    notice::information(look, title, text).into()
}
