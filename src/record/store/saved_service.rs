//! The table of saved services.

use rusqlite::{Connection, Params, Row, params};

use super::links;
use super::table::Table;
use super::value::{self, Day, Key};
use crate::directory::service;
use crate::record::Error;
use crate::record::saved_service::{Id, SavedService, Status};

/// Adds a saved service, or keeps its new words.
pub(crate) fn put(connection: &Connection, saved: &SavedService) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into saved_service (id, service, name, phone, note, status, saved_on)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (id) do update set
                 service = excluded.service, name = excluded.name, phone = excluded.phone,
                 note = excluded.note, status = excluded.status, saved_on = excluded.saved_on",
        )?
        .execute(params![
            Key(saved.id.0),
            Key(saved.service.0),
            saved.name,
            saved.phone,
            saved.note,
            saved.status.code(),
            Day(saved.saved_on),
        ])?;
    links::put_children(connection, Table::SavedService, saved.id.0, &saved.children)
}

/// Every saved service that is not in the bin, newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<SavedService>, Error> {
    select(
        connection,
        "where deleted_at is null order by saved_on desc, seq desc",
        [],
    )
}

/// The newest saving of a service of the directory.
pub(crate) fn of(
    connection: &Connection,
    service: service::Id,
) -> Result<Option<SavedService>, Error> {
    let which = "where service = ?1 and deleted_at is null
        order by saved_on desc, seq desc limit 1";
    Ok(select(connection, which, [Key(service.0)])?.pop())
}

/// One saved service that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<SavedService>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One saved service, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<SavedService>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(
    connection: &Connection,
    which: &str,
    with: impl Params,
) -> Result<Vec<SavedService>, Error> {
    let sql = format!(
        "select id, service, name, phone, note, status, saved_on from saved_service {which}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut all = rows.collect::<Result<Vec<SavedService>, _>>()?;
    for saved in &mut all {
        saved.children = links::children(connection, Table::SavedService, saved.id.0)?;
    }
    Ok(all)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SavedService> {
    Ok(SavedService {
        id: Id(row.get::<_, Key>("id")?.0),
        service: service::Id(row.get::<_, Key>("service")?.0),
        name: row.get("name")?,
        phone: row.get("phone")?,
        note: row.get("note")?,
        status: value::choice(row, "status", Status::from_code)?,
        children: Vec::new(),
        saved_on: row.get::<_, Day>("saved_on")?.0,
    })
}
