//! The caret of a field stands still. iced's own comes and goes twice a second and draws the whole
//! window each time: nothing else in Withy moves, and a laptop on its battery pays for it.

use std::time::{Duration, Instant};

use iced::window::{Event, RedrawRequest};

/// Long before iced could have noted when its caret last moved. From a moment before that, the
/// caret is in the first half of its first blink.
const BEFORE: Duration = Duration::from_secs(60);

/// The moment that a field is told it is, for as long as it has the focus.
#[derive(Debug, Default)]
pub(super) struct Caret {
    moment: Option<Instant>,
}

impl Caret {
    /// The frame as a field with the focus is told of it: always the same moment.
    pub(super) fn steady(&mut self, now: Instant) -> Event {
        let before = || now.checked_sub(BEFORE).unwrap_or(now);
        Event::RedrawRequested(*self.moment.get_or_insert_with(before))
    }

    /// The focus has gone elsewhere.
    pub(super) fn forget(&mut self) {
        self.moment = None;
    }
}

/// What is left of a field's wish for another frame: a moment to come can only be the next blink.
pub(super) fn without_blink(wish: RedrawRequest) -> RedrawRequest {
    match wish {
        RedrawRequest::At(_) => RedrawRequest::Wait,
        RedrawRequest::NextFrame | RedrawRequest::Wait => wish,
    }
}
