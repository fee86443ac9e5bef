//! Every page of the guide, and every place there is, as they stand before anything is pressed.

use withy::app::Message;
use withy::guide::{budget, easy_read, nhs, pathway, plan, rights, words};
use withy::record::starter_questions;
use withy::screens::{
    Place, QuestionsStart, budget as budget_screen, improvement_plan, nhs_services, questions,
    worried,
};

use super::person::keeping::new_vault;
use super::person::{Person, a_tuesday};
use super::places::places;
use super::walk::{Walk, busy_week, first_evening};

fn opens(walk: &mut Walk, person: &mut Person, name: &str, message: Message) {
    person.settle(message);
    let seen = person.look();
    walk.keep(name, &seen);
}

/// Every card, word, promise, route and page, each opened once.
pub fn the_whole_guide() -> Walk {
    let mut walk = Walk::new();
    let mut person = walk.sit_down(first_evening);
    let mut go = |name: &str, message: Message| opens(&mut walk, &mut person, name, message);
    let id = |id: &String| Some(id.clone());
    for card in rights::all() {
        go("Right", Message::Go(Place::Rights(id(&card.id))));
    }
    for term in words::every() {
        go("Word", Message::Go(Place::WordsExplained(id(&term.id))));
    }
    for promise in plan::promises() {
        let place = Place::ImprovementPlan(id(&promise.id));
        go("Promise", Message::Go(place));
    }
    for page in easy_read::pages() {
        go("Easy Read", Message::Go(Place::EasyRead(id(&page.id))));
    }
    go("NHS services", Message::Go(Place::NhsServices(None)));
    for page in &nhs::book().pages {
        let read = nhs_services::Message::Read(page);
        go("NHS services", Message::NhsServices(read));
    }
    go("Budget", Message::Go(Place::Budget));
    for page in &budget::book().pages {
        go(
            "Budget",
            Message::Budget(budget_screen::Message::Read(page)),
        );
    }
    go("Plan", Message::Go(Place::ImprovementPlan(None)));
    use improvement_plan::Part;
    for part in [
        Part::Promises,
        Part::Weaknesses,
        Part::Later,
        Part::Pictures,
        Part::TimeLine,
    ] {
        let press = improvement_plan::Message::Part(part);
        go("Plan", Message::ImprovementPlan(press));
    }
    go(
        "Questions",
        Message::Go(Place::Questions(QuestionsStart::Budget)),
    );
    for group in starter_questions::groups() {
        let press = questions::Message::StarterGroup(&group.id);
        go("Questions", Message::Questions(press));
    }
    go("Worried", Message::Go(Place::Worried(None)));
    for age in pathway::ages() {
        for worry in pathway::worries() {
            use worried::Message as Press;
            go("Worried", Message::Worried(Press::StartAgain));
            go("Worried", Message::Worried(Press::Age(age)));
            go("Worried", Message::Worried(Press::Worry(worry)));
            for asked in pathway::asked(age, &[worry], |_| Some("yes")) {
                for answer in &asked.answers {
                    let press = Press::Answer(&asked.id, &answer.id);
                    go("Worried", Message::Worried(press));
                }
            }
        }
    }
    for page in pathway::pages() {
        go("Worried", Message::Worried(worried::Message::Read(page)));
    }
    walk
}

/// Every place of the sample family, and those of a record of one's own.
pub fn every_place() -> Walk {
    let mut walk = Walk::new();
    let mut person = walk.sit_down(busy_week);
    for (name, place) in places(&person) {
        opens(&mut walk, &mut person, name, Message::Go(place));
    }
    let folder = walk.new_folder();
    drop(new_vault(&folder, &a_tuesday()));
    let mut person = first_evening(&folder);
    for (name, place) in [
        ("keep safe", Place::KeepSafe),
        ("records", Place::Records),
        ("privacy", Place::Privacy),
        ("left this computer", Place::LeftThisComputer),
        ("settings", Place::Settings),
        ("lock", Place::Lock),
    ] {
        opens(&mut walk, &mut person, name, Message::Go(place));
    }
    walk
}
