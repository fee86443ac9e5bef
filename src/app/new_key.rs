//! A new key after a leak, the copies from before it, and unlocking by this computer's sign-in.

use iced::Task;

use super::slow;
use super::{App, Message, copies::Done};
use crate::access;
use crate::record::vault::new_key::NotMade;
use crate::record::{self, Cost, Passphrase, Record, RecoveryWords, Vault};
use crate::words;

/// The keys, and the record that was open, or why it did not open again.
pub type Renewed = (Vault, Result<Option<Record>, record::Error>);

impl App {
    /// Writes every family again under a new key. The record is closed while that goes on.
    pub(super) fn make_new_key(
        &mut self,
        old: Passphrase,
        passphrase: Passphrase,
        words: RecoveryWords,
    ) -> Task<Message> {
        if let Some(unkept) = self.keep_before_work() {
            return self.ended(Some(&unkept));
        }
        let context = &mut self.context;
        let (Some(vault), false) = (context.vault.clone(), context.sample) else {
            return Task::none();
        };
        if context.reading.is_some() {
            return self.ended(Some(&record::Error::ReadOnly));
        }
        context.away = true;
        context.record = None;
        let cost = context.cost;
        let keyring = context.keyring.clone();
        let now = context.now();
        let work = move || {
            let failed = |problem| NotMade {
                problem,
                new_opens: false,
            };
            if !vault.opens_with(&old).map_err(failed)? {
                return Err(failed(record::Error::WrongPassphrase));
            }
            let cost = cost.unwrap_or_else(Cost::of_this_computer);
            let before = vault.clone();
            let vault = vault.make_new_key(&passphrase, &words, cost)?;
            before.forget_in_keyring(&keyring);
            let record = vault.chosen().map(|_| vault.open(&now)).transpose();
            if let Ok(record) = &record {
                // What the new secrets open. When it cannot be made now, it is made before the old copies go.
                let _ = vault.back_up_every(record.as_ref(), &now);
            }
            Ok((vault, record))
        };
        slow::away(work, |made| Message::Copied(Done::NewKey(made)))
    }

    pub(super) fn new_key_made(&mut self, made: Option<Result<Renewed, NotMade>>) -> Task<Message> {
        self.context.away = false;
        let broken_off = NotMade {
            problem: record::Error::Locked,
            // Only unlocking tells.
            new_opens: true,
        };
        match made.unwrap_or(Err(broken_off)) {
            Ok((vault, record)) => {
                self.context.vault = Some(vault);
                match record {
                    Ok(record) => self.context.record = record,
                    Err(problem) => self.context.record_problem = Some(problem),
                }
                self.say(
                    "Your new key is in place. Tear up the old recovery sheet.".to_owned(),
                    false,
                );
                access::focus(self.screens.keep_safe.has_new_key(&self.context))
            }
            Err(not_made) if not_made.new_opens => {
                let said = format!(
                    "{} Your new passphrase opens your record now. Type it to go on.",
                    not_made.problem
                );
                self.lock(&said)
            }
            Err(not_made) => {
                self.open_record();
                self.ended(Some(&not_made.problem))
            }
        }
    }

    /// Deletes what the secrets from before still open, once there is a backup that the new ones open.
    pub(super) fn delete_old_copies(&mut self) -> Task<Message> {
        let context = &mut self.context;
        let (Some(vault), false) = (context.vault.clone(), context.sample) else {
            return Task::none();
        };
        if context.reading.is_some() {
            return self.ended(Some(&record::Error::ReadOnly));
        }
        let record = context.record.take();
        context.away = true;
        let now = context.now();
        let work = move || {
            let gone = vault.delete_copies_of_old_keys(record.as_ref(), &now);
            (record, gone)
        };
        slow::away(work, |gone| Message::Copied(Done::OldCopiesGone(gone)))
    }

    pub(super) fn old_copies_gone(
        &mut self,
        gone: Option<(Option<Record>, Result<usize, record::Error>)>,
    ) -> Task<Message> {
        self.context.away = false;
        let Some((record, gone)) = gone else {
            // The work broke off: the record opens again from the disk.
            self.open_record();
            return access::focus("page-title");
        };
        self.context.record = record;
        let problem = match gone {
            Ok(gone) => {
                let gone = words::count(gone, "old copy is", "old copies are");
                self.say(format!("{gone} gone. A new backup is made."), false);
                None
            }
            Err(problem) => Some(problem),
        };
        self.ended(problem.as_ref())
    }

    pub(super) fn let_sign_in_unlock(&mut self, on: bool) -> Task<Message> {
        let Some(mut vault) = self.context.vault.clone() else {
            return Task::none();
        };
        let keyring = self.context.keyring.clone();
        // Nothing else may write the key file meanwhile.
        self.context.away = true;
        let work = move || {
            if on {
                vault.let_keyring_unlock(&keyring)?;
            } else {
                vault.stop_keyring(&keyring)?;
            }
            Ok(vault)
        };
        slow::away(work, move |vault| Message::Copied(Done::SignIn(on, vault)))
    }

    pub(super) fn sign_in_unlocks(
        &mut self,
        on: bool,
        vault: Option<Result<Vault, record::Error>>,
    ) -> Task<Message> {
        self.context.away = false;
        let problem = match vault.unwrap_or(Err(record::Error::Locked)) {
            Ok(vault) => {
                self.context.vault = Some(vault);
                let said = if on {
                    "This computer’s sign-in opens your record now."
                } else {
                    "Only your passphrase and your 12 words open your record now."
                };
                self.say(said.to_owned(), false);
                None
            }
            Err(problem) => Some(problem),
        };
        self.ended(problem.as_ref())
    }

    fn ended(&mut self, problem: Option<&record::Error>) -> Task<Message> {
        let focus = (self.screens.keep_safe).ended(&self.context, problem);
        access::focus(focus)
    }
}
