//! Where a screen starts when it is opened from elsewhere, and what is asked for files.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::directory::{Need, service::Id as ServiceId};
use crate::record::{appointment, attachment, child, note, question};

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

/// Where Letters and files starts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum FilesStart {
    /// The list.
    #[default]
    List,
    /// The list of what is about one child.
    Child(child::Id),
    /// One file.
    One(attachment::Id),
}

/// Files on this computer, to be added to the record.
#[derive(Debug, Clone, Default)]
pub struct FilesToAdd {
    /// Where they are.
    pub paths: Vec<PathBuf>,
    /// What they are added to.
    pub belongs_to: Option<attachment::BelongsTo>,
    /// The children they are about.
    pub children: Vec<child::Id>,
}

/// What is done with the bytes of files.
#[derive(Debug, Clone)]
pub enum FileWork {
    /// Add files.
    Add(FilesToAdd),
    /// Open a copy in the system's program for such files.
    OpenCopy(attachment::Id),
    /// Write a copy to this path.
    SaveCopy(attachment::Id, PathBuf),
}
