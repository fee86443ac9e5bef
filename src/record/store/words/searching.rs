//! What a search finds, quickly enough to answer each letter of what is typed.
//!
//! Putting all that is found in order takes a while once thousands of notes have the words. Then only the newest
//! notes are put in order, with everything that is not a note.

use rusqlite::{Connection, OptionalExtension, Params, named_params, params};

use super::NUMBER_BITS;
use crate::record::Error;
use crate::record::store::table::Table;
use crate::record::store::value::Day;

/// So many notes are put in order.
const NOTES_RANKED: i64 = 400;

/// One thing that was found.
pub(super) struct Row {
    /// Where it stands in the index.
    pub(super) place: i64,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) day: Option<Day>,
}

const ROWS: &str = "select rowid, title, snippet(found, 1, '', '', '…', 16), day from found";

/// Whether the last word is a single letter: half of all words would do, so what is new comes first.
pub(super) fn is_broad(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.chars()
        .filter(|letter| letter.is_alphanumeric())
        .count()
        == 1
}

/// What a query finds, best first.
pub(super) fn rows(
    connection: &Connection,
    query: &str,
    broad: bool,
    limit: u32,
) -> Result<Vec<Row>, Error> {
    if broad {
        let newest = format!("{ROWS} where found match ?1 order by rowid desc limit ?2");
        return read(connection, &newest, params![query, limit]);
    }
    match oldest_ranked(connection, query)? {
        None => {
            let best = format!("{ROWS} where found match ?1 order by rank limit ?2");
            read(connection, &best, params![query, limit])
        }
        Some(oldest) => best_of_many(connection, query, oldest, limit),
    }
}

/// The oldest note to put in order, when more than enough are found.
fn oldest_ranked(connection: &Connection, query: &str) -> Result<Option<i64>, Error> {
    let mut statement = connection.prepare_cached(
        "select rowid from found where found match :query and rowid & :mask = :note
         order by rowid desc limit 1 offset :ranked",
    )?;
    let with = named_params! {
        ":query": query, ":mask": mask(), ":note": Table::Note.number(), ":ranked": NOTES_RANKED,
    };
    Ok(statement.query_row(with, |row| row.get(0)).optional()?)
}

/// The best of the notes that are not older, and of everything else.
fn best_of_many(
    connection: &Connection,
    query: &str,
    oldest: i64,
    limit: u32,
) -> Result<Vec<Row>, Error> {
    let last = last_that_is_no_note(connection)?;
    // The weights are those of the index itself.
    let mut best: Vec<(f64, i64)> = Vec::new();
    for part in [
        "rowid >= :oldest and rowid & :mask = :note and :last is not null",
        "rowid <= :last and rowid & :mask <> :note and :oldest is not null",
    ] {
        let sql = format!(
            "select bm25(found, 4.0, 1.0) as worth, rowid from found
             where found match :query and {part} order by worth limit :limit"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let with = named_params! {
            ":query": query, ":mask": mask(), ":note": Table::Note.number(),
            ":oldest": oldest, ":last": last, ":limit": limit,
        };
        let found = statement.query_map(with, |row| Ok((row.get(0)?, row.get(1)?)))?;
        for one in found {
            best.push(one?);
        }
    }
    best.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    best.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let places: Vec<i64> = best.into_iter().map(|(_, place)| place).collect();
    let list: Vec<String> = places.iter().map(i64::to_string).collect();
    // With the plus the index is gone through once, and not once for each place.
    let sql = format!(
        "{ROWS} where found match ?1 and +rowid in ({})",
        list.join(", ")
    );
    let mut rows = read(connection, &sql, [query])?;
    rows.sort_by_key(|row| places.iter().position(|place| *place == row.place));
    Ok(rows)
}

/// The last place in the index of anything that is not a note.
fn last_that_is_no_note(connection: &Connection) -> Result<i64, Error> {
    let mut last = 0;
    for table in Table::ALL {
        if table != Table::Note {
            let sql = format!("select max(seq) from {}", table.name());
            let seq: Option<i64> = connection
                .prepare_cached(&sql)?
                .query_row([], |row| row.get(0))?;
            last = last.max((seq.unwrap_or(0) << NUMBER_BITS) | table.number());
        }
    }
    Ok(last)
}

fn mask() -> i64 {
    (1 << NUMBER_BITS) - 1
}

fn read(connection: &Connection, sql: &str, with: impl Params) -> Result<Vec<Row>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(with, |row| {
        Ok(Row {
            place: row.get(0)?,
            title: row.get(1)?,
            excerpt: row.get(2)?,
            day: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
