//! The table of notes.

use rusqlite::{Connection, Params, Row, ToSql, named_params, params};

use super::table::Table;
use super::value::{self, Key, Time};
use super::{links, words};
use crate::directory::service;
use crate::record::Error;
use crate::record::note::{Id, Kind, Note, NoteFilter};

/// Adds a note, or keeps its new words.
pub(crate) fn put(connection: &Connection, note: &Note) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into note (id, at, at_moment, kind, text, people, service)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (id) do update set
                 at = excluded.at, at_moment = excluded.at_moment, kind = excluded.kind,
                 text = excluded.text, people = excluded.people, service = excluded.service",
        )?
        .execute(params![
            Key(note.id.0),
            Time(note.at.clone()),
            value::moment(&note.at),
            note.kind.code(),
            note.text,
            note.people,
            note.service.map(|id| Key(id.0)),
        ])?;
    links::put_children(connection, Table::Note, note.id.0, &note.children)?;
    links::put_tags(connection, note.id.0, &note.tags)
}

/// What `NoteFilter` leaves, before its limit and offset.
fn filtered() -> String {
    format!("{FILTERED} and (:words is null or {})", words::IS_FOUND)
}

/// The same without its words.
const FILTERED: &str = "where deleted_at is null
    and (:child is null or exists
        (select 1 from note_child where owner = note.id and child = :child))
    and (:kind is null or kind = :kind)
    and (:tag is null or exists (select 1 from note_tag where owner = note.id and tag = :tag))";

/// Notes, newest first.
pub(crate) fn list(connection: &Connection, filter: &NoteFilter) -> Result<Vec<Note>, Error> {
    let which = format!(
        "{} order by at_moment desc, seq desc limit :limit offset :offset",
        filtered()
    );
    // SQLite takes a negative limit for none.
    let limit = filter.limit.map_or(-1, i64::from);
    let with = Filtering::new(filter);
    let mut with = with.params();
    with.extend([
        (":limit", &limit as &dyn ToSql),
        (":offset", &filter.offset),
    ]);
    select(connection, &which, with.as_slice())
}

/// How many notes the filter finds.
pub(crate) fn count(connection: &Connection, filter: &NoteFilter) -> Result<u32, Error> {
    let sql = format!("select count(*) from note {}", filtered());
    let with = Filtering::new(filter);
    Ok(connection
        .prepare_cached(&sql)?
        .query_row(with.params().as_slice(), |row| row.get(0))?)
}

/// The values of a filter as SQLite takes them.
struct Filtering<'a> {
    child: Option<Key>,
    kind: Option<&'static str>,
    tag: &'a Option<String>,
    words: Option<String>,
    number: i64,
}

impl<'a> Filtering<'a> {
    fn new(filter: &'a NoteFilter) -> Filtering<'a> {
        Filtering {
            child: filter.child.map(|id| Key(id.0)),
            kind: filter.kind.map(Kind::code),
            tag: &filter.tag,
            words: filter.text.as_deref().and_then(words::query),
            number: Table::Note.number(),
        }
    }

    fn params(&self) -> Vec<(&'static str, &dyn ToSql)> {
        named_params! {
            ":child": self.child, ":kind": self.kind, ":tag": self.tag, ":words": self.words,
            ":number": self.number,
        }
        .to_vec()
    }
}

/// One note that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Note>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One note, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Note>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

/// Every tag of notes that are not in the bin.
pub(crate) fn tags(connection: &Connection) -> Result<Vec<(String, u32)>, Error> {
    let mut statement = connection.prepare_cached(
        "select tag, count(*) from note_tag join note on note.id = owner
         where deleted_at is null group by tag order by count(*) desc, tag",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn select(connection: &Connection, which: &str, with: impl Params) -> Result<Vec<Note>, Error> {
    let sql = format!("select id, at, kind, text, people, service from note {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut notes = rows.collect::<Result<Vec<Note>, _>>()?;
    for note in &mut notes {
        note.children = links::children(connection, Table::Note, note.id.0)?;
        note.tags = links::tags(connection, note.id.0)?;
    }
    Ok(notes)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: Id(row.get::<_, Key>("id")?.0),
        at: row.get::<_, Time>("at")?.0,
        kind: value::choice(row, "kind", Kind::from_code)?,
        text: row.get("text")?,
        people: row.get("people")?,
        tags: Vec::new(),
        children: Vec::new(),
        service: row
            .get::<_, Option<Key>>("service")?
            .map(|key| service::Id(key.0)),
    })
}
