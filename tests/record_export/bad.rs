//! Anything at all instead of an export: a sentence, never a panic, never half an import.

use proptest::prelude::*;
use withy::record::import::Error;

use super::*;

fn refused(path: &Path) -> Error {
    Opened::read(path, None).unwrap_err()
}

#[test]
fn other_files_are_other_files() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    assert!(matches!(
        refused(&folder.path().join("nothing")),
        Error::NotThere
    ));
    assert!(matches!(refused(folder.path()), Error::NotThere));
    assert!(matches!(refused(&file("empty", b"")), Error::NotOurs));
    assert!(matches!(
        refused(&file("text", b"Dear Sir")),
        Error::NotOurs
    ));
    let backup = file("backup", b"WITHY BACKUP  1\nwhatever");
    assert!(matches!(refused(&backup), Error::IsABackup));
    let other = zipped(
        &folder.path().join("other.zip"),
        &[("a.txt".to_owned(), b"a".to_vec())],
    );
    assert!(matches!(refused(&other), Error::NotOurs));
    let record_file = folder.path().join("record.db");
    assert!(matches!(refused(&record_file), Error::NotOurs));
    let half = std::fs::read(&made.path).unwrap();
    let half = file("half.zip", &half[..half.len() / 2]);
    assert!(matches!(refused(&half), Error::Damaged));
}

#[test]
fn a_file_that_is_not_as_it_was_written_is_refused() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    for name in names_in(&made.path)
        .iter()
        .filter(|name| *name != "manifest.json")
    {
        let to = folder.path().join("changed.zip");
        let changed = rewritten(&made.path, &to, |it, mut bytes| {
            if it == name {
                bytes.push(b' ');
            }
            bytes
        });
        assert!(matches!(refused(&changed), Error::Damaged), "{name}");
    }
}

#[test]
fn a_newer_format_is_refused_whatever_is_in_it() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let to = folder.path().join("newer.zip");
    let newer = rewritten(&made.path, &to, |name, bytes| match name {
        "manifest.json" => br#"{"format":"withy-export","format_version":2,"parts":[]}"#.to_vec(),
        _ => bytes,
    });
    assert!(matches!(refused(&newer), Error::Newer));
}

#[test]
fn a_bomb_is_not_unpacked_and_no_path_leads_out() {
    let folder = tempfile::tempdir().unwrap();
    let bomb = vec![b' '; 300 * 1024 * 1024];
    let manifest = |path: &str, bytes: u64| {
        serde_json::json!({"format": "withy-export", "format_version": 1, "made_at": "2026-11-23T14:30:00+00:00[Europe/London]",
            "files": [{"path": path, "bytes": bytes, "sha256": ""}]})
        .to_string()
        .into_bytes()
    };
    let to = folder.path().join("bomb.zip");
    for bytes in [10, bomb.len() as u64] {
        let files = [
            ("manifest.json".to_owned(), manifest("record.json", bytes)),
            ("record.json".to_owned(), bomb.clone()),
        ];
        let problem = refused(&zipped(&to, &files));
        let right = match bytes {
            10 => matches!(problem, Error::Damaged),
            _ => matches!(problem, Error::TooLarge),
        };
        assert!(right, "{problem:?}");
    }
    let files = [
        (
            "manifest.json".to_owned(),
            manifest("record.json", u64::MAX),
        ),
        ("record.json".to_owned(), b"{}".to_vec()),
    ];
    assert!(matches!(refused(&zipped(&to, &files)), Error::TooLarge));
    let out = "../../outside.txt";
    let files = [
        ("manifest.json".to_owned(), manifest(out, 1)),
        (out.to_owned(), b"a".to_vec()),
    ];
    assert!(matches!(refused(&zipped(&to, &files)), Error::Damaged));
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing was unpacked");
}

#[test]
fn one_thing_twice_is_refused() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let mut json = json_in(&made.path);
    let note = json["notes"][0].clone();
    json["notes"].as_array_mut().unwrap().push(note);
    let json = serde_json::to_vec(&json).unwrap();
    let twice = with_record(&made.path, &folder.path().join("twice.zip"), &json);
    assert!(matches!(refused(&twice), Error::Twice));
}

/// Every place in a JSON value, as the way to it.
fn places(value: &Value, way: String, all: &mut Vec<String>) {
    all.push(way.clone());
    match value {
        Value::Array(parts) => {
            for (at, part) in parts.iter().enumerate().take(2) {
                places(part, format!("{way}/{at}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, format!("{way}/{name}"), all);
            }
        }
        _ => {}
    }
}

/// It is refused, or all of it comes in and the record is sound.
fn all_or_nothing(export: &Path, passphrase: Option<&Passphrase>) {
    let Ok(opened) = Opened::read(export, passphrase) else {
        return;
    };
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let plan = opened.compare(&record, &now).unwrap();
    match bring_in(&mut record, &opened, How::default(), &now) {
        Ok(brought) => {
            assert_eq!(brought.new, plan.new.len());
            assert_eq!(record.counts().unwrap(), plan.counts);
        }
        Err(problem) => {
            assert_eq!(record.counts().unwrap(), Default::default(), "{problem:?}");
            assert!(
                record.bin().unwrap().is_empty() && record.draft("note/new").unwrap().is_none()
            );
        }
    }
    record.check().unwrap();
}

/// One export for all cases: making it takes longer than reading it.
fn an_export() -> &'static (TempDir, PathBuf, Vec<u8>, Value) {
    static EXPORT: std::sync::OnceLock<(TempDir, PathBuf, Vec<u8>, Value)> =
        std::sync::OnceLock::new();
    EXPORT.get_or_init(|| {
        let (folder, record) = full();
        let made = exported(&record, folder.path());
        let bytes = std::fs::read(&made.path).unwrap();
        let json = json_in(&made.path);
        (folder, made.path, bytes, json)
    })
}

fn written(bytes: &[u8]) -> tempfile::NamedTempFile {
    use std::io::Write;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,30}".prop_map(Value::from),
        Just(Value::from("not-a-uuid")),
        Just(Value::from("2026-13-45")),
        Just(Value::from("2026-03-29T01:30:00+00:00[Europe/London]")),
        Just(Value::from("-009999-01-01T00:00:00+00:00[UTC]")),
        Just(Value::from("00000000-0000-0000-0000-000000000000")),
        Just(serde_json::json!([])),
        Just(serde_json::json!({"a": 1})),
        Just(serde_json::json!(["x", 1, null])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_changed_are_refused_or_harmless(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (_, _, sound, _) = an_export();
        let mut bytes = sound.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        all_or_nothing(written(&bytes).path(), None);
    }

    #[test]
    fn the_end_of_a_zip_file_may_say_anything(
        changes in prop::collection::vec((0_usize..1200, any::<u8>()), 1..8),
    ) {
        let (_, _, sound, _) = an_export();
        let mut bytes = sound.clone();
        for (from_end, byte) in changes {
            let at = bytes.len() - 1 - from_end.min(bytes.len() - 1);
            bytes[at] = byte;
        }
        all_or_nothing(written(&bytes).path(), None);
    }

    #[test]
    fn any_value_in_the_record_is_refused_or_comes_in_whole(
        changes in prop::collection::vec((any::<prop::sample::Index>(), odd_value()), 1..3),
    ) {
        let (folder, zip, _, sound) = an_export();
        let mut json = sound.clone();
        let mut ways = vec![];
        places(sound, String::new(), &mut ways);
        for (at, value) in changes {
            if let Some(place) = json.pointer_mut(&ways[at.index(ways.len())]) {
                *place = value;
            }
        }
        let to = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
        let changed = with_record(zip, to.path(), &serde_json::to_vec(&json).unwrap());
        all_or_nothing(&changed, None);
    }

    #[test]
    fn any_text_in_place_of_the_record_or_the_manifest_is_refused(text in ".{0,200}", manifest: bool) {
        let (folder, zip, _, _) = an_export();
        let to = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
        let changed = if manifest {
            rewritten(zip, to.path(), |name, bytes| match name {
                "manifest.json" => text.clone().into_bytes(),
                _ => bytes,
            })
        } else {
            with_record(zip, to.path(), text.as_bytes())
        };
        prop_assert!(Opened::read(&changed, None).is_err());
    }
}

#[test]
fn a_locked_export_with_any_byte_changed_is_refused() {
    let (folder, record) = full();
    let made = export::to_folder(&record, folder.path(), &locked(), &at(NOW)).unwrap();
    let sound = std::fs::read(&made.path).unwrap();
    let right = Passphrase::new(PASSPHRASE);
    for at in (0..sound.len()).step_by(sound.len() / 40) {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x20;
        let file = written(&bytes);
        assert!(
            Opened::read(file.path(), Some(&right)).is_err(),
            "byte {at}"
        );
        let file = written(&sound[..at]);
        assert!(
            Opened::read(file.path(), Some(&right)).is_err(),
            "cut at {at}"
        );
    }
}
