//! The improvement plan: what inspectors found in Somerset, what was promised, what was found
//! later, what nobody could find, and what a family lived through.

use iced::widget::column;

use crate::directory::service;
use crate::guide::plan::{self, Promise};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::record::{Child, Experience, experience as kept};
use crate::screens::shared::guidance;
use crate::screens::shared::keeping::{self, Kept};
use crate::screens::shared::searched::{self, Names, Searched};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, notice, words as text};
use copying::{STEP, TITLE};
use experience::Form;

mod copying;
mod experience;
mod findings;
mod later;
mod pictures;
mod promise;
mod time_line;

/// Which part of the story is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Events along a line.
    TimeLine,
    /// The nine promises of 2020.
    Promises,
    /// The nine weaknesses of 2020 with the findings of 2022.
    Weaknesses,
    /// Who promised, how it was watched, and what followed.
    Later,
    /// Findings by area and the years on a line, each also as a table.
    Pictures,
}

/// The screen.
#[derive(Debug)]
pub struct ImprovementPlan {
    part: Part,
    events: Searched,
    open: Option<&'static Promise>,
    kept: Kept,
    family: Vec<Child>,
    experiences: Vec<Experience>,
    forms: Vec<Form>,
    /// Why the family’s own words could not be read or changed.
    own_problem: Option<String>,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// A part of the story was pressed.
    Part(Part),
    /// In the search, the kinds or the pager of the time line.
    Events(searched::Message),
    /// A promise was pressed.
    Open(&'static str),
    /// “The whole plan”.
    All,
    /// Something to keep from a promise.
    Keep(keeping::Message),
    /// “Copy as text”: one promise with the family’s words.
    Copy(&'static Promise),
    /// “Copy all as text”: every promise with the family’s words.
    CopyAll,
    /// “Add what happened”, or going on with it.
    Add(&'static Promise),
    /// “Change” beside an experience.
    Change(kept::Id),
    /// “Delete” beside an experience, or in its form.
    Delete(kept::Id),
    /// In the form of an experience.
    Form(kept::Id, experience::Edited),
    /// “Save” in the form of an experience.
    Save(kept::Id),
    /// “Close” in the form of an experience.
    Close(kept::Id),
    /// A service that may want to hear it.
    Service(service::Id),
    /// Documents.
    Documents,
    /// A term was pressed.
    Term(Press),
    /// A page that something rests on.
    Visit(String),
}

impl Default for ImprovementPlan {
    fn default() -> Self {
        Self::new()
    }
}

impl ImprovementPlan {
    /// With the whole time line.
    pub fn new() -> Self {
        Self {
            part: Part::TimeLine,
            events: Searched::new(Names {
                prefix: "plan",
                search: "Search the time line",
                noun: "events",
            }),
            open: None,
            kept: Kept::default(),
            family: Vec::new(),
            experiences: Vec::new(),
            forms: Vec::new(),
            own_problem: None,
        }
    }

    /// Opens the plan as it was left, or one promise by its id.
    pub fn enter(&mut self, context: &Context, promise: Option<&str>) {
        self.open = promise.and_then(plan::promise);
        self.kept.turn_the_page();
        self.refresh(context);
        self.take_up_draft(context);
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Part(part) => {
                self.part = part;
                Action::None
            }
            Message::Events(message) => {
                let found = self.found();
                let next = |at: usize| {
                    let event = found.get(at);
                    event.map(|event| time_line::source_id(event, 0))
                };
                self.events.update(message, next)
            }
            Message::Open(id) => Action::Open(Place::ImprovementPlan(Some(id.to_owned()))),
            Message::All => Action::Open(Place::ImprovementPlan(None)),
            Message::Keep(message) => {
                let leaf = self.leaf(context);
                self.kept.update(context, message, |_| leaf)
            }
            Message::Copy(promise) => self.copy(context, promise),
            Message::CopyAll => self.copy_all(context),
            Message::Add(promise) => self.add(context, promise),
            Message::Change(id) => self.change(context, id),
            Message::Delete(id) => self.delete(context, id),
            Message::Form(id, edited) => self.edit(id, edited),
            Message::Save(id) => self.save(context, id),
            Message::Close(id) => self.close(id),
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Documents => Action::Open(Place::Documents),
            Message::Term(press) => terms::update(context, press),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
        }
    }

    /// Draws the plan, or one promise.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Term);
        match self.open {
            Some(promise) => widgets::page(look, self.promise(promise, context, look, terms)),
            None => widgets::page(look, self.whole(context, look, terms)),
        }
    }

    fn whole<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        let words = plan::words();
        let intro = words.intro.iter();
        let intro = intro.map(|says| terms.reading(says.as_str()));
        let intro = column(intro).spacing(gap::L);
        let parts = [
            (Part::TimeLine, "Time line"),
            (Part::Promises, words.promises.as_str()),
            (Part::Weaknesses, words.weaknesses.as_str()),
            (Part::Later, "Plans and checks"),
            (Part::Pictures, "In pictures"),
        ];
        let tabs = widgets::tabs(
            look,
            "plan/part",
            "Parts of the plan",
            parts.map(|(part, name)| (part, name.to_owned())).to_vec(),
            self.part,
            Message::Part,
        );
        let part = match self.part {
            Part::TimeLine => self.time_line(look, terms),
            Part::Promises => self.promises(look, terms),
            Part::Weaknesses => findings::weaknesses(look, terms),
            Part::Later => later::later(look, terms),
            Part::Pictures => pictures::pictures(look, terms),
        };
        let documents = button::plain(look, "plan/documents", "Documents", Message::Documents);
        let documents = documents
            .icon(Icon::Letter)
            .describe("Newsletters, strategies, reports and law.");
        let read_on = crate::words::date(plan::checked_on());
        let problem = self.kept.problem.as_deref();
        let problem = problem
            .map(|problem| Element::from(notice::problem(look, "Something went wrong", problem)));
        column![
            widgets::page_header(look, TITLE, None, Some(documents.into())),
            intro,
            tabs,
            part,
            column![
                text::section(look, "Take it with you"),
                guidance::take_along(look, "plan", &self.kept, STEP, context, Message::Keep),
                problem,
            ]
            .spacing(gap::M),
            terms.rest(),
            text::quiet(look, format!("We read the pages on {read_on}.")),
        ]
        .spacing(gap::L)
        .into()
    }
}
