//! Draws an element to a PNG file as the window would: no display, any size, any scale.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part; a test stops at the first surprise"
)]

use std::borrow::Cow;
use std::fs::{File, create_dir_all};
use std::io::BufWriter;
use std::path::Path;
use std::sync::Once;
use std::time::Instant;

use iced::advanced::{clipboard, mouse, renderer, renderer::Headless};
use iced::theme::Base;
use iced::{Event, Font, Pixels, Point, Size, Theme, window};
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;

/// Draws `element` in a window of `size` logical pixels, each `scale` pixels of the picture.
pub fn draw<'a, M: 'a>(
    element: impl Into<iced::Element<'a, M>>,
    theme: &Theme,
    size: Size,
    scale: f32,
    path: &Path,
) {
    draw_after(element, &[], None, theme, size, scale, path);
}

/// The same, after these events, with the mouse at `pointer`.
pub fn draw_after<'a, M: 'a>(
    element: impl Into<iced::Element<'a, M>>,
    events: &[Event],
    pointer: Option<Point>,
    theme: &Theme,
    size: Size,
    scale: f32,
    path: &Path,
) {
    let (rgba, pixels) = render(element, events, pointer, theme, size, scale);
    save(&rgba, pixels, path);
}

/// The same in memory, at 100 %: four bytes for each point.
pub fn pixels<'a, M: 'a>(
    element: impl Into<iced::Element<'a, M>>,
    theme: &Theme,
    size: Size,
) -> Vec<u8> {
    render(element, &[], None, theme, size, 1.0).0
}

fn render<'a, M: 'a>(
    element: impl Into<iced::Element<'a, M>>,
    events: &[Event],
    pointer: Option<Point>,
    theme: &Theme,
    size: Size,
    scale: f32,
) -> (Vec<u8>, Size<u32>) {
    load_fonts();
    let made = <iced::Renderer as Headless>::new(Font::DEFAULT, Pixels(17.0), Some("tiny-skia"));
    let mut renderer = block_on(made).unwrap();
    let mut interface = UserInterface::build(element, size, Cache::default(), &mut renderer);
    let cursor = pointer.map_or(mouse::Cursor::Unavailable, mouse::Cursor::Available);
    let mut messages = vec![];
    let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
    // Key by key with a frame between, as a person presses them.
    for event in events
        .iter()
        .flat_map(|event| [event, &redraw])
        .chain([&redraw])
    {
        let _ = interface.update(
            std::slice::from_ref(event),
            cursor,
            &mut renderer,
            &mut clipboard::Null,
            &mut messages,
        );
    }
    let base = theme.base();
    let style = renderer::Style {
        text_color: base.text_color,
    };
    interface.draw(&mut renderer, theme, &style, cursor);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in pixels"
    )]
    let pixels = Size::new(
        (size.width * scale).round() as u32,
        (size.height * scale).round() as u32,
    );
    let rgba = renderer.screenshot(pixels, scale, base.background_color);
    (rgba, pixels)
}

fn save(rgba: &[u8], size: Size<u32>, path: &Path) {
    create_dir_all(path.parent().unwrap()).unwrap();
    let file = BufWriter::new(File::create(path).unwrap());
    let mut encoder = png::Encoder::new(file, size.width, size.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(rgba).unwrap();
}

/// The fonts of the window, for everything drawn in this process.
pub fn load_fonts() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        let mut system = iced::advanced::graphics::text::font_system()
            .write()
            .unwrap();
        for file in withy::look::typography::FILES {
            system.load_font(Cow::Borrowed(file));
        }
    });
}
