//! The one place that asks what time it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The time in England, whatever zone the computer is set to: an appointment at 2:30pm in Taunton
/// is at 2:30pm in Taunton.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: TimeZone,
    fixed: Option<Timestamp>,
}

impl Clock {
    /// The computer's clock.
    pub fn of_this_computer() -> Self {
        Self {
            zone: TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC),
            fixed: None,
        }
    }

    /// A clock that stands still, for tests and pictures.
    pub fn standing_at(moment: &ZonedDateTime) -> Self {
        Self {
            zone: moment.time_zone().clone(),
            fixed: Some(moment.timestamp()),
        }
    }

    /// Now, in England.
    pub fn now(&self) -> ZonedDateTime {
        self.fixed
            .unwrap_or_else(Timestamp::now)
            .to_zoned_datetime(self.zone.clone())
    }

    /// The day it is in England.
    pub fn today(&self) -> Date {
        self.now().date()
    }

    /// The zone that times are kept in.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

/// When the program began, for `--timings` only.
static BEGAN: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();

/// Measures from the first line of `main`.
#[derive(Debug)]
pub struct Stopwatch;

impl Stopwatch {
    /// Starts; only the first call counts.
    pub fn begin() {
        let _ = BEGAN.set(std::time::Instant::now());
    }

    /// How long ago that was, if it ever began.
    pub fn since_start() -> Option<std::time::Duration> {
        BEGAN.get().map(std::time::Instant::elapsed)
    }
}

/// Does `work`, and says how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, std::time::Duration) {
    let began = std::time::Instant::now();
    let done = work();
    (done, began.elapsed())
}
