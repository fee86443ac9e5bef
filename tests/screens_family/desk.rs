//! One screen on a desk: it is drawn without a window, pressed by the ids of its controls, typed
//! into key by key, and read through its accessible tree. What it asks of the application is
//! written down.

use std::path::Path;
use std::time::Instant;

use accesskit::{Action as Request, ActionRequest, TreeId};
use iced::advanced::renderer::Headless;
use iced::keyboard::{self, Key, Location, Modifiers, key::Named};
use iced::widget::Id;
use iced::{Event, Font, Pixels, Size, Task, Theme, mouse, window};
use iced_test::core::SmolStr;
use iced_test::core::clipboard::Null;
use iced_test::core::renderer::Style;
use iced_test::core::widget::operation::Outcome;
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::task::into_stream;
use iced_test::runtime::user_interface::{Cache, UserInterface};
use jiff::ZonedDateTime;
use withy::access::{self, Bridge, Snapshot, key_of};
use withy::directory::Directory;
use withy::look::typography::FILES;
use withy::look::{Look, ThemeName, Width, measure};
use withy::platform::clock::Clock;
use withy::platform::folders::Folders;
use withy::record::{self, Record, sample};
use withy::screens::{Action, Context, Keeping, Place};
use withy::settings::Settings;
use withy::widgets::Element;

#[path = "../support/png_file.rs"]
mod png_file;

/// What the desk needs of a screen.
pub trait Screen {
    type Message: Clone + Send + std::fmt::Debug + 'static;
    fn refresh(&mut self, context: &Context);
    fn update(&mut self, context: &mut Context, message: Self::Message) -> Action<Self::Message>;
    fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Self::Message>;
}

macro_rules! screens {
    ($($module:ident::$name:ident),*) => {$(
        impl Screen for withy::screens::$module::$name {
            type Message = withy::screens::$module::Message;
            fn refresh(&mut self, context: &Context) {
                self.refresh(context);
            }
            fn update(&mut self, context: &mut Context, message: Self::Message) -> Action<Self::Message> {
                self.update(context, message)
            }
            fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Self::Message> {
                self.view(context, look)
            }
        }
    )*};
}

screens!(
    today::Today,
    questions::Questions,
    my_family::MyFamily,
    settings::SettingsScreen,
    keep_record::KeepRecord,
    search::Search
);

/// What the screen asked of the application.
#[derive(Debug, Default)]
pub struct Heard {
    pub saved: Vec<String>,
    pub opened: Vec<Place>,
    pub copied: Vec<String>,
    pub visited: Vec<withy::platform::opening::Link>,
    pub said: Vec<String>,
    pub sample: Vec<bool>,
    pub settings_changed: u32,
    pub keeping: Vec<Keeping>,
    pub not_now: u32,
    pub back: u32,
}

pub struct Desk<S: Screen> {
    pub screen: S,
    pub context: Context,
    pub heard: Heard,
    pub presses: u32,
    pub theme: ThemeName,
    /// Of the window, in logical pixels after the text size. The rail takes its part of it.
    pub size: Size,
    bridge: Bridge,
    cache: Option<Cache>,
    renderer: iced::Renderer,
    _folder: tempfile::TempDir,
}

/// The sizes of the window: designed, smallest, and designed at 200 % text.
pub const DESIGNED: Size = Size::new(1_280.0, 800.0);
pub const SMALLEST: Size = Size::new(900.0, 600.0);
pub const DOUBLE: Size = Size::new(640.0, 400.0);

/// Tuesday 2 June 2026, 11:30am in England.
pub fn a_tuesday() -> ZonedDateTime {
    "2026-06-02T11:30[Europe/London]".parse().unwrap()
}

fn load_fonts() {
    use std::sync::Once;
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

impl<S: Screen> Desk<S> {
    /// The screen with nothing kept and no record.
    pub fn new(screen: S) -> Self {
        load_fonts();
        let folder = tempfile::tempdir().unwrap();
        let context = Context::new(
            Directory::bundled().unwrap(),
            Settings::default(),
            Clock::standing_at(&a_tuesday()),
            Folders::at(folder.path()),
        );
        let renderer = block_on(<iced::Renderer as Headless>::new(
            Font::with_name("Atkinson Hyperlegible Next"),
            Pixels(16.0),
            Some("tiny-skia"),
        ))
        .unwrap();
        Self {
            screen,
            context,
            heard: Heard::default(),
            presses: 0,
            theme: ThemeName::Cream,
            size: DESIGNED,
            bridge: Bridge::headless(),
            cache: Some(Cache::default()),
            renderer,
            _folder: folder,
        }
    }

    /// Makes an empty record.
    pub fn keep_record(&mut self) {
        let path = self.context.folders.data().join("test.db");
        self.context.record = Some(
            Record::create(
                &path,
                &record::Key::from_bytes([7; 32]),
                &self.context.now(),
            )
            .unwrap(),
        );
    }

    /// Makes a record with the sample family in it.
    pub fn with_sample_family(mut self) -> Self {
        self.keep_record();
        let now = self.context.now();
        let directory = &self.context.directory;
        sample::fill(self.context.record.as_mut().unwrap(), &now, &|slug| {
            directory.by_slug(slug).map(|service| service.id)
        })
        .unwrap();
        self
    }

    pub fn record(&self) -> &Record {
        self.context.record.as_ref().unwrap()
    }

    /// Does what the application does with a message.
    pub fn settle(&mut self, message: S::Message) {
        let action = self.screen.update(&mut self.context, message);
        self.act(action);
    }

    fn act(&mut self, action: Action<S::Message>) {
        match action {
            Action::None => {}
            Action::Open(place) => self.heard.opened.push(place),
            Action::Back => self.heard.back += 1,
            Action::Run(_) => panic!("no screen here runs tasks"),
            Action::Saved(said) => {
                self.heard.saved.push(said);
                self.screen.refresh(&self.context);
            }
            Action::Say(said) => self.heard.said.push(said),
            Action::Copy { words, said } | Action::CopyOnly { words, said } => {
                self.heard.copied.push(words);
                self.heard.said.push(said);
            }
            Action::Visit(link) => self.heard.visited.push(link),
            Action::Focus(id) => self.run(access::focus(id)),
            Action::SettingsChanged => self.heard.settings_changed += 1,
            Action::CopyLastPage => {}
            Action::File(_) => panic!("no screen here keeps files"),
            Action::SampleFamily(open) => self.heard.sample.push(open),
            Action::Keeping(what) => self.heard.keeping.push(what),
            Action::NotNow => self.heard.not_now += 1,
            Action::Several(actions) => actions.into_iter().for_each(|one| self.act(one)),
        }
    }

    fn run(&mut self, task: Task<S::Message>) {
        let Some(mut stream) = into_stream(task) else {
            return;
        };
        while let Some(action) = block_on(stream.next()) {
            if let iced_test::runtime::Action::Widget(operation) = action {
                let _ = self.with_ui(|ui, renderer, _| {
                    let mut next = Some(operation);
                    while let Some(mut now) = next.take() {
                        ui.operate(renderer, now.as_mut());
                        if let Outcome::Chain(more) = now.finish() {
                            next = Some(more);
                        }
                    }
                });
            }
        }
    }

    /// The room that the window has for the page.
    fn page(&self) -> Size {
        match Width::of(self.size.width) {
            Width::Narrow => self.size,
            Width::Middle | Width::Wide => {
                Size::new(self.size.width - measure::RAIL, self.size.height)
            }
        }
    }

    fn with_ui<T>(
        &mut self,
        act: impl FnOnce(
            &mut UserInterface<'_, S::Message, Theme, iced::Renderer>,
            &mut iced::Renderer,
            &mut Vec<S::Message>,
        ) -> T,
    ) -> (T, Vec<S::Message>) {
        let look = Look {
            palette: self.theme.palette(),
            family: self.context.settings.family,
            roomy: self.context.settings.roomy,
            width: Width::of(self.size.width),
            large: false,
        };
        let size = self.page();
        let mut messages = vec![];
        let view = self.screen.view(&self.context, look);
        let mut ui = UserInterface::build(
            access::root(&self.bridge, "Withy", 1.0, view),
            size,
            self.cache.take().unwrap_or_default(),
            &mut self.renderer,
        );
        let value = act(&mut ui, &mut self.renderer, &mut messages);
        self.cache = Some(ui.into_cache());
        (value, messages)
    }

    fn events(&mut self, events: &[Event]) {
        let (_, messages) = self.with_ui(|ui, renderer, messages| {
            let _ = ui.update(
                events,
                mouse::Cursor::Unavailable,
                renderer,
                &mut Null,
                messages,
            );
        });
        for message in messages {
            self.settle(message);
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

    pub fn reads(&mut self) -> String {
        self.look().outline()
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) {
        let outline = self.reads();
        assert!(outline.contains(words), "nothing says {words:?}\n{outline}");
    }

    /// Whether words stand inside a control that has another name.
    pub fn shows(&mut self, words: &str) -> bool {
        let seen = self.look();
        seen.entries
            .iter()
            .any(|entry| entry.content.contains(words))
    }

    #[track_caller]
    pub fn does_not_see(&mut self, words: &str) {
        let outline = self.reads();
        assert!(
            !outline.contains(words),
            "something says {words:?}\n{outline}"
        );
    }

    pub fn has(&mut self, id: &str) -> bool {
        self.look().find(key_of(&Id::from(id.to_owned()))).is_some()
    }

    #[track_caller]
    fn request(&mut self, id: &str, action: Request) {
        let seen = self.look();
        let key = key_of(&Id::from(id.to_owned()));
        assert!(
            seen.find(key).is_some(),
            "nothing has the id {id:?}\n{}",
            seen.outline()
        );
        self.bridge.request(ActionRequest {
            action,
            target_tree: TreeId::ROOT,
            target_node: key,
            data: None,
        });
        let _ = self.look();
    }

    /// Presses the control with this id: one press of a journey's budget.
    #[track_caller]
    pub fn press(&mut self, id: &str) {
        self.presses += 1;
        self.request(id, Request::Click);
    }

    /// Puts the focus into a field and types, key by key. Typing is not counted.
    #[track_caller]
    pub fn types(&mut self, id: &str, words: &str) {
        self.request(id, Request::Focus);
        for character in words.chars() {
            self.key(Key::Character(SmolStr::new(character.to_string())));
        }
    }

    pub fn enter(&mut self) {
        self.key(Key::Named(Named::Enter));
    }

    fn key(&mut self, key: Key) {
        let text = match &key {
            Key::Character(character) => Some(character.clone()),
            _ => None,
        };
        let physical_key =
            keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified);
        self.events(&[Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key,
            location: Location::Standard,
            modifiers: Modifiers::empty(),
            repeat: false,
            text,
        })]);
        let _ = self.look();
    }

    /// Whether the control with this id has the focus.
    pub fn is_on(&mut self, id: &str) -> bool {
        let seen = self.look();
        let key = key_of(&Id::from(id.to_owned()));
        seen.focus().is_some_and(|at| seen.entries[at].key == key)
    }

    /// Draws at every width and fails on what is wrong with the accessible tree.
    #[track_caller]
    pub fn is_sound(&mut self) {
        let before = self.size;
        for size in [DESIGNED, SMALLEST, DOUBLE] {
            self.size = size;
            let seen = self.look();
            let findings = seen.screen_findings();
            assert!(
                findings.is_empty(),
                "at {size:?}: {findings:#?}\n{}",
                seen.outline()
            );
        }
        self.size = before;
    }

    /// The page as it is drawn, to `target/gallery/`.
    pub fn picture(&mut self, name: &str, scale: f32) {
        let theme = self.theme.iced();
        let (ground, text) = (theme.palette().background, theme.palette().text);
        let _ = self.look();
        let _ = self.with_ui(|ui, renderer, _| {
            let style = Style { text_color: text };
            ui.draw(renderer, &theme, &style, mouse::Cursor::Unavailable);
        });
        let real = iced_test::core::Size::new(
            (self.page().width * scale) as u32,
            (self.page().height * scale) as u32,
        );
        let pixels = self.renderer.screenshot(real, scale, ground);
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/gallery")
            .join(format!("{name}.png"));
        png_file::write(&path, real.width, real.height, &pixels);
    }
}
