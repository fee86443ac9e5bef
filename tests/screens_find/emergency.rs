//! The safety numbers.

use withy::directory::Directory;
use withy::look::Width;
use withy::platform::opening::Link;
use withy::screens::emergency::Emergency;
use withy::screens::{Action, Place};

use crate::stage::{Stage, look, press, read, words};

fn shown(stage: &Stage) -> String {
    let screen = Emergency::new();
    words(&read(
        screen.view(&stage.context, look(Width::Middle)),
        Width::Middle,
    ))
}

fn pressed(stage: &mut Stage, id: &str) -> Action<withy::screens::emergency::Message> {
    let mut screen = Emergency::new();
    screen.enter(&stage.context);
    let message = press(screen.view(&stage.context, look(Width::Middle)), id);
    screen.update(&mut stage.context, message)
}

#[test]
fn the_numbers_stand_in_order_of_urgency() {
    let shown = shown(&Stage::new());
    let places: Vec<usize> = ["999", "111", "0300 123 2224", "0300 123 2327", "0800 1111"]
        .map(|number| shown.find(&format!("Call {number}\"")).unwrap())
        .into();
    assert!(places.is_sorted(), "{shown}");
}

#[test]
fn each_number_can_be_rung_and_copied() {
    let mut stage = Stage::new();
    let action = pressed(&mut stage, "emergency/999/call");
    assert!(matches!(action, Action::Visit(Link::Phone(number)) if number == "999"));
    let action = pressed(&mut stage, "emergency/social-care/copy");
    assert!(matches!(action, Action::CopyOnly { words, .. } if words == "0300 123 2224"));
    let about = stage.id("somerset-emergency-duty-team");
    let action = pressed(&mut stage, "emergency/duty-team/about");
    assert!(matches!(action, Action::Open(Place::Service(id)) if id == about));
}

#[test]
fn a_number_for_text_messages_offers_no_call() {
    let shown = shown(&Stage::new());
    assert!(shown.contains("85258"), "{shown}");
    assert!(!shown.contains("Call 85258"), "{shown}");
}

#[test]
fn the_numbers_of_the_whole_country_show_without_a_directory() {
    let shown = shown(&Stage::of(Directory::empty()));
    assert!(
        shown.contains("Call 999\"") && shown.contains("Call 111\""),
        "{shown}"
    );
    assert!(shown.contains("We could not confirm a number."), "{shown}");
}
