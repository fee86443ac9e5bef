//! Says that another program copies the folder of the record to other computers.

use crate::look::{Icon, Look};
use crate::screens::Context;
use crate::widgets::{Element, notice};

/// The notice, where it is so.
pub fn notice<'a, M: Clone + 'a>(context: &'a Context, look: &Look) -> Option<Element<'a, M>> {
    let name = context.synced?.name();
    let text = format!(
        "Your record stays locked there. But it can be damaged if it is copied while you write, \
         or if two computers use it. It is safer to leave this folder out of {name}, and to make \
         backups on a stick."
    );
    let title = format!("This folder goes to {name}");
    Some(notice::due(look, title, text).icon(Icon::Alert).into())
}
