//! The bytes of files, in pieces. Each file stands once, whatever refers to it.

use std::io::Read;

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::record::Error;
use crate::record::attachment::Content;

/// How long a piece is, in bytes; the last may be shorter. No more than one is in memory at a time.
pub(crate) const PIECE: usize = 1024 * 1024;

/// What neither an attachment nor a change that can be taken back refers to.
const FREE: &str = "sha256 is null or (
    not exists (select 1 from attachment where attachment.sha256 = content.sha256)
    and not exists (
        select 1 from undo_row
        where place = 'attachment' and image ->> '$.row.sha256' = content.sha256))";

/// Reads a file in, in one transaction. `None`, and nothing kept, when it is empty or longer than `largest`.
pub(crate) fn keep(
    connection: &mut Connection,
    from: &mut dyn Read,
    largest: u64,
) -> Result<Option<Content>, Error> {
    let transaction = super::begin(connection)?;
    let _ = transaction.execute("insert into content (size) values (0)", [])?;
    let place = transaction.last_insert_rowid();
    let mut hash = Sha256::new();
    let mut size = 0_u64;
    let mut piece = Vec::with_capacity(PIECE);
    for number in 0_i64.. {
        piece.clear();
        let _ = Read::take(&mut *from, PIECE as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        size += piece.len() as u64;
        hash.update(&piece);
        let sql = "insert into content_piece (content, number, bytes) values (?1, ?2, ?3)";
        let mut insert = transaction.prepare_cached(sql)?;
        let _ = insert.execute(params![place, number, piece])?;
    }
    if size == 0 || size > largest {
        transaction.rollback()?;
        return Ok(None);
    }
    let sha256 = hex::encode(hash.finalize());
    if self::place(&transaction, &sha256)?.is_some() {
        // The same bytes are there already.
        transaction.rollback()?;
    } else {
        let length = i64::try_from(size).map_err(Error::other)?;
        let sql = "update content set sha256 = ?1, size = ?2 where seq = ?3";
        let _ = transaction.execute(sql, params![sha256, length, place])?;
        super::commit(transaction)?;
        // Else the log would stay as long as the longest file.
        connection.execute_batch(EMPTY_LOG)?;
    }
    Ok(Some(Content { sha256, size }))
}

/// Moves the log into the file and cuts it to nothing.
const EMPTY_LOG: &str = "pragma wal_checkpoint(truncate)";

/// Where these bytes are.
pub(crate) fn place(connection: &Connection, sha256: &str) -> Result<Option<i64>, Error> {
    let sql = "select seq from content where sha256 = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([sha256], |row| row.get(0)).optional()?)
}

/// One piece, counted from 0; `None` after the last.
pub(crate) fn piece(
    connection: &Connection,
    place: i64,
    number: i64,
) -> Result<Option<Vec<u8>>, Error> {
    let sql = "select bytes from content_piece where content = ?1 and number = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let piece = statement.query_row(params![place, number], |row| row.get(0));
    Ok(piece.optional()?)
}

/// Lets go for good of what nothing refers to.
pub(crate) fn sweep(connection: &mut Connection) -> Result<(), Error> {
    let sql = format!("select 1 from content where {FREE}");
    if !connection.prepare_cached(&sql)?.exists([])? {
        return Ok(());
    }
    let transaction = super::begin(connection)?;
    let sql = format!("delete from content where {FREE}");
    let _ = transaction.execute(&sql, [])?;
    super::commit(transaction)?;
    Ok(connection.execute_batch(EMPTY_LOG)?)
}
