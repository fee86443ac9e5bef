//! Draws every screen in every theme at 100, 150 and 200 % text to `target/gallery/`, for looking
//! at. It also fails on a screen whose accessible tree has a finding.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

#[path = "gallery/more.rs"]
mod more;

#[path = "support/places.rs"]
mod places;

use std::path::PathBuf;

use iced::Size;
use person::{By, Person};
use places::places;
use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::{
    AppointmentsStart, FilesStart, NotesStart, Place, QuestionsStart, settings as settings_screen,
};
use withy::settings::{Settings, TextSize};

const DESIGNED: Size = Size::new(1_280.0, 800.0);
const SMALLEST: Size = Size::new(900.0, 600.0);

fn file_name(theme: ThemeName, size: TextSize, name: &str, window: Size) -> PathBuf {
    let theme = theme.words().to_lowercase().replace(' ', "-");
    let window = if window == SMALLEST { "-small" } else { "" };
    folder_of_pictures().join(format!("{name}-{theme}-{}{window}.png", size.per_cent()))
}

fn folder_of_pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery")
}

/// A busy week: the sample family, on a Tuesday.
fn a_busy_week(
    folder: &std::path::Path,
    theme: ThemeName,
    text_size: TextSize,
    window: Size,
) -> Person {
    let settings = Settings {
        text_size,
        theme: Some(theme),
        ..Settings::default()
    };
    settings.write(&Folders::at(folder).settings()).unwrap();
    let mut person = Person::sits_down(folder, window, By::Mouse);
    person.settle(Message::Settings(settings_screen::Message::SampleFamily(
        true,
    )));
    person
}

fn draw_all(theme: ThemeName, sizes: &[TextSize], window: Size) {
    let mut findings = vec![];
    for size in sizes {
        let folder = tempfile::tempdir().unwrap();
        let mut person = a_busy_week(folder.path(), theme, *size, window);
        for (name, place) in places(&person) {
            person.settle(Message::Go(place));
            let seen = person.look();
            for finding in &seen.findings {
                findings.push(format!("{name} at {} %: {finding:?}", size.per_cent()));
            }
            person.picture(&file_name(theme, *size, name, window));
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

const SIZES: [TextSize; 3] = [TextSize::Normal, TextSize::VeryLarge, TextSize::Double];

#[test]
fn cream() {
    draw_all(ThemeName::Cream, &SIZES, DESIGNED);
}

#[test]
fn white() {
    draw_all(ThemeName::White, &SIZES, DESIGNED);
}

#[test]
fn dark() {
    draw_all(ThemeName::Dark, &SIZES, DESIGNED);
}

#[test]
fn high_contrast_light() {
    draw_all(ThemeName::HighContrastLight, &SIZES, DESIGNED);
}

#[test]
fn high_contrast_dark() {
    draw_all(ThemeName::HighContrastDark, &SIZES, DESIGNED);
}

#[test]
fn the_smallest_window() {
    draw_all(ThemeName::Cream, &SIZES, SMALLEST);
}

#[test]
fn first_evening() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), DESIGNED, By::Mouse);
    let seen = person.look();
    assert_eq!(seen.findings, vec![]);
    person.picture(&file_name(
        ThemeName::Cream,
        TextSize::Normal,
        "first-evening",
        DESIGNED,
    ));
    for (name, place) in [
        ("empty-notes", Place::Notes(NotesStart::List)),
        (
            "empty-appointments",
            Place::Appointments(AppointmentsStart::Agenda),
        ),
        ("empty-questions", Place::Questions(QuestionsStart::List)),
        ("empty-my-family", Place::MyFamily),
        ("empty-files", Place::Files(FilesStart::List)),
        ("empty-bin", Place::Bin),
    ] {
        person.settle(Message::Go(place));
        assert_eq!(person.look().findings, vec![], "{name}");
        person.picture(&file_name(
            ThemeName::Cream,
            TextSize::Normal,
            name,
            DESIGNED,
        ));
    }
}
