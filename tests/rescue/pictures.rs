//! The pages of a record in trouble, drawn to `target/gallery/` for looking at, in three themes, at 100 and at 200 %. Nothing
//! is wrong with their accessible trees.

use std::path::{Path, PathBuf};

use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use crate::person::spoilt::tries;
use crate::person::{By, Person, a_tuesday};
use crate::{WINDOW, reading, with_a_note};

fn settings(folder: &Path, theme: ThemeName, size: TextSize) {
    let settings = Settings {
        text_size: size,
        theme: Some(theme),
        ..Settings::default()
    };
    settings.write(&Folders::at(folder).settings()).unwrap();
}

fn file(theme: ThemeName, size: TextSize, name: &str) -> PathBuf {
    let theme = theme.words().to_lowercase().replace(' ', "-");
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("target/gallery")
        .join(format!("{name}-{theme}-{}.png", size.per_cent()))
}

#[test]
fn every_page_is_drawn_and_nothing_is_wrong_with_it() {
    let themes = [
        ThemeName::Cream,
        ThemeName::Dark,
        ThemeName::HighContrastLight,
    ];
    for theme in themes {
        for size in [TextSize::Normal, TextSize::Double] {
            let draw = |person: &mut Person, name: &str| {
                let findings = person.look().findings;
                assert!(findings.is_empty(), "{name}: {findings:?}");
                person.picture(&file(theme, size, name));
            };
            let folder = tempfile::tempdir().unwrap();
            drop(reading::damaged(folder.path(), 50..58));
            settings(folder.path(), theme, size);
            let mut person = tries(folder.path(), WINDOW, By::Mouse);
            draw(&mut person, "rescue-damaged");
            person.press("Read what can be read");
            draw(&mut person, "rescue-read");
            person.press("Look through it");
            draw(&mut person, "rescue-look-through");
            person.settle(Message::Go(Place::LeftThisComputer));
            draw(&mut person, "left-one-line");

            let folder = tempfile::tempdir().unwrap();
            let data = folder.path().join("Dropbox/withy");
            with_a_note(&data, &a_tuesday());
            settings(&data, theme, size);
            let later = a_tuesday()
                .checked_add(jiff::SignedDuration::from_hours(9 * 24))
                .unwrap();
            let mut person = Person::sits_down_at(&data, WINDOW, By::Mouse, &later);
            draw(&mut person, "today-copy-due");
            person.settle(Message::Go(Place::LeftThisComputer));
            draw(&mut person, "left-nothing");
            person.settle(Message::Go(Place::Settings));
            draw(&mut person, "settings-synced");
            person.settle(Message::Go(Place::Privacy));
            draw(&mut person, "privacy-own");
            person.settle(Message::Go(Place::KeepRecord));
            draw(&mut person, "keep-record-synced");
            person.settle(Message::Go(Place::KeepSafe));
            draw(&mut person, "keep-safe");
        }
    }
}
