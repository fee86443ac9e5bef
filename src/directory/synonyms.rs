//! What families say, and the words our services are written in.

use serde::Deserialize;

use super::search::words::{singular, words_of};
use super::{Error, Need};

/// Words and short phrases that mean the same thing here.
#[derive(Debug, Clone, PartialEq)]
pub struct Synonym {
    /// What families say, each phrase as its separate words.
    said: Vec<Vec<String>>,
    /// Needs they may mean.
    pub needs: Vec<Need>,
    /// Words and phrases to search for as well.
    pub terms: Vec<String>,
    /// Services that answer it best, by slug.
    pub services: Vec<String>,
}

/// All of them, ready to be looked up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Synonyms {
    all: Vec<Synonym>,
}

#[derive(Deserialize)]
struct Entry {
    words: Vec<String>,
    means: Means,
}

#[derive(Deserialize)]
struct Means {
    #[serde(default)]
    needs: Vec<Need>,
    #[serde(default)]
    terms: Vec<String>,
    #[serde(default)]
    services: Vec<String>,
}

impl Synonyms {
    pub(super) fn from_json(json: &str) -> Result<Synonyms, Error> {
        let entries: Vec<Entry> =
            serde_json::from_str(json).map_err(|source| Error::at_line("synonyms.json", source))?;
        let all = entries
            .into_iter()
            .map(|entry| Synonym {
                said: entry.words.iter().map(|phrase| words_of(phrase)).collect(),
                needs: entry.means.needs,
                terms: entry.means.terms,
                services: entry.means.services,
            })
            .collect();
        Ok(Synonyms { all })
    }

    /// Every entry, in the order of the file.
    pub fn all(&self) -> &[Synonym] {
        &self.all
    }

    /// The longest phrase that begins these words: how many words it takes, and all it can mean.
    pub(super) fn beginning(&self, typed: &[String]) -> Option<(usize, Vec<&Synonym>)> {
        let longest = self
            .all
            .iter()
            .flat_map(|synonym| &synonym.said)
            .filter(|phrase| begins(typed, phrase))
            .map(Vec::len)
            .max()?;
        let meanings = self
            .all
            .iter()
            .filter(|synonym| {
                synonym
                    .said
                    .iter()
                    .any(|phrase| phrase.len() == longest && begins(typed, phrase))
            })
            .collect();
        Some((longest, meanings))
    }
}

impl Synonym {
    /// What families say, as separate words.
    pub(super) fn said(&self) -> impl Iterator<Item = &str> {
        self.said.iter().flatten().map(String::as_str)
    }
}

fn begins(typed: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty()
        && typed.len() >= phrase.len()
        && typed
            .iter()
            .zip(phrase)
            .all(|(typed, said)| typed == said || singular(typed) == singular(said))
}
