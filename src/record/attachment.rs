//! Letters, photographs and other files, kept inside the record as they were given.

mod adding;
mod kind;
mod reading;

use std::path::Path;

use jiff::ZonedDateTime;

use super::id::id;
use super::{Error, Record, appointment, child, note, store};
use crate::platform::files;

pub use adding::{Content, NotAdded, Opened, Why};
pub use kind::{can_run, kind_in_words, media_type};
pub use reading::Reading;

id!("an attachment", Attachment);

/// The largest file that is kept, in bytes: 100 MB as the more generous way of counting has it.
pub const LARGEST: u64 = 100 * 1024 * 1024;

/// What a file was added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BelongsTo {
    /// A note.
    Note(note::Id),
    /// An appointment.
    Appointment(appointment::Id),
}

/// One file.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// The lasting identity.
    pub id: Id,
    /// The name that the file had, without its folder.
    pub name: String,
    /// What the family calls it; empty for nothing else than its name.
    pub title: String,
    /// What kind of file it is, as RFC 6838 writes it: `application/pdf`.
    pub media_type: String,
    /// Its bytes.
    pub content: Content,
    /// When it was added.
    pub added: ZonedDateTime,
    /// What it was added to. A thing in the bin stays here, so that restoring loses nothing.
    pub belongs_to: Option<BelongsTo>,
    /// The children it is about. A child in the bin stays here too.
    pub children: Vec<child::Id>,
}

impl Attachment {
    /// A file whose bytes are in the record.
    pub fn new(now: &ZonedDateTime, name: &str, content: Content) -> Attachment {
        Attachment {
            id: Id::new(now),
            name: name.to_owned(),
            title: String::new(),
            media_type: media_type(name).to_owned(),
            content,
            added: now.clone(),
            belongs_to: None,
            children: Vec::new(),
        }
    }

    /// What it is called in lists.
    pub fn title(&self) -> String {
        let title = self.title.trim();
        if title.is_empty() {
            self.name.clone()
        } else {
            title.to_owned()
        }
    }

    /// “PDF document”, “Photograph or picture”.
    pub fn kind_in_words(&self) -> &'static str {
        kind_in_words(&self.media_type)
    }
}

/// Which files to list. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttachmentFilter {
    /// Only files about this child.
    pub child: Option<child::Id>,
    /// Only files that were added to this.
    pub belongs_to: Option<BelongsTo>,
    /// Only files with these words in their names; the last may be half typed. No words means all files.
    pub text: Option<String>,
}

impl Record {
    /// Files, last added first.
    pub fn attachments(&self, filter: &AttachmentFilter) -> Result<Vec<Attachment>, Error> {
        store::attachment::list(&self.connection, filter)
    }

    /// One file, unless it is in the bin or was never kept.
    pub fn attachment(&self, id: Id) -> Result<Option<Attachment>, Error> {
        store::attachment::kept(&self.connection, id)
    }

    /// The bytes of a file as they were given, piece by piece. They are checked against its SHA-256: the last
    /// piece of a file that was damaged is an error.
    ///
    /// # Errors
    /// [`Error::Gone`] when these bytes are not in the record.
    pub fn read_content(&self, content: &Content) -> Result<Reading<'_>, Error> {
        Reading::start(&self.connection, content)
    }

    /// Writes a copy of a file to `path`, in a folder that is there: whole or not at all.
    ///
    /// # Errors
    /// [`Error::FileDamaged`] when its bytes are not those that were given; [`Error::CopyNotWritten`].
    pub fn copy_out(&self, content: &Content, path: &Path) -> Result<(), Error> {
        let mut bytes = self.read_content(content)?;
        let written = files::write_from(path, &mut bytes);
        match (bytes.into_problem(), written) {
            (Some(problem), _) => Err(problem),
            (None, Err(problem)) => Err(Error::CopyNotWritten(problem)),
            (None, Ok(())) => Ok(()),
        }
    }

    /// Reads a file into the record, before anything refers to it. What nothing refers to is let go of when the
    /// record next opens.
    ///
    /// # Errors
    /// Why it was not added; nothing of it was then.
    pub fn keep_content(&mut self, file: Opened) -> Result<Content, Why> {
        file.read_into(&mut self.connection)
    }

    /// Lets go of bytes that nothing refers to, such as those of an adding that broke off.
    ///
    /// # Errors
    /// When they could not be let go of.
    pub fn sweep_contents(&mut self) -> Result<(), Error> {
        store::content::sweep(&mut self.connection)
    }
}
