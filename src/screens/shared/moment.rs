//! A date and a time as they are typed into two fields.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::words::{self, DateProblem, TimeProblem};

/// The words of both fields, and what is wrong with them once they were read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TypedMoment {
    /// The date, as typed.
    pub date: String,
    /// The time, as typed.
    pub time: String,
    /// Why the date could not be read.
    #[serde(skip)]
    pub date_problem: Option<DateProblem>,
    /// Why the time could not be read.
    #[serde(skip)]
    pub time_problem: Option<TimeProblem>,
}

impl TypedMoment {
    /// The words for a moment, such as `12 May 2026` and `2:30pm`.
    pub fn of(moment: &ZonedDateTime) -> Self {
        Self {
            date: words::date(moment.date()),
            time: words::time(moment.time()),
            ..Self::default()
        }
    }

    /// Types another date. What was wrong with the last one is forgotten until it is read again.
    pub fn type_date(&mut self, typed: String) {
        self.date = typed;
        self.date_problem = None;
    }

    /// Types another time.
    pub fn type_time(&mut self, typed: String) {
        self.time = typed;
        self.time_problem = None;
    }

    /// The day typed, if it is one.
    pub fn day(&self, today: Date) -> Option<Date> {
        words::parse_date(&self.date, today).ok()
    }

    /// Reads both fields; `None` when either could not be read, and then it says why. A time that
    /// the clocks skip in spring is the one an hour later, as on the clock on the wall.
    pub fn read(&mut self, today: Date, zone: &TimeZone) -> Option<ZonedDateTime> {
        let date = words::parse_date(&self.date, today);
        let time = words::parse_time(&self.time);
        self.date_problem = date.as_ref().err().cloned();
        self.time_problem = time.as_ref().err().cloned();
        let (Ok(date), Ok(time)) = (date, time) else {
            return None;
        };
        let moment = date.to_datetime(time).to_zoned_datetime(zone.clone());
        // Only a moment thousands of years away has no place in a time zone.
        moment
            .map_err(|_| self.date_problem = Some(DateProblem::Year(i64::from(date.year()))))
            .ok()
    }
}
