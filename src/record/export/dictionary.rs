//! The data dictionary: what every field of an export means. Its one source is `data/export/data-dictionary.csv`.

use serde::{Deserialize, Serialize};

use super::Error;

const SOURCE: &str = include_str!("../../../data/export/data-dictionary.csv");

/// One field of one list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The list it belongs to; `record` for the whole file, `tables` for what only the tables have.
    pub list: String,
    /// Its name in `record.json` and at the head of its column.
    pub field: String,
    /// What it means.
    pub meaning: String,
    /// What it is: text, number, date, time, choice, code, id, or a list of them.
    #[serde(rename = "type")]
    pub kind: String,
    /// How it is written, or the choices there are.
    pub format: String,
    /// An invented example.
    pub example: String,
    /// What another standard calls it; empty where none does.
    pub standard: String,
}

/// Every field, in the order of `record.json`.
///
/// # Errors
/// [`Error::Inside`] if the dictionary that came with the program cannot be read.
pub fn fields() -> Result<Vec<Field>, Error> {
    let mut reader = csv::Reader::from_reader(SOURCE.as_bytes());
    let fields = reader.deserialize().collect::<Result<Vec<Field>, _>>();
    fields.map_err(|_| Error::Inside)
}

/// The dictionary as a table for a spreadsheet.
pub(crate) fn as_table() -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for field in fields()? {
        writer.serialize(field).map_err(|_| Error::Inside)?;
    }
    writer.into_inner().map_err(|_| Error::Inside)
}
