//! The lists that belong to a thing: the children it is about, its tags.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::table::Table;
use super::value::Key;
use crate::record::{Error, child};

/// The children that a thing is about, in the order given.
pub(crate) fn children(
    connection: &Connection,
    table: Table,
    owner: Uuid,
) -> Result<Vec<child::Id>, Error> {
    let sql = format!(
        "select child from {}_child where owner = ?1 order by position",
        table.name()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([Key(owner)], |row| Ok(child::Id(row.get::<_, Key>(0)?.0)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts these children in place of those before.
pub(crate) fn put_children(
    connection: &Connection,
    table: Table,
    owner: Uuid,
    children: &[child::Id],
) -> Result<(), Error> {
    let name = table.name();
    let clear = format!("delete from {name}_child where owner = ?1");
    let _ = connection.prepare_cached(&clear)?.execute([Key(owner)])?;
    let add = format!("insert into {name}_child (owner, position, child) values (?1, ?2, ?3)");
    let mut add = connection.prepare_cached(&add)?;
    for (position, child) in (0_i64..).zip(children) {
        let _ = add.execute(params![Key(owner), position, Key(child.0)])?;
    }
    Ok(())
}

/// The tags of a note, in the order given.
pub(crate) fn tags(connection: &Connection, owner: Uuid) -> Result<Vec<String>, Error> {
    let sql = "select tag from note_tag where owner = ?1 order by position";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([Key(owner)], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts these tags in place of those before.
pub(crate) fn put_tags(connection: &Connection, owner: Uuid, tags: &[String]) -> Result<(), Error> {
    let clear = "delete from note_tag where owner = ?1";
    let _ = connection.prepare_cached(clear)?.execute([Key(owner)])?;
    let add = "insert into note_tag (owner, position, tag) values (?1, ?2, ?3)";
    let mut add = connection.prepare_cached(add)?;
    for (position, tag) in (0_i64..).zip(tags) {
        let _ = add.execute(params![Key(owner), position, tag])?;
    }
    Ok(())
}
