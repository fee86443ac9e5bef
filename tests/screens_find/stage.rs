//! What every test of a screen stands on: a context with a clock that stands still, a window that
//! can be pressed by id, and the tree that a screen reader would read.

use std::time::Instant;

use accesskit::{Action as Ask, ActionData, ActionRequest, TreeId};
use iced::{Event, Size, window};
use iced_test::Simulator;
use jiff::civil::date;
use tempfile::TempDir;
use withy::access::{self, Bridge, Snapshot, key_of};
use withy::directory::Directory;
use withy::directory::service::Id;
use withy::look::{Family, Look, ThemeName, Width, typography};
use withy::platform::clock::Clock;
use withy::platform::folders::Folders;
use withy::record::{Key, Record, sample};
use withy::screens::{Action, Context};
use withy::settings::Settings;
use withy::widgets::Element;

/// A context whose files live in a folder of their own.
pub struct Stage {
    pub context: Context,
    _folder: TempDir,
}

/// The morning after the directory was compiled.
fn clock() -> Clock {
    let morning = date(2026, 11, 24).at(9, 30, 0, 0);
    Clock::standing_at(&morning.in_tz("Europe/London").unwrap())
}

impl Stage {
    /// Nothing is kept yet.
    pub fn new() -> Self {
        Self::of(Directory::bundled().unwrap())
    }

    /// With this directory.
    pub fn of(directory: Directory) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::at(folder.path());
        let context = Context::new(directory, Settings::default(), clock(), folders);
        Self {
            context,
            _folder: folder,
        }
    }

    /// With an empty record.
    pub fn with_record() -> Self {
        let mut stage = Self::new();
        stage.make_record();
        stage
    }

    /// With the sample family's record.
    pub fn with_family() -> Self {
        let mut stage = Self::with_record();
        let now = stage.context.now();
        let directory = &stage.context.directory;
        let known = |slug: &str| directory.by_slug(slug).map(|service| service.id);
        let record = stage.context.record.as_mut().unwrap();
        sample::fill(record, &now, &known).unwrap();
        stage
    }

    /// What the application does when the person chooses where to keep things.
    pub fn make_record(&mut self) {
        let path = self.context.folders.data().join("test.db");
        let now = self.context.now();
        self.context.record = Some(Record::create(&path, &Key::from_bytes([7; 32]), &now).unwrap());
    }

    /// The id of a service.
    pub fn id(&self, slug: &str) -> Id {
        self.context.directory.by_slug(slug).unwrap().id
    }

    /// The name of a service.
    pub fn name(&self, id: Id) -> &str {
        &self.context.directory.service(id).unwrap().name
    }
}

/// A look with this much room.
pub fn look(width: Width) -> Look {
    in_theme(ThemeName::Cream, width)
}

/// A look in this theme with this much room.
pub fn in_theme(theme: ThemeName, width: Width) -> Look {
    Look {
        palette: theme.palette(),
        family: Family::default(),
        roomy: false,
        width,
        large: false,
    }
}

/// The room that the page has beside the rail, in logical pixels.
pub fn room(width: Width) -> Size {
    match width {
        Width::Narrow => Size::new(640.0, 360.0),
        Width::Middle => Size::new(688.0, 560.0),
        Width::Wide => Size::new(1_068.0, 760.0),
    }
}

/// What a frame says to a screen reader, and what it publishes after `ask`.
fn frame<M: 'static>(
    element: Element<'_, M>,
    size: Size,
    ask: Option<ActionRequest>,
) -> (Snapshot, Vec<M>) {
    let bridge = Bridge::headless();
    let settings = iced::Settings {
        fonts: typography::FILES
            .iter()
            .map(|file| (*file).into())
            .collect(),
        ..iced::Settings::default()
    };
    let root = access::root(&bridge, "Withy", 1.0, element);
    let mut window = Simulator::with_size(settings, size, root);
    let redraw = || Event::Window(window::Event::RedrawRequested(Instant::now()));
    let _ = window.simulate([redraw()]);
    if let Some(ask) = ask {
        bridge.request(ask);
        let _ = window.simulate([redraw()]);
    }
    let snapshot = bridge.snapshot();
    (snapshot, window.into_messages().collect())
}

/// What a screen reader reads.
pub fn read<M: 'static>(element: Element<'_, M>, width: Width) -> Snapshot {
    frame(element, room(width), None).0
}

/// Presses the control with this id, as a screen reader does. The one message it gives.
pub fn press<M: 'static>(element: Element<'_, M>, id: &str) -> M {
    asked(element, id, Ask::Click, None)
}

/// Puts words into the field with this id. The one message it gives.
pub fn write<M: 'static>(element: Element<'_, M>, id: &str, words: &str) -> M {
    let words = ActionData::Value(words.into());
    asked(element, id, Ask::SetValue, Some(words))
}

fn asked<M: 'static>(
    element: Element<'_, M>,
    id: &str,
    action: Ask,
    data: Option<ActionData>,
) -> M {
    let target_node = key_of(&iced::widget::Id::from(id.to_owned()));
    let ask = ActionRequest {
        action,
        target_tree: TreeId::ROOT,
        target_node,
        data,
    };
    let (snapshot, messages) = frame(element, room(Width::Middle), Some(ask));
    assert!(
        snapshot.find(target_node).is_some(),
        "there is no {id:?} in\n{}",
        snapshot.outline()
    );
    let [message] = <[M; 1]>::try_from(messages)
        .unwrap_or_else(|several| panic!("{id:?} gave {} messages", several.len()));
    message
}

/// Whether there is a control with this id.
pub fn has(snapshot: &Snapshot, id: &str) -> bool {
    let id = iced::widget::Id::from(id.to_owned());
    snapshot.find(key_of(&id)).is_some()
}

/// The tree as text, then everything that is read inside a control after its name.
pub fn words(snapshot: &Snapshot) -> String {
    let inside = snapshot.entries.iter().map(|entry| entry.content.as_str());
    let inside: Vec<&str> = inside.filter(|text| !text.is_empty()).collect();
    format!("{}\n{}", snapshot.outline(), inside.join("\n"))
}

/// Whether the action, or one of its parts, is `wanted`.
pub fn any<M>(action: &Action<M>, wanted: &dyn Fn(&Action<M>) -> bool) -> bool {
    match action {
        Action::Several(parts) => parts.iter().any(|part| any(part, wanted)),
        one => wanted(one),
    }
}

/// The sentence of what was saved, if anything was.
pub fn saved<M>(action: &Action<M>) -> Option<String> {
    match action {
        Action::Saved(said) => Some(said.clone()),
        Action::Several(parts) => parts.iter().find_map(saved),
        _ => None,
    }
}
