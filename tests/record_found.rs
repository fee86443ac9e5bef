//! What is kept is found by its words, and has a short name.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use withy::directory::service;
use withy::record::{Appointment, Child, Experience, Item, Note, Question, SavedService, Step};

#[path = "record/support.rs"]
mod support;
use support::{at, new_record};

const NOW: &str = "2026-11-23T14:30";

#[test]
fn search_finds_everything_kept_and_the_title_first() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let child = Child {
        name: "Willow".to_owned(),
        ..Child::new(&now)
    };
    let note = Note {
        text: "A call.\nThey spoke of the willow tree at the gate".to_owned(),
        ..Note::new(&now)
    };
    let appointment = Appointment {
        said: "Bring a willow stick".to_owned(),
        ..Appointment::new(&now)
    };
    let question = Question {
        text: "Is willow safe?".to_owned(),
        ..Question::new(&now)
    };
    let saved = SavedService::new(&now, service::Id(uuid::Uuid::from_u128(7)), "Willow Café");
    let step = Step {
        text: "Plant a willow".to_owned(),
        due: Some(now.date()),
        ..Step::new(&now)
    };
    let experience = Experience {
        text: "The willow room was shut".to_owned(),
        ..Experience::new(&now, "c6")
    };
    record
        .change("Add", &now, |change| {
            change.put_child(&child)?;
            change.put_note(&note)?;
            change.put_appointment(&appointment)?;
            change.put_question(&question)?;
            change.put_saved_service(&saved)?;
            change.put_step(&step)?;
            change.put_experience(&experience)
        })
        .unwrap();
    let found = record.search("will", 9).unwrap();
    assert_eq!(found.len(), 7);
    let place = |item: Item| found.iter().position(|it| it.what == item).unwrap();
    assert!(
        place(child.id.into()) < place(note.id.into()),
        "a name counts more than a mention"
    );
    let of_note = &found[place(note.id.into())];
    assert_eq!(of_note.title, "A call.");
    assert_eq!(
        of_note.excerpt,
        "A call. They spoke of the willow tree at the gate"
    );
    assert_eq!(of_note.date, Some(now.date()));
    assert_eq!(record.search("will", 2).unwrap().len(), 2);
    // No accents needed; all the words needed; only the last may be half typed.
    assert_eq!(record.search("willow cafe", 9).unwrap().len(), 1);
    assert_eq!(record.search("wil cafe", 9).unwrap().len(), 0);
}

#[test]
fn short_names_are_cut_as_people_read() {
    let now = at(NOW);
    let titled = |text: &str| {
        Note {
            text: text.to_owned(),
            ..Note::new(&now)
        }
        .title()
    };
    assert_eq!(
        titled("\n\n  Rang the school \nsecond line"),
        "Rang the school"
    );
    assert_eq!(titled(" \n"), "Something else");
    let long = "They said that the next free place for this kind of appointment is in spring";
    assert_eq!(
        titled(long),
        "They said that the next free place for this kind of…"
    );
    assert_eq!(titled(&"é".repeat(70)), format!("{}…", "é".repeat(60)));
    let initial = |name: &str| {
        Child {
            name: name.to_owned(),
            ..Child::new(&now)
        }
        .initial()
    };
    assert_eq!(initial(" élodie"), "É");
    assert_eq!(initial("👩‍👧 us"), "👩‍👧");
    assert_eq!(initial(""), "");
}
