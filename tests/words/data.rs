//! Every text in `data/` that a page may show.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Parts that nobody reads: ids, addresses, and what only points at something else.
const NOT_SHOWN: &[&str] = &["id", "url", "key", "service", "first", "needs", "group"];

/// One text of a file.
pub struct Text {
    /// The file and the fields that lead to it: `worries.json worries.steps`.
    pub place: String,
    pub words: String,
    /// The title of a page that somebody else wrote.
    pub is_source: bool,
    /// What a family would have typed, who need no full stop.
    pub is_typed: bool,
}

/// Everything of the guide and of the sample family.
pub fn texts() -> Vec<Text> {
    let mut all = vec![];
    for folder in ["guide", "sample"] {
        for file in files(folder) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let json = fs::read_to_string(&file).unwrap();
            walk(&serde_json::from_str(&json).unwrap(), &name, &mut all);
        }
    }
    all
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    files
}

/// A title under `sources`, in a list or each under a key of its own; the title of a document and
/// the name of who put it out.
fn is_source(place: &str) -> bool {
    let is_document = place.starts_with("documents.json documents");
    is_document && (place.ends_with(" title") || place.ends_with(" publisher"))
        || place.ends_with(" title") && place.contains("source")
}

fn walk(value: &Value, place: &str, all: &mut Vec<Text>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if !NOT_SHOWN.contains(&key.as_str()) {
                    walk(value, &format!("{place} {key}"), all);
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| walk(value, place, all)),
        // One word is a code, a date or a name, and is read where it is shown.
        Value::String(words) if words.contains(' ') => {
            all.extend(words.split('\n').map(|line| Text {
                place: place.to_owned(),
                words: line.to_owned(),
                is_source: is_source(place),
                is_typed: place.starts_with("family.json"),
            }));
        }
        _ => {}
    }
}
