//! Hide quickly: a plain page at once, and the record locked behind it.

use iced::Task;

use super::keys::Command;
use super::{App, Message, Screens};
use crate::access;
use crate::platform::session::Signal;
use crate::screens::{Place, hidden};

impl App {
    /// Shows the plain page. What is half typed is kept, then the record is locked.
    pub(super) fn hide(&mut self) -> Task<Message> {
        if self.hidden.is_none() {
            self.hidden = Some(hidden::Hidden::default());
            self.menu_open = false;
            self.stop_reading();
            self.delete_copies();
            let _ = self.shut_behind();
            self.forget_what_was_looked_for();
        }
        access::focus("page-title")
    }

    /// The system said that nobody will be here. When this returns, the record is locked, and the computer may sleep.
    pub(super) fn heard(&mut self, signal: &Signal) -> Task<Message> {
        self.lock_soon = Some(match signal {
            Signal::Sleeps(_) => "The computer went to sleep, so Withy locked itself.",
            Signal::ScreenLocked => "The screen was locked, so Withy locked itself.",
        });
        // `update` does it, now or when the work on the record ends.
        Task::none()
    }

    /// Locks what had to wait for work on the record, and what is behind the plain page: what was under way when that
    /// was shown may bring the record back. Asked after each message.
    pub(super) fn shut_behind(&mut self) -> Task<Message> {
        if self.context.away {
            return Task::none();
        }
        let soon = self.lock_soon.take();
        if self.hidden.is_none() {
            return match soon {
                Some(said) if self.context.vault.is_some() => self.lock(said),
                _ => Task::none(),
            };
        }
        // Where these would move the focus to is not shown.
        if self.context.vault.is_some() {
            let _ = self.lock("Withy is locked.");
        } else if self.context.sample {
            let _ = self.open_sample_family(false);
        } else {
            return Task::none();
        }
        access::focus("page-title")
    }

    /// With nothing to lock, what was searched for and read goes all the same. Words that wait for a record stay.
    fn forget_what_was_looked_for(&mut self) {
        if self.context.away || self.context.sample {
            return;
        }
        self.opened_by_words = None;
        if !self.is_writing() {
            self.screens = Screens::new();
        }
        self.history.clear();
        self.beside = false;
        let behind = self.behind_lock.take();
        self.place = self.admitted(Place::Today);
        self.behind_lock = behind.or(self.behind_lock.take());
        self.enter_place();
    }

    pub(super) fn hidden(&mut self, message: hidden::Message) -> Task<Message> {
        match (message, &mut self.hidden) {
            (hidden::Message::Back, Some(_)) => {
                self.hidden = None;
                self.place = self.admitted(self.place.clone());
                self.enter_place();
                self.arrive(None)
            }
            (hidden::Message::About(about), Some(hidden)) => {
                hidden.tell(about);
                Task::none()
            }
            (_, None) => Task::none(),
        }
    }

    /// What a shortcut does on the plain page: only Back leaves it.
    pub(super) fn pressed_hidden(&mut self, command: Command) -> Task<Message> {
        match command {
            Command::Back => self.hidden(hidden::Message::Back),
            _ => Task::none(),
        }
    }
}
