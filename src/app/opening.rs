//! Opening the window.

use iced::{Size, window};

use super::{App, Start};
use crate::access::platform::SHOWN_BEFORE_ATTACHED;
use crate::look::Family;
use crate::look::typography::FILES;
use crate::settings::Settings;

/// The picture of the window in the system's own bars: 64 by 64 pixels of red, green, blue and
/// opacity, the same as `withy-64.png` beside it.
const ICON: &[u8] = include_bytes!("../../assets/icons/withy-64.rgba");

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system gives no window.
pub fn run(start: Start) -> iced::Result {
    let (width, height) = Settings::read(&start.folders.settings()).window_size();
    let window = window::Settings {
        size: Size::new(width, height),
        min_size: Some(Size::new(900.0, 600.0)),
        exit_on_close_request: false,
        // Without its picture the window is still the window.
        icon: window::icon::from_rgba(ICON.to_vec(), 64, 64).ok(),
        visible: SHOWN_BEFORE_ATTACHED,
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: "withy".to_owned(),
            ..Default::default()
        },
        ..window::Settings::default()
    };
    let mut application = iced::application(move || App::start(&start), App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .style(App::style)
        .scale_factor(App::scale_factor)
        .subscription(App::subscription)
        .settings(iced::Settings {
            id: Some("withy".to_owned()),
            default_font: iced::Font::with_name(Family::default().name()),
            ..iced::Settings::default()
        })
        .window(window);
    for file in FILES {
        application = application.font(file);
    }
    application.run()
}
