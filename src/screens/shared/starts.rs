//! Where on a screen a person arrives.

use jiff::civil::Date;

use crate::directory::{Need, service::Id as ServiceId};
use crate::record::{appointment, child, note, question};

/// Where Find help starts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum FindStart {
    /// The search, with what was last looked for.
    #[default]
    Search,
    /// With words to search for.
    Text(String),
    /// With one need chosen.
    Need(Need),
}

/// Where Notes starts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum NotesStart {
    /// The list.
    #[default]
    List,
    /// A new note, perhaps about a child or a service.
    New {
        /// The child it is about.
        child: Option<child::Id>,
        /// The service it is about.
        service: Option<ServiceId>,
    },
    /// A new note that begins with these words, unless another one is half written.
    About {
        /// The first words.
        words: String,
        /// A tag; empty for none.
        tag: String,
        /// The children it is about.
        children: Vec<child::Id>,
        /// The service it is about.
        service: Option<ServiceId>,
    },
    /// One note.
    One(note::Id),
}

/// Where Appointments starts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum AppointmentsStart {
    /// The agenda.
    #[default]
    Agenda,
    /// A new appointment, perhaps with a service or on a day.
    New {
        /// The service it is with.
        service: Option<ServiceId>,
        /// The day it is on.
        on: Option<Date>,
    },
    /// One appointment.
    One(appointment::Id),
}

/// Where Questions starts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum QuestionsStart {
    /// The list.
    #[default]
    List,
    /// The starter questions about a Personal Health Budget.
    Budget,
    /// A new question, perhaps for a service or an appointment.
    New {
        /// The service to ask.
        service: Option<ServiceId>,
        /// The appointment to ask it at.
        appointment: Option<appointment::Id>,
    },
    /// One question.
    One(question::Id),
}
