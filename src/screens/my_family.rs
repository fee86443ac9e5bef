//! My family: the children, how old they are, and what is kept for each.

use iced::widget::{column, row};
use iced::{Center, Fill};
use jiff::civil::Date;

use crate::access::decorative;
use crate::look::{Icon, Look, Width, gap, palette};
use crate::record::child::Colour;
use crate::record::{self, Child, child};
use crate::screens::{Action, Context, FilesStart, NotesStart, Place};
use crate::widgets::{self, Element, button};
use crate::words;

mod form;
mod kept;

use form::Form;
use kept::Kept;

/// The children, and the child that is being added or changed.
#[derive(Debug, Default)]
pub struct MyFamily {
    kept: Kept,
    form: Option<Form>,
    problem: Option<String>,
}

/// What a person can do in My family.
#[derive(Debug, Clone)]
pub enum Message {
    /// Add a child.
    New,
    /// Change a child.
    Change(child::Id),
    /// Leave the form without keeping it.
    Leave,
    /// The name.
    Name(String),
    /// The colour beside the name.
    Colour(Colour),
    /// The date of birth, as typed.
    Born(String),
    /// Keep the child.
    Keep,
    /// Put the child in the bin.
    Delete(child::Id),
    /// Write a note about the child.
    Write(child::Id),
    /// Open Letters and files, perhaps those about one child.
    Files(FilesStart),
}

impl MyFamily {
    /// An empty page; [`MyFamily::enter`] fills it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the children, and takes up a form that was left half typed.
    pub fn enter(&mut self, context: &Context) {
        self.refresh(context);
        if self.form.is_none() {
            self.form = Form::restored(context, &self.kept.children());
        }
    }

    /// Reads again, keeping the form.
    pub fn refresh(&mut self, context: &Context) {
        match Kept::read(context) {
            Ok(kept) => {
                self.kept = kept;
                self.problem = None;
            }
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// Whether a form has words that are not kept.
    pub fn is_writing(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_changed)
    }

    /// Keeps the form as a draft; says whether anything was kept.
    ///
    /// # Errors
    /// When the draft could not be kept.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        match &mut self.form {
            Some(form) => form.keep_draft(context),
            None => Ok(false),
        }
    }

    /// Does what was asked.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::New => {
                let mut child = Child::new(&context.now());
                child.colour = self.kept.unused_colour();
                self.form = Some(Form::of(child, true));
                Action::Focus("child/name".into())
            }
            Message::Change(id) => {
                self.form = self.kept.child(id).map(|child| Form::of(child, false));
                Action::Focus("child/name".into())
            }
            Message::Leave => self.leave(context),
            Message::Name(typed) => self.typing(|form| form.set_name(typed)),
            Message::Colour(colour) => self.typing(|form| form.set_colour(colour)),
            Message::Born(typed) => self.typing(|form| form.set_born(typed)),
            Message::Keep => self.keep(context),
            Message::Delete(id) => self.delete(context, id),
            Message::Files(start) => Action::Open(Place::Files(start)),
            Message::Write(id) => Action::Open(Place::Notes(NotesStart::New {
                child: Some(id),
                service: None,
            })),
        }
    }

    fn typing(&mut self, change: impl FnOnce(&mut Form)) -> Action<Message> {
        if let Some(form) = &mut self.form {
            change(form);
        }
        Action::None
    }

    fn leave(&mut self, context: &mut Context) -> Action<Message> {
        self.forget_draft(context);
        let focus = match self.form.take() {
            Some(form) if !form.is_new() => format!("child/{}/change", form.id()),
            _ => "family/add".to_owned(),
        };
        Action::Focus(focus.into())
    }

    fn forget_draft(&mut self, context: &mut Context) {
        if let Some(record) = &mut context.record
            && let Err(error) = record.drop_draft(form::DRAFT)
        {
            self.problem = Some(error.to_string());
        }
    }

    fn keep(&mut self, context: &mut Context) -> Action<Message> {
        let today = context.today();
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        let child = match form.checked(today) {
            Ok(child) => child,
            Err(field) => return Action::Focus(field.into()),
        };
        let said = if form.is_new() {
            "Child added"
        } else {
            "Child changed"
        };
        match context.change(said, |change| change.put_child(&child)) {
            Ok(()) => {
                self.form = None;
                self.forget_draft(context);
                self.refresh(context);
                Action::Several(vec![
                    Action::Saved(said.to_owned()),
                    Action::Focus(format!("child/{}/change", child.id).into()),
                ])
            }
            Err(error) => self.failed(error),
        }
    }

    fn delete(&mut self, context: &mut Context, id: child::Id) -> Action<Message> {
        let name = self
            .kept
            .child(id)
            .map_or_else(|| "Child".to_owned(), |child| child.name);
        match context.change("Child deleted", |change| change.delete_child(id)) {
            Ok(()) => {
                self.form = None;
                self.forget_draft(context);
                self.refresh(context);
                Action::Several(vec![
                    Action::Saved(format!("{name} deleted. It stays in the bin for 30 days.")),
                    Action::Focus("family/add".into()),
                ])
            }
            Err(error) => self.failed(error),
        }
    }

    fn failed(&mut self, error: record::Error) -> Action<Message> {
        if !matches!(error, record::Error::NoRecordYet) {
            self.problem = Some(error.to_string());
        }
        Action::None
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let problem = self
            .problem
            .as_ref()
            .map(|problem| widgets::notice::problem(look, "Something went wrong", problem).into());
        match &self.form {
            Some(form) => form::view(form, context.today(), look, problem),
            None => self.list(context.today(), look, problem),
        }
    }

    fn list<'a>(
        &'a self,
        today: Date,
        look: &Look,
        problem: Option<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        let add = || button::main(look, "family/add", "Add a child", Message::New).icon(Icon::Add);
        let trailing = (!self.kept.is_empty()).then(|| add().into());
        let files = button::plain(
            look,
            "family/files",
            "Letters and files",
            Message::Files(FilesStart::List),
        )
        .icon(Icon::Letter);
        let header = widgets::page_header(look, "My family", None, trailing);
        let body: Element<'a, Message> = if self.kept.is_empty() {
            widgets::empty_state(
                look,
                "No child is written down yet. A name is enough, or a nickname.",
                Some(add().into()),
            )
        } else {
            let rows = self
                .kept
                .each()
                .map(|(child, counts)| card(child, counts, today, look))
                .collect();
            widgets::list_spaced(look, "Children", rows, gap::L)
        };
        let files = Element::from(files);
        widgets::page(look, column![header, problem, body, files].spacing(gap::XL))
    }
}

fn card<'a>(child: &'a Child, counts: String, today: Date, look: &Look) -> Element<'a, Message> {
    let id = child.id;
    let age = child.date_of_birth.map(|born| {
        let born_on = words::date(born);
        widgets::body(look, format!("{}, born {born_on}", age(born, today)))
    });
    let facts = column![
        widgets::section(look, child.name.as_str()),
        age,
        widgets::quiet(look, counts)
    ]
    .spacing(gap::XS)
    .width(Fill);
    let change = button::plain(
        look,
        format!("child/{id}/change"),
        "Change",
        Message::Change(id),
    )
    .name(format!("Change {}", child.name))
    .icon(Icon::Edit);
    let write = button::quiet(
        look,
        format!("child/{id}/write"),
        "Write a note",
        Message::Write(id),
    )
    .name(format!("Write a note about {}", child.name))
    .icon(Icon::Notes)
    .at_edge();
    let files = button::quiet(
        look,
        format!("child/{id}/files"),
        "Files",
        Message::Files(FilesStart::Child(id)),
    )
    .name(format!("Letters and files about {}", child.name))
    .icon(Icon::Letter);
    let actions = [write, files, change].map(Element::from);
    let who = row![avatar(child, look), facts].spacing(gap::L);
    let content: Element<'a, Message> = if look.width == Width::Wide {
        row![
            who.width(Fill),
            row(actions).spacing(gap::XL).align_y(Center)
        ]
        .spacing(gap::L)
        .align_y(Center)
        .into()
    } else {
        let actions = widgets::wrap_row(actions.into(), gap::M);
        column![who, actions].spacing(gap::M).into()
    };
    widgets::card(look, content)
}

fn avatar<'a>(child: &Child, look: &Look) -> Element<'a, Message> {
    // The name stands beside it, so that a screen reader would say it twice.
    decorative(widgets::avatar(
        look,
        child.initial(),
        colour(child.colour),
        child.name.clone(),
    ))
}

/// The colour to draw for the colour that the family chose.
fn colour(chosen: Colour) -> iced::Color {
    Colour::ALL
        .iter()
        .zip(palette::CHILDREN)
        .find(|(colour, _)| **colour == chosen)
        .map_or(palette::CHILDREN[0], |(_, drawn)| drawn)
}

/// `6 years old`, `19 months old`, `5 weeks old`, `3 days old`.
pub(crate) fn age(born: Date, today: Date) -> String {
    let birthday_to_come = (today.month(), today.day()) < (born.month(), born.day());
    let years = i64::from(today.year() - born.year()) - i64::from(birthday_to_come);
    let months = i64::from(today.year() - born.year()) * 12
        + i64::from(today.month() - born.month())
        - i64::from(today.day() < born.day());
    let days = words::days_between(born, today);
    let (number, noun) = match (years, months) {
        (2.., _) => (years, "year"),
        (_, 3..) => (months, "month"),
        _ if days >= 14 => (days / 7, "week"),
        _ => (days, "day"),
    };
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural} old")
}
