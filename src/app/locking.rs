//! Making the record, unlocking it and locking it.

use iced::Task;
use jiff::ZonedDateTime;

use super::slow::{self, Handed};
use super::{App, Message, Screens};
use crate::access;
use crate::platform::{clock, files};
use crate::record::{self, Cost, Passphrase, Record, RecoveryWords, Secret, Vault};
use crate::screens::{FindStart, Keeping, Place, Reading};

/// A record that was made or unlocked.
#[derive(Debug)]
pub struct Opened {
    vault: Vault,
    /// `None` when none is open; or why it did not open.
    record: Result<Option<Record>, record::Error>,
    /// Why there is no backup of today, if there should be one.
    no_backup: Option<record::Error>,
    /// Why this computer's sign-in does not unlock it, if it should.
    no_sign_in: Option<record::Error>,
    /// It is a copy, because the folder may only be read.
    only_to_read: bool,
}

impl Opened {
    /// Opened when no backup was due.
    pub(super) fn without_backup(vault: Vault, record: Record) -> Self {
        Self {
            vault,
            record: Ok(Some(record)),
            no_backup: None,
            no_sign_in: None,
            only_to_read: false,
        }
    }

    /// Opens the record that is chosen, and makes a backup if it is due. A copy is opened where it may only be read.
    pub(super) fn of(vault: Vault, only_to_read: bool, now: &ZonedDateTime) -> Self {
        if vault.chosen().is_none() {
            return Self {
                vault,
                record: Ok(None),
                no_backup: None,
                no_sign_in: None,
                only_to_read,
            };
        }
        let (record, only_to_read) = match open_or_read(&vault, only_to_read, now) {
            Ok(opened) => opened,
            Err(problem) => return Self::failed(vault, problem),
        };
        let backup = vault.is_backup_due(now).and_then(|due| {
            if due && !only_to_read {
                let _ = vault.back_up(&record, now)?;
            }
            Ok(())
        });
        if let Err(problem @ record::Error::Damaged) = backup {
            record.close_as_it_is();
            return Self::failed(vault, problem);
        }
        Self {
            vault,
            record: Ok(Some(record)),
            no_backup: backup.err(),
            no_sign_in: None,
            only_to_read,
        }
    }

    /// Unlocked, and this is why its record did not open.
    pub(super) fn failed(vault: Vault, problem: record::Error) -> Self {
        Self {
            vault,
            record: Err(problem),
            no_backup: None,
            no_sign_in: None,
            only_to_read: false,
        }
    }

    /// What the record is called.
    pub(super) fn name(&self) -> String {
        self.vault.chosen().map(|one| one.name).unwrap_or_default()
    }
}

/// What comes back from work on the whole record.
#[derive(Debug, Clone)]
pub enum Done {
    /// It was made.
    Made(Handed<Result<Opened, record::Error>>),
    /// It was unlocked, perhaps by the words of the sheet.
    Unlocked(Handed<Result<Opened, record::Error>>, ByWords),
    /// After the words there is a new passphrase; or why there is none, with what they opened.
    AfterWords(Handed<(Opened, Option<record::Error>)>),
}

/// Whether it was the words of the sheet, and not the passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByWords(bool);

impl App {
    pub(super) fn keep(&mut self, what: Keeping) -> Task<Message> {
        match what {
            Keeping::Make {
                passphrase,
                words,
                sign_in,
            } => self.make(passphrase, words, sign_in),
            Keeping::Unlock(secret) => self.unlock(secret),
            Keeping::UnlockBySignIn => self.unlock_by_sign_in(),
            Keeping::SignIn(on) => self.let_sign_in_unlock(on),
            Keeping::NewKey {
                old,
                passphrase,
                words,
            } => self.make_new_key(old, passphrase, words),
            Keeping::DeleteOldCopies => self.delete_old_copies(),
            Keeping::AfterWords(passphrase) => self.change_after_words(passphrase),
            Keeping::Lock => self.lock("Withy is locked."),
            Keeping::ChangePassphrase { old, new } => self.change_passphrase(old, new),
            Keeping::BackUp(folder) => self.back_up(folder),
            Keeping::Export { folder, passphrase } => self.export(folder, passphrase),
            Keeping::LookAtExport { path, passphrase } => self.look_at_export(path, passphrase),
            Keeping::Import { opened, how } => self.import(opened, how),
            Keeping::Look { path, secret } => self.look_at_backup(path, secret),
            Keeping::Restore { path, secret } => self.restore(path, secret, false),
            Keeping::KeysBack { path, secret } => self.restore(path, secret, true),
            Keeping::Rescue => self.rescue(),
            Keeping::LookThrough => self.look_through(),
            Keeping::StopReading => self.stop_reading_what_was_rescued(),
            Keeping::TryAgain => self.try_again(),
            Keeping::OpenFamily(id) => self.open_family(id),
            Keeping::CloseFamily => self.close_family(),
            Keeping::AddFamily(name) => self.add_family(&name),
            Keeping::WipeFamily(goes) => self.wipe_family(*goes),
        }
    }

    pub(super) fn done(&mut self, done: Done) -> Task<Message> {
        match done {
            Done::Made(made) => self.made(made.take()),
            Done::Unlocked(opened, by) => self.unlocked(opened.take(), by),
            Done::AfterWords(opened) => self.changed_after_words(opened.take()),
        }
    }

    fn make(
        &mut self,
        passphrase: Passphrase,
        words: RecoveryWords,
        sign_in: bool,
    ) -> Task<Message> {
        let keyring = self.context.keyring.clone();
        let folder = self.context.folders.data().to_owned();
        let now = self.context.now();
        let cost = self.context.cost;
        let work = move || {
            let cost = cost.unwrap_or_else(Cost::of_this_computer);
            let mut vault = Vault::create(&folder, &passphrase, &words, cost, &now)?;
            let record = vault.open(&now)?;
            // The record is made whatever the keyring says.
            let no_sign_in = sign_in.then(|| vault.let_keyring_unlock(&keyring).err());
            Ok(Opened {
                no_sign_in: no_sign_in.flatten(),
                ..Opened::without_backup(vault, record)
            })
        };
        slow::away(work, |made| Message::Done(Done::Made(made)))
    }

    fn made(&mut self, made: Option<Result<Opened, record::Error>>) -> Task<Message> {
        match made.unwrap_or(Err(record::Error::NoRecordYet)) {
            Ok(opened) => {
                self.context.vault = Some(opened.vault);
                self.context.record = opened.record.ok().flatten();
                self.screens.keep_record.forget();
                // Unless the person looks at something else meanwhile.
                let back = if self.place == Place::KeepRecord {
                    self.back()
                } else {
                    Task::none()
                };
                let after = match self.waiting.take() {
                    Some(waiting) => self.update(waiting),
                    None => Task::none(),
                };
                let status = match opened.no_sign_in {
                    Some(problem) => format!("Your record is kept on this computer. {problem}"),
                    None => format!("Your record is kept on this computer. {}", self.status),
                };
                self.say(status.trim_end().to_owned(), self.status_undoes);
                back.chain(after)
            }
            Err(problem) => {
                self.screens.keep_record.failed(&problem);
                access::focus("page-title")
            }
        }
    }

    fn unlock(&mut self, secret: Secret) -> Task<Message> {
        let folder = self.context.folders.data().to_owned();
        let now = self.context.now();
        let by = ByWords(matches!(secret, Secret::Words(_)));
        let cost = self.context.cost;
        let only_to_read = self.context.reading.is_some();
        let work = move || {
            let (vault, took) = clock::timed(|| Vault::unlock(&folder, &secret));
            let mut vault = vault?;
            if let (Secret::Passphrase(passphrase), Some(now), false) =
                (&secret, vault.cost(), only_to_read)
            {
                // On a quicker computer than the one it was set on. What is not raised now is raised another day.
                let _ = vault.raise_cost(passphrase, cost.unwrap_or_else(|| now.judged_by(took)));
            }
            Ok(Opened::of(vault, only_to_read, &now))
        };
        slow::away(work, move |opened| {
            Message::Done(Done::Unlocked(opened, by))
        })
    }

    fn unlock_by_sign_in(&mut self) -> Task<Message> {
        let folder = self.context.folders.data().to_owned();
        let keyring = self.context.keyring.clone();
        let now = self.context.now();
        let only_to_read = self.context.reading.is_some();
        let work = move || {
            let vault = Vault::unlock_by_keyring(&folder, &keyring)?;
            Ok(Opened::of(vault, only_to_read, &now))
        };
        slow::away(work, |opened| {
            Message::Done(Done::Unlocked(opened, ByWords(false)))
        })
    }

    fn unlocked(
        &mut self,
        opened: Option<Result<Opened, record::Error>>,
        by: ByWords,
    ) -> Task<Message> {
        match opened.unwrap_or(Err(record::Error::Locked)) {
            Ok(opened) if by == ByWords(true) => {
                self.opened_by_words = Some(opened);
                self.screens.lock.ask_new_passphrase();
                access::focus("page-title")
            }
            Ok(opened) => self.show_again(opened),
            Err(
                problem @ (record::Error::WrongPassphrase
                | record::Error::WrongWords
                | record::Error::KeyringForgot
                | record::Error::KeyringSilent
                | record::Error::Locked),
            ) => {
                let field = self.screens.lock.failed(&problem);
                access::focus(field)
            }
            Err(problem @ record::Error::Wiped) => {
                self.screens.lock = Default::default();
                self.context.locked = false;
                self.behind_lock = None;
                self.place = Place::Today;
                self.enter_place();
                let arrived = self.arrive(None);
                self.say(problem.to_string(), false);
                arrived
            }
            // Something is wrong with the files: the page for that says what to do.
            Err(problem) => {
                self.screens.lock = Default::default();
                self.context.locked = false;
                self.context.record_problem = Some(problem);
                self.screens.rescue.enter(&self.context);
                self.place = self.behind_lock.take().unwrap_or(Place::Today);
                self.enter_place();
                access::focus("page-title")
            }
        }
    }

    fn change_after_words(&mut self, passphrase: Passphrase) -> Task<Message> {
        let Some(mut opened) = self.opened_by_words.take() else {
            return Task::none();
        };
        let cost = self.context.cost;
        let work = move || {
            let cost = cost.unwrap_or_else(Cost::of_this_computer);
            let changed = match opened.only_to_read {
                true => Ok(()),
                false => opened.vault.change_passphrase(&passphrase, cost),
            };
            (opened, changed.err())
        };
        slow::away(work, |opened| Message::Done(Done::AfterWords(opened)))
    }

    fn changed_after_words(
        &mut self,
        done: Option<(Opened, Option<record::Error>)>,
    ) -> Task<Message> {
        match done {
            Some((opened, None)) => self.show_again(opened),
            // What the words opened stays open, and the page says why the passphrase could not be kept.
            Some((opened, Some(problem))) => {
                self.opened_by_words = Some(opened);
                access::focus(self.screens.lock.failed(&problem))
            }
            None => access::focus(self.screens.lock.failed(&record::Error::Locked)),
        }
    }

    /// Shows the record where the person was before.
    pub(super) fn show_again(&mut self, opened: Opened) -> Task<Message> {
        self.context.vault = Some(opened.vault);
        self.context.locked = false;
        self.context.record_problem = None;
        match opened.record {
            Ok(record) => self.context.record = record,
            Err(problem) => {
                self.context.record_problem = Some(problem);
                self.screens.rescue.enter(&self.context);
            }
        }
        if opened.only_to_read {
            self.context.reading = Some(Reading::Folder);
        }
        self.idle.touch();
        self.screens.lock = Default::default();
        if let Some(aside) = self.aside.take() {
            self.screens = aside;
        }
        let behind = self.behind_lock.take().unwrap_or(Place::Today);
        let behind = self.admitted(behind);
        // A person who looks at something else meanwhile stays there.
        let arrived = if matches!(self.place, Place::Lock | Place::Restore(_)) {
            self.place = behind;
            self.enter_place();
            self.arrive(None)
        } else {
            self.refresh();
            Task::none()
        };
        let after = match self.waiting.take() {
            Some(waiting) => self.update(waiting),
            None => Task::none(),
        };
        let said = match opened.no_backup {
            Some(problem) => format!("Unlocked. There is no backup of today. {problem}"),
            None => format!("Unlocked. {}", self.status),
        };
        self.say(said.trim_end().to_owned(), self.status_undoes);
        arrived.chain(after)
    }

    /// Keeps what is half typed, lets go of the file and the keys, and clears every screen.
    pub(super) fn lock(&mut self, said: &str) -> Task<Message> {
        if self.context.away {
            return Task::none();
        }
        if self.context.vault.is_none() {
            let said = if self.context.locked {
                "Withy is locked already."
            } else {
                "There is nothing to lock yet."
            };
            self.say(said.to_owned(), false);
            return Task::none();
        }
        let kept = self.keep_drafts();
        let real = match self.aside.take() {
            // What stands aside while the sample family is open was kept before.
            Some(_) => None,
            // Words that could not be kept wait out of sight rather than being lost.
            None => (!kept).then(|| std::mem::replace(&mut self.screens, Screens::new())),
        };
        self.screens = Screens::new();
        self.aside = real;
        self.context.record = None;
        self.context.record_problem = None;
        if matches!(self.context.reading, Some(Reading::Rescued(_))) {
            self.context.reading = None;
        }
        self.context.vault = None;
        self.context.locked = true;
        self.delete_copies();
        self.opened_by_words = None;
        self.waiting = None;
        self.history.clear();
        if std::mem::take(&mut self.context.sample) {
            self.context.settings.sample_family = false;
            let _ = files::delete_database(&self.context.folders.sample_record());
            self.keep_settings();
        }
        // What was searched for is nobody's business either.
        let place = match std::mem::replace(&mut self.place, Place::Lock) {
            Place::FindHelp(_) => Place::FindHelp(FindStart::Search),
            Place::Search | Place::Lock | Place::KeepRecord | Place::Restore(_) => Place::Today,
            place => place,
        };
        self.behind_lock = Some(place);
        self.beside = false;
        self.enter_place();
        let arrived = self.arrive(None);
        self.say(said.to_owned(), false);
        arrived
    }

    /// Looks whether somebody is there.
    pub(super) fn tick(&mut self) -> Task<Message> {
        let now = self.context.now();
        let minutes = self.context.settings.lock_minutes();
        // Somebody who goes by screen reader, or listens, presses no key.
        if self.bridge.was_asked() || self.aloud.is_speaking() {
            self.idle.touch();
        }
        if self.idle.look(&now, minutes) && self.context.vault.is_some() {
            return self.lock("Nobody was here for a while, so Withy locked itself.");
        }
        if let Some(record) = &self.context.record {
            // What could not be moved is saved where it is.
            let _ = record.rest();
        }
        Task::none()
    }

    /// Where the person really goes: to the lock, when the place shows what is locked.
    pub(super) fn admitted(&mut self, place: Place) -> Place {
        if self.context.locked && place.needs_record() {
            if place != Place::Lock {
                self.behind_lock = Some(place);
            }
            return Place::Lock;
        }
        if place == Place::Lock {
            return self.admitted(Place::Today);
        }
        if self.context.is_closed() && place.needs_record() {
            return Place::Records;
        }
        place
    }
}

/// Opens it for work, or else a copy of it to read: where it may not be written.
fn open_or_read(
    vault: &Vault,
    only_to_read: bool,
    now: &jiff::ZonedDateTime,
) -> Result<(Record, bool), record::Error> {
    if !only_to_read {
        match vault.open(now) {
            Err(record::Error::ReadOnly) => {}
            opened => return Ok((opened?, false)),
        }
    }
    Ok((vault.open_to_read(now)?, true))
}
