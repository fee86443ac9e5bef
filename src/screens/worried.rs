//! Worried?: an age and a worry lead to a few steps, each with one thing to press. The answers
//! stand above the steps and can be changed there; the path that they make can be kept.

use std::collections::BTreeMap;

use crate::directory::Need;
use crate::guide::pathway::{self, Act, Age, MOST_WORRIES, Page, Step, Worry};
use crate::look::Look;
use crate::platform::opening::Link;
use crate::record::{KeptPath, child, path};
use crate::screens::shared::guidance;
use crate::screens::shared::keeping::{self, Kept, Leaf};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::Element;

mod asking;
mod keep;
mod kept_paths;
mod page;
mod steps;

/// The id of the page's heading.
const TITLE: &str = "page-title";

/// What the page is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Face {
    /// "How old is your child?"
    Age,
    /// "What worries you most?"
    Worry,
    /// What to do first.
    Steps,
    /// A page to read.
    Page(&'static Page),
    /// Where the steps come from.
    Sources,
}

/// Worried?, as long as the window lives. What was answered stays until it is changed.
#[derive(Debug)]
pub struct Worried {
    face: Face,
    age: Option<&'static Age>,
    worries: Vec<&'static Worry>,
    /// The answer to each question, by their ids.
    answers: BTreeMap<&'static str, &'static str>,
    /// The kept path that is open.
    open: Option<path::Id>,
    /// Every path that is kept, the latest first.
    paths: Vec<KeptPath>,
    kept: Kept,
}

/// What a person can do in Worried?.
#[derive(Debug, Clone)]
pub enum Message {
    /// An age was pressed.
    Age(&'static Age),
    /// A worry was pressed: it is followed, or no longer.
    Worry(&'static Worry),
    /// "Add a worry".
    AskWorry,
    /// "Start again".
    StartAgain,
    /// A question was answered: its id and the id of the answer.
    Answer(&'static str, &'static str),
    /// Something to keep from the steps, an answer or a page.
    Keep(keeping::Message),
    /// The path is for this child, or no longer.
    For(child::Id),
    /// "Save these steps".
    SaveSteps,
    /// "Keep this path", or the change to it.
    KeepPath,
    /// Open a path that is kept; to change its answers when `true`.
    OpenPath(path::Id, bool),
    /// Put a path into the bin.
    RemovePath(path::Id),
    /// Open a page to read.
    Read(&'static Page),
    /// Open the sources.
    Sources,
    /// From a page back to the steps.
    ToSteps,
    /// Open one of the pages behind the steps.
    Visit(&'static str),
    /// More services for a worry.
    More(&'static Worry),
    /// The safety numbers.
    Emergency,
    /// Open another place.
    Go(Place),
    /// A term was pressed.
    Term(Press),
}

impl Default for Worried {
    fn default() -> Self {
        Self::new()
    }
}

impl Worried {
    /// With nothing answered.
    pub fn new() -> Self {
        Self {
            face: Face::Age,
            age: None,
            worries: Vec::new(),
            answers: BTreeMap::new(),
            open: None,
            paths: Vec::new(),
            kept: Kept::default(),
        }
    }

    /// Opens the place as it was left, or one page to read by its id.
    pub fn enter(&mut self, context: &Context, page: Option<&str>) {
        if let Some(page) = page.and_then(pathway::page) {
            self.face = Face::Page(page);
        }
        self.refresh(context);
    }

    /// Opens a path that was kept.
    pub fn enter_path(&mut self, context: &Context, id: path::Id) {
        self.refresh(context);
        if self.open != Some(id) {
            self.take_up(id);
        }
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
        match context.read(|record| record.paths()) {
            Ok(paths) => self.paths = paths,
            Err(problem) => self.kept.problem = Some(problem.to_string()),
        }
    }

    /// The steps to show, for what was answered.
    fn steps(&self) -> Vec<&'static Step> {
        self.age
            .map(|age| pathway::steps(age, &self.worries))
            .unwrap_or_default()
    }

    fn turn_to(&mut self, face: Face) -> Action<Message> {
        self.face = face;
        self.kept.turn_the_page();
        Action::Focus(TITLE.into())
    }

    /// The face that the answers so far lead to.
    fn next(&mut self) -> Action<Message> {
        let face = match (self.age, self.worries.is_empty()) {
            (None, _) => Face::Age,
            (Some(_), true) => Face::Worry,
            (Some(_), false) => Face::Steps,
        };
        self.turn_to(face)
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Age(age) => {
                let changed_in_place = self.face == Face::Steps;
                self.age = Some(age);
                if changed_in_place {
                    return Action::None;
                }
                self.next()
            }
            Message::Worry(worry) => self.choose(worry),
            Message::AskWorry => self.turn_to(Face::Worry),
            Message::StartAgain => {
                self.age = None;
                self.worries.clear();
                self.answers.clear();
                self.open = None;
                self.kept.for_whom.clear();
                self.next()
            }
            Message::Answer(asked, answer) => {
                let _ = self.answers.insert(asked, answer);
                Action::None
            }
            Message::Keep(keeping::Message::Act(Act::Read(id), _)) => match pathway::page(id) {
                Some(page) => self.turn_to(Face::Page(page)),
                None => Action::None,
            },
            Message::Keep(message) => {
                let leaf = self.leaf(context);
                self.kept.update(context, message, |_| leaf)
            }
            Message::For(child) => self.say_for(context, child),
            Message::SaveSteps => self.save_steps(context),
            Message::KeepPath => self.keep_path(context),
            Message::OpenPath(id, change) => self.open_path(id, change),
            Message::RemovePath(id) => self.remove_path(context, id),
            Message::Read(page) => self.turn_to(Face::Page(page)),
            Message::Sources => self.turn_to(Face::Sources),
            Message::ToSteps => self.next(),
            Message::Visit(url) => Action::Visit(Link::Website(url.to_owned())),
            Message::More(worry) => {
                Action::Open(Place::FindHelp(match Need::from_code(&worry.need) {
                    Some(need) => FindStart::Need(need),
                    None => FindStart::Text(worry.title.clone()),
                }))
            }
            Message::Emergency => Action::Open(Place::Emergency),
            Message::Go(place) => Action::Open(place),
            Message::Term(press) => terms::update(context, press),
        }
    }

    /// Follows a worry, or stops following it.
    fn choose(&mut self, worry: &'static Worry) -> Action<Message> {
        if let Some(at) = self.worries.iter().position(|one| one.id == worry.id) {
            // On the list of worries a press means "show me", so it takes nothing away there.
            if self.face == Face::Steps {
                let _ = self.worries.remove(at);
            }
        } else if self.worries.len() < MOST_WORRIES {
            self.worries.push(worry);
        }
        self.next()
    }

    /// What is open as it can be taken along.
    fn leaf(&self, context: &Context) -> Leaf {
        let tag = self.worries.first();
        let tag = tag.map_or_else(String::new, |worry| worry.title.clone());
        let (title, text) = match self.face {
            Face::Page(page) => {
                let text = guidance::as_text(page, pathway::checked_on(), pathway::source, context);
                (page.title.clone(), text)
            }
            _ => (self.title(), self.steps_as_text()),
        };
        Leaf {
            step: step_words(&title),
            title,
            tag,
            service: None,
            text,
        }
    }

    fn steps_as_text(&self) -> String {
        let mut words = format!("{}\n", self.title());
        for (number, step) in (1..).zip(self.steps()) {
            words.push_str(&format!("\n{number}. {}. {}", step.title, step.why));
            if let Act::Ask(question) = &step.action {
                words.push_str(&format!(" You could ask: {question}"));
            }
        }
        let read_on = crate::words::date(pathway::checked_on());
        words.push_str(&format!(
            "\n\nFrom Withy. The pages behind it were read on {read_on}.\n"
        ));
        words
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Term);
        match self.face {
            Face::Age => asking::age(self, look, terms),
            Face::Worry => asking::worry(self, look, terms),
            Face::Steps => steps::view(self, context, look, terms),
            Face::Page(page) => page::view(self, page, context, look, terms),
            Face::Sources => page::sources(self, look, terms),
        }
    }
}

/// What the step says that keeps a page.
fn step_words(title: &str) -> String {
    format!("Read again: {title}")
}
