//! What was just kept, drawn for looking at: Cream and Dark, at both ends of text size, in a window
//! tall enough for a whole page.

use std::path::Path;

use iced::Size;
use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::{Place, settings};
use withy::settings::{Settings, TextSize};

use crate::person::{By, Person};

#[test]
fn what_was_kept_is_drawn_and_has_no_findings() {
    for theme in [ThemeName::Cream, ThemeName::Dark] {
        for (text_size, height) in [(TextSize::Normal, 1_500.0), (TextSize::Double, 3_000.0)] {
            let folder = tempfile::tempdir().unwrap();
            let settings = Settings {
                text_size,
                theme: Some(theme),
                ..Settings::default()
            };
            settings
                .write(&Folders::at(folder.path()).settings())
                .unwrap();
            let mut person =
                Person::sits_down(folder.path(), Size::new(1_280.0, height), By::Mouse);
            person.settle(Message::Settings(settings::Message::SampleFamily(true)));
            let draw = |person: &mut Person, name: &str| {
                assert_eq!(person.look().screen_findings(), vec![], "{name}");
                let theme = theme.words().to_lowercase();
                let file = format!("target/gallery/{name}-{theme}-{}.png", text_size.per_cent());
                person.picture(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
            };
            person.settle(Message::Go(Place::NhsServices(None)));
            person.press("Wheelchairs and special buggies");
            person.press("Ask this: Can we have a personal wheelchair budget");
            draw(&mut person, "kept-question");
            person.press("Save as a step");
            draw(&mut person, "kept-page");
            person.settle(Message::Go(Place::Budget));
            person.press("What the law says");
            draw(&mut person, "kept-budget");
            person.settle(Message::Go(Place::Worried(None)));
            draw(&mut person, "kept-paths");
            person.press("Under 5");
            person.press("Behaviour");
            person.press("Yes");
            person.press("Add a worry");
            person.press("Learning");
            person.press("Save these steps");
            draw(&mut person, "kept-steps");
            person.press("Write a note: Write down what you see");
            draw(&mut person, "kept-note");
            person.press("What happened?");
            person.types("He ran off");
            person.settle(Message::Go(Place::Rights(Some("s42".to_owned()))));
            person.press("Ask this");
            draw(&mut person, "kept-right");
            person.press("Write a note");
            draw(&mut person, "kept-note-instead");
            person.settle(Message::Go(Place::Rights(None)));
            person.press("What has happened?");
            draw(&mut person, "kept-rights");
        }
    }
}
