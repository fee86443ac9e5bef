//! The window: which screen is open, and how one screen hands over to another.

mod act;
pub mod aloud;
mod clocks;
pub mod copies;
mod copying;
mod every_screen;
pub mod families;
pub mod filing;
pub mod idle;
mod keeping;
pub mod keys;
pub mod locking;
mod navigation;
pub mod open_formats;
mod rail;
mod rescuing;
pub mod slow;
mod timings;
mod view;

use std::path::PathBuf;

use iced::{Size, Subscription, Task, keyboard, window};

use crate::access::Bridge;
use crate::access::platform::SHOWN_BEFORE_ATTACHED;
use crate::directory::Directory;
use crate::look::typography::FILES;
use crate::look::{Family, ThemeName, Width};
use crate::platform::clock::Clock;
use crate::platform::dialogs::Dialogs;
use crate::platform::folders::Folders;
use crate::platform::one_window::OneWindow;
use crate::platform::opening::Opener;
use crate::platform::voice::Speaker;
use crate::record::Cost;
use crate::screens::{
    Context, Place, accessibility, appointments, bin, budget, documents, easy_read, emergency,
    export, files, find_help, help, import, improvement_plan, keep_record, keep_safe,
    left_this_computer, lock, my_family, nhs_services, notes, privacy, questions, records, rescue,
    restore, rights, search, service, settings, today, words_explained, worried,
};
use crate::settings::Settings;
use every_screen::Screens;
use keys::Command;

/// What the window starts from. It can start more than once from the same, so it holds paths and
/// no open files.
#[derive(Debug, Clone)]
pub struct Start {
    /// Where files are kept.
    pub folders: Folders,
    /// A directory file to read instead of the one that comes with Withy.
    pub directory: Option<PathBuf>,
    /// The time.
    pub clock: Clock,
    /// How slow a passphrase is to try when one is set; `None` measures this computer. Tests give a
    /// cost that takes no time.
    pub cost: Option<Cost>,
    /// What opens links.
    pub opener: Opener,
    /// What asks for files and folders.
    pub dialogs: Dialogs,
    /// What reads pages aloud.
    pub voice: Speaker,
    /// The screen reader's side.
    pub bridge: Bridge,
    /// Measure the start, visit every screen, print the figures and end.
    pub timings: bool,
}

/// What happened in the window.
#[derive(Debug, Clone)]
pub enum Message {
    /// Open a place.
    Go(Place),
    /// A shortcut was pressed.
    Pressed(Command),
    /// In Today.
    Today(today::Message),
    /// In Find help.
    FindHelp(find_help::Message),
    /// In a service.
    Service(service::Message),
    /// In Worried?.
    Worried(worried::Message),
    /// In Notes.
    Notes(notes::Message),
    /// In Appointments.
    Appointments(appointments::Message),
    /// In Questions.
    Questions(questions::Message),
    /// In Rights and time limits.
    Rights(rights::Message),
    /// In the improvement plan.
    ImprovementPlan(improvement_plan::Message),
    /// In Documents.
    Documents(documents::Message),
    /// In Words explained.
    WordsExplained(words_explained::Message),
    /// In Easy Read.
    EasyRead(easy_read::Message),
    /// In Budget.
    Budget(budget::Message),
    /// In What NHS Somerset provides.
    NhsServices(nhs_services::Message),
    /// In My family.
    MyFamily(my_family::Message),
    /// In Letters and files.
    Files(files::Message),
    /// Slow work on files has ended.
    Filed(filing::Done),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// In the bin.
    Bin(bin::Message),
    /// In Settings.
    Settings(settings::Message),
    /// In Help.
    Help(help::Message),
    /// In Accessibility.
    Accessibility(accessibility::Message),
    /// In the safety numbers.
    Emergency(emergency::Message),
    /// In Search everything.
    Search(search::Message),
    /// In "Keep this private".
    KeepRecord(keep_record::Message),
    /// On the page of a locked record.
    Lock(lock::Message),
    /// Slow work on the whole record has ended.
    Done(locking::Done),
    /// Slow work on copies of it has ended.
    Copied(copies::Done),
    /// Another record was opened or wiped.
    Families(families::Done),
    /// In Records.
    Records(records::Message),
    /// In Passphrase and backups.
    KeepSafe(keep_safe::Message),
    /// Where a backup is looked at.
    Restore(restore::Message),
    /// Where the record is exported.
    Export(export::Message),
    /// Where an export is brought in.
    Import(import::Message),
    /// Work on an export has ended.
    OpenFormats(open_formats::Done),
    /// In Privacy.
    Privacy(privacy::Message),
    /// In What left this computer.
    LeftThisComputer(left_this_computer::Message),
    /// Some seconds passed: is anybody there?
    Tick,
    /// On the page that is shown when the record could not be opened.
    Rescue(rescue::Message),
    /// The menu of a narrow window was opened or closed.
    Menu(bool),
    /// Past the places to the page.
    SkipToContent,
    /// A second passed while somebody was writing.
    Second,
    /// Some time passed in which the count of services may have stood still.
    StoodStill,
    /// The window has a new size.
    Resized(Size),
    /// The computer went dark or light.
    ComputerTheme(iced::theme::Mode),
    /// The window is there.
    Opened(window::Id),
    /// A screen reader asked for something; the drawing that follows answers it.
    Woken,
    /// A frame is about to be drawn, while timings are taken.
    Frame,
    /// In the bar that reads a page aloud.
    Aloud(aloud::Message),
    /// The page was read, to write a copy of it.
    Read(std::sync::Arc<crate::access::Snapshot>),
    /// The person closes the window.
    Close(window::Id),
    /// The window has lost the person's attention, or will: keep what is half typed.
    KeepDrafts,
}

/// Whether the count of services found has been said. It is said only once it has stood still, so
/// that a screen reader does not talk over typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Changed,
    Still,
    Said,
}

/// The application.
pub struct App {
    context: Context,
    bridge: Bridge,
    _one_window: Option<OneWindow>,
    place: Place,
    history: Vec<Place>,
    menu_open: bool,
    /// The open service stands beside the list it was found in.
    beside: bool,
    fresh: bool,
    status: String,
    status_undoes: bool,
    announcement: String,
    found: Found,
    aloud: aloud::Aloud,
    waiting: Option<Message>,
    computer_is_dark: bool,
    timings: Option<timings::Timings>,
    screens: Screens,
    /// The screens of the real family while the sample family is looked at.
    aside: Option<Screens>,
    /// Where the person was when the record was locked.
    behind_lock: Option<Place>,
    /// Unlocked by the words of the sheet, and not shown before there is a new passphrase.
    opened_by_words: Option<locking::Opened>,
    idle: idle::Idle,
    adding: Option<filing::Adding>,
    /// The person was told that closing loses words.
    closing: bool,
}

/// The picture of the window in the system's own bars: 64 by 64 pixels of red, green, blue and
/// opacity, the same as `withy-64.png` beside it.
const ICON: &[u8] = include_bytes!("../assets/icons/withy-64.rgba");

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system gives no window.
pub fn run(start: Start) -> iced::Result {
    let (width, height) = Settings::read(&start.folders.settings()).window_size();
    let window = window::Settings {
        size: Size::new(width, height),
        min_size: Some(Size::new(900.0, 600.0)),
        exit_on_close_request: false,
        // Without its picture the window is still the window.
        icon: window::icon::from_rgba(ICON.to_vec(), 64, 64).ok(),
        visible: SHOWN_BEFORE_ATTACHED,
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: "withy".to_owned(),
            ..Default::default()
        },
        ..window::Settings::default()
    };
    let mut application = iced::application(move || App::start(&start), App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .style(App::style)
        .scale_factor(App::scale_factor)
        .subscription(App::subscription)
        .settings(iced::Settings {
            id: Some("withy".to_owned()),
            default_font: iced::Font::with_name(Family::default().name()),
            ..iced::Settings::default()
        })
        .window(window);
    for file in FILES {
        application = application.font(file);
    }
    application.run()
}

impl App {
    /// Opens what can be opened. It cannot fail: what will not open is said on the screen.
    pub fn start(start: &Start) -> (Self, Task<Message>) {
        let (directory, directory_problem) = read_directory(start.directory.as_deref());
        start.bridge.announce_shortcuts(keys::on_controls());
        let mut context = Context::new(
            directory,
            Settings::read(&start.folders.settings()),
            start.clock.clone(),
            start.folders.clone(),
        );
        context.directory_problem = directory_problem;
        let one_window = rescuing::take_window(&mut context);
        context.opener = start.opener.clone();
        context.dialogs = start.dialogs.clone();
        context.voice = start.voice.clone();
        context.cost = start.cost;
        let timings = start
            .timings
            .then(|| timings::Timings::start(&context.directory));
        let mut app = Self {
            context,
            bridge: start.bridge.clone(),
            _one_window: one_window,
            place: Place::Today,
            history: vec![],
            menu_open: false,
            beside: false,
            fresh: false,
            status: String::new(),
            status_undoes: false,
            announcement: String::new(),
            found: Found::Said,
            aloud: aloud::Aloud::default(),
            waiting: None,
            computer_is_dark: false,
            timings,
            screens: Screens::new(),
            aside: None,
            behind_lock: None,
            opened_by_words: None,
            idle: idle::Idle::default(),
            adding: None,
            closing: false,
        };
        app.delete_copies();
        app.open_record();
        app.place = app.admitted(Place::Today);
        app.enter_place();
        let computer = iced::system::theme().map(Message::ComputerTheme);
        // The first Tab goes to what the page is for, as after every other arrival.
        let focus = crate::access::focus(app.first_focus());
        (app, Task::batch([computer, focus]))
    }

    /// The title of the window: the place, then the name.
    pub fn title(&self) -> String {
        let sample = if self.context.sample {
            " (sample family)"
        } else {
            ""
        };
        let place = navigation::name(&self.place);
        match self.context.open_family() {
            Some(family) => format!("{place} – {family} – Withy"),
            None => format!("{place} – Withy{sample}"),
        }
    }

    /// The colours.
    pub fn theme(&self) -> iced::Theme {
        self.theme_name().iced()
    }

    /// The ground under everything. The software renderer draws again only what changed, and takes
    /// the edges of letters to lie inside their boxes: when a page changes, specks of the last one
    /// would stay. Another ground makes it draw everything, even one that no eye can tell apart.
    pub fn style(&self, theme: &iced::Theme) -> iced::theme::Style {
        let mut style = iced::theme::Base::base(theme);
        if self.fresh {
            let blue = &mut style.background_color.b;
            *blue = (*blue - 0.0005).abs();
        }
        style
    }

    /// How large everything is drawn.
    pub fn scale_factor(&self) -> f32 {
        self.context.settings.text_size.factor()
    }

    /// Where the person is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What the screens share.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The sentence in the status line.
    pub fn status(&self) -> &str {
        &self.status
    }

    /// What the screen reader's side sees.
    pub fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// What the application listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        let mut all = vec![
            keyboard::listen()
                .filter_map(|event| keys::command(&event))
                .map(Message::Pressed),
            window::resize_events().map(|(_, size)| Message::Resized(size)),
            window::open_events().map(Message::Opened),
            window::close_requests().map(Message::Close),
            iced::system::theme_changes().map(Message::ComputerTheme),
            iced::event::listen_with(|event, _, _| match event {
                iced::Event::Window(window::Event::Unfocused) => Some(Message::KeepDrafts),
                iced::Event::Window(window::Event::FileDropped(path)) => {
                    Some(Message::Dropped(path))
                }
                event => {
                    idle::notice(&event);
                    None
                }
            }),
            self.bridge.subscription().map(|()| Message::Woken),
        ];
        if self.context.settings.single_letters {
            let letters = keyboard::listen().filter_map(|event| keys::letter(&event));
            all.push(letters.map(Message::Pressed));
        }
        all.extend(self.clocks());
        Subscription::batch(all)
    }

    fn theme_name(&self) -> ThemeName {
        self.context.settings.theme_when(self.computer_is_dark)
    }

    fn width_of(size: Size) -> Width {
        // The rail needs about 500 pixels of height for its places.
        if size.height < 500.0 {
            Width::Narrow
        } else {
            Width::of(size.width)
        }
    }
}

fn read_directory(chosen: Option<&std::path::Path>) -> (Directory, Option<String>) {
    let read = match chosen {
        None => Directory::bundled(),
        Some(path) => Directory::from_file(path),
    };
    match read {
        Ok(directory) => (directory, None),
        Err(problem) => (Directory::empty(), Some(problem.to_string())),
    }
}
