//! What is here already, in one way or another.

use withy::record::{Appointment, Child, Question};

use super::*;

/// A child, an appointment with a question, and a note.
fn small(now: &ZonedDateTime) -> (TempDir, Record) {
    let (folder, mut record) = new_record(now);
    let maya = Child {
        name: "Maya".to_owned(),
        ..Child::new(now)
    };
    let visit = Appointment {
        with_whom: "Dr Ellis".to_owned(),
        children: vec![maya.id],
        ..Appointment::new(now)
    };
    let question = Question {
        text: "How long?".to_owned(),
        appointment: Some(visit.id),
        children: vec![maya.id],
        ..Question::new(now)
    };
    let note = Note {
        text: "The school rang.".to_owned(),
        children: vec![maya.id],
        ..Note::new(now)
    };
    record
        .change("Begin", now, |change| {
            change.put_child(&maya)?;
            change.put_appointment(&visit)?;
            change.put_question(&question)?;
            change.put_note(&note)
        })
        .unwrap();
    (folder, record)
}

#[test]
fn what_differs_stays_as_it_is_here_unless_a_copy_is_wanted() {
    let now = at(NOW);
    let (folder, mut record) = small(&now);
    let made = exported(&record, folder.path());
    let mut note = record.notes(&Default::default()).unwrap().remove(0);
    note.text = "The school rang twice.".to_owned();
    record
        .change("Edit", &now, |change| change.put_note(&note))
        .unwrap();
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&record, &now).unwrap();
    assert_eq!(plan.different.len(), 1);
    assert_eq!(plan.different[0].title, "The school rang.");
    assert_eq!(plan.different[0].day, Some(now.date()));
    assert_eq!((plan.same, plan.new.len()), (3, 0));
    assert_eq!(brought_in(&mut record, &made.path, How::default(), &now), 0);
    let how = How {
        copies: true,
        doubles: false,
    };
    assert!(!plan.is_empty(how));
    assert_eq!(brought_in(&mut record, &made.path, how, &now), 1);
    let notes = record.notes(&Default::default()).unwrap();
    let texts: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
    assert!(texts.contains(&"The school rang.") && texts.contains(&"The school rang twice."));
    assert_eq!(notes[0].children, notes[1].children);
    let _ = record.undo().unwrap();
    assert_eq!(record.notes(&Default::default()).unwrap(), [note]);
}

#[test]
fn what_was_written_twice_is_named_and_taken_for_one() {
    let now = at(NOW);
    let (folder, record) = small(&now);
    let made = exported(&record, folder.path());
    // The same words, typed by somebody else on another computer.
    let (_other_folder, mut other) = small(&now);
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&other, &now).unwrap();
    let titles: Vec<&str> = plan.alike.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Maya", "The school rang.", "Dr Ellis", "How long?"]
    );
    assert!(plan.is_empty(How::default()), "{plan:?}");
    assert_eq!(brought_in(&mut other, &made.path, How::default(), &now), 0);
    let how = How {
        copies: false,
        doubles: true,
    };
    assert_eq!(brought_in(&mut other, &made.path, how, &now), 4);
    assert_eq!(other.counts().unwrap().children, 2);
    other.check().unwrap();
}

#[test]
fn new_things_join_the_child_that_is_here_under_another_identity() {
    let now = at(NOW);
    let (folder, mut record) = small(&now);
    let maya = record.children().unwrap()[0].id;
    let note = Note {
        text: "He slept.".to_owned(),
        children: vec![maya],
        ..Note::new(&now)
    };
    record
        .change("Write", &now, |change| change.put_note(&note))
        .unwrap();
    let made = exported(&record, folder.path());
    let (_other_folder, mut other) = small(&now);
    let here = other.children().unwrap()[0].id;
    assert_ne!(here, maya);
    assert_eq!(brought_in(&mut other, &made.path, How::default(), &now), 1);
    let brought = other.note(note.id).unwrap().unwrap();
    assert_eq!(brought.children, [here]);
}

#[test]
fn what_is_in_the_bin_here_stays_there_and_is_named() {
    let now = at(NOW);
    let (folder, mut record) = small(&now);
    let made = exported(&record, folder.path());
    let note = record.notes(&Default::default()).unwrap().remove(0);
    record
        .change("Delete", &now, |change| change.delete_note(note.id))
        .unwrap();
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&record, &now).unwrap();
    assert_eq!(plan.in_bin[0].title, "The school rang.");
    assert_eq!(brought_in(&mut record, &made.path, How::default(), &now), 0);
    assert_eq!(record.bin().unwrap().len(), 1);
}

#[test]
fn what_would_have_left_the_bin_is_not_brought_in_and_leaves_no_hole() {
    let now = at(NOW);
    let (folder, mut record) = small(&now);
    let maya = record.children().unwrap()[0].id;
    record
        .change("Delete", &now, |change| change.delete_child(maya))
        .unwrap();
    let made = exported(&record, folder.path());
    let later = at("2027-02-01T09:00");
    let (_other_folder, mut other) = new_record(&later);
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&other, &later).unwrap();
    assert_eq!((plan.too_old, plan.new.len()), (1, 3));
    assert_eq!(
        brought_in(&mut other, &made.path, How::default(), &later),
        3
    );
    let note = other.notes(&Default::default()).unwrap().remove(0);
    assert!(note.children.is_empty());
    let question = other.questions(&Default::default()).unwrap().remove(0);
    assert!(question.appointment.is_some());
    other.check().unwrap();
}

#[test]
fn what_is_being_typed_here_is_not_written_over() {
    let now = at(NOW);
    let (folder, mut record) = small(&now);
    record.keep_draft("note/new", "theirs", &now).unwrap();
    let made = exported(&record, folder.path());
    record.keep_draft("note/new", "ours", &now).unwrap();
    let opened = Opened::read(&made.path, None).unwrap();
    let plan = opened.compare(&record, &now).unwrap();
    assert_eq!((plan.drafts, plan.drafts_left), (0, 1));
    assert_eq!(brought_in(&mut record, &made.path, How::default(), &now), 0);
    assert_eq!(record.draft("note/new").unwrap().unwrap().words, "ours");
}
