//! Any thing exactly as it stands in its tables, read and written back without knowing what it is.
//!
//! JSON keeps every text whole, even one with a NUL in it, which SQL literals would cut.

use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::table::place;
use super::value::Key;
use crate::record::{Error, Item};

type Row = Map<String, Value>;

/// The row of a thing, and its rows in the tables that list what it is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Image {
    row: Row,
    links: Vec<(String, Row)>,
}

/// How a thing stands now; `None` if it is not there at all.
pub(crate) fn read(connection: &Connection, item: Item) -> Result<Option<Image>, Error> {
    let (table, id) = place(item);
    let sql = format!("select * from {} where id = ?1", table.name());
    let Some(row) = rows(connection, &sql, Key(id))?.pop() else {
        return Ok(None);
    };
    let mut links = Vec::new();
    for link in table.links() {
        let sql = format!("select * from {link} where owner = ?1 order by position");
        let rows = rows(connection, &sql, Key(id))?;
        links.extend(rows.into_iter().map(|row| ((*link).to_owned(), row)));
    }
    Ok(Some(Image { row, links }))
}

/// Makes several things stand as in their images, whatever they refer to among each other.
///
/// A reference to something that has left the record for good is left out.
pub(crate) fn write(
    connection: &Connection,
    images: &[(Item, Option<Image>)],
) -> Result<(), Error> {
    // Within one step a thing may be written before what it refers to.
    connection.execute_batch("pragma defer_foreign_keys = on")?;
    for (item, image) in images {
        if let Some(image) = image {
            write_row(connection, *item, image)?;
        }
    }
    for (item, image) in images {
        if let Some(image) = image {
            write_links(connection, *item, image)?;
        }
    }
    for (item, image) in images {
        if image.is_none() {
            let (table, id) = place(*item);
            let sql = format!("delete from {} where id = ?1", table.name());
            let _ = connection.prepare_cached(&sql)?.execute([Key(id)])?;
        }
    }
    let _ = connection
        .prepare_cached(
            "update question set appointment = null
             where appointment is not null and appointment not in (select id from appointment)",
        )?
        .execute([])?;
    let _ = connection
        .prepare_cached(
            "update attachment set note = null
             where note is not null and note not in (select id from note)",
        )?
        .execute([])?;
    let _ = connection
        .prepare_cached(
            "update attachment set appointment = null
             where appointment is not null and appointment not in (select id from appointment)",
        )?
        .execute([])?;
    Ok(())
}

fn write_row(connection: &Connection, item: Item, image: &Image) -> Result<(), Error> {
    let name = place(item).0.name();
    let columns = columns(connection, name, &image.row)?;
    let set: Vec<String> = columns
        .iter()
        .map(|it| format!("{it} = excluded.{it}"))
        .collect();
    let sql = format!(
        "{} on conflict (id) do update set {}",
        insert(name, &columns),
        set.join(", ")
    );
    let _ = connection
        .prepare_cached(&sql)?
        .execute(values(&columns, &image.row))?;
    Ok(())
}

fn write_links(connection: &Connection, item: Item, image: &Image) -> Result<(), Error> {
    let (table, id) = place(item);
    for link in table.links() {
        let sql = format!("delete from {link} where owner = ?1");
        let _ = connection.prepare_cached(&sql)?.execute([Key(id)])?;
    }
    for (link, row) in &image.links {
        let columns = columns(connection, link, row)?;
        if let Some(child) = row.get("child") {
            let child_is_there = "select 1 from child where id = ?1";
            if !connection
                .prepare_cached(child_is_there)?
                .exists([Bound(child)])?
            {
                continue;
            }
        }
        let sql = insert(link, &columns);
        let _ = connection
            .prepare_cached(&sql)?
            .execute(values(&columns, row))?;
    }
    Ok(())
}

/// The columns that both the table and the image have: an image may be older than the table.
fn columns(connection: &Connection, table: &str, row: &Row) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare_cached("select name from pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get::<_, String>(0))?;
    let names = names.collect::<Result<Vec<_>, _>>()?;
    Ok(names
        .into_iter()
        .filter(|name| row.contains_key(name))
        .collect())
}

fn insert(table: &str, columns: &[String]) -> String {
    let marks = vec!["?"; columns.len()].join(", ");
    format!(
        "insert into {table} ({}) values ({marks})",
        columns.join(", ")
    )
}

fn values<'a>(columns: &[String], row: &'a Row) -> impl rusqlite::Params + use<'a> {
    params_from_iter(
        columns
            .iter()
            .filter_map(|it| row.get(it))
            .map(Bound)
            .collect::<Vec<_>>(),
    )
}

fn rows(connection: &Connection, sql: &str, id: Key) -> Result<Vec<Row>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let rows = statement.query_map([id], |row| {
        let mut image = Row::new();
        for (index, name) in names.iter().enumerate() {
            let value = match row.get_ref(index)? {
                ValueRef::Integer(number) => Value::from(number),
                ValueRef::Text(text) => Value::from(std::str::from_utf8(text)?),
                // The tables are strict and have no other types.
                _ => Value::Null,
            };
            let _ = image.insert(name.clone(), value);
        }
        Ok(image)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A value of an image, back into SQLite.
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::String(text) => ToSqlOutput::Borrowed(text.as_str().into()),
            Value::Number(number) => {
                ToSqlOutput::Owned(number.as_i64().map_or(Sql::Null, Sql::Integer))
            }
            _ => ToSqlOutput::Owned(Sql::Null),
        })
    }
}
