//! Every row of a table in the order in which things were added, the bin included: what an export reads.

use jiff::ZonedDateTime;
use rusqlite::{Connection, OptionalExtension, Row};

use super::table::Table;
use super::value::{Key, Time};
use crate::record::draft::Draft;
use crate::record::{Error, Item};

/// One thing that is there, and when it went into the bin.
pub(crate) type There = (Item, Option<ZonedDateTime>);

/// What is in a table. Where part of it cannot be read the rest is looked for row by row, and the error says what was
/// wrong with the first that is missing.
pub(crate) fn things(connection: &Connection, table: Table) -> (Vec<There>, Option<Error>) {
    let mut all = Vec::new();
    let Err(problem) = in_order(connection, table, &mut all) else {
        let things = all.into_iter().map(|(_, thing)| thing);
        return (things.collect(), None);
    };
    let last_read = all.last().map_or(0, |(seq, _)| *seq);
    for seq in last_read + 1..=last(connection, table).unwrap_or(last_read) {
        if let Ok(Some(row)) = one(connection, table, seq) {
            all.push(row);
        }
    }
    let things = all.into_iter().map(|(_, thing)| thing);
    (things.collect(), Some(problem))
}

fn in_order(
    connection: &Connection,
    table: Table,
    all: &mut Vec<(i64, There)>,
) -> Result<(), Error> {
    // A record of an older format, opened only to be read, may not have the table.
    if !is_there(connection, table.name())? {
        return Ok(());
    }
    let sql = format!(
        "select seq, id, deleted_at from {} order by seq",
        table.name()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        all.push(read(table, row)?);
    }
    Ok(())
}

fn one(connection: &Connection, table: Table, seq: i64) -> Result<Option<(i64, There)>, Error> {
    let sql = format!(
        "select seq, id, deleted_at from {} where seq = ?1",
        table.name()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement
        .query_row([seq], |row| read(table, row))
        .optional()?)
}

fn last(connection: &Connection, table: Table) -> Result<i64, Error> {
    let sql = format!("select coalesce(max(seq), 0) from {}", table.name());
    Ok(connection.query_row(&sql, [], |row| row.get(0))?)
}

fn read(table: Table, row: &Row<'_>) -> rusqlite::Result<(i64, There)> {
    let item = table.item(row.get::<_, Key>(1)?.0);
    let deleted_at = row.get::<_, Option<Time>>(2)?;
    Ok((row.get(0)?, (item, deleted_at.map(|time| time.0))))
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

fn is_there(connection: &Connection, table: &str) -> Result<bool, Error> {
    let sql = "select 1 from sqlite_schema where type = 'table' and name = ?1";
    Ok(connection.prepare_cached(sql)?.exists([table])?)
}
