//! Appointments.

use jiff::ToSpan;
use withy::record::{Appointment, Question, QuestionFilter, appointment};
use withy::screens::appointments::{Appointments, Message};
use withy::screens::{AppointmentsStart, Place};

use crate::stage::{Stage, at};

pub const AGENDA: Place = Place::Appointments(AppointmentsStart::Agenda);
pub const NEW: Place = Place::Appointments(AppointmentsStart::New {
    service: None,
    on: None,
});

pub const QUESTIONS: [&str; 3] = [
    "What happens after the hearing test?",
    "Who sends the report to school?",
    "Can the therapy plan go in the letter?",
];

pub fn one(id: appointment::Id) -> Place {
    Place::Appointments(AppointmentsStart::One(id))
}

pub fn only(stage: &Stage<Appointments>) -> Appointment {
    let all = stage
        .record()
        .appointments_between(at_day("2020-01-01"), at_day("2030-01-01"));
    let [appointment] = &all.unwrap()[..] else {
        panic!("one appointment")
    };
    appointment.clone()
}

pub fn at_day(day: &str) -> jiff::civil::Date {
    day.parse().unwrap()
}

pub fn questions(stage: &Stage<Appointments>, id: appointment::Id) -> Vec<Question> {
    let here = QuestionFilter {
        appointment: Some(id),
        ..QuestionFilter::default()
    };
    stage.record().questions(&here).unwrap()
}

pub fn texts(questions: &[Question]) -> Vec<&str> {
    questions
        .iter()
        .map(|question| question.text.as_str())
        .collect()
}

/// A paediatrician on Thursday at 2:30pm, with three questions.
pub fn paediatrician() -> (Stage<Appointments>, appointment::Id) {
    let mut stage = Stage::new(&AGENDA);
    stage.press("appointments/new");
    stage.write("appointments/with", "Paediatrician");
    stage.write("appointments/date", "thursday 14 may");
    stage.write("appointments/time", "2.30");
    for question in QUESTIONS {
        stage.write("appointments/question", question);
        stage.enter("appointments/question");
        assert_eq!(stage.focus, Some("appointments/question".into()));
    }
    stage.press("appointments/save");
    let id = only(&stage).id;
    (stage, id)
}

#[test]
fn an_appointment_with_three_questions_takes_two_presses() {
    let (mut stage, id) = paediatrician();
    assert_eq!(stage.presses, 2);
    assert_eq!(stage.said, ["Appointment saved"]);
    let saved = only(&stage);
    assert_eq!(saved.with_whom, "Paediatrician");
    assert_eq!(saved.starts, at("2026-05-14T14:30[Europe/London]"));
    assert_eq!(texts(&questions(&stage, id)), QUESTIONS);
    assert!(!stage.screen.is_writing());
    // It is open now, with its questions.
    let outline = stage.outline();
    assert!(outline.contains("Heading \"Paediatrician\""), "{outline}");
    assert!(
        outline.contains("Thursday 14 May 2026, 2:30pm"),
        "{outline}"
    );
    stage.press("back");
    let outline = stage.outline();
    assert!(outline.contains("Heading \"Thursday 14 May\""), "{outline}");
    assert!(outline.contains("2:30pm, Paediatrician, 3 questions"));
}

#[test]
fn the_first_three_fields_are_who_date_and_time() {
    let mut stage = Stage::<Appointments>::new(&NEW);
    let snapshot = stage.snapshot();
    let order: Vec<String> = snapshot
        .tab_order()
        .into_iter()
        .map(|at| snapshot.name(at))
        .collect();
    assert_eq!(
        order,
        [
            "All appointments",
            "Who or what is it with?",
            "Date",
            "Time",
            "More details",
            "Question to ask",
            "Add question",
            "Save appointment"
        ]
    );
}

#[test]
fn a_question_typed_and_not_added_is_saved_too() {
    let mut stage = Stage::<Appointments>::new(&NEW);
    stage.write("appointments/with", "Dentist");
    stage.write("appointments/date", "tomorrow");
    stage.write("appointments/time", "9am");
    stage.write("appointments/question", "Does it hurt?");
    stage.press("appointments/save");
    let id = only(&stage).id;
    assert_eq!(texts(&questions(&stage, id)), ["Does it hurt?"]);
}

#[test]
fn what_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost() {
    let mut stage = Stage::<Appointments>::new(&NEW);
    stage.write("appointments/date", "31 February");
    stage.press("appointments/details");
    stage.write("appointments/length", "a while");
    stage.write("appointments/bring", "The red book");
    stage.press("appointments/save");
    let outline = stage.outline();
    for said in [
        "Type who or what it is with, like Paediatrician.",
        "February 2026 has only 28 days. Check the day.",
        "Enter a time, like 2:30pm.",
        "Type how long in minutes or hours, like 45 or 1 hour.",
        "31 February",
        "a while",
        "The red book",
    ] {
        assert!(outline.contains(said), "{said} is not in\n{outline}");
    }
    assert_eq!(stage.focus, Some("appointments/with".into()));
    assert_eq!(stage.record().counts().unwrap().appointments, 0);
    // A day that has passed is allowed, and said.
    stage.write("appointments/with", "Dentist");
    stage.write("appointments/date", "1 May 2026");
    stage.write("appointments/time", "midday");
    stage.write("appointments/length", "1 hour 30");
    assert!(stage.outline().contains("This day has passed."));
    stage.press("appointments/save");
    let saved = only(&stage);
    assert_eq!(
        (saved.minutes, saved.bring.as_str()),
        (Some(90), "The red book")
    );
}

#[test]
fn without_a_record_the_words_stay_until_there_is_one() {
    let mut stage = Stage::<Appointments>::without_record(&AGENDA);
    stage.press("appointments/new");
    stage.write("appointments/with", "Dentist");
    stage.write("appointments/date", "tomorrow");
    stage.write("appointments/time", "9am");
    stage.write("appointments/question", "Does it hurt?");
    stage.press("appointments/save");
    assert!(stage.context.take_asked_to_keep());
    stage.make_record();
    stage.go(&NEW);
    stage.send(Message::Save);
    let id = only(&stage).id;
    assert_eq!(texts(&questions(&stage, id)), ["Does it hurt?"]);
}

#[test]
fn an_appointment_is_changed_and_keeps_what_was_said() {
    let mut stage = Stage::<Appointments>::with_family(&AGENDA);
    let now = stage.context.now();
    let before = stage
        .record()
        .appointments_before(&now, 5)
        .unwrap()
        .remove(1);
    stage.press(format!("appointment/{}", before.id));
    stage.press("appointments/change");
    stage.write("appointments/place", "The new school");
    stage.press("appointments/save");
    let after = stage.record().appointment(before.id).unwrap().unwrap();
    let expected = Appointment {
        place: "The new school".to_owned(),
        ..before
    };
    assert_eq!(after, expected);
    // Turning back from a change leaves a draft, not a change.
    stage.press("appointments/change");
    stage.write("appointments/with", "Somebody else");
    stage.press("back");
    assert!(
        stage
            .outline()
            .contains("Heading \"Educational psychologist\"")
    );
    stage.press("appointments/change");
    assert!(stage.outline().contains("Somebody else"));
}

#[test]
fn a_deleted_appointment_goes_to_the_bin_and_its_questions_wait() {
    let (mut stage, id) = paediatrician();
    stage.press("appointments/delete");
    assert_eq!(
        stage.said.last().unwrap(),
        "Appointment deleted. It stays in the bin for 30 days."
    );
    assert_eq!(stage.record().bin().unwrap().len(), 1);
    assert!(stage.outline().contains("Keep appointments here"));
    stage.go(&one(id));
    assert!(stage.has("appointments/new"), "what is gone opens the list");
    stage.go(&NEW);
    stage.write("appointments/with", "Somebody else");
    stage.write("appointments/date", "tomorrow");
    stage.write("appointments/time", "9am");
    stage.press("appointments/save");
    stage.press("appointments/offers");
    assert_eq!(stage.outline().matches("Take: ").count(), 3);
}

#[test]
fn what_is_over_comes_newest_first_and_twenty_at_a_time() {
    let mut stage = Stage::<Appointments>::new(&AGENDA);
    let now = stage.context.now();
    stage
        .context
        .change("Many appointments", |change| {
            for number in 1..=25_i64 {
                let mut one = Appointment::new(&now.saturating_sub((number * 24).hours()));
                one.with_whom = format!("Number {number}.");
                change.put_appointment(&one)?;
            }
            Ok(())
        })
        .unwrap();
    stage.go(&AGENDA);
    let outline = stage.outline();
    assert!(outline.contains("Nothing is coming up."));
    assert!(outline.contains("Number 20") && !outline.contains("Number 21"));
    assert!(outline.contains("Showing 20 of 25 earlier appointments"));
    stage.press("appointments/more-earlier");
    assert!(stage.outline().contains("Number 25"));
}

#[test]
fn the_month_shows_a_day_and_adds_on_it() {
    let mut stage = Stage::<Appointments>::with_family(&AGENDA);
    stage.press("appointments/tab/Month");
    let outline = stage.outline();
    assert!(
        outline.contains("Thursday 14 May 2026, 2 appointments"),
        "{outline}"
    );
    stage.press("appointments/day/2026-05-14");
    assert!(stage.outline().contains("12:30pm, Paediatrician"));
    stage.press("appointments/next-month");
    assert!(stage.outline().contains("Heading \"Sunday 14 June 2026\""));
    assert!(stage.outline().contains("No appointment on this day."));
    stage.press("appointments/add-on-day");
    let outline = stage.outline();
    assert!(outline.contains("14 June 2026"), "{outline}");
    // The month is as it was left.
    stage.press("back");
    assert!(stage.outline().contains("Heading \"June 2026\""));
    stage.press("appointments/this-month");
    stage.press("appointments/previous-month");
    assert!(stage.outline().contains("Heading \"April 2026\""));
}

#[test]
fn a_month_is_turned_from_its_last_day() {
    let mut stage = Stage::<Appointments>::new(&AGENDA);
    stage.press("appointments/tab/Month");
    stage.press("appointments/day/2026-05-31");
    stage.press("appointments/next-month");
    assert!(stage.outline().contains("Heading \"Tuesday 30 June 2026\""));
}

#[test]
fn an_appointment_with_a_service_starts_with_its_name() {
    let mut stage = Stage::<Appointments>::new(&AGENDA);
    let service = stage.context.directory.services()[0].clone();
    stage.go(&Place::Appointments(AppointmentsStart::New {
        service: Some(service.id),
        on: None,
    }));
    assert!(!stage.screen.is_writing(), "nothing was typed yet");
    stage.write("appointments/date", "tomorrow");
    stage.write("appointments/time", "9am");
    stage.press("appointments/save");
    let saved = only(&stage);
    assert_eq!(saved.service, Some(service.id));
    assert_eq!(saved.with_whom, service.name);
    stage.press("appointments/open-service");
    assert_eq!(stage.opened, [Place::Service(service.id)]);
}

#[test]
fn undo_while_an_appointment_is_open_goes_back_to_the_list() {
    let (mut stage, _) = paediatrician();
    let record = stage.context.record.as_mut().unwrap();
    assert_eq!(record.undo().unwrap().as_deref(), Some("Appointment added"));
    stage.later(0.seconds());
    assert!(stage.has("appointments/new"));
}

#[test]
fn every_page_is_named_for_a_screen_reader_at_every_width() {
    let mut stage = Stage::<Appointments>::new(&AGENDA);
    stage.check_every_width();
    let mut stage = Stage::<Appointments>::with_family(&AGENDA);
    stage.check_every_width();
    stage.press("appointments/tab/Month");
    stage.check_every_width();
    let now = stage.context.now();
    let ahead = stage.record().next_appointment(&now).unwrap().unwrap();
    let over = stage.record().appointments_before(&now, 2).unwrap();
    stage.go(&one(ahead.id));
    stage.press("appointments/offers");
    stage.check_every_width();
    stage.press("appointments/change");
    stage.check_every_width();
    stage.go(&one(over[0].id));
    let asked = questions(&stage, over[0].id);
    stage.press(format!("answer/{}/answered", asked[0].id));
    stage.check_every_width();
    stage.go(&one(over[1].id));
    stage.check_every_width();
    stage.go(&NEW);
    stage.write("appointments/question", QUESTIONS[0]);
    stage.enter("appointments/question");
    stage.press("appointments/details");
    stage.press("appointments/save");
    stage.check_every_width();
}
