//! Where Withy keeps its files.

use std::path::{Path, PathBuf};

/// The folders and files of one person on one computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
    documents: PathBuf,
    /// Where this system shows sticks and other drives that come and go.
    drives: Vec<PathBuf>,
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
        found.drives = drives();
        Some(found)
    }

    /// Everything under `data`.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        let data = data.into();
        Self {
            documents: data.clone(),
            drives: vec![],
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

    /// The USB sticks and other drives that are in now.
    pub fn sticks(&self) -> Vec<PathBuf> {
        let entries = self
            .drives
            .iter()
            .filter_map(|place| std::fs::read_dir(place).ok());
        let mut sticks: Vec<PathBuf> = entries
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_dir() && !path.is_symlink())
            .collect();
        sticks.sort();
        sticks
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

    /// Copies of pages, which are deleted when Withy closes.
    pub fn copies(&self) -> PathBuf {
        self.data.join("copies")
    }

    /// The file whose lock says that a window is open.
    pub fn lock(&self) -> PathBuf {
        self.data.join("withy.lock")
    }
}

/// Windows gives drives a letter and no folder; there the path is typed.
fn drives() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        return vec![PathBuf::from("/Volumes")];
    }
    let Some(person) = std::env::var_os("USER").filter(|_| cfg!(target_os = "linux")) else {
        return vec![];
    };
    ["/media", "/run/media"]
        .map(|place| PathBuf::from(place).join(&person))
        .into()
}
