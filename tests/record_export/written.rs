//! What stands in an export, and how it is written.

use std::collections::BTreeSet;

use serde_json::Value;
use withy::record::export::{self, dictionary};
use withy::record::import::{Error, Opened, is_locked};

use super::*;

#[test]
fn a_plain_export_is_one_zip_file_with_everything_in_it() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    assert_eq!(made.path, folder.path().join("Withy export 2026-11-23.zip"));
    assert_eq!(made.counts, record.counts().unwrap());
    assert_eq!((made.from_bin, made.locked), (1, false));
    assert!(made.not_read.is_empty());
    let bytes = std::fs::read(&made.path).unwrap();
    use sha2::Digest;
    assert_eq!(made.sha256, hex::encode(sha2::Sha256::digest(&bytes)));
    assert_eq!(made.bytes, bytes.len() as u64);
    let names: BTreeSet<String> = names_in(&made.path).into_iter().collect();
    for name in ["README.txt", "index.html", "record.json", "manifest.json"] {
        assert!(names.contains(name), "{names:?}");
    }
    for name in [
        "data-dictionary.html",
        "data-dictionary.csv",
        "tables/notes.csv",
    ] {
        assert!(names.contains(name), "{names:?}");
    }
    let manifest: Value = serde_json::from_slice(&file_in(&made.path, "manifest.json")).unwrap();
    for file in manifest["files"].as_array().unwrap() {
        let bytes = file_in(&made.path, file["path"].as_str().unwrap());
        assert_eq!(file["sha256"], hex::encode(sha2::Sha256::digest(&bytes)));
        assert_eq!(file["bytes"], bytes.len());
    }
    assert_eq!(manifest["files"].as_array().unwrap().len() + 1, names.len());
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, record) = full();
    for choices in [plain(), locked()] {
        let made = export::to_folder(&record, folder.path(), &choices, &at(NOW)).unwrap();
        let mode = std::fs::metadata(&made.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_second_export_of_the_day_gets_a_name_of_its_own() {
    let (folder, record) = full();
    let _ = exported(&record, folder.path());
    let second = exported(&record, folder.path());
    let name = second
        .path
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    assert_eq!(name, "Withy export 2026-11-23 (2).zip");
    let same = export::to_file(&record, &second.path, &plain(), &at(NOW));
    assert!(matches!(same, Err(export::Error::AlreadyThere)), "{same:?}");
    let nowhere = folder.path().join("not here");
    let none = export::to_folder(&record, &nowhere, &plain(), &at(NOW));
    assert_eq!(
        none.unwrap_err().to_string(),
        "There is no such folder. Check each part of it."
    );
}

#[test]
fn a_locked_export_opens_with_its_passphrase_only_and_shows_no_word() {
    let (folder, record) = full();
    let made = export::to_folder(&record, folder.path(), &locked(), &at(NOW)).unwrap();
    assert!(made.path.to_string_lossy().ends_with(".zip.age") && made.locked);
    assert!(is_locked(&made.path).unwrap());
    let bytes = std::fs::read(&made.path).unwrap();
    for word in ["Thrown away", "index.html", "PK\u{3}\u{4}"] {
        let found = bytes
            .windows(word.len())
            .any(|part| part == word.as_bytes());
        assert!(!found, "{word} is in it in plain text");
    }
    let opened = Opened::read(&made.path, Some(&Passphrase::new(PASSPHRASE))).unwrap();
    assert_eq!(opened.counts(), made.counts);
    assert_eq!(opened.sha256(), made.sha256);
    let none = Opened::read(&made.path, None).unwrap_err();
    assert!(matches!(none, Error::NeedsPassphrase));
    let wrong = Opened::read(&made.path, Some(&Passphrase::new("another"))).unwrap_err();
    assert!(matches!(wrong, Error::WrongPassphrase), "{wrong:?}");
    // Any program that knows age opens it, to the same zip file.
    let passphrase = age::secrecy::SecretString::from(PASSPHRASE.to_owned());
    let identity = age::scrypt::Identity::new(passphrase);
    let zip = age::decrypt(&identity, &bytes).unwrap();
    let zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    assert!(zip.index_for_name("record.json").is_some());
}

#[test]
fn nothing_is_left_of_an_export_that_cannot_be_written() {
    let (folder, record) = full();
    let target = folder.path().join("target");
    std::fs::create_dir(&target).unwrap();
    let path = target.join("no folder").join("export.zip");
    let none = export::to_file(&record, &path, &locked(), &at(NOW));
    assert!(matches!(none, Err(export::Error::NoFolder)), "{none:?}");
    assert_eq!(std::fs::read_dir(&target).unwrap().count(), 0);
}

#[test]
fn every_field_is_in_the_dictionary_and_the_dictionary_has_no_other() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let json = json_in(&made.path);
    let mut there = BTreeSet::new();
    let mut add = |list: &str, thing: &Value| {
        for field in thing.as_object().unwrap().keys() {
            let _ = there.insert((list.to_owned(), field.clone()));
        }
    };
    add("record", &json);
    for (list, things) in json.as_object().unwrap() {
        let Some(things) = things.as_array() else {
            continue;
        };
        assert!(
            list == "not_read" || !things.is_empty(),
            "{list} has nothing to look at"
        );
        for thing in things.iter().filter(|thing| thing.is_object()) {
            add(list, thing);
        }
    }
    for path in json["paths"].as_array().unwrap() {
        for answer in path["answers"].as_array().unwrap() {
            add("answers", answer);
        }
    }
    let fields = dictionary::fields().unwrap();
    let described: BTreeSet<(String, String)> = fields
        .iter()
        .filter(|field| field.list != "tables")
        .map(|field| (field.list.clone(), field.field.clone()))
        .collect();
    assert_eq!(there, described);
    for field in fields {
        for (what, words) in [("meaning", &field.meaning), ("type", &field.kind)] {
            assert!(
                !words.is_empty(),
                "{}.{} has no {what}",
                field.list,
                field.field
            );
        }
        let sentences = field.meaning.split_inclusive(['.', ':']);
        for sentence in sentences {
            assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
        }
    }
}

#[test]
fn every_choice_is_in_the_dictionary() {
    use withy::record::{child::Colour, note::Kind, saved_service::Status};
    let fields = dictionary::fields().unwrap();
    let choices = |list: &str, name: &str| {
        let of = |field: &&dictionary::Field| field.list == list && field.field == name;
        let format = fields.iter().find(of).unwrap().format.clone();
        format.split(", ").map(str::to_owned).collect::<Vec<_>>()
    };
    let colours: Vec<&str> = Colour::ALL.iter().map(|it| it.code()).collect();
    assert_eq!(choices("children", "colour"), colours);
    let kinds: Vec<&str> = Kind::ALL.iter().map(|it| it.code()).collect();
    assert_eq!(choices("notes", "kind"), kinds);
    let states: Vec<&str> = Status::ALL.iter().map(|it| it.code()).collect();
    assert_eq!(choices("saved_services", "status"), states);
}
