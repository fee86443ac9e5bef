//! Work that takes longer than a frame, on a thread of its own: the window goes on answering.

use std::sync::{Arc, Mutex, PoisonError};

use futures::channel::oneshot;
use iced::Task;

use super::Message;

/// Something handed over once, in a message that can be copied.
#[derive(Debug)]
pub struct Handed<T>(Arc<Mutex<Option<T>>>);

impl<T> Clone for Handed<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Handed<T> {
    /// Ready to be taken.
    pub fn new(thing: Option<T>) -> Self {
        Self(Arc::new(Mutex::new(thing)))
    }

    /// Takes it; `None` when it was taken before, or the work never ended.
    pub fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Does `work` elsewhere; what it gives comes back in a message.
pub(super) fn away<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    done: impl Fn(Handed<T>) -> Message + Send + 'static,
) -> Task<Message> {
    let (give, take) = oneshot::channel();
    let _ = std::thread::spawn(move || {
        // Nobody waits any more when the window has closed.
        let _ = give.send(work());
    });
    Task::perform(take, move |given| done(Handed::new(given.ok())))
}
