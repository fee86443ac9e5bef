//! The way between a page and its Easy Read form.

use crate::guide::easy_read::{self, Whole};
use crate::look::{Icon, Look};
use crate::screens::Place;
use crate::widgets::{Element, button};

/// Where the page is that an Easy Read page is the short form of.
pub fn place_of(whole: &Whole) -> Place {
    match whole {
        Whole::Emergency => Place::Emergency,
        Whole::Worried => Place::Worried(None),
        Whole::Reading(id) => Place::Worried(Some(id.clone())),
        Whole::Nhs(id) => Place::NhsServices(Some(id.clone())),
        Whole::Right(id) => Place::Rights(Some(id.clone())),
        Whole::Budget => Place::Budget,
    }
}

/// “Easy Read page”, at the top of a page that has such a form.
pub fn button<'a, M: Clone + 'a>(
    look: &Look,
    whole: &Whole,
    on_press: impl Fn(Place) -> M,
) -> Option<Element<'a, M>> {
    let page = easy_read::of(whole)?;
    let open = on_press(Place::EasyRead(Some(page.id.clone())));
    let button = button::plain(look, "easy-read", "Easy Read page", open)
        .icon(Icon::Look)
        .describe("In short sentences, with pictures.");
    Some(button.into())
}
