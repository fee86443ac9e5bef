//! Draws each screen to `target/gallery/`, for looking at: cream, dark and high contrast, at the
//! designed size, the smallest, and at 200 % text.

use withy::look::ThemeName;
use withy::record::{QuestionFilter, question::State};
use withy::screens::QuestionsStart;
use withy::screens::keep_record::KeepRecord;
use withy::screens::my_family::{self, MyFamily};
use withy::screens::questions::Questions;
use withy::screens::search::Search;
use withy::screens::settings::SettingsScreen;
use withy::screens::today::Today;

use crate::desk::{DESIGNED, DOUBLE, Desk, SMALLEST, Screen};

fn draw<S: Screen>(desk: &mut Desk<S>, name: &str) {
    for (theme, of) in [
        (ThemeName::Cream, "cream"),
        (ThemeName::Dark, "dark"),
        (ThemeName::HighContrastLight, "contrast"),
    ] {
        desk.theme = theme;
        for (size, scale, at) in [
            (DESIGNED, 1.0, "wide"),
            (SMALLEST, 1.0, "small"),
            (DOUBLE, 2.0, "double"),
        ] {
            desk.size = size;
            desk.picture(&format!("family-{name}-{of}-{at}"), scale);
        }
    }
    // All of it, for reading to the end.
    desk.theme = ThemeName::Cream;
    for (width, at) in [(DESIGNED.width, "long"), (DOUBLE.width, "long-double")] {
        desk.size = iced::Size::new(width, 2_400.0);
        desk.picture(&format!("family-{name}-{at}"), 1.0);
    }
}

#[test]
fn today() {
    let mut desk = Desk::new(Today::new());
    desk.screen.enter(&desk.context);
    draw(&mut desk, "first");
    let mut desk = Desk::new(Today::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    draw(&mut desk, "today");
}

#[test]
fn questions() {
    let mut desk = Desk::new(Questions::new()).with_sample_family();
    desk.screen.enter(&desk.context, QuestionsStart::List);
    draw(&mut desk, "questions");
    desk.screen.enter(&desk.context, QuestionsStart::Budget);
    draw(&mut desk, "questions-budget");
    let all = desk.record().questions(&QuestionFilter::default()).unwrap();
    for state in [State::Waiting, State::Answered] {
        let one = all.iter().find(|one| one.state() == state).unwrap().id;
        desk.screen.enter(&desk.context, QuestionsStart::One(one));
        draw(&mut desk, &format!("question-{state:?}"));
    }
}

#[test]
fn my_family() {
    let mut desk = Desk::new(MyFamily::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    draw(&mut desk, "my-family");
    desk.settle(my_family::Message::New);
    desk.settle(my_family::Message::Born("31 February".to_owned()));
    desk.settle(my_family::Message::Keep);
    draw(&mut desk, "child");
}

#[test]
fn settings_and_keeping() {
    let mut desk = Desk::new(SettingsScreen::new()).with_sample_family();
    draw(&mut desk, "settings");
    let mut desk = Desk::new(KeepRecord::new());
    draw(&mut desk, "keep");
}

#[test]
fn search() {
    let mut desk = Desk::new(Search::new()).with_sample_family();
    desk.screen.enter(&desk.context);
    desk.types("search/words", "speech");
    draw(&mut desk, "search");
}
