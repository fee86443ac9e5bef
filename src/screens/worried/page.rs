//! A page to read, and the pages that the steps rest on.

use iced::widget::column;

use super::{Message, Worried};
use crate::guide::easy_read::Whole;
use crate::guide::pathway::{self, Page};
use crate::look::{Look, gap};
use crate::screens::Context;
use crate::screens::shared::{easy_read, guidance};
use crate::widgets::{self, Element, words as text};

const BACK: &str = "Back to your steps";

pub(super) fn view<'a>(
    screen: &'a Worried,
    page: &'static Page,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let content = column![
        widgets::page_header(
            look,
            page.title.as_str(),
            Some((BACK, Message::ToSteps)),
            easy_read::button(look, &Whole::Reading(page.id.clone()), Message::Go)
        ),
        text::reading(look, page.intro.as_str()),
        guidance::parts(look, "worried", page, &screen.kept, context, Message::Act),
        guidance::behind(
            look,
            page,
            pathway::checked_on(),
            pathway::source,
            "worried",
            Message::Visit
        ),
    ];
    widgets::page(look, content.spacing(gap::L))
}

/// Where the steps and answers that are shown come from.
pub(super) fn sources<'a>(screen: &'a Worried, look: &Look) -> Element<'a, Message> {
    let steps = screen.steps().into_iter().flat_map(|step| &step.sources);
    let asked = screen
        .age
        .map_or(Vec::new(), |age| pathway::asked(age, &screen.worries));
    let answers = asked.into_iter().flat_map(|asked| &asked.answers);
    let answers = answers.flat_map(|answer| &answer.sources);
    let all = steps.chain(answers).chain(pathway::no_diagnosis().1);
    let own_words = "We wrote the steps in our own words. \
                     Pages from other areas are used for general advice only.";
    let content = column![
        widgets::page_header(
            look,
            "Where these steps come from",
            Some((BACK, Message::ToSteps)),
            None
        ),
        text::reading(look, own_words),
        guidance::sources(
            look,
            all.map(String::as_str),
            false,
            pathway::checked_on(),
            pathway::source,
            "worried",
            Message::Visit
        ),
    ];
    widgets::page(look, content.spacing(gap::L))
}
