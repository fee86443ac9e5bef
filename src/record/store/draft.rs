//! The table of drafts.

use jiff::ZonedDateTime;
use rusqlite::{Connection, OptionalExtension, params};

use super::value::Time;
use crate::record::Error;
use crate::record::draft::Draft;

/// Keeps words under a key.
pub(crate) fn keep(
    connection: &Connection,
    key: &str,
    words: &str,
    now: &ZonedDateTime,
) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into draft (key, words, kept_at) values (?1, ?2, ?3)
             on conflict (key) do update set words = excluded.words, kept_at = excluded.kept_at",
        )?
        .execute(params![key, words, Time(now.clone())])?;
    Ok(())
}

/// The words under a key.
pub(crate) fn read(connection: &Connection, key: &str) -> Result<Option<Draft>, Error> {
    let mut statement =
        connection.prepare_cached("select words, kept_at from draft where key = ?1")?;
    let draft = statement.query_row([key], |row| {
        Ok(Draft {
            words: row.get(0)?,
            kept_at: row.get::<_, Time>(1)?.0,
        })
    });
    Ok(draft.optional()?)
}

/// Removes the words under a key.
pub(crate) fn remove(connection: &Connection, key: &str) -> Result<(), Error> {
    let _ = connection
        .prepare_cached("delete from draft where key = ?1")?
        .execute([key])?;
    Ok(())
}
