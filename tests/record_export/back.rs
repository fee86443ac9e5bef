//! From an export back into a record.

use withy::record::export;
use withy::record::import::Plan;

use super::*;

/// What `record.json` says but for the day.
fn without_day(zip: &Path) -> String {
    let text = text_in(zip, "record.json");
    let lines = text.lines().filter(|line| !line.contains("\"made_at\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_comes_back_into_an_empty_record_is_the_same_to_the_last_byte() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let later = at("2026-11-30T09:00");
    let (other_folder, mut other) = new_record(&later);
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&other, &later).unwrap();
    assert_eq!(plan.counts, record.counts().unwrap());
    assert_eq!((plan.same, plan.drafts), (0, 1));
    assert!(plan.different.is_empty() && plan.alike.is_empty() && plan.in_bin.is_empty());
    let brought = bring_in(&mut other, &opened, How::default(), &later).unwrap();
    assert_eq!(brought.new, plan.new.len());
    assert_eq!(other.counts().unwrap(), record.counts().unwrap());
    other.check().unwrap();
    let again = export::to_folder(&other, other_folder.path(), &plain(), &later).unwrap();
    assert_eq!(without_day(&again.path), without_day(&made.path));
    // What came back is found, and is in the bin with its day.
    assert!(!other.search("alert", 5).unwrap().is_empty());
    assert_eq!(other.bin().unwrap(), record.bin().unwrap());
    assert_eq!(
        other.draft("note/new").unwrap(),
        record.draft("note/new").unwrap()
    );
}

#[test]
fn one_undo_takes_all_of_it_back_and_redo_brings_it_again() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let now = at(NOW);
    let (_other_folder, mut other) = new_record(&now);
    assert!(brought_in(&mut other, &made.path, How::default(), &now) > 20);
    let full = other.counts().unwrap();
    assert_eq!(other.undo().unwrap().as_deref(), Some("Import an export"));
    assert_eq!(other.counts().unwrap(), Default::default());
    assert!(other.bin().unwrap().is_empty());
    assert_eq!(other.can_undo().unwrap(), None, "it was one step");
    assert_eq!(other.redo().unwrap().as_deref(), Some("Import an export"));
    assert_eq!(other.counts().unwrap(), full);
    other.check().unwrap();
}

#[test]
fn a_second_import_changes_nothing() {
    let (folder, mut record) = full();
    let made = exported(&record, folder.path());
    let before = without_day(&made.path);
    let label = record.can_undo().unwrap();
    let now = at(NOW);
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&record, &now).unwrap();
    assert!(
        plan.is_empty(How {
            copies: true,
            doubles: true
        }),
        "{plan:?}"
    );
    assert!(plan.same > 20);
    let brought = bring_in(&mut record, &opened, How::default(), &now).unwrap();
    assert_eq!((brought.new, brought.drafts), (0, 0));
    let again = exported(&record, folder.path());
    assert_eq!(without_day(&again.path), before);
    assert_eq!(record.can_undo().unwrap(), label, "no step of undo");
}

#[test]
fn a_dry_run_changes_nothing() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let (_other_folder, other) = new_record(&at(NOW));
    let opened = Opened::read(&made.path, None).unwrap();
    let plan: Plan = opened.compare(&other, &at(NOW)).unwrap();
    assert!(!plan.is_empty(How::default()));
    assert_eq!(other.counts().unwrap(), Default::default());
    assert_eq!(other.can_undo().unwrap(), None);
}

#[test]
fn a_locked_export_comes_back_too() {
    let (folder, record) = full();
    let made = export::to_folder(&record, folder.path(), &locked(), &at(NOW)).unwrap();
    let (_other_folder, mut other) = new_record(&at(NOW));
    let opened = Opened::read(&made.path, Some(&Passphrase::new(PASSPHRASE))).unwrap();
    let _ = bring_in(&mut other, &opened, How::default(), &at(NOW)).unwrap();
    assert_eq!(other.counts().unwrap(), record.counts().unwrap());
}

#[test]
fn letters_and_files_go_out_and_come_back_byte_for_byte() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let json = json_in(&made.path);
    // The last that was added: the sample family has a letter of its own.
    let path = json["files"].as_array().unwrap().last().unwrap();
    let path = path["path"].as_str().unwrap();
    assert!(path.ends_with("/a-b- -letter-.pdf"), "{path}");
    assert_eq!(file_in(&made.path, path), LETTER);
    let page = text_in(&made.path, "index.html");
    let link = path.replace(' ', "%20");
    assert!(page.contains(&format!("<a href=\"{link}\">The council’s answer</a>")));
    let (_other_folder, mut other) = new_record(&at(NOW));
    let _ = brought_in(&mut other, &made.path, How::default(), &at(NOW));
    let came = other.attachments(&Default::default()).unwrap();
    assert_eq!(came, record.attachments(&Default::default()).unwrap());
    let mut bytes = vec![];
    let mut reading = other.read_content(&came[0].content).unwrap();
    let _ = reading.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, LETTER);
    let _ = other.undo().unwrap();
    assert!(other.attachments(&Default::default()).unwrap().is_empty());
    let _ = other.redo().unwrap();
    assert_eq!(other.attachments(&Default::default()).unwrap(), came);
    other.check().unwrap();
}

#[test]
fn the_same_letter_twice_stands_once_and_odd_names_can_be_unpacked_anywhere() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let names = [
        "letter.pdf",
        "letter.pdf",
        "CON",
        "..",
        "nul.txt",
        "a\tb. ",
        "../../x",
        "é".repeat(200).as_str(),
    ]
    .map(str::to_owned);
    for name in &names {
        let bytes = attachment::Opened::bytes(name, LETTER);
        let letter = Attachment::new(&now, name, record.keep_content(bytes).unwrap());
        record
            .change("Add", &now, |change| change.put_attachment(&letter))
            .unwrap();
    }
    let made = exported(&record, folder.path());
    let paths: Vec<String> = names_in(&made.path)
        .into_iter()
        .filter_map(|name| name.strip_prefix("files/").map(str::to_owned))
        .map(|name| name.split_once('/').unwrap().1.to_owned())
        .collect();
    let long = "é".repeat(80);
    assert_eq!(
        paths,
        [
            "letter.pdf",
            "_CON",
            "file",
            "_nul.txt",
            "a-b",
            "-..-x",
            long.as_str()
        ]
    );
    let (_other_folder, mut other) = new_record(&now);
    assert_eq!(
        brought_in(
            &mut other,
            &made.path,
            How {
                copies: false,
                doubles: true
            },
            &now
        ),
        names.len()
    );
}

#[test]
fn a_file_that_is_not_the_one_that_was_given_is_not_brought_in() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let mut json = json_in(&made.path);
    json["files"][0]["sha256"] = "0".repeat(64).into();
    let json = serde_json::to_vec(&json).unwrap();
    let changed = with_record(&made.path, &folder.path().join("changed.zip"), &json);
    let problem = Opened::read(&changed, None).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "This export is damaged. Nothing was changed. Use another copy of it."
    );
}
