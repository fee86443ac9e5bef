//! Where Withy keeps its files.

use std::path::{Path, PathBuf};

/// The folders and files of one person on one computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
}

impl Folders {
    /// The folder that this system gives applications for their data, or `chosen` from
    /// `--data-dir`. `None` when the system names no home folder and none was chosen.
    pub fn find(chosen: Option<&Path>) -> Option<Self> {
        match chosen {
            Some(path) => Some(Self::at(path)),
            None => directories::ProjectDirs::from("", "", "Withy")
                .map(|folders| Self::at(folders.data_local_dir())),
        }
    }

    /// Everything under `data`.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into() }
    }

    /// The folder that holds everything.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The family's record.
    pub fn record(&self) -> PathBuf {
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

    /// Copies of pages, which are deleted when Withy closes.
    pub fn copies(&self) -> PathBuf {
        self.data.join("copies")
    }

    /// The file whose lock says that a window is open.
    pub fn lock(&self) -> PathBuf {
        self.data.join("withy.lock")
    }
}
