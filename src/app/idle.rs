//! Noticing that nobody is there, so that the record is locked.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use iced::{Event, keyboard, mouse};
use jiff::ZonedDateTime;

/// How often the window looks whether somebody is there.
pub const TICK: Duration = Duration::from_secs(10);

/// Between two looks, more time than this means that the computer slept. In seconds.
const SLEPT: i64 = 90;

/// A key or the mouse was used since the last look. Static, because what listens to events holds nothing; so the
/// many moves of a mouse need no message each.
static TOUCHED: AtomicBool = AtomicBool::new(false);

/// Remembers that somebody is there.
pub(super) fn notice(event: &Event) {
    if matches!(
        event,
        Event::Keyboard(keyboard::Event::KeyPressed { .. })
            | Event::Mouse(
                mouse::Event::ButtonPressed(_)
                    | mouse::Event::CursorMoved { .. }
                    | mouse::Event::WheelScrolled { .. }
            )
            | Event::Touch(_)
            | Event::InputMethod(_)
    ) {
        TOUCHED.store(true, Ordering::Relaxed);
    }
}

/// How long nobody has been there.
#[derive(Debug, Default)]
pub struct Idle {
    ticks: u32,
    looked: Option<ZonedDateTime>,
}

impl Idle {
    /// Somebody did something.
    pub fn touch(&mut self) {
        self.ticks = 0;
    }

    /// Looks, every [`TICK`]. True when it is time to lock: nobody was there for so many minutes, or the computer
    /// has slept.
    pub fn look(&mut self, now: &ZonedDateTime, minutes: u32) -> bool {
        if TOUCHED.swap(false, Ordering::Relaxed) {
            self.ticks = 0;
        }
        self.ticks += 1;
        let second = |time: &ZonedDateTime| time.timestamp().as_second();
        let slept = self
            .looked
            .as_ref()
            .is_some_and(|looked| second(now) - second(looked) > SLEPT);
        self.looked = Some(now.clone());
        let seconds = u64::from(self.ticks) * TICK.as_secs();
        slept || seconds >= u64::from(minutes) * 60
    }
}
