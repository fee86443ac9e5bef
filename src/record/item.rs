//! Any one thing that a family keeps.

use super::{appointment, child, experience, note, question, saved_service, step};

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
    /// An experience beside a promise.
    Experience(experience::Id),
}
