//! Looking at a backup, and going back to it.

use std::path::PathBuf;

use iced::Task;
use iced::widget::{column, container};

use crate::look::{Icon, Look, gap, measure};
use crate::platform::dialogs::{Answer, Wanted};
use crate::record::backup::{self, Contents, Goes, Listed};
use crate::record::{self, Passphrase, RecoveryWords, Secret};
use crate::screens::{Action, Context, Keeping};
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

/// The field for the file.
const FILE: &str = "restore/file";

/// How many of those that were found are shown.
const SHOWN: usize = 5;

/// The field for what opens it.
const SECRET: &str = "restore/secret";

/// The page.
#[derive(Debug, Default)]
pub struct Restore {
    file: String,
    secret: String,
    shown: bool,
    file_problem: Option<String>,
    problem: Option<String>,
    busy: bool,
    /// The record is there, and its keys are damaged or lost.
    lacks_keys: bool,
    /// The backups that could be found, newest first.
    found: Vec<Listed>,
    /// What is in it, once it has been read through with this.
    looked: Option<(Contents, Goes, PathBuf, Option<Secret>)>,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the page before.
    Back,
    /// Typed the path of the file.
    File(String),
    /// Choose it in the system's window.
    ChooseFile,
    /// It was chosen there, or not.
    FileChosen(Answer),
    /// Chose one that was found.
    Choose(PathBuf),
    /// Typed the passphrase or the words.
    Secret(String),
    /// Show letters, or dots.
    Show(bool),
    /// Read it through.
    Look,
    /// Put it in place.
    Restore,
    /// Put back only its keys.
    KeysBack,
}

impl Restore {
    /// The page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts with a file, or with none.
    pub fn enter(&mut self, context: &Context, path: Option<PathBuf>) {
        if !self.busy {
            let file = path.map(|path| path.display().to_string());
            *self = Self {
                lacks_keys: matches!(
                    context.record_problem,
                    Some(record::Error::KeysMissing | record::Error::KeysDamaged)
                ),
                found: found(context),
                file: file.unwrap_or_default(),
                ..Self::default()
            };
        }
    }

    /// There is nothing to read again.
    pub fn refresh(&mut self, _context: &Context) {}

    /// It was read through, or could not be.
    pub fn looked(
        &mut self,
        path: PathBuf,
        secret: Option<Secret>,
        contents: Result<(Contents, Goes), record::Error>,
    ) -> &'static str {
        self.busy = false;
        match contents {
            Ok((contents, goes)) => {
                self.looked = Some((contents, goes, path, secret));
                "page-title"
            }
            Err(problem) => self.failed(&problem),
        }
    }

    /// It could not be read or put in place.
    pub fn failed(&mut self, problem: &record::Error) -> &'static str {
        self.busy = false;
        self.problem = Some(match problem {
            record::Error::WrongPassphrase | record::Error::WrongWords => {
                "That does not open this backup. Use the passphrase of the day it was made."
                    .to_owned()
            }
            problem => problem.to_string(),
        });
        match problem {
            record::Error::WrongPassphrase | record::Error::WrongWords => SECRET,
            _ => "page-title",
        }
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        if self.busy {
            return Action::None;
        }
        self.problem = None;
        match message {
            Message::Back if self.looked.is_some() => {
                self.looked = None;
                return Action::Focus("page-title".into());
            }
            Message::Back => return Action::Back,
            Message::File(file) => {
                self.file = file;
                self.file_problem = None;
            }
            Message::ChooseFile => {
                let title = "Choose a backup".to_owned();
                let asked = context.dialogs.ask(Wanted::File { title });
                return Action::Run(Task::perform(asked, Message::FileChosen));
            }
            Message::FileChosen(answer) => {
                match answer.as_deref() {
                    Ok([file, ..]) => return self.update(context, Message::Choose(file.clone())),
                    Ok([]) => {}
                    Err(problem) => self.file_problem = Some(problem.to_string()),
                }
                return Action::Focus(FILE.into());
            }
            Message::Choose(path) => {
                self.file = path.display().to_string();
                self.file_problem = None;
                return Action::Focus(SECRET.into());
            }
            Message::Secret(secret) => self.secret = secret,
            Message::Show(shown) => self.shown = shown,
            Message::Look => return self.look(context),
            Message::KeysBack => {
                if let Some((_, _, path, secret)) = &self.looked {
                    self.busy = true;
                    return Action::Keeping(Keeping::KeysBack {
                        path: path.clone(),
                        secret: secret.clone(),
                    });
                }
            }
            Message::Restore => {
                if let Some((_, _, path, secret)) = &self.looked {
                    self.busy = true;
                    return Action::Keeping(Keeping::Restore {
                        path: path.clone(),
                        secret: secret.clone(),
                    });
                }
            }
        }
        Action::None
    }

    fn look(&mut self, context: &Context) -> Action<Message> {
        if context.sample {
            self.problem = Some("Leave the sample family first.".to_owned());
            return Action::Focus(SECRET.into());
        }
        let path = PathBuf::from(self.file.trim());
        if !path.is_file() {
            self.file_problem = Some("There is no such file. Check each part of it.".to_owned());
            return Action::Focus(FILE.into());
        }
        let typed = Passphrase::new(&self.secret);
        let secret = if typed.is_empty() {
            if context.vault.is_none() {
                self.problem = Some("Type the passphrase or the 12 words.".to_owned());
                return Action::Focus(SECRET.into());
            }
            None
        } else {
            Some(match RecoveryWords::read(typed.as_str()) {
                Ok(words) => Secret::Words(words),
                Err(_) => Secret::Passphrase(typed),
            })
        };
        self.busy = true;
        Action::Keeping(Keeping::Look { path, secret })
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let (title, body) = match &self.looked {
            Some((contents, goes, _, _)) => {
                ("This backup is good", self.found(look, contents, goes))
            }
            None => ("Use a backup", self.ask(context, look)),
        };
        let header = widgets::page_header(look, title, Some(("Back", Message::Back)), None);
        let content = column![header, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }

    fn ask<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        let file = field::text(look, FILE, "Backup file", &self.file, Message::File)
            .help("Its name ends in .withy. Choose it, or type or paste where it is.")
            .error(self.file_problem.as_deref());
        let help = if context.vault.is_some() {
            "Leave this empty for a backup of the record that is open."
        } else {
            "Those of the day the backup was made."
        };
        let secret = field::text(
            look,
            SECRET,
            "Its passphrase or 12 words",
            &self.secret,
            Message::Secret,
        )
        .help(help)
        .secret(!self.shown)
        .error(self.problem.as_deref())
        .on_submit(Message::Look);
        column![
            widgets::reading(
                look,
                "Withy reads the backup through and says what is in it. Nothing changes yet.",
            ),
            self.list(context, look),
            column![
                Element::from(file),
                button::plain(
                    look,
                    "restore/file/choose",
                    "Choose a file…",
                    Message::ChooseFile
                )
                .icon(Icon::Folder),
            ]
            .spacing(gap::M),
            column![
                Element::from(secret),
                widgets::tick_box(
                    look,
                    "restore/show",
                    "Show what I type",
                    self.shown,
                    Message::Show
                ),
            ]
            .spacing(gap::M),
            self.busy
                .then(|| widgets::status_words(look, "Reading it through.")),
            button::main(look, "restore/look", "Look at this backup", Message::Look)
                .icon(Icon::Look)
                .disabled(self.busy),
        ]
        .spacing(gap::XL)
        .into()
    }

    /// Those on this computer and on sticks, when none is chosen yet.
    fn list<'a>(&'a self, context: &'a Context, look: &Look) -> Option<Element<'a, Message>> {
        let rows: Vec<Element<'a, Message>> = self
            .found
            .iter()
            .take(SHOWN)
            .enumerate()
            .map(|(at, one)| {
                let here = one.path.starts_with(context.folders.data());
                let made = format!(
                    "{}, {}, {}",
                    words::date(one.made.date()),
                    words::time(one.made.time()),
                    if here {
                        "on this computer"
                    } else {
                        "on a stick"
                    }
                );
                let choose = button::quiet(
                    look,
                    format!("restore/choose/{at}"),
                    "Choose",
                    Message::Choose(one.path.clone()),
                )
                .name(format!("Choose the backup of {made}"));
                widgets::wrap_row(vec![widgets::body(look, made), choose.into()], gap::L)
            })
            .collect();
        (self.file.is_empty() && !rows.is_empty())
            .then(|| widgets::list(look, "Backups that were found", rows))
    }

    fn found<'a>(
        &'a self,
        look: &Look,
        contents: &'a Contents,
        goes: &Goes,
    ) -> Element<'a, Message> {
        let made = format!(
            "{}, {}",
            words::date(contents.made.date()),
            words::time(contents.made.time())
        );
        let after = match goes {
            Goes::First => "It becomes your record on this computer.".to_owned(),
            Goes::InPlaceOf(name) => format!(
                "It comes in place of “{name}”. What is there now is set aside, not deleted."
            ),
            Goes::Beside => {
                "It comes beside what is here now, as another record. Nothing else changes."
                    .to_owned()
            }
            Goes::InPlaceOfAll => {
                "It comes in place of what is here now. What is here now is set aside, not deleted."
                    .to_owned()
            }
        };
        let short: String = contents.sha256.chars().take(16).collect();
        let name = contents.name.clone().map(|name| ("Record", name));
        let facts = vec![
            ("Made", made),
            ("In it", counted(&contents.counts)),
            ("Fingerprint", short),
        ];
        let facts = name
            .into_iter()
            .chain(facts)
            .map(|(name, fact)| (name, widgets::body(look, fact)));
        let problem = self.problem.as_ref();
        let problem = problem.map(|problem| {
            Element::from(notice::problem(
                look,
                "Nothing was changed",
                problem.as_str(),
            ))
        });
        let label = "Use this backup";
        let mut buttons = vec![];
        let restore = if self.lacks_keys {
            let keys = "Put back only its keys";
            let keys = button::main(look, "restore/keys", keys, Message::KeysBack);
            buttons.push(keys.icon(Icon::Restore).disabled(self.busy).into());
            button::plain(look, "restore/restore", label, Message::Restore)
        } else {
            button::main(look, "restore/restore", label, Message::Restore)
        };
        buttons.push(restore.icon(Icon::Restore).disabled(self.busy).into());
        let leave = "Leave things as they are";
        buttons.push(button::plain(look, "restore/leave", leave, Message::Back).into());
        let keys = self.lacks_keys.then(|| {
            widgets::reading(
                look,
                "Your record is here, and only its keys are not. This backup has them. Put them back, and nothing that you wrote since is lost.",
            )
        });
        column![
            widgets::key_values(look, facts.collect()),
            keys,
            widgets::reading(look, after),
            problem,
            self.busy
                .then(|| widgets::status_words(look, "Putting it in place.")),
            widgets::wrap_row(buttons, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }
}

/// The backups that may be offered: while a record is open, none of another family's.
fn found(context: &Context) -> Vec<Listed> {
    let folders = &context.folders;
    let mut found = backup::found(folders.data(), &folders.sticks());
    if let Some(vault) = &context.vault {
        let others = vault.families().into_iter().filter(|one| !one.chosen);
        let others: Vec<_> = others.map(|one| one.id).collect();
        found.retain(|one| !others.contains(&one.family));
    }
    found
}

pub use crate::screens::shared::counted::counted;
