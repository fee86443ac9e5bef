//! Every page of it, sound and drawn.

use std::path::PathBuf;

use iced::keyboard::key::Named;
use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::Place;
use withy::settings::Settings;
use withy::settings::TextSize;

use crate::new_key::makes_a_new_key;
use crate::person::keeping::PASSPHRASE;
use crate::person::{By, Person};
use crate::{WINDOW, writes_a_note};

/// Each page with its name, in the window that is open.
fn pages(person: &mut Person, look: &mut dyn FnMut(&mut Person, &str)) {
    writes_a_note(person, "He slept.");
    look(person, "keep-passphrase");
    person.press("Choose my own");
    person.types("maya2018");
    person.press("Use this passphrase");
    look(person, "keep-own");
    person.press("Give me one");
    person.press("Use this one");
    look(person, "keep-sheet");
    person.press("Save as a file");
    look(person, "keep-sheet-saved");
    person.press("I have written it down");
    person.press("Check the three words");
    look(person, "keep-words");
    person.press("Not now");
    person.press("Save note");
    person.keeps();
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Make a backup now");
    look(person, "safe");
    person.press("Look at it");
    look(person, "restore");
    person.press("Look at this backup");
    look(person, "restore-found");
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Change the passphrase");
    look(person, "safe-passphrase");
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Make a new key");
    look(person, "safe-new-key");
    person.settle(Message::Go(Place::KeepSafe));
    let _ = makes_a_new_key(person, PASSPHRASE);
    look(person, "safe-old-copies");
    person.settle(Message::Go(Place::KeepSafe));
    person.press("Let this computer’s sign-in unlock it");
    look(person, "safe-sign-in");
    person.tap(Named::F8);
    look(person, "hidden");
    person.press("What this page cannot hide");
    look(person, "hidden-about");
    person.tap(Named::Escape);
    look(person, "lock-sign-in");
    person.press("Unlock with this computer’s sign-in");
    person.go("Settings");
    look(person, "settings-kept");
    person.shortcut("l");
    person.press("Passphrase");
    person.types("wrong");
    person.tap(Named::Enter);
    look(person, "lock");
    person.press("I have my 12 words");
    look(person, "lock-words");
}

#[test]
fn every_page_is_sound_and_drawn() {
    let pictures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&pictures).unwrap();
    let mut wrong = vec![];
    for theme in [ThemeName::Cream, ThemeName::Dark] {
        for text_size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
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
