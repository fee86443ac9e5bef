//! Several records: opening another, closing, adding and wiping one. Only one is ever open.

use iced::Task;

use super::locking::Opened;
use super::slow::{self, Handed};
use super::{App, Message, Screens};
use crate::access;
use crate::record::vault::{Certificate, FamilyId, WhatGoes};
use crate::record::{self, Vault};
use crate::screens::{Context, Place, Reading};

/// What comes back from work on several records.
#[derive(Debug, Clone)]
pub enum Done {
    /// Another record was opened.
    Opened(Handed<Opened>),
    /// A record was wiped, as far as it went.
    Wiped(Handed<(Vault, Result<Certificate, record::Error>)>),
}

impl Context {
    /// The records are unlocked, and none of them is open.
    pub(super) fn is_closed(&self) -> bool {
        self.vault.is_some()
            && self.record.is_none()
            && self.record_problem.is_none()
            && !self.sample
            && !self.away
    }

    /// What the open record is called, where there are others that it has to be told from.
    pub(super) fn open_family(&self) -> Option<String> {
        if self.sample {
            return None;
        }
        self.vault.as_ref()?.chosen_of_several()
    }
}

impl App {
    pub(super) fn families(&mut self, done: Done) -> Task<Message> {
        match done {
            Done::Opened(opened) => self.family_opened(opened.take()),
            Done::Wiped(wiped) => self.family_wiped(wiped.take()),
        }
    }

    /// Opens another record. The one that was open is closed first, whole: what is half typed is kept in it, and
    /// nothing of it is left on any screen.
    pub(super) fn open_family(&mut self, id: FamilyId) -> Task<Message> {
        let Some(mut vault) = self.context.vault.clone() else {
            return Task::none();
        };
        self.behind_lock = Some(Place::Today);
        if self.context.is_closed() {
            // What was asked for while no record was open is done in the one that is opened for it, and the person
            // goes on where that was.
            if self.waiting.is_some() {
                self.behind_lock = self.history.pop();
            }
        } else if !self.let_go() {
            return Task::none();
        }
        self.context.away = true;
        let now = self.context.now();
        let only_to_read = matches!(self.context.reading, Some(Reading::Folder));
        let work = move || match vault.choose(id) {
            Ok(()) => Opened::of(vault, only_to_read, &now),
            Err(problem) => Opened::failed(vault, problem),
        };
        slow::away(work, |opened| Message::Families(Done::Opened(opened)))
    }

    fn family_opened(&mut self, opened: Option<Opened>) -> Task<Message> {
        self.context.away = false;
        self.screens.records = Default::default();
        match opened {
            Some(opened) => {
                self.place = Place::Lock;
                let name = opened.name();
                let arrived = self.show_again(opened);
                if self.context.record.is_some() {
                    let said = self.status.trim_start_matches("Unlocked.");
                    let said = format!("“{name}” is open.{said}");
                    self.say(said, self.status_undoes);
                }
                arrived
            }
            None => {
                // The work broke off: the record opens again from the disk.
                self.open_record();
                self.go(Place::Today)
            }
        }
    }

    /// Closes the record that is open, without locking.
    pub(super) fn close_family(&mut self) -> Task<Message> {
        if self.context.record.is_none() || !self.let_go() {
            return Task::none();
        }
        if let Some(vault) = &mut self.context.vault {
            vault.close();
        }
        let arrived = self.go(Place::Records);
        self.say("The record is closed. None is open now.".to_owned(), false);
        arrived
    }

    /// Adds a record and opens it.
    pub(super) fn add_family(&mut self, name: &str) -> Task<Message> {
        let now = self.context.now();
        if !self.keep_drafts() {
            return Task::none();
        }
        let Some(vault) = &mut self.context.vault else {
            return Task::none();
        };
        match vault.add(name, &now) {
            Ok(id) => self.open_family(id),
            Err(problem) => access::focus(self.screens.records.failed(&problem)),
        }
    }

    pub(super) fn wipe_family(&mut self, goes: WhatGoes) -> Task<Message> {
        let Some(mut vault) = self.context.vault.clone() else {
            return Task::none();
        };
        let open = vault.chosen().is_some_and(|one| one.id == goes.family);
        if open {
            // What is half typed goes with it, so nothing of it is kept.
            self.clear();
        }
        self.delete_copies();
        self.context.away = true;
        let now = self.context.now();
        let work = move || {
            let wiped = vault.wipe(&goes, &now);
            (vault, wiped)
        };
        slow::away(work, |wiped| Message::Families(Done::Wiped(wiped)))
    }

    fn family_wiped(
        &mut self,
        wiped: Option<(Vault, Result<Certificate, record::Error>)>,
    ) -> Task<Message> {
        self.context.away = false;
        let Some((vault, wiped)) = wiped else {
            // The work broke off: unlocking again finishes what was begun.
            return self.lock("The wipe is not finished yet. Unlock, and Withy finishes it.");
        };
        let left = !vault.families().is_empty();
        self.context.vault = left.then_some(vault);
        self.place = Place::Records;
        self.menu_open = false;
        let focus = match wiped {
            Ok(certificate) => {
                let said = match left {
                    true => "The record is wiped.",
                    false => "The record is wiped. Nothing of yours is kept here now.",
                };
                self.screens.records.wiped(&self.context, certificate);
                self.say(said.to_owned(), false);
                "page-title"
            }
            Err(problem) if left => self.screens.records.failed(&problem),
            // Its keys are there still: unlocking does the rest.
            Err(problem) => {
                self.screens.records = Default::default();
                self.context.locked = true;
                let arrived = self.go(Place::Lock);
                self.say(
                    format!("The wipe is not finished. Unlock, and Withy finishes it. {problem}"),
                    false,
                );
                return arrived;
            }
        };
        access::focus(focus)
    }

    /// Keeps what is half typed, then clears everything of the open record. False when it could not be kept, and
    /// then nothing is cleared.
    fn let_go(&mut self) -> bool {
        if self.context.away || self.context.sample || !self.keep_drafts() {
            return false;
        }
        self.clear();
        true
    }

    /// The record is closed, and nothing of it is left on any screen, in the way back, or among what waits.
    fn clear(&mut self) {
        self.context.record = None;
        if matches!(self.context.reading, Some(Reading::Rescued(_))) {
            self.context.reading = None;
        }
        self.context.record_problem = None;
        let records = std::mem::take(&mut self.screens.records);
        self.screens = Screens::new();
        self.screens.records = records;
        self.aside = None;
        self.waiting = None;
        self.history.clear();
        self.beside = false;
        self.status.clear();
        self.announcement.clear();
        self.delete_copies();
        // Where a family lives is theirs too.
        if self.context.settings.near.take().is_some() {
            self.keep_settings();
        }
    }
}
