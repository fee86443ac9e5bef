//! Reading what can be read of a damaged file, row by row, into a new record. SQLCipher gives a page only when its MAC is
//! right, so what is read is as it was written; a page that is not is passed over. It works on a copy: SQLite may write
//! to the file that it reads here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::open::connect_to_salvage;
use super::table::Table;
use super::value::Key as IdText;
use super::words;
use crate::record::{Error, Key};

/// Beyond the last row that is known, this many numbers are tried: as many rows as a page or two could hold.
const BEYOND: i64 = 200;

/// Tables that are made anew, or whose rows mean nothing without the others.
const LEFT_OUT: [&str; 4] = ["found", "undo_", "sqlite_", "days_of_use"];

/// Copies everything that can be read from the damaged file into the new record, and counts the rows that are known to
/// be there and could not be read.
///
/// # Errors
/// When not even the list of tables can be read, or the new record cannot be written.
pub(crate) fn salvage(damaged: &Path, key: &Key, into: &mut Connection) -> Result<u32, Error> {
    let mut source = Source {
        path: damaged.to_owned(),
        key: key.clone(),
        open: None,
    };
    let there = source.tables()?;
    let _ = into.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    let transaction = into.transaction()?;
    let mut lost = 0;
    let shapes = shapes(&transaction)?;
    // Rows with a number first: what hangs on them is looked for by their ids.
    for shape in shapes.iter().filter(|shape| !shape.by_key) {
        if there.contains(&shape.table) {
            lost += rows(&mut source, &transaction, shape)?;
        }
    }
    let ids = ids(&transaction, &shapes)?;
    for shape in shapes.iter().filter(|shape| shape.by_key) {
        if there.contains(&shape.table) {
            keyed_rows(&mut source, &transaction, shape, &ids)?;
        }
    }
    if shapes.iter().any(|shape| shape.table == "content_piece") {
        lost += let_go_of_broken_files(&transaction)?;
    }
    cut_loose_ends(&transaction)?;
    index_words(&transaction)?;
    transaction.commit()?;
    let _ = into.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    Ok(lost)
}

/// A table of the new record, and how to read it.
struct Shape {
    table: String,
    columns: Vec<String>,
    /// Its rows have no number and stand in the order of their key, which begins with the first column.
    by_key: bool,
}

impl Shape {
    fn list(&self) -> String {
        let quoted: Vec<String> = self
            .columns
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect();
        quoted.join(", ")
    }
}

/// The tables of the new record.
fn shapes(into: &Connection) -> Result<Vec<Shape>, Error> {
    let mut list = into.prepare(
        "select name, wr from pragma_table_list where schema = 'main' and type = 'table' order by name",
    )?;
    let tables = list.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut shapes = vec![];
    for found in tables {
        let (table, by_key): (String, bool) = found?;
        if LEFT_OUT.iter().any(|name| table.starts_with(name)) {
            continue;
        }
        let mut columns = into.prepare("select name from pragma_table_info(?1) order by cid")?;
        let columns = columns
            .query_map([&table], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        shapes.push(Shape {
            table,
            columns,
            by_key,
        });
    }
    Ok(shapes)
}

/// The damaged file. After a page that cannot be read SQLCipher refuses every other one too, so then it is opened again.
struct Source {
    path: PathBuf,
    key: Key,
    open: Option<Connection>,
}

impl Source {
    fn connection(&mut self) -> Result<&Connection, Error> {
        let connection = match self.open.take() {
            Some(connection) => connection,
            None => connect_to_salvage(&self.path, &self.key)?,
        };
        Ok(self.open.insert(connection))
    }

    fn tables(&mut self) -> Result<BTreeSet<String>, Error> {
        let connection = self.connection()?;
        let mut list = connection.prepare("select name from sqlite_schema where type = 'table'")?;
        let names = list.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Gives each row to `take` until there is no other or one cannot be read; says whether all were read.
    fn each(
        &mut self,
        sql: &str,
        by: &[Value],
        take: &mut dyn FnMut(Vec<Value>) -> Result<(), Error>,
    ) -> Result<bool, Error> {
        let all = read_each(self.connection()?, sql, by, take)?;
        if !all {
            self.open = None;
        }
        Ok(all)
    }
}

fn read_each(
    connection: &Connection,
    sql: &str,
    by: &[Value],
    take: &mut dyn FnMut(Vec<Value>) -> Result<(), Error>,
) -> Result<bool, Error> {
    let Ok(mut statement) = connection.prepare_cached(sql) else {
        return Ok(false);
    };
    let width = statement.column_count();
    let Ok(mut rows) = statement.query(params_from_iter(by)) else {
        return Ok(false);
    };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let values = (0..width).map(|at| row.get(at)).collect::<Result<_, _>>();
                match values {
                    Ok(values) => take(values)?,
                    Err(_) => return Ok(false),
                }
            }
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        }
    }
}

/// The columns that both have.
fn shared(source: &mut Source, shape: &Shape) -> Result<Shape, Error> {
    let mut there = BTreeSet::new();
    let table = Value::from(shape.table.clone());
    let sql = "select name from pragma_table_info(?1)";
    let _ = source.each(sql, &[table], &mut |row| {
        if let Some(Value::Text(name)) = row.into_iter().next() {
            let _ = there.insert(name);
        }
        Ok(())
    })?;
    let columns = shape.columns.iter().filter(|name| there.contains(*name));
    Ok(Shape {
        table: shape.table.clone(),
        columns: columns.cloned().collect(),
        by_key: shape.by_key,
    })
}

fn insert(into: &Connection, shape: &Shape, row: Vec<Value>) -> Result<(), Error> {
    let marks = vec!["?"; shape.columns.len()].join(", ");
    let sql = format!(
        "insert or ignore into \"{}\" ({}) values ({marks})",
        shape.table,
        shape.list()
    );
    let _ = into.prepare_cached(&sql)?.execute(params_from_iter(row))?;
    Ok(())
}

/// The rows of a table whose rows have numbers. Gives how many are known to be there and could not be read.
fn rows(source: &mut Source, into: &Connection, shape: &Shape) -> Result<u32, Error> {
    let shape = shared(source, shape)?;
    let (table, columns) = (&shape.table, shape.list());
    let mut copy = |row| insert(into, &shape, row);
    let sql = format!("select {columns} from \"{table}\"");
    if source.each(&sql, &[], &mut copy)? {
        return Ok(0);
    }
    // From both ends, and by an index where there is one: whichever way still knows that a row is there.
    let mut known = BTreeSet::new();
    let mut complete = false;
    for way in [
        "order by rowid",
        "order by rowid desc",
        "order by id",
        "order by id desc",
    ] {
        let sql = format!("select rowid from \"{table}\" {way}");
        complete |= source.each(&sql, &[], &mut |row| {
            if let Some(Value::Integer(number)) = row.first() {
                let _ = known.insert(*number);
            }
            Ok(())
        })?;
    }
    let last = known.last().copied().unwrap_or(0);
    let tried: Vec<i64> = if complete {
        known.iter().copied().collect()
    } else {
        (1..=last.saturating_add(BEYOND)).collect()
    };
    let sql = format!("select {columns} from \"{table}\" where rowid = ?1");
    let mut lost = 0;
    for number in tried {
        let read = source.each(&sql, &[Value::Integer(number)], &mut copy)?;
        if !read && known.contains(&number) {
            lost += 1;
        }
    }
    Ok(lost)
}

/// The ids of everything that was read.
fn ids(into: &Connection, shapes: &[Shape]) -> Result<Vec<String>, Error> {
    let mut all = vec![];
    let with_id = |shape: &&Shape| !shape.by_key && shape.columns.iter().any(|name| name == "id");
    for shape in shapes.iter().filter(with_id) {
        let mut list = into.prepare(&format!("select id from \"{}\"", shape.table))?;
        let ids = list.query_map([], |row| row.get(0))?;
        for id in ids {
            all.push(id?);
        }
    }
    Ok(all)
}

/// The rows of a table that stands in the order of its key: from both ends, then what belongs to each thing.
fn keyed_rows(
    source: &mut Source,
    into: &Connection,
    shape: &Shape,
    ids: &[String],
) -> Result<(), Error> {
    let shape = shared(source, shape)?;
    let Some(first) = shape.columns.first() else {
        return Ok(());
    };
    let (table, columns) = (&shape.table, shape.list());
    let mut copy = |row| insert(into, &shape, row);
    for way in ["", "desc"] {
        let sql = format!("select {columns} from \"{table}\" order by \"{first}\" {way}");
        if source.each(&sql, &[], &mut copy)? {
            return Ok(());
        }
    }
    let sql = format!("select {columns} from \"{table}\" where \"{first}\" = ?1");
    for id in ids {
        let _ = source.each(&sql, &[Value::from(id.clone())], &mut copy)?;
    }
    Ok(())
}

/// A kept file of which a piece could not be read is no file. Gives how many there were.
fn let_go_of_broken_files(into: &Connection) -> Result<u32, Error> {
    let gone = into.execute(
        "delete from content as whole
         where whole.sha256 is null or whole.size is not
             (select coalesce(sum(length(piece.bytes)), 0) from content_piece as piece
              where piece.content = whole.seq)",
        [],
    )?;
    Ok(u32::try_from(gone).unwrap_or(u32::MAX))
}

/// Lets go of what refers to something that could not be read: a link goes, a reference that may be empty is emptied.
fn cut_loose_ends(into: &Connection) -> Result<(), Error> {
    let mut list = into.prepare(
        "select m.name, f.\"from\", f.\"table\", f.\"to\", t.\"notnull\"
         from pragma_table_list m
         join pragma_foreign_key_list(m.name) f
         join pragma_table_info(m.name) t on t.name = f.\"from\"
         where m.schema = 'main' and m.type = 'table'",
    )?;
    let references = list.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, String>(3)?,
            row.get::<_, bool>(4)?,
        ))
    })?;
    let references: Vec<_> = references.collect::<Result<_, _>>()?;
    // What went may have been referred to itself.
    for _ in 0..references.len() {
        let mut cut = 0;
        for (table, from, parent, to, needed) in &references {
            let what = if *needed {
                format!("delete from \"{table}\"")
            } else {
                format!("update \"{table}\" set \"{from}\" = null")
            };
            let sql = format!(
                "{what} where \"{from}\" is not null and \"{from}\" not in (select \"{to}\" from \"{parent}\")"
            );
            cut += into.execute(&sql, [])?;
        }
        if cut == 0 {
            break;
        }
    }
    Ok(())
}

/// The search index is made anew from what was read.
fn index_words(into: &Connection) -> Result<(), Error> {
    for table in Table::ALL {
        let mut list = into.prepare(&format!("select id from {}", table.name()))?;
        let ids = list.query_map([], |row| row.get::<_, IdText>(0))?;
        let ids: Vec<IdText> = ids.collect::<Result<_, _>>()?;
        for id in ids {
            words::refresh(into, table.item(id.0))?;
        }
    }
    Ok(())
}

/// From here on nothing can be written.
pub(crate) fn only_read(connection: &Connection) -> Result<(), Error> {
    Ok(connection.execute_batch("pragma query_only = on")?)
}
