//! Opens a web page, an e-mail or a call in the system's own program, only when asked to.

use std::sync::{Arc, Mutex, PoisonError};

/// Something outside Withy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A web page: an `http` or `https` address.
    Website(String),
    /// An e-mail address.
    Email(String),
    /// A phone number as it is shown.
    Phone(String),
    /// A file or folder on this computer.
    Folder(String),
}

impl Link {
    /// What the system is asked to open: `https:`, `mailto:` (RFC 6068) or `tel:` (RFC 3966).
    /// `None` when the address is not one of these, so that nothing else can be started.
    pub fn address(&self) -> Option<String> {
        match self {
            Self::Website(url) => (url.starts_with("https://") || url.starts_with("http://"))
                .then(|| url.clone())
                .filter(|url| !url.contains(char::is_whitespace)),
            Self::Email(email) => email
                .contains('@')
                .then(|| format!("mailto:{email}"))
                .filter(|email| !email.contains(char::is_whitespace)),
            Self::Phone(number) => {
                let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                (!digits.is_empty()).then(|| format!("tel:{digits}"))
            }
            Self::Folder(path) => Some(path.clone()),
        }
    }
}

/// Opens links with the system, or only writes them down (in tests).
#[derive(Debug, Clone, Default)]
pub struct Opener {
    written_down: Option<Arc<Mutex<Vec<Link>>>>,
}

/// The system would not open it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("This computer could not open {0}. You can copy it instead.")]
pub struct CouldNotOpen(String);

impl Opener {
    /// Opens nothing, remembers everything.
    pub fn that_writes_down() -> Self {
        Self {
            written_down: Some(Arc::default()),
        }
    }

    /// What was asked for, when only writing down.
    pub fn written_down(&self) -> Vec<Link> {
        self.written_down
            .as_ref()
            .map(|list| list.lock().unwrap_or_else(PoisonError::into_inner).clone())
            .unwrap_or_default()
    }

    /// Asks the system to open `link`, without waiting for it.
    ///
    /// # Errors
    /// When the address is not one that may be opened, or no program takes it.
    pub fn open(&self, link: &Link) -> Result<(), CouldNotOpen> {
        let what = match link {
            Link::Website(text) | Link::Email(text) | Link::Phone(text) | Link::Folder(text) => {
                text
            }
        };
        let address = link.address().ok_or_else(|| CouldNotOpen(what.clone()))?;
        match &self.written_down {
            Some(list) => {
                list.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(link.clone());
                Ok(())
            }
            None => open::that_detached(address).map_err(|_| CouldNotOpen(what.clone())),
        }
    }
}
