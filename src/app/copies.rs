//! Changing what unlocks the record, and copying it.

use std::path::PathBuf;

use iced::Task;

use super::new_key::Renewed;
use super::slow::{self, Handed};
use super::{App, Message, locking};
use crate::access;
use crate::record::backup::{self, Contents, Goes, Restored, Unlocking};
use crate::record::left::{Amount, To, What};
use crate::record::rescue::Rescued;
use crate::record::vault::new_key::NotMade;
use crate::record::{self, Cost, Passphrase, Record, Secret, Vault};
use crate::screens::Place;

/// The record comes back from being copied, with where the copy is if it is outside this computer.
type Copied = (Record, Result<Option<PathBuf>, record::Error>);

/// What comes back from work on copies and keys.
#[derive(Debug, Clone)]
pub enum Done {
    /// There is a new key; or why not, and with what the record opens.
    NewKey(Handed<Result<Renewed, NotMade>>),
    /// The copies from before it are gone.
    OldCopiesGone(Handed<(Option<Record>, Result<usize, record::Error>)>),
    /// This computer's sign-in unlocks the record from now on, or not any more.
    SignIn(bool, Handed<Result<Vault, record::Error>>),
    /// The passphrase was changed.
    Changed(Handed<Result<Vault, record::Error>>),
    /// A backup was made.
    Copied(Handed<Copied>),
    /// A backup was read through.
    Looked(
        PathBuf,
        Option<Secret>,
        Handed<Result<(Contents, Goes), record::Error>>,
    ),
    /// A backup was put in place.
    Restored(Handed<Result<(Restored, Record), record::Error>>),
    /// What can be read of a damaged record was read.
    Rescued(Handed<Result<Rescued, record::Error>>),
}

impl App {
    pub(super) fn copied(&mut self, done: Done) -> Task<Message> {
        match done {
            Done::NewKey(made) => self.new_key_made(made.take()),
            Done::OldCopiesGone(gone) => self.old_copies_gone(gone.take()),
            Done::SignIn(on, vault) => self.sign_in_unlocks(on, vault.take()),
            Done::Changed(vault) => self.passphrase_changed(vault.take()),
            Done::Copied(copied) => self.backed_up(copied.take()),
            Done::Looked(path, secret, contents) => {
                let contents = contents.take().unwrap_or(Err(record::Error::BackupDamaged));
                access::focus(self.screens.restore.looked(path, secret, contents))
            }
            Done::Restored(restored) => self.restored(restored.take()),
            Done::Rescued(rescued) => self.rescued(rescued.take()),
        }
    }

    pub(super) fn change_passphrase(&mut self, old: Passphrase, new: Passphrase) -> Task<Message> {
        let Some(mut vault) = self.context.vault.clone() else {
            return Task::none();
        };
        let cost = self.context.cost;
        // Nothing else may write the key file meanwhile.
        self.context.away = true;
        let work = move || {
            if !vault.opens_with(&old)? {
                return Err(record::Error::WrongPassphrase);
            }
            let cost = cost.unwrap_or_else(Cost::of_this_computer);
            vault.change_passphrase(&new, cost)?;
            Ok(vault)
        };
        slow::away(work, |vault| Message::Copied(Done::Changed(vault)))
    }

    fn passphrase_changed(&mut self, vault: Option<Result<Vault, record::Error>>) -> Task<Message> {
        self.context.away = false;
        let problem = match vault.unwrap_or(Err(record::Error::Locked)) {
            Ok(vault) => {
                // Unless it was locked meanwhile.
                if self.context.vault.is_some() {
                    self.context.vault = Some(vault);
                }
                self.say("Your passphrase is changed.".to_owned(), false);
                None
            }
            Err(problem) => Some(problem),
        };
        let focus = (self.screens.keep_safe).ended(&self.context, problem.as_ref());
        access::focus(focus)
    }

    /// Copies the record here, or into `folder`. While it is copied the window shows only that.
    pub(super) fn back_up(&mut self, folder: Option<PathBuf>) -> Task<Message> {
        // A backup without the words on the screen would not be what the person asked for.
        if let Some(unkept) = self.keep_before_work() {
            let focus = (self.screens.keep_safe).ended(&self.context, Some(&unkept));
            return access::focus(focus);
        }
        let context = &mut self.context;
        let (Some(vault), false) = (context.vault.clone(), context.sample) else {
            return Task::none();
        };
        let Some(record) = context.record.take() else {
            return Task::none();
        };
        context.away = true;
        let now = context.now();
        if self.place != Place::KeepSafe {
            self.say("Making a copy and checking it.".to_owned(), false);
        }
        let work = move || {
            let copied = match folder {
                Some(folder) => vault.back_up_to(&record, &folder, &now).map(Some),
                None => vault.back_up(&record, &now).map(|_| None),
            };
            (record, copied)
        };
        slow::away(work, |copied| Message::Copied(Done::Copied(copied)))
    }

    fn backed_up(&mut self, copied: Option<Copied>) -> Task<Message> {
        self.context.away = false;
        let Some((record, copied)) = copied else {
            // The work broke off: the record opens again from the disk.
            self.open_record();
            return access::focus("page-title");
        };
        self.context.record = Some(record);
        let problem = match copied {
            Ok(Some(path)) => {
                let said = format!("A copy is in {}. It opens.", path.display());
                let counts = self.context.read(Record::counts).unwrap_or_default();
                let amount = Amount::from(&counts);
                let said = (self.context).left(said, What::Backup, &To::File(path), &amount);
                self.say(said, false);
                None
            }
            Ok(None) => {
                self.say("A backup is made. It opens.".to_owned(), false);
                None
            }
            Err(problem) => Some(problem),
        };
        let focus = (self.screens.keep_safe).ended(&self.context, problem.as_ref());
        if self.place == Place::KeepSafe {
            return access::focus(focus);
        }
        // It was asked for on another page, which has no room of its own for what went wrong.
        if let Some(problem) = problem {
            self.say(format!("There is no copy. {problem}"), false);
        }
        self.refresh();
        access::focus("page-title")
    }

    pub(super) fn look_at_backup(
        &mut self,
        path: PathBuf,
        secret: Option<Secret>,
    ) -> Task<Message> {
        let unlocking = match (&secret, &self.context.vault) {
            (Some(secret), _) => Unlocking::Secret(secret.clone()),
            (None, Some(vault)) => Unlocking::Vault(vault.clone()),
            (None, None) => return Task::none(),
        };
        let folder = self.context.folders.data().to_owned();
        let here = self.context.vault.clone();
        let file = path.clone();
        slow::away(
            move || backup::look(&file, &folder, &unlocking, here.as_ref()),
            move |contents| Message::Copied(Done::Looked(path.clone(), secret.clone(), contents)),
        )
    }

    /// Puts a backup in place of what is here. The record is closed first; nothing of it is deleted.
    /// With `only_keys` it puts back the keys of a record that is whole.
    pub(super) fn restore(
        &mut self,
        path: PathBuf,
        secret: Option<Secret>,
        only_keys: bool,
    ) -> Task<Message> {
        // What is in place afterwards takes the place of every screen, and of words that are not kept.
        if let Some(unkept) = self.keep_before_work() {
            return access::focus(self.screens.restore.failed(&unkept));
        }
        let context = &mut self.context;
        if context.sample || context.closed.is_some() {
            let problem = record::Error::InUse;
            return access::focus(self.screens.restore.failed(&problem));
        }
        let unlocking = match (secret, &context.vault) {
            (Some(secret), _) => Unlocking::Secret(secret),
            (None, Some(vault)) => Unlocking::Vault(vault.clone()),
            (None, None) => return Task::none(),
        };
        let folder = context.folders.data().to_owned();
        let here = context.vault.clone();
        let now = context.now();
        context.away = true;
        // Closing moves its log into its file, so that what is set aside is whole.
        context.record = None;
        let work = move || {
            let restored = if only_keys {
                backup::keys_back(&path, &folder, &unlocking)?
            } else {
                backup::restore_beside(&path, &folder, &unlocking, here.as_ref())?
            };
            let record = restored.vault.open(&now)?;
            Ok((restored, record))
        };
        slow::away(work, |restored| Message::Copied(Done::Restored(restored)))
    }

    fn restored(
        &mut self,
        restored: Option<Result<(Restored, Record), record::Error>>,
    ) -> Task<Message> {
        self.context.away = false;
        match restored.unwrap_or(Err(record::Error::BackupDamaged)) {
            Ok((restored, record)) => {
                let counts = crate::screens::restore::counted(&restored.contents.counts);
                let said = match restored.set_aside {
                    _ if restored.only_keys => {
                        "The keys are back. Your record is as it was.".to_owned()
                    }
                    Some(folder) => format!(
                        "Your backup is in place: {counts}. What was here before is in {}.",
                        folder.display()
                    ),
                    None => format!("Your backup is in place: {counts}."),
                };
                self.screens = super::Screens::new();
                self.aside = None;
                self.waiting = None;
                self.history.clear();
                self.context.record_problem = None;
                self.context.reading = None;
                self.behind_lock = Some(Place::Today);
                let arrived =
                    self.show_again(locking::Opened::without_backup(restored.vault, record));
                self.say(said, false);
                arrived
            }
            Err(problem) => {
                // What was there before is there still.
                if self.context.vault.is_some() {
                    self.open_record();
                }
                access::focus(self.screens.restore.failed(&problem))
            }
        }
    }
}
