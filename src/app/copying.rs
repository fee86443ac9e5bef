//! A copy of the page that is open, to read in a browser or on paper. It may hold private facts, so
//! it stands in the same private folder as the record, and goes when Withy closes or next starts.

use std::sync::Arc;

use iced::Task;

use super::{App, Message, navigation};
use crate::access::{self, Snapshot, readable};
use crate::platform::files;
use crate::platform::opening::Link;
use crate::record::left::{Amount, To, Unit, What};
use crate::words;

impl App {
    /// Reads what is on the page; the copy is written when it has been read.
    pub(super) fn ask_for_copy(&mut self) -> Task<Message> {
        if let Some(problem) = &self.context.closed {
            self.say(problem.to_string(), false);
            return Task::none();
        }
        access::read(self.title()).map(|seen| Message::Read(Arc::new(seen)))
    }

    /// The same for the page that the person came from.
    pub(super) fn copy_the_last_page(&mut self) -> Task<Message> {
        self.back().chain(self.ask_for_copy())
    }

    pub(super) fn write_copy(&mut self, seen: &Snapshot) -> Task<Message> {
        let now = self.context.now();
        let made = format!("{}, {}", words::day(now.date()), words::time(now.time()));
        let name: String = navigation::name(&self.place)
            .chars()
            .filter(|sign| sign.is_alphanumeric() || *sign == ' ')
            .collect();
        let folder = self.context.folders.copies();
        let file = folder.join(format!("{name} {}.html", now.strftime("%H-%M-%S")));
        let page = readable::page(seen, &made);
        if let Err(problem) = files::write_whole(&file, page.as_bytes()) {
            self.say(problem.to_string(), false);
            return Task::none();
        }
        let shown = file.display().to_string();
        let opened = self.context.opener.open(&Link::Folder(shown.clone()));
        let said = match opened {
            Ok(()) => format!(
                "A copy of this page opens in your browser. It is outside your record, in \
                     {}. Withy deletes it when you close Withy.",
                folder.display()
            ),
            Err(_) => format!(
                "The copy is in {shown}, but this computer could not open it. Open it from \
                     that folder. Withy deletes it when you close Withy."
            ),
        };
        let one = Amount::of(1, Unit::Page);
        let said = (self.context).left(said, What::PageCopy, &To::File(file), &one);
        self.say(said, false);
        Task::none()
    }

    /// Deletes the copies, as far as the system lets them go: one that cannot be deleted now is
    /// tried again at the next start.
    pub(super) fn delete_copies(&self) {
        if self.context.closed.is_none() {
            let _ = files::delete_folder(&self.context.folders.copies());
        }
    }
}
