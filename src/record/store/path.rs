//! The table of paths.

use rusqlite::{Connection, Params, Row, params};
use uuid::Uuid;

use super::links;
use super::table::Table;
use super::value::{Day, Key};
use crate::record::Error;
use crate::record::path::{Id, KeptPath};

/// Adds a path, or keeps its new words.
pub(crate) fn put(connection: &Connection, path: &KeptPath) -> Result<(), Error> {
    let id = path.id.0;
    let _ = connection
        .prepare_cached(
            "insert into path (id, title, age, kept_on) values (?1, ?2, ?3, ?4)
             on conflict (id) do update set
                 title = excluded.title, age = excluded.age, kept_on = excluded.kept_on",
        )?
        .execute(params![Key(id), path.title, path.age, Day(path.kept_on)])?;
    put_worries(connection, id, &path.worries)?;
    put_answers(connection, id, &path.answers)?;
    links::put_children(connection, Table::Path, id, &path.children)
}

fn put_worries(connection: &Connection, owner: Uuid, worries: &[String]) -> Result<(), Error> {
    let clear = "delete from path_worry where owner = ?1";
    let _ = connection.prepare_cached(clear)?.execute([Key(owner)])?;
    let add = "insert into path_worry (owner, position, worry) values (?1, ?2, ?3)";
    let mut add = connection.prepare_cached(add)?;
    for (position, worry) in (0_i64..).zip(worries) {
        let _ = add.execute(params![Key(owner), position, worry])?;
    }
    Ok(())
}

fn put_answers(
    connection: &Connection,
    owner: Uuid,
    answers: &[(String, String)],
) -> Result<(), Error> {
    let clear = "delete from path_answer where owner = ?1";
    let _ = connection.prepare_cached(clear)?.execute([Key(owner)])?;
    let add = "insert into path_answer (owner, position, asked, answer) values (?1, ?2, ?3, ?4)";
    let mut add = connection.prepare_cached(add)?;
    for (position, (asked, answer)) in (0_i64..).zip(answers) {
        let _ = add.execute(params![Key(owner), position, asked, answer])?;
    }
    Ok(())
}

/// Every path that is not in the bin, the latest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<KeptPath>, Error> {
    select(
        connection,
        "where deleted_at is null order by kept_on desc, seq desc",
        [],
    )
}

/// One path that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<KeptPath>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One path, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<KeptPath>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(connection: &Connection, which: &str, with: impl Params) -> Result<Vec<KeptPath>, Error> {
    let sql = format!("select id, title, age, kept_on from path {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut paths = rows.collect::<Result<Vec<KeptPath>, _>>()?;
    for path in &mut paths {
        let id = path.id.0;
        path.children = links::children(connection, Table::Path, id)?;
        let sql = "select worry from path_worry where owner = ?1 order by position";
        let mut worries = connection.prepare_cached(sql)?;
        let worries = worries.query_map([Key(id)], |row| row.get(0))?;
        path.worries = worries.collect::<Result<_, _>>()?;
        let sql = "select asked, answer from path_answer where owner = ?1 order by position";
        let mut answers = connection.prepare_cached(sql)?;
        let answers = answers.query_map([Key(id)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        path.answers = answers.collect::<Result<_, _>>()?;
    }
    Ok(paths)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<KeptPath> {
    Ok(KeptPath {
        id: Id(row.get::<_, Key>("id")?.0),
        title: row.get("title")?,
        age: row.get("age")?,
        worries: Vec::new(),
        answers: Vec::new(),
        kept_on: row.get::<_, Day>("kept_on")?.0,
        children: Vec::new(),
    })
}
