//! Going to a place and back.

use iced::Task;

use super::keys::Command;
use super::{App, Message};
use crate::access;
use crate::screens::shared::terms;
use crate::screens::{
    AppointmentsStart, FindStart, NotesStart, Place, QuestionsStart, appointments, find_help,
    records,
};
use crate::settings::TextSize;

/// How many places Back remembers.
const REMEMBERED: usize = 50;

/// What a place is called, in the rail, in the window's title and in Search.
pub(super) fn name(place: &Place) -> &'static str {
    match place {
        Place::Today => "Today",
        Place::FindHelp(_) | Place::Service(_) => "Find help",
        Place::Worried(_) | Place::Path(_) => "Worried?",
        Place::Notes(_) => "Notes",
        Place::Appointments(_) => "Appointments",
        Place::Questions(_) => "Questions",
        Place::Rights(_) => "Rights and time limits",
        Place::ImprovementPlan(_) => "Improvement plan",
        Place::Documents => "Documents",
        Place::WordsExplained(_) => "Words explained",
        Place::Budget => "Budget",
        Place::NhsServices(_) => "NHS services",
        Place::EasyRead(_) => "Easy Read",
        Place::MyFamily => "My family",
        Place::Files(_) => "Letters and files",
        Place::Bin => "Bin",
        Place::Settings => "Settings",
        Place::Help => "Help",
        Place::Accessibility => "Accessibility",
        Place::Emergency => "In an emergency",
        Place::Search => "Search everything",
        Place::KeepRecord => "Keep this private",
        Place::Lock => "Locked",
        Place::KeepSafe => "Passphrase and backups",
        Place::Restore(_) => "Use a backup",
        Place::Export => "Export your record",
        Place::Import => "Import an export",
        Place::Privacy => "Privacy",
        Place::LeftThisComputer => "What left this computer",
        Place::Records => "Records",
    }
}

impl App {
    pub(super) fn go(&mut self, place: Place) -> Task<Message> {
        if self.context.away {
            return Task::none();
        }
        let unsaid = self.keep_before_leaving();
        let place = self.admitted(place);
        if self.leave_form_for(&place) {
            self.turn_to(place);
        } else if self.place != place {
            self.history.push(std::mem::replace(&mut self.place, place));
            if self.history.len() > REMEMBERED {
                let _ = self.history.remove(0);
            }
        }
        self.enter_place();
        self.arrive(unsaid)
    }

    pub(super) fn back(&mut self) -> Task<Message> {
        if self.context.away {
            return Task::none();
        }
        if std::mem::take(&mut self.menu_open) {
            return access::focus("page-title");
        }
        let unsaid = self.keep_before_leaving();
        let last = self.history.pop().unwrap_or(Place::Today);
        let last = self.admitted(last);
        let left = std::mem::replace(&mut self.place, last);
        // Coming back shows what is there now: not the same search made anew, not a second new form.
        // A form that still has words shows itself.
        self.place = match &self.place {
            Place::FindHelp(_) => Place::FindHelp(FindStart::Search),
            Place::Notes(NotesStart::New { .. } | NotesStart::About { .. }) => {
                Place::Notes(NotesStart::List)
            }
            Place::Appointments(AppointmentsStart::New { .. }) => {
                Place::Appointments(AppointmentsStart::Agenda)
            }
            other => other.clone(),
        };
        let back_to = std::mem::replace(&mut self.place, left);
        let _ = self.leave_form_for(&back_to);
        self.place = back_to;
        match self.place {
            // What was looked for is there still.
            Place::Search => self.refresh(),
            _ => self.enter_place(),
        }
        self.arrive(unsaid)
    }

    /// From a form to its own list is leaving the form, even with words in it: they are kept, and
    /// the list says so. From anywhere else the list gives way to the words.
    fn leave_form_for(&mut self, place: &Place) -> bool {
        match (&self.place, place) {
            (Place::Notes(_), Place::Notes(NotesStart::List)) => self.screens.notes.leave_form(),
            (Place::Appointments(_), Place::Appointments(AppointmentsStart::Agenda)) => {
                self.screens.appointments.leave_form();
            }
            _ => return false,
        }
        true
    }

    /// The page of the same screen that is shown now. Back does not lead to it again.
    fn turn_to(&mut self, place: Place) {
        self.place = place;
        if self.history.last() == Some(&self.place) {
            let _ = self.history.pop();
        }
    }

    /// A screen may have turned a page by itself, as when a note is saved and the list follows.
    pub(super) fn follow_the_screen(&mut self) {
        let shown = match &self.place {
            Place::Notes(_) => self.screens.notes.shows().map(Place::Notes),
            Place::Appointments(_) => self.screens.appointments.shows().map(Place::Appointments),
            _ => None,
        };
        if let Some(shown) = shown.filter(|shown| *shown != self.place) {
            self.turn_to(shown);
        }
    }

    /// Keeps what is half typed; gives the sentence that says why it could not be, to be said on
    /// arrival, because each place starts with an empty status line.
    fn keep_before_leaving(&mut self) -> Option<String> {
        (!self.keep_drafts()).then(|| self.status.clone())
    }

    pub(super) fn arrive(&mut self, unsaid: Option<String>) -> Task<Message> {
        self.menu_open = false;
        self.stop_reading();
        self.status = unsaid.unwrap_or_default();
        self.status_undoes = false;
        self.announcement.clear();
        self.context.not_added.clear();
        // A service beside its list has a title and a scroll area of its own.
        let scroll = ["page", "detail"].map(|area| {
            let start = iced::widget::scrollable::RelativeOffset::START;
            iced::widget::operation::snap_to(area, start)
        });
        // One after the other: whichever comes last keeps the focus.
        let arrived = Task::batch(scroll).chain(access::focus(self.first_focus()));
        if matches!(self.place, Place::Service(_)) {
            arrived.chain(access::focus("detail-title"))
        } else {
            arrived
        }
    }

    /// To the title of what is open: the service, where it stands beside its list.
    pub(super) fn skip_to_content(&self) -> Task<Message> {
        let page = access::focus("page-title");
        if matches!(self.place, Place::Service(_)) && !self.menu_open {
            page.chain(access::focus("detail-title"))
        } else {
            page
        }
    }

    /// The control that takes the focus on arrival: what the person came to do, or the title.
    pub(super) fn first_focus(&self) -> &'static str {
        match &self.place {
            Place::FindHelp(_) => find_help::SEARCH_BOX,
            Place::Search => "search/words",
            Place::Lock => self.screens.lock.field(),
            Place::Notes(NotesStart::New { .. } | NotesStart::About { .. }) => "notes/text",
            Place::Appointments(AppointmentsStart::New { .. }) => "appointments/with",
            Place::Questions(QuestionsStart::New { .. }) => "questions/new",
            _ => "page-title",
        }
    }

    pub(super) fn enter_place(&mut self) {
        self.context.meaning = None;
        let context = &self.context;
        match self.place.clone() {
            Place::Today => self.screens.today.enter(context),
            Place::FindHelp(start) => self.screens.find_help.enter(context, start),
            Place::Service(id) => {
                self.beside = self.screens.find_help.lists(id);
                self.screens.service.enter(context, id);
            }
            Place::Worried(page) => self.screens.worried.enter(context, page.as_deref()),
            Place::Path(id) => self.screens.worried.enter_path(context, id),
            Place::Notes(start) => self.screens.notes.enter(context, start),
            Place::Appointments(start) => self.screens.appointments.enter(context, start),
            Place::Questions(start) => self.screens.questions.enter(context, start),
            Place::Rights(card) => self.screens.rights.enter(context, card.as_deref()),
            Place::Budget => self.screens.budget.enter(context),
            Place::NhsServices(page) => self.screens.nhs_services.enter(context, page.as_deref()),
            Place::EasyRead(page) => self.screens.easy_read.enter(context, page.as_deref()),
            Place::ImprovementPlan(promise) => self
                .screens
                .improvement_plan
                .enter(context, promise.as_deref()),
            Place::Documents => self.screens.documents.enter(context),
            Place::WordsExplained(term) => {
                self.screens.words_explained.enter(context, term.as_deref())
            }
            Place::MyFamily => self.screens.my_family.enter(context),
            Place::Files(start) => self.screens.files.enter(context, start),
            Place::Bin => self.screens.bin.enter(context),
            Place::Settings => self.screens.settings.enter(context),
            Place::Help => self.screens.help.enter(context),
            Place::Accessibility => self.screens.accessibility.enter(context),
            Place::Emergency => self.screens.emergency.enter(context),
            Place::Search => self.screens.search.enter(context),
            Place::KeepRecord => self.screens.keep_record.enter(context),
            Place::Lock => self.screens.lock.enter(context),
            Place::KeepSafe => self.screens.keep_safe.enter(context),
            Place::Restore(path) => self.screens.restore.enter(context, path),
            Place::Export => self.screens.export.enter(context),
            Place::Import => self.screens.import.enter(context),
            Place::Privacy => self.screens.privacy.enter(context),
            Place::LeftThisComputer => self.screens.left_this_computer.enter(context),
            Place::Records => self.screens.records.enter(context),
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
            Place::Worried(_) | Place::Path(_) => self.screens.worried.refresh(context),
            Place::Notes(_) => self.screens.notes.refresh(context),
            Place::Appointments(_) => self.screens.appointments.refresh(context),
            Place::Questions(_) => self.screens.questions.refresh(context),
            Place::Budget => self.screens.budget.refresh(context),
            Place::NhsServices(_) => self.screens.nhs_services.refresh(context),
            Place::MyFamily => self.screens.my_family.refresh(context),
            Place::Files(_) => self.screens.files.refresh(context),
            Place::Bin => self.screens.bin.refresh(context),
            Place::Settings => self.screens.settings.refresh(context),
            Place::Search => self.screens.search.refresh(context),
            Place::Rights(_) => self.screens.rights.refresh(context),
            Place::KeepSafe => self.screens.keep_safe.refresh(context),
            Place::LeftThisComputer => self.screens.left_this_computer.refresh(context),
            Place::Records => self.screens.records.refresh(context),
            Place::ImprovementPlan(_) => self.screens.improvement_plan.refresh(context),
            Place::WordsExplained(_) => self.screens.words_explained.refresh(context),
            Place::Documents => self.screens.documents.refresh(context),
            Place::EasyRead(_)
            | Place::Help
            | Place::Accessibility
            | Place::Emergency
            | Place::KeepRecord
            | Place::Lock
            | Place::Export
            | Place::Import
            | Place::Restore(_)
            | Place::Privacy => {}
        }
    }

    pub(super) fn pressed(&mut self, command: Command) -> Task<Message> {
        if self.hidden.is_some() {
            return self.pressed_hidden(command);
        }
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
            Command::Undo | Command::Redo if self.context.away => Task::none(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Larger => self.resize_text(self.context.settings.text_size.stepped(true)),
            Command::Smaller => self.resize_text(self.context.settings.text_size.stepped(false)),
            Command::NormalSize => self.resize_text(TextSize::Normal),
            Command::ReadableCopy => self.ask_for_copy(),
            Command::Lock => self.lock("Withy is locked."),
            Command::Hide => self.hide(),
            Command::Help => self.go(Place::Help),
            Command::Emergency => self.go(Place::Emergency),
            Command::Back if !self.menu_open && self.context.meaning.is_some() => {
                self.close_meaning()
            }
            Command::Back if !self.menu_open && self.is_changing_an_appointment() => {
                self.update(Message::Appointments(appointments::Message::Back))
            }
            Command::Back
                if !self.menu_open
                    && self.place == Place::Records
                    && self.screens.records.is_within() =>
            {
                self.update(Message::Records(records::Message::Back))
            }
            Command::Back => self.back(),
        }
    }

    /// Closes what a word means; the focus is on the word, from wherever it was in the meaning.
    fn close_meaning(&mut self) -> Task<Message> {
        let open = self.context.meaning.take();
        open.map_or_else(Task::none, |term| access::focus(terms::id(term)))
    }

    fn is_changing_an_appointment(&self) -> bool {
        matches!(self.place, Place::Appointments(_)) && self.screens.appointments.is_changing()
    }

    fn resize_text(&mut self, size: TextSize) -> Task<Message> {
        self.context.settings.text_size = size;
        self.say(format!("Text size {} %.", size.per_cent()), false);
        self.keep_settings();
        Task::none()
    }
}
