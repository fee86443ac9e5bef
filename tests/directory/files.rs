//! Files that are damaged, missing, newer or from somebody else.

use withy::directory::{Directory, Error};

const SMALL: &str = r#"{
 "version": "HSDS-UK-3.0",
 "withy_directory": { "name": "A", "area": "B", "compiled_on": "2026-11-23", "about": "C." },
 "organizations": [ { "id": "00000000-0000-0000-0000-000000000001", "name": "The organisation" } ],
 "services": [ {
  "id": "00000000-0000-0000-0000-000000000002",
  "organization_id": "00000000-0000-0000-0000-000000000001",
  "name": "Talking group", "description": "A group.", "email": "a@b.org",
  "contacts": [ { "id": "00000000-0000-0000-0000-000000000003", "email": "c@d.org" } ],
  "schedules": [ { "id": "00000000-0000-0000-0000-000000000004", "description": "Mondays" } ],
  "attributes": [
   { "link_type": "sector", "taxonomy_term": { "code": "community", "taxonomy": "withy-sector" } },
   { "link_type": "scope", "taxonomy_term": { "code": "somerset", "taxonomy": "withy-scope" } },
   { "link_type": "send_need", "taxonomy_term": { "code": "SLCN", "taxonomy": "dfe-sen-need" } },
   { "link_type": "send_need", "taxonomy_term": { "code": "speech-language", "taxonomy": "withy-need" } }
  ],
  "withy_slug": "talking-group", "something_else": [1, 2],
  "withy_provenance": { "sources": [], "confidence": "low" }
 } ]
}"#;

#[test]
fn a_small_file_is_read() {
    let directory = Directory::with_services(SMALL).unwrap();
    let service = directory.by_slug("talking-group").unwrap();
    assert_eq!(service.organization, "The organisation");
    assert_eq!(service.emails, ["a@b.org", "c@d.org"]);
    assert_eq!(service.opening_hours.as_deref(), Some("Mondays"));
    assert_eq!(
        service.needs.len(),
        1,
        "terms of other lists are left alone"
    );
    assert!(service.phones.is_empty());
    let problems = directory.validate();
    assert!(
        problems.contains(&"“Talking group” has no source.".to_owned()),
        "{problems:?}"
    );
}

#[test]
fn a_damaged_file_says_where() {
    for (from, to, said) in [
        ("\"version\"", "\"version", "at line 2"),
        ("\"low\"", "\"certain\"", "at record 1, “Talking group”"),
        (
            "\"community\"",
            "\"circus\"",
            "at record 1, “Talking group”",
        ),
        ("\"name\": \"Talking group\", ", "", "at record 1."),
        (
            "000000000001\",\n  \"name\"",
            "000000000009\",\n  \"name\"",
            "at record 1, “Talking group”",
        ),
    ] {
        let damaged = SMALL.replacen(from, to, 1);
        assert_ne!(damaged, SMALL);
        let error = Directory::with_services(&damaged).unwrap_err();
        assert!(matches!(error, Error::Damaged { .. }), "{error:?}");
        let sentence = error.to_string();
        assert!(sentence.contains(said), "{sentence}");
        assert!(sentence.contains("somerset.json"), "{sentence}");
    }
    let error = Directory::with_services("").unwrap_err().to_string();
    assert!(error.contains("damaged"), "{error}");
}

#[test]
fn a_newer_file_says_so() {
    for (version, newer) in [
        ("HSDS-UK-3.0", false),
        ("3.0", false),
        ("V3", false),
        ("HSDS-UK-3.1", true),
        ("HSDS-UK-4.0", true),
    ] {
        let text = SMALL.replacen("HSDS-UK-3.0", version, 1);
        let refused = matches!(Directory::with_services(&text), Err(Error::Newer { .. }));
        assert_eq!(refused, newer, "{version}");
    }
}

#[test]
fn a_file_on_this_computer_is_read_or_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    let error = Directory::from_file(&path).unwrap_err();
    assert!(matches!(error, Error::Missing { .. }));
    assert!(error.to_string().contains("mine.json"), "{error}");

    std::fs::write(&path, SMALL).unwrap();
    assert_eq!(Directory::from_file(&path).unwrap().services().len(), 1);

    std::fs::write(&path, b"\xff\xfe{").unwrap();
    let error = Directory::from_file(&path).unwrap_err();
    assert!(
        error.to_string().contains("“mine.json” is damaged"),
        "{error}"
    );
}
