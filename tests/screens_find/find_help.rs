//! Find help: words, filters, a worry.

use withy::directory::service::Id;
use withy::directory::{Directory, Need, ReferralRoute, Sector};
use withy::look::Width;
use withy::platform::opening::Link;
use withy::screens::find_help::{FindHelp, Message};
use withy::screens::{Action, FindStart, Place};

use crate::stage::{Stage, any, has, look, press, read, words, write};

fn opened(stage: &Stage, start: FindStart) -> FindHelp {
    let mut find = FindHelp::new();
    find.enter(&stage.context, start);
    find
}

fn pressed(find: &mut FindHelp, stage: &mut Stage, id: &str) -> Action<Message> {
    let message = press(find.view(&stage.context, look(Width::Middle)), id);
    find.update(&mut stage.context, message)
}

fn typed(find: &mut FindHelp, stage: &mut Stage, id: &str, text: &str) -> Action<Message> {
    let message = write(find.view(&stage.context, look(Width::Middle)), id, text);
    find.update(&mut stage.context, message)
}

fn on_screen(find: &FindHelp, stage: &Stage) -> String {
    words(&read(
        find.view(&stage.context, look(Width::Middle)),
        Width::Middle,
    ))
}

fn card(id: Id) -> String {
    format!("find/service/{id}")
}

#[test]
fn typing_finds_services_and_a_press_opens_one() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Search);
    assert_eq!(find.found_in_words(), "174 services");
    let _ = typed(&mut find, &mut stage, "find/search", "integrated therapy");
    let therapy = stage.id("somerset-cyp-therapy-service");
    assert!(
        on_screen(&find, &stage).contains("is now Children and Young People’s Therapy Service")
    );
    let action = pressed(&mut find, &mut stage, &card(therapy));
    assert!(matches!(action, Action::Open(Place::Service(id)) if id == therapy));
}

#[test]
fn a_misspelt_word_is_put_right_unless_the_person_says_otherwise() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Text("speach".to_owned()));
    let shown = on_screen(&find, &stage);
    assert!(shown.contains("Showing results for “speech”."), "{shown}");
    let action = pressed(&mut find, &mut stage, "find/exactly");
    assert!(any(
        &action,
        &|one| matches!(one, Action::Focus(id) if *id == "find/search".into())
    ));
    assert!(!on_screen(&find, &stage).contains("Showing results for"));
    let _ = typed(&mut find, &mut stage, "find/search", "speach ");
    assert!(on_screen(&find, &stage).contains("Showing results for “speech”."));
}

#[test]
fn every_filter_is_taken_away_by_pressing_it_again() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Search);
    let everything = find.found_in_words();
    let _ = pressed(&mut find, &mut stage, "find/more-filters");
    for id in [
        format!("find/sector/{}", Sector::Health.code()),
        format!("find/route/{}", ReferralRoute::SelfReferral.code()),
        "find/free".to_owned(),
        format!("find/need/{}", Need::Autism.code()),
        format!("find/route/{}", ReferralRoute::School.code()),
    ] {
        let _ = pressed(&mut find, &mut stage, &id);
        assert_ne!(find.found_in_words(), everything, "{id} filters");
        let _ = pressed(&mut find, &mut stage, &id);
        assert_eq!(find.found_in_words(), everything, "{id} is taken away");
    }
}

#[test]
fn a_filter_from_the_folded_part_stays_in_sight() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Need(Need::Sleep));
    let sleep = "find/need/sleep";
    let _ = pressed(&mut find, &mut stage, sleep);
    assert_eq!(find.found_in_words(), "174 services");
    let _ = pressed(&mut find, &mut stage, "find/more-filters");
    let _ = typed(&mut find, &mut stage, "find/age", "4");
    let _ = pressed(&mut find, &mut stage, "find/more-filters");
    assert!(on_screen(&find, &stage).contains("Age 4"));
    let _ = pressed(&mut find, &mut stage, "find/age-chosen");
    assert!(!on_screen(&find, &stage).contains("Age 4"));
}

#[test]
fn an_age_that_is_no_age_is_kept_and_explained() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Search);
    let _ = pressed(&mut find, &mut stage, "find/more-filters");
    let _ = typed(&mut find, &mut stage, "find/age", "four");
    let shown = on_screen(&find, &stage);
    assert!(
        shown.contains("Type the age as a number from 0 to 25."),
        "{shown}"
    );
    assert!(shown.contains("value=\"four\""), "{shown}");
    assert_eq!(find.found_in_words(), "174 services");
}

#[test]
fn a_place_is_remembered_as_half_a_postcode_and_can_be_forgotten() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Search);
    let _ = pressed(&mut find, &mut stage, "find/more-filters");
    let _ = typed(&mut find, &mut stage, "find/place", "Atlantis");
    let _ = pressed(&mut find, &mut stage, "find/use-place");
    let shown = on_screen(&find, &stage);
    assert!(shown.contains("We do not know that place."), "{shown}");
    assert!(shown.contains("value=\"Atlantis\""), "{shown}");
    let _ = typed(&mut find, &mut stage, "find/place", "ta6 4ab");
    let action = pressed(&mut find, &mut stage, "find/use-place");
    assert!(any(&action, &|one| matches!(one, Action::SettingsChanged)));
    assert_eq!(stage.context.settings.near.as_deref(), Some("TA6"));
    assert!(on_screen(&find, &stage).contains("Near TA6"));
    assert!(on_screen(&find, &stage).contains("Nearest first"));
    let _ = pressed(&mut find, &mut stage, "find/near");
    assert!(!on_screen(&find, &stage).contains("Nearest first"));
    let _ = pressed(&mut find, &mut stage, "find/forget-place");
    assert_eq!(stage.context.settings.near, None);
}

#[test]
fn what_is_not_known_is_listed_after_what_fits() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Text("riding".to_owned()));
    let _ = pressed(&mut find, &mut stage, "find/more-filters");
    let _ = typed(&mut find, &mut stage, "find/age", "7");
    let shown = on_screen(&find, &stage);
    assert!(shown.contains("May suit"), "{shown}");
    assert!(shown.contains("Not known is not the same as no"), "{shown}");
    assert!(shown.contains("We could not confirm the ages"), "{shown}");
}

#[test]
fn twenty_services_at_a_time() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Search);
    let cards =
        |find: &FindHelp, stage: &Stage| on_screen(find, stage).matches(" focusable\n").count();
    let before = cards(&find, &stage);
    let action = pressed(&mut find, &mut stage, "find/more");
    assert_eq!(cards(&find, &stage), before + 20);
    assert!(any(&action, &|one| matches!(one, Action::Focus(_))));
    let _ = typed(&mut find, &mut stage, "find/search", "school");
    assert_eq!(
        cards(&find, &stage).cmp(&(before + 20)),
        std::cmp::Ordering::Less
    );
}

#[test]
fn nothing_found_says_what_to_try_and_whom_to_ask() {
    let mut stage = Stage::new();
    let mut find = opened(&stage, FindStart::Text("zzzzqqq".to_owned()));
    assert_eq!(find.found_in_words(), "No services found");
    let shown = on_screen(&find, &stage);
    assert!(shown.contains("No service fits “zzzzqqq”."), "{shown}");
    assert!(shown.contains("Somerset SENDIAS"), "{shown}");
    assert!(shown.contains("0808 808 3555"), "{shown}");
    let action = pressed(&mut find, &mut stage, "find/ask/contact-helpline/call");
    let number = Link::Phone("0808 808 3555".to_owned());
    assert!(matches!(action, Action::Visit(link) if link == number));
    let _ = pressed(&mut find, &mut stage, "find/clear-words");
    assert_eq!(find.found_in_words(), "174 services");
}

#[test]
fn a_directory_that_cannot_be_read_says_so_and_still_opens() {
    let mut stage = Stage::of(Directory::empty());
    stage.context.directory_problem = Some("The file is damaged at line 3.".to_owned());
    let find = opened(&stage, FindStart::Text("sleep".to_owned()));
    let shown = on_screen(&find, &stage);
    assert!(shown.contains("The file is damaged at line 3."), "{shown}");
    assert!(has(
        &read(
            find.view(&stage.context, look(Width::Narrow)),
            Width::Narrow
        ),
        "find/search"
    ));
}
