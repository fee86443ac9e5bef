//! The bin: things with a `deleted_at`.

use jiff::ZonedDateTime;
use rusqlite::{Connection, params};

use super::table::{Table, place};
use super::value::{Key, Time};
use super::{open, undo, words};
use crate::record::bin::{Binned, goes_at};
use crate::record::{Error, Item};

/// Puts a thing into the bin.
pub(crate) fn put_in(
    connection: &Connection,
    item: Item,
    now: &ZonedDateTime,
) -> Result<(), Error> {
    let (table, id) = place(item);
    let sql = format!(
        "update {} set deleted_at = ?1 where id = ?2 and deleted_at is null",
        table.name()
    );
    let done = connection
        .prepare_cached(&sql)?
        .execute(params![Time(now.clone()), Key(id)])?;
    if done == 0 { Err(Error::Gone) } else { Ok(()) }
}

/// Takes a thing out of the bin.
pub(crate) fn take_out(connection: &Connection, item: Item) -> Result<(), Error> {
    let (table, id) = place(item);
    let sql = format!(
        "update {} set deleted_at = null where id = ?1 and deleted_at is not null",
        table.name()
    );
    let done = connection.prepare_cached(&sql)?.execute([Key(id)])?;
    if done == 0 { Err(Error::Gone) } else { Ok(()) }
}

/// What is in the bin, last deleted first.
pub(crate) fn list(connection: &Connection) -> Result<Vec<Binned>, Error> {
    let mut bin = Vec::new();
    for (item, deleted_at) in binned(connection)? {
        bin.push(Binned {
            what: item,
            title: words::of(connection, item)?
                .map(|words| words.title)
                .unwrap_or_default(),
            goes_on: goes_at(&deleted_at).date(),
            deleted_at,
        });
    }
    bin.sort_by(|a, b| b.deleted_at.cmp(&a.deleted_at));
    Ok(bin)
}

/// Lets go for good of what has been in the bin long enough, with its history; unless the clock may be wrong, which
/// is asked only when there is something to let go of.
pub(crate) fn purge(
    connection: &mut Connection,
    now: &ZonedDateTime,
    is_clock_right: impl FnOnce() -> bool,
) -> Result<(), Error> {
    let mut old = binned(connection)?;
    old.retain(|(_, deleted_at)| *now > goes_at(deleted_at));
    if old.is_empty() || !is_clock_right() {
        return Ok(());
    }
    let transaction = super::begin(connection)?;
    for (item, _) in old {
        let (table, id) = place(item);
        let sql = format!("delete from {} where id = ?1", table.name());
        let _ = transaction.prepare_cached(&sql)?.execute([Key(id)])?;
        undo::forget(&transaction, item)?;
    }
    super::commit(transaction)?;
    // What was let go must not live on in the log.
    open::empty_log(connection)
}

fn binned(connection: &Connection) -> Result<Vec<(Item, ZonedDateTime)>, Error> {
    let mut all = Vec::new();
    for table in Table::ALL {
        // With the plus it reads the index of what is in the bin, and not every row.
        let sql = format!(
            "select id, deleted_at from {} where deleted_at is not null order by +seq",
            table.name()
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            all.push((
                table.item(row.get::<_, Key>(0)?.0),
                row.get::<_, Time>(1)?.0,
            ));
        }
    }
    Ok(all)
}
