//! Reading aloud: off until asked for, sentence by sentence in reading order, with pause, speed and
//! stop, and a plain sentence where there is no voice. The voice only writes down what it would say.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

#[path = "support/places.rs"]
mod places;

use iced::Size;
use person::{By, Person};
use places::places;
use withy::app::{Message, aloud};
use withy::platform::folders::Folders;
use withy::platform::voice::{Error, Speaker, Speed, State};
use withy::screens::settings as settings_screen;
use withy::screens::{FindStart, Place};
use withy::settings::{Settings, TextSize};

const WINDOW: Size = Size::new(1_280.0, 800.0);
const START: &str = "Read this page aloud";

fn with_reading(folder: &std::path::Path, by: By) -> Person {
    let settings = Settings {
        read_aloud: true,
        ..Settings::default()
    };
    settings.write(&Folders::at(folder).settings()).unwrap();
    Person::sits_down(folder, WINDOW, by)
}

fn voice(person: &Person) -> Speaker {
    person.app.context().voice.clone()
}

/// The voice comes to the end of its sentence, and the window notices.
fn comes_to_the_end(person: &mut Person) {
    voice(person).finish(State::Silent);
    person.settle(Message::Aloud(aloud::Message::Listen));
}

fn said(person: &Person) -> Vec<String> {
    let said = voice(person).written_down();
    said.into_iter().map(|(sentence, _)| sentence).collect()
}

#[test]
fn it_is_off_until_it_is_asked_for_in_settings() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down(folder.path(), WINDOW, by);
        person.settle(Message::Go(Place::Budget));
        person.does_not_see(START);
        person.go("Settings");
        person.does_not_see("Speed of reading");
        person.press("Read aloud");
        person.sees("Speed of reading");
        person.settle(Message::Go(Place::Budget));
        person.sees(START);
        let kept = Settings::read(&Folders::at(folder.path()).settings());
        assert!(kept.read_aloud);
    }
}

#[test]
fn the_guide_and_services_have_the_bar_and_nothing_private_has() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_reading(folder.path(), By::Keyboard);
    let sample = settings_screen::Message::SampleFamily(true);
    person.settle(Message::Settings(sample));
    for (name, place) in places(&person) {
        let guide = matches!(
            place,
            Place::Service(_)
                | Place::Worried(_)
                | Place::Budget
                | Place::NhsServices(_)
                | Place::Rights(_)
                | Place::ImprovementPlan(_)
                | Place::WordsExplained(_)
                | Place::EasyRead(_)
                | Place::Documents
                | Place::Accessibility
                | Place::Emergency
        );
        person.settle(Message::Go(place));
        assert_eq!(person.reads().contains(START), guide, "{name}");
        assert_eq!(person.look().screen_findings(), vec![], "{name}");
    }
}

#[test]
fn a_page_is_read_to_its_end_in_order() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = with_reading(folder.path(), by);
        person.settle(Message::Go(Place::Rights(Some("ehc-6".to_owned()))));
        person.press(START);
        assert_eq!(said(&person).len(), 1, "one sentence at a time");
        person.settle(Message::Aloud(aloud::Message::Listen));
        assert_eq!(said(&person).len(), 1, "the voice is not interrupted");
        for _ in 0..500 {
            if person.reads().contains(START) {
                break;
            }
            comes_to_the_end(&mut person);
        }
        person.sees(START);
        let said = said(&person);
        // In the order of the page, whole, and nothing of what is pressed.
        let outline = person.reads();
        let main = outline.split("  Main ").nth(1).unwrap();
        let mut after = 0;
        for sentence in said.iter().filter(|said| !said.contains(", ")) {
            let bare = sentence.trim_end_matches('.');
            let at = main[after..].find(bare);
            after += at.unwrap_or_else(|| panic!("{sentence:?} is not next in\n{main}"));
        }
        assert!(said.len() > 5, "{said:?}");
        assert!(
            !said.iter().any(|said| said.contains("Ask this")),
            "{said:?}"
        );
        assert!(!said.iter().any(|said| said.contains("://")), "{said:?}");
    }
}

#[test]
fn a_service_beside_its_list_is_read_and_not_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_reading(folder.path(), By::Keyboard);
    let therapy = person
        .app
        .context()
        .directory
        .by_slug("somerset-cyp-therapy-service");
    let place = Place::Service(therapy.unwrap().id);
    let search = FindStart::Text("speach".to_owned());
    person.settle(Message::Go(Place::FindHelp(search)));
    person.settle(Message::Go(place));
    person.press(START);
    for _ in 0..12 {
        comes_to_the_end(&mut person);
    }
    let said = said(&person);
    assert!(said[0].starts_with("Children and Young People’s Therapy Service"));
    assert!(
        said.iter().any(|said| said == "0 1 7 4 9, 8 3 6, 6 9 1"),
        "{said:?}"
    );
    assert!(!said.iter().any(|said| said.contains("Afasic")), "{said:?}");
}

#[test]
fn pause_keeps_the_place_and_go_on_says_the_sentence_again() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = with_reading(folder.path(), by);
        person.settle(Message::Go(Place::Budget));
        person.press(START);
        comes_to_the_end(&mut person);
        person.press("Pause");
        assert_eq!(voice(&person).state(), State::Silent);
        assert_eq!(person.focus(), "Go on");
        person.settle(Message::Aloud(aloud::Message::Listen));
        assert_eq!(said(&person).len(), 2, "a pause is silent");
        person.press("Go on");
        assert_eq!(person.focus(), "Pause");
        let said = said(&person);
        assert_eq!(said.len(), 3);
        assert_eq!(said[1], said[2]);
        person.press("Stop");
        assert_eq!(person.focus(), START);
        assert_eq!(voice(&person).state(), State::Silent);
    }
}

#[test]
fn faster_says_the_sentence_again_at_once_and_the_speed_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_reading(folder.path(), By::Keyboard);
    person.settle(Message::Go(Place::Budget));
    person.press(START);
    person.press("Faster");
    let heard = voice(&person).written_down();
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[0].0, heard[1].0);
    assert_eq!((heard[0].1, heard[1].1), (Speed::Usual, Speed::Fast));
    let kept = Settings::read(&Folders::at(folder.path()).settings());
    assert_eq!(kept.reading_speed, Speed::Fast);
    person.press("Faster");
    let seen = person.look();
    let faster = (0..seen.entries.len()).find(|&at| seen.name(at) == "Faster");
    assert!(seen.entries[faster.unwrap()].node.is_disabled());
    assert!(
        seen.focus().is_some(),
        "focus goes on from a button that is off"
    );
}

#[test]
fn leaving_the_page_falls_silent() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_reading(folder.path(), By::Keyboard);
    person.settle(Message::Go(Place::Budget));
    person.press(START);
    person.settle(Message::Go(Place::Today));
    assert_eq!(voice(&person).state(), State::Silent);
    person.settle(Message::Aloud(aloud::Message::Listen));
    assert_eq!(said(&person).len(), 1);
    person.does_not_see("Pause");
}

#[test]
fn where_there_is_no_voice_a_sentence_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = with_reading(folder.path(), By::Keyboard);
    person.settle(Message::Go(Place::Budget));
    person.press(START);
    voice(&person).finish(State::Failed(Error::NoVoice));
    person.settle(Message::Aloud(aloud::Message::Listen));
    assert!(
        person
            .app
            .status()
            .starts_with("No voice is installed on this computer."),
        "{}",
        person.app.status()
    );
    person.sees(START);
    assert!(person.look().focus().is_some());
}

#[test]
fn the_bar_fits_one_column_at_double_size() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        read_aloud: true,
        text_size: TextSize::Double,
        ..Settings::default()
    };
    let kept_in = Folders::at(folder.path()).settings();
    settings.write(&kept_in).unwrap();
    let small = Size::new(900.0, 600.0);
    let mut person = Person::sits_down(folder.path(), small, By::Mouse);
    person.settle(Message::Go(Place::Budget));
    let pictures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    person.picture(&pictures.join("read-aloud-cream-200-small.png"));
    person.press(START);
    person.press("Pause");
    person.picture(&pictures.join("read-aloud-paused-cream-200-small.png"));
    let seen = person.look();
    assert_eq!(seen.screen_findings(), vec![]);
    let page = &seen.scrolls[0];
    assert!(page.bounds.height > 300.0 / 3.0, "{:?}", page.bounds);
}
