//! The table of what left this computer, and the days of use.

use std::path::PathBuf;

use jiff::ZonedDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::value::{Day, Time, choice};
use crate::record::Error;
use crate::record::left::{Amount, Left, To, Unit, What};
use crate::record::reminder::{Since, Use};

const CLIPBOARD: &str = "clipboard";
const PRINTER: &str = "printer";
const FILE: &str = "file";

/// Adds a line.
pub(crate) fn add(
    connection: &Connection,
    what: What,
    to: &To,
    amount: &Amount,
    now: &ZonedDateTime,
) -> Result<(), Error> {
    let (way, path) = match to {
        To::Clipboard => (CLIPBOARD, None),
        To::Printer => (PRINTER, None),
        To::File(path) => (FILE, Some(path.to_string_lossy().into_owned())),
    };
    let parts: Vec<(&str, u32)> = amount
        .parts()
        .iter()
        .map(|(unit, number)| (unit.code(), *number))
        .collect();
    let amount = serde_json::to_string(&parts).map_err(Error::other)?;
    let _ = connection
        .prepare_cached(
            "insert into left_this_computer (at, what, way, went_to, amount, day)
             values (?1, ?2, ?3, ?4, ?5, coalesce((select day from days_of_use), 0))",
        )?
        .execute(params![Time(now.clone()), what.code(), way, path, amount])?;
    Ok(())
}

/// Every line, the newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Left>, Error> {
    let mut statement =
        connection.prepare_cached("select * from left_this_computer order by seq desc")?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest line about `what`.
pub(crate) fn newest(connection: &Connection, what: What) -> Result<Option<Left>, Error> {
    let mut statement = connection.prepare_cached(
        "select * from left_this_computer where what = ?1 order by seq desc limit 1",
    )?;
    Ok(statement.query_row([what.code()], from_row).optional()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Left> {
    let path = row.get::<_, Option<String>>("went_to")?;
    let way: String = row.get("way")?;
    let to = match (way.as_str(), path) {
        (PRINTER, _) => To::Printer,
        (FILE, Some(path)) => To::File(PathBuf::from(path)),
        _ => To::Clipboard,
    };
    let text: String = row.get("amount")?;
    let parts: Vec<(String, u32)> = serde_json::from_str(&text).unwrap_or_default();
    let amount = parts
        .iter()
        .filter_map(|(unit, number)| Some((Unit::from_code(unit)?, *number)))
        .fold(Amount::default(), |sum, (unit, number)| {
            sum.and(number, unit)
        });
    Ok(Left {
        at: row.get::<_, Time>("at")?.0,
        what: choice(row, "what", What::from_code)?,
        to,
        amount,
        day: row.get("day")?,
    })
}

/// Counts a day of use, if the date is another one than the last time.
pub(crate) fn count_day(connection: &Connection, now: &ZonedDateTime) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into days_of_use (one, began_at, day, last_date) values (1, ?1, 1, ?2)
             on conflict (one) do update set day = day + 1, last_date = excluded.last_date
             where last_date <> excluded.last_date",
        )?
        .execute(params![Time(now.clone()), Day(now.date())])?;
    Ok(())
}

/// The days of use so far, if any were counted.
pub(crate) fn use_so_far(connection: &Connection) -> Result<Option<Use>, Error> {
    let mut statement = connection
        .prepare_cached("select began_at, day, put_off_at, put_off_day from days_of_use")?;
    let so_far = statement.query_row([], |row| {
        let put_off_at = row.get::<_, Option<Time>>(2)?;
        let put_off_day = row.get::<_, Option<i64>>(3)?;
        Ok(Use {
            began: Since {
                at: row.get::<_, Time>(0)?.0,
                day: 1,
            },
            day: row.get(1)?,
            put_off: put_off_at
                .zip(put_off_day)
                .map(|(at, day)| Since { at: at.0, day }),
        })
    });
    Ok(so_far.optional()?)
}

/// Notes that the person does not want to be reminded now.
pub(crate) fn put_off(connection: &Connection, now: &ZonedDateTime) -> Result<(), Error> {
    let _ = connection
        .prepare_cached("update days_of_use set put_off_at = ?1, put_off_day = day")?
        .execute([Time(now.clone())])?;
    Ok(())
}
