//! Every hand-over between screens, in one match.

use iced::Task;

use super::{App, Found, Message};
use crate::access;
use crate::record::left::{Amount, To, What};
use crate::screens::{Action, Place, keep_record, lock};

/// Whether the message may put other things on the screen, and not only pass the time.
fn turns_the_page(message: &Message) -> bool {
    !matches!(
        message,
        Message::Second
            | Message::StoodStill
            | Message::Resized(_)
            | Message::Woken
            | Message::Frame
            | Message::KeepDrafts
            | Message::Lock(lock::Message::Grow)
            | Message::KeepRecord(keep_record::Message::Grow)
            | Message::Aloud(super::aloud::Message::Listen)
            | Message::Tick
    )
}

/// iced draws after a message and not after an operation: focus that moved would be seen and said
/// only when something else happens.
fn then_draw(task: Task<Message>) -> Task<Message> {
    if task.units() == 0 {
        return task;
    }
    task.chain(Task::done(Message::Woken))
}

impl App {
    /// Takes one message to its screen, and does what the screen then asks of the application.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        if turns_the_page(&message) {
            self.fresh = !self.fresh;
            self.idle.touch();
        }
        let again = message.clone();
        let task = self.dispatch(message);
        if self.context.take_found_damage() && self.has_own_record_open() {
            return then_draw(task.chain(self.stop_for_damage()));
        }
        let asked = self.context.take_asked_to_keep();
        if asked && !matches!(self.place, Place::KeepRecord | Place::Lock) {
            self.waiting = Some(again);
            if self.context.locked {
                self.behind_lock = Some(self.place.clone());
                return then_draw(self.go(Place::Lock));
            }
            if self.context.is_closed() {
                return then_draw(self.go(Place::Records));
            }
            return then_draw(self.go(Place::KeepRecord));
        }
        then_draw(task)
    }

    fn dispatch(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Go(place) => self.go(place),
            Message::Pressed(command) => self.pressed(command),
            Message::Today(message) => {
                let action = self.screens.today.update(&mut self.context, message);
                self.act(action, Message::Today)
            }
            Message::FindHelp(message) => {
                let before = self.screens.find_help.found_in_words();
                let action = self.screens.find_help.update(&mut self.context, message);
                let done = self.act(action, Message::FindHelp);
                if before != self.screens.find_help.found_in_words() {
                    self.found = Found::Changed;
                }
                done
            }
            Message::StoodStill => {
                self.found = match self.found {
                    Found::Changed => Found::Still,
                    Found::Still | Found::Said => {
                        self.announcement = self.screens.find_help.found_in_words();
                        Found::Said
                    }
                };
                Task::none()
            }
            Message::Service(message) => {
                let action = self.screens.service.update(&mut self.context, message);
                self.act(action, Message::Service)
            }
            Message::Worried(message) => {
                let action = self.screens.worried.update(&mut self.context, message);
                self.act(action, Message::Worried)
            }
            Message::Notes(message) => {
                let action = self.screens.notes.update(&mut self.context, message);
                self.follow_the_screen();
                self.act(action, Message::Notes)
            }
            Message::Appointments(message) => {
                let action = self.screens.appointments.update(&mut self.context, message);
                self.follow_the_screen();
                self.act(action, Message::Appointments)
            }
            Message::Questions(message) => {
                let action = self.screens.questions.update(&mut self.context, message);
                self.act(action, Message::Questions)
            }
            Message::Rights(message) => {
                let action = self.screens.rights.update(&mut self.context, message);
                self.act(action, Message::Rights)
            }
            Message::ImprovementPlan(message) => {
                let action = self
                    .screens
                    .improvement_plan
                    .update(&mut self.context, message);
                self.act(action, Message::ImprovementPlan)
            }
            Message::Documents(message) => {
                let action = self.screens.documents.update(&mut self.context, message);
                self.act(action, Message::Documents)
            }
            Message::WordsExplained(message) => {
                let action = self
                    .screens
                    .words_explained
                    .update(&mut self.context, message);
                self.act(action, Message::WordsExplained)
            }
            Message::EasyRead(message) => {
                let action = self.screens.easy_read.update(&mut self.context, message);
                self.act(action, Message::EasyRead)
            }
            Message::Budget(message) => {
                let action = self.screens.budget.update(&mut self.context, message);
                self.act(action, Message::Budget)
            }
            Message::NhsServices(message) => {
                let action = self.screens.nhs_services.update(&mut self.context, message);
                self.act(action, Message::NhsServices)
            }
            Message::MyFamily(message) => {
                let action = self.screens.my_family.update(&mut self.context, message);
                self.act(action, Message::MyFamily)
            }
            Message::Bin(message) => {
                let action = self.screens.bin.update(&mut self.context, message);
                self.act(action, Message::Bin)
            }
            Message::Settings(message) => {
                let action = self.screens.settings.update(&mut self.context, message);
                self.act(action, Message::Settings)
            }
            Message::Help(message) => {
                let action = self.screens.help.update(&mut self.context, message);
                self.act(action, Message::Help)
            }
            Message::Accessibility(message) => {
                let action = self
                    .screens
                    .accessibility
                    .update(&mut self.context, message);
                self.act(action, Message::Accessibility)
            }
            Message::Emergency(message) => {
                let action = self.screens.emergency.update(&mut self.context, message);
                self.act(action, Message::Emergency)
            }
            Message::Search(message) => {
                let action = self.screens.search.update(&mut self.context, message);
                self.act(action, Message::Search)
            }
            Message::KeepRecord(message) => {
                let action = self.screens.keep_record.update(&mut self.context, message);
                self.act(action, Message::KeepRecord)
            }
            Message::Lock(message) => {
                let action = self.screens.lock.update(&mut self.context, message);
                self.act(action, Message::Lock)
            }
            Message::KeepSafe(message) => {
                let action = self.screens.keep_safe.update(&mut self.context, message);
                self.act(action, Message::KeepSafe)
            }
            Message::Restore(message) => {
                let action = self.screens.restore.update(&mut self.context, message);
                self.act(action, Message::Restore)
            }
            Message::Export(message) => {
                let action = self.screens.export.update(&mut self.context, message);
                self.act(action, Message::Export)
            }
            Message::Import(message) => {
                let action = self.screens.import.update(&mut self.context, message);
                self.act(action, Message::Import)
            }
            Message::OpenFormats(done) => self.open_formats(done),
            Message::Files(message) => {
                let action = self.screens.files.update(&mut self.context, message);
                self.act(action, Message::Files)
            }
            Message::Filed(done) => self.filed(done),
            Message::Dropped(path) => self.dropped(path),
            Message::Privacy(message) => {
                let action = self.screens.privacy.update(&mut self.context, message);
                self.act(action, Message::Privacy)
            }
            Message::LeftThisComputer(message) => {
                let screen = &mut self.screens.left_this_computer;
                let action = screen.update(&mut self.context, message);
                self.act(action, Message::LeftThisComputer)
            }
            Message::Done(done) => self.done(done),
            Message::Copied(done) => self.copied(done),
            Message::Families(done) => self.families(done),
            Message::Records(message) => {
                let action = self.screens.records.update(&mut self.context, message);
                self.act(action, Message::Records)
            }
            Message::Tick => self.tick(),
            Message::Rescue(message) => {
                let action = self.screens.rescue.update(&mut self.context, message);
                self.act(action, Message::Rescue)
            }
            Message::Menu(open) => {
                self.menu_open = open;
                access::focus("page-title")
            }
            Message::SkipToContent => self.skip_to_content(),
            Message::Second | Message::KeepDrafts => {
                let _ = self.keep_drafts();
                Task::none()
            }
            Message::Resized(size) => {
                self.context.settings.window = Some((size.width, size.height));
                Task::none()
            }
            Message::ComputerTheme(mode) => {
                self.computer_is_dark = mode == iced::theme::Mode::Dark;
                Task::none()
            }
            Message::Opened(window) => Task::batch([
                access::platform::attach(&self.bridge, window),
                access::focus(self.first_focus()),
            ]),
            Message::Woken => Task::none(),
            Message::Frame => self.measure(),
            Message::Aloud(message) => self.aloud(message),
            Message::Read(seen) => self.write_copy(&seen),
            Message::Close(window) => self.close(window),
        }
    }

    fn act<M: Send + 'static>(
        &mut self,
        action: Action<M>,
        wrap: impl Fn(M) -> Message + Copy + Send + 'static,
    ) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Open(place) => self.go(place),
            Action::Back => self.back(),
            Action::Run(task) => task.map(wrap),
            Action::Saved(said) => {
                let said = self.saved_at(&said);
                self.say(said, true);
                self.refresh();
                Task::none()
            }
            Action::Say(said) => {
                self.say(said, false);
                Task::none()
            }
            Action::Copy { words, said } => {
                let amount = Amount::words_of(&words);
                let said = (self.context).left(said, What::Words, &To::Clipboard, &amount);
                self.say(said, false);
                iced::clipboard::write(words)
            }
            Action::CopyOnly { words, said } => {
                self.say(said, false);
                iced::clipboard::write(words)
            }
            Action::Visit(link) => {
                if let Err(problem) = self.context.opener.open(&link) {
                    self.say(problem.to_string(), false);
                }
                Task::none()
            }
            Action::Focus(id) => access::focus(id),
            Action::SettingsChanged => {
                if !self.context.settings.read_aloud {
                    self.stop_reading();
                }
                self.keep_settings();
                Task::none()
            }
            Action::SampleFamily(open) => self.open_sample_family(open),
            Action::CopyLastPage => self.copy_the_last_page(),
            Action::Keeping(what) => self.keep(what),
            Action::File(work) => self.file(work),
            Action::NotNow => {
                self.waiting = None;
                self.back()
            }
            // Going somewhere clears what was said before, so what is said comes after.
            Action::Several(actions) => {
                let (first, then): (Vec<_>, Vec<_>) = actions
                    .into_iter()
                    .partition(|action| matches!(action, Action::Open(_) | Action::Back));
                first
                    .into_iter()
                    .chain(then)
                    .map(|action| self.act(action, wrap))
                    .fold(Task::none(), Task::chain)
            }
        }
    }

    /// Puts a sentence in the status line. The same sentence twice is told apart by a space that
    /// nobody sees, because a screen reader speaks only what changed.
    pub(super) fn say(&mut self, said: String, undoes: bool) {
        self.status = if self.status == said {
            format!("{said}\u{200b}")
        } else {
            said
        };
        self.status_undoes = undoes;
    }
}
