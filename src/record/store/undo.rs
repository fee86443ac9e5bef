//! The history of changes: for each, how everything it touched is on its other side.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::image::{self, Image};
use super::table::{Table, place};
use super::value::Key;
use super::words;
use crate::record::undo::STEPS_KEPT;
use crate::record::{Error, Item};

/// Which way along the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Undo the last step that is done.
    Back,
    /// Redo the first step that is undone.
    Again,
}

impl Way {
    fn next_step(self) -> &'static str {
        match self {
            Way::Back => {
                "select number, label from undo_step where undone = 0 order by number desc limit 1"
            }
            Way::Again => {
                "select number, label from undo_step where undone = 1 order by number limit 1"
            }
        }
    }
}

/// Ends a change: keeps how what it touched was before, and brings the search index up to date.
pub(crate) fn keep_step(
    connection: &Connection,
    label: &str,
    before: &BTreeMap<Item, Option<Image>>,
) -> Result<(), Error> {
    let mut changed = Vec::new();
    for (item, before) in before {
        if image::read(connection, *item)? != *before {
            changed.push((*item, before));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let _ = connection
        .prepare_cached("delete from undo_step where undone = 1")?
        .execute([])?;
    let _ = connection
        .prepare_cached("insert into undo_step (label) values (?1)")?
        .execute([label])?;
    let step = connection.last_insert_rowid();
    for (item, before) in changed {
        keep_image(connection, step, item, before.as_ref())?;
        words::refresh(connection, item)?;
    }
    let _ = connection
        .prepare_cached("delete from undo_step where number <= ?1")?
        .execute([step - i64::from(STEPS_KEPT)])?;
    Ok(())
}

/// What the next step along this way is called.
pub(crate) fn label(connection: &Connection, way: Way) -> Result<Option<String>, Error> {
    Ok(next(connection, way)?.map(|(_, label)| label))
}

/// Takes the next step along this way: everything it touched changes places with its other side.
pub(crate) fn swap(connection: &mut Connection, way: Way) -> Result<Option<String>, Error> {
    let transaction = super::begin(connection)?;
    let Some((step, label)) = next(&transaction, way)? else {
        return Ok(None);
    };
    let other_side = images(&transaction, step)?;
    for (item, _) in &other_side {
        let now = image::read(&transaction, *item)?;
        keep_image(&transaction, step, *item, now.as_ref())?;
    }
    // Before writing, because what is not there afterwards can no longer be found in the index.
    for (item, _) in &other_side {
        words::remove(&transaction, *item)?;
    }
    image::write(&transaction, &other_side)?;
    for (item, _) in &other_side {
        words::refresh(&transaction, *item)?;
    }
    let _ = transaction
        .prepare_cached("update undo_step set undone = ?1 where number = ?2")?
        .execute(params![way == Way::Back, step])?;
    super::commit(transaction)?;
    Ok(Some(label))
}

/// Forgets everything about a thing that has left the record for good.
pub(crate) fn forget(connection: &Connection, item: Item) -> Result<(), Error> {
    let (table, id) = place(item);
    let _ = connection
        .prepare_cached("delete from undo_row where place = ?1 and id = ?2")?
        .execute(params![table.name(), Key(id)])?;
    let _ = connection
        .prepare_cached("delete from undo_step where number not in (select step from undo_row)")?
        .execute([])?;
    Ok(())
}

/// Forgets every step, so that what is there is the start.
pub(crate) fn forget_all(connection: &Connection) -> Result<(), Error> {
    let _ = connection.execute("delete from undo_step", [])?;
    Ok(())
}

fn next(connection: &Connection, way: Way) -> Result<Option<(i64, String)>, Error> {
    let mut statement = connection.prepare_cached(way.next_step())?;
    let step = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(step.optional()?)
}

fn keep_image(
    connection: &Connection,
    step: i64,
    item: Item,
    image: Option<&Image>,
) -> Result<(), Error> {
    let (table, id) = place(item);
    let image = image
        .map(serde_json::to_string)
        .transpose()
        .map_err(Error::other)?;
    let _ = connection
        .prepare_cached(
            "insert into undo_row (step, place, id, image) values (?1, ?2, ?3, ?4)
             on conflict do update set image = excluded.image",
        )?
        .execute(params![step, table.name(), Key(id), image])?;
    Ok(())
}

fn images(connection: &Connection, step: i64) -> Result<Vec<(Item, Option<Image>)>, Error> {
    let mut all = Vec::new();
    let mut statement = connection
        .prepare_cached("select id, image from undo_row where step = ?1 and place = ?2")?;
    for table in Table::ALL {
        let mut rows = statement.query(params![step, table.name()])?;
        while let Some(row) = rows.next()? {
            let image: Option<String> = row.get(1)?;
            let image = image.map(|text| serde_json::from_str(&text)).transpose();
            all.push((
                table.item(row.get::<_, Key>(0)?.0),
                image.map_err(|_| Error::Damaged)?,
            ));
        }
    }
    Ok(all)
}
