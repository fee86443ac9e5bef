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
