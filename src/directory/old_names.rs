//! Names that families still hold on letters, and what they are called now.

use serde::Deserialize;

use super::search::words::{is_small, words_of};
use super::{Directory, Error};

/// A name that is no longer used, and where it leads today.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct OldName {
    /// The name as it was, in full.
    pub old: String,
    /// Its short form, such as `CCG`.
    #[serde(default)]
    pub short: Option<String>,
    /// Other ways to write it, which nothing shows: `district council`.
    #[serde(default)]
    pub also: Vec<String>,
    /// The name today; `None` when nobody could confirm one.
    #[serde(default)]
    pub now: Option<String>,
    /// When it changed, in words; `None` when no source says.
    #[serde(default)]
    pub since: Option<String>,
    /// Where to look now: the slugs of services, the best first.
    #[serde(default)]
    pub services: Vec<String>,
    /// The pages that say so; none when nobody could confirm a name of today.
    pub sources: Vec<OldNameSource>,
    /// One plain sentence more, when it helps.
    #[serde(default)]
    pub note: Option<String>,
}

/// A page that gives the old name and the new one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct OldNameSource {
    /// The address of the page.
    pub url: String,
    /// The date the page shows, in words.
    #[serde(default)]
    pub seen: Option<String>,
}

pub(super) fn from_json(json: &str) -> Result<Vec<OldName>, Error> {
    serde_json::from_str(json).map_err(|source| Error::at_line("old_names.json", source))
}

/// How well typed words name an old name; the bigger the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// Two words or more of it, in order, that the new name does not have.
    Part,
    /// It stands whole among other words.
    Within,
    /// It is all that was typed.
    Whole,
}

/// The old name that was typed, if one was. Of several, the closest, then the longest.
pub(super) fn typed_in<'a>(directory: &'a Directory, typed: &[String]) -> Option<&'a OldName> {
    directory
        .old_names
        .iter()
        .filter_map(|name| Some((likeness(name, typed)?, name)))
        .filter(|(likeness, _)| *likeness != Likeness::Part || !still_in_use(directory, typed))
        .max_by_key(|(likeness, name)| (*likeness, name.old.len()))
        .map(|(_, name)| name)
}

fn likeness(name: &OldName, typed: &[String]) -> Option<Likeness> {
    let old = words_of(&name.old);
    let short = name.short.as_deref().map(words_of).unwrap_or_default();
    let also = name.also.iter().map(|form| words_of(form));
    let forms: Vec<Vec<String>> = [old.clone(), short].into_iter().chain(also).collect();
    if forms.iter().any(|form| !form.is_empty() && form == typed) {
        return Some(Likeness::Whole);
    }
    let says_something = |form: &[String]| form.iter().any(|word| !is_small(word));
    if forms
        .iter()
        .any(|form| says_something(form) && stands_in(form, typed))
    {
        return Some(Likeness::Within);
    }
    let now = name.now.as_deref().map(words_of).unwrap_or_default();
    let says_something_old = typed.iter().any(|word| !now.contains(word));
    let telling = typed.iter().filter(|word| !is_small(word)).count();
    (telling >= 2 && says_something_old && stands_in(typed, &old)).then_some(Likeness::Part)
}

/// "Yeovil District Hospital" is part of an old name and also a hospital of today.
fn still_in_use(directory: &Directory, typed: &[String]) -> bool {
    directory
        .services
        .iter()
        .any(|service| stands_in(typed, &words_of(&service.name)))
}

fn stands_in(part: &[String], whole: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|window| window == part)
}
