//! The record as a SQLite file. Everything that speaks SQL to it is in here.
//!
//! `open` makes and opens the file; `migrations` brings it to today's format; each table has a file of its own;
//! `image` reads and writes any row as it stands, which is what `undo` is made of; `words` is the search index.

pub(super) mod appointment;
pub(super) mod attachment;
pub(super) mod bin;
pub(super) mod child;
pub(super) mod content;
pub(super) mod draft;
pub(super) mod experience;
mod failure;
#[cfg(test)]
mod full_disk;
pub(super) mod image;
pub(super) mod left;
mod links;
mod migrations;
pub(super) mod note;
pub(super) mod open;
pub(super) mod path;
pub(super) mod question;
pub(super) mod salvage;
pub(super) mod saved_service;
pub(super) mod step;
mod table;
pub(super) mod undo;
mod value;
pub(super) mod words;

use rusqlite::{Transaction, TransactionBehavior};

use super::{Counts, Error};
use table::Table;

pub(super) use rusqlite::Connection;

/// Begins a change: from here on nobody else can write.
pub(super) fn begin(connection: &mut Connection) -> Result<Transaction<'_>, Error> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// Ends a change. Once this returns, the change is on the disk.
pub(super) fn commit(transaction: Transaction<'_>) -> Result<(), Error> {
    Ok(transaction.commit()?)
}

/// Writes a whole copy with the same key to `path`, where nothing may be.
pub(super) fn copy_into(connection: &Connection, path: &std::path::Path) -> Result<(), Error> {
    let path = path.to_str().ok_or(Error::ReadOnly)?;
    let _ = connection.execute("vacuum into ?1", [path])?;
    Ok(())
}

/// How many things are kept, without the bin.
pub(super) fn counts(connection: &Connection) -> Result<Counts, Error> {
    let count = |table: Table| -> Result<u32, Error> {
        // Both counts read an index only; asking for what is kept would read, and decrypt, every row.
        let name = table.name();
        let sql = format!(
            "select (select count(*) from {name})
                  - (select count(*) from {name} where deleted_at is not null)"
        );
        Ok(connection
            .prepare_cached(&sql)?
            .query_row([], |row| row.get(0))?)
    };
    Ok(Counts {
        children: count(Table::Child)?,
        notes: count(Table::Note)?,
        appointments: count(Table::Appointment)?,
        questions: count(Table::Question)?,
        saved_services: count(Table::SavedService)?,
        steps: count(Table::Step)?,
        paths: count(Table::Path)?,
        experiences: count(Table::Experience)?,
        attachments: count(Table::Attachment)?,
    })
}
