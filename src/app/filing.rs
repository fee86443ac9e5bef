//! Files into the record and copies of them out of it, off the thread of the window.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use iced::Task;

use super::every_screen::Screens;
use super::slow::{self, Handed};
use super::{App, Message};
use crate::platform::files;
use crate::platform::opening::Link;
use crate::record::attachment::{
    self, Attachment, BelongsTo, Content, NotAdded, Opened, Why, can_run,
};
use crate::record::left::{Amount, To, Unit, What};
use crate::record::{self, Record};
use crate::screens::{AppointmentsStart, FileWork, FilesToAdd, NotesStart, Place};
use crate::words;

/// Files that are being added, one after the other.
#[derive(Debug, Default)]
pub(super) struct Adding {
    waiting: VecDeque<PathBuf>,
    all: usize,
    kept: Vec<(String, Content)>,
    refused: Vec<NotAdded>,
    belongs_to: Option<BelongsTo>,
    children: Vec<record::child::Id>,
}

/// The record comes back from reading one file in.
type Read = (Record, PathBuf, Result<Content, Why>);

/// The record comes back from writing a copy.
type Written = (Record, Result<(), record::Error>);

/// What comes back from work on files.
#[derive(Debug, Clone)]
pub enum Done {
    /// One file was read in, or not.
    Read(Handed<Read>),
    /// A copy was written, or not.
    Written(Box<Attachment>, PathBuf, Leaving, Handed<Written>),
}

/// How a copy leaves the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// It is opened in another program, and deleted afterwards.
    Opened,
    /// It stays where the person wanted it.
    Saved,
}

impl App {
    pub(super) fn file(&mut self, work: FileWork) -> Task<Message> {
        match work {
            FileWork::Add(files) => self.add_files(files),
            FileWork::OpenCopy(id) => self.open_copy(id),
            FileWork::SaveCopy(id, path) => self.write_copy_of(id, path, Leaving::Saved),
        }
    }

    /// A file was dropped on the window. Each comes by itself, also when several are dropped at once.
    pub(super) fn dropped(&mut self, path: PathBuf) -> Task<Message> {
        let context = &self.context;
        let paths = vec![path];
        let files = match &self.place {
            Place::Files(_) => Ok(self.screens.files.adding(paths)),
            Place::Notes(NotesStart::One(id)) => context.read(|record| {
                Ok(FilesToAdd {
                    paths,
                    belongs_to: Some(BelongsTo::Note(*id)),
                    children: record.note(*id)?.map_or_else(Vec::new, |it| it.children),
                })
            }),
            Place::Appointments(AppointmentsStart::One(id)) => context.read(|record| {
                let found = record.appointment(*id)?;
                Ok(FilesToAdd {
                    paths,
                    belongs_to: Some(BelongsTo::Appointment(*id)),
                    children: found.map_or_else(Vec::new, |it| it.children),
                })
            }),
            other => {
                self.say(not_here(other).to_owned(), false);
                return Task::none();
            }
        };
        match files {
            Ok(files) => self.add_files(files),
            Err(problem) => {
                self.say(problem.to_string(), false);
                Task::none()
            }
        }
    }

    fn add_files(&mut self, files: FilesToAdd) -> Task<Message> {
        if let Some(adding) = &mut self.adding {
            adding.all += files.paths.len();
            adding.waiting.extend(files.paths);
            return Task::none();
        }
        self.context.not_added.clear();
        if self.context.record.is_none() {
            // Asks for the record. What was chosen comes again once it is open.
            if let Err(problem) = self.context.change("File added", |_| Ok(()))
                && !matches!(problem, record::Error::NoRecordYet)
            {
                self.say(problem.to_string(), false);
            }
            return Task::none();
        }
        self.adding = Some(Adding {
            all: files.paths.len(),
            waiting: files.paths.into(),
            belongs_to: files.belongs_to,
            children: files.children,
            ..Adding::default()
        });
        self.add_next()
    }

    fn add_next(&mut self) -> Task<Message> {
        let Some(adding) = &mut self.adding else {
            return Task::none();
        };
        let Some(path) = adding.waiting.pop_front() else {
            return self.add_what_was_kept();
        };
        let Some(mut record) = self.context.record.take() else {
            return self.came_back_without_record();
        };
        self.context.away = true;
        let number = adding.all - adding.waiting.len();
        let of = if adding.all > 1 {
            format!(", {number} of {}", adding.all)
        } else {
            String::new()
        };
        let said = format!("Adding “{}”{of}.", name_of(&path));
        self.say(said, false);
        let work = move || {
            let content = Opened::file(&path).and_then(|file| record.keep_content(file));
            (record, path, content)
        };
        slow::away(work, |read| Message::Filed(Done::Read(read)))
    }

    pub(super) fn filed(&mut self, done: Done) -> Task<Message> {
        self.context.away = false;
        match done {
            Done::Read(read) => {
                let Some((record, path, content)) = read.take() else {
                    return self.came_back_without_record();
                };
                self.context.record = Some(record);
                if let Some(adding) = &mut self.adding {
                    match content {
                        Ok(content) => adding.kept.push((name_of(&path), content)),
                        Err(why) => adding.refused.push(NotAdded::new(&path, why)),
                    }
                }
                self.add_next()
            }
            Done::Written(attachment, path, leaving, written) => {
                let Some((record, written)) = written.take() else {
                    return self.came_back_without_record();
                };
                self.context.record = Some(record);
                match written {
                    Ok(()) => self.left(&attachment, &path, leaving),
                    Err(problem) => self.say(problem.to_string(), false),
                }
                Task::none()
            }
        }
    }

    /// The work broke off: the record opens again from the disk.
    fn came_back_without_record(&mut self) -> Task<Message> {
        self.adding = None;
        self.open_record();
        self.refresh();
        Task::none()
    }

    /// Everything is read in: now it becomes part of the record, in one step of undo.
    fn add_what_was_kept(&mut self) -> Task<Message> {
        let Some(adding) = self.adding.take() else {
            return Task::none();
        };
        let now = self.context.now();
        let mut refused: Vec<String> = adding.refused.iter().map(ToString::to_string).collect();
        let added: Vec<Attachment> = adding
            .kept
            .into_iter()
            .map(|(name, content)| Attachment {
                belongs_to: adding.belongs_to,
                children: adding.children.clone(),
                ..Attachment::new(&now, &name, content)
            })
            .collect();
        let said = match added.len() {
            1 => "File added".to_owned(),
            many => format!("{many} files added"),
        };
        if !added.is_empty() {
            let done = self.context.change(&said, |change| {
                added.iter().try_for_each(|one| change.put_attachment(one))
            });
            match done {
                Ok(()) => {
                    self.screens.files_were_added();
                    let said = self.saved_at(&said);
                    self.say(said, true);
                }
                Err(problem) => {
                    refused.push(problem.to_string());
                    // What is not swept now goes when the record next opens.
                    if let Some(record) = &mut self.context.record {
                        let _ = record.sweep_contents();
                    }
                }
            }
        }
        if let Some(first) = refused.first() {
            let said = match (self.status_undoes, refused.len()) {
                (false, 1) => first.clone(),
                (false, many) => format!("{many} files were not added."),
                (true, 1) => format!("{} 1 file was not added.", self.status),
                (true, many) => format!("{} {many} files were not added.", self.status),
            };
            self.say(said, self.status_undoes);
        }
        self.context.not_added = refused;
        self.refresh();
        Task::none()
    }

    /// Writes a copy into the private folder and opens it in the system's program for such files.
    fn open_copy(&mut self, id: attachment::Id) -> Task<Message> {
        // A folder for each, so that a copy that another program holds open is in nobody's way.
        let folder = self.context.folders.copies().join(id.to_string());
        let name = match self.context.read(|record| record.attachment(id)) {
            Ok(found) => found.map_or_else(String::new, |found| found.name),
            Err(problem) => {
                self.say(problem.to_string(), false);
                return Task::none();
            }
        };
        if can_run(&name) {
            let said = "This kind of file can start a program, so Withy does not open it. Save a copy instead.";
            self.say(said.to_owned(), false);
            return Task::none();
        }
        if let Err(problem) = files::make_private_folder(&folder) {
            self.say(problem.to_string(), false);
            return Task::none();
        }
        self.write_copy_of(id, folder.join(safe_name(&name)), Leaving::Opened)
    }

    fn write_copy_of(
        &mut self,
        id: attachment::Id,
        path: PathBuf,
        leaving: Leaving,
    ) -> Task<Message> {
        let found = self.context.read(|record| record.attachment(id));
        let attachment = match found {
            Ok(Some(attachment)) => attachment,
            Ok(None) => {
                self.say(record::Error::Gone.to_string(), false);
                return Task::none();
            }
            Err(problem) => {
                self.say(problem.to_string(), false);
                return Task::none();
            }
        };
        let Some(record) = self.context.record.take() else {
            return Task::none();
        };
        self.context.away = true;
        let content = attachment.content.clone();
        let to = path.clone();
        let work = move || {
            let written = record.copy_out(&content, &to);
            (record, written)
        };
        slow::away(work, move |written| {
            let (attachment, path) = (Box::new(attachment.clone()), path.clone());
            Message::Filed(Done::Written(attachment, path, leaving, written))
        })
    }

    /// A copy of a file is outside the record now.
    fn left(&mut self, attachment: &Attachment, path: &Path, leaving: Leaving) {
        let shown = path.display().to_string();
        let name = words::one_line(&attachment.title());
        let said = match leaving {
            Leaving::Saved => {
                format!("A copy of “{name}” is in {shown}. It is outside your record now.")
            }
            Leaving::Opened => match self.context.opener.open(&Link::Folder(shown.clone())) {
                Ok(()) => format!(
                    "A copy of “{name}” opens in another program. Changes to it are not kept. \
                     Withy deletes it when you lock or close Withy."
                ),
                Err(_) => format!(
                    "The copy is in {shown}, but this computer could not open it. Open it from \
                     that folder. Withy deletes it when you lock or close Withy."
                ),
            },
        };
        let what = match leaving {
            Leaving::Saved => What::FileSaved,
            Leaving::Opened => What::FileOpened,
        };
        let one = Amount::of(1, Unit::File);
        let said = self.context.left(said, what, &To::file(path), &one);
        self.say(said, false);
    }
}

impl Screens {
    /// Paths that were typed have done their work.
    fn files_were_added(&mut self) {
        self.files.added();
        self.notes.files_were_added();
        self.appointments.files_were_added();
    }
}

/// What to say where files cannot be dropped.
fn not_here(place: &Place) -> &'static str {
    match place {
        Place::Lock => "Unlock your record first. Then drop the file again.",
        Place::KeepRecord => "Finish this page first. Then drop the file again.",
        Place::Notes(NotesStart::New { .. } | NotesStart::About { .. }) => {
            "Save the note first. Then open it and drop the file there."
        }
        Place::Appointments(AppointmentsStart::New { .. }) => {
            "Save the appointment first. Then drop the file on its page."
        }
        _ => "Nothing was added. Drop files on a note, on an appointment, or in Letters and files.",
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    words::one_line(&name.to_string_lossy())
}

/// The name as every system takes it: a record may come from another one.
fn safe_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|sign| match sign {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            sign if sign.is_control() => '_',
            sign => sign,
        })
        .collect();
    let safe = safe.trim_matches(['.', ' ']);
    // Systems take 255 bytes; the ending says which program opens it.
    let from = safe.len().saturating_sub(120);
    let from = (from..safe.len()).find(|at| safe.is_char_boundary(*at));
    match from.and_then(|from| safe.get(from..)) {
        Some(safe) if !safe.is_empty() => safe.to_owned(),
        _ => "file".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn a_name_leads_nowhere_and_fits() {
        assert_eq!(safe_name("../../letter.pdf"), "_.._letter.pdf");
        assert_eq!(safe_name("C:\\letter.pdf"), "C__letter.pdf");
        assert_eq!(safe_name("..."), "file");
        let long = format!("{}.pdf", "é".repeat(300));
        let short = safe_name(&long);
        assert!(short.len() <= 120 && short.ends_with("é.pdf"), "{short}");
    }
}
