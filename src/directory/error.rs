//! What can go wrong when the directory is opened, in plain sentences.

use std::path::PathBuf;
use std::sync::Arc;

/// Why the directory could not be opened. The sentence is for the person; the source is for the log.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The file is not there, or cannot be read.
    #[error("We could not find the directory file “{}”. Check its name, or install Withy again.", .path.display())]
    Missing {
        /// The file that was asked for.
        path: PathBuf,
        /// What the system said.
        source: Arc<std::io::Error>,
    },
    /// A file is not in the form it should be.
    #[error(
        "The directory file “{file}” is damaged{place}. Install Withy again, or open another copy of the file."
    )]
    Damaged {
        /// The file, by its short name.
        file: String,
        /// Where in the file: a line or a record, ready to stand in the sentence.
        place: String,
        /// What the reader said.
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
    /// The file was made for a later version of Withy.
    #[error(
        "The directory file is in a newer form, “{version}”. Install the newest Withy to open it."
    )]
    Newer {
        /// The version written in the file.
        version: String,
    },
    /// The list could not be made ready for searching.
    #[error("The directory could not be made ready to search. Close Withy and open it again.")]
    Search {
        /// What the search index said.
        source: Arc<rusqlite::Error>,
    },
}

impl Error {
    pub(super) fn damaged(
        file: &str,
        place: impl Into<String>,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Error {
        Error::Damaged {
            file: file.to_owned(),
            place: place.into(),
            source: Arc::new(source),
        }
    }

    pub(super) fn at_line(file: &str, source: serde_json::Error) -> Error {
        let place = match source.line() {
            0 => String::new(),
            line => format!(" at line {line}"),
        };
        Error::damaged(file, place, source)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Error {
        Error::Search {
            source: Arc::new(source),
        }
    }
}
