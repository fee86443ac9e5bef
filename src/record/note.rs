//! Dated notes: what was said, by whom, about which child.

use jiff::ZonedDateTime;
use unicode_segmentation::UnicodeSegmentation;

use super::coded::coded;
use super::id::id;
use super::{Error, Record, child, store};
use crate::directory::service;

id!("a note", Note);

coded! {
    /// What a note is about.
    Kind {
        /// A call by phone or video.
        PhoneCall = "phone-call", "Phone call";
        /// A meeting.
        Meeting = "meeting", "Meeting";
        /// Something at school, nursery or college.
        School = "school", "School";
        /// Something about health.
        Health = "health", "Health";
        /// Something at home.
        Home = "home", "Home";
        /// A letter or an e-mail.
        Letter = "letter", "Letter or email";
        /// Anything else.
        Other = "other", "Something else";
    }
}

/// One dated note.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The lasting identity.
    pub id: Id,
    /// When it happened.
    pub at: ZonedDateTime,
    /// What it is about.
    pub kind: Kind,
    /// The words, exactly as typed.
    pub text: String,
    /// Who was there or on the phone, as typed.
    pub people: String,
    /// Tags, in the order they were added.
    pub tags: Vec<String>,
    /// The children it is about. A child in the bin stays here, so that restoring loses nothing.
    pub children: Vec<child::Id>,
    /// The service it is about.
    pub service: Option<service::Id>,
}

impl Note {
    /// What kind it is, where that says something: "Phone call". Nothing for [`Kind::Other`].
    pub fn kind_in_words(&self) -> Option<&'static str> {
        (self.kind != Kind::Other).then(|| self.kind.words())
    }

    /// An empty note, now.
    pub fn new(now: &ZonedDateTime) -> Note {
        Note {
            id: Id::new(now),
            at: now.clone(),
            kind: Kind::Other,
            text: String::new(),
            people: String::new(),
            tags: Vec::new(),
            children: Vec::new(),
            service: None,
        }
    }

    /// The first line with words, cut after a word at about 60 letters. The kind’s words when there are none.
    pub fn title(&self) -> String {
        first_line(&self.text).unwrap_or_else(|| self.kind.words().to_owned())
    }
}

/// Titles longer than this are cut.
const TITLE_LETTERS: usize = 60;

/// The first line with words, cut after a word, with “…” where something was left out.
pub(crate) fn first_line(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let Some((limit, _)) = line.grapheme_indices(true).nth(TITLE_LETTERS) else {
        return Some(line.to_owned());
    };
    let head = &line[..limit];
    // A line of one long word has nowhere better to cut than the limit itself.
    let cut = head.rfind(char::is_whitespace).unwrap_or(limit);
    Some(format!("{}…", head[..cut].trim_end()))
}

/// Which notes to list. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NoteFilter {
    /// Only notes about this child.
    pub child: Option<child::Id>,
    /// Only notes of this kind.
    pub kind: Option<Kind>,
    /// Only notes with this tag, exactly as written.
    pub tag: Option<String>,
    /// Only notes with these words; the last may be half typed. No words means all notes.
    pub text: Option<String>,
    /// At most so many; `None` is all.
    pub limit: Option<u32>,
    /// Leave out so many of the newest.
    pub offset: u32,
}

impl Record {
    /// Notes, newest first.
    pub fn notes(&self, filter: &NoteFilter) -> Result<Vec<Note>, Error> {
        store::note::list(&self.connection, filter)
    }

    /// One note, unless it is in the bin or was never kept.
    pub fn note(&self, id: Id) -> Result<Option<Note>, Error> {
        store::note::kept(&self.connection, id)
    }

    /// How many notes the filter finds, whatever its limit and offset.
    pub fn note_count(&self, filter: &NoteFilter) -> Result<u32, Error> {
        store::note::count(&self.connection, filter)
    }

    /// Every tag and how many notes have it, most used first.
    pub fn tags(&self) -> Result<Vec<(String, u32)>, Error> {
        store::note::tags(&self.connection)
    }
}
