//! A window without a display: its state lives from view to view as in the application.

use std::time::Instant;

use accesskit::{Action, ActionData, ActionRequest, TreeId};
use iced::advanced::widget::operation::Outcome;
use iced::advanced::{clipboard, mouse, renderer, renderer::Headless};
use iced::event::Status;
use iced::keyboard::{self, Key, Location, Modifiers, key};
use iced::{Event, Font, Pixels, Point, Size, Task, window};
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::{Cache, State};
use iced_test::runtime::{Action as RuntimeAction, UserInterface, task};
use withy::access::{Bridge, Snapshot, key_of, root};
use withy::look::{Family, Look, ThemeName, Width};
use withy::widgets::Element;

/// The look most tests use.
pub const LOOK: fn() -> Look = || Look {
    palette: ThemeName::Cream.palette(),
    family: Family::AtkinsonHyperlegibleNext,
    roomy: false,
    width: Width::Middle,
    large: false,
};

pub struct Window {
    pub bridge: Bridge,
    pub pointer: mouse::Cursor,
    /// Whether each event of the last `send` was taken.
    pub statuses: Vec<Status>,
    renderer: iced::Renderer,
    cache: Cache,
    size: Size,
}

impl Window {
    pub fn new() -> Self {
        crate::picture::load_fonts();
        let made =
            <iced::Renderer as Headless>::new(Font::DEFAULT, Pixels(17.0), Some("tiny-skia"));
        Self {
            bridge: Bridge::headless(),
            pointer: mouse::Cursor::Unavailable,
            statuses: vec![],
            renderer: block_on(made).unwrap(),
            cache: Cache::default(),
            size: Size::new(1_000.0, 800.0),
        }
    }

    fn with<'a, M: Clone + 'a, R>(
        &mut self,
        view: impl Into<Element<'a, M>>,
        act: impl FnOnce(&mut Self, &mut UserInterface<'a, M, iced::Theme, iced::Renderer>) -> R,
    ) -> R {
        let view = root(&self.bridge, "Withy", 1.0, view);
        let cache = std::mem::take(&mut self.cache);
        let mut interface = UserInterface::build(view, self.size, cache, &mut self.renderer);
        let result = act(self, &mut interface);
        self.cache = interface.into_cache();
        result
    }

    /// Shows `view`, and sends it these events with a frame before, between and after.
    pub fn send<'a, M: Clone + 'a>(
        &mut self,
        view: impl Into<Element<'a, M>>,
        events: &[Event],
    ) -> Vec<M> {
        self.statuses.clear();
        self.with(view, |this, interface| {
            let mut messages = vec![];
            let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let mut run = |event: &Event, this: &mut Self| {
                let (_, statuses) = interface.update(
                    std::slice::from_ref(event),
                    this.pointer,
                    &mut this.renderer,
                    &mut clipboard::Null,
                    &mut messages,
                );
                statuses[0]
            };
            let _ = run(&redraw, this);
            for event in events {
                let status = run(event, this);
                this.statuses.push(status);
                let _ = run(&redraw, this);
            }
            messages
        })
    }

    /// One frame at this moment: when the next is wished for, and whether what is typed may come
    /// from an input method.
    pub fn frame<'a, M: Clone + 'a>(
        &mut self,
        view: impl Into<Element<'a, M>>,
        at: Instant,
    ) -> (window::RedrawRequest, bool) {
        self.with(view, |this, interface| {
            let event = Event::Window(window::Event::RedrawRequested(at));
            let (state, _) = interface.update(
                &[event],
                this.pointer,
                &mut this.renderer,
                &mut clipboard::Null,
                &mut vec![],
            );
            match state {
                State::Updated {
                    redraw_request,
                    input_method,
                    ..
                } => (redraw_request, input_method.is_enabled()),
                State::Outdated => panic!("nothing was said, so nothing is out of date"),
            }
        })
    }

    /// Shows `view` and what is in it.
    pub fn show<'a, M: Clone + 'a>(&mut self, view: impl Into<Element<'a, M>>) -> Snapshot {
        let _ = self.send(view, &[]);
        self.bridge.snapshot()
    }

    /// Runs what a `Task` does to widgets.
    pub fn run<'a, M: Clone + 'a>(&mut self, view: impl Into<Element<'a, M>>, task: Task<()>) {
        // The stream ends only when its operation is dropped, so take what is there and no more.
        let mut actions = task::into_stream(task).unwrap();
        let Some(RuntimeAction::Widget(operation)) = block_on(actions.next()) else {
            panic!("a task for widgets");
        };
        self.with(view, |this, interface| {
            let mut next = Some(operation);
            while let Some(mut operation) = next.take() {
                interface.operate(&this.renderer, operation.as_mut());
                if let Outcome::Chain(then) = operation.finish() {
                    next = Some(then);
                }
            }
        });
    }

    /// The colour of one point of `view`.
    pub fn colour<'a, M: Clone + 'a>(
        &mut self,
        view: impl Into<Element<'a, M>>,
        at: Point,
    ) -> iced::Color {
        let theme = ThemeName::Cream.iced();
        self.with(view, |this, interface| {
            let style = renderer::Style {
                text_color: iced::Color::BLACK,
            };
            interface.draw(&mut this.renderer, &theme, &style, this.pointer);
            let size = Size::new(this.size.width as u32, this.size.height as u32);
            let rgba = this.renderer.screenshot(size, 1.0, iced::Color::WHITE);
            let from = (at.y as usize * size.width as usize + at.x as usize) * 4;
            iced::Color::from_rgb8(rgba[from], rgba[from + 1], rgba[from + 2])
        })
    }

    /// Presses the middle of the control with this id, as a mouse does.
    pub fn click<'a, M: Clone + 'a>(
        &mut self,
        view: impl Into<Element<'a, M>>,
        id: &'static str,
    ) -> Vec<M> {
        let snapshot = self.bridge.snapshot();
        let at = snapshot.find(key_of(&id.into())).expect("it is there");
        self.pointer = mouse::Cursor::Available(snapshot.entries[at].bounds.center());
        self.send(
            view,
            &[
                Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
                Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
            ],
        )
    }

    /// Asks what a screen reader would.
    pub fn ask(&self, id: &'static str, action: Action, data: Option<ActionData>) {
        self.bridge.request(ActionRequest {
            action,
            target_tree: TreeId::ROOT,
            target_node: key_of(&id.into()),
            data,
        });
    }

    /// What has focus, as its name.
    pub fn focused(&self) -> String {
        let snapshot = self.bridge.snapshot();
        snapshot
            .focus()
            .map_or_else(|| "nothing".to_owned(), |at| snapshot.name(at))
    }
}

/// The names of the Tab stops, in order.
pub fn stops(snapshot: &Snapshot) -> Vec<String> {
    let order = snapshot.tab_order();
    order.iter().map(|&at| snapshot.name(at)).collect()
}

pub fn press(named: key::Named) -> Event {
    press_with(Key::Named(named), Modifiers::empty())
}

pub fn press_with(key: Key, modifiers: Modifiers) -> Event {
    let text = match &key {
        Key::Character(c) if modifiers.is_empty() => Some(c.clone()),
        _ => None,
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: key.clone(),
        modified_key: key,
        physical_key: key::Physical::Unidentified(key::NativeCode::Unidentified),
        location: Location::Standard,
        modifiers,
        text,
        repeat: false,
    })
}

pub fn letters(text: &str) -> Vec<Event> {
    text.chars()
        .map(|c| press_with(Key::Character(c.to_string().into()), Modifiers::empty()))
        .collect()
}

pub fn control(c: &'static str) -> Event {
    press_with(Key::Character(c.into()), Modifiers::CTRL)
}
