//! Every page drawn whole in four themes at both ends of the text sizes, for looking at.

use std::path::PathBuf;

use iced::Size;
use withy::app::Message;
use withy::guide::easy_read;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use super::person::{By, Person};

/// As tall as the longest page at 100 %.
const LONG: f32 = 4_200.0;

fn draw(theme: ThemeName, text_size: TextSize) {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        text_size,
        theme: Some(theme),
        ..Settings::default()
    };
    settings
        .write(&Folders::at(folder.path()).settings())
        .unwrap();
    let window = Size::new(1_280.0, LONG * text_size.factor());
    let mut person = Person::sits_down(folder.path(), window, By::Mouse);
    let pictures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    let theme = theme.words().to_lowercase().replace(' ', "-");
    let mut draw = |name: &str, page: Option<String>| {
        person.settle(Message::Go(Place::EasyRead(page)));
        assert_eq!(person.look().findings, vec![], "{name}");
        let file = format!("easy-{name}-{theme}-{}.png", text_size.per_cent());
        person.picture(&pictures.join(file));
    };
    draw("list", None);
    for page in easy_read::pages() {
        draw(&page.id, Some(page.id.clone()));
    }
}

#[test]
fn cream() {
    draw(ThemeName::Cream, TextSize::Normal);
    draw(ThemeName::Cream, TextSize::Double);
}

#[test]
fn dark() {
    draw(ThemeName::Dark, TextSize::Normal);
    draw(ThemeName::Dark, TextSize::Double);
}

#[test]
fn high_contrast() {
    for theme in [ThemeName::HighContrastLight, ThemeName::HighContrastDark] {
        draw(theme, TextSize::Normal);
        draw(theme, TextSize::Double);
    }
}
