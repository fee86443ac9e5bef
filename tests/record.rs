//! What is kept comes back exactly, in the right order.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::civil::date;
use uuid::Uuid;
use withy::directory::service;
use withy::record::question::State;
use withy::record::{
    Appointment, Child, Counts, Error, Experience, Note, NoteFilter, Question, QuestionFilter,
    Record, SavedService, Step, child, note, saved_service,
};

#[path = "record/support.rs"]
mod support;
use support::{at, key, new_record};

const NOW: &str = "2026-11-23T14:30";

/// A service of the directory; which one is nothing to the record.
fn a_service() -> service::Id {
    service::Id(Uuid::from_u128(7))
}

fn keep_note(record: &mut Record, time: &str, text: &str) -> Note {
    let note = Note {
        text: text.to_owned(),
        ..Note::new(&at(time))
    };
    record
        .change("Add a note", &at(time), |change| change.put_note(&note))
        .unwrap();
    note
}

fn texts(notes: &[Note]) -> Vec<&str> {
    notes.iter().map(|note| note.text.as_str()).collect()
}

/// Long work moves the record to another thread and back.
const _: fn() = || {
    fn moves<T: Send>() {}
    moves::<Record>();
};

#[test]
fn everything_comes_back_as_it_was_put_even_after_a_restart() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    let maya = Child {
        name: "Maya".to_owned(),
        colour: child::Colour::Orange,
        date_of_birth: Some(date(2020, 2, 29)),
        ..Child::new(&now)
    };
    let sam = Child {
        name: "Sam".to_owned(),
        ..Child::new(&now)
    };
    let appointment = Appointment {
        starts: at("2026-11-26T09:15"),
        minutes: Some(45),
        with_whom: "Dr Hazel Brook".to_owned(),
        service: Some(a_service()),
        place: "The clinic".to_owned(),
        why: "Sleep".to_owned(),
        bring: "The red book".to_owned(),
        said: "Come back in spring".to_owned(),
        children: vec![maya.id],
        ..Appointment::new(&now)
    };
    let note = Note {
        at: at("2026-03-29T00:59:59.123"),
        kind: note::Kind::Letter,
        text: "Two lines\nof words".to_owned(),
        people: "Mrs Fernley".to_owned(),
        tags: vec!["school".to_owned(), "lunch".to_owned()],
        children: vec![sam.id, maya.id],
        service: Some(a_service()),
        ..Note::new(&now)
    };
    let question = Question {
        text: "Who writes the plan?".to_owned(),
        group: Some("care-planning".to_owned()),
        starter: Some("q15".to_owned()),
        appointment: Some(appointment.id),
        service: Some(a_service()),
        asked_on: Some(date(2026, 11, 1)),
        answer: "The nurse".to_owned(),
        answered_by: "Jo".to_owned(),
        answered_on: Some(date(2026, 11, 2)),
        children: vec![maya.id],
        ..Question::new(&now)
    };
    let saved = SavedService {
        phone: Some("the number on that day".to_owned()),
        note: "Ask for Jo".to_owned(),
        status: saved_service::Status::Waiting,
        children: vec![sam.id],
        ..SavedService::new(&now, a_service(), "Therapy")
    };
    let step = Step {
        text: "Ring back".to_owned(),
        service: Some(a_service()),
        due: Some(date(2026, 12, 1)),
        done_on: Some(date(2026, 11, 30)),
        children: vec![maya.id, sam.id],
        ..Step::new(&now)
    };
    let experience = Experience {
        happened_on: date(2026, 3, 2),
        text: "We waited.\nNobody rang.".to_owned(),
        children: vec![sam.id, maya.id],
        changed: at("2026-11-24T09:00"),
        ..Experience::new(&now, "c5")
    };
    record
        .change("Add everything", &now, |change| {
            change.put_child(&maya)?;
            change.put_child(&sam)?;
            change.put_appointment(&appointment)?;
            change.put_note(&note)?;
            change.put_question(&question)?;
            change.put_saved_service(&saved)?;
            change.put_step(&step)?;
            change.put_experience(&experience)
        })
        .unwrap();
    drop(record);
    let record = Record::open(&folder.path().join("record.db"), &key(), &now).unwrap();
    assert_eq!(record.children().unwrap(), [maya.clone(), sam]);
    assert_eq!(record.child(maya.id).unwrap(), Some(maya));
    assert_eq!(
        record.appointment(appointment.id).unwrap(),
        Some(appointment)
    );
    let kept = record.note(note.id).unwrap().unwrap();
    // Two equal times can be in different zones.
    assert_eq!(kept.at.to_string(), note.at.to_string());
    assert_eq!(kept, note);
    assert_eq!(record.question(question.id).unwrap(), Some(question));
    assert_eq!(record.saved_service(saved.id).unwrap(), Some(saved.clone()));
    assert_eq!(record.saved_service_for(a_service()).unwrap(), Some(saved));
    assert_eq!(record.step(step.id).unwrap(), Some(step));
    assert_eq!(record.experience(experience.id).unwrap(), Some(experience));
    let one_each = Counts {
        children: 2,
        notes: 1,
        appointments: 1,
        questions: 1,
        saved_services: 1,
        steps: 1,
        paths: 0,
        experiences: 1,
        attachments: 0,
    };
    assert_eq!(record.counts().unwrap(), one_each);
    record.check().unwrap();
}

#[test]
fn putting_again_keeps_the_new_words_in_place() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let mut note = keep_note(&mut record, NOW, "First words");
    note.text = "Second words".to_owned();
    note.tags = vec!["tag".to_owned()];
    record
        .change("Change a note", &now, |change| change.put_note(&note))
        .unwrap();
    assert_eq!(record.notes(&NoteFilter::default()).unwrap(), [note]);
    assert!(record.search("first", 9).unwrap().is_empty());
    assert_eq!(record.search("second", 9).unwrap().len(), 1);
}

#[test]
fn notes_are_newest_first_and_filtered_by_everything_at_once() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let maya = Child {
        name: "Maya".to_owned(),
        ..Child::new(&now)
    };
    record
        .change("Add", &now, |change| change.put_child(&maya))
        .unwrap();
    let _ = keep_note(&mut record, "2026-11-01T09:00", "Old call about shoes");
    let _ = keep_note(&mut record, "2026-11-03T09:00", "New call about sleep");
    let mut middle = keep_note(&mut record, "2026-11-02T09:00", "Meeting about sleeping");
    middle.kind = note::Kind::Meeting;
    middle.children = vec![maya.id];
    middle.tags = vec!["night".to_owned(), "school".to_owned()];
    record
        .change("Change", &now, |change| change.put_note(&middle))
        .unwrap();
    let list = |filter: &NoteFilter| record.notes(filter).unwrap();
    let all = list(&NoteFilter::default());
    let newest_first = [
        "New call about sleep",
        "Meeting about sleeping",
        "Old call about shoes",
    ];
    assert_eq!(texts(&all), newest_first);
    let page = NoteFilter {
        limit: Some(1),
        offset: 1,
        ..NoteFilter::default()
    };
    assert_eq!(texts(&list(&page)), ["Meeting about sleeping"]);
    assert_eq!(record.note_count(&page).unwrap(), 3);
    let sleep = NoteFilter {
        text: Some("SLEEP".to_owned()),
        ..NoteFilter::default()
    };
    assert_eq!(texts(&list(&sleep)), newest_first[..2]);
    let no_words = NoteFilter {
        text: Some(" ?! ".to_owned()),
        ..NoteFilter::default()
    };
    assert_eq!(list(&no_words).len(), 3);
    let all_at_once = NoteFilter {
        child: Some(maya.id),
        kind: Some(note::Kind::Meeting),
        tag: Some("night".to_owned()),
        text: Some("meeting slee".to_owned()),
        ..NoteFilter::default()
    };
    assert_eq!(list(&all_at_once), [middle]);
    for wrong in [
        NoteFilter {
            child: Some(child::Id::new(&now)),
            ..all_at_once.clone()
        },
        NoteFilter {
            kind: Some(note::Kind::School),
            ..all_at_once.clone()
        },
        NoteFilter {
            tag: Some("nigh".to_owned()),
            ..all_at_once.clone()
        },
        NoteFilter {
            text: Some("shoes".to_owned()),
            ..all_at_once.clone()
        },
    ] {
        assert_eq!(record.note_count(&wrong).unwrap(), 0, "{wrong:?}");
    }
    let tags = [("night".to_owned(), 1), ("school".to_owned(), 1)];
    assert_eq!(record.tags().unwrap(), tags);
}

#[test]
fn appointments_are_listed_around_now_and_by_day() {
    let (_folder, mut record) = new_record(&at(NOW));
    let mut keep = |starts: &str, minutes| {
        let appointment = Appointment {
            minutes,
            ..Appointment::new(&at(starts))
        };
        record
            .change("Add", &at(NOW), |change| {
                change.put_appointment(&appointment)
            })
            .unwrap();
        appointment.id
    };
    let later = keep("2026-12-01T10:00", None);
    let under_way = keep("2026-11-23T14:00", Some(60));
    let over = keep("2026-11-23T13:00", Some(60));
    let long_over = keep("2026-11-01T00:00", None);
    let ids = |list: Vec<Appointment>| list.into_iter().map(|it| it.id).collect::<Vec<_>>();
    let now = at(NOW);
    assert_eq!(
        ids(record.appointments_after(&now, 9).unwrap()),
        [under_way, later]
    );
    assert_eq!(
        record.next_appointment(&now).unwrap().unwrap().id,
        under_way
    );
    assert_eq!(
        ids(record.appointments_before(&now, 9).unwrap()),
        [over, long_over]
    );
    assert_eq!(ids(record.appointments_before(&now, 1).unwrap()), [over]);
    let november = record
        .appointments_between(date(2026, 11, 1), date(2026, 11, 23))
        .unwrap();
    assert_eq!(ids(november), [long_over, over, under_way]);
    // In summer, midnight in England is the day before in universal time.
    let summer = Appointment::new(&at("2026-07-02T00:30"));
    record
        .change("Add", &now, |change| change.put_appointment(&summer))
        .unwrap();
    let day = date(2026, 7, 2);
    assert_eq!(
        ids(record.appointments_between(day, day).unwrap()),
        [summer.id]
    );
}

#[test]
fn questions_keep_the_familys_order_and_are_filtered() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let appointment = Appointment::new(&now);
    let questions: Vec<Question> = (0..4)
        .map(|number| Question {
            text: number.to_string(),
            appointment: (number != 3).then_some(appointment.id),
            group: (number == 0).then(|| "amount".to_owned()),
            asked_on: (number == 1).then(|| now.date()),
            answer: if number == 2 {
                "Yes".to_owned()
            } else {
                String::new()
            },
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
    let order = |record: &Record, filter: &QuestionFilter| -> String {
        record
            .questions(filter)
            .unwrap()
            .iter()
            .map(|it| it.text.as_str())
            .collect()
    };
    let every = QuestionFilter::default();
    let of_appointment = QuestionFilter {
        appointment: Some(appointment.id),
        ..every.clone()
    };
    assert_eq!(order(&record, &every), "0123");
    let ids = [questions[2].id, questions[0].id, questions[1].id];
    record
        .change("Put in order", &now, |change| {
            change.reorder_questions(appointment.id, &ids)
        })
        .unwrap();
    assert_eq!(order(&record, &of_appointment), "201");
    let stranger = [questions[0].id, questions[3].id];
    let refused = record.change("Put in order", &now, |change| {
        change.reorder_questions(appointment.id, &stranger)
    });
    assert!(matches!(refused, Err(Error::Gone)));
    assert_eq!(order(&record, &of_appointment), "201");
    let state = |state| QuestionFilter {
        state: Some(state),
        ..every.clone()
    };
    assert_eq!(order(&record, &state(State::Waiting)), "03");
    assert_eq!(order(&record, &state(State::Asked)), "1");
    assert_eq!(order(&record, &state(State::Answered)), "2");
    let group = QuestionFilter {
        group: Some("amount".to_owned()),
        ..every.clone()
    };
    assert_eq!(order(&record, &group), "0");
    let service = QuestionFilter {
        service: Some(a_service()),
        ..every
    };
    assert_eq!(order(&record, &service), "");
}

#[test]
fn steps_to_do_come_first_by_due_day() {
    let now = at(NOW);
    let (_folder, mut record) = new_record(&now);
    let step = |text: &str, due: Option<i8>, done: Option<i8>| Step {
        text: text.to_owned(),
        due: due.map(|day| date(2026, 12, day)),
        done_on: done.map(|day| date(2026, 11, day)),
        ..Step::new(&now)
    };
    let steps = [
        step("done first", Some(1), Some(1)),
        step("no day", None, None),
        step("late", Some(9), None),
        step("done last", None, Some(2)),
        step("soon", Some(2), None),
    ];
    record
        .change("Add", &now, |change| {
            steps.iter().try_for_each(|step| change.put_step(step))
        })
        .unwrap();
    let order: Vec<String> = record
        .steps()
        .unwrap()
        .into_iter()
        .map(|step| step.text)
        .collect();
    assert_eq!(order, ["soon", "late", "no day", "done last", "done first"]);
}

#[test]
fn drafts_are_kept_without_being_steps_of_undo() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    record.keep_draft("note/new", "Half a sen", &now).unwrap();
    record
        .keep_draft("note/new", "Half a sentence", &now)
        .unwrap();
    record.keep_draft("other", "", &now).unwrap();
    assert_eq!(record.can_undo().unwrap(), None);
    drop(record);
    let mut record = Record::open(&folder.path().join("record.db"), &key(), &now).unwrap();
    let draft = record.draft("note/new").unwrap().unwrap();
    assert_eq!(
        (draft.words.as_str(), draft.kept_at),
        ("Half a sentence", now)
    );
    record.drop_draft("note/new").unwrap();
    record.drop_draft("note/new").unwrap();
    assert_eq!(record.draft("note/new").unwrap(), None);
    assert_eq!(record.draft("other").unwrap().unwrap().words, "");
}
