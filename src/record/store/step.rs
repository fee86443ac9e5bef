//! The table of steps.

use rusqlite::{Connection, Params, Row, params};

use super::links;
use super::table::Table;
use super::value::{Day, Key};
use crate::directory::service;
use crate::record::Error;
use crate::record::step::{Id, Step};

/// Adds a step, or keeps its new words.
pub(crate) fn put(connection: &Connection, step: &Step) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into step (id, text, service, due, done_on) values (?1, ?2, ?3, ?4, ?5)
             on conflict (id) do update set
                 text = excluded.text, service = excluded.service, due = excluded.due,
                 done_on = excluded.done_on",
        )?
        .execute(params![
            Key(step.id.0),
            step.text,
            step.service.map(|id| Key(id.0)),
            step.due.map(Day),
            step.done_on.map(Day),
        ])?;
    links::put_children(connection, Table::Step, step.id.0, &step.children)
}

/// Every step that is not in the bin: to do by due day, then done, newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Step>, Error> {
    select(
        connection,
        "where deleted_at is null
         order by done_on is not null, done_on desc, due is null, due, seq",
        [],
    )
}

/// One step that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Step>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One step, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Step>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(connection: &Connection, which: &str, with: impl Params) -> Result<Vec<Step>, Error> {
    let sql = format!("select id, text, service, due, done_on from step {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut steps = rows.collect::<Result<Vec<Step>, _>>()?;
    for step in &mut steps {
        step.children = links::children(connection, Table::Step, step.id.0)?;
    }
    Ok(steps)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        id: Id(row.get::<_, Key>("id")?.0),
        text: row.get("text")?,
        service: row
            .get::<_, Option<Key>>("service")?
            .map(|key| service::Id(key.0)),
        due: row.get::<_, Option<Day>>("due")?.map(|day| day.0),
        done_on: row.get::<_, Option<Day>>("done_on")?.map(|day| day.0),
        children: Vec::new(),
    })
}
