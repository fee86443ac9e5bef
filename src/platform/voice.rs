//! Reading aloud with the voice of this computer: Speech Dispatcher on Linux, `say` on a Mac, the
//! system's speech on Windows. A voice says one sentence at a time and never keeps the window waiting.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

#[cfg(target_os = "macos")]
mod program;
#[cfg(target_os = "linux")]
mod ssip;
#[cfg(target_os = "windows")]
mod winrt;

/// How fast it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speed {
    /// About two thirds of the usual speed.
    Slow,
    /// As the voice speaks by itself.
    #[default]
    Usual,
    /// About half as fast again.
    Fast,
    /// About twice the usual speed.
    VeryFast,
}

impl Speed {
    /// All of them, slowest first.
    pub const ALL: [Self; 4] = [Self::Slow, Self::Usual, Self::Fast, Self::VeryFast];

    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::Slow => "Slow",
            Self::Usual => "Usual",
            Self::Fast => "Fast",
            Self::VeryFast => "Very fast",
        }
    }

    /// One step faster or slower, staying within the four.
    pub fn stepped(self, faster: bool) -> Self {
        let at = Self::ALL.iter().position(|speed| *speed == self);
        let at = at.unwrap_or(1);
        let next = if faster { at + 1 } else { at.saturating_sub(1) };
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

/// Why nothing is heard, as a sentence for the person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no voice.
    #[error("{NO_VOICE}")]
    NoVoice,
    /// It stopped in the middle.
    #[error("The voice of this computer stopped. Try “Read this page aloud” again.")]
    Stopped,
}

const NO_VOICE: &str = if cfg!(target_os = "linux") {
    "No voice is installed on this computer. Install Speech Dispatcher and a voice such as eSpeak NG, then try again."
} else {
    "No voice is installed on this computer. Look for speech in its settings, then try again."
};

/// What a voice is doing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// It has said what it was given.
    #[default]
    Silent,
    /// It speaks, or will in a moment.
    Speaking,
    /// It could not.
    Failed(Error),
}

/// A voice. None of these waits.
pub trait Voice: Send {
    /// Starts to say one sentence, instead of what it was saying.
    fn say(&mut self, sentence: &str, speed: Speed);
    /// Falls silent.
    fn hush(&mut self);
    /// What it is doing now.
    fn state(&mut self) -> State;
}

/// The voice that the window reads with; clones share it.
#[derive(Clone)]
pub struct Speaker {
    voice: Arc<Mutex<Box<dyn Voice>>>,
    written_down: Option<Scribe>,
}

impl std::fmt::Debug for Speaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Speaker").finish_non_exhaustive()
    }
}

impl Default for Speaker {
    /// The computer's own voice. Nothing is started before the first sentence.
    fn default() -> Self {
        #[cfg(target_os = "linux")]
        return Self::new(ssip::SpeechDispatcher::default());
        #[cfg(target_os = "macos")]
        return Self::new(program::Program::default());
        #[cfg(target_os = "windows")]
        return Self::new(winrt::WindowsVoice::default());
        #[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
        return Self::new(Nobody);
    }
}

impl Speaker {
    /// Any voice, such as one that only writes down.
    pub fn new(voice: impl Voice + 'static) -> Self {
        Self {
            voice: Arc::new(Mutex::new(Box::new(voice))),
            written_down: None,
        }
    }

    /// Says nothing, remembers everything, for tests: each sentence lasts until
    /// [`Speaker::finish`].
    pub fn that_writes_down() -> Self {
        let scribe = Scribe::default();
        Self {
            written_down: Some(scribe.clone()),
            ..Self::new(scribe)
        }
    }

    /// What was said, and how fast, when only writing down.
    pub fn written_down(&self) -> Vec<(String, Speed)> {
        let scribe = self.written_down.as_ref();
        scribe.map_or_else(Vec::new, |scribe| scribe.notes().said.clone())
    }

    /// Puts the voice that only writes down into this state, as when a sentence has come to its end.
    pub fn finish(&self, state: State) {
        if let Some(scribe) = &self.written_down {
            scribe.notes().state = state;
        }
    }

    /// See [`Voice::say`].
    pub fn say(&self, sentence: &str, speed: Speed) {
        self.with(|voice| voice.say(sentence, speed));
    }

    /// See [`Voice::hush`].
    pub fn hush(&self) {
        self.with(|voice| voice.hush());
    }

    /// See [`Voice::state`].
    pub fn state(&self) -> State {
        self.with(|voice| voice.state())
    }

    fn with<T>(&self, act: impl FnOnce(&mut dyn Voice) -> T) -> T {
        let mut voice = self.voice.lock().unwrap_or_else(PoisonError::into_inner);
        act(voice.as_mut())
    }
}

#[derive(Clone, Default)]
struct Scribe(Arc<Mutex<Notes>>);

#[derive(Default)]
struct Notes {
    said: Vec<(String, Speed)>,
    state: State,
}

impl Scribe {
    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Voice for Scribe {
    fn say(&mut self, sentence: &str, speed: Speed) {
        let mut notes = self.notes();
        notes.said.push((sentence.to_owned(), speed));
        notes.state = State::Speaking;
    }

    fn hush(&mut self) {
        self.notes().state = State::Silent;
    }

    fn state(&mut self) -> State {
        self.notes().state.clone()
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
struct Nobody;

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
impl Voice for Nobody {
    fn say(&mut self, _sentence: &str, _speed: Speed) {}
    fn hush(&mut self) {}
    fn state(&mut self) -> State {
        State::Failed(Error::NoVoice)
    }
}
