//! Today: the first evening, and a busy week.

use withy::directory::service;
use withy::platform::opening::Link;
use withy::record::{Appointment, SavedService, Step, saved_service::Status};
use withy::screens::today::Today;
use withy::screens::{FindStart, Place};

use crate::desk::{Desk, a_tuesday};

fn first_evening() -> Desk<Today> {
    let mut desk = Desk::new(Today::new());
    desk.screen.enter(&desk.context);
    desk
}

fn busy_week() -> Desk<Today> {
    let mut desk = Desk::new(Today::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    desk
}

#[test]
fn the_first_evening_asks_what_would_help_first() {
    let mut desk = first_evening();
    desk.sees("Welcome. What would help first?");
    assert!(desk.shows("174 services for Somerset families"));
    desk.is_sound();
    desk.press("today/worried");
    desk.press("today/find");
    desk.press("today/sample");
    assert_eq!(
        desk.heard.opened,
        [Place::Worried(None), Place::FindHelp(FindStart::Search)]
    );
    assert_eq!(desk.heard.sample, [true]);
}

#[test]
fn a_busy_week_is_in_sight() {
    let mut desk = busy_week();
    desk.sees("Tuesday 2 June");
    desk.sees("Dr Hazel Brook, children’s doctor");
    desk.sees("Thursday 4 June, 2:30pm");
    desk.sees("in 2 days");
    desk.sees("1.");
    desk.sees("She coughs with thin drinks");
    desk.sees("Ruth rang about a personal health budget for Maya");
    desk.is_sound();
    desk.press("today/appointment/open");
    assert!(matches!(desk.heard.opened[0], Place::Appointments(_)));
    desk.press("today/search");
    assert_eq!(desk.heard.opened[1], Place::Search);
}

#[test]
fn a_step_is_added_ticked_and_unticked() {
    let mut desk = busy_week();
    let before = desk.record().steps().unwrap().len();
    desk.types("today/step", "Ring the school");
    desk.enter();
    let step = desk
        .record()
        .steps()
        .unwrap()
        .into_iter()
        .find(|step| step.text == "Ring the school")
        .unwrap();
    assert_eq!(desk.record().steps().unwrap().len(), before + 1);
    assert!(!desk.screen.is_writing(), "the field is empty again");
    let id = format!("step/{}", step.id);
    desk.press(&id);
    assert_eq!(
        desk.record().step(step.id).unwrap().unwrap().done_on,
        Some(a_tuesday().date())
    );
    assert!(desk.has(&id), "a step done today stays in sight");
    desk.press(&id);
    assert_eq!(desk.record().step(step.id).unwrap().unwrap().done_on, None);
    assert_eq!(
        desk.heard.saved,
        ["Step added", "Step done", "Step to do again"]
    );
}

#[test]
fn an_empty_step_gets_a_sentence() {
    let mut desk = busy_week();
    desk.press("today/step/add");
    desk.sees("Write what you will do");
    assert!(desk.is_on("today/step"));
    assert!(desk.heard.saved.is_empty());
}

#[test]
fn a_step_brings_the_phone_number_of_its_service() {
    let mut desk = first_evening();
    desk.keep_record();
    let therapy = desk
        .context
        .directory
        .by_slug("somerset-cyp-therapy-service")
        .unwrap()
        .clone();
    let mut step = Step::new(&desk.context.now());
    step.text = "Ring the therapy service".to_owned();
    step.service = Some(therapy.id);
    step.due = Some(a_tuesday().date().yesterday().unwrap());
    desk.context
        .change("Step added", |change| change.put_step(&step))
        .unwrap();
    desk.screen.enter(&desk.context);
    let number = &therapy.phones[0].number;
    desk.sees(number);
    desk.sees("Was due yesterday");
    desk.press(&format!("step/{}/phone/copy", step.id));
    desk.press(&format!("step/{}/phone/call", step.id));
    desk.press(&format!("step/{}/service", step.id));
    assert_eq!(desk.heard.copied, std::slice::from_ref(number));
    assert_eq!(desk.heard.visited, [Link::Phone(number.clone())]);
    assert_eq!(desk.heard.opened, [Place::Service(therapy.id)]);
}

#[test]
fn waiting_lists_say_how_long_ago_the_service_was_saved() {
    let mut desk = first_evening();
    desk.keep_record();
    let now = desk.context.now();
    let id = service::Id(uuid::Uuid::nil());
    let mut waiting = SavedService::new(&now, id, "Autism assessment");
    waiting.status = Status::Waiting;
    waiting.saved_on = jiff::civil::date(2026, 3, 31);
    desk.context
        .change("Saved", |change| change.put_saved_service(&waiting))
        .unwrap();
    desk.screen.enter(&desk.context);
    desk.sees("Saved 9 weeks ago");
    desk.is_sound();
}

#[test]
fn the_time_until_an_appointment_is_in_words() {
    for (starts, words) in [
        ("2026-06-02T11:55[Europe/London]", "in 25 minutes"),
        ("2026-06-02T14:30[Europe/London]", "in 3 hours"),
        ("2026-06-03T09:00[Europe/London]", "tomorrow"),
        ("2026-06-04T14:30[Europe/London]", "in 2 days"),
    ] {
        let mut desk = first_evening();
        desk.keep_record();
        let mut appointment = Appointment::new(&desk.context.now());
        appointment.starts = starts.parse().unwrap();
        appointment.with_whom = "Paediatrician".to_owned();
        desk.context
            .change("Added", |change| change.put_appointment(&appointment))
            .unwrap();
        desk.screen.enter(&desk.context);
        desk.sees(words);
    }
}
