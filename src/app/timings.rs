//! `withy --timings`: how long the start took, and how much memory the window holds once every
//! screen has been open.

use iced::Task;

use super::{App, Message};
use crate::directory::Directory;
use crate::platform::clock::Stopwatch;
use crate::screens::{AppointmentsStart, FilesStart, FindStart, NotesStart, Place, QuestionsStart};

/// What has been measured so far.
pub(super) struct Timings {
    frames: u32,
    first_frame: Option<std::time::Duration>,
    to_visit: Vec<Place>,
}

impl Timings {
    pub(super) fn start(directory: &Directory) -> Self {
        let service = directory.services().first();
        let service = service.map(|service| Place::Service(service.id));
        let mut timings = Self {
            frames: 0,
            first_frame: None,
            to_visit: vec![
                Place::Emergency,
                Place::Help,
                Place::Accessibility,
                Place::Settings,
                Place::Bin,
                Place::MyFamily,
                Place::Files(FilesStart::List),
                Place::Questions(QuestionsStart::Budget),
                Place::Questions(QuestionsStart::List),
                Place::Appointments(AppointmentsStart::Agenda),
                Place::Notes(NotesStart::List),
                Place::Search,
                Place::FindHelp(FindStart::Text("speech".to_owned())),
                Place::WordsExplained(None),
                Place::Documents,
                Place::ImprovementPlan(None),
                Place::Rights(None),
                Place::EasyRead(None),
                Place::NhsServices(None),
                Place::Budget,
                Place::Worried(None),
                Place::FindHelp(FindStart::Search),
            ],
        };
        timings.to_visit.extend(service);
        timings
    }
}

impl App {
    /// Called as each frame begins. The second frame begins when the first is on the screen.
    pub(super) fn measure(&mut self) -> Task<Message> {
        let Some(timings) = &mut self.timings else {
            return Task::none();
        };
        timings.frames += 1;
        if timings.frames == 2 {
            timings.first_frame = Stopwatch::since_start();
        }
        if timings.frames < 2 {
            return Task::none();
        }
        if let Some(next) = timings.to_visit.pop() {
            return self.go(next);
        }
        let first = timings.first_frame.unwrap_or_default();
        let memory = memory_stats::memory_stats().map_or_else(
            || "not known".to_owned(),
            |memory| format!("{} MB", memory.physical_mem / 1_000_000),
        );
        crate::command::say(&format!(
            "From start to first frame: {} ms\nMemory with every screen opened once: {memory}\nServices: {}",
            first.as_millis(),
            self.context.directory.services().len(),
        ));
        iced::exit()
    }
}
