//! Which table keeps which kind of thing.

use uuid::Uuid;

use crate::record::{
    Item, appointment, attachment, child, experience, note, path, question, saved_service, step,
};

/// A table of things with an `id`, a `seq` and a `deleted_at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    Child,
    Note,
    Appointment,
    Question,
    SavedService,
    Step,
    Path,
    Experience,
    Attachment,
}

impl Table {
    /// Every table, parents before what refers to them.
    pub(crate) const ALL: [Table; 9] = [
        Table::Child,
        Table::Note,
        Table::Appointment,
        Table::Question,
        Table::SavedService,
        Table::Step,
        Table::Path,
        Table::Experience,
        Table::Attachment,
    ];

    /// The name in SQL.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Table::Child => "child",
            Table::Note => "note",
            Table::Appointment => "appointment",
            Table::Question => "question",
            Table::SavedService => "saved_service",
            Table::Step => "step",
            Table::Path => "path",
            Table::Experience => "experience",
            Table::Attachment => "attachment",
        }
    }

    /// The tables that list what a thing here is about.
    pub(crate) fn links(self) -> &'static [&'static str] {
        match self {
            Table::Child => &[],
            Table::Note => &["note_child", "note_tag"],
            Table::Appointment => &["appointment_child"],
            Table::Question => &["question_child"],
            Table::SavedService => &["saved_service_child"],
            Table::Step => &["step_child"],
            Table::Path => &["path_worry", "path_answer", "path_child"],
            Table::Experience => &["experience_child"],
            Table::Attachment => &["attachment_child"],
        }
    }

    /// The number in the search index, under 32. It never changes.
    pub(crate) fn number(self) -> i64 {
        match self {
            Table::Child => 0,
            Table::Note => 1,
            Table::Appointment => 2,
            Table::Question => 3,
            Table::SavedService => 4,
            Table::Step => 5,
            Table::Path => 6,
            Table::Experience => 7,
            Table::Attachment => 8,
        }
    }

    /// The thing with this id here.
    pub(crate) fn item(self, id: Uuid) -> Item {
        match self {
            Table::Child => Item::Child(child::Id(id)),
            Table::Note => Item::Note(note::Id(id)),
            Table::Appointment => Item::Appointment(appointment::Id(id)),
            Table::Question => Item::Question(question::Id(id)),
            Table::SavedService => Item::SavedService(saved_service::Id(id)),
            Table::Step => Item::Step(step::Id(id)),
            Table::Path => Item::Path(path::Id(id)),
            Table::Experience => Item::Experience(experience::Id(id)),
            Table::Attachment => Item::Attachment(attachment::Id(id)),
        }
    }
}

/// The table of a thing, and its id there.
pub(crate) fn place(item: Item) -> (Table, Uuid) {
    match item {
        Item::Child(id) => (Table::Child, id.0),
        Item::Note(id) => (Table::Note, id.0),
        Item::Appointment(id) => (Table::Appointment, id.0),
        Item::Question(id) => (Table::Question, id.0),
        Item::SavedService(id) => (Table::SavedService, id.0),
        Item::Step(id) => (Table::Step, id.0),
        Item::Path(id) => (Table::Path, id.0),
        Item::Experience(id) => (Table::Experience, id.0),
        Item::Attachment(id) => (Table::Attachment, id.0),
    }
}
