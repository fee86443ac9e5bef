//! Every row of a table in the order in which things were added, the bin included: what an export reads.

use jiff::ZonedDateTime;
use rusqlite::Connection;

use super::table::Table;
use super::value::{Key, Time};
use crate::record::draft::Draft;
use crate::record::{Error, Item};

/// What is in a table, and when it went into the bin.
pub(crate) fn things(
    connection: &Connection,
    table: Table,
) -> Result<Vec<(Item, Option<ZonedDateTime>)>, Error> {
    let sql = format!("select id, deleted_at from {} order by seq", table.name());
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        let item = table.item(row.get::<_, Key>(0)?.0);
        let deleted_at = row.get::<_, Option<Time>>(1)?;
        Ok((item, deleted_at.map(|time| time.0)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was being typed, by key.
pub(crate) fn drafts(connection: &Connection) -> Result<Vec<(String, Draft)>, Error> {
    let mut statement =
        connection.prepare_cached("select key, words, kept_at from draft order by key")?;
    let rows = statement.query_map([], |row| {
        let draft = Draft {
            words: row.get(1)?,
            kept_at: row.get::<_, Time>(2)?.0,
        };
        Ok((row.get(0)?, draft))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
