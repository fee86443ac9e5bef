//! When a record did not open: reading what can be read of it, looking through that, and trying again.

use iced::Task;

use super::slow;
use super::{App, Message, copies};
use crate::access;
use crate::platform::one_window::{self, OneWindow};
use crate::record::rescue::Rescued;
use crate::record::{self, Vault};
use crate::screens::{Context, Place, Reading};

/// Takes the lock of the window. Where that may not be written and a record is there, the record can still be read.
pub(super) fn take_window(context: &mut Context) -> Option<OneWindow> {
    context.closed = None;
    context.reading = None;
    match OneWindow::take(&context.folders.lock()) {
        Ok(window) => return Some(window),
        Err(one_window::Error::Folder(problem)) => {
            let there = !matches!(Vault::is_in(context.folders.data()), Ok(false));
            if there {
                context.reading = Some(Reading::Folder);
            } else {
                context.closed = Some(problem.into());
            }
        }
        Err(open) => context.closed = Some(open),
    }
    None
}

impl App {
    pub(super) fn has_own_record_open(&self) -> bool {
        self.context.record.is_some() && self.context.reading.is_none() && !self.context.sample
    }

    /// Part of the open record cannot be read: from here on nothing is written to it.
    pub(super) fn stop_for_damage(&mut self) -> Task<Message> {
        let _ = self.keep_drafts();
        if let Some(record) = self.context.record.take() {
            record.close_as_it_is();
        }
        self.context.record_problem = Some(record::Error::Damaged);
        self.screens.rescue.enter(&self.context);
        self.history.clear();
        self.go(Place::Today)
    }

    pub(super) fn rescue(&mut self) -> Task<Message> {
        let Some(vault) = self.context.vault.clone() else {
            self.screens.rescue.rescued(Err(record::Error::Locked));
            return Task::none();
        };
        let now = self.context.now();
        slow::away(
            move || vault.rescue(&now),
            |rescued| Message::Copied(copies::Done::Rescued(rescued)),
        )
    }

    pub(super) fn rescued(
        &mut self,
        rescued: Option<Result<Rescued, record::Error>>,
    ) -> Task<Message> {
        let rescued = rescued.unwrap_or(Err(record::Error::Damaged));
        // Unless it was locked meanwhile.
        if self.context.vault.is_some() {
            self.screens.rescue.rescued(rescued);
        }
        access::focus("page-title")
    }

    /// Shows what was read in place of the record. Nothing of it can be changed.
    pub(super) fn look_through(&mut self) -> Task<Message> {
        let (Some(record), Some(problem)) = (
            self.screens.rescue.take(),
            self.context.record_problem.take(),
        ) else {
            return Task::none();
        };
        self.context.record = Some(record);
        self.context.reading = Some(Reading::Rescued(problem));
        self.history.clear();
        let arrived = self.go(Place::Today);
        self.say(
            "This is what could be read of your record.".to_owned(),
            false,
        );
        arrived
    }

    /// Closes what was read, and says again what happened.
    pub(super) fn stop_reading_what_was_rescued(&mut self) -> Task<Message> {
        let Some(Reading::Rescued(problem)) = self.context.reading.take() else {
            return Task::none();
        };
        self.context.record = None;
        self.context.record_problem = Some(problem);
        self.screens.rescue.enter(&self.context);
        self.history.clear();
        self.go(Place::Today)
    }

    /// Tries again to open what did not open.
    pub(super) fn try_again(&mut self) -> Task<Message> {
        if self.context.closed.is_some() {
            self._one_window = take_window(&mut self.context);
        }
        self.context.vault = None;
        self.open_record();
        self.place = self.admitted(self.place.clone());
        self.enter_place();
        let arrived = self.arrive(None);
        if self.context.record_problem.is_some() {
            self.say("It is still so. Nothing was changed.".to_owned(), false);
        }
        arrived
    }
}
