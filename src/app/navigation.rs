//! Going to a place and back.

use iced::Task;

use super::keys::Command;
use super::{App, Message};
use crate::access;
use crate::screens::{AppointmentsStart, FindStart, NotesStart, Place, QuestionsStart, find_help};
use crate::settings::TextSize;

/// How many places Back remembers.
const REMEMBERED: usize = 50;

/// What a place is called, in the rail, in the window's title and in Search.
pub(super) fn name(place: &Place) -> &'static str {
    match place {
        Place::Today => "Today",
        Place::FindHelp(_) | Place::Service(_) => "Find help",
        Place::Worried => "Worried?",
        Place::Notes(_) => "Notes",
        Place::Appointments(_) => "Appointments",
        Place::Questions(_) => "Questions",
        Place::Budget => "Budget",
        Place::NhsServices => "NHS services",
        Place::MyFamily => "My family",
        Place::Bin => "Bin",
        Place::Settings => "Settings",
        Place::Help => "Help",
        Place::Emergency => "In an emergency",
        Place::Search => "Search everything",
        Place::KeepRecord => "Keep a record",
    }
}

impl App {
    pub(super) fn go(&mut self, place: Place) -> Task<Message> {
        let kept = self.keep_drafts();
        if self.place != place {
            self.history.push(std::mem::replace(&mut self.place, place));
            if self.history.len() > REMEMBERED {
                let _ = self.history.remove(0);
            }
        }
        Task::batch([kept, self.arrive()])
    }

    pub(super) fn back(&mut self) -> Task<Message> {
        if std::mem::take(&mut self.menu_open) {
            return access::focus("page-title");
        }
        let kept = self.keep_drafts();
        self.place = self.history.pop().unwrap_or(Place::Today);
        // Coming back shows what is there now: not the same search made anew, not a second new form.
        // A form that still has words shows itself.
        self.place = match &self.place {
            Place::FindHelp(_) => Place::FindHelp(FindStart::AsLeft),
            Place::Notes(NotesStart::New { .. }) => Place::Notes(NotesStart::List),
            Place::Appointments(AppointmentsStart::New { .. }) => {
                Place::Appointments(AppointmentsStart::Agenda)
            }
            other => other.clone(),
        };
        Task::batch([kept, self.arrive()])
    }

    fn arrive(&mut self) -> Task<Message> {
        self.menu_open = false;
        self.status.clear();
        self.status_undoes = false;
        self.announcement.clear();
        self.enter_place();
        // A service beside its list has a title and a scroll area of its own.
        let scroll = ["page", "detail"].map(|area| {
            let start = iced::widget::scrollable::RelativeOffset::START;
            iced::widget::operation::snap_to(area, start)
        });
        let mut focus = vec![access::focus(self.first_focus())];
        if matches!(self.place, Place::Service(_)) {
            focus.push(access::focus("detail-title"));
        }
        Task::batch(scroll.into_iter().chain(focus))
    }

    /// The control that takes the focus on arrival: what the person came to do, or the title.
    fn first_focus(&self) -> &'static str {
        match &self.place {
            Place::FindHelp(_) => find_help::SEARCH_BOX,
            Place::Search => "search/words",
            Place::Notes(NotesStart::New { .. }) => "notes/text",
            Place::Appointments(AppointmentsStart::New { .. }) => "appointments/with",
            Place::Questions(QuestionsStart::New { .. }) => "questions/new",
            _ => "page-title",
        }
    }

    pub(super) fn enter_place(&mut self) {
        let context = &self.context;
        match self.place.clone() {
            Place::Today => self.screens.today.enter(context),
            Place::FindHelp(start) => self.screens.find_help.enter(context, start),
            Place::Service(id) => self.screens.service.enter(context, id),
            Place::Worried => self.screens.worried.enter(context),
            Place::Notes(start) => self.screens.notes.enter(context, start),
            Place::Appointments(start) => self.screens.appointments.enter(context, start),
            Place::Questions(start) => self.screens.questions.enter(context, start),
            Place::Budget => self.screens.budget.enter(context),
            Place::NhsServices => self.screens.nhs_services.enter(context),
            Place::MyFamily => self.screens.my_family.enter(context),
            Place::Bin => self.screens.bin.enter(context),
            Place::Settings => self.screens.settings.enter(context),
            Place::Help => self.screens.help.enter(context),
            Place::Emergency => self.screens.emergency.enter(context),
            Place::Search => self.screens.search.enter(context),
            Place::KeepRecord => self.screens.keep_record.enter(context),
        }
    }

    /// Reads again what the open screen shows, after something changed.
    pub(super) fn refresh(&mut self) {
        let context = &self.context;
        match self.place {
            Place::Today => self.screens.today.refresh(context),
            Place::FindHelp(_) => self.screens.find_help.refresh(context),
            Place::Service(_) => {
                self.screens.find_help.refresh(context);
                self.screens.service.refresh(context);
            }
            Place::Worried => self.screens.worried.refresh(context),
            Place::Notes(_) => self.screens.notes.refresh(context),
            Place::Appointments(_) => self.screens.appointments.refresh(context),
            Place::Questions(_) => self.screens.questions.refresh(context),
            Place::Budget => self.screens.budget.refresh(context),
            Place::NhsServices => self.screens.nhs_services.refresh(context),
            Place::MyFamily => self.screens.my_family.refresh(context),
            Place::Bin => self.screens.bin.refresh(context),
            Place::Settings => self.screens.settings.refresh(context),
            Place::Search => self.screens.search.refresh(context),
            Place::Help | Place::Emergency | Place::KeepRecord => {}
        }
    }

    pub(super) fn pressed(&mut self, command: Command) -> Task<Message> {
        match command {
            Command::Search => self.go(Place::Search),
            Command::FindHelp => self.go(Place::FindHelp(FindStart::Search)),
            Command::WriteNote => self.go(Place::Notes(NotesStart::New {
                child: None,
                service: None,
            })),
            Command::AddAppointment => self.go(Place::Appointments(AppointmentsStart::New {
                service: None,
                on: None,
            })),
            Command::AskQuestion => self.go(Place::Questions(QuestionsStart::New {
                service: None,
                appointment: None,
            })),
            Command::Today => self.go(Place::Today),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Larger => self.resize_text(self.context.settings.text_size.stepped(true)),
            Command::Smaller => self.resize_text(self.context.settings.text_size.stepped(false)),
            Command::NormalSize => self.resize_text(TextSize::Normal),
            Command::Help => self.go(Place::Help),
            Command::Emergency => self.go(Place::Emergency),
            Command::Back => self.back(),
        }
    }

    fn resize_text(&mut self, size: TextSize) -> Task<Message> {
        self.context.settings.text_size = size;
        self.say(format!("Text size {} %.", size.per_cent()), false);
        self.keep_settings();
        Task::none()
    }
}
