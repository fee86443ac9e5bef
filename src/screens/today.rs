//! Today: what is next. The next appointment and its questions, the steps to take, who is being
//! waited for, and the latest notes. On the first day it asks what would help first.

use crate::look::{Look, Width, gap};
use crate::platform::COMMAND_KEY;
use crate::platform::opening::Link;
use crate::record::{self, appointment, note, step};
use crate::screens::shared::drafts::FormDraft;
use crate::screens::{
    Action, AppointmentsStart, Context, FindStart, NotesStart, Place, QuestionsStart,
};
use crate::widgets::{self, Element};
use crate::words;
use iced::widget::{column, row};
use iced::{Fill, FillPortion};

mod cards;
mod copy_due;
mod kept;
mod next;
mod welcome;

use kept::Kept;

/// How many steps are shown at first, and how many more each press shows.
const STEPS_AT_FIRST: usize = 5;
const STEPS_MORE: usize = 20;

/// What Today has read, and the step being typed.
#[derive(Debug)]
pub struct Today {
    kept: Kept,
    step: String,
    step_draft: FormDraft,
    step_problem: Option<&'static str>,
    shown_steps: usize,
    problem: Option<String>,
    copy_due: Option<copy_due::Reminder>,
}

/// What a person can do on Today.
#[derive(Debug, Clone)]
pub enum Message {
    /// Open another place.
    Open(Place),
    /// Open the sample family.
    SampleFamily,
    /// A step was ticked, or its tick was taken away.
    StepDone(step::Id, bool),
    /// The words of a new step.
    StepTyped(String),
    /// Keep the new step.
    AddStep,
    /// Show more steps.
    MoreSteps,
    /// Copy a phone number.
    Copy(String),
    /// Ring a phone number with the system's own program.
    Call(String),
    /// Make a copy of the record outside this computer.
    BackUp,
    /// No copy outside this computer for now.
    NoCopyNow,
}

impl Message {
    fn appointment(id: appointment::Id) -> Self {
        Self::Open(Place::Appointments(AppointmentsStart::One(id)))
    }

    fn note(id: note::Id) -> Self {
        Self::Open(Place::Notes(NotesStart::One(id)))
    }

    fn question_for(appointment: appointment::Id) -> Self {
        Self::Open(Place::Questions(QuestionsStart::New {
            service: None,
            appointment: Some(appointment),
        }))
    }
}

impl Default for Today {
    fn default() -> Self {
        Self::new()
    }
}

impl Today {
    /// An empty Today; [`Today::enter`] fills it.
    pub fn new() -> Self {
        Self {
            kept: Kept::default(),
            step: String::new(),
            step_draft: FormDraft::new("step/new"),
            step_problem: None,
            shown_steps: STEPS_AT_FIRST,
            problem: None,
            copy_due: None,
        }
    }

    /// Reads what is next, and takes up a step that was half typed when the window closed.
    pub fn enter(&mut self, context: &Context) {
        self.shown_steps = STEPS_AT_FIRST;
        self.step_problem = None;
        self.refresh(context);
        if self.step.is_empty() && !self.step_draft.is_behind() {
            match self.step_draft.read(context) {
                Ok(step) => self.step = step.unwrap_or_default(),
                Err(error) => self.problem = Some(error.to_string()),
            }
        }
    }

    /// Reads again, keeping the step that is being typed.
    pub fn refresh(&mut self, context: &Context) {
        self.copy_due = copy_due::Reminder::read(context);
        match Kept::read(context) {
            Ok(kept) => {
                self.kept = kept;
                self.problem = None;
            }
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// Does what was asked.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Open(place) => Action::Open(place),
            Message::SampleFamily => Action::SampleFamily(true),
            Message::StepTyped(typed) => {
                self.step = typed;
                self.step_draft.touch();
                self.step_problem = None;
                Action::None
            }
            Message::AddStep => self.add_step(context),
            Message::StepDone(id, done) => self.tick(context, id, done),
            Message::MoreSteps => {
                self.shown_steps += STEPS_MORE;
                Action::None
            }
            Message::Copy(number) => Action::CopyOnly {
                said: format!("Copied {number}"),
                words: number,
            },
            Message::Call(number) => Action::Visit(Link::Phone(number)),
            Message::BackUp => self.back_up(),
            Message::NoCopyNow => self.no_copy_now(context),
        }
    }

    /// Whether a step was typed and not kept, or there is a draft to let go of.
    pub fn is_writing(&self) -> bool {
        self.step_draft.is_behind()
    }

    /// Keeps the step being typed as a draft; says whether anything was kept.
    ///
    /// # Errors
    /// When the draft could not be kept.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        let step = &self.step;
        let words = || (!step.trim().is_empty()).then_some(step);
        self.step_draft.keep(context, words)
    }

    fn add_step(&mut self, context: &mut Context) -> Action<Message> {
        let text = self.step.trim().to_owned();
        if text.is_empty() {
            self.step_problem = Some("Write what you will do, like “Ring the school”.");
            return Action::Focus("today/step".into());
        }
        let mut step = record::Step::new(&context.now());
        step.text = text;
        let result = context.change("Step added", |change| change.put_step(&step));
        let answer = self.after(context, result, "Step added");
        if !matches!(answer, Action::None) {
            self.step.clear();
            if let Err(error) = self.step_draft.forget(context) {
                self.problem = Some(error.to_string());
            }
        }
        answer
    }

    fn tick(&mut self, context: &mut Context, id: step::Id, done: bool) -> Action<Message> {
        let Some(found) = self.kept.steps.iter().find(|step| step.id == id) else {
            return Action::None;
        };
        let mut step = found.clone();
        step.done_on = done.then(|| context.today());
        let said = if done {
            "Step done"
        } else {
            "Step to do again"
        };
        let result = context.change(said, |change| change.put_step(&step));
        self.after(context, result, said)
    }

    /// What follows a change: the news when it was kept, and nothing otherwise.
    fn after(
        &mut self,
        context: &Context,
        result: Result<(), record::Error>,
        said: &str,
    ) -> Action<Message> {
        match result {
            Ok(()) => {
                self.refresh(context);
                Action::Saved(said.to_owned())
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(error) => {
                self.problem = Some(error.to_string());
                Action::None
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
        if !self.kept.anything {
            return welcome::view(context, look, problem);
        }
        let today = context.today();
        let title = format!(
            "{} {} {}",
            words::weekday(today),
            today.day(),
            words::month(today)
        );
        let header = widgets::page_header(look, title, None, Some(search(look)));
        let first = column![
            next::view(&self.kept, context, look),
            cards::steps(self, context, look)
        ]
        .spacing(gap::L);
        let second = column![
            cards::waiting(&self.kept, today, look),
            cards::notes(&self.kept, today, look),
            cards::questions(&self.kept, look),
            cards::paths(&self.kept, look),
            cards::saved(&self.kept, look),
        ]
        .spacing(gap::L);
        let body: Element<'a, Message> = if look.width == Width::Wide {
            row![first.width(FillPortion(4)), second.width(FillPortion(3))]
                .spacing(gap::L)
                .into()
        } else {
            column![first, second].spacing(gap::L).width(Fill).into()
        };
        widgets::page(
            look,
            column![header, problem, self.copy_due(look), body].spacing(gap::L),
        )
    }
}

/// A button that looks like the search field it opens.
fn search<'a>(look: &Look) -> Element<'a, Message> {
    widgets::search_button(
        look,
        "today/search",
        "Search everything",
        format!("{COMMAND_KEY}+K"),
        Message::Open(Place::Search),
    )
}

impl From<FindStart> for Message {
    fn from(start: FindStart) -> Self {
        Self::Open(Place::FindHelp(start))
    }
}
