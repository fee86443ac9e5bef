//! Search everything.

use withy::screens::search::Search;
use withy::screens::{NotesStart, Place};

use crate::desk::Desk;

#[test]
fn without_a_record_it_finds_services_and_places() {
    let mut desk = Desk::new(Search::new());
    desk.screen.enter(&desk.context);
    desk.sees("Places to go");
    desk.is_sound();
    desk.types("search/words", "speech");
    desk.sees("Services");
    desk.does_not_see("From your record");
    desk.is_sound();
    desk.enter();
    assert!(matches!(desk.heard.opened[0], Place::Service(_)));
}

#[test]
fn the_record_comes_first_and_enter_opens_it() {
    let mut desk = Desk::new(Search::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    desk.types("search/words", "thin drinks");
    desk.sees("From your record");
    desk.is_sound();
    desk.enter();
    assert!(
        matches!(
            desk.heard.opened[0],
            Place::Notes(NotesStart::One(_)) | Place::Questions(_)
        ),
        "{:?}",
        desk.heard.opened
    );
}

#[test]
fn a_place_is_found_by_other_words_for_it() {
    for (typed, place) in [
        ("bigger", Place::Settings),
        ("999", Place::Emergency),
        ("bin", Place::Bin),
    ] {
        let mut desk = Desk::new(Search::new());
        desk.screen.enter(&desk.context);
        desk.types("search/words", typed);
        let name = match place {
            Place::Settings => "Settings",
            Place::Emergency => "In an emergency",
            _ => "Bin",
        };
        desk.press(&format!("search/place/{name}"));
        assert_eq!(desk.heard.opened, [place]);
    }
}

#[test]
fn nothing_found_is_said_and_enter_goes_nowhere() {
    let mut desk = Desk::new(Search::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    desk.enter();
    desk.types("search/words", "qqqqzzzz");
    desk.sees("Nothing was found for “qqqqzzzz”");
    desk.enter();
    assert!(desk.heard.opened.is_empty());
    desk.screen.enter(&desk.context);
    desk.does_not_see("qqqqzzzz");
}
