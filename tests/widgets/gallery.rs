//! Every widget in every theme, to look at: `target/gallery/widgets-*.png`.

use std::path::PathBuf;

use iced::widget::{Column, container};
use iced::{Event, Fill, Size};
use withy::look::{Family, Look, ThemeName, Width, gap};
use withy::widgets::{self, Element};

use crate::picture;
use crate::samples::{Shown, beside, cards, facts, fields, month, pressed, words};
use crate::window::press;

fn look(theme: ThemeName, width: f32) -> Look {
    Look {
        palette: theme.palette(),
        family: Family::default(),
        roomy: false,
        width: Width::of(width),
        large: false,
    }
}

fn padded<'a>(content: Element<'a, ()>) -> Element<'a, ()> {
    container(Column::new().push(content).width(Fill))
        .padding(gap::XL)
        .into()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery")
}

#[test]
fn every_widget_in_every_theme_is_drawn() {
    let shown = Shown::new();
    for theme in ThemeName::ALL {
        for (percent, width, height, scale) in
            [(100, 800.0, 1_240.0, 1.0), (200, 480.0, 1_500.0, 2.0)]
        {
            let look = look(theme, width);
            let size = Size::new(width, height);
            for (name, element) in [
                ("words", words(&look)),
                ("pressed", pressed(&look)),
                ("fields", fields(&look, &shown)),
                ("cards", cards(&look)),
                ("facts", facts(&look)),
                ("month", month(&look)),
            ] {
                let file = format!("widgets-{name}-{theme:?}-{percent}.png").to_lowercase();
                let path = folder().join(file);
                picture::draw(padded(element), &theme.iced(), size, scale, &path);
                assert!(
                    path.metadata().unwrap().len() > 10_000,
                    "{path:?} shows something"
                );
            }
        }
    }
}

#[test]
fn two_columns_and_a_page_are_drawn() {
    let shown = Shown::new();
    for theme in ThemeName::ALL {
        for (percent, width, height, scale) in
            [(100, 1_068.0, 800.0, 1.0), (200, 534.0, 400.0, 2.0)]
        {
            let mut look = look(theme, width);
            if percent == 100 {
                look.width = Width::Wide;
            }
            let path =
                folder().join(format!("widgets-columns-{theme:?}-{percent}.png").to_lowercase());
            let press = iced::mouse::Event::ButtonPressed(iced::mouse::Button::Left);
            let at = iced::Point::new(200.0, 110.0);
            let size = Size::new(width, height);
            let events = [Event::Mouse(press)];
            picture::draw_after(
                beside(&look, &shown),
                &events,
                Some(at),
                &theme.iced(),
                size,
                scale,
                &path,
            );
            let path =
                folder().join(format!("widgets-page-{theme:?}-{percent}.png").to_lowercase());
            picture::draw(
                widgets::page(&look, words(&look)),
                &theme.iced(),
                size,
                scale,
                &path,
            );
        }
    }
}

#[test]
fn the_other_typeface_and_roomy_lines_are_drawn() {
    let shown = Shown::new();
    let look = Look {
        family: Family::Lexend,
        roomy: true,
        ..look(ThemeName::Cream, 800.0)
    };
    for (name, element) in [
        ("words", words(&look)),
        ("pressed", pressed(&look)),
        ("fields", fields(&look, &shown)),
        ("facts", facts(&look)),
    ] {
        let path = folder().join(format!("widgets-{name}-lexend-roomy.png"));
        let size = Size::new(800.0, 1_400.0);
        picture::draw(padded(element), &ThemeName::Cream.iced(), size, 1.0, &path);
        assert!(
            path.metadata().unwrap().len() > 10_000,
            "{path:?} shows something"
        );
    }
}

#[test]
fn the_focus_ring_is_drawn() {
    let bridge = withy::access::Bridge::new();
    for theme in ThemeName::ALL {
        let look = look(theme, 800.0);
        for (name, element, tabs) in [
            ("button", pressed(&look), 1),
            ("chip", pressed(&look), 8),
            ("card", cards(&look), 2),
        ] {
            let root = withy::access::root(&bridge, "", 1.0, padded(element));
            let path = folder().join(format!("ring-{name}-{theme:?}.png").to_lowercase());
            let events: Vec<Event> = (0..tabs)
                .map(|_| press(iced::keyboard::key::Named::Tab))
                .collect();
            picture::draw_after(
                root,
                &events,
                None,
                &theme.iced(),
                Size::new(800.0, 500.0),
                1.0,
                &path,
            );
        }
    }
}
