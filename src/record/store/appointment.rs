//! The table of appointments.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use rusqlite::{Connection, Params, Row, params};

use super::links;
use super::table::Table;
use super::value::{self, Day, Key, Time};
use crate::directory::service;
use crate::record::Error;
use crate::record::appointment::{Appointment, Id};

/// Adds an appointment, or keeps its new words.
pub(crate) fn put(connection: &Connection, appointment: &Appointment) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into appointment
                 (id, starts, starts_moment, minutes, with_whom, service, place, why, bring, said)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             on conflict (id) do update set
                 starts = excluded.starts, starts_moment = excluded.starts_moment,
                 minutes = excluded.minutes, with_whom = excluded.with_whom,
                 service = excluded.service, place = excluded.place, why = excluded.why,
                 bring = excluded.bring, said = excluded.said",
        )?
        .execute(params![
            Key(appointment.id.0),
            Time(appointment.starts.clone()),
            value::moment(&appointment.starts),
            appointment.minutes,
            appointment.with_whom,
            appointment.service.map(|id| Key(id.0)),
            appointment.place,
            appointment.why,
            appointment.bring,
            appointment.said,
        ])?;
    links::put_children(
        connection,
        Table::Appointment,
        appointment.id.0,
        &appointment.children,
    )
}

/// Appointments on these days, by the day on the clock where they are.
pub(crate) fn between(
    connection: &Connection,
    from: Date,
    to: Date,
) -> Result<Vec<Appointment>, Error> {
    select(
        connection,
        "where deleted_at is null and substr(starts, 1, 10) between ?1 and ?2
         order by starts_moment, seq",
        params![Day(from), Day(to)],
    )
}

/// Appointments that are not over, soonest first.
pub(crate) fn after(
    connection: &Connection,
    now: &ZonedDateTime,
    limit: u32,
) -> Result<Vec<Appointment>, Error> {
    select(
        connection,
        "where deleted_at is null and starts_moment + coalesce(minutes, 0) * 60000 > ?1
         order by starts_moment, seq limit ?2",
        params![value::moment(now), limit],
    )
}

/// Appointments that are over, newest first.
pub(crate) fn before(
    connection: &Connection,
    now: &ZonedDateTime,
    limit: u32,
) -> Result<Vec<Appointment>, Error> {
    select(
        connection,
        "where deleted_at is null and starts_moment + coalesce(minutes, 0) * 60000 <= ?1
         order by starts_moment desc, seq desc limit ?2",
        params![value::moment(now), limit],
    )
}

/// One appointment that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Appointment>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One appointment, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Appointment>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(
    connection: &Connection,
    which: &str,
    with: impl Params,
) -> Result<Vec<Appointment>, Error> {
    let sql = format!(
        "select id, starts, minutes, with_whom, service, place, why, bring, said
         from appointment {which}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut appointments = rows.collect::<Result<Vec<Appointment>, _>>()?;
    for appointment in &mut appointments {
        appointment.children = links::children(connection, Table::Appointment, appointment.id.0)?;
    }
    Ok(appointments)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Appointment> {
    Ok(Appointment {
        id: Id(row.get::<_, Key>("id")?.0),
        starts: row.get::<_, Time>("starts")?.0,
        minutes: row.get("minutes")?,
        with_whom: row.get("with_whom")?,
        service: row
            .get::<_, Option<Key>>("service")?
            .map(|key| service::Id(key.0)),
        place: row.get("place")?,
        why: row.get("why")?,
        bring: row.get("bring")?,
        said: row.get("said")?,
        children: Vec::new(),
    })
}
