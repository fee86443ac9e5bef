//! What left this computer: one line for each time, with how much went and never what it said. Lines are only added;
//! they are no steps of undo and are never in the bin.

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;

use super::coded::coded;
use super::{Counts, Error, Record, store};

coded! {
    /// What left.
    What {
        /// The whole record, locked, for a folder or stick of the person’s choice.
        Backup = "backup", "A locked copy of your record";
        /// An export that a passphrase locks.
        LockedExport = "locked-export", "A locked export";
        /// An export that anybody can read.
        OpenExport = "open-export", "An export that anyone can read";
        /// The recovery sheet as a file.
        RecoverySheet = "recovery-sheet", "Your recovery sheet, as a file";
        /// The words of the recovery sheet.
        RecoveryWords = "recovery-words", "The 12 words of your recovery sheet";
        /// A passphrase.
        Passphrase = "passphrase", "A passphrase";
        /// A page as a file for a browser.
        PageCopy = "page-copy", "A copy of a page, for your browser";
        /// Words of a page.
        Words = "words", "Words from a page";
        /// A page on paper.
        Printed = "printed", "A page on paper";
        /// A kept file, opened in another program.
        FileOpened = "file-opened", "A copy of a kept file, opened in another program";
        /// A kept file, saved elsewhere.
        FileSaved = "file-saved", "A copy of a kept file";
    }
}

coded! {
    /// What an [`Amount`] counts.
    Unit {
        /// Children.
        Child = "child", "child";
        /// Notes.
        Note = "note", "note";
        /// Appointments.
        Appointment = "appointment", "appointment";
        /// Questions.
        Question = "question", "question";
        /// Saved services.
        SavedService = "saved-service", "saved service";
        /// Steps.
        Step = "step", "step";
        /// Paths through the guide.
        Path = "path", "path";
        /// Experiences beside promises.
        Experience = "experience", "experience";
        /// Letters, photographs and other files.
        File = "file", "file";
        /// Pages of a window or of paper.
        Page = "page", "page";
        /// Words.
        Word = "word", "word";
    }
}

impl Unit {
    /// The word for more than one.
    pub fn plural(self) -> &'static str {
        match self {
            Unit::Child => "children",
            Unit::Note => "notes",
            Unit::Appointment => "appointments",
            Unit::Question => "questions",
            Unit::SavedService => "saved services",
            Unit::Step => "steps",
            Unit::Path => "paths",
            Unit::Experience => "experiences",
            Unit::File => "files",
            Unit::Page => "pages",
            Unit::Word => "words",
        }
    }
}

/// How much left, as counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amount(Vec<(Unit, u32)>);

impl Amount {
    /// So many of one thing.
    pub fn of(number: u32, unit: Unit) -> Amount {
        Amount::default().and(number, unit)
    }

    /// How many words `text` has.
    pub fn words_of(text: &str) -> Amount {
        let number = u32::try_from(text.split_whitespace().count());
        Amount::of(number.unwrap_or(u32::MAX), Unit::Word)
    }

    /// And so many of another thing. None is left out.
    #[must_use]
    pub fn and(mut self, number: u32, unit: Unit) -> Amount {
        if number > 0 {
            self.0.push((unit, number));
        }
        self
    }

    /// Each thing with its number.
    pub fn parts(&self) -> &[(Unit, u32)] {
        &self.0
    }
}

impl From<&Counts> for Amount {
    fn from(counts: &Counts) -> Amount {
        Amount::default()
            .and(counts.children, Unit::Child)
            .and(counts.notes, Unit::Note)
            .and(counts.appointments, Unit::Appointment)
            .and(counts.questions, Unit::Question)
            .and(counts.saved_services, Unit::SavedService)
            .and(counts.steps, Unit::Step)
            .and(counts.paths, Unit::Path)
            .and(counts.experiences, Unit::Experience)
            .and(counts.attachments, Unit::File)
    }
}

/// Where it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// The clipboard, where every program can read it.
    Clipboard,
    /// A printer.
    Printer,
    /// A file or folder.
    File(PathBuf),
}

impl To {
    /// A file or folder.
    pub fn file(path: &Path) -> To {
        To::File(path.to_owned())
    }
}

/// One time that something left.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// When, by the clock of that day.
    pub at: ZonedDateTime,
    /// What.
    pub what: What,
    /// Where to.
    pub to: To,
    /// How much.
    pub amount: Amount,
    /// The day of use that it happened on.
    pub(crate) day: i64,
}

impl Record {
    /// Writes down that something left this computer. Call it when it has left.
    ///
    /// # Errors
    /// When it could not be written down; what left has left all the same.
    pub fn note_left(
        &mut self,
        what: What,
        to: &To,
        amount: &Amount,
        now: &ZonedDateTime,
    ) -> Result<(), Error> {
        store::left::add(&self.connection, what, to, amount, now)
    }

    /// Everything that left this computer, the newest line first, whatever the clock said.
    pub fn left(&self) -> Result<Vec<Left>, Error> {
        store::left::all(&self.connection)
    }
}
