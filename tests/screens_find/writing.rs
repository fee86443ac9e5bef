//! The family's own words about a service: kept while they are typed, lost never.

use withy::screens::service::{Message, ServiceScreen};
use withy::widgets::field::Edit;

use crate::service::{opened, pressed, shown};
use crate::stage::Stage;

const THERAPY: &str = "somerset-cyp-therapy-service";

fn note(stage: &Stage, slug: &str) -> String {
    let record = stage.context.record.as_ref().unwrap();
    let kept = record.saved_service_for(stage.id(slug)).unwrap();
    kept.unwrap().note
}

fn type_words(screen: &mut ServiceScreen, stage: &mut Stage, words: &str) {
    let edit = Message::Write(Edit::Replace(words.to_owned()));
    let _ = screen.update(&mut stage.context, edit);
}

fn saved(stage: &mut Stage) -> ServiceScreen {
    let mut screen = opened(stage, THERAPY);
    let _ = pressed(&mut screen, stage, "service/save");
    screen
}

#[test]
fn words_are_a_draft_first_and_part_of_the_record_once_they_stand_still() {
    let mut stage = Stage::with_record();
    let mut screen = saved(&mut stage);
    assert!(!screen.is_writing());
    assert!(!screen.autosave(&mut stage.context).unwrap());
    type_words(&mut screen, &mut stage, "Rang on Monday");
    assert!(screen.is_writing());
    assert!(screen.autosave(&mut stage.context).unwrap());
    assert_eq!(note(&stage, THERAPY), "", "still being typed");
    assert!(screen.autosave(&mut stage.context).unwrap());
    assert_eq!(note(&stage, THERAPY), "Rang on Monday");
    assert!(!screen.is_writing());
}

#[test]
fn words_survive_a_pulled_plug() {
    let mut stage = Stage::with_record();
    let mut screen = saved(&mut stage);
    type_words(&mut screen, &mut stage, "Ask about the form");
    let _ = screen.autosave(&mut stage.context).unwrap();
    drop(screen);
    let again = opened(&stage, THERAPY);
    assert!(shown(&again, &stage).contains("Ask about the form"));
    assert!(again.is_writing(), "they are not part of the record yet");
}

#[test]
fn words_left_behind_for_another_service_are_kept() {
    let mut stage = Stage::with_record();
    let mut screen = saved(&mut stage);
    type_words(&mut screen, &mut stage, "Half a sen");
    let other = stage.id("somerset-portage");
    screen.enter(&stage.context, other);
    assert!(screen.is_writing());
    let _ = screen.autosave(&mut stage.context).unwrap();
    assert_eq!(note(&stage, THERAPY), "Half a sen");
    assert!(!screen.is_writing());
}

#[test]
fn a_change_elsewhere_leaves_what_is_being_typed_alone() {
    let mut stage = Stage::with_record();
    let mut screen = saved(&mut stage);
    type_words(&mut screen, &mut stage, "Half a sen");
    screen.refresh(&stage.context);
    assert!(shown(&screen, &stage).contains("Half a sen"));
}

#[test]
fn undo_takes_the_words_back() {
    let mut stage = Stage::with_record();
    let mut screen = saved(&mut stage);
    type_words(&mut screen, &mut stage, "Rang on Monday");
    for _ in 0..2 {
        let _ = screen.autosave(&mut stage.context).unwrap();
    }
    let _ = stage.context.record.as_mut().unwrap().undo().unwrap();
    screen.refresh(&stage.context);
    assert!(!shown(&screen, &stage).contains("Rang on Monday"));
    assert!(!screen.is_writing());
}

#[test]
fn removing_keeps_the_words_with_what_goes_to_the_bin() {
    let mut stage = Stage::with_record();
    let mut screen = saved(&mut stage);
    type_words(&mut screen, &mut stage, "Very kind on the phone");
    let _ = pressed(&mut screen, &mut stage, "service/remove");
    let _ = stage.context.record.as_mut().unwrap().undo().unwrap();
    assert_eq!(note(&stage, THERAPY), "Very kind on the phone");
}
