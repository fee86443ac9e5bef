//! Whether this computer's sign-in unlocks the record, and when the record locks by itself.

use iced::widget::column;

use super::{KeepSafe, Message};
use crate::look::{Icon, Look, gap};
use crate::platform::session;
use crate::screens::Context;
use crate::screens::shared::sign_in::WHAT_IT_MEANS;
use crate::widgets::{self, Element, button};

impl KeepSafe {
    pub(super) fn sign_in<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        let on = (context.vault.as_ref()).is_some_and(crate::record::Vault::keyring_unlocks);
        let (says, label) = if on {
            (
                "This computer’s sign-in opens your record too, in one press. Your passphrase and your 12 words still do.",
                "Stop this computer’s sign-in",
            )
        } else {
            (WHAT_IT_MEANS, "Let this computer’s sign-in unlock it")
        };
        let after = if on {
            "Withy still locks when nobody is here. After that, one press opens it again."
        } else {
            "Withy locks when nobody is here. Settings says after how many minutes."
        };
        let change = button::plain(look, "safe/sign-in", label, Message::SignIn(!on));
        column![
            widgets::section(look, "This computer’s sign-in"),
            widgets::reading(look, says),
            change.icon(Icon::Person).disabled(self.busy),
            widgets::quiet(look, after),
            widgets::quiet(look, session::LOCKS),
        ]
        .spacing(gap::M)
        .into()
    }
}
