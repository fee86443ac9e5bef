//! The fonts of the window, for drawing without one.

use std::sync::Once;

use withy::look::typography::FILES;

/// Reads them once, however many tests ask.
pub fn load_fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let mut system = iced_test::renderer::graphics::text::font_system()
            .write()
            .unwrap();
        for file in FILES {
            system.load_font(file.into());
        }
    });
}
