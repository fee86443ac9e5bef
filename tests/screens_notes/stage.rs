//! One screen on its own, with a record in a folder that goes away and a clock that stands still.

use std::borrow::Cow;
use std::time::Instant;

use accesskit::{Action as Ask, ActionData, ActionRequest, TreeId};
use iced::widget::Id;
use iced::{Event, Settings, Size, window};
use iced_test::Simulator;
use jiff::{ToSpan, ZonedDateTime};
use withy::access::{self, Bridge, Snapshot, key_of};
use withy::directory::Directory;
use withy::look::{Family, Look, ThemeName, Width, typography};
use withy::platform::clock::Clock;
use withy::platform::folders::Folders;
use withy::record::{Key, Record};
use withy::screens::appointments::{self, Appointments};
use withy::screens::bin::{self, Bin};
use withy::screens::notes::{self, Notes};
use withy::screens::{Action, Context, Place};
use withy::widgets::Element;

use crate::family;

/// Tuesday 12 May 2026, 10:42am in England.
pub const NOW: &str = "2026-05-12T10:42:30[Europe/London]";

/// A screen as the application uses it.
pub trait Screen: Default {
    /// What happens on it.
    type Message: Clone + std::fmt::Debug + 'static;
    /// Opens it if the place is its own.
    fn enter(&mut self, context: &Context, place: &Place) -> bool;
    /// Reads again.
    fn refresh(&mut self, context: &Context);
    /// Answers a press.
    fn update(&mut self, context: &mut Context, message: Self::Message) -> Action<Self::Message>;
    /// Draws it.
    fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Self::Message>;
}

macro_rules! screen {
    ($screen:ty, $message:ty, $place:pat => $enter:expr) => {
        impl Screen for $screen {
            type Message = $message;
            fn enter(&mut self, context: &Context, place: &Place) -> bool {
                let enter: fn(&mut Self, &Context, &Place) -> bool = $enter;
                enter(self, context, place)
            }
            fn refresh(&mut self, context: &Context) {
                <$screen>::refresh(self, context);
            }
            fn update(&mut self, context: &mut Context, message: $message) -> Action<$message> {
                <$screen>::update(self, context, message)
            }
            fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, $message> {
                <$screen>::view(self, context, look)
            }
        }
    };
}

screen!(Notes, notes::Message, Place::Notes(_) => |screen, context, place| {
    let Place::Notes(start) = place else { return false };
    screen.enter(context, start.clone());
    true
});
screen!(Appointments, appointments::Message, Place::Appointments(_) => |screen, context, place| {
    let Place::Appointments(start) = place else { return false };
    screen.enter(context, start.clone());
    true
});
screen!(Bin, bin::Message, Place::Bin => |screen, context, place| {
    if *place != Place::Bin { return false }
    screen.enter(context);
    true
});

/// A screen, what it may touch, and what it asked of the application.
pub struct Stage<S> {
    pub screen: S,
    pub context: Context,
    pub width: Width,
    /// The sentences said after saving.
    pub said: Vec<String>,
    /// The other places that were opened.
    pub opened: Vec<Place>,
    /// The control that has the focus, when one was asked for.
    pub focus: Option<Id>,
    /// How often something was pressed.
    pub presses: usize,
    folder: tempfile::TempDir,
}

pub fn at(moment: &str) -> ZonedDateTime {
    moment.parse().unwrap()
}

impl<S: Screen> Stage<S> {
    /// With an empty record, open at `place`.
    pub fn new(place: &Place) -> Self {
        let mut stage = Self::without_record(place);
        stage.make_record();
        stage.go(place);
        stage
    }

    /// With a family of two children and some weeks of notes, appointments and questions.
    pub fn with_family(place: &Place) -> Self {
        let mut stage = Self::new(place);
        let now = stage.context.now();
        let service = stage.context.directory.services()[0].clone();
        let record = stage.context.record.as_mut().unwrap();
        family::fill(record, &now, &service);
        stage.go(place);
        stage
    }

    /// With nothing kept.
    pub fn without_record(place: &Place) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut stage = Self {
            screen: S::default(),
            context: Context::new(
                Directory::bundled().unwrap(),
                withy::settings::Settings::default(),
                Clock::standing_at(&at(NOW)),
                Folders::at(folder.path()),
            ),
            width: Width::Wide,
            said: Vec::new(),
            opened: Vec::new(),
            focus: None,
            presses: 0,
            folder,
        };
        stage.go(place);
        stage
    }

    pub fn make_record(&mut self) {
        let path = self.folder.path().join("record.withy");
        self.context.record =
            Some(Record::create(&path, &Key::from_bytes([7; 32]), &self.context.now()).unwrap());
    }

    /// The power fails: the record is opened again, and the screen starts empty.
    pub fn restart(&mut self, place: &Place) {
        self.context.record = None;
        let path = self.folder.path().join("record.withy");
        self.context.record =
            Some(Record::open(&path, &Key::from_bytes([7; 32]), &self.context.now()).unwrap());
        self.screen = S::default();
        self.go(place);
    }

    /// Time passes.
    pub fn later(&mut self, span: jiff::Span) {
        let then = self.context.now().saturating_add(span);
        self.context.clock = Clock::standing_at(&then);
        self.screen.refresh(&self.context);
    }

    /// A day or more passes.
    pub fn days_later(&mut self, days: i32) {
        self.later(days.days());
    }

    pub fn record(&self) -> &Record {
        self.context.record.as_ref().unwrap()
    }

    pub fn go(&mut self, place: &Place) {
        if !self.screen.enter(&self.context, place) {
            self.opened.push(place.clone());
        }
    }

    fn look(&self) -> Look {
        look(ThemeName::Cream, self.width)
    }

    /// Draws a frame, asks what a screen reader would ask, draws the next, and answers.
    fn frame(&mut self, requests: &[(Id, Ask, Option<ActionData>)], keys: &[Event]) -> Snapshot {
        let bridge = Bridge::headless();
        let look = self.look();
        let size = match self.width {
            Width::Wide => Size::new(1068.0, 760.0),
            Width::Middle => Size::new(688.0, 560.0),
            Width::Narrow => Size::new(640.0, 400.0),
        };
        let view = access::root(&bridge, "Withy", 1.0, self.screen.view(&self.context, look));
        let settings = Settings {
            fonts: typography::FILES.map(Cow::Borrowed).to_vec(),
            ..Settings::default()
        };
        let mut ui = Simulator::with_size(settings, size, view);
        let redraw = || Event::Window(window::Event::RedrawRequested(Instant::now()));
        let _ = ui.simulate([redraw()]);
        for (id, action, data) in requests {
            let key = key_of(id);
            let snapshot = bridge.snapshot();
            assert!(
                snapshot.find(key).is_some(),
                "no control {id:?} in\n{}",
                snapshot.outline()
            );
            bridge.request(ActionRequest {
                action: *action,
                target_tree: TreeId::ROOT,
                target_node: key,
                data: data.clone(),
            });
            let _ = ui.simulate([redraw()]);
        }
        for key in keys {
            let _ = ui.simulate([key.clone()]);
            let _ = ui.simulate([redraw()]);
        }
        let snapshot = bridge.snapshot();
        let messages: Vec<S::Message> = ui.into_messages().collect();
        for message in messages {
            self.send(message);
        }
        snapshot
    }

    /// Sends one message to the screen, and does what it asks.
    pub fn send(&mut self, message: S::Message) {
        let action = self.screen.update(&mut self.context, message);
        self.act(action);
    }

    fn act(&mut self, action: Action<S::Message>) {
        match action {
            Action::Open(place) => self.go(&place),
            Action::Saved(said) => {
                self.said.push(said);
                self.screen.refresh(&self.context);
            }
            Action::Focus(id) => self.focus = Some(id),
            Action::Several(actions) => actions.into_iter().for_each(|action| self.act(action)),
            Action::None | Action::Back => {}
            other => panic!("an unexpected {other:?}"),
        }
    }

    /// What is on the screen.
    pub fn snapshot(&mut self) -> Snapshot {
        self.frame(&[], &[])
    }

    /// What is on the screen, as text.
    pub fn outline(&mut self) -> String {
        self.snapshot().outline()
    }

    /// Whether a control is there.
    pub fn has(&mut self, id: impl Into<Id>) -> bool {
        let key = key_of(&id.into());
        self.snapshot().find(key).is_some()
    }

    /// Presses a control.
    pub fn press(&mut self, id: impl Into<Id>) {
        self.presses += 1;
        let _ = self.frame(&[(id.into(), Ask::Click, None)], &[]);
    }

    /// Writes words into a field, in place of what was there.
    pub fn write(&mut self, id: impl Into<Id>, words: &str) {
        let data = ActionData::Value(words.into());
        let _ = self.frame(&[(id.into(), Ask::SetValue, Some(data))], &[]);
    }

    /// Presses Enter in a field.
    pub fn enter(&mut self, id: impl Into<Id>) {
        let key = iced::keyboard::key::Named::Enter;
        let events: Vec<Event> = iced_test::simulator::tap_key(key, None).collect();
        let _ = self.frame(&[(id.into(), Ask::Focus, None)], &events);
    }

    /// No finding of the linter at any width, and the screen as text.
    pub fn check_every_width(&mut self) {
        for width in [Width::Wide, Width::Middle, Width::Narrow] {
            self.width = width;
            let snapshot = self.snapshot();
            assert_eq!(
                snapshot.screen_findings(),
                [],
                "{width:?}\n{}",
                snapshot.outline()
            );
        }
        self.width = Width::Wide;
    }
}

pub fn look(theme: ThemeName, width: Width) -> Look {
    Look {
        palette: theme.palette(),
        family: Family::default(),
        roomy: false,
        width,
        large: false,
    }
}
