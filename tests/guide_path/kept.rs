//! A path that is kept: shown on Today and where Worried? begins, opened, changed, removed,
//! brought back, and still there after the window was closed.

use iced::Size;
use withy::app::Message;
use withy::record::{KeptPath, Step};
use withy::screens::{Place, settings};
use withy::settings::TextSize;

use crate::person::keeping::new_vault;
use crate::person::{By, Person, a_tuesday};

const WINDOW: Size = Size::new(1_280.0, 800.0);

fn every_way(journey: impl Fn(&mut Person)) {
    for by in [By::Mouse, By::Keyboard] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), WINDOW, by, text_size);
            journey(&mut person);
        }
    }
}

fn with_a_family(person: &mut Person) {
    person.settle(Message::Settings(settings::Message::SampleFamily(true)));
}

fn steps(person: &Person) -> Vec<Step> {
    let record = person.app.context().record.as_ref().unwrap();
    record.steps().unwrap()
}

fn paths(person: &Person) -> Vec<KeptPath> {
    let record = person.app.context().record.as_ref().unwrap();
    record.paths().unwrap()
}

#[test]
fn from_today_to_a_saved_first_step_in_five_presses() {
    every_way(|person| {
        person.press("I’m worried about my child");
        person.press("Under 5");
        person.press("Talking and understanding");
        person.press("Save these steps");
        // The passphrase is asked for once, before the very first thing is kept.
        assert_eq!(person.presses, 4);
        person.keeps();
        assert_eq!(steps(person).len(), 4);
        person.sees("4 steps saved with your path 11:30am. They are on Today.");
        person.sees("Your path of 2 June 2026");
    });
}

#[test]
fn a_path_is_kept_changed_removed_and_brought_back() {
    every_way(|person| {
        person.go("Worried?");
        person.press("5 to 16");
        person.press("Behaviour");
        person.press("Keep this path");
        person.keeps();
        person.sees("Your path of 2 June 2026");
        assert_eq!(
            steps(person).len(),
            0,
            "a path can be kept without its steps"
        );
        person.press("Yes");
        person.press("Keep the change");
        assert_eq!(paths(person).len(), 1, "the same path, changed");
        assert_eq!(paths(person)[0].answers[0].1, "yes");
        person.go("Today");
        person.press("Behaviour, 5 to 16");
        person.sees("The route to an assessment can differ there.");
        person.press("Remove this path");
        assert!(paths(person).is_empty());
        person.sees("Keep this path");
        person.shortcut("z");
        assert_eq!(paths(person).len(), 1);
        person.press("Start again");
        person.press("Change: Behaviour, 5 to 16");
        assert_eq!(person.focus(), "5 to 16", "the answers have the focus");
        person.press("Start again");
        person.press("Remove: Behaviour, 5 to 16");
        person.does_not_see("Paths you kept");
        person.shortcut("z");
        person.press("Open it: Behaviour, 5 to 16");
        person.sees("What has happened so far?");
    });
}

#[test]
fn a_path_is_found_by_search_and_comes_back_from_the_bin() {
    every_way(|person| {
        with_a_family(person);
        person.settle(Message::Go(Place::Search));
        person.fills("Search your record", "behaviour 16");
        person.press("Behaviour, 5 to 16");
        person.sees("Your path of 13 May 2026, for Sam");
        person.press("Remove this path");
        person.settle(Message::Go(Place::Bin));
        person.sees("Path, deleted today.");
        person.press("Restore Behaviour, 5 to 16");
        assert_eq!(paths(person).len(), 1);
    });
}

#[test]
fn a_path_is_there_when_the_window_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.go("Worried?");
    person.press("16 to 25");
    person.press("Feelings and school worries");
    person.press("18 or over");
    person.press("Keep this path");
    person.keeps();
    person.closes();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.go("Worried?");
    person.press("Open it: Feelings and school worries, 16 to 25");
    person.sees("Child and adolescent mental health services (CAMHS) stop at 18.");
    person.press("Add a worry");
    person.press("Learning");
    person.press("Keep the change");
    assert_eq!(paths(&person)[0].worries, ["feelings", "learning"]);
    person.go("Today");
    person.sees("What to do first, 16 to 25");
}

#[test]
fn with_several_children_a_path_and_its_steps_are_for_the_one_that_is_chosen() {
    every_way(|person| {
        with_a_family(person);
        let before = steps(person).len();
        person.go("Worried?");
        person.press("Under 5");
        person.press("Movement and everyday skills");
        person.press("Save these steps");
        person.press("Maya");
        let maya = person.app.context().record.as_ref().unwrap();
        let maya = maya.children().unwrap()[0].id;
        let new: Vec<Step> = steps(person)
            .into_iter()
            .filter(|step| step.children == [maya])
            .collect();
        assert!(new.len() >= 4 && steps(person).len() == before + 4);
        assert_eq!(paths(person)[0].children, [maya]);
        person.sees("Your path of 2 June 2026, for Maya");
        person.shortcut("z");
        assert_eq!(paths(person)[0].children, [], "undone in one");
    });
}

#[test]
fn a_path_from_an_older_guide_is_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let now = a_tuesday();
    let (_, mut record, _) = new_vault(folder.path(), &now);
    let path = KeptPath {
        title: "Talking, toddlers".to_owned(),
        age: "an age that is gone".to_owned(),
        worries: vec!["speech".to_owned()],
        ..KeptPath::new(&now)
    };
    record
        .change("Keep this path", &now, |change| change.put_path(&path))
        .unwrap();
    drop(record);
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
    person.press("Talking, toddlers");
    person.sees("How old is your child?");
    person.press("Under 5");
    person.sees("Talking and understanding, under 5");
    person.press("Keep the change");
    assert_eq!(paths(&person)[0].age, "0-4");
    assert_eq!(paths(&person).len(), 1);
}
