//! A list shown a part at a time.

use std::borrow::Cow;

use iced::advanced::widget::Id;

use super::{Element, button, layout, quiet};
use crate::look::{Look, gap};
use crate::words::thousands;

/// How many more things one press shows.
pub const STEP: usize = 20;

/// `Showing 20 of 74 services` and `Show 20 more`; `None` when everything is shown. `noun` is for
/// many: `services`.
pub fn pager<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    shown: usize,
    total: usize,
    noun: impl Into<Cow<'a, str>>,
    on_more: M,
) -> Option<Element<'a, M>> {
    let rest = total.checked_sub(shown).filter(|rest| *rest > 0)?;
    let noun = noun.into();
    let more = format!("Show {} more", thousands(rest.min(STEP)));
    let name = format!("{more} {noun}");
    let says = format!(
        "Showing {} of {} {noun}",
        thousands(shown),
        thousands(total)
    );
    let more = button::plain(look, id, more, on_more).name(name);
    Some(layout::wrap_row(
        vec![more.into(), quiet(look, says)],
        gap::L,
    ))
}
