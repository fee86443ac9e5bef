//! A service: its facts, saving it, and what belongs to it.

use withy::directory::Directory;
use withy::look::Width;
use withy::platform::opening::Link;
use withy::record::Error;
use withy::record::saved_service::Status;
use withy::screens::service::{Message, ServiceScreen};
use withy::screens::{Action, AppointmentsStart, Place, QuestionsStart};

use crate::stage::{Stage, any, has, look, press, read, saved, words};

const THERAPY: &str = "somerset-cyp-therapy-service";

pub fn opened(stage: &Stage, slug: &str) -> ServiceScreen {
    let mut screen = ServiceScreen::new();
    screen.enter(&stage.context, stage.id(slug));
    screen
}

pub fn pressed(screen: &mut ServiceScreen, stage: &mut Stage, id: &str) -> Action<Message> {
    let message = press(screen.view(&stage.context, look(Width::Middle)), id);
    screen.update(&mut stage.context, message)
}

pub fn shown(screen: &ServiceScreen, stage: &Stage) -> String {
    words(&read(
        screen.view(&stage.context, look(Width::Middle)),
        Width::Middle,
    ))
}

#[test]
fn the_facts_are_there_with_their_sources() {
    let stage = Stage::new();
    let shown = shown(&opened(&stage, THERAPY), &stage);
    for wanted in [
        "Run by Somerset NHS Foundation Trust.",
        "Used to be called Integrated Therapy Service",
        "You can ask for it yourself",
        "01749 836 691",
        "0 to 19",
        "We could not confirm the hours. Ring first.",
        "We read these pages on 23 November 2026.",
        "somersetft.nhs.uk",
        "The page shows no date.",
        "the phone",
    ] {
        assert!(shown.contains(wanted), "{wanted} in {shown}");
    }
}

#[test]
fn a_missing_number_is_said_and_somebody_to_ask_is_named() {
    let mut stage = Stage::new();
    let mut screen = opened(&stage, "somerset-portage");
    let page = shown(&screen, &stage);
    assert!(page.contains("We could not confirm a number."), "{page}");
    let sendias = stage.id("somerset-sendias");
    let action = pressed(&mut screen, &mut stage, "service/ask/somerset-sendias");
    assert!(matches!(action, Action::Open(Place::Service(id)) if id == sendias));
    let screen = opened(&stage, "somerset-sendias");
    let page = read(
        screen.view(&stage.context, look(Width::Middle)),
        Width::Middle,
    );
    assert!(
        !has(&page, "service/ask/somerset-sendias"),
        "it does not name itself"
    );
    assert!(has(&page, "service/ask/contact-helpline"));
}

#[test]
fn every_way_to_reach_it_can_be_copied_and_opened() {
    let mut stage = Stage::new();
    let mut screen = opened(&stage, THERAPY);
    let action = pressed(&mut screen, &mut stage, "service/phone/0/copy");
    assert!(matches!(action, Action::CopyOnly { words, said }
        if words == "01749 836 691" && said == "Copied 01749 836 691"));
    let action = pressed(&mut screen, &mut stage, "service/phone/1/call");
    assert!(matches!(action, Action::Visit(Link::Phone(number)) if number == "0303 033 3002"));
    let action = pressed(&mut screen, &mut stage, "service/website/0/open");
    assert!(matches!(action, Action::Visit(Link::Website(_))));
    let action = pressed(&mut screen, &mut stage, "service/source/0");
    assert!(matches!(action, Action::Visit(Link::Website(_))));
    let mut screen = opened(&stage, "samaritans");
    let action = pressed(&mut screen, &mut stage, "service/email/0/open");
    assert!(matches!(action, Action::Visit(Link::Email(email)) if email == "jo@samaritans.org"));
}

#[test]
fn saving_asks_for_a_record_once_and_then_adds_a_step() {
    let mut stage = Stage::new();
    let mut screen = opened(&stage, THERAPY);
    let action = pressed(&mut screen, &mut stage, "service/save");
    assert!(matches!(action, Action::None));
    assert!(stage.context.take_asked_to_keep());
    stage.make_record();
    let action = screen.update(&mut stage.context, Message::Save);
    assert!(saved(&action).is_some());
    assert!(any(&action, &|one| matches!(one, Action::Focus(_))));
    // Pressed twice, or sent again: nothing is saved twice.
    let _ = screen.update(&mut stage.context, Message::Save);
    let record = stage.context.record.as_ref().unwrap();
    assert_eq!(record.saved_services().unwrap().len(), 1);
    let steps = record.steps().unwrap();
    assert_eq!(steps.len(), 1);
    let name = stage.name(stage.id(THERAPY));
    assert_eq!(steps[0].text, format!("Contact {name}"));
    let kept = &record.saved_services().unwrap()[0];
    assert_eq!(kept.phone.as_deref(), Some("01749 836 691"));
    let page = read(
        screen.view(&stage.context, look(Width::Middle)),
        Width::Middle,
    );
    assert!(!has(&page, "service/save"));
    assert!(words(&page).contains("Saved on 24 November 2026"));
}

#[test]
fn one_undo_takes_back_both_the_service_and_its_step() {
    let mut stage = Stage::with_record();
    let mut screen = opened(&stage, THERAPY);
    let _ = pressed(&mut screen, &mut stage, "service/save");
    let _ = stage.context.record.as_mut().unwrap().undo().unwrap();
    screen.refresh(&stage.context);
    let record = stage.context.record.as_ref().unwrap();
    assert!(record.steps().unwrap().is_empty());
    assert!(shown(&screen, &stage).contains("Save this service"));
}

#[test]
fn getting_in_touch_does_the_step() {
    let mut stage = Stage::with_record();
    let mut screen = opened(&stage, THERAPY);
    let _ = pressed(&mut screen, &mut stage, "service/save");
    let contacted = format!("service/status/{}", Status::Contacted.words());
    let action = pressed(&mut screen, &mut stage, &contacted);
    assert_eq!(
        saved(&action).as_deref(),
        Some("Saved. The step to contact them is done.")
    );
    let record = stage.context.record.as_ref().unwrap();
    assert!(record.steps().unwrap()[0].done_on.is_some());
    assert_eq!(
        record.saved_services().unwrap()[0].status,
        Status::Contacted
    );
}

#[test]
fn removing_goes_to_the_bin_and_takes_the_undone_step_along() {
    let mut stage = Stage::with_record();
    let mut screen = opened(&stage, THERAPY);
    let _ = pressed(&mut screen, &mut stage, "service/save");
    let action = pressed(&mut screen, &mut stage, "service/remove");
    assert!(saved(&action).unwrap().contains("bin for 30 days"));
    let record = stage.context.record.as_ref().unwrap();
    assert!(record.steps().unwrap().is_empty());
    assert_eq!(record.bin().unwrap().len(), 2);
    assert!(shown(&screen, &stage).contains("Save this service"));
}

#[test]
fn what_is_added_here_belongs_to_the_service() {
    let mut stage = Stage::new();
    let mut screen = opened(&stage, THERAPY);
    let therapy = stage.id(THERAPY);
    let action = pressed(&mut screen, &mut stage, "service/add-appointment");
    let start = AppointmentsStart::New {
        service: Some(therapy),
        on: None,
    };
    assert!(matches!(action, Action::Open(Place::Appointments(it)) if it == start));
    let action = pressed(&mut screen, &mut stage, "service/add-question");
    let start = QuestionsStart::New {
        service: Some(therapy),
        appointment: None,
    };
    assert!(matches!(action, Action::Open(Place::Questions(it)) if it == start));
}

#[test]
fn the_family_sees_what_it_kept_about_the_service() {
    let mut stage = Stage::with_family();
    let record = stage.context.record.as_ref().unwrap();
    let next = record.appointments_after(&stage.context.now(), 50).unwrap();
    let next = next.into_iter().find(|one| one.service.is_some()).unwrap();
    let mut screen = ServiceScreen::new();
    screen.enter(&stage.context, next.service.unwrap());
    let action = pressed(
        &mut screen,
        &mut stage,
        &format!("service/appointment/{}", next.id),
    );
    assert!(matches!(action,
        Action::Open(Place::Appointments(AppointmentsStart::One(id))) if id == next.id));
}

#[test]
fn with_two_children_the_person_says_who_it_is_for() {
    let mut stage = Stage::with_family();
    let children = stage.context.record.as_ref().unwrap().children().unwrap();
    assert_eq!(children.len(), 2);
    let mut screen = opened(&stage, "somerset-portage");
    let _ = pressed(&mut screen, &mut stage, "service/save");
    let _ = pressed(
        &mut screen,
        &mut stage,
        &format!("service/for/{}", children[1].id),
    );
    let id = stage.id("somerset-portage");
    let record = stage.context.record.as_ref().unwrap();
    let kept = record.saved_service_for(id).unwrap().unwrap();
    assert_eq!(kept.children, vec![children[1].id]);
}

#[test]
fn a_saved_service_outlives_the_directory() {
    let mut stage = Stage::with_record();
    let mut screen = opened(&stage, THERAPY);
    let _ = pressed(&mut screen, &mut stage, "service/save");
    let name = stage.name(stage.id(THERAPY)).to_owned();
    stage.context.directory = Directory::empty();
    screen.refresh(&stage.context);
    let page = shown(&screen, &stage);
    assert!(page.contains(&name), "{page}");
    assert!(
        page.contains("This service is not in the directory any more."),
        "{page}"
    );
}

#[test]
fn a_record_that_will_not_open_is_explained_and_nothing_is_asked() {
    let mut stage = Stage::new();
    stage.context.record_problem = Some(Error::InUse);
    let mut screen = opened(&stage, THERAPY);
    let action = pressed(&mut screen, &mut stage, "service/save");
    assert!(matches!(action, Action::None));
    assert!(!stage.context.take_asked_to_keep());
    let page = shown(&screen, &stage);
    assert!(page.contains(&Error::InUse.to_string()), "{page}");
    assert!(page.contains("Save this service"), "{page}");
}
