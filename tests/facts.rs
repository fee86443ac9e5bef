#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::panic, reason = "a test stops at the first surprise")]
//! Every fact of the directory has a source, a lasting id and plain words.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use uuid::Uuid;
use withy::directory::{Directory, Need, ReferralRoute, Scope, Sector};

#[path = "support/prose.rs"]
mod prose;

/// What a service may have evidence for, by the names of its fields.
const FIELDS: &[&str] = &[
    "name",
    "alternate_name",
    "description",
    "url",
    "email",
    "eligibility_description",
    "application_process",
    "minimum_age",
    "maximum_age",
    "fees",
    "phones",
    "contacts",
    "schedules",
    "location",
    "attributes",
];

fn file(name: &str) -> Value {
    let path = format!("{}/data/directory/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// Every value of the file with its path, such as `services.phones.number`.
fn walk<'a>(value: &'a Value, path: &str, visit: &mut impl FnMut(&str, &'a Value)) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                walk(value, &path, visit);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| walk(value, path, visit)),
        _ => visit(path, value),
    }
}

fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn all_174_services_are_there_once_and_in_order() {
    let directory = file("somerset.json");
    let slugs: Vec<&str> = list(&directory, "services")
        .iter()
        .map(|service| text(service, "withy_slug"))
        .collect();
    assert_eq!(slugs.len(), 174);
    assert!(slugs.is_sorted_by(|before, after| before < after));
}

#[test]
fn the_directory_finds_nothing_wrong_with_itself() {
    none(Directory::bundled().unwrap().validate());
}

#[test]
fn every_service_has_sources_that_say_what_they_support() {
    let directory = file("somerset.json");
    let mut problems = Vec::new();
    for service in list(&directory, "services") {
        let slug = text(service, "withy_slug");
        let sources = list(&service["withy_provenance"], "sources");
        if sources.is_empty() {
            problems.push(format!("{slug} has no source"));
        }
        for source in sources {
            let evidences = list(source, "evidences");
            if evidences.is_empty() {
                problems.push(format!("{slug}: {} supports nothing", text(source, "url")));
            }
            for field in evidences.iter().filter_map(Value::as_str) {
                let held = match field {
                    "location" => &service["service_at_locations"],
                    field => &service[field],
                };
                let there = FIELDS.contains(&field) && !held.is_null();
                let empty = held.as_array().is_some_and(Vec::is_empty);
                if !there || empty {
                    problems.push(format!(
                        "{slug}: a source supports “{field}”, which is not there"
                    ));
                }
            }
            let dated = source.get("seen_from").or(source.get("seen_to")).is_some();
            if dated && source["seen"].is_null() {
                problems.push(format!("{slug}: a source has days and no date in words"));
            }
        }
    }
    none(problems);
}

#[test]
fn every_link_is_on_the_web() {
    let mut problems = Vec::new();
    for name in [
        "somerset.json",
        "old_names.json",
        "places.json",
        "synonyms.json",
    ] {
        walk(&file(name), "", &mut |path, value| {
            let last = path.rsplit('.').next().unwrap_or_default();
            let Some(link) = value.as_str() else { return };
            let is_link = ["url", "website", "withy_websites"].contains(&last);
            let web = link.starts_with("https://") || link.starts_with("http://");
            if is_link && (!web || link.contains(char::is_whitespace)) {
                problems.push(format!("{name} {path}: {link}"));
            }
        });
    }
    none(problems);
}

#[test]
fn nothing_unknown_is_written_as_null() {
    let mut problems = Vec::new();
    walk(&file("somerset.json"), "", &mut |path, value| {
        // A page with no date says so.
        let says_so = path == "services.withy_provenance.sources.seen";
        if (value.is_null() && !says_so) || value.as_str() == Some("") {
            problems.push(path.to_owned());
        }
    });
    none(problems);
}

#[test]
fn ids_last_for_ever() {
    let directory = file("somerset.json");
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"https://withy.invalid/directory");
    let expect = |value: &Value, name: String| {
        let id = Uuid::new_v5(&namespace, name.as_bytes()).to_string();
        assert_eq!(text(value, "id"), id, "{name}");
    };
    let organizations = list(&directory, "organizations");
    for organization in organizations {
        expect(
            organization,
            format!("organization/{}", text(organization, "name")),
        );
    }
    let known: BTreeSet<&str> = organizations.iter().map(|one| text(one, "id")).collect();
    for service in list(&directory, "services") {
        let slug = text(service, "withy_slug");
        expect(service, format!("service/{slug}"));
        assert!(known.contains(text(service, "organization_id")), "{slug}");
        for (number, phone) in list(service, "phones").iter().enumerate() {
            expect(phone, format!("phone/{slug}/{}", number + 1));
        }
        for attribute in list(service, "attributes") {
            assert_eq!(attribute["link_id"], service["id"], "{slug}");
        }
    }
}

#[test]
fn no_two_things_share_an_id() {
    let directory = file("somerset.json");
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut see = |value, what| {
        let id = text(value, "id");
        if let Some(before) = seen.insert(id, what) {
            problems.push(format!("{id} is a {before} and a {what}"));
        }
    };
    for what in ["organizations", "taxonomies", "taxonomy_terms", "services"] {
        list(&directory, what).iter().for_each(|one| see(one, what));
    }
    for service in list(&directory, "services") {
        for what in [
            "phones",
            "contacts",
            "schedules",
            "attributes",
            "service_at_locations",
        ] {
            list(service, what).iter().for_each(|one| see(one, what));
        }
    }
    none(problems);
}

#[test]
fn terms_have_the_same_name_in_the_file_and_on_the_screen() {
    let directory = file("somerset.json");
    let mut named: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    for need in Need::ALL {
        let _ = named.insert(("withy-need", need.code(), need.words()));
    }
    for sector in Sector::ALL {
        let _ = named.insert(("withy-sector", sector.code(), sector.words()));
    }
    for scope in Scope::ALL {
        let _ = named.insert(("withy-scope", scope.code(), scope.words()));
    }
    for route in ReferralRoute::ALL {
        let _ = named.insert(("withy-referral", route.code(), route.words()));
    }
    let in_file: BTreeSet<(&str, &str, &str)> = list(&directory, "taxonomy_terms")
        .iter()
        .map(|term| {
            (
                text(term, "taxonomy"),
                text(term, "code"),
                text(term, "name"),
            )
        })
        .filter(|(taxonomy, ..)| taxonomy.starts_with("withy-"))
        .collect();
    assert_eq!(in_file, named);
    for service in list(&directory, "services") {
        for attribute in list(service, "attributes") {
            let term = &attribute["taxonomy_term"];
            let term = (
                text(term, "taxonomy"),
                text(term, "code"),
                text(term, "name"),
            );
            assert!(
                !term.0.starts_with("withy-") || named.contains(&term),
                "{term:?}"
            );
        }
    }
}

#[test]
fn phone_numbers_are_spaced_as_people_read_them() {
    let directory = file("somerset.json");
    for service in list(&directory, "services") {
        for phone in list(service, "phones") {
            let number = text(phone, "number");
            // Dialled before a number to type instead of talking.
            let number = number.strip_prefix("18001 ").unwrap_or(number);
            let groups: Vec<&str> = number.split(' ').collect();
            let digits: String = groups.concat();
            let short = digits.len() <= 6;
            assert!(digits.chars().all(|c| c.is_ascii_digit()), "{number}");
            assert!(
                groups.iter().all(|group| (3..=5).contains(&group.len())),
                "{number}"
            );
            assert!(
                short || (digits.starts_with('0') && groups.len() >= 2),
                "{number}"
            );
            assert!(short || (8..=11).contains(&digits.len()), "{number}");
        }
    }
}

#[test]
fn every_sentence_of_the_directory_is_plain() {
    let mut problems = Vec::new();
    walk(&file("somerset.json"), "", &mut |path, value| {
        let Some(words) = value.as_str() else { return };
        let found = match path {
            "organizations.name"
            | "services.name"
            | "services.alternate_name"
            | "organizations.description" => prose::problems_of_name(words),
            "services.description"
            | "services.eligibility_description"
            | "services.application_process"
            | "services.phones.description"
            | "services.schedules.description"
            | "withy_directory.about"
            | "services.service_at_locations.location.description"
            | "services.withy_provenance.sources.seen"
            | "services.withy_provenance.may_be_out_of_date_because" => prose::problems(words),
            _ => return,
        };
        problems.extend(
            found
                .into_iter()
                .map(|problem| format!("{path}: {problem}")),
        );
    });
    none(problems);
}

#[test]
fn every_old_name_has_a_source_or_says_that_none_was_found() {
    let mut problems = Vec::new();
    for name in file("old_names.json").as_array().unwrap() {
        let old = text(name, "old");
        let unknown = name["now"].is_null();
        if list(name, "sources").is_empty() != unknown {
            problems.push(format!(
                "“{old}” needs a name of today with a source, or neither"
            ));
        }
        if unknown && !text(name, "note").starts_with("We could not confirm") {
            problems.push(format!("“{old}” does not say that nobody could confirm it"));
        }
        for key in ["old", "now"] {
            let name = name[key].as_str();
            problems.extend(name.map(prose::problems_of_name).unwrap_or_default());
        }
        for key in ["since", "note"] {
            problems.extend(name[key].as_str().map(prose::problems).unwrap_or_default());
        }
    }
    none(problems);
}

#[test]
fn the_rules_of_prose_can_fail() {
    for wrong in [
        "Ring on 06/08/18.",
        "Ring on 2018-08-06.",
        "Open at 17:00.",
        "Open at 9.30am.",
        "Closed at 12pm.",
        "Closed at 5:00pm.",
        "Ring 01749836691.",
        "Ring +44 1749 836 691.",
        "Ring (01749) 836 691.",
        "Open Mon to Fri.",
        "Open Mon-Fri.",
        "Closed on Aug 6.",
        "Closed on 6th August.",
        "Open at 9 am.",
        "Press OK.",
        "Invalid date.",
        "Click here for more.",
        "Ask the parent.",
        "You may have to fight.",
        "It's open.",
        "For special needs.",
        "Ends with a space. ",
        "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty more.",
    ] {
        assert!(!prose::problems(wrong).is_empty(), "{wrong}");
    }
    for right in [
        "Ring 01749 836 691.",
        "Open Monday to Friday, 9am to midday.",
        "It’s open at 5:30pm.",
        "Since 6 August 2018.",
        "Ask the parent carer forum.",
        "For the parents of a child in 6th grade.",
        "May 2025",
        "2022-23 school year",
        "24 hours a day, 7 days a week",
    ] {
        assert_eq!(prose::problems(right), Vec::<String>::new());
    }
    assert!(prose::problems_of_name("School of special needs").is_empty());
}
