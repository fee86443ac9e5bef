//! Reads typed text: which words count, what they may mean, and whether an old name was typed.

use std::collections::BTreeSet;

use super::super::Directory;
use super::super::old_names::{self, OldName};
use super::super::service::Need;
use super::super::synonyms::Synonym;
use super::words::{as_typed, is_small, singular, words_of};

/// What a query asks for.
#[derive(Debug)]
pub(super) struct Meaning<'a> {
    /// One for each word or phrase that counts.
    pub(super) asked: Vec<Asked>,
    /// The old name that was typed.
    pub(super) old_name: Option<&'a OldName>,
}

/// One word or phrase, and everything that may stand in its place.
#[derive(Debug)]
pub(super) struct Asked {
    /// As it was typed.
    pub(super) typed: String,
    /// Whether a service must answer to it. A word that we do not know as one of ours only helps to
    /// put the best first, and so does a place: what serves all of Somerset names no town.
    pub(super) required: bool,
    /// What to look for, itself first.
    pub(super) forms: Vec<Form>,
    /// Needs it may mean.
    pub(super) needs: BTreeSet<Need>,
    /// The services that answer it best, by slug.
    pub(super) services: Vec<String>,
}

/// One thing to look for.
#[derive(Debug)]
pub(super) struct Form {
    /// The word as a reason shows it.
    pub(super) shown: String,
    /// The same as an expression of the index.
    pub(super) expression: String,
    /// Whether it is what was typed, and not another word for it.
    pub(super) own: bool,
}

pub(super) fn read<'a>(directory: &'a Directory, text: &str) -> Meaning<'a> {
    let shown = as_typed(text);
    let typed: Vec<String> = shown.iter().map(|word| word.to_lowercase()).collect();
    let unfinished = text.chars().next_back().is_some_and(char::is_alphanumeric);
    let mut asked = Vec::new();
    let mut at = 0;
    while let Some(word) = typed.get(at) {
        let taken = match directory.synonyms.beginning(&typed[at..]) {
            Some((taken, meanings)) => {
                let ends_text = at + taken == typed.len();
                let words = &typed[at..at + taken];
                // A whole short word we know, such as "OT", is not the start of "others".
                let grows = words.last().is_some_and(|last| last.chars().count() > 3);
                let own = own_form(&shown[at..at + taken], unfinished && ends_text && grows);
                asked.push(said_otherwise(own, words, &meanings));
                taken
            }
            None => {
                if !is_small(word) {
                    let is_last = at + 1 == typed.len();
                    let unfinished = unfinished && is_last;
                    let required = directory.index.names_something(word, unfinished);
                    asked.push(Asked {
                        required,
                        ..plain(&shown[at], unfinished)
                    });
                }
                1
            }
        };
        at += taken;
    }
    if asked.is_empty() {
        // "how to": small words are better than none.
        let last = shown.len().saturating_sub(1);
        asked.extend(
            shown
                .iter()
                .enumerate()
                .map(|(at, word)| plain(word, unfinished && at == last)),
        );
    }
    if asked.iter().all(|asked| !asked.required) {
        for asked in &mut asked {
            asked.required = true;
        }
    }
    Meaning {
        asked,
        old_name: old_names::typed_in(directory, &typed),
    }
}

fn plain(word: &String, unfinished: bool) -> Asked {
    Asked {
        typed: word.clone(),
        required: true,
        forms: vec![own_form(std::slice::from_ref(word), unfinished)],
        needs: BTreeSet::new(),
        services: Vec::new(),
    }
}

fn said_otherwise(own: Form, words: &[String], meanings: &[&Synonym]) -> Asked {
    let typed = own.shown.clone();
    let others = meanings
        .iter()
        .flat_map(|meaning| &meaning.terms)
        .map(|term| (term, words_of(term)))
        .filter(|(_, parts)| !parts.is_empty() && parts.as_slice() != words)
        .map(|(term, parts)| Form {
            shown: term.clone(),
            expression: phrase(&parts, false),
            own: false,
        });
    let mut forms = vec![own];
    forms.extend(others);
    Asked {
        typed,
        required: true,
        forms,
        needs: meanings
            .iter()
            .flat_map(|meaning| meaning.needs.iter().copied())
            .filter(|need| *need != Need::Any)
            .collect(),
        services: meanings
            .iter()
            .flat_map(|meaning| meaning.services.iter().cloned())
            .collect(),
    }
}

fn own_form(shown: &[String], unfinished: bool) -> Form {
    let words: Vec<String> = shown.iter().map(|word| word.to_lowercase()).collect();
    Form {
        shown: shown.join(" "),
        expression: phrase(&words, unfinished),
        own: true,
    }
}

/// Words side by side, each in quotes so that nothing typed can be read as a command.
fn phrase(words: &[String], unfinished: bool) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let together = quoted.join(" + ");
    let (open, only) = (if unfinished { "*" } else { "" }, words.len() == 1);
    match words.last() {
        // One letter begins a word in nearly every service, so look in the names alone.
        Some(word) if only && unfinished && word.chars().count() == 1 => {
            format!("{{name old_names}} : {together}{open}")
        }
        Some(word) if only && singular(word) != word => {
            format!("{together}{open} OR \"{}\"*", singular(word))
        }
        _ => format!("{together}{open}"),
    }
}
