//! Worried?: an age and a worry lead to a few steps, each with one thing to press. The answers
//! stand above the steps and can be changed there.

use std::collections::BTreeMap;

use crate::directory::Need;
use crate::guide::pathway::{self, Act, Age, MOST_WORRIES, Page, Step, Worry};
use crate::look::Look;
use crate::platform::opening::Link;
use crate::screens::shared::guidance::Kept;
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::Element;

mod asking;
mod page;
mod path;

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
    /// The button of a step, an answer or something on a page, with its words.
    Act(&'static Act, &'static str),
    /// "Save these steps".
    SaveSteps,
    /// "Copy as text".
    Copy,
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

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
    }

    /// The steps to show, for what was answered.
    fn steps(&self) -> Vec<&'static Step> {
        self.age
            .map(|age| pathway::steps(age, &self.worries))
            .unwrap_or_default()
    }

    fn turn_to(&mut self, face: Face) -> Action<Message> {
        self.face = face;
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
                self.next()
            }
            Message::Answer(asked, answer) => {
                let _ = self.answers.insert(asked, answer);
                Action::None
            }
            Message::Act(Act::Read(id), _) => match pathway::page(id) {
                Some(page) => self.turn_to(Face::Page(page)),
                None => Action::None,
            },
            Message::Act(act, words) => self.kept.act(context, act, words),
            Message::SaveSteps => self.save_steps(context),
            Message::Copy => self.copy(),
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

    fn save_steps(&mut self, context: &mut Context) -> Action<Message> {
        let steps: Vec<(&str, Option<&str>)> = self
            .steps()
            .into_iter()
            .map(|step| match &step.action {
                Act::Open(slug) => (step.title.as_str(), Some(slug.as_str())),
                _ => (step.title.as_str(), None),
            })
            .collect();
        self.kept.save(context, &steps)
    }

    fn copy(&self) -> Action<Message> {
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
        Action::Copy {
            words,
            said: "Copied these steps".to_owned(),
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        match self.face {
            Face::Age => asking::age(look),
            Face::Worry => asking::worry(self, look),
            Face::Steps => path::view(self, context, look),
            Face::Page(page) => page::view(self, page, context, look),
            Face::Sources => page::sources(self, look),
        }
    }
}
