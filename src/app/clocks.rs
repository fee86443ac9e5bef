//! What the window does as time passes, only while there is something to do.

use std::time::Duration;

use iced::{Subscription, time, window};

use super::{App, Found, Message, aloud, idle};
use crate::screens::{keep_record, lock};

/// How long a count must stand still before it is said.
const STILL: Duration = Duration::from_millis(700);

/// How often the bar of a passphrase that is being tried grows.
const GROWS: Duration = Duration::from_millis(100);

impl App {
    pub(super) fn clocks(&self) -> Vec<Subscription<Message>> {
        let mut all = vec![];
        if self.is_writing() {
            all.push(time::every(Duration::from_secs(1)).map(|_| Message::Second));
        }
        if self.context.vault.is_some() {
            all.push(time::every(idle::TICK).map(|_| Message::Tick));
        }
        if self.found != Found::Said {
            all.push(time::every(STILL).map(|_| Message::StoodStill));
        }
        if self.aloud.is_speaking() {
            let listen = |_| Message::Aloud(aloud::Message::Listen);
            all.push(time::every(aloud::LISTEN).map(listen));
        }
        if self.screens.lock.is_opening() {
            all.push(time::every(GROWS).map(|_| Message::Lock(lock::Message::Grow)));
        }
        if self.screens.keep_record.is_making() {
            let grow = |_| Message::KeepRecord(keep_record::Message::Grow);
            all.push(time::every(GROWS).map(grow));
        }
        if self.timings.is_some() {
            all.push(window::frames().map(|_| Message::Frame));
        }
        all
    }
}
