//! Somebody presses and types anything, anywhere, for a long while: nothing panics, every frame
//! can be drawn, and the accessible tree has no findings. The numbers are always the same, so
//! a failure happens again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "the journeys use the rest of it")]
mod person;

use iced::keyboard::key::Named;
use iced::{Point, Size};
use person::{By, Person};
use withy::app::Message;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::settings as settings_screen;
use withy::settings::{Settings, TextSize};

/// A small generator of numbers (Numerical Recipes' constants), so that no crate is needed.
struct Dice(u32);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
}

const KEYS: [Named; 12] = [
    Named::Tab,
    Named::Enter,
    Named::Space,
    Named::Escape,
    Named::ArrowDown,
    Named::ArrowUp,
    Named::ArrowLeft,
    Named::ArrowRight,
    Named::PageDown,
    Named::Home,
    Named::Backspace,
    Named::F6,
];

const TYPED: [&str; 6] = ["a", "31 feb", "25:00", "🎈", "\u{202e}", "SALT"];

fn use_it(seed: u32, theme: ThemeName, text_size: TextSize, size: Size, steps: usize) {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        theme: Some(theme),
        text_size,
        ..Settings::default()
    };
    settings
        .write(&Folders::at(folder.path()).settings())
        .unwrap();
    let mut person = Person::sits_down(folder.path(), size, By::Mouse);
    person.settle(Message::Settings(settings_screen::Message::SampleFamily(
        true,
    )));
    let mut dice = Dice(seed);
    for _ in 0..steps {
        let seen = person.look();
        assert_eq!(seen.findings, vec![], "{}", seen.outline());
        match dice.below(10) {
            0..=5 => {
                let controls: Vec<Point> = seen
                    .entries
                    .iter()
                    .filter(|entry| entry.focusable)
                    .map(|entry| entry.bounds.center())
                    .filter(|at| at.x >= 0.0 && at.y >= 0.0)
                    .collect();
                if !controls.is_empty() {
                    let at = controls[dice.below(controls.len())];
                    person.holds(at);
                    let _ = person.draws();
                    person.lets_go(at);
                }
            }
            6 => person.types(TYPED[dice.below(TYPED.len())]),
            _ => person.tap(KEYS[dice.below(KEYS.len())]),
        }
        let _ = person.draws();
    }
}

#[test]
fn in_every_theme() {
    for (seed, theme) in (1..).zip(ThemeName::ALL) {
        use_it(
            seed,
            theme,
            TextSize::Normal,
            Size::new(1_280.0, 800.0),
            150,
        );
    }
}

#[test]
fn in_the_smallest_window() {
    for (seed, theme) in (11..).zip(ThemeName::ALL) {
        let sizes = [TextSize::Normal, TextSize::Double];
        use_it(
            seed,
            theme,
            sizes[seed as usize % 2],
            Size::new(900.0, 600.0),
            100,
        );
    }
}
