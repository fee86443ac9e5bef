//! Every page of it, sound and drawn.

use std::path::PathBuf;

use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use crate::person::{By, Person};
use crate::{WINDOW, two};

/// Each page with its name.
fn pages(person: &mut Person, look: &mut dyn FnMut(&mut Person, &str)) {
    person.settle(Message::Go(Place::Settings));
    look(person, "records-settings");
    person.settle(Message::Go(Place::Records));
    look(person, "records");
    person.press("Add a family");
    person.press("Add and open");
    look(person, "records-add");
    person.tap(iced::keyboard::key::Named::Escape);
    person.press("Rename Green");
    look(person, "records-rename");
    person.tap(iced::keyboard::key::Named::Escape);
    person.press("Rename Your record");
    person.types("The Featherstonehaugh family of Wells");
    person.press("Keep this name");
    look(person, "records-long-name");
    person.press("Wipe… The Feather");
    look(person, "records-goes");
    person.press("Wipe this record");
    look(person, "records-sure");
    person.press("Yes, wipe it for good");
    look(person, "records-wiped");
    person.press("Records");
    look(person, "records-one-left");
    person.press("Wipe… Green");
    look(person, "records-goes-last");
}

#[test]
fn every_page_is_sound_and_drawn() {
    let pictures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&pictures).unwrap();
    let mut wrong = vec![];
    for theme in [
        ThemeName::Cream,
        ThemeName::Dark,
        ThemeName::HighContrastDark,
    ] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            two(folder.path());
            let settings = Settings {
                text_size,
                theme: Some(theme),
                ..Settings::default()
            };
            settings
                .write(&Folders::at(folder.path()).settings())
                .unwrap();
            let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
            let ending = format!("{theme:?}-{}", text_size.per_cent()).to_lowercase();
            pages(&mut person, &mut |person, name| {
                for finding in person.look().screen_findings() {
                    wrong.push(format!("{name}-{ending}: {finding:?}"));
                }
                person.picture(&pictures.join(format!("{name}-{ending}.png")));
            });
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
