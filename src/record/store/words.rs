//! The search index: the words of everything that is not in the bin.

mod searching;

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use super::table::{Table, place};
use super::value::{Day, Key};
use super::{
    appointment, attachment, child, experience, note, path, question, saved_service, step,
};
use crate::record::found::Found;
use crate::record::note::first_line;
use crate::record::{Error, Item};

/// More words than this in a search are left out.
const WORDS_SEARCHED: usize = 32;

/// The rowid of a thing in the index is its `seq`, moved up by so many bits, and the number of its table below.
const NUMBER_BITS: i64 = 5;

/// Whether a row is among what the search for `:words` finds in the table `:number`.
pub(crate) const IS_FOUND: &str = "seq in
    (select rowid >> 5 from found where found match :words and rowid & 31 = :number)";

/// The words of one thing.
pub(crate) struct Words {
    /// Its name in lists.
    pub(crate) title: String,
    body: String,
    day: Option<Date>,
}

/// The words of a thing, in the bin or not.
pub(crate) fn of(connection: &Connection, item: Item) -> Result<Option<Words>, Error> {
    Ok(match item {
        Item::Child(id) => child::any(connection, id)?.map(|child| Words {
            title: child.name,
            body: String::new(),
            day: None,
        }),
        Item::Note(id) => note::any(connection, id)?.map(|note| Words {
            title: note.title(),
            body: lines([&note.text, &note.people, &note.tags.join("\n")]),
            day: Some(note.at.date()),
        }),
        Item::Appointment(id) => appointment::any(connection, id)?.map(|it| Words {
            title: it.title(),
            body: lines([&it.with_whom, &it.why, &it.place, &it.bring, &it.said]),
            day: Some(it.starts.date()),
        }),
        Item::Question(id) => question::any(connection, id)?.map(|it| Words {
            title: first_line(&it.text).unwrap_or_else(|| "Question".to_owned()),
            body: lines([&it.text, &it.answer, &it.answered_by]),
            day: it.answered_on.or(it.asked_on),
        }),
        Item::SavedService(id) => saved_service::any(connection, id)?.map(|it| Words {
            title: it.name,
            body: lines([&it.note, &it.phone.unwrap_or_default()]),
            day: Some(it.saved_on),
        }),
        Item::Step(id) => step::any(connection, id)?.map(|it| Words {
            title: first_line(&it.text).unwrap_or_else(|| "Step".to_owned()),
            body: it.text,
            day: it.due,
        }),
        Item::Path(id) => path::any(connection, id)?.map(|it| Words {
            title: it.title,
            body: String::new(),
            day: Some(it.kept_on),
        }),
        Item::Experience(id) => experience::any(connection, id)?.map(|it| Words {
            title: it.title(),
            body: it.text,
            day: Some(it.happened_on),
        }),
        Item::Attachment(id) => attachment::any(connection, id)?.map(|it| Words {
            title: it.title(),
            body: lines([&it.name, &it.kind_in_words().to_owned()]),
            day: Some(it.added.date()),
        }),
    })
}

fn lines<const N: usize>(parts: [&String; N]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|it| !it.is_empty())
        .collect();
    parts.join("\n")
}

/// Takes a thing out of the index. Its row must still be there.
pub(crate) fn remove(connection: &Connection, item: Item) -> Result<(), Error> {
    if let Some((rowid, _)) = rowid(connection, item)? {
        let sql = "delete from found where rowid = ?1";
        let _ = connection.prepare_cached(sql)?.execute([rowid])?;
    }
    Ok(())
}

/// Makes the index right for a thing that may have changed, or gone into the bin, or come back.
pub(crate) fn refresh(connection: &Connection, item: Item) -> Result<(), Error> {
    remove(connection, item)?;
    let Some((rowid, true)) = rowid(connection, item)? else {
        return Ok(());
    };
    if let Some(words) = of(connection, item)? {
        let sql = "insert into found (rowid, title, body, day) values (?1, ?2, ?3, ?4)";
        let _ = connection.prepare_cached(sql)?.execute(params![
            rowid,
            words.title,
            words.body,
            words.day.map(Day),
        ])?;
    }
    Ok(())
}

/// Whether the index holds as many things as are kept outside the bin.
pub(crate) fn check(connection: &Connection) -> Result<(), Error> {
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let mut kept = 0;
    for table in Table::ALL {
        let name = table.name();
        kept += count(&format!(
            "select count(*) from {name} where deleted_at is null"
        ))?;
    }
    if count("select count(*) from found")? == kept {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
}

/// Where a thing stands in the index, and whether it is kept and not in the bin.
fn rowid(connection: &Connection, item: Item) -> Result<Option<(i64, bool)>, Error> {
    let (table, id) = place(item);
    let sql = format!(
        "select seq, deleted_at is null from {} where id = ?1",
        table.name()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let row = statement.query_row([Key(id)], |row| {
        let seq = row.get::<_, i64>(0)?;
        Ok(((seq << NUMBER_BITS) | table.number(), row.get(1)?))
    });
    Ok(row.optional()?)
}

/// Everything with all of these words, best first.
pub(crate) fn search(connection: &Connection, text: &str, limit: u32) -> Result<Vec<Found>, Error> {
    let Some(query) = query(text) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for row in searching::rows(connection, &query, searching::is_broad(text), limit)? {
        if let Some(what) = at(connection, row.place)? {
            let excerpt = row.excerpt.split_whitespace().collect::<Vec<_>>();
            found.push(Found {
                what,
                title: row.title,
                excerpt: excerpt.join(" "),
                date: row.day.map(|day| day.0),
            });
        }
    }
    Ok(found)
}

/// The thing that stands here in the index.
fn at(connection: &Connection, rowid: i64) -> Result<Option<Item>, Error> {
    let Some(table) = Table::ALL
        .into_iter()
        .find(|table| table.number() == rowid & ((1 << NUMBER_BITS) - 1))
    else {
        return Ok(None);
    };
    let sql = format!("select id from {} where seq = ?1", table.name());
    let mut statement = connection.prepare_cached(&sql)?;
    let id = statement
        .query_row([rowid >> NUMBER_BITS], |row| row.get::<_, Key>(0))
        .optional()?;
    Ok(id.map(|id| table.item(id.0)))
}

/// What a person typed, as FTS5 reads it: every word quoted, the last one perhaps half typed. `None` if there is no
/// letter or number in it.
pub(crate) fn query(text: &str) -> Option<String> {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words = words.filter(|word| word.contains(char::is_alphanumeric));
    let words: Vec<String> = words
        .take(WORDS_SEARCHED)
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect();
    if words.is_empty() {
        None
    } else {
        Some(format!("{}*", words.join(" ")))
    }
}
