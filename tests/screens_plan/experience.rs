//! Writing what happened beside a promise: it waits for a record, is kept, changed, deleted, taken
//! back, found, and copied; and nothing half written is lost.

use withy::app::Message;
use withy::record::Experience;
use withy::screens::Place;

use crate::person::{By, Person};
use crate::{DESIGNED, every_way};

fn promise(person: &mut Person, id: &str) {
    person.settle(Message::Go(Place::ImprovementPlan(Some(id.to_owned()))));
}

fn kept(person: &Person) -> Vec<Experience> {
    let record = person.app.context().record.as_ref().unwrap();
    record.experiences().unwrap()
}

/// Writes something beside the open promise, in a record that is there.
fn writes(person: &mut Person, words: &str, day: &str) {
    person.press("Add what happened");
    person.types(words);
    person.press("When did it happen?");
    person.shortcut("a");
    person.types(day);
    person.press("Save beside the promise");
}

fn sits_down(folder: &std::path::Path) -> Person {
    Person::sits_down(folder, DESIGNED, By::Mouse)
}

/// With a record to keep things in, and one experience beside the promise of faster plans.
fn has_written(folder: &std::path::Path) -> Person {
    let mut person = sits_down(folder);
    promise(&mut person, "c8");
    writes(&mut person, "Week 30 and no plan", "12 May 2026");
    person.keeps();
    person
}

#[test]
fn what_happened_waits_for_the_record_and_stands_beside_its_promise() {
    every_way(|person| {
        person.go("Improvement plan");
        person.press("Nine promises");
        person.press("Faster EHC plans");
        person.sees("Nothing is sent. Your words stay on this computer");
        writes(person, "Week 30 and no plan", "12 May 2026");
        person.keeps();
        person.sees("Kept beside the promise 11:30am. Nothing was sent.");
        person.sees("12 May 2026");
        person.sees("Week 30 and no plan");
        let kept = kept(person);
        assert_eq!(kept.len(), 1);
        assert_eq!(
            (kept[0].promise.as_str(), kept[0].text.as_str()),
            ("c8", "Week 30 and no plan")
        );
        assert_eq!(kept[0].happened_on, jiff::civil::date(2026, 5, 12));
        assert_eq!(person.focus(), "Change: 12 May 2026");
        person.press("The whole plan");
        person.sees("Enough progress. 1 entry of yours");
    });
}

#[test]
fn a_new_one_does_not_hide_the_one_before_and_the_newest_is_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    writes(&mut person, "Week 27", "21 April 2026");
    writes(&mut person, "Week 33", "2 June 2026");
    let outline = person.reads();
    let at = |words: &str| outline.find(words).unwrap();
    assert!(at("Week 33") < at("Week 30") && at("Week 30") < at("Week 27"));
    promise(&mut person, "c1");
    person.does_not_see("Week 30");
}

#[test]
fn it_can_be_changed_deleted_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    let first = kept(&person);
    person.press("Change: 12 May 2026");
    person.types(". We rang.");
    person.press("Save beside the promise");
    let changed = kept(&person);
    assert_eq!(changed[0].text, "Week 30 and no plan. We rang.");
    assert_eq!(
        (changed[0].id, &changed[0].created),
        (first[0].id, &first[0].created)
    );
    person.shortcut("z");
    assert_eq!(kept(&person), first);
    person.does_not_see("We rang.");
    person.press("Delete: 12 May 2026");
    person.sees("It stays in the bin for 30 days.");
    person.does_not_see("Week 30 and no plan");
    person.settle(Message::Go(Place::Bin));
    person.sees("Your family’s experience");
    person.press("Restore");
    assert_eq!(kept(&person), first);
}

#[test]
fn what_cannot_be_kept_is_said_beside_its_field() {
    every_way(|person| {
        promise(person, "c2");
        person.press("Add what happened");
        person.press("Save beside the promise");
        person.sees("Write what happened, then save it.");
        person.types("Nobody answers");
        person.does_not_see("Write what happened, then save it.");
        for (typed, says) in [
            ("31 February", "has only 28 days"),
            ("12 July 2026", "This day has not come yet."),
        ] {
            person.press("When did it happen?");
            person.shortcut("a");
            person.types(typed);
            person.press("Save beside the promise");
            person.sees(says);
            assert_eq!(person.focus(), "When did it happen?");
            person.sees("Nobody answers");
        }
    });
}

#[test]
fn half_written_words_wait_through_other_places_and_another_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    person.press("Add what happened");
    person.types("They said to ring ag");
    person.go("Today");
    promise(&mut person, "c8");
    person.sees("They said to ring ag");
    // Another promise has nothing half written.
    promise(&mut person, "c1");
    person.does_not_see("They said to ring ag");
    person.closes();
    let mut person = sits_down(folder.path());
    promise(&mut person, "c8");
    person.sees("You began to write something here. It is not saved yet.");
    person.press("Go on writing");
    person.sees("You began this before.");
    person.types("ain");
    person.press("Save beside the promise");
    assert_eq!(kept(&person)[0].text, "They said to ring again");
    // The draft is gone with it.
    person.closes();
    let mut person = sits_down(folder.path());
    promise(&mut person, "c8");
    person.does_not_see("You began to write something here.");
}

#[test]
fn half_made_changes_wait_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    person.press("Change: 12 May 2026");
    person.types(", and");
    person.press("Close");
    person.sees("You began to change this. It is not saved yet.");
    person.closes();
    let mut person = sits_down(folder.path());
    promise(&mut person, "c8");
    person.press("Change: 12 May 2026");
    person.sees("Week 30 and no plan, and");
    person.sees("You began this before.");
}

#[test]
fn closing_a_form_with_nothing_in_it_leaves_nothing() {
    every_way(|person| {
        promise(person, "c2");
        person.press("Add what happened");
        person.press("Close");
        assert_eq!(person.focus(), "Add what happened");
        person.does_not_see("You began");
    });
}

#[test]
fn words_that_were_never_saved_go_to_the_bin_and_not_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    person.press("Add what happened");
    person.types("Not like this");
    // In the form, and not beside what is kept.
    person.press("Delete");
    person.sees("It stays in the bin for 30 days.");
    let bin = person.app.context().record.as_ref().unwrap().bin().unwrap();
    assert_eq!(bin[0].title, "Not like this");
}

#[test]
fn words_whose_experience_went_become_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    person.press("Change: 12 May 2026");
    person.types("!");
    // The one being changed is taken back by undo, from another control.
    person.settle(Message::Pressed(withy::app::keys::Command::Undo));
    assert!(kept(&person).is_empty());
    person.sees("Week 30 and no plan!");
    person.press("Save beside the promise");
    assert_eq!(kept(&person)[0].text, "Week 30 and no plan!");
}

#[test]
fn it_is_found_by_its_words_and_opens_its_promise() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = has_written(folder.path());
    person.settle(Message::Go(Place::Search));
    person.types("week 30");
    person.press("Week 30 and no plan");
    person.sees("Promised in December 2020");
    person.sees("Faster EHC plans");
}

#[test]
fn it_is_copied_with_the_promise_and_nobody_is_named() {
    every_way(|person| {
        promise(person, "c8");
        writes(person, "Week 30", "12 May 2026");
        person.keeps();
        promise(person, "c1");
        writes(person, "Nobody asked us", "1 May 2026");
        person.press("Copy as text");
        let one = person.copied().unwrap().to_owned();
        assert!(one.contains("Promise: Listen to families"));
        assert!(one.contains("1 May 2026: Nobody asked us"));
        assert!(!one.contains("Week 30"));
        assert!(one.contains("Withy adds no names"));
        person.press("Copy all as text");
        let all = person.copied().unwrap();
        assert!(
            all.contains("12 May 2026: Week 30") && all.contains("1 May 2026: Nobody asked us")
        );
        assert!(all.contains("7 promises that we wrote nothing about."));
        person.sees("Nothing was sent");
        person.press("Somerset Parent Carer Forum");
        person.sees("Save this service");
    });
}
