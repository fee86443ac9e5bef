//! Letters and files on a page: those that belong to it, and adding more.

use std::path::PathBuf;

use iced::Task;
use iced::widget::column;

use crate::look::{Icon, Look, Tint, gap};
use crate::platform::dialogs::{Answer, Wanted};
use crate::record::attachment::{self, BelongsTo};
use crate::record::{Attachment, AttachmentFilter, Error, child};
use crate::screens::{Action, Context, FileWork, FilesStart, FilesToAdd, Place};
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

/// The field for a typed path.
const PATH: &str = "files/path";

/// The part of a page.
#[derive(Debug, Default)]
pub struct FilesPart {
    /// What files are added to, and the children they are then about.
    belongs_to: Option<BelongsTo>,
    children: Vec<child::Id>,
    files: Vec<Attachment>,
    typing: bool,
    path: String,
    path_problem: Option<String>,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Choose files in the system's window.
    Choose,
    /// They were chosen, or not.
    Chosen(Answer),
    /// Show the field for a path, or hide it.
    Type,
    /// The path, as typed.
    Path(String),
    /// Add the file at the path that was typed.
    AddTyped,
    /// Open the page of a file.
    Open(attachment::Id),
}

impl FilesPart {
    /// From now on it is about this; reads which files belong to it.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn read(
        &mut self,
        context: &Context,
        belongs_to: BelongsTo,
        children: &[child::Id],
    ) -> Result<(), Error> {
        self.belongs_to = Some(belongs_to);
        self.children = children.to_vec();
        let filter = AttachmentFilter {
            belongs_to: Some(belongs_to),
            ..AttachmentFilter::default()
        };
        self.files = context.read(|record| record.attachments(&filter))?;
        Ok(())
    }

    /// What is added from now on belongs to nothing, and is about this child.
    pub fn about(&mut self, child: Option<child::Id>) {
        self.belongs_to = None;
        self.children = child.into_iter().collect();
    }

    /// These files, to be added here.
    pub fn adding(&self, paths: Vec<PathBuf>) -> FilesToAdd {
        FilesToAdd {
            paths,
            belongs_to: self.belongs_to,
            children: self.children.clone(),
        }
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &Context, message: Message) -> Action<Message> {
        match message {
            Message::Choose => {
                let title = "Choose letters and files".to_owned();
                let asked = context.dialogs.ask(Wanted::Files { title });
                Action::Run(Task::perform(asked, Message::Chosen))
            }
            Message::Chosen(Ok(paths)) if paths.is_empty() => Action::None,
            Message::Chosen(Ok(paths)) => Action::File(FileWork::Add(self.adding(paths))),
            Message::Chosen(Err(problem)) => {
                self.typing = true;
                self.path_problem = Some(problem.to_string());
                Action::Focus(PATH.into())
            }
            Message::Type => {
                self.typing = !self.typing;
                self.path_problem = None;
                if self.typing {
                    Action::Focus(PATH.into())
                } else {
                    Action::None
                }
            }
            Message::Path(typed) => {
                self.path = typed;
                self.path_problem = None;
                Action::None
            }
            Message::AddTyped => self.add_typed(),
            Message::Open(id) => Action::Open(Place::Files(FilesStart::One(id))),
        }
    }

    fn add_typed(&mut self) -> Action<Message> {
        let path = typed_path(&self.path);
        if path.as_os_str().is_empty() {
            self.path_problem = Some("Type where the file is.".to_owned());
        } else if !path.exists() {
            self.path_problem = Some("There is no such file. Check each part of it.".to_owned());
        } else {
            return Action::File(FileWork::Add(self.adding(vec![path])));
        }
        Action::Focus(PATH.into())
    }

    /// Files were added here, or not: what was typed has done its work.
    pub fn added(&mut self) {
        self.path.clear();
        self.typing = false;
    }

    /// A section with the files that belong to the page.
    pub fn view<'a, M: Clone + 'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
    ) -> Element<'a, M> {
        let rows: Vec<Element<'a, M>> = self
            .files
            .iter()
            .map(|file| row(look, file, context, |id| wrap(Message::Open(id))))
            .collect();
        let list = (!rows.is_empty()).then(|| widgets::list(look, "Letters and files", rows));
        column![widgets::section(look, "Letters and files")]
            .push(list)
            .push(self.view_adding(context, look, wrap))
            .spacing(gap::M)
            .into()
    }

    /// The buttons that add, the field for a path, and what was not added.
    pub fn view_adding<'a, M: Clone + 'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
    ) -> Element<'a, M> {
        let buttons = vec![
            button::plain(
                look,
                "files/add",
                "Add letters or files…",
                wrap(Message::Choose),
            )
            .icon(Icon::Add)
            .into(),
            button::quiet(look, "files/type", "Type where it is", wrap(Message::Type))
                .expanded(self.typing)
                .into(),
        ];
        let typed = self.typing.then(|| {
            let path = field::text(look, PATH, "Where the file is", &self.path, move |typed| {
                wrap(Message::Path(typed))
            })
            .help("The whole path, such as /home/jo/letter.pdf.")
            .error(self.path_problem.as_deref())
            .on_submit(wrap(Message::AddTyped));
            let add = button::plain(
                look,
                "files/add-typed",
                "Add this file",
                wrap(Message::AddTyped),
            );
            column![Element::from(path), Element::from(add)].spacing(gap::M)
        });
        column![refused(context, look)]
            .push(widgets::quiet(
                look,
                "Letters, photographs and other files, up to 100 megabytes each. You can drop them on this page.",
            ))
            .push(widgets::wrap_row(buttons, gap::M))
            .push(typed)
            .spacing(gap::M)
            .into()
    }
}

/// What could not be added just now, each with its reason.
fn refused<'a, M: Clone + 'a>(context: &'a Context, look: &Look) -> Option<Element<'a, M>> {
    let all = &context.not_added;
    if all.is_empty() {
        return None;
    }
    let title = if all.len() == 1 {
        "A file was not added"
    } else {
        "Some files were not added"
    };
    Some(notice::problem(look, title, all.join("\n")).into())
}

/// One file in a list.
pub fn row<'a, M: Clone + 'a>(
    look: &Look,
    file: &Attachment,
    context: &Context,
    open: impl Fn(attachment::Id) -> M,
) -> Element<'a, M> {
    let about = format!(
        "{}, {}",
        file.kind_in_words(),
        words::size(file.content.size)
    );
    widgets::row_button(
        look,
        format!("file/{}", file.id),
        words::one_line(&file.title()),
        Some(about),
        Some(words::near_day(file.added.date(), context.today())),
        Some((Icon::Letter, Tint::Information)),
        open(file.id),
    )
}

/// A path as people paste it: perhaps between quotation marks, perhaps with space around it.
pub fn typed_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let inside = |mark| typed.strip_prefix(mark)?.strip_suffix(mark);
    PathBuf::from(inside('"').or_else(|| inside('\'')).unwrap_or(typed))
}
