//! Questions: waiting to be asked, asked, answered, and the starter questions about a Personal
//! Health Budget. One question goes from the list to an appointment to an answer on one page.

use crate::directory::service;
use crate::look::Look;
use crate::platform::opening::Link;
use crate::record::question::{self, State};
use crate::record::{self, appointment, child, starter_questions};
use crate::screens::shared::terms::{self, Press};
use crate::screens::{Action, AppointmentsStart, Context, Place, QuestionsStart};
use crate::widgets::{self, Element, field};

mod adding;
mod answering;
mod kept;
mod list;
mod one;
mod starters;
mod wording;

use adding::Adding;
use answering::Answering;
use kept::Kept;
use wording::Wording;

/// How many questions are shown at first, and how many more each press shows.
const ROWS: usize = 20;

/// One of the four lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Not asked yet, asked, or answered.
    Kept(State),
    /// Starter questions about a Personal Health Budget.
    Budget,
}

/// The lists, the question that is open, and what is being typed.
#[derive(Debug)]
pub struct Questions {
    kept: Kept,
    tab: Tab,
    child: Option<child::Id>,
    group: Option<String>,
    shown: usize,
    adding: Adding,
    open: Option<question::Id>,
    /// The form of the answer: there for a question that is open and not answered.
    answering: Option<Answering>,
    /// The words of the open question, while they are changed.
    words: Option<Wording>,
    starter_group: String,
    just_asked: Option<&'static str>,
    problem: Option<String>,
}

/// What a person can do with questions.
#[derive(Debug, Clone)]
pub enum Message {
    /// Show another list.
    Tab(Tab),
    /// Only questions about this child, or about any.
    Child(child::Id),
    /// Only questions of this group, or of any.
    Group(String),
    /// Show more rows.
    More,
    /// The words of a new question.
    NewTyped(String),
    /// Show or hide the further choices for a new question.
    NewDetails,
    /// The new question is about this child, or no longer.
    NewAbout(child::Id),
    /// The appointment to take the new question to.
    NewTakeTo(Option<appointment::Id>),
    /// Keep the new question.
    Add,
    /// Open one question.
    Open(question::Id),
    /// Back to where the person came from.
    Close,
    /// Show another group of starter questions.
    StarterGroup(&'static str),
    /// Put a starter question in the list.
    Ask(&'static str),
    /// Put every starter question of the group in the list.
    AskGroup,
    /// The appointment to take a question to.
    TakeTo(question::Id, Option<appointment::Id>),
    /// The open question is about this child, or no longer.
    About(child::Id),
    /// The open question was asked today, or was not asked after all.
    Asked(bool),
    /// Start to change the words of the open question.
    ChangeWords,
    /// The words of the open question.
    Words(String),
    /// Keep the words of the open question.
    KeepWords,
    /// Leave the words of the open question as they were.
    LeaveWords,
    /// The answer.
    Answer(field::Edit),
    /// Who answered.
    AnsweredBy(String),
    /// The day of the answer.
    AnsweredOn(String),
    /// Keep the answer.
    KeepAnswer,
    /// Change an answer that was kept.
    ChangeAnswer,
    /// Put the open question in the bin.
    Delete,
    /// Open a service.
    Service(service::Id),
    /// Open an appointment.
    Appointment(appointment::Id),
    /// Open the page that a starter question rests on.
    Visit(&'static str),
    /// A term was pressed.
    Term(Press),
}

impl Default for Questions {
    fn default() -> Self {
        Self::new()
    }
}

impl Questions {
    /// Empty lists; [`Questions::enter`] fills them.
    pub fn new() -> Self {
        Self {
            kept: Kept::default(),
            tab: Tab::Kept(State::Waiting),
            child: None,
            group: None,
            shown: ROWS,
            adding: Adding::default(),
            open: None,
            answering: None,
            words: None,
            starter_group: starter_questions::groups()
                .first()
                .map(|group| group.id.clone())
                .unwrap_or_default(),
            just_asked: None,
            problem: None,
        }
    }

    /// Opens the lists, one question, the starter questions or a new question.
    pub fn enter(&mut self, context: &Context, start: QuestionsStart) {
        self.close();
        self.just_asked = None;
        self.refresh(context);
        match start {
            QuestionsStart::List => {}
            QuestionsStart::Budget => self.tab = Tab::Budget,
            QuestionsStart::New {
                service,
                appointment,
            } => {
                self.tab = Tab::Kept(State::Waiting);
                self.adding.start(service, appointment);
            }
            QuestionsStart::One(id) => self.show(context, id),
        }
        if self.adding.text.is_empty() && !self.adding.is_writing() {
            self.adding.restore(context);
        }
    }

    /// Reads again, keeping what is being typed.
    pub fn refresh(&mut self, context: &Context) {
        match Kept::read(context) {
            Ok(kept) => {
                self.kept = kept;
                self.problem = None;
            }
            Err(error) => self.problem = Some(error.to_string()),
        }
        if self.open.is_some_and(|id| self.kept.question(id).is_none()) {
            self.close();
        }
        // An answer that was taken back by undo needs its form again.
        if let Some(question) = self.open.and_then(|id| self.kept.question(id))
            && question.state() != State::Answered
            && self.answering.is_none()
        {
            self.answering = Some(Answering::of(context, question));
        }
    }

    /// Whether something was typed and not kept.
    pub fn is_writing(&self) -> bool {
        !self.adding.text.trim().is_empty()
            || self.adding.is_writing()
            || self.words.as_ref().is_some_and(Wording::is_writing)
            || self.answering.as_ref().is_some_and(Answering::is_changed)
    }

    /// Keeps what is being typed as drafts; says whether anything was kept.
    ///
    /// # Errors
    /// When the drafts could not be kept.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        let new = self.adding.keep_draft(context)?;
        let answer = match &mut self.answering {
            Some(answering) => answering.keep_draft(context)?,
            None => false,
        };
        let words = match &mut self.words {
            Some(words) => words.keep_draft(context)?,
            None => false,
        };
        Ok(new || answer || words)
    }

    /// Does what was asked.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Term(press) => terms::update(context, press),
            Message::Tab(tab) => {
                self.tab = tab;
                self.shown = ROWS;
                self.just_asked = None;
                Action::None
            }
            Message::Child(id) => {
                self.child = (self.child != Some(id)).then_some(id);
                self.shown = ROWS;
                Action::None
            }
            Message::Group(id) => {
                self.group = (self.group.as_ref() != Some(&id)).then_some(id);
                self.shown = ROWS;
                Action::None
            }
            Message::More => {
                self.shown += ROWS;
                Action::None
            }
            Message::NewTyped(_)
            | Message::NewDetails
            | Message::NewAbout(_)
            | Message::NewTakeTo(_)
            | Message::Add => self.update_adding(context, message),
            Message::StarterGroup(id) => {
                id.clone_into(&mut self.starter_group);
                self.just_asked = None;
                Action::None
            }
            Message::Ask(id) => self.ask(context, id),
            Message::AskGroup => self.ask_group(context),
            Message::Open(id) => Action::Open(Place::Questions(QuestionsStart::One(id))),
            Message::Close => Action::Back,
            Message::TakeTo(id, appointment) => {
                let said = if appointment.is_some() {
                    "Question put with the appointment"
                } else {
                    "Question taken off the appointment"
                };
                self.change(context, id, said, |question| {
                    question.appointment = appointment
                })
            }
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Appointment(id) => {
                Action::Open(Place::Appointments(AppointmentsStart::One(id)))
            }
            Message::Visit(url) => Action::Visit(Link::Website(url.to_owned())),
            Message::About(_)
            | Message::Asked(_)
            | Message::ChangeWords
            | Message::Words(_)
            | Message::KeepWords
            | Message::LeaveWords
            | Message::Answer(_)
            | Message::AnsweredBy(_)
            | Message::AnsweredOn(_)
            | Message::KeepAnswer
            | Message::ChangeAnswer
            | Message::Delete => self.update_one(context, message),
        }
    }

    /// Opens one question, with the form of its answer when it has none.
    fn show(&mut self, context: &Context, id: question::Id) {
        self.close();
        if let Some(question) = self.kept.question(id) {
            self.open = Some(id);
            self.tab = Tab::Kept(question.state());
            self.answering =
                (question.state() != State::Answered).then(|| Answering::of(context, question));
            self.words = Wording::restored(context, question);
        }
    }

    fn close(&mut self) {
        self.open = None;
        self.answering = None;
        self.words = None;
    }

    /// Keeps drafts before leaving a form; a failure is shown, and the words stay in the form.
    fn keep_quietly(&mut self, context: &mut Context) {
        if let Err(error) = self.autosave(context) {
            self.problem = Some(error.to_string());
        }
    }

    /// Changes one question that is kept.
    fn change(
        &mut self,
        context: &mut Context,
        id: question::Id,
        said: &str,
        edit: impl FnOnce(&mut record::Question),
    ) -> Action<Message> {
        let Some(question) = self.kept.question(id) else {
            return Action::None;
        };
        let mut question = question.clone();
        edit(&mut question);
        let result = context.change(said, |change| change.put_question(&question));
        if self.after(context, result) {
            Action::Saved(said.to_owned())
        } else {
            Action::None
        }
    }

    /// Whether the change was kept; then everything is read again.
    fn after<T>(&mut self, context: &Context, result: Result<T, record::Error>) -> bool {
        match result {
            Ok(_) => {
                self.refresh(context);
                true
            }
            Err(record::Error::NoRecordYet) => false,
            Err(error) => {
                self.problem = Some(error.to_string());
                false
            }
        }
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let problem = self
            .problem
            .as_ref()
            .map(|problem| widgets::notice::problem(look, "Something went wrong", problem).into());
        match self.open.and_then(|id| self.kept.question(id)) {
            Some(question) => one::view(self, question, context, look, problem),
            None => list::view(self, context, look, problem),
        }
    }
}
