//! Settings, and "Keep this private".

use withy::look::{Family, ThemeName};
use withy::platform::opening::Link;
use withy::record::Error;
use withy::screens::Place;
use withy::screens::keep_record::KeepRecord;
use withy::screens::settings::SettingsScreen;
use withy::settings::TextSize;

use crate::desk::Desk;

#[test]
fn every_choice_holds_at_once() {
    let mut desk = Desk::new(SettingsScreen::new());
    desk.is_sound();
    desk.press("settings/size/150 %");
    desk.press("settings/theme/High contrast dark");
    desk.press("settings/typeface/Lexend");
    desk.press("settings/roomy");
    let settings = &desk.context.settings;
    assert_eq!(settings.text_size, TextSize::VeryLarge);
    assert_eq!(settings.theme, Some(ThemeName::HighContrastDark));
    assert_eq!(settings.family, Family::Lexend);
    assert!(settings.roomy);
    assert_eq!(desk.heard.settings_changed, 4);
    desk.press("settings/theme/Light or dark, like this computer");
    assert_eq!(desk.context.settings.theme_when(true), ThemeName::Dark);
    desk.press("settings/theme/Cream");
    assert_eq!(desk.context.settings.theme_when(true), ThemeName::Cream);
    desk.is_sound();
}

#[test]
fn where_it_is_kept_and_what_it_is() {
    let mut desk = Desk::new(SettingsScreen::new());
    desk.keep_record();
    let folder = desk.context.folders.data().display().to_string();
    desk.sees(&folder);
    desk.press("settings/folder/copy");
    desk.press("settings/folder/open");
    desk.press("settings/bin");
    desk.press("settings/sample");
    assert_eq!(desk.heard.copied, std::slice::from_ref(&folder));
    assert_eq!(desk.heard.visited, [Link::Folder(folder)]);
    assert_eq!(desk.heard.opened, [Place::Bin]);
    assert_eq!(desk.heard.sample, [true]);
    for words in [
        "not part of Somerset Council or the NHS",
        env!("CARGO_PKG_VERSION"),
        "SIL Open Font License 1.1",
        "Lucide, ISC licence",
        "iced, MIT licence",
        "SQLite",
        "23 November 2026",
        "locked with a passphrase",
    ] {
        desk.sees(words);
    }
}

#[test]
fn the_sample_family_is_left_in_one_press() {
    let mut desk = Desk::new(SettingsScreen::new()).with_sample_family();
    desk.context.sample = true;
    desk.sees("Leave the sample family");
    desk.press("settings/sample");
    assert_eq!(desk.heard.sample, [false]);
}

#[test]
fn keeping_a_record_says_what_where_and_who_could_read_it() {
    let mut desk = Desk::new(KeepRecord::new());
    desk.screen.enter(&desk.context);
    let folder = desk.context.folders.data().display().to_string();
    for words in [
        "Keep this private",
        "Nothing leaves it",
        "only you can read it",
        &folder,
        "stays until you close the window",
    ] {
        desk.sees(words);
    }
    desk.is_sound();
    desk.press("passphrase/use");
    desk.sees("Your recovery sheet");
    desk.is_sound();
    desk.press("sheet/written");
    desk.press("sheet/check");
    desk.sees("This is not word 3");
    desk.is_sound();
    assert!(desk.heard.keeping.is_empty());
    desk.press("keep/not-now");
    assert_eq!(desk.heard.not_now, 1);
    desk.screen.failed(&Error::DiskFull);
    desk.sees("disk is full");
    desk.is_sound();
}
