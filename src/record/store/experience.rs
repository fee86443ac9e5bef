//! The table of experiences.

use rusqlite::{Connection, Params, Row, params};

use super::links;
use super::table::Table;
use super::value::{Day, Key, Time};
use crate::record::Error;
use crate::record::experience::{Experience, Id};

/// Adds an experience, or keeps its new words.
pub(crate) fn put(connection: &Connection, experience: &Experience) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into experience (id, promise, happened_on, text, created_at, changed_at)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (id) do update set
                 promise = excluded.promise, happened_on = excluded.happened_on,
                 text = excluded.text, created_at = excluded.created_at,
                 changed_at = excluded.changed_at",
        )?
        .execute(params![
            Key(experience.id.0),
            experience.promise,
            Day(experience.happened_on),
            experience.text,
            Time(experience.created.clone()),
            Time(experience.changed.clone()),
        ])?;
    links::put_children(
        connection,
        Table::Experience,
        experience.id.0,
        &experience.children,
    )
}

/// Every experience that is not in the bin, the newest day first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Experience>, Error> {
    select(
        connection,
        "where deleted_at is null order by happened_on desc, seq desc",
        [],
    )
}

/// One experience that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Experience>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One experience, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Experience>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(
    connection: &Connection,
    which: &str,
    with: impl Params,
) -> Result<Vec<Experience>, Error> {
    let sql = format!(
        "select id, promise, happened_on, text, created_at, changed_at from experience {which}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut experiences = rows.collect::<Result<Vec<Experience>, _>>()?;
    for experience in &mut experiences {
        experience.children = links::children(connection, Table::Experience, experience.id.0)?;
    }
    Ok(experiences)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Experience> {
    Ok(Experience {
        id: Id(row.get::<_, Key>("id")?.0),
        promise: row.get("promise")?,
        happened_on: row.get::<_, Day>("happened_on")?.0,
        text: row.get("text")?,
        created: row.get::<_, Time>("created_at")?.0,
        changed: row.get::<_, Time>("changed_at")?.0,
        children: Vec::new(),
    })
}
