//! The table of children.

use rusqlite::{Connection, Params, Row, params};

use super::value::{self, Day, Key};
use crate::record::Error;
use crate::record::child::{Child, Colour, Id};

/// Adds a child, or keeps its new words.
pub(crate) fn put(connection: &Connection, child: &Child) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into child (id, name, colour, date_of_birth) values (?1, ?2, ?3, ?4)
             on conflict (id) do update set
                 name = excluded.name, colour = excluded.colour, date_of_birth = excluded.date_of_birth",
        )?
        .execute(params![
            Key(child.id.0),
            child.name,
            child.colour.code(),
            child.date_of_birth.map(Day),
        ])?;
    Ok(())
}

/// Every child that is not in the bin.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Child>, Error> {
    select(connection, "where deleted_at is null order by seq", [])
}

/// One child that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Child>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One child, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Child>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(connection: &Connection, which: &str, with: impl Params) -> Result<Vec<Child>, Error> {
    let sql = format!("select id, name, colour, date_of_birth from child {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Child> {
    Ok(Child {
        id: Id(row.get::<_, Key>("id")?.0),
        name: row.get("name")?,
        colour: value::choice(row, "colour", Colour::from_code)?,
        date_of_birth: row.get::<_, Option<Day>>("date_of_birth")?.map(|day| day.0),
    })
}
