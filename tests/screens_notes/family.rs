//! An invented family with some weeks of notes, appointments and questions.

use jiff::{ToSpan, ZonedDateTime};
use withy::directory::Service;
use withy::record::note::Kind;
use withy::record::{Appointment, Child, Note, Question, Record, SavedService, child};

const NOTES: [(i64, Kind, &str, &str, &[&str]); 8] = [
    (
        -2,
        Kind::PhoneCall,
        "The hearing test is moved to June. They will send a letter.\nRing back if it is not here by Friday.",
        "Mrs Hill",
        &["hearing", "waiting"],
    ),
    (
        -20,
        Kind::Home,
        "Maya used three words together",
        "",
        &["talking"],
    ),
    (
        -70,
        Kind::School,
        "Short days until half term, then look again",
        "Mr Vowles and Mrs Ansell",
        &["school"],
    ),
    (
        -100,
        Kind::Letter,
        "Letter about the waiting list for the autism assessment, which says that it is long and that nobody knows how long",
        "",
        &["waiting"],
    ),
    (
        -170,
        Kind::Meeting,
        "Review meeting",
        "Everybody at school",
        &["school", "plan"],
    ),
    (-300, Kind::Health, "New glasses for Sam", "", &[]),
    (
        -400,
        Kind::Other,
        "Borrowed the book about sleep from the library",
        "",
        &["sleep"],
    ),
    (
        -9_000,
        Kind::PhoneCall,
        "First call about Sam",
        "The health visitor",
        &[],
    ),
];

/// Fills an empty record.
pub fn fill(record: &mut Record, now: &ZonedDateTime, service: &Service) {
    let mut maya = Child::new(now);
    maya.name = "Maya".to_owned();
    let mut sam = Child::new(now);
    sam.name = "Sam".to_owned();
    record
        .change("A family", now, |change| {
            change.put_child(&maya)?;
            change.put_child(&sam)?;
            change.put_saved_service(&SavedService::new(now, service.id, &service.name))?;
            for (place, (hours, kind, text, people, tags)) in NOTES.into_iter().enumerate() {
                let mut note = Note::new(&now.saturating_add(hours.hours()));
                note.kind = kind;
                note.text = text.to_owned();
                note.people = people.to_owned();
                note.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
                note.children = vec![if place % 3 == 2 { sam.id } else { maya.id }];
                change.put_note(&note)?;
            }
            appointments(now, maya.id, sam.id, service)
                .iter()
                .try_for_each(|appointment| change.put_appointment(appointment))?;
            questions(now, &appointments(now, maya.id, sam.id, service))
                .iter()
                .try_for_each(|question| change.put_question(question))
        })
        .unwrap();
}

fn appointments(
    now: &ZonedDateTime,
    maya: child::Id,
    sam: child::Id,
    service: &Service,
) -> Vec<Appointment> {
    [
        (50, "Paediatrician", "Children’s outpatients", maya),
        (53, "Speech and language therapist", "", maya),
        (220, "Review meeting at school", "School", sam),
        (-3, "Health visitor", "At home", maya),
        (-600, "Educational psychologist", "School", sam),
    ]
    .into_iter()
    .enumerate()
    .map(|(place, (hours, with_whom, place_name, child))| {
        let mut one = Appointment::new(&now.saturating_add(hours.hours()));
        // The same identity each time, so that questions can point to it.
        one.id.0 = uuid::Uuid::from_u128(place as u128 + 1);
        one.starts = one.starts.with().minute(30).second(0).build().unwrap();
        one.with_whom = with_whom.to_owned();
        one.place = place_name.to_owned();
        one.children = vec![child];
        if place == 0 {
            one.minutes = Some(45);
            one.why = "Growing, sleeping and the hearing test".to_owned();
            one.bring = "The red book\nThe letter from school".to_owned();
            one.service = Some(service.id);
        }
        if place == 4 {
            one.said = "Sam needs a quiet place to work. The report comes in three weeks.\n\nWe talk again in July.".to_owned();
        }
        one
    })
    .collect()
}

fn questions(now: &ZonedDateTime, appointments: &[Appointment]) -> Vec<Question> {
    [
        (Some(0), "What happens after the hearing test?"),
        (Some(0), "Who sends the report to school?"),
        (Some(0), "Can the therapy plan go in the letter?"),
        (Some(3), "Is it all right that she wakes at 4am?"),
        (Some(3), "Where do we get bigger nappies?"),
        (Some(4), "Does Sam need more time in tests?"),
        (None, "How is the amount of a budget worked out?"),
    ]
    .into_iter()
    .enumerate()
    .map(|(place, (at, text))| {
        let mut question = Question::new(now);
        question.position += i64::try_from(place).unwrap();
        question.text = text.to_owned();
        question.appointment = at.map(|at: usize| appointments[at].id);
        if at == Some(4) {
            let day = appointments[4].starts.date();
            question.asked_on = Some(day);
            question.answered_on = Some(day);
            question.answer = "Yes. School can give him a quarter more.".to_owned();
            question.answered_by = "The psychologist".to_owned();
        }
        question
    })
    .collect()
}
