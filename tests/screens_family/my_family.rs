//! My family: adding, changing and deleting a child.

use withy::record::child::Colour;
use withy::screens::my_family::{Message, MyFamily};

use crate::desk::Desk;

fn empty() -> Desk<MyFamily> {
    let mut desk = Desk::new(MyFamily::new());
    desk.keep_record();
    desk.screen.enter(&desk.context);
    desk
}

fn sample() -> Desk<MyFamily> {
    let mut desk = Desk::new(MyFamily::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    desk
}

#[test]
fn a_child_is_added_with_a_name_alone() {
    let mut desk = empty();
    desk.sees("No child is written down yet.");
    desk.is_sound();
    desk.press("family/add");
    assert!(desk.is_on("child/name"));
    desk.is_sound();
    desk.types("child/name", "Robin");
    desk.press("child/colour/Purple");
    desk.press("child/keep");
    let children = desk.record().children().unwrap();
    assert_eq!(children.len(), 1);
    assert_eq!(children[0].name, "Robin");
    assert_eq!(children[0].colour, Colour::Purple);
    assert_eq!(children[0].date_of_birth, None);
    desk.sees("Nothing is kept yet");
    assert!(desk.is_on(&format!("child/{}/change", children[0].id)));
}

#[test]
fn a_second_child_gets_another_colour_by_itself() {
    let mut desk = empty();
    for name in ["Robin", "Jo"] {
        desk.press("family/add");
        desk.types("child/name", name);
        desk.enter();
    }
    let children = desk.record().children().unwrap();
    assert_eq!(children.len(), 2);
    assert_ne!(children[0].colour, children[1].colour);
}

#[test]
fn dates_that_cannot_be_are_told_and_what_was_typed_stays() {
    let mut desk = empty();
    desk.press("family/add");
    desk.press("child/keep");
    desk.sees("Write a name");
    desk.types("child/name", "Robin");
    for (typed, sentence) in [
        ("31 February 2020", "February 2020 has only 29 days"),
        ("3 June 2026", "This date has not come yet"),
        ("last spring", "We could not read"),
    ] {
        desk.settle(Message::Born(typed.to_owned()));
        desk.press("child/keep");
        desk.sees(sentence);
        desk.sees(typed);
        desk.sees("Robin");
        assert!(desk.is_on("child/born"));
    }
    desk.is_sound();
    assert!(desk.record().children().unwrap().is_empty());
    desk.settle(Message::Born("3 June 2020".to_owned()));
    desk.press("child/keep");
    desk.sees("5 years old, born 3 June 2020");
}

#[test]
fn ages_are_in_words() {
    for (born, words) in [
        ("30 May 2026", "3 days old"),
        ("28 April 2026", "5 weeks old"),
        ("2 November 2024", "19 months old"),
        ("2 June 2024", "2 years old"),
        ("3 June 2015", "10 years old"),
    ] {
        let mut desk = empty();
        desk.press("family/add");
        desk.types("child/name", "Robin");
        desk.settle(Message::Born(born.to_owned()));
        desk.press("child/keep");
        desk.sees(words);
    }
}

#[test]
fn a_child_is_changed_and_deleted() {
    let mut desk = sample();
    desk.sees("notes");
    desk.is_sound();
    let maya = desk.record().children().unwrap()[0].clone();
    desk.press(&format!("child/{}/change", maya.id));
    desk.types("child/name", "!");
    desk.press("child/keep");
    let changed = desk.record().child(maya.id).unwrap().unwrap();
    assert_ne!(changed.name, maya.name);
    assert_eq!(changed.date_of_birth, maya.date_of_birth);
    desk.press(&format!("child/{}/change", maya.id));
    desk.is_sound();
    desk.press("child/delete");
    assert_eq!(desk.record().child(maya.id).unwrap(), None);
    assert!(desk.heard.saved.last().unwrap().contains("bin for 30 days"));
    let _ = desk.context.record.as_mut().unwrap().undo().unwrap();
    desk.screen.refresh(&desk.context);
    assert!(desk.has(&format!("child/{}/change", maya.id)));
}

#[test]
fn a_half_typed_form_comes_back_and_can_be_left() {
    let mut desk = sample();
    desk.press("family/add");
    desk.types("child/name", "Rob");
    assert!(desk.screen.is_writing());
    assert!(desk.screen.autosave(&mut desk.context).unwrap());
    let mut after = MyFamily::new();
    after.enter(&desk.context);
    desk.screen = after;
    desk.sees("Rob");
    desk.press("back");
    assert!(!desk.screen.is_writing());
    let mut again = MyFamily::new();
    again.enter(&desk.context);
    assert!(!again.is_writing());
}
