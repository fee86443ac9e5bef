//! The full-text index: SQLite's FTS5, in memory, with half-typed words made quick.
//!
//! No stemmer: one makes half-typed words find nothing for a letter or two.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::super::old_names::OldName;
use super::super::places::Places;
use super::super::service::Service;
use super::super::synonyms::{Synonym, Synonyms};
use super::super::{Error, Need};
use super::words::{singular, words_of};
use crate::sqlite;

/// The columns, each with how much a word found there counts.
const COLUMNS: &[(&str, f64)] = &[
    ("name", 10.0),
    ("old_names", 8.0),
    ("organization", 4.0),
    ("needs", 5.0),
    ("place", 3.0),
    ("description", 2.0),
    ("who_for", 2.0),
    ("how_to_get", 1.0),
];

/// Stands in half of the names, and says where rather than what.
const COUNTY: &str = "somerset";

/// A word the index knows.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) word: String,
    /// In how many services it stands.
    pub(super) services: u32,
    /// Whether it is a word of our own: of a name, a need, a town or what families say.
    pub(super) ours: bool,
    /// Whether it says what a service is: a word of a name or a need, and no town.
    names_something: bool,
}

/// Every word of every service, by where it stands.
#[derive(Debug)]
pub struct Index {
    connection: Option<Connection>,
    vocabulary: Vec<Known>,
}

impl Index {
    pub(in crate::directory) fn empty() -> Index {
        Index {
            connection: None,
            vocabulary: Vec::new(),
        }
    }

    pub(in crate::directory) fn build(
        services: &[Service],
        old_names: &[OldName],
        places: &Places,
        synonyms: &Synonyms,
    ) -> Result<Index, Error> {
        sqlite::start();
        let mut connection = Connection::open_in_memory()?;
        let names = COLUMNS.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        let weights = COLUMNS
            .iter()
            .map(|(_, weight)| weight.to_string())
            .collect::<Vec<_>>();
        connection.execute_batch(&format!(
            "CREATE VIRTUAL TABLE words USING fts5({}, content='', prefix='2 3',
                 tokenize='unicode61 remove_diacritics 2');
             INSERT INTO words(words, rank) VALUES ('rank', 'bm25({})');
             CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');",
            names.join(", "),
            weights.join(", "),
        ))?;
        let filling = connection.transaction()?;
        {
            let mut add = filling.prepare(&format!(
                "INSERT INTO words(rowid, {}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                names.join(", ")
            ))?;
            for (row, service) in services.iter().enumerate() {
                let _ = add.execute(params![
                    i64::try_from(row).unwrap_or(i64::MAX),
                    service.name,
                    old_names_of(service, old_names),
                    service.organization,
                    needs_of(service),
                    place_of(service, places),
                    service.description,
                    service.who_for,
                    service.how_to_get,
                ])?;
            }
        }
        filling.commit()?;
        let vocabulary = vocabulary(&connection, services, places, synonyms)?;
        Ok(Index {
            connection: Some(connection),
            vocabulary,
        })
    }

    /// The services that an expression finds, by their place in the list, each with how well.
    ///
    /// An expression the index cannot read finds nothing; `understand` writes none such.
    pub(super) fn find(&self, expression: &str) -> BTreeMap<usize, f64> {
        self.try_find(expression).unwrap_or_default()
    }

    /// The same, looking at names and old names alone.
    pub(super) fn find_in_names(&self, expression: &str) -> BTreeMap<usize, f64> {
        self.find(&format!("{{name old_names}} : ({expression})"))
    }

    fn try_find(&self, expression: &str) -> rusqlite::Result<BTreeMap<usize, f64>> {
        let Some(connection) = &self.connection else {
            return Ok(BTreeMap::new());
        };
        connection
            .prepare_cached("SELECT rowid, rank FROM words WHERE words MATCH ?1")?
            .query_map([expression], |row| {
                let place: i64 = row.get(0)?;
                let rank: f64 = row.get(1)?;
                Ok((usize::try_from(place).unwrap_or(usize::MAX), -rank))
            })?
            .collect()
    }

    /// Whether a word, or the start of one, says what a service is.
    pub(super) fn names_something(&self, word: &str, unfinished: bool) -> bool {
        let first = self
            .vocabulary
            .partition_point(|known| known.word.as_str() < word);
        self.vocabulary[first..]
            .iter()
            .take_while(|known| known.word.starts_with(word))
            .filter(|known| unfinished || singular(&known.word) == singular(word))
            .any(|known| known.names_something)
    }

    /// Every word the index knows, in order.
    pub(super) fn vocabulary(&self) -> &[Known] {
        &self.vocabulary
    }
}

fn old_names_of(service: &Service, old_names: &[OldName]) -> String {
    let told_elsewhere = old_names
        .iter()
        .filter(|name| name.services.contains(&service.slug))
        .flat_map(|name| [&name.old].into_iter().chain(&name.short).chain(&name.also));
    let names: Vec<&str> = service
        .old_names
        .iter()
        .chain(told_elsewhere)
        .map(String::as_str)
        .collect();
    names.join(" ; ")
}

fn needs_of(service: &Service) -> String {
    let needs: Vec<&str> = service
        .needs
        .iter()
        .filter(|need| **need != Need::Any)
        .map(|need| need.words())
        .collect();
    needs.join(" ; ")
}

fn place_of(service: &Service, places: &Places) -> String {
    let towns = places
        .of(service)
        .into_iter()
        .map(|place| place.town.as_str());
    let address = [service.address.as_deref(), service.postal_code.as_deref()];
    let parts: Vec<&str> = address.into_iter().flatten().chain(towns).collect();
    parts.join(" ")
}

fn vocabulary(
    connection: &Connection,
    services: &[Service],
    places: &Places,
    synonyms: &Synonyms,
) -> rusqlite::Result<Vec<Known>> {
    let names: BTreeSet<String> = services
        .iter()
        .flat_map(|service| words_of(&service.name))
        .chain(Need::ALL.iter().flat_map(|need| words_of(need.words())))
        .collect();
    let towns: BTreeSet<String> = places
        .all()
        .iter()
        .flat_map(|place| words_of(&place.town))
        .chain([COUNTY.to_owned()])
        .collect();
    let said = synonyms.all().iter().flat_map(Synonym::said);
    let ours: BTreeSet<String> = said
        .map(str::to_owned)
        .chain(names.iter().chain(&towns).cloned())
        .collect();
    let mut words: BTreeMap<String, u32> = connection
        .prepare("SELECT term, doc FROM vocabulary")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for word in &ours {
        let _ = words.entry(word.clone()).or_insert(0);
    }
    Ok(words
        .into_iter()
        .map(|(word, services)| Known {
            ours: ours.contains(&word),
            names_something: names.contains(&word) && !towns.contains(&word),
            word,
            services,
        })
        .collect())
}
