//! How ids, days, times and choices stand in a column.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::OffsetConflict;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use uuid::Uuid;

/// When the rules of a zone change after a time was written, an offset that is no longer possible gives way to the
/// time on the clock: an appointment at 2:30pm stays at 2:30pm.
static TIMES: DateTimeParser = DateTimeParser::new().offset_conflict(OffsetConflict::PreferOffset);

/// An id as text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key(pub(crate) Uuid);

impl ToSql for Key {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Key {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Key> {
        Uuid::try_parse(value.as_str()?)
            .map(Key)
            .map_err(FromSqlError::other)
    }
}

/// A day as ISO 8601 text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day(pub(crate) Date);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Day> {
        value
            .as_str()?
            .parse()
            .map(Day)
            .map_err(FromSqlError::other)
    }
}

/// A time as RFC 9557 text.
#[derive(Debug, Clone)]
pub(crate) struct Time(pub(crate) ZonedDateTime);

impl ToSql for Time {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Time {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Time> {
        TIMES
            .parse_zoned_datetime(value.as_str()?)
            .map(Time)
            .map_err(FromSqlError::other)
    }
}

/// The moment of a time, for sorting.
pub(crate) fn moment(time: &ZonedDateTime) -> i64 {
    time.timestamp().as_millisecond()
}

/// A choice from its code in a column.
pub(crate) fn choice<T>(
    row: &rusqlite::Row<'_>,
    column: &str,
    from_code: fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let code: String = row.get(column)?;
    from_code(&code).ok_or_else(|| {
        rusqlite::Error::InvalidColumnType(0, column.to_owned(), rusqlite::types::Type::Text)
    })
}
