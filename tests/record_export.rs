//! The whole record in open formats, and back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and prints its figures"
)]

use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use serde_json::Value;
use tempfile::TempDir;
use withy::directory::Directory;
use withy::record::attachment::{self, Attachment};
use withy::record::export::{self, Choices, Lock, Made};
use withy::record::import::{How, Opened, bring_in};
use withy::record::{Cost, Note, Passphrase, Record, sample};

#[path = "record_export/back.rs"]
mod back;
#[path = "record_export/bad.rs"]
mod bad;
#[path = "record_export/damage.rs"]
mod damage;
#[path = "record_export/doubles.rs"]
mod doubles;
#[path = "record_export/line.rs"]
mod line;
#[path = "record_export/pages.rs"]
mod pages;
#[path = "record_export/speed.rs"]
mod speed;
#[path = "record/support.rs"]
mod support;
#[path = "record_export/tables.rs"]
mod tables;
#[path = "record_export/written.rs"]
mod written;
use support::{at, new_record};

const NOW: &str = "2026-11-23T14:30";
const PASSPHRASE: &str = "marsh lantern teapot ladder";

/// The bytes of the letter.
const LETTER: &[u8] = b"%PDF-1.7 whatever \0 \xff";

/// A record with something of every kind, something in the bin and something half typed.
fn full() -> (TempDir, Record) {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let directory = Directory::bundled().unwrap();
    sample::fill(&mut record, &now, &|slug| {
        directory.by_slug(slug).map(|service| service.id)
    })
    .unwrap();
    let note = Note {
        text: "=HYPERLINK(\"http://example.org\")\n<script>alert(1)</script> “ü” \u{1f600}"
            .to_owned(),
        people: "@home; +one".to_owned(),
        tags: vec!["-risk".to_owned(), "two; words".to_owned()],
        children: vec![record.children().unwrap()[0].id],
        ..Note::new(&now)
    };
    let gone = Note {
        text: "Thrown away".to_owned(),
        ..Note::new(&now)
    };
    record
        .change("Write", &now, |change| {
            change.put_note(&note)?;
            change.put_note(&gone)
        })
        .unwrap();
    record
        .change("Delete", &now, |change| change.delete_note(gone.id))
        .unwrap();
    let bytes = attachment::Opened::bytes("letter.pdf", LETTER);
    let letter = Attachment {
        title: "The council’s answer".to_owned(),
        belongs_to: Some(attachment::BelongsTo::Note(note.id)),
        children: note.children.clone(),
        ..Attachment::new(
            &now,
            "a/b: \"letter\".pdf",
            record.keep_content(bytes).unwrap(),
        )
    };
    record
        .change("Add", &now, |change| change.put_attachment(&letter))
        .unwrap();
    record
        .keep_draft("note/new", "{\"text\":\"The scho\"}", &now)
        .unwrap();
    (folder, record)
}

fn services() -> export::Services {
    let directory = Directory::bundled().unwrap();
    let services = directory.services().iter();
    services.map(|it| (it.id, it.name.clone())).collect()
}

fn plain() -> Choices {
    Choices {
        services: services(),
        ..Choices::default()
    }
}

fn locked() -> Choices {
    Choices {
        lock: Some(Lock {
            passphrase: Passphrase::new(PASSPHRASE),
            cost: Cost::of(64, 1),
        }),
        ..plain()
    }
}

fn exported(record: &Record, folder: &Path) -> Made {
    export::to_folder(record, folder, &plain(), &at(NOW)).unwrap()
}

/// One file of a plain export.
fn file_in(zip: &Path, name: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(zip).unwrap()).unwrap();
    let mut bytes = vec![];
    let _ = zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn text_in(zip: &Path, name: &str) -> String {
    String::from_utf8(file_in(zip, name)).unwrap()
}

fn names_in(zip: &Path) -> Vec<String> {
    let zip = zip::ZipArchive::new(std::fs::File::open(zip).unwrap()).unwrap();
    zip.file_names()
        .map(|name| name.unwrap().into_owned())
        .collect()
}

fn json_in(zip: &Path) -> Value {
    serde_json::from_slice(&file_in(zip, "record.json")).unwrap()
}

/// The same zip file with other files in it.
fn rewritten(zip: &Path, to: &Path, change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> PathBuf {
    let files: Vec<(String, Vec<u8>)> = names_in(zip)
        .into_iter()
        .map(|name| {
            let bytes = change(&name, file_in(zip, &name));
            (name, bytes)
        })
        .collect();
    zipped(to, &files)
}

fn zipped(to: &Path, files: &[(String, Vec<u8>)]) -> PathBuf {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let _ = zip.finish().unwrap();
    to.to_owned()
}

/// The export with another `record.json`, and a manifest that agrees with it.
fn with_record(zip: &Path, to: &Path, json: &[u8]) -> PathBuf {
    use sha2::Digest;
    let mut manifest: Value = serde_json::from_slice(&file_in(zip, "manifest.json")).unwrap();
    for file in manifest["files"].as_array_mut().unwrap() {
        if file["path"] == "record.json" {
            file["bytes"] = json.len().into();
            file["sha256"] = hex::encode(sha2::Sha256::digest(json)).into();
        }
    }
    rewritten(zip, to, |name, bytes| match name {
        "record.json" => json.to_vec(),
        "manifest.json" => serde_json::to_vec(&manifest).unwrap(),
        _ => bytes,
    })
}

fn brought_in(record: &mut Record, export: &Path, how: How, now: &ZonedDateTime) -> usize {
    let opened = Opened::read(export, None).unwrap();
    bring_in(record, &opened, how, now).unwrap().new
}
