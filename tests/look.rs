//! Every word can be read in every theme.

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
