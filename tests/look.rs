//! Every word can be read in every theme.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use withy::look::ThemeName;

#[test]
fn every_pair_of_colours_has_enough_contrast() {
    let mut poor = vec![];
    for theme in ThemeName::ALL {
        for (name, text, ground, least) in theme.palette().pairs() {
            let contrast = text.relative_contrast(ground);
            if contrast < least {
                poor.push(format!(
                    "{}: {name} is {contrast:.2}, needs {least}",
                    theme.words()
                ));
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}

/// The ring has two tones so that one of them shows on whatever is under it (WCAG 2.2 success
/// criteria 1.4.11 and 2.4.13).
#[test]
fn the_focus_ring_shows_on_every_ground() {
    let mut unseen = vec![];
    for theme in ThemeName::ALL {
        let palette = theme.palette();
        let grounds = [
            ("ground", palette.ground),
            ("raised", palette.raised),
            ("rail", palette.rail),
            ("main", palette.main),
            ("chosen", palette.chosen),
            ("information", palette.information_ground),
            ("due", palette.due_ground),
            ("stop", palette.stop_ground),
        ];
        for (name, ground) in grounds {
            let ring = palette.ring.relative_contrast(ground);
            let halo = palette.halo.relative_contrast(ground);
            if ring.max(halo) < 3.0 {
                unseen.push(format!("{} on {name}: {ring:.2}, {halo:.2}", theme.words()));
            }
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
}

#[test]
fn every_font_file_is_a_font() {
    for file in withy::look::typography::FILES {
        assert_eq!(file[..4], [0, 1, 0, 0], "a TrueType file starts so");
    }
}

/// The window's picture is kept twice: as the bytes that the window takes, and as a file that people
/// and packages can open. They must not drift apart.
#[test]
fn both_forms_of_the_window_icon_are_the_same_picture() {
    let raw = include_bytes!("../assets/icons/withy-64.rgba");
    let file = include_bytes!("../assets/icons/withy-64.png");
    let decoder = png::Decoder::new(std::io::Cursor::new(file));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((frame.width, frame.height), (64, 64));
    assert_eq!(frame.color_type, png::ColorType::Rgba);
    assert!(pixels == raw, "make withy-64.rgba from withy-64.png again");
    assert!(iced::window::icon::from_rgba(raw.to_vec(), 64, 64).is_ok());
}

#[test]
fn every_colour_that_iced_makes_of_a_theme_can_be_drawn() {
    let mut wrong = vec![];
    for name in ThemeName::ALL {
        let theme = name.iced();
        let made = theme.extended_palette();
        let background = &made.background;
        let pairs = [
            ("base", background.base),
            ("weakest", background.weakest),
            ("weaker", background.weaker),
            ("weak", background.weak),
            ("neutral", background.neutral),
            ("strong", background.strong),
            ("stronger", background.stronger),
            ("strongest", background.strongest),
            ("primary", made.primary.base),
            ("primary weak", made.primary.weak),
            ("primary strong", made.primary.strong),
            ("secondary", made.secondary.base),
            ("secondary weak", made.secondary.weak),
            ("secondary strong", made.secondary.strong),
            ("danger weak", made.danger.weak),
            ("danger strong", made.danger.strong),
        ];
        for (part, pair) in pairs {
            for colour in [pair.color, pair.text] {
                let parts = [colour.r, colour.g, colour.b, colour.a];
                if !parts.iter().all(|value| (0.0..=1.0).contains(value)) {
                    wrong.push(format!("{} {part}: {colour:?}", name.words()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
