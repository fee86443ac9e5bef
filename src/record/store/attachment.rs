//! The table of attachments.

use rusqlite::{Connection, Params, Row, named_params, params};

use super::table::Table;
use super::value::{Key, Time};
use super::{links, words};
use crate::record::attachment::{Attachment, AttachmentFilter, BelongsTo, Content, Id};
use crate::record::{Error, appointment, note};

/// Adds an attachment, or keeps its new words. Its bytes must be there.
pub(crate) fn put(connection: &Connection, attachment: &Attachment) -> Result<(), Error> {
    let (note, appointment) = columns(attachment.belongs_to);
    let _ = connection
        .prepare_cached(
            "insert into attachment
                 (id, name, title, media_type, sha256, size, added_at, note, appointment)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             on conflict (id) do update set
                 name = excluded.name, title = excluded.title, media_type = excluded.media_type,
                 sha256 = excluded.sha256, size = excluded.size, added_at = excluded.added_at,
                 note = excluded.note, appointment = excluded.appointment",
        )?
        .execute(params![
            Key(attachment.id.0),
            attachment.name,
            attachment.title,
            attachment.media_type,
            attachment.content.sha256,
            i64::try_from(attachment.content.size).map_err(Error::other)?,
            Time(attachment.added.clone()),
            note,
            appointment,
        ])?;
    links::put_children(
        connection,
        Table::Attachment,
        attachment.id.0,
        &attachment.children,
    )
}

/// The columns that say what it belongs to: a note, an appointment.
fn columns(belongs_to: Option<BelongsTo>) -> (Option<Key>, Option<Key>) {
    match belongs_to {
        Some(BelongsTo::Note(id)) => (Some(Key(id.0)), None),
        Some(BelongsTo::Appointment(id)) => (None, Some(Key(id.0))),
        None => (None, None),
    }
}

/// Attachments, last added first.
pub(crate) fn list(
    connection: &Connection,
    filter: &AttachmentFilter,
) -> Result<Vec<Attachment>, Error> {
    let (note, appointment) = columns(filter.belongs_to);
    let which = format!(
        "where deleted_at is null
         and (:child is null or exists
             (select 1 from attachment_child where owner = attachment.id and child = :child))
         and (:note is null or note = :note)
         and (:appointment is null or appointment = :appointment)
         and (:words is null or {})
         order by seq desc",
        words::IS_FOUND
    );
    let with = named_params! {
        ":child": filter.child.map(|id| Key(id.0)),
        ":note": note,
        ":appointment": appointment,
        ":words": filter.text.as_deref().and_then(words::query),
        ":number": Table::Attachment.number(),
    };
    select(connection, &which, with)
}

/// One attachment that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Attachment>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One attachment, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Attachment>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(
    connection: &Connection,
    which: &str,
    with: impl Params,
) -> Result<Vec<Attachment>, Error> {
    let sql = format!(
        "select id, name, title, media_type, sha256, size, added_at, note, appointment
         from attachment {which}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut attachments = rows.collect::<Result<Vec<Attachment>, _>>()?;
    for attachment in &mut attachments {
        attachment.children = links::children(connection, Table::Attachment, attachment.id.0)?;
    }
    Ok(attachments)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let note = row.get::<_, Option<Key>>("note")?;
    let appointment = row.get::<_, Option<Key>>("appointment")?;
    let note = note.map(|key| BelongsTo::Note(note::Id(key.0)));
    let appointment = appointment.map(|key| BelongsTo::Appointment(appointment::Id(key.0)));
    Ok(Attachment {
        id: Id(row.get::<_, Key>("id")?.0),
        name: row.get("name")?,
        title: row.get("title")?,
        media_type: row.get("media_type")?,
        content: Content {
            sha256: row.get("sha256")?,
            // The store wrote it, so it is not below nothing.
            size: u64::try_from(row.get::<_, i64>("size")?).unwrap_or_default(),
        },
        added: row.get::<_, Time>("added_at")?.0,
        belongs_to: note.or(appointment),
        children: Vec::new(),
    })
}
