//! Opening the record, making it, undoing, and keeping what is half typed.

use iced::{Task, window};

use super::{App, Message, Screens};
use crate::platform::{files, one_window};
use crate::record::{self, Key, Record, Vault};
use crate::screens::{Context, Place, Reading};
use crate::words;

impl App {
    /// Opens the sample family, or the record whose keys are here; one that is locked waits for its passphrase.
    /// What will not open is left alone.
    pub(super) fn open_record(&mut self) {
        let _ = self.open_sample_or_record();
    }

    /// The same; and why the sample family was not made, if it was wanted.
    fn open_sample_or_record(&mut self) -> Option<record::Error> {
        let mut no_sample = None;
        let context = &mut self.context;
        context.record = None;
        context.record_problem = None;
        context.sample = false;
        context.locked = false;
        match &context.closed {
            Some(one_window::Error::AlreadyOpen) => {
                context.record_problem = Some(record::Error::InUse);
                return None;
            }
            Some(one_window::Error::Folder(_)) => {
                context.record_problem = Some(record::Error::ReadOnly);
                return None;
            }
            None => {}
        }
        if context.settings.sample_family {
            match make_sample_family(context) {
                Ok(record) => {
                    context.record = Some(record);
                    context.sample = true;
                    return None;
                }
                Err(problem) => no_sample = Some(problem),
            }
            context.settings.sample_family = false;
        }
        let opened = match &context.vault {
            Some(vault) if vault.chosen().is_none() => Ok(None),
            Some(vault) if context.reading.is_some() => {
                vault.open_to_read(&context.clock.now()).map(Some)
            }
            Some(vault) => vault.open(&context.clock.now()).map(Some),
            None => self.look_for_record(),
        };
        match opened {
            Ok(record) => self.context.record = record,
            Err(problem) => {
                self.context.record_problem = Some(problem);
                self.screens.rescue.enter(&self.context);
            }
        }
        no_sample
    }

    fn look_for_record(&mut self) -> Result<Option<Record>, record::Error> {
        let folders = &self.context.folders;
        self.context.locked = Vault::is_in(folders.data())?;
        if !self.context.locked && folders.unlocked_record().exists() {
            return Err(record::Error::NotEncrypted);
        }
        Ok(None)
    }

    /// Opens a fresh sample family in its own file, or deletes that file and opens the real record.
    pub(super) fn open_sample_family(&mut self, open: bool) -> Task<Message> {
        if self.context.away {
            return Task::none();
        }
        if self.context.closed.is_some() {
            self.say(
                "Close the other Withy first. The sample family is kept in the same folder."
                    .to_owned(),
                false,
            );
            return Task::none();
        }
        if !self.keep_drafts() {
            return Task::none();
        }
        self.context.record = None;
        let deleted = files::delete_database(&self.context.folders.sample_record());
        self.context.settings.sample_family = open;
        // What is half typed for the real family waits aside and comes back.
        self.screens = if open {
            let own = std::mem::replace(&mut self.screens, Screens::new());
            if self.aside.is_none() {
                self.aside = Some(own);
            }
            Screens::new()
        } else {
            self.aside.take().unwrap_or_else(Screens::new)
        };
        let problem = match self.open_sample_or_record() {
            Some(problem) => Some(format!("The sample family could not be made. {problem}")),
            None => deleted.err().map(|problem| problem.to_string()),
        };
        self.keep_settings();
        self.history.clear();
        let arrived = self.go(Place::Today);
        match problem {
            Some(problem) => self.say(problem, false),
            None if open => self.say(
                "This is a sample family. Nobody in it is real.".to_owned(),
                false,
            ),
            None => self.say("The sample family is gone.".to_owned(), false),
        }
        arrived
    }

    pub(super) fn undo(&mut self) -> Task<Message> {
        let undone = match &mut self.context.record {
            Some(record) => record.undo(),
            None => Ok(None),
        };
        self.tell_of_undo(undone, "Undone", "There is nothing to undo.")
    }

    pub(super) fn redo(&mut self) -> Task<Message> {
        let redone = match &mut self.context.record {
            Some(record) => record.redo(),
            None => Ok(None),
        };
        self.tell_of_undo(redone, "Done again", "There is nothing to redo.")
    }

    fn tell_of_undo(
        &mut self,
        done: Result<Option<String>, record::Error>,
        word: &str,
        nothing: &str,
    ) -> Task<Message> {
        match done {
            Ok(Some(label)) => self.say(format!("{word}: {label}."), false),
            Ok(None) => self.say(nothing.to_owned(), false),
            Err(problem) => self.say(problem.to_string(), false),
        }
        self.refresh();
        self.follow_the_screen();
        Task::none()
    }

    /// Whether any screen holds words that are not yet kept.
    pub(super) fn is_writing(&self) -> bool {
        self.screens.today.is_writing()
            || self.screens.notes.is_writing()
            || self.screens.appointments.is_writing()
            || self.screens.questions.is_writing()
            || self.screens.service.is_writing()
            || self.screens.my_family.is_writing()
            || self.screens.improvement_plan.is_writing()
    }

    /// Keeps what is half typed as drafts. False, and a sentence in the status line, when some of
    /// it could not be kept.
    pub(super) fn keep_drafts(&mut self) -> bool {
        if self.context.record.is_some() && self.context.reading.is_some() {
            return self.is_only_reading();
        }
        match self.keep_before_work() {
            Some(problem) => {
                self.say(problem.to_string(), false);
                false
            }
            None => true,
        }
    }

    /// The same, and why some of it could not be kept, for work that must not begin then.
    pub(super) fn keep_before_work(&mut self) -> Option<record::Error> {
        let context = &mut self.context;
        // Of words over a record that can only be read it was said that they cannot be kept.
        if context.record.is_none() || context.reading.is_some() {
            return None;
        }
        let screens = &mut self.screens;
        let kept = [
            screens.today.autosave(context),
            screens.notes.autosave(context),
            screens.appointments.autosave(context),
            screens.questions.autosave(context),
            screens.service.autosave(context),
            screens.my_family.autosave(context),
            screens.improvement_plan.autosave(context),
        ];
        kept.into_iter().find_map(Result::err)
    }

    /// Words that are typed into a record that can only be read cannot be kept; that is said once.
    fn is_only_reading(&mut self) -> bool {
        if !self.is_writing() {
            return true;
        }
        let said = record::Error::ReadOnly.to_string();
        if self.status != said {
            self.say(said, false);
        }
        false
    }

    /// Writes the settings. A setting that cannot be kept is worth a sentence, never a stop.
    pub(super) fn keep_settings(&mut self) {
        if self.context.closed.is_some() || matches!(self.context.reading, Some(Reading::Folder)) {
            return;
        }
        let path = self.context.folders.settings();
        if let Err(problem) = self.context.settings.write(&path) {
            self.say(problem.to_string(), false);
        }
    }

    /// Closes the window once what is half typed is kept. When it cannot be kept the window stays,
    /// and says so; a second time it closes all the same.
    pub(super) fn close(&mut self, window: window::Id) -> Task<Message> {
        if !self.keep_drafts() && !std::mem::replace(&mut self.closing, true) {
            let problem = format!(
                "{} What you are writing is not kept. Copy it first, or close again to lose it.",
                self.status
            );
            self.say(problem, false);
            return Task::none();
        }
        self.keep_settings();
        self.delete_copies();
        self.stop_reading();
        window::close(window)
    }

    /// The sentence for something kept at this minute: "Saved 10:42am." The time goes after the
    /// first sentence when there is another.
    pub(super) fn saved_at(&self, said: &str) -> String {
        let at = words::time(self.context.now().time());
        match said.split_once(". ") {
            Some((what, more)) => format!("{what} {at}. {more}"),
            None => format!("{} {at}.", said.trim_end_matches('.')),
        }
    }
}

/// A fresh sample family in its own file, locked with a key that nobody keeps: it is made anew each time.
fn make_sample_family(context: &Context) -> Result<Record, record::Error> {
    let now = context.now();
    let path = context.folders.sample_record();
    files::make_private_folder(context.folders.data())?;
    files::delete_database(&path)?;
    let mut record = Record::create(&path, &Key::random()?, &now)?;
    let directory = &context.directory;
    record::sample::fill(&mut record, &now, &|slug| {
        directory.by_slug(slug).map(|service| service.id)
    })?;
    Ok(record)
}
