//! What reaches a platform's adapter, and when.

use std::sync::{Arc, Mutex};

use accesskit::{ActivationHandler, DeactivationHandler, TreeUpdate};
use iced::{Event, Rectangle, Size, window};
use withy::access::Bridge;
use withy::access::bridge::Adapter;
use withy::widgets::{self, Element};

use crate::window::{LOOK, Window};

#[derive(Default)]
struct Heard {
    updates: Vec<TreeUpdate>,
    focused: Vec<bool>,
    moved: Vec<(Rectangle, f64)>,
}

struct Recorder(Arc<Mutex<Heard>>);

impl Adapter for Recorder {
    fn push(&mut self, update: &mut dyn FnMut() -> TreeUpdate) {
        self.0.lock().unwrap().updates.push(update());
    }

    fn focused(&mut self, focused: bool) {
        self.0.lock().unwrap().focused.push(focused);
    }

    fn moved(&mut self, window: Rectangle, scale: f64) {
        self.0.lock().unwrap().moved.push((window, scale));
    }
}

fn window() -> (Window, Arc<Mutex<Heard>>) {
    let heard = Arc::new(Mutex::new(Heard::default()));
    let mut window = Window::new();
    window.bridge = Bridge::new();
    window.bridge.attach(Box::new(Recorder(heard.clone())));
    (window, heard)
}

fn page(words: &'static str) -> Element<'static, ()> {
    let look = LOOK();
    widgets::page(
        &look,
        iced::widget::column![widgets::title(&look, "Notes"), widgets::body(&look, words)],
    )
}

#[test]
fn nothing_is_pushed_until_a_screen_reader_starts_then_the_whole_then_what_changed() {
    let (mut window, heard) = window();
    let _ = window.send(page("One"), &[]);
    assert!(heard.lock().unwrap().updates.is_empty(), "nobody listens");

    let tree = window.bridge.handler().request_initial_tree();
    assert!(tree.is_none(), "it comes with the next frame");
    let _ = window.send(page("One"), &[]);
    let _ = window.send(page("One"), &[]);
    let _ = window.send(page("Two"), &[]);
    {
        let heard = heard.lock().unwrap();
        let sizes: Vec<(usize, bool)> = heard
            .updates
            .iter()
            .map(|update| (update.nodes.len(), update.tree.is_some()))
            .collect();
        assert_eq!(
            sizes,
            [(5, true), (1, false)],
            "window, main, scroll area, title, words; then the words; nothing in between"
        );
    }

    window.bridge.handler().deactivate_accessibility();
    let _ = window.send(page("Three"), &[]);
    assert_eq!(
        heard.lock().unwrap().updates.len(),
        2,
        "nobody listens any more"
    );

    let _ = window.bridge.handler().request_initial_tree();
    let _ = window.send(page("Three"), &[]);
    let heard = heard.lock().unwrap();
    assert!(
        heard.updates[2].tree.is_some(),
        "a new listener gets the whole"
    );
}

#[test]
fn the_adapter_hears_where_the_window_is_and_whether_it_has_the_keyboard() {
    let (mut window, heard) = window();
    let opened = window::Event::Opened {
        position: Some(iced::Point::new(10.0, 20.0)),
        size: Size::new(300.0, 200.0),
    };
    let events = [
        opened,
        window::Event::Focused,
        window::Event::Rescaled(2.0),
        window::Event::Moved(iced::Point::new(30.0, 40.0)),
        window::Event::Unfocused,
    ];
    let _ = window.send(page("One"), &events.clone().map(Event::Window));
    {
        let heard = heard.lock().unwrap();
        assert_eq!(
            heard.focused,
            [false, true, false],
            "as it was found, then as it changed"
        );
        assert_eq!(heard.moved, [], "nobody listens");
    }
    let at = |x, y| Rectangle::new(iced::Point::new(x, y), Size::new(300.0, 200.0));
    let _ = window.bridge.handler().request_initial_tree();
    let _ = window.send(page("One"), &[]);
    assert_eq!(
        std::mem::take(&mut heard.lock().unwrap().moved),
        [(at(30.0, 40.0), 2.0)],
        "the one who starts hears where it is"
    );
    let _ = window.send(page("One"), &events.map(Event::Window));
    assert_eq!(
        heard.lock().unwrap().moved,
        [
            (at(10.0, 20.0), 2.0),
            (at(10.0, 20.0), 2.0),
            (at(30.0, 40.0), 2.0)
        ]
    );
}

#[test]
fn an_adapter_that_comes_late_is_told_that_the_window_has_the_keyboard() {
    let mut window = Window::new();
    window.bridge = Bridge::new();
    let _ = window.send(page("One"), &[Event::Window(window::Event::Focused)]);
    let heard = Arc::new(Mutex::new(Heard::default()));
    window.bridge.attach(Box::new(Recorder(heard.clone())));
    let _ = window.send(page("One"), &[]);
    let _ = window.send(page("One"), &[]);
    assert_eq!(heard.lock().unwrap().focused, [true]);
}
