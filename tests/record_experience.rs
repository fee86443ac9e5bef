//! What a family lived through beside a promise: kept, taken back, binned and found like anything else.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::civil::date;
use withy::record::{Child, Error, Experience, Item, Record};

#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";

fn experience(promise: &str, text: &str, day: i8) -> Experience {
    Experience {
        text: text.to_owned(),
        happened_on: date(2026, 5, day),
        ..Experience::new(&at(NOW), promise)
    }
}

fn put(record: &mut Record, label: &str, experience: &Experience) {
    record
        .change(label, &at(NOW), |change| change.put_experience(experience))
        .unwrap();
}

fn texts(record: &Record) -> Vec<String> {
    let all = record.experiences().unwrap();
    all.into_iter().map(|it| it.text).collect()
}

#[test]
fn the_newest_day_stands_first_and_of_one_day_the_last_added() {
    let (_folder, mut record) = new_record(&at(NOW));
    put(&mut record, "Add", &experience("c1", "early", 2));
    put(&mut record, "Add", &experience("c9", "late", 9));
    put(&mut record, "Add", &experience("c1", "late too", 9));
    assert_eq!(texts(&record), ["late too", "late", "early"]);
}

#[test]
fn a_change_of_it_can_be_taken_back_and_done_again() {
    let (folder, mut record) = new_record(&at(NOW));
    let mut one = experience("c5", "We waited a year", 2);
    put(&mut record, "Add", &one);
    one.text = "We waited two years".to_owned();
    one.happened_on = date(2026, 5, 3);
    put(&mut record, "Change", &one);
    assert_eq!(record.undo().unwrap().as_deref(), Some("Change"));
    assert_eq!(texts(&record), ["We waited a year"]);
    assert_eq!(record.search("year", 9).unwrap().len(), 1);
    assert!(record.search("years", 9).unwrap().is_empty());
    // Another day, the window opened anew.
    drop(record);
    let mut record = Record::open(&folder.path().join("record.db"), &key(), &at(NOW)).unwrap();
    assert_eq!(record.redo().unwrap().as_deref(), Some("Change"));
    assert_eq!(record.experience(one.id).unwrap(), Some(one));
    let _ = record.undo().unwrap();
    let _ = record.undo().unwrap();
    assert!(texts(&record).is_empty());
    assert!(record.search("waited", 9).unwrap().is_empty());
    record.check().unwrap();
}

#[test]
fn the_bin_holds_it_for_thirty_days() {
    let (folder, mut record) = new_record(&at(NOW));
    let one = experience("c5", "We waited a year\nand a day", 2);
    put(&mut record, "Add", &one);
    record
        .change("Delete", &at(NOW), |change| {
            change.delete_experience(one.id)
        })
        .unwrap();
    assert!(texts(&record).is_empty());
    assert!(record.search("waited", 9).unwrap().is_empty());
    let bin = record.bin().unwrap();
    assert_eq!(bin[0].what, Item::Experience(one.id));
    assert_eq!(bin[0].title, "We waited a year");
    assert_eq!(bin[0].goes_on, date(2026, 12, 23));
    let twice = record.change("Delete", &at(NOW), |change| {
        change.delete_experience(one.id)
    });
    assert!(matches!(twice, Err(Error::Gone)));
    record
        .change("Restore", &at(NOW), |change| change.restore(one.id.into()))
        .unwrap();
    assert_eq!(record.experience(one.id).unwrap(), Some(one.clone()));
    assert_eq!(
        record.search("waited", 9).unwrap()[0].title,
        "We waited a year"
    );
    let _ = record.undo().unwrap();
    drop(record);
    let path = folder.path().join("record.db");
    let record = Record::open(&path, &key(), &at("2026-12-23T14:30")).unwrap();
    assert_eq!(record.bin().unwrap().len(), 1);
    drop(record);
    let record = Record::open(&path, &key(), &at("2026-12-23T14:31")).unwrap();
    assert!(record.bin().unwrap().is_empty());
    record.check().unwrap();
}

#[test]
fn it_keeps_a_child_who_is_in_the_bin() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let maya = Child {
        name: "Maya".to_owned(),
        ..Child::new(&now)
    };
    let one = Experience {
        children: vec![maya.id],
        ..experience("c6", "Sent home again", 4)
    };
    record
        .change("Add", &now, |change| {
            change.put_child(&maya)?;
            change.put_experience(&one)
        })
        .unwrap();
    record
        .change("Delete", &now, |change| change.delete_child(maya.id))
        .unwrap();
    assert_eq!(record.experience(one.id).unwrap(), Some(one.clone()));
    let about_nobody = Experience {
        children: vec![],
        ..one.clone()
    };
    put(&mut record, "Change", &about_nobody);
    let _ = record.undo().unwrap();
    assert_eq!(record.experience(one.id).unwrap(), Some(one));
}
