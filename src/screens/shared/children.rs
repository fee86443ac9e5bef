//! Choosing the children that something is about, and naming them.

use iced::widget::column;

use crate::look::{Look, gap};
use crate::record::{Child, child};
use crate::widgets::{self, Element};
use crate::words;

/// A chip for each child, pressed when chosen; nothing when the family has no children yet.
pub fn chips<'a, M: Clone + 'a>(
    look: &Look,
    id_prefix: &str,
    legend: &'a str,
    family: &'a [Child],
    chosen: &[child::Id],
    on_toggle: impl Fn(child::Id) -> M,
) -> Option<Element<'a, M>> {
    if family.is_empty() {
        return None;
    }
    let chips = family
        .iter()
        .map(|child| {
            widgets::chip(
                look,
                format!("{id_prefix}/{}", child.id),
                child.name.as_str(),
                None,
                chosen.contains(&child.id),
                on_toggle(child.id),
            )
        })
        .collect();
    Some(
        column![
            widgets::strong_label(look, legend),
            widgets::wrap_row(chips, gap::S)
        ]
        .spacing(gap::XS)
        .into(),
    )
}

/// Chooses the child, or no longer.
pub fn toggle(chosen: &mut Vec<child::Id>, child: child::Id) {
    if chosen.contains(&child) {
        chosen.retain(|other| *other != child);
    } else {
        chosen.push(child);
    }
}

/// `Maya and Sam`, in the family's own order; empty for nobody.
pub fn names(family: &[Child], chosen: &[child::Id]) -> String {
    let names: Vec<String> = family
        .iter()
        .filter(|child| chosen.contains(&child.id))
        .map(|child| child.name.clone())
        .collect();
    words::list(&names)
}
