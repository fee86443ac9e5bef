//! A person at the window, without a window: presses by mouse or keyboard, types, and reads what
//! the accessible tree says. The whole application runs: widget state lives from one press to the
//! next, tasks run to their end, shortcuts reach the application as they do on a real keyboard.

#[path = "asking.rs"]
mod asking;
#[path = "controls.rs"]
mod controls;
#[path = "fonts.rs"]
mod fonts;
#[path = "keeping.rs"]
pub mod keeping;
#[path = "pasteboard.rs"]
mod pasteboard;
#[path = "png_file.rs"]
mod png_file;
#[path = "spoilt.rs"]
pub mod spoilt;

use std::path::Path;
use std::time::Instant;

use accesskit::{Action as Request, ActionRequest, Role, TreeId};
use controls::is_control;
pub use fonts::load_fonts;
use iced::advanced::renderer::Headless;
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Event, Font, Pixels, Point, Size, Theme, mouse, window};
use iced_test::core::{SmolStr, renderer::Style};
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::task::into_stream;
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, clipboard};
use jiff::ZonedDateTime;
use pasteboard::Pasteboard;
use withy::access::{Bridge, Snapshot};
use withy::app::{App, Message, Start};
use withy::platform::clock::Clock;
use withy::platform::folders::Folders;
use withy::platform::opening::Opener;
use withy::settings::{Settings, TextSize};

/// How the person presses things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Mouse,
    Keyboard,
}

pub struct Person {
    pub app: App,
    pub by: By,
    pub presses: u32,
    pub opener: Opener,
    bridge: Bridge,
    cache: Option<Cache>,
    renderer: iced::Renderer,
    pasteboard: Pasteboard,
    cursor: mouse::Cursor,
    size: Size,
    ended: bool,
}

/// Tuesday 2 June 2026, 11:30am in England.
pub fn a_tuesday() -> ZonedDateTime {
    "2026-06-02T11:30[Europe/London]".parse().unwrap()
}

impl Person {
    /// Opens Withy on `folder`, in a window of `size` real pixels.
    pub fn sits_down(folder: &Path, size: Size, by: By) -> Self {
        Self::sits_down_at(folder, size, by, &a_tuesday())
    }

    pub fn sits_down_at(folder: &Path, size: Size, by: By, now: &ZonedDateTime) -> Self {
        Self::sits_down_to(folder, None, size, by, now)
    }
    /// The same with a directory file of one's own.
    pub fn sits_down_to(
        folder: &Path,
        directory: Option<&Path>,
        size: Size,
        by: By,
        now: &ZonedDateTime,
    ) -> Self {
        let mut person = Self::sits_down_locked(folder, directory, size, by, now);
        person.unlocks_if_locked();
        person.presses = 0;
        person
    }

    /// The same, before the record that is there is unlocked.
    pub fn sits_down_locked(
        folder: &Path,
        directory: Option<&Path>,
        size: Size,
        by: By,
        now: &ZonedDateTime,
    ) -> Self {
        load_fonts();
        let opener = Opener::that_writes_down();
        let bridge = Bridge::headless();
        let (app, task) = App::start(&Start {
            folders: Folders::at(folder),
            directory: directory.map(Path::to_owned),
            clock: Clock::standing_at(now),
            cost: Some(keeping::QUICK),
            opener: opener.clone(),
            dialogs: withy::platform::dialogs::Dialogs::prepared(),
            voice: withy::platform::voice::Speaker::that_writes_down(),
            keyring: withy::platform::keyring::Keyring::in_memory(),
            bridge: bridge.clone(),
            timings: false,
        });
        let renderer = block_on(<iced::Renderer as Headless>::new(
            Font::with_name("Atkinson Hyperlegible Next"),
            Pixels(16.0),
            Some("tiny-skia"),
        ))
        .unwrap();
        let mut person = Self {
            app,
            by,
            presses: 0,
            opener,
            bridge,
            cache: Some(Cache::default()),
            renderer,
            pasteboard: Pasteboard::default(),
            cursor: mouse::Cursor::Unavailable,
            size,
            ended: false,
        };
        person.run(task);
        let _ = person.look();
        person
    }

    /// The same with settings written beforehand.
    pub fn sits_down_with(folder: &Path, size: Size, by: By, text_size: TextSize) -> Self {
        let settings = Settings {
            text_size,
            ..Settings::default()
        };
        settings.write(&Folders::at(folder).settings()).unwrap();
        Self::sits_down(folder, size, by)
    }

    pub fn settle(&mut self, message: Message) {
        let task = self.app.update(message);
        self.run(task);
    }

    fn run(&mut self, task: iced::Task<Message>) {
        let Some(mut stream) = into_stream(task) else {
            return;
        };
        while let Some(action) = block_on(stream.next()) {
            match action {
                Action::Output(message) => self.settle(message),
                Action::Widget(operation) => {
                    let _ = self.with_ui(|ui, renderer, _, _, _| {
                        let mut next = Some(operation);
                        while let Some(mut now) = next.take() {
                            ui.operate(renderer, now.as_mut());
                            if let iced_test::core::widget::operation::Outcome::Chain(more) =
                                now.finish()
                            {
                                next = Some(more);
                            }
                        }
                    });
                }
                Action::Clipboard(clipboard::Action::Write { contents, .. }) => {
                    self.pasteboard.0 = Some(contents);
                }
                Action::Window(_) | Action::Exit => self.ended = true,
                _ => {}
            }
        }
    }

    fn logical(&self) -> Size {
        let scale = self.app.scale_factor();
        Size::new(self.size.width / scale, self.size.height / scale)
    }

    fn with_ui<T>(
        &mut self,
        act: impl FnOnce(
            &mut UserInterface<'_, Message, Theme, iced::Renderer>,
            &mut iced::Renderer,
            &mut Pasteboard,
            mouse::Cursor,
            &mut Vec<Message>,
        ) -> T,
    ) -> (T, Vec<Message>) {
        let size = self.logical();
        let mut messages = vec![];
        let mut ui = UserInterface::build(
            self.app.view(),
            size,
            self.cache.take().unwrap_or_default(),
            &mut self.renderer,
        );
        let value = act(
            &mut ui,
            &mut self.renderer,
            &mut self.pasteboard,
            self.cursor,
            &mut messages,
        );
        self.cache = Some(ui.into_cache());
        (value, messages)
    }

    fn events(&mut self, events: &[Event]) {
        let (statuses, messages) = self.with_ui(|ui, renderer, pasteboard, cursor, messages| {
            let (_, statuses) = ui.update(events, cursor, renderer, pasteboard, messages);
            statuses
        });
        for message in messages {
            self.settle(message);
        }
        for (event, status) in events.iter().zip(statuses) {
            if status == iced::event::Status::Ignored
                && let Event::Keyboard(event) = event
                && let Some(command) = self.app.shortcut(event)
            {
                self.settle(Message::Pressed(command));
            }
        }
    }

    /// Draws a frame, which is when the accessible tree is read.
    pub fn look(&mut self) -> Snapshot {
        for _ in 0..2 {
            let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
            self.events(&[redraw]);
        }
        self.bridge.snapshot()
    }

    /// Every name and text that can be read now, one a line.
    pub fn reads(&mut self) -> String {
        self.look().outline()
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) {
        let outline = self.reads();
        assert!(outline.contains(words), "nothing says {words:?}\n{outline}");
    }

    #[track_caller]
    pub fn does_not_see(&mut self, words: &str) {
        let outline = self.reads();
        assert!(
            !outline.contains(words),
            "something says {words:?}\n{outline}"
        );
    }

    #[track_caller]
    fn find(&mut self, name: &str) -> (usize, Snapshot) {
        let seen = self.look();
        let controls = || {
            (0..seen.entries.len())
                .filter(|&at| is_control(seen.entries[at].role()) && seen.entries[at].focusable)
        };
        let at = controls()
            .find(|&at| seen.name(at) == name)
            .or_else(|| controls().find(|&at| seen.name(at).starts_with(name)))
            .or_else(|| controls().find(|&at| seen.name(at).contains(name)));
        match at {
            Some(at) => (at, seen),
            None => panic!("no control is called {name:?}\n{}", seen.outline()),
        }
    }

    /// Presses the control called `name`: one press of the journey's budget.
    #[track_caller]
    pub fn press(&mut self, name: &str) {
        self.presses += 1;
        self.reach(name);
        if self.by == By::Keyboard {
            let seen = self.look();
            let at = seen.focus().unwrap();
            let role = seen.entries[at].role();
            if !matches!(
                role,
                Role::PasswordInput
                    | Role::TextInput
                    | Role::SearchInput
                    | Role::MultilineTextInput
            ) {
                self.tap(Named::Enter);
            }
        }
        let _ = self.look();
    }

    #[track_caller]
    fn reach(&mut self, name: &str) {
        let (at, seen) = self.find(name);
        match self.by {
            By::Mouse => {
                self.bridge.request(ActionRequest {
                    action: Request::ScrollIntoView,
                    target_tree: TreeId::ROOT,
                    target_node: seen.entries[at].key,
                    data: None,
                });
                let (at, seen) = {
                    let _ = self.look();
                    self.find(name)
                };
                let centre = seen.entries[at].bounds.center();
                let window = self.logical();
                assert!(
                    centre.x > 0.0
                        && centre.y > 0.0
                        && centre.x < window.width
                        && centre.y < window.height,
                    "{name:?} is at {centre:?}, outside the window"
                );
                self.click(centre);
            }
            By::Keyboard => {
                let key = seen.entries[at].key;
                let group = seen.group(at);
                for _ in 0..400 {
                    let now = self.look();
                    let focus = now.focus();
                    if focus.is_some_and(|focus| now.entries[focus].key == key) {
                        return;
                    }
                    let within = focus.and_then(|focus| now.group(focus)).is_some_and(|own| {
                        group.is_some_and(|g| seen.entries[g].key == now.entries[own].key)
                    });
                    if within {
                        self.tap(Named::ArrowRight);
                    } else {
                        self.tap(Named::Tab);
                    }
                }
                panic!("Tab never reaches {name:?}\n{}", self.reads());
            }
        }
    }

    fn click(&mut self, at: Point) {
        self.cursor = mouse::Cursor::Available(at);
        self.events(&[
            Event::Mouse(mouse::Event::CursorMoved { position: at }),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ]);
        self.cursor = mouse::Cursor::Unavailable;
    }

    /// Presses the mouse button at a point and keeps it down.
    pub fn holds(&mut self, at: Point) {
        self.cursor = mouse::Cursor::Available(at);
        self.events(&[
            Event::Mouse(mouse::Event::CursorMoved { position: at }),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
        ]);
        let _ = self.look();
    }

    /// Lets the mouse button go, and leaves the mouse there.
    pub fn lets_go(&mut self, at: Point) {
        self.cursor = mouse::Cursor::Available(at);
        self.events(&[Event::Mouse(mouse::Event::ButtonReleased(
            mouse::Button::Left,
        ))]);
        let _ = self.look();
    }

    pub fn tap(&mut self, key: Named) {
        self.chord(Key::Named(key), Modifiers::empty());
    }

    pub fn chord(&mut self, key: Key, modifiers: Modifiers) {
        // As a keyboard does: Ctrl with a letter writes nothing, Ctrl with another sign writes it.
        let is_letter = |sign: &str| sign.chars().all(char::is_alphabetic);
        let text = match &key {
            Key::Character(sign) if modifiers.is_empty() || !is_letter(sign) => Some(sign.clone()),
            Key::Named(Named::Space) => Some(SmolStr::new(" ")),
            _ => None,
        };
        let physical_key =
            keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified);
        let pressed = Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key.clone(),
            physical_key,
            location: keyboard::Location::Standard,
            modifiers,
            repeat: false,
            text,
        });
        let held = Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers));
        let released = Event::Keyboard(keyboard::Event::KeyReleased {
            key: key.clone(),
            modified_key: key,
            physical_key,
            location: keyboard::Location::Standard,
            modifiers,
        });
        let none = Event::Keyboard(keyboard::Event::ModifiersChanged(Modifiers::empty()));
        self.events(&[held]);
        self.events(&[pressed]);
        self.events(&[released, none]);
        let _ = self.look();
    }

    /// Ctrl (Command on a Mac) and a character; with Shift too for a capital.
    pub fn shortcut(&mut self, character: &str) {
        self.presses += 1;
        let capital = character.chars().any(char::is_uppercase);
        let mut held = Modifiers::COMMAND;
        held.set(Modifiers::SHIFT, capital);
        // The window tells which key it is without Shift.
        let key = SmolStr::new(character.to_lowercase());
        self.chord(Key::Character(key), held);
    }

    /// Types into whatever has the focus, one key at a time. Typing is not counted.
    pub fn types(&mut self, words: &str) {
        for character in words.chars() {
            self.chord(
                Key::Character(SmolStr::new(character.to_string())),
                Modifiers::empty(),
            );
        }
    }

    /// Puts the focus into a field, then types. By mouse the press counts; by keyboard it is Tab.
    #[track_caller]
    pub fn fills(&mut self, field: &str, words: &str) {
        let presses = self.presses;
        self.press(field);
        self.presses = presses;
        self.types(words);
    }

    /// Goes to a place by the rail, or by the menu where there is no rail.
    #[track_caller]
    pub fn go(&mut self, place: &str) {
        let seen = self.look();
        let rail = (0..seen.entries.len())
            .any(|at| seen.entries[at].role() == Role::Button && seen.name(at) == place);
        if !rail {
            self.press("Menu");
        }
        self.press(place);
    }

    /// Puts words on the clipboard, as another program would, and pastes them.
    pub fn pastes(&mut self, words: &str) {
        self.pasteboard.0 = Some(words.to_owned());
        self.chord(Key::Character("v".into()), Modifiers::COMMAND);
    }

    /// Closes the window.
    pub fn closes(mut self) {
        self.settle(Message::Close(window::Id::unique()));
    }

    /// Draws the window and gives its pixels, four bytes each.
    pub fn draws(&mut self) -> Vec<u8> {
        let scale = self.app.scale_factor();
        let theme = self.app.theme();
        let palette = theme.palette();
        let (_, _) = self.with_ui(|ui, renderer, _, cursor, _| {
            let style = Style {
                text_color: palette.text,
            };
            ui.draw(renderer, &theme, &style, cursor);
        });
        let size = Size::new(self.size.width as u32, self.size.height as u32);
        self.renderer.screenshot(size, scale, palette.background)
    }

    /// The window as it is drawn, at its real size, in a file.
    pub fn picture(&mut self, path: &Path) {
        let _ = self.look();
        let pixels = self.draws();
        png_file::write(
            path,
            self.size.width as u32,
            self.size.height as u32,
            &pixels,
        );
    }
}
