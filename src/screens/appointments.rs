//! Appointments: when, with whom, what to ask, and afterwards what was said.
//!
//! Three pages share this screen: the agenda or month, the form where an appointment is added or
//! changed, and one appointment with its questions. Words that are not saved stay as they are
//! when the person looks something up elsewhere and comes back.

use iced::widget::Id;

use super::shared::files_part;
use super::{Action, AppointmentsStart, Context, Place, QuestionsStart};
use crate::directory::service;
use crate::look::Look;
use crate::record::{Child, Error, appointment, question};
use crate::widgets::Element;

mod after;
mod agenda;
mod form;
mod length;
mod list;
mod month;
mod one;
mod questions;
mod row;

use agenda::Agenda;
use form::Form;
use month::Month;
use one::One;

/// How the appointments are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// What comes first, then what is over.
    #[default]
    Agenda,
    /// A month at a time.
    Month,
}

/// Which page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    #[default]
    List,
    Form,
    One,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Appointments {
    page: Page,
    tab: Tab,
    agenda: Agenda,
    month: Option<Month>,
    form: Option<Form>,
    one: Option<One>,
    family: Vec<Child>,
    unsaved: Option<String>,
    problem: Option<String>,
}

/// What happened on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Show the agenda or the month.
    Tab(Tab),
    /// Add an appointment, or carry on with the one begun.
    New,
    /// Add an appointment on the day chosen in the month.
    NewOnThisDay,
    /// Open an appointment.
    Open(appointment::Id),
    /// Leave the page for the list, or the form for its appointment.
    Back,
    /// More rows in the agenda.
    Agenda(agenda::Message),
    /// Another month or day.
    Month(month::Message),
    /// Something in the form.
    Form(form::Message),
    /// Keep what the form says.
    Save,
    /// Something on the page of one appointment.
    One(one::Message),
    /// Letters and files of the open appointment.
    Files(files_part::Message),
    /// Change the open appointment.
    Change,
    /// Put the open appointment into the bin.
    Delete,
    /// Open a service.
    OpenService(service::Id),
    /// Open a question.
    OpenQuestion(question::Id),
}

impl Appointments {
    /// The screen, before anything is read.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the list, a new appointment or one appointment. Words that are not saved yet are
    /// never replaced.
    pub fn enter(&mut self, context: &Context, start: AppointmentsStart) {
        match start {
            AppointmentsStart::Agenda => {
                let stays = match self.page {
                    Page::Form => self.form.as_ref().is_some_and(Form::has_words),
                    Page::One => self.one.as_ref().is_some_and(One::is_writing),
                    Page::List => true,
                };
                if !stays {
                    self.page = Page::List;
                }
            }
            AppointmentsStart::New { service, on } => {
                let carries_on = self
                    .form
                    .as_ref()
                    .is_some_and(|form| form.is_new() && form.has_words());
                if !carries_on {
                    let opened = Form::open_new(context);
                    self.show_form(opened.map(Some));
                }
                if let Some(form) = &mut self.form {
                    form.start_with(context, service, on);
                }
                self.page = Page::Form;
            }
            AppointmentsStart::One(id) => {
                let carries_on = self
                    .one
                    .as_ref()
                    .is_some_and(|one| one.id() == id && one.is_writing());
                if !carries_on {
                    self.show_one(context, id);
                }
                self.page = if self.one.is_some() {
                    Page::One
                } else {
                    Page::List
                };
            }
        }
        self.refresh(context);
    }

    /// Shows the list. What the form holds stays, and the list offers to go on with it.
    pub fn leave_form(&mut self) {
        if self.page == Page::Form {
            self.page = Page::List;
        }
    }

    /// Which of its pages is shown; `None` while a new appointment is written.
    pub fn shows(&self) -> Option<AppointmentsStart> {
        match (self.page, &self.form, &self.one) {
            (Page::Form, Some(form), _) if form.is_new() => None,
            (Page::Form, Some(form), _) => Some(AppointmentsStart::One(form.id())),
            (Page::One, _, Some(one)) => Some(AppointmentsStart::One(one.id())),
            _ => Some(AppointmentsStart::Agenda),
        }
    }

    /// Whether an appointment that is kept is being changed.
    pub fn is_changing(&self) -> bool {
        self.page == Page::Form && self.form.as_ref().is_some_and(|form| !form.is_new())
    }

    /// Reads again what is shown, and keeps what is being typed.
    pub fn refresh(&mut self, context: &Context) {
        let read = self.read(context);
        self.keep_problem(read);
    }

    /// Answers a press, or typing.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Tab(tab) => {
                self.tab = tab;
                self.refresh(context);
                Action::None
            }
            Message::New => new_on(None),
            Message::NewOnThisDay => new_on(self.month.as_ref().map(Month::chosen)),
            Message::Open(id) => Action::Open(Place::Appointments(AppointmentsStart::One(id))),
            Message::Back => self.back(context),
            Message::Agenda(message) => {
                self.agenda.update(message);
                self.refresh(context);
                Action::None
            }
            Message::Month(message) => {
                if let Some(month) = &mut self.month {
                    month.update(message, context.today());
                }
                self.refresh(context);
                Action::None
            }
            Message::Form(message) => match &mut self.form {
                Some(form) => form.update(context, message),
                None => Action::None,
            },
            Message::Save => self.save(context),
            Message::Files(message) => match &mut self.one {
                Some(one) => one.files.update(context, message).map(Message::Files),
                None => Action::None,
            },
            Message::One(message) => match &mut self.one {
                Some(one) => one.update(context, message),
                None => Action::None,
            },
            Message::Change => self.change(context),
            Message::Delete => self.delete(context),
            Message::OpenService(service) => Action::Open(Place::Service(service)),
            Message::OpenQuestion(question) => {
                Action::Open(Place::Questions(QuestionsStart::One(question)))
            }
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        match (self.page, &self.form, &self.one) {
            (Page::Form, Some(form), _) => form.view(context, look, &self.family),
            (Page::One, _, Some(one)) => one.view(context, look, &self.family),
            _ => self.list_view(context, look),
        }
    }

    /// Whether there are words that are not saved.
    pub fn is_writing(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_writing)
            || self.one.as_ref().is_some_and(One::is_writing)
    }

    /// Keeps what is being written as drafts, where it changed. True when something was kept.
    ///
    /// # Errors
    /// When the record could not be written.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, Error> {
        let form = match &mut self.form {
            Some(form) => form.keep_draft(context)?,
            None => false,
        };
        let one = match &mut self.one {
            Some(one) => one.keep_drafts(context)?,
            None => false,
        };
        Ok(form || one)
    }

    /// Files were added: what was typed for that has done its work.
    pub fn files_were_added(&mut self) {
        if let Some(one) = &mut self.one {
            one.files.added();
        }
    }

    /// From a changed appointment back to it; from anything else to the list.
    fn back(&mut self, context: &mut Context) -> Action<Message> {
        let kept = self.autosave(context).map(|_| ());
        let changed = self.form.as_ref().filter(|form| !form.is_new());
        let appointment = changed.filter(|_| self.page == Page::Form).map(Form::id);
        match appointment {
            Some(id) => {
                self.show_one(context, id);
                self.page = Page::One;
            }
            None => self.page = Page::List,
        }
        self.refresh(context);
        if kept.is_err() {
            self.keep_problem(kept);
        }
        Action::Focus(title_id())
    }

    fn change(&mut self, context: &mut Context) -> Action<Message> {
        let kept = self.autosave(context).map(|_| ());
        let Some(id) = self.one.as_ref().map(One::id) else {
            return Action::None;
        };
        let opened = Form::open(context, id);
        self.show_form(opened);
        if kept.is_err() {
            self.keep_problem(kept);
        }
        if self.form.is_some() {
            self.page = Page::Form;
        }
        Action::Focus(Id::new("appointments/with"))
    }

    fn save(&mut self, context: &mut Context) -> Action<Message> {
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        let (appointment, questions) = match form.finished(context) {
            Ok(finished) => finished,
            Err(first_wrong) => return Action::Focus(first_wrong),
        };
        let label = if form.is_new() {
            "Appointment added"
        } else {
            "Appointment changed"
        };
        let saved = context.change(label, |change| {
            change.put_appointment(&appointment)?;
            questions
                .iter()
                .try_for_each(|question| change.put_question(question))
        });
        match saved {
            Ok(()) => {
                let forgotten = form.forget_draft(context);
                self.form = None;
                self.show_one(context, appointment.id);
                self.page = Page::One;
                self.refresh(context);
                if forgotten.is_err() {
                    self.keep_problem(forgotten);
                }
                Action::Several(vec![
                    Action::Saved("Appointment saved".to_owned()),
                    Action::Focus(title_id()),
                ])
            }
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                form.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    fn delete(&mut self, context: &mut Context) -> Action<Message> {
        let Some(one) = &mut self.one else {
            return Action::None;
        };
        let id = one.id();
        match context.change("Appointment deleted", |change| {
            change.delete_appointment(id)
        }) {
            Ok(()) => {
                self.one = None;
                self.page = Page::List;
                self.refresh(context);
                Action::Several(vec![
                    Action::Saved(
                        "Appointment deleted. It stays in the bin for 30 days.".to_owned(),
                    ),
                    Action::Focus(title_id()),
                ])
            }
            Err(Error::NoRecordYet) => Action::None,
            Err(problem) => {
                one.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    fn show_form(&mut self, opened: Result<Option<Form>, Error>) {
        match opened {
            Ok(form) => self.form = form,
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    fn show_one(&mut self, context: &Context, id: appointment::Id) {
        match One::open(context, id) {
            Ok(one) => self.one = one,
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    fn read(&mut self, context: &Context) -> Result<(), Error> {
        self.family = context.read(|record| record.children())?;
        if let Some(form) = &mut self.form
            && !form.refresh(context)?
        {
            self.form = None;
            self.leave_form();
        }
        if let Some(one) = &mut self.one
            && !one.refresh(context)?
        {
            self.one = None;
        }
        self.unsaved = match &self.form {
            Some(form) if form.is_new() && form.has_words() => Some(form.first_words()),
            _ => Form::waiting_draft(context)?,
        };
        self.agenda.read(context, &self.family)?;
        let today = context.today();
        self.month
            .get_or_insert_with(|| Month::around(today))
            .read(context, &self.family)
    }

    fn keep_problem(&mut self, result: Result<(), Error>) {
        self.problem = result.err().map(|problem| problem.to_string());
    }
}

fn new_on(on: Option<jiff::civil::Date>) -> Action<Message> {
    Action::Open(Place::Appointments(AppointmentsStart::New {
        service: None,
        on,
    }))
}

fn title_id() -> Id {
    Id::new("page-title")
}
