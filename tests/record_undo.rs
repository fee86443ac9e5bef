//! A change is whole or nothing; it can be taken back and done again, even another day; the bin keeps 30 days.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::civil::date;
use withy::record::{
    Appointment, Child, Error, Item, Note, NoteFilter, Question, QuestionFilter, Record, Step,
};

#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";

fn note(text: &str) -> Note {
    Note {
        text: text.to_owned(),
        ..Note::new(&at(NOW))
    }
}

fn put(record: &mut Record, label: &str, note: &Note) {
    record
        .change(label, &at(NOW), |change| change.put_note(note))
        .unwrap();
}

/// The texts of all notes and the words that search finds must always agree.
fn words(record: &Record) -> Vec<String> {
    let notes = record.notes(&NoteFilter::default()).unwrap();
    for note in &notes {
        let found = record.search(&note.text, 99).unwrap();
        assert!(
            found.iter().any(|it| it.what == Item::Note(note.id)),
            "{} not found",
            note.text
        );
    }
    let mut texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
    texts.sort();
    texts
}

fn reopen(folder: &tempfile::TempDir, record: Record, now: &str) -> Record {
    drop(record);
    Record::open(&folder.path().join("record.db"), &key(), &at(now)).unwrap()
}

#[test]
fn a_change_that_fails_leaves_nothing_behind() {
    let (_folder, mut record) = new_record(&at(NOW));
    put(&mut record, "Add a note", &note("before"));
    let answer: Result<(), Error> = record.change("Break", &at(NOW), |change| {
        change.put_note(&note("never"))?;
        change.delete_note(note("unknown").id)
    });
    assert!(matches!(answer, Err(Error::Gone)));
    assert_eq!(words(&record), ["before"]);
    assert!(record.search("never", 9).unwrap().is_empty());
    assert_eq!(record.can_undo().unwrap().as_deref(), Some("Add a note"));
}

#[test]
fn a_change_that_panics_leaves_nothing_behind() {
    let (_folder, mut record) = new_record(&at(NOW));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = record.change("Break", &at(NOW), |change| {
            change.put_note(&note("never"))?;
            assert!(change.put_note(&note("never")).is_err(), "on purpose");
            Ok(())
        });
    }));
    assert!(panicked.is_err());
    put(&mut record, "Add a note", &note("after"));
    assert_eq!(words(&record), ["after"]);
}

#[test]
fn undo_and_redo_walk_through_every_step_across_restarts() {
    let (folder, mut record) = new_record(&at(NOW));
    let mut one = note("one");
    put(&mut record, "Add one", &one);
    one.text = "one changed".to_owned();
    one.tags = vec!["tag".to_owned()];
    put(&mut record, "Change one", &one);
    put(&mut record, "Add two", &note("two"));
    record
        .change("Delete one", &at(NOW), |change| change.delete_note(one.id))
        .unwrap();
    record
        .change("Restore one", &at(NOW), |change| {
            change.restore(one.id.into())
        })
        .unwrap();
    let walk: [(&str, &[&str]); 5] = [
        ("Restore one", &["two"]),
        ("Delete one", &["one changed", "two"]),
        ("Add two", &["one changed"]),
        ("Change one", &["one"]),
        ("Add one", &[]),
    ];
    for (label, left) in walk {
        assert_eq!(record.can_undo().unwrap().as_deref(), Some(label));
        assert_eq!(record.undo().unwrap().as_deref(), Some(label));
        assert_eq!(words(&record), left);
        assert_eq!(record.can_redo().unwrap().as_deref(), Some(label));
        record = reopen(&folder, record, NOW);
    }
    assert_eq!(record.undo().unwrap(), None);
    assert_eq!(record.counts().unwrap().notes, 0);
    let expected = [
        vec!["one"],
        vec!["one changed"],
        vec!["one changed", "two"],
        vec!["two"],
    ];
    for left in expected {
        assert!(record.redo().unwrap().is_some());
        assert_eq!(words(&record), left);
        record = reopen(&folder, record, NOW);
    }
    assert_eq!(record.redo().unwrap().as_deref(), Some("Restore one"));
    assert_eq!(record.redo().unwrap(), None);
    assert_eq!(record.note(one.id).unwrap(), Some(one));
    record.check().unwrap();
}

#[test]
fn a_new_change_lets_go_of_what_was_undone() {
    let (_folder, mut record) = new_record(&at(NOW));
    put(&mut record, "Add one", &note("one"));
    put(&mut record, "Add two", &note("two"));
    let _ = record.undo().unwrap();
    put(&mut record, "Add three", &note("three"));
    assert_eq!(record.redo().unwrap(), None);
    assert_eq!(words(&record), ["one", "three"]);
    let _ = record.undo().unwrap();
    assert_eq!(words(&record), ["one"]);
    record.check().unwrap();
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    let (_folder, mut record) = new_record(&at(NOW));
    let one = note("one");
    put(&mut record, "Add one", &one);
    let _ = record.undo().unwrap();
    record.change("Nothing", &at(NOW), |_| Ok(())).unwrap();
    assert_eq!(
        record.redo().unwrap().as_deref(),
        Some("Add one"),
        "redo is still there"
    );
    put(&mut record, "Same again", &one);
    assert_eq!(record.can_undo().unwrap().as_deref(), Some("Add one"));
}

#[test]
fn one_step_covers_everything_the_change_touched_in_any_order() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let mut old = note("old");
    put(&mut record, "Add old", &old);
    let child = Child {
        name: "Maya".to_owned(),
        ..Child::new(&now)
    };
    let appointment = Appointment {
        why: "sleep".to_owned(),
        ..Appointment::new(&now)
    };
    let question = Question {
        appointment: Some(appointment.id),
        ..Question::new(&now)
    };
    let step = Step {
        children: vec![child.id],
        ..Step::new(&now)
    };
    old.text = "old changed".to_owned();
    record
        .change("Many at once", &now, |change| {
            // Touched before the child that it will be about.
            change.put_note(&old)?;
            change.put_child(&child)?;
            change.put_appointment(&appointment)?;
            change.put_question(&question)?;
            change.put_step(&step)?;
            old.children = vec![child.id];
            change.put_note(&old)
        })
        .unwrap();
    for _ in 0..2 {
        assert_eq!(record.undo().unwrap().as_deref(), Some("Many at once"));
        assert_eq!(words(&record), ["old"]);
        let counts = record.counts().unwrap();
        assert_eq!(
            (
                counts.children,
                counts.appointments,
                counts.questions,
                counts.steps
            ),
            (0, 0, 0, 0)
        );
        assert_eq!(record.redo().unwrap().as_deref(), Some("Many at once"));
        assert_eq!(record.note(old.id).unwrap().as_ref(), Some(&old));
        assert_eq!(record.child(child.id).unwrap().as_ref(), Some(&child));
        assert_eq!(
            record.question(question.id).unwrap().as_ref(),
            Some(&question)
        );
        assert_eq!(record.step(step.id).unwrap().as_ref(), Some(&step));
        record.check().unwrap();
    }
}

#[test]
fn reordering_is_one_step() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let appointment = Appointment::new(&now);
    let questions: Vec<Question> = (0..3)
        .map(|_| Question {
            appointment: Some(appointment.id),
            ..Question::new(&now)
        })
        .collect();
    record
        .change("Add", &now, |change| {
            change.put_appointment(&appointment)?;
            questions
                .iter()
                .try_for_each(|question| change.put_question(question))
        })
        .unwrap();
    let order = |record: &Record| -> Vec<_> {
        let all = record.questions(&QuestionFilter::default()).unwrap();
        all.into_iter().map(|question| question.id).collect()
    };
    let before = order(&record);
    let mut after = before.clone();
    after.reverse();
    record
        .change("Put in order", &now, |change| {
            change.reorder_questions(appointment.id, &after)
        })
        .unwrap();
    assert_eq!(order(&record), after);
    let _ = record.undo().unwrap();
    assert_eq!(order(&record), before);
    let _ = record.redo().unwrap();
    assert_eq!(order(&record), after);
}

#[test]
fn the_history_is_bounded() {
    let (_folder, mut record) = new_record(&at(NOW));
    let mut one = note("0");
    for number in 0..=withy::record::undo::STEPS_KEPT {
        one.text = number.to_string();
        put(&mut record, &one.text, &one);
    }
    let mut undone = 0;
    while record.undo().unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, withy::record::undo::STEPS_KEPT);
    assert_eq!(words(&record), ["0"]);
}

#[test]
fn the_bin_hides_things_everywhere_and_gives_them_back() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let child = Child {
        name: "Maya".to_owned(),
        ..Child::new(&now)
    };
    let mut about_maya = note("about maya");
    about_maya.children = vec![child.id];
    about_maya.tags = vec!["tag".to_owned()];
    record
        .change("Add", &now, |change| {
            change.put_child(&child)?;
            change.put_note(&about_maya)
        })
        .unwrap();
    let later = at("2026-11-24T09:00");
    record
        .change("Delete", &now, |change| change.delete_note(about_maya.id))
        .unwrap();
    record
        .change("Delete", &later, |change| change.delete_child(child.id))
        .unwrap();
    assert_eq!(record.counts().unwrap(), Default::default());
    assert_eq!(record.note(about_maya.id).unwrap(), None);
    assert_eq!(record.tags().unwrap(), []);
    assert!(record.search("maya", 9).unwrap().is_empty());
    let bin = record.bin().unwrap();
    let titles: Vec<&str> = bin.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Maya", "about maya"], "last deleted first");
    assert_eq!(bin[1].what, Item::Note(about_maya.id));
    assert_eq!(
        (bin[1].deleted_at.clone(), bin[1].goes_on),
        (now.clone(), date(2026, 12, 23))
    );
    record
        .change("Restore", &later, |change| {
            change.restore(about_maya.id.into())
        })
        .unwrap();
    let restored = record.note(about_maya.id).unwrap();
    assert_eq!(
        restored,
        Some(about_maya.clone()),
        "the child in the bin is still its child"
    );
    assert_eq!(record.search("maya", 9).unwrap().len(), 1);
    let again = record.change("Restore", &later, |change| {
        change.restore(about_maya.id.into())
    });
    assert!(matches!(again, Err(Error::Gone)));
}

#[test]
fn after_30_days_the_bin_lets_go_with_the_history() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let child = Child {
        name: "Maya".to_owned(),
        ..Child::new(&now)
    };
    record
        .change("Add Maya", &now, |change| change.put_child(&child))
        .unwrap();
    let mut kept = note("kept");
    kept.children = vec![child.id];
    put(&mut record, "Add kept", &kept);
    put(&mut record, "Add secret", &note("xylophonesecret"));
    let secret = record
        .search("xylophonesecret", 1)
        .unwrap()
        .pop()
        .unwrap()
        .what;
    record
        .change("Delete secret", &now, |change| change.delete(secret))
        .unwrap();
    record
        .change("Delete Maya", &now, |change| change.delete_child(child.id))
        .unwrap();
    record = reopen(&folder, record, "2026-12-23T14:30");
    assert_eq!(
        record.bin().unwrap().len(),
        2,
        "exactly 30 days are not more than 30 days"
    );
    record = reopen(&folder, record, "2026-12-23T14:31");
    assert!(record.bin().unwrap().is_empty());
    assert_eq!(record.can_undo().unwrap().as_deref(), Some("Add kept"));
    kept.children.clear();
    assert_eq!(record.note(kept.id).unwrap(), Some(kept.clone()));
    // Its history still names the child that is gone.
    let _ = record.undo().unwrap();
    let _ = record.redo().unwrap();
    assert_eq!(record.note(kept.id).unwrap(), Some(kept));
    assert_eq!(record.undo().unwrap().as_deref(), Some("Add kept"));
    assert_eq!(record.undo().unwrap(), None);
    record.check().unwrap();
    drop(record);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let lower = bytes.to_ascii_lowercase();
        assert!(
            !lower.windows(15).any(|it| it == b"xylophonesecret"),
            "nothing is left of it"
        );
    }
}

#[test]
fn undo_of_a_note_about_a_child_that_is_gone_leaves_the_child_out() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let child = Child::new(&now);
    let mut about = note("about");
    about.children = vec![child.id];
    record
        .change("Add child", &now, |change| change.put_child(&child))
        .unwrap();
    put(&mut record, "Add note", &about);
    record
        .change("Delete child", &now, |change| change.delete_child(child.id))
        .unwrap();
    about.children.clear();
    put(&mut record, "Change note", &about);
    record = reopen(&folder, record, "2027-01-23T14:30");
    assert_eq!(record.undo().unwrap().as_deref(), Some("Change note"));
    assert_eq!(record.note(about.id).unwrap(), Some(about));
    record.check().unwrap();
}

#[test]
fn undo_of_a_question_for_an_appointment_that_is_gone_leaves_the_appointment_out() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let appointment = Appointment::new(&now);
    let mut question = Question {
        appointment: Some(appointment.id),
        ..Question::new(&now)
    };
    record
        .change("Add", &now, |change| {
            change.put_appointment(&appointment)?;
            change.put_question(&question)
        })
        .unwrap();
    question.text = "New words".to_owned();
    record
        .change("Change", &now, |change| change.put_question(&question))
        .unwrap();
    record
        .change("Delete", &now, |change| {
            change.delete(appointment.id.into())
        })
        .unwrap();
    let kept = record.question(question.id).unwrap().unwrap();
    assert_eq!(
        kept.appointment,
        Some(appointment.id),
        "still its appointment while in the bin"
    );
    record = reopen(&folder, record, "2027-01-23T14:30");
    let kept = record.question(question.id).unwrap().unwrap();
    assert_eq!((kept.appointment, kept.text.as_str()), (None, "New words"));
    assert_eq!(record.undo().unwrap().as_deref(), Some("Change"));
    let kept = record.question(question.id).unwrap().unwrap();
    assert_eq!((kept.appointment, kept.text.as_str()), (None, ""));
    record.check().unwrap();
}
