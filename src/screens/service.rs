//! One service of the Local Offer: what it does, how to get it, how sure we are, and what the
//! family keeps about it.

use std::collections::BTreeMap;

use iced::widget::column;

use crate::directory::Service;
use crate::directory::service::Id;
use crate::look::{Icon, Look, Width, gap};
use crate::platform::opening::Link;
use crate::record::saved_service::Status;
use crate::record::{Appointment, Child, Note, Question, SavedService, child};
use crate::record::{appointment, note, question};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{
    Action, AppointmentsStart, Context, FindStart, NotesStart, Place, QuestionsStart,
};
use crate::widgets::field::{Edit, Writing};
use crate::widgets::{self, Element, button, empty_state, notice};

mod about;
mod contact;
mod copying;
mod keeping;
mod mine;
mod sure;

/// The button that saves the service.
const SAVE: &str = "service/save";
/// How far the family has come.
const STATUS: &str = "service/status";
/// What stands first when the service is saved.
const NEXT: &str = "service/add-appointment";

/// One service, as long as the window lives.
#[derive(Debug)]
pub struct ServiceScreen {
    id: Option<Id>,
    saved: Option<SavedService>,
    children: Vec<Child>,
    appointments: Vec<Appointment>,
    questions: Vec<Question>,
    notes: Vec<Note>,
    /// The family's own words, as they stand in the field.
    writing: Writing,
    /// The words that were last kept as a draft, while they are not yet part of the record.
    drafted: Option<String>,
    /// Words that were still being typed when another service was opened.
    left: BTreeMap<Id, String>,
    problem: Option<String>,
}

/// What a person can do with a service.
#[derive(Debug, Clone)]
pub enum Message {
    /// "Save this service".
    Save,
    /// How far the family has come.
    Status(Status),
    /// Who it is for.
    For(child::Id, bool),
    /// The family's own words.
    Write(Edit),
    /// "Remove from saved services".
    Remove,
    /// "Add an appointment".
    AddAppointment,
    /// "Add a question".
    AddQuestion,
    /// "Write a note".
    AddNote,
    /// Open an appointment.
    Appointment(appointment::Id),
    /// Open a question.
    Question(question::Id),
    /// Open a note.
    Note(note::Id),
    /// Copy these words.
    Copy(String),
    /// "Copy as text": the whole service.
    CopyAll,
    /// Open something outside Withy.
    Visit(Link),
    /// Open another service.
    Open(Id),
    /// "Find other services".
    FindHelp,
    /// Go back.
    Back,
    /// A term was pressed.
    Term(Press),
}

impl Default for ServiceScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl ServiceScreen {
    /// With no service open.
    pub fn new() -> Self {
        Self {
            id: None,
            saved: None,
            children: Vec::new(),
            appointments: Vec::new(),
            questions: Vec::new(),
            notes: Vec::new(),
            writing: Writing::default(),
            drafted: None,
            left: BTreeMap::new(),
            problem: None,
        }
    }

    /// Opens one service. Words that were being typed about another are kept.
    pub fn enter(&mut self, context: &Context, id: Id) {
        if self.id != Some(id) {
            self.leave();
            self.id = Some(id);
        }
        self.problem = None;
        self.refresh(context);
    }

    /// Reads again what the family keeps, leaving what is being typed alone.
    pub fn refresh(&mut self, context: &Context) {
        if let Err(problem) = self.read(context) {
            self.problem = Some(problem.to_string());
        }
    }

    /// What a press or a typed letter does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        let Some(id) = self.id else {
            return Action::None;
        };
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Save => self.save(context, id),
            Message::Status(status) => self.set_status(context, status),
            Message::For(child, on) => self.set_child(context, child, on),
            Message::Remove => self.remove(context),
            Message::Write(edit) => {
                self.writing.apply(edit);
                Action::None
            }
            Message::AddAppointment => {
                let service = Some(id);
                let start = AppointmentsStart::New { service, on: None };
                Action::Open(Place::Appointments(start))
            }
            Message::AddQuestion => Action::Open(Place::Questions(QuestionsStart::New {
                service: Some(id),
                appointment: None,
            })),
            Message::AddNote => Action::Open(Place::Notes(NotesStart::New {
                child: None,
                service: Some(id),
            })),
            Message::Appointment(id) => {
                Action::Open(Place::Appointments(AppointmentsStart::One(id)))
            }
            Message::Question(id) => Action::Open(Place::Questions(QuestionsStart::One(id))),
            Message::Note(id) => Action::Open(Place::Notes(NotesStart::One(id))),
            Message::Copy(words) => {
                let said = format!("Copied {words}");
                Action::CopyOnly { words, said }
            }
            Message::CopyAll => match context.directory.service(id) {
                Some(service) => Action::Copy {
                    words: copying::as_text(service, context),
                    said: "Copied this service with its sources".to_owned(),
                },
                None => Action::None,
            },
            Message::Visit(link) => Action::Visit(link),
            Message::Open(id) => Action::Open(Place::Service(id)),
            Message::FindHelp => Action::Open(Place::FindHelp(FindStart::Search)),
            Message::Back => Action::Back,
            Message::Term(press) => terms::update(context, press),
        }
    }

    /// The service: a whole page, or, where there is room for the list beside it, its column.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let service = self.id.and_then(|id| context.directory.service(id));
        let content = match service {
            Some(service) => self.service(service, context, look),
            None => self.gone(look),
        };
        match look.width {
            Width::Wide => content,
            Width::Middle | Width::Narrow => widgets::page(look, content),
        }
    }

    fn service<'a>(
        &'a self,
        service: &'a Service,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let terms = &Terms::new(look, context, Message::Term);
        terms.note(&service.name);
        let problem = self.problem.as_deref();
        let problem = problem.map(|problem| {
            let title = "This did not work";
            Element::from(notice::problem(look, title, problem))
        });
        let first = column![
            widgets::detail_header(
                look,
                service.name.as_str(),
                Some(("Back", Message::Back)),
                None
            ),
            about::who_runs_it(service, terms),
            terms.reading(service.description.as_str()),
            self.saved
                .as_ref()
                .map(|saved| mine::saved_line(saved, look)),
            contact::phones(service, look, terms),
            self.actions(look),
            problem,
        ]
        .spacing(gap::L);
        column![
            first,
            widgets::divider(look),
            contact::how_to_get_it(service, look, terms),
            contact::view(service, context, look, terms),
            self.kept(look),
            self.linked(context, look),
            about::facts(service, look, terms),
            sure::view(service, context, look, terms),
            terms.rest(),
        ]
        .spacing(gap::XL)
        .into()
    }

    /// Saving is the main thing to do; once that is done, an appointment is.
    fn actions<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        const APPOINTMENT: &str = "Add an appointment";
        let appointment = if self.saved.is_some() {
            button::main(look, NEXT, APPOINTMENT, Message::AddAppointment)
        } else {
            button::plain(look, NEXT, APPOINTMENT, Message::AddAppointment)
        };
        let question = button::quiet(
            look,
            "service/add-question",
            "Add a question",
            Message::AddQuestion,
        );
        let note = button::quiet(look, "service/add-note", "Write a note", Message::AddNote);
        let copy = button::quiet(look, "service/copy", "Copy as text", Message::CopyAll);
        let mut buttons = vec![Element::from(appointment.icon(Icon::AddAppointment))];
        if self.saved.is_none() {
            let save = button::main(look, SAVE, "Save this service", Message::Save);
            buttons.insert(0, save.icon(Icon::Save).into());
        }
        let more = vec![
            question.icon(Icon::Questions).at_edge().into(),
            note.icon(Icon::Notes).at_edge().into(),
            copy.icon(Icon::Copy).at_edge().into(),
        ];
        column![
            widgets::wrap_row(buttons, gap::M),
            widgets::wrap_row(more, gap::XL),
        ]
        .spacing(gap::S)
        .into()
    }

    fn gone<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let saved = self.saved.as_ref();
        let title = saved.map_or("This service", |saved| saved.name.as_str());
        let find = button::main(
            look,
            "service/find",
            "Find other services",
            Message::FindHelp,
        );
        column![
            widgets::detail_header(look, title, Some(("Back", Message::Back)), None),
            self.kept(look),
            empty_state(
                look,
                "This service is not in the directory any more.",
                Some(find.icon(Icon::Find).into())
            ),
        ]
        .spacing(gap::L)
        .into()
    }
}
