//! The system's own windows for choosing files and folders. Where it has none, a path is typed.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

#[cfg(not(target_os = "linux"))]
mod native;
#[cfg(target_os = "linux")]
mod portal;

/// What is asked for; `title` stands over the system's window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One file that is there.
    File {
        /// "Choose a backup".
        title: String,
    },
    /// One or more files that are there.
    Files {
        /// "Choose letters and files".
        title: String,
    },
    /// A folder that is there.
    Folder {
        /// "Choose a folder for the copy".
        title: String,
    },
    /// Where a new file goes. The system asks before it takes the place of another.
    Save {
        /// "Save a copy".
        title: String,
        /// The name that is suggested.
        name: String,
    },
}

/// What was chosen: no path when the window was closed without choosing, one path for all but
/// [`Wanted::Files`].
pub type Answer = Result<Vec<PathBuf>, NoDialog>;

/// The system has no window for choosing files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This computer shows no window for choosing. Type where it is instead.")]
pub struct NoDialog;

/// Asks with the system's windows, or gives answers that were prepared (in tests).
#[derive(Debug, Clone, Default)]
pub struct Dialogs {
    prepared: Option<Arc<Mutex<Prepared>>>,
}

#[derive(Debug, Default)]
struct Prepared {
    answers: VecDeque<Answer>,
    asked: Vec<Wanted>,
}

impl Dialogs {
    /// Shows nothing, gives what [`Dialogs::will_answer`] prepared, and then [`NoDialog`].
    pub fn prepared() -> Self {
        Self {
            prepared: Some(Arc::default()),
        }
    }

    /// The next answer, when answers are prepared.
    pub fn will_answer(&self, answer: Answer) {
        if let Some(prepared) = &self.prepared {
            let mut prepared = prepared.lock().unwrap_or_else(PoisonError::into_inner);
            prepared.answers.push_back(answer);
        }
    }

    /// What was asked for, when answers are prepared.
    pub fn asked(&self) -> Vec<Wanted> {
        let prepared = self.prepared.as_ref();
        prepared.map_or_else(Vec::new, |prepared| {
            let prepared = prepared.lock().unwrap_or_else(PoisonError::into_inner);
            prepared.asked.clone()
        })
    }

    /// Shows the system's window; the answer comes when the person has chosen. Called on the thread of the
    /// window, because a Mac opens it nowhere else.
    pub fn ask(&self, wanted: Wanted) -> impl Future<Output = Answer> + Send + 'static + use<> {
        let prepared = self.prepared.as_ref().map(|prepared| {
            let mut prepared = prepared.lock().unwrap_or_else(PoisonError::into_inner);
            prepared.asked.push(wanted.clone());
            prepared.answers.pop_front().unwrap_or(Err(NoDialog))
        });
        let shown = prepared.is_none().then(|| show(wanted));
        async move {
            match (prepared, shown) {
                (Some(answer), _) => answer,
                (None, Some(shown)) => shown.await,
                (None, None) => Err(NoDialog),
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
use native::show;
#[cfg(target_os = "linux")]
use portal::show;
