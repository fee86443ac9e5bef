//! Any one thing that a family keeps.

use super::{
    appointment, attachment, child, experience, note, path, question, saved_service, step,
};

/// One thing of any kind, by its typed identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A child.
    Child(child::Id),
    /// A note.
    Note(note::Id),
    /// An appointment.
    Appointment(appointment::Id),
    /// A question.
    Question(question::Id),
    /// A saved service.
    SavedService(saved_service::Id),
    /// A step.
    Step(step::Id),
    /// A path through the guide.
    Path(path::Id),
    /// An experience beside a promise.
    Experience(experience::Id),
    /// A letter or another file.
    Attachment(attachment::Id),
}
