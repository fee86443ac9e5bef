//! The parts of an export: one list in `record.json` and one table for each.

use crate::record::store::table::Table;

/// One kind of thing in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The children.
    Children,
    /// Dated notes.
    Notes,
    /// Appointments.
    Appointments,
    /// Questions and answers.
    Questions,
    /// Saved services.
    SavedServices,
    /// Steps to take.
    Steps,
    /// Paths through the guide.
    Paths,
    /// Experiences beside promises of the improvement plan.
    Experiences,
    /// Letters and other files.
    Files,
}

impl Section {
    /// Every section, what others refer to first.
    pub const ALL: &'static [Section] = &[
        Section::Children,
        Section::Notes,
        Section::Appointments,
        Section::Questions,
        Section::SavedServices,
        Section::Steps,
        Section::Paths,
        Section::Experiences,
        Section::Files,
    ];

    /// Its name in `record.json`, in the data dictionary and of its table.
    pub fn code(self) -> &'static str {
        match self {
            Section::Children => "children",
            Section::Notes => "notes",
            Section::Appointments => "appointments",
            Section::Questions => "questions",
            Section::SavedServices => "saved_services",
            Section::Steps => "steps",
            Section::Paths => "paths",
            Section::Experiences => "experiences",
            Section::Files => "files",
        }
    }

    /// One of it and several, in words.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Section::Children => ("child", "children"),
            Section::Notes => ("note", "notes"),
            Section::Appointments => ("appointment", "appointments"),
            Section::Questions => ("question", "questions"),
            Section::SavedServices => ("saved service", "saved services"),
            Section::Steps => ("step", "steps"),
            Section::Paths => ("kept path", "kept paths"),
            Section::Experiences => ("experience", "experiences"),
            Section::Files => ("file", "files"),
        }
    }

    pub(in crate::record) fn table(self) -> Table {
        match self {
            Section::Children => Table::Child,
            Section::Notes => Table::Note,
            Section::Appointments => Table::Appointment,
            Section::Questions => Table::Question,
            Section::SavedServices => Table::SavedService,
            Section::Steps => Table::Step,
            Section::Paths => Table::Path,
            Section::Experiences => Table::Experience,
            Section::Files => Table::Attachment,
        }
    }
}
