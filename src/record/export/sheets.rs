//! The tables: one CSV file for each kind of thing, for any spreadsheet (RFC 4180, UTF-8 with its mark).

use std::collections::BTreeMap;

use serde_json::Value;

use super::contents::{Contents, values};
use super::{Error, Section, dictionary};

/// Spreadsheets on Windows know UTF-8 by this.
const MARK: &str = "\u{feff}";

/// What stands between the parts of a list in one cell.
const BETWEEN: &str = "; ";

/// Every table: the name of its file and what is in it.
pub(crate) fn all(contents: &Contents) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let fields = dictionary::fields()?;
    let names = Names::new(contents);
    let mut tables = Vec::new();
    for section in Section::ALL {
        let rows = contents.rows(*section);
        tables.push((section.code(), rows));
    }
    tables.push(("drafts", values(&contents.drafts)));
    let mut files = Vec::with_capacity(tables.len());
    for (list, rows) in tables {
        let columns: Vec<&str> = fields
            .iter()
            .filter(|field| field.list == list)
            .map(|field| field.field.as_str())
            .collect();
        files.push((format!("{list}.csv"), table(&columns, &rows, &names)?));
    }
    Ok(files)
}

/// One table with these columns; beside ids of children and services stand their names.
fn table(columns: &[&str], rows: &[Value], names: &Names<'_>) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(MARK.as_bytes().to_vec());
    let mut head = Vec::new();
    for column in columns {
        head.push(*column);
        head.extend(named_by(column));
    }
    let failed = |_| Error::Inside;
    writer.write_record(&head).map_err(failed)?;
    for row in rows {
        let mut cells = Vec::with_capacity(head.len());
        for column in columns {
            let value = &row[*column];
            cells.push(cell(value));
            if named_by(column).is_some() {
                cells.push(safe(&names.of(column, value)));
            }
        }
        writer.write_record(&cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|_| Error::Inside)
}

/// The column of names that stands after a column of ids.
fn named_by(column: &str) -> Option<&'static str> {
    match column {
        "child_ids" => Some("child_names"),
        "service_id" => Some("service_name"),
        _ => None,
    }
}

/// A value as a cell. The exact value is in `record.json`.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => safe(text),
        Value::Array(parts) => {
            let parts: Vec<String> = parts.iter().map(part).collect();
            safe(&parts.join(BETWEEN))
        }
        // Numbers are ours, and none of them is a formula.
        other => other.to_string(),
    }
}

fn part(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(pair) => {
            let of = |name| pair.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("{}={}", of("question_id"), of("answer_id"))
        }
        other => other.to_string(),
    }
}

/// Text that no spreadsheet takes for a formula: with an apostrophe before it where one might.
///
/// The signs are those of OWASP’s page on CSV injection, and each also after spaces, which some programs skip.
pub(crate) fn safe(text: &str) -> String {
    let risky = |sign: char| {
        matches!(
            sign,
            '=' | '+'
                | '-'
                | '@'
                | '|'
                | '%'
                | '＝'
                | '＋'
                | '－'
                | '＠'
                | '\t'
                | '\r'
                | '\n'
                | '\0'
        )
    };
    let first = text.chars().next();
    let first_word = text.trim_start().chars().next();
    if first.is_some_and(risky) || first_word.is_some_and(risky) {
        return format!("'{text}");
    }
    text.to_owned()
}

/// The names of children and services, by id.
pub(crate) struct Names<'a>(BTreeMap<String, &'a str>);

impl<'a> Names<'a> {
    pub(crate) fn new(contents: &'a Contents) -> Names<'a> {
        let children = contents.children.iter();
        let children = children.map(|it| (it.id.to_string(), it.name.as_str()));
        let services = contents.services.iter();
        let services = services.map(|it| (it.id.to_string(), it.name.as_str()));
        Names(children.chain(services).collect())
    }

    /// The name for an id, or for each of a list of ids; nothing for one that is not known.
    fn of(&self, column: &str, value: &Value) -> String {
        let name = |id: &str| self.0.get(id).copied().unwrap_or_default().to_owned();
        match value {
            Value::Array(ids) if column == "child_ids" => {
                let names = ids.iter().filter_map(Value::as_str).map(name);
                names.collect::<Vec<_>>().join(BETWEEN)
            }
            Value::String(id) => name(id),
            _ => String::new(),
        }
    }

    pub(crate) fn name(&self, id: impl ToString) -> Option<&'a str> {
        self.0.get(&id.to_string()).copied()
    }
}
