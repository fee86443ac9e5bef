//! What every screen shares: what it may touch ([`Context`]), where it may send the person
//! ([`Place`]) and what the rest of the application must hear ([`Action`]).
//!
//! Screens never import each other. Each is a struct that lives as long as the window, so that
//! nothing half-typed is lost by looking something up elsewhere.

pub mod accessibility;
pub mod appointments;
pub mod bin;
pub mod budget;
pub mod documents;
pub mod easy_read;
pub mod emergency;
pub mod export;
pub mod files;
pub mod find_help;
pub mod help;
pub mod import;
pub mod improvement_plan;
pub mod keep_record;
pub mod keep_safe;
pub mod left_this_computer;
pub mod lock;
pub mod my_family;
pub mod nhs_services;
pub mod notes;
pub mod privacy;
pub mod questions;
pub mod records;
pub mod rescue;
pub mod restore;
pub mod rights;
pub mod search;
pub mod service;
pub mod settings;
mod starts;
pub mod today;
pub mod words_explained;
pub mod worried;

/// Parts of forms that more than one screen has.
pub mod shared {
    pub mod amounts;
    pub mod book;
    pub mod children;
    pub mod counted;
    pub mod drafts;
    pub mod easy_read;
    pub mod files_part;
    pub mod guidance;
    pub mod guide_card;
    pub mod keeping;
    pub mod map_action;
    pub mod moment;
    pub mod new_passphrase;
    pub mod recovery_sheet;
    pub mod searched;
    pub mod slowly;
    pub mod synced;
    pub mod terms;
}

mod noting;

pub use noting::Reading;
pub use shared::children;
pub use starts::{
    AppointmentsStart, FileWork, FilesStart, FilesToAdd, FindStart, NotesStart, QuestionsStart,
};

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;
use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::directory::{Directory, service::Id as ServiceId};
use crate::guide::words::Term;
use crate::platform::clock::Clock;
use crate::platform::dialogs::Dialogs;
use crate::platform::folders::Folders;
use crate::platform::one_window;
use crate::platform::opening::{Link, Opener};
use crate::platform::synced;
use crate::platform::voice::Speaker;
use crate::record::change::Change;
use crate::record::import::{How, Opened};
use crate::record::vault::{FamilyId, WhatGoes};
use crate::record::{self, Cost, Passphrase, Record, RecoveryWords, Secret, Vault, path};
use crate::settings::Settings;

/// Everything a screen may touch.
pub struct Context {
    /// The Local Offer.
    pub directory: Directory,
    /// Why the directory is empty, if it is.
    pub directory_problem: Option<String>,
    /// What the family keeps; `None` until the first thing is kept, and while it is locked.
    pub record: Option<Record>,
    /// The keys of the family's record, while it is unlocked; also while the sample family is open.
    pub vault: Option<Vault>,
    /// There is a record, and it is locked.
    pub locked: bool,
    /// The record is being copied or replaced. Nothing is written while this is set.
    pub away: bool,
    /// How slow a passphrase is to try when one is set; `None` measures this computer.
    pub cost: Option<Cost>,
    /// Why a record that is there could not be opened. Nothing is written while this is set.
    pub record_problem: Option<record::Error>,
    /// Why the record can be read and not changed, if that is so.
    pub reading: Option<Reading>,
    /// Why this window may not use the folder at all. Nothing is written while this is set.
    pub closed: Option<one_window::Error>,
    /// Text size, theme and so on.
    pub settings: Settings,
    /// The time in England.
    pub clock: Clock,
    /// Where files are kept.
    pub folders: Folders,
    /// The service that copies the folder to other computers, as far as can be told.
    pub synced: Option<synced::Service>,
    /// The record that is open is the sample family's.
    pub sample: bool,
    /// Opens links in other programs.
    pub opener: Opener,
    /// The system's windows for choosing files.
    pub dialogs: Dialogs,
    /// Files that could not be added just now: a sentence for each.
    pub not_added: Vec<String>,
    /// The term whose meaning is shown on the page.
    pub meaning: Option<&'static Term>,
    /// Reads pages aloud.
    pub voice: Speaker,
    asked_to_keep: bool,
    found_damage: Cell<bool>,
}

impl Context {
    /// A context with no record open.
    pub fn new(directory: Directory, settings: Settings, clock: Clock, folders: Folders) -> Self {
        Self {
            synced: synced::service_of(folders.data()),
            directory,
            directory_problem: None,
            record: None,
            vault: None,
            locked: false,
            away: false,
            cost: None,
            record_problem: None,
            reading: None,
            closed: None,
            settings,
            clock,
            folders,
            sample: false,
            opener: Opener::default(),
            dialogs: Dialogs::default(),
            not_added: vec![],
            meaning: None,
            voice: Speaker::default(),
            asked_to_keep: false,
            found_damage: Cell::new(false),
        }
    }

    /// Now, in England.
    pub fn now(&self) -> ZonedDateTime {
        self.clock.now()
    }

    /// Today, in England.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// Reads from the record; with no record there is nothing, which is `T::default()`.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn read<T: Default>(
        &self,
        read: impl FnOnce(&Record) -> Result<T, record::Error>,
    ) -> Result<T, record::Error> {
        let read = self.record.as_ref().map_or_else(|| Ok(T::default()), read);
        self.notice_damage(&read);
        read
    }

    /// Changes the record: one transaction, one step of undo. When there is no record yet, or it is
    /// locked, the application asks for it and then sends the same message again; the screen keeps
    /// what was typed and treats [`record::Error::NoRecordYet`] as no problem.
    ///
    /// # Errors
    /// When the change could not be kept; nothing of it was.
    pub fn change<T>(
        &mut self,
        label: &str,
        change: impl FnOnce(&mut Change<'_>) -> Result<T, record::Error>,
    ) -> Result<T, record::Error> {
        let now = self.clock.now();
        let changed = match (&mut self.record, &self.record_problem) {
            (Some(record), _) => record.change(label, &now, change),
            (None, Some(problem)) => Err(problem.clone()),
            (None, None) if self.away => Err(record::Error::InUse),
            (None, None) => {
                self.asked_to_keep = true;
                Err(record::Error::NoRecordYet)
            }
        };
        self.notice_damage(&changed);
        changed
    }

    /// Whether a change was asked for with no open record to keep it in, since the last time this was
    /// called.
    pub fn take_asked_to_keep(&mut self) -> bool {
        std::mem::take(&mut self.asked_to_keep)
    }
}

/// A screen, and where on it.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// What is next and what is due.
    Today,
    /// Search the Local Offer.
    FindHelp(FindStart),
    /// One service.
    Service(ServiceId),
    /// "What can I do if I think my child has SEND?", or one page to read by its id in
    /// `data/guide/pathway.json`.
    Worried(Option<String>),
    /// A path through it that the family kept.
    Path(path::Id),
    /// Dated notes.
    Notes(NotesStart),
    /// Appointments.
    Appointments(AppointmentsStart),
    /// Questions to ask, asked and answered.
    Questions(QuestionsStart),
    /// Rights and time limits, or one card by its id in `data/guide/rights.json`.
    Rights(Option<String>),
    /// The improvement plan, or one promise by its id in `data/guide/plan.json`.
    ImprovementPlan(Option<String>),
    /// Newsletters, strategies, reports and law, with their addresses.
    Documents,
    /// Every term, or one by its id in `data/guide/words.json`.
    WordsExplained(Option<String>),
    /// Personal Health Budgets explained.
    Budget,
    /// What NHS Somerset provides, or one page by its id in `data/guide/nhs.json`.
    NhsServices(Option<String>),
    /// The Easy Read pages, or one by its id in `data/guide/easy_read.json`.
    EasyRead(Option<String>),
    /// The children.
    MyFamily,
    /// Letters and files.
    Files(FilesStart),
    /// What was deleted in the last 30 days.
    Bin,
    /// Text size, theme, data, about.
    Settings,
    /// How to use Withy, and its keys.
    Help,
    /// What was tried with screen readers, keys and large text, and what was not.
    Accessibility,
    /// The safety numbers.
    Emergency,
    /// Search everything.
    Search,
    /// Asks for a passphrase, before the first thing is kept.
    KeepRecord,
    /// The record is locked.
    Lock,
    /// What unlocks the record, and copies of it.
    KeepSafe,
    /// Looking at a backup and going back to it, perhaps with the file.
    Restore(Option<PathBuf>),
    /// Everything in open formats, in a file.
    Export,
    /// Bringing such a file in.
    Import,
    /// What is protected and what is not.
    Privacy,
    /// What left this computer.
    LeftThisComputer,
    /// The records of several families, and wiping one.
    Records,
}

impl Place {
    /// Whether it shows or takes what a family keeps. The others are open while the record is locked.
    pub fn needs_record(&self) -> bool {
        !matches!(
            self,
            Place::FindHelp(_)
                | Place::Service(_)
                | Place::Worried(_)
                | Place::Budget
                | Place::NhsServices(_)
                | Place::EasyRead(_)
                | Place::Settings
                | Place::Help
                | Place::Accessibility
                | Place::Emergency
                | Place::Search
                | Place::Rights(_)
                | Place::ImprovementPlan(_)
                | Place::Documents
                | Place::WordsExplained(_)
                | Place::Restore(_)
                | Place::Privacy
        )
    }
}

/// What is done with the whole record.
#[derive(Debug, Clone)]
pub enum Keeping {
    /// Make it, then do what was waiting for it.
    Make {
        /// What unlocks it.
        passphrase: Passphrase,
        /// The words of the recovery sheet.
        words: RecoveryWords,
    },
    /// Unlock it.
    Unlock(Secret),
    /// The words unlocked it: this is the new passphrase.
    AfterWords(Passphrase),
    /// Lock it.
    Lock,
    /// Another passphrase.
    ChangePassphrase {
        /// What unlocks it now.
        old: Passphrase,
        /// What unlocks it from now on.
        new: Passphrase,
    },
    /// Copy it here, or into a folder outside this computer.
    BackUp(Option<PathBuf>),
    /// Write it into a folder in open formats.
    Export {
        /// The folder.
        folder: PathBuf,
        /// What locks it; `None` leaves it plain.
        passphrase: Option<Passphrase>,
    },
    /// Read an export through, and say what would be added.
    LookAtExport {
        /// The file.
        path: PathBuf,
        /// What opens it, if it is locked.
        passphrase: Option<Passphrase>,
    },
    /// Bring an export in.
    Import {
        /// The export, read through.
        opened: Arc<Opened>,
        /// What is done with what is here already.
        how: How,
    },
    /// Read a backup through; with no secret, by the keys that are here.
    Look {
        /// The file.
        path: PathBuf,
        /// What unlocks the backup.
        secret: Option<Secret>,
    },
    /// Read what can be read of a damaged record.
    Rescue,
    /// Look through what was read of it.
    LookThrough,
    /// Leave what was read of it.
    StopReading,
    /// Try again to open a record that did not open.
    TryAgain,
    /// Put back the keys that a backup carries, and leave the record as it is.
    KeysBack {
        /// The file.
        path: PathBuf,
        /// What unlocks the backup.
        secret: Option<Secret>,
    },
    /// Put a backup in place.
    Restore {
        /// The file.
        path: PathBuf,
        /// What unlocks the backup.
        secret: Option<Secret>,
    },
    /// Close the record that is open, and open this one.
    OpenFamily(FamilyId),
    /// Close the record that is open.
    CloseFamily,
    /// Add a record of this name, and open it.
    AddFamily(String),
    /// Delete a record for good.
    WipeFamily(Box<WhatGoes>),
}

/// What the rest of the application must hear from a screen.
#[derive(Debug)]
pub enum Action<M> {
    /// Nothing.
    None,
    /// Open another place.
    Open(Place),
    /// Go back to where the person came from.
    Back,
    /// Work that takes longer than 50 ms, or acts on a widget.
    Run(Task<M>),
    /// Something was kept: the sentence without the time, "Saved".
    Saved(String),
    /// A sentence to say that is not about saving.
    Say(String),
    /// Put words on the clipboard, say what was copied, and note that they left this computer.
    Copy {
        /// What to put there.
        words: String,
        /// What to say: "Copied this page with its sources".
        said: String,
    },
    /// The same without noting it: a phone number or an address, which is nothing of the family’s, or what was
    /// noted already.
    CopyOnly {
        /// What to put there.
        words: String,
        /// What to say: "Copied 01749 836 691".
        said: String,
    },
    /// Open something outside Withy.
    Visit(Link),
    /// Move the focus to a control.
    Focus(iced::widget::Id),
    /// The settings were changed: draw and keep them.
    SettingsChanged,
    /// Open the sample family, or leave it.
    SampleFamily(bool),
    /// Go back, and open a copy of that page in the browser.
    CopyLastPage,
    /// Make, unlock or lock the record.
    Keeping(Keeping),
    /// Add files, or take copies of them out.
    File(FileWork),
    /// No record for now: go back, with what was typed still there.
    NotNow,
    /// Several of these, in order.
    Several(Vec<Action<M>>),
}
