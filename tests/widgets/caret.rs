//! The caret stands still, and a window in which nothing happens draws nothing.

use std::time::{Duration, Instant};

use iced::keyboard::key::Named;
use iced::window::{self, RedrawRequest};
use iced::{Event, Point};
use withy::access::key_of;
use withy::widgets::field::{self, Edit, Writing};
use withy::widgets::{self, Element};

use crate::samples::{self, Shown};
use crate::window::{LOOK, Window, letters, press};

const NOTHING: &str = "";

fn line(value: &str) -> Element<'_, String> {
    let look = LOOK();
    widgets::page(
        &look,
        field::text(&look, "field", "Name", value, |value| value),
    )
}

fn page(writing: &Writing) -> Element<'_, Edit> {
    let look = LOOK();
    widgets::page(
        &look,
        field::long_text(&look, "field", "Note", writing, |edit| edit),
    )
}

/// Where the caret of an empty field stands.
fn before_the_first_letter(window: &Window) -> Point {
    let snapshot = window.bridge.snapshot();
    let at = snapshot.find(key_of(&"field".into())).unwrap();
    let field = snapshot.entries[at].bounds;
    Point::new(field.x + 14.0, field.y + 24.0)
}

/// Looks at the field at many moments. Returns what was drawn where the caret stands.
fn at_many_moments<M: Clone + 'static>(
    window: &mut Window,
    view: impl Fn() -> Element<'static, M>,
) -> Vec<iced::Color> {
    let caret = before_the_first_letter(window);
    let start = Instant::now();
    let moments = [
        0, 1, 499, 500, 501, 750, 1_000, 1_250, 60_000, 3_600_500, 90_000_750,
    ];
    moments
        .map(|milliseconds| {
            let at = start + Duration::from_millis(milliseconds);
            let (wish, input_method) = window.frame(view(), at);
            assert_eq!(
                wish,
                RedrawRequest::Wait,
                "{milliseconds} ms: nobody asks for another frame"
            );
            assert!(
                input_method,
                "{milliseconds} ms: an input method may write here"
            );
            window.colour(view(), caret)
        })
        .to_vec()
}

fn stands_still<M: Clone + 'static>(view: impl Fn() -> Element<'static, M>) {
    let ink = LOOK().palette.text;
    let mut window = Window::new();
    let _ = window.show(view());
    let caret = before_the_first_letter(&window);
    assert_ne!(window.colour(view(), caret), ink, "no caret without focus");
    let _ = window.send(view(), &[press(Named::Tab)]);
    for colour in at_many_moments(&mut window, &view) {
        assert_eq!(colour, ink, "the caret is there at any moment");
    }
    // Another window has the keyboard: no caret and no input method, until this one is back.
    let _ = window.send(view(), &[Event::Window(window::Event::Unfocused)]);
    let (wish, input_method) = window.frame(view(), Instant::now());
    assert_eq!((wish, input_method), (RedrawRequest::Wait, false));
    assert_ne!(
        window.colour(view(), caret),
        ink,
        "no caret in a window without the keyboard"
    );
    let _ = window.send(view(), &[Event::Window(window::Event::Focused)]);
    for colour in at_many_moments(&mut window, &view) {
        assert_eq!(colour, ink, "the caret is back for good");
    }
}

#[test]
fn it_stands_still_in_a_field_of_one_line() {
    stands_still(|| line(NOTHING));
}

#[test]
fn it_stands_still_in_a_long_field() {
    let empty: &'static Writing = Box::leak(Box::default());
    stands_still(|| page(empty));
}

#[test]
fn it_moves_with_what_is_typed_and_then_stands_still() {
    let mut window = Window::new();
    let _ = window.send(line(NOTHING), &[press(Named::Tab)]);
    let ink = LOOK().palette.text;
    let first = before_the_first_letter(&window);
    assert_eq!(window.send(line(NOTHING), &letters(" ")), [" "]);
    // A space leaves no ink, so what is gone from the first place is the caret.
    let _ = window.frame(line(" "), Instant::now());
    assert_ne!(window.colour(line(" "), first), ink);
    let _ = window.send(line(" "), &[press(Named::Home)]);
    let _ = window.frame(line(" "), Instant::now() + Duration::from_millis(700));
    assert_eq!(window.colour(line(" "), first), ink);
}

#[test]
fn no_widget_asks_for_a_frame_of_its_own() {
    let look = LOOK();
    let shown: &'static Shown = Box::leak(Box::new(Shown::new()));
    let samples: [(&str, &dyn Fn() -> Element<'static, ()>); 6] = [
        ("words", &|| samples::words(&look)),
        ("pressed", &|| samples::pressed(&look)),
        ("fields", &|| samples::fields(&look, shown)),
        ("cards", &|| samples::cards(&look)),
        ("facts", &|| samples::facts(&look)),
        ("month", &|| samples::month(&look)),
    ];
    for (name, sample) in samples {
        let page = || widgets::page(&look, sample());
        let mut window = Window::new();
        let stops = window.show(page()).tab_order().len();
        for stop in 0..=stops {
            let (wish, _) = window.frame(page(), Instant::now());
            assert_eq!(
                wish,
                RedrawRequest::Wait,
                "{name}, Tab stop {stop}: nothing moves"
            );
            let _ = window.send(page(), &[press(Named::Tab)]);
        }
    }
}
