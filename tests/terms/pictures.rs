//! Pages with a meaning open, in `target/gallery/`, for looking at.

use std::path::PathBuf;

use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use super::{By, Person, WINDOW, a_right};

#[test]
fn meanings_open() {
    for theme in [
        ThemeName::Cream,
        ThemeName::Dark,
        ThemeName::HighContrastLight,
    ] {
        for size in [TextSize::Normal, TextSize::Double] {
            let folder = tempfile::tempdir().unwrap();
            let settings = Settings {
                text_size: size,
                theme: Some(theme),
                ..Settings::default()
            };
            settings
                .write(&Folders::at(folder.path()).settings())
                .unwrap();
            let mut person = Person::sits_down(folder.path(), WINDOW, By::Keyboard);
            let therapy = person
                .app
                .context()
                .directory
                .by_slug("somerset-cyp-therapy-service");
            let therapy = therapy.unwrap().id;
            for (name, place, word) in [
                ("right", a_right(), "mediation"),
                ("plan", Place::ImprovementPlan(None), "EHC"),
                ("service", Place::Service(therapy), "occupational therapy"),
                ("nhs", Place::NhsServices(None), "ADHD"),
                ("nhs-end", Place::NhsServices(None), "CAMHS"),
                ("words", Place::WordsExplained(None), "education, health"),
                ("rights", Place::Rights(None), "SENDIAS"),
            ] {
                person.settle(Message::Go(place));
                person.press(word);
                let theme = theme.words().to_lowercase().replace(' ', "-");
                let file = format!("term-{name}-{theme}-{}.png", size.per_cent());
                person.picture(&folder_of_pictures().join(file));
                assert_eq!(person.look().findings, vec![], "{name}");
            }
        }
    }
}

fn folder_of_pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery")
}
