//! The tables, as a spreadsheet takes them.

use super::*;

fn table(zip: &Path, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text_in(zip, &format!("tables/{name}.csv"));
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.contains("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().map(str::to_owned).collect()
    });
    (head, rows.collect())
}

#[test]
fn each_kind_has_a_table_with_a_row_for_each_thing() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let json = json_in(&made.path);
    for (list, things) in json.as_object().unwrap() {
        let Some(things) = things.as_array() else {
            continue;
        };
        if ["services", "not_read"].contains(&list.as_str()) {
            continue;
        }
        let (head, rows) = table(&made.path, list);
        assert_eq!(rows.len(), things.len(), "{list}");
        let fields: std::collections::BTreeSet<&String> =
            things[0].as_object().unwrap().keys().collect();
        let own = head
            .iter()
            .filter(|name| !name.ends_with("_names") && *name != "service_name");
        assert_eq!(
            own.collect::<std::collections::BTreeSet<_>>(),
            fields,
            "{list}"
        );
    }
    let (head, rows) = table(&made.path, "notes");
    let names = head.iter().position(|name| name == "child_names").unwrap();
    let child = record.children().unwrap()[0].name.clone();
    assert!(rows.iter().any(|row| row[names] == child));
}

#[test]
fn no_cell_begins_as_a_formula_and_no_words_are_lost() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let mut guarded = 0;
    for name in names_in(&made.path)
        .iter()
        .filter_map(|name| name.strip_prefix("tables/"))
    {
        let (_, rows) = table(&made.path, name.strip_suffix(".csv").unwrap());
        for cell in rows.iter().flatten() {
            let sign = cell.trim_start().chars().next();
            let number = cell.parse::<i64>().is_ok();
            let risky = sign.is_some_and(|sign| "=+-@|%\t\r\n\0＝＋－＠".contains(sign));
            assert!(number || !risky, "{name}: {cell:?}");
            guarded += usize::from(cell.starts_with('\''));
        }
    }
    assert_eq!(guarded, 3, "text, people and tags of one note");
    let (head, rows) = table(&made.path, "notes");
    let text = head.iter().position(|name| name == "text").unwrap();
    let all = record.notes(&Default::default()).unwrap();
    let risky = all.iter().find(|note| note.text.starts_with('=')).unwrap();
    let cell = format!("'{}", risky.text);
    assert!(rows.iter().any(|row| row[text] == cell));
}

#[test]
fn words_with_any_first_sign_stay_words() {
    let now = at(NOW);
    for first in [
        "=", "+", "-", "@", "\t=", "\r", "\n+", "  =", "＝", "|", "%", "\0", "\u{a0}@",
    ] {
        let (folder, mut record) = new_record(&now);
        let note = Note {
            text: format!("{first}cmd|' /C calc'!A0\",;\n=1+1"),
            ..Note::new(&now)
        };
        record
            .change("Write", &now, |change| change.put_note(&note))
            .unwrap();
        let made = exported(&record, folder.path());
        let (head, rows) = table(&made.path, "notes");
        let text = head.iter().position(|name| name == "text").unwrap();
        assert_eq!(rows[0][text], format!("'{}", note.text), "{first:?}");
        assert_eq!(json_in(&made.path)["notes"][0]["text"], note.text);
    }
}
