//! Where Withy keeps its files.

use std::path::{Path, PathBuf};

/// The folders and files of one person on one computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
    documents: PathBuf,
}

impl Folders {
    /// The folder that this system gives applications for their data, or `chosen` from
    /// `--data-dir`. `None` when the system names no home folder and none was chosen.
    pub fn find(chosen: Option<&Path>) -> Option<Self> {
        let mut found = match chosen {
            Some(path) => Self::at(path),
            None => directories::ProjectDirs::from("", "", "Withy")
                .map(|folders| Self::at(folders.data_local_dir()))?,
        };
        if let Some(person) = directories::UserDirs::new() {
            let documents = person.document_dir().unwrap_or(person.home_dir());
            found.documents = documents.to_owned();
        }
        Some(found)
    }

    /// Everything under `data`.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        let data = data.into();
        Self {
            documents: data.clone(),
            data,
        }
    }

    /// The folder that holds everything.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Where the person keeps letters: for files that they asked for.
    pub fn documents(&self) -> &Path {
        &self.documents
    }

    /// Where test versions kept a record, before records were locked.
    pub fn unlocked_record(&self) -> PathBuf {
        self.data.join("record.sqlite")
    }

    /// The record of the sample family, never the real one.
    pub fn sample_record(&self) -> PathBuf {
        self.data.join("sample-family.sqlite")
    }

    /// Text size, theme and window size.
    pub fn settings(&self) -> PathBuf {
        self.data.join("settings.json")
    }

    /// The file whose lock says that a window is open.
    pub fn lock(&self) -> PathBuf {
        self.data.join("withy.lock")
    }
}
