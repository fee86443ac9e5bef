//! While no assistive technology listens and no key was pressed, the window is never read: every
//! reading goes through `Widget::operate`, and here it is counted.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use accesskit::{ActivationHandler, DeactivationHandler, TreeUpdate};
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{mouse, renderer};
use iced::keyboard::key::Named;
use iced::widget::column;
use iced::{Event, Length, Point, Rectangle, Size, Theme, window};
use withy::access::Bridge;
use withy::access::bridge::Adapter;
use withy::widgets::{self, Element, button, field};

use crate::window::{LOOK, Window, letters, press};

/// Counts how often the window is read.
struct Counter(Rc<Cell<usize>>);

impl<M> Widget<M, Theme, iced::Renderer> for Counter {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fixed(1.0))
    }

    fn layout(
        &mut self,
        _: &mut Tree,
        _: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::Node::new(limits.resolve(Length::Fill, 1.0, Size::ZERO))
    }

    fn operate(&mut self, _: &mut Tree, _: Layout<'_>, _: &iced::Renderer, _: &mut dyn Operation) {
        self.0.set(self.0.get() + 1);
    }

    fn draw(
        &self,
        _: &Tree,
        _: &mut iced::Renderer,
        _: &Theme,
        _: &renderer::Style,
        _: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
    }
}

/// Counts what reaches the platform.
struct Platform(Arc<AtomicUsize>);

impl Adapter for Platform {
    fn push(&mut self, update: &mut dyn FnMut() -> TreeUpdate) {
        let _ = update();
        let _ = self.0.fetch_add(1, Ordering::SeqCst);
    }

    fn focused(&mut self, _: bool) {}

    fn moved(&mut self, _: Rectangle, _: f64) {
        let _ = self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn nobody_listens_and_no_key_is_pressed_so_nothing_is_read() {
    let look = LOOK();
    let read = Rc::new(Cell::new(0));
    let told = Arc::new(AtomicUsize::new(0));
    let mut window = Window::new();
    window.bridge = Bridge::new();
    window.bridge.attach(Box::new(Platform(told.clone())));
    let view = || -> Element<'static, String> {
        let content = column![
            widgets::title(&look, "Notes"),
            button::main(&look, "save", "Save", "saved".to_owned()),
            field::text(&look, "who", "Who", "", |value| value),
            iced::Element::new(Counter(read.clone())),
        ];
        widgets::page(&look, content)
    };
    // A morning by mouse: the window opens, moves and grows, things are pressed and scrolled.
    let opened = window::Event::Opened {
        position: Some(Point::ORIGIN),
        size: Size::new(1_000.0, 800.0),
    };
    let mut events = vec![
        Event::Window(opened),
        Event::Window(window::Event::Focused),
        Event::Window(window::Event::Moved(Point::new(9.0, 9.0))),
        Event::Window(window::Event::Resized(Size::new(900.0, 700.0))),
        Event::Window(window::Event::Unfocused),
        Event::Window(window::Event::Focused),
    ];
    for y in [40.0, 90.0, 140.0, 190.0] {
        let delta = mouse::ScrollDelta::Lines { x: 0.0, y: -1.0 };
        events.push(Event::Mouse(mouse::Event::CursorMoved {
            position: Point::new(60.0, y),
        }));
        events.push(Event::Mouse(mouse::Event::ButtonPressed(
            mouse::Button::Left,
        )));
        events.push(Event::Mouse(mouse::Event::ButtonReleased(
            mouse::Button::Left,
        )));
        events.push(Event::Mouse(mouse::Event::WheelScrolled { delta }));
    }
    for y in [40.0, 90.0, 140.0, 190.0] {
        window.pointer = mouse::Cursor::Available(Point::new(60.0, y));
        let _ = window.send(view(), &events);
    }
    assert_eq!(read.get(), 0, "the window was read for nobody");
    assert_eq!(told.load(Ordering::SeqCst), 0, "and nobody was told");

    // Somebody goes by keyboard: now it is read, and still nobody is told.
    window.pointer = mouse::Cursor::Unavailable;
    let _ = window.send(view(), &[press(Named::Tab)]);
    let by_key = read.get();
    assert!(by_key > 0, "Tab cannot know where to go");
    assert_eq!(told.load(Ordering::SeqCst), 0);

    // A screen reader starts: each frame is read once, and told only when something changed.
    let _ = window.bridge.handler().request_initial_tree();
    let _ = window.send(view(), &[]);
    let (so_far, changes) = (read.get(), told.load(Ordering::SeqCst));
    assert!(so_far > by_key && changes > 0);
    for _ in 0..5 {
        let _ = window.send(view(), &[]);
    }
    assert_eq!(read.get(), so_far + 5, "once a frame");
    assert_eq!(told.load(Ordering::SeqCst), changes, "nothing changed");

    // It ends, and its listener is told no more.
    window.bridge.handler().deactivate_accessibility();
    let _ = window.send(view(), &letters("a"));
    assert_eq!(told.load(Ordering::SeqCst), changes);
}
