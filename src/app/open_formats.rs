//! Exporting the record and bringing an export in, while the window shows only that.

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;

use super::slow::{self, Handed};
use super::{App, Message, Screens};
use crate::access;
use crate::record::export::{self, Choices, Lock, Made};
use crate::record::import::{self, Brought, How, Opened, Plan};
use crate::record::{Cost, Passphrase, Record};

type Looked = Result<(Arc<Opened>, Plan), import::Error>;

/// What comes back from the work; the record comes back with it.
#[derive(Debug, Clone)]
pub enum Done {
    /// An export was made.
    Exported(Handed<(Record, Result<Made, export::Error>)>),
    /// An export was read through.
    Looked(Handed<(Record, Looked)>),
    /// An export was brought in.
    Imported(Handed<(Record, Result<Brought, import::Error>)>),
}

impl App {
    pub(super) fn open_formats(&mut self, done: Done) -> Task<Message> {
        self.context.away = false;
        let focus = match done {
            Done::Exported(done) => self.came_back(done).map(|made| self.exported(made)),
            Done::Looked(done) => self
                .came_back(done)
                .map(|looked| self.screens.import.looked(looked)),
            Done::Imported(done) => self.came_back(done).map(|brought| self.imported(brought)),
        };
        access::focus(focus.unwrap_or("page-title"))
    }

    /// Takes the record back. When the work broke off it opens again from the disk.
    fn came_back<T>(&mut self, done: Handed<(Record, T)>) -> Option<T> {
        match done.take() {
            Some((record, outcome)) => {
                self.context.record = Some(record);
                Some(outcome)
            }
            None => {
                self.open_record();
                None
            }
        }
    }

    /// The record goes along with the work, so that nobody writes to it meanwhile.
    fn lend(&mut self) -> Option<Record> {
        let _ = self.keep_drafts();
        let record = self.context.record.take()?;
        self.context.away = true;
        Some(record)
    }

    pub(super) fn export(
        &mut self,
        folder: PathBuf,
        passphrase: Option<Passphrase>,
    ) -> Task<Message> {
        let cost = self.context.cost;
        let services = self.context.directory.services().iter();
        let services = services.map(|it| (it.id, it.name.clone())).collect();
        let now = self.context.now();
        let Some(record) = self.lend() else {
            return Task::none();
        };
        let work = move || {
            let choices = Choices {
                lock: passphrase.map(|passphrase| Lock {
                    passphrase,
                    cost: cost.unwrap_or_else(Cost::of_this_computer),
                }),
                services,
                salvage: true,
            };
            let made = export::to_folder(&record, &folder, &choices, &now);
            (record, made)
        };
        slow::away(work, |done| Message::OpenFormats(Done::Exported(done)))
    }

    fn exported(&mut self, made: Result<Made, export::Error>) -> &'static str {
        if let Ok(made) = &made {
            let said = format!("Your export is in {}.", made.path.display());
            let (what, to, amount) = made.as_left();
            let said = self.context.left(said, what, &to, &amount);
            self.say(said, false);
        }
        self.screens.export.ended(made)
    }

    pub(super) fn look_at_export(
        &mut self,
        path: PathBuf,
        passphrase: Option<Passphrase>,
    ) -> Task<Message> {
        let now = self.context.now();
        let Some(record) = self.lend() else {
            return Task::none();
        };
        let work = move || {
            let looked = Opened::read(&path, passphrase.as_ref()).and_then(|opened| {
                let plan = opened.compare(&record, &now)?;
                Ok((Arc::new(opened), plan))
            });
            (record, looked)
        };
        slow::away(work, |done| Message::OpenFormats(Done::Looked(done)))
    }

    pub(super) fn import(&mut self, opened: Arc<Opened>, how: How) -> Task<Message> {
        let now = self.context.now();
        let Some(mut record) = self.lend() else {
            return Task::none();
        };
        let work = move || {
            let brought = import::bring_in(&mut record, &opened, how, &now);
            (record, brought)
        };
        slow::away(work, |done| Message::OpenFormats(Done::Imported(done)))
    }

    fn imported(&mut self, brought: Result<Brought, import::Error>) -> &'static str {
        if let Ok(brought) = &brought {
            if brought.drafts > 0 {
                // What was being typed elsewhere is read when a screen begins.
                let import = std::mem::take(&mut self.screens.import);
                self.screens = Screens::new();
                self.screens.import = import;
            }
            let said = self.saved_at("Export brought in");
            self.say(said, brought.new > 0);
        }
        self.screens.import.ended(brought)
    }
}
