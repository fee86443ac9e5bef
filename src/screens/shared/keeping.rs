//! What a family keeps from a page of guidance: steps, questions, notes and copies. Right after
//! something was kept it can be said for which child it is, and which appointment it goes to.

use std::collections::BTreeSet;

use crate::directory::service;
use crate::guide::page::Act;
use crate::record::starter_questions::{self, StarterQuestion};
use crate::record::{self, Appointment, Child, Question, Step, appointment, child, question, step};
use crate::screens::shared::children;
use crate::screens::{Action, Context, NotesStart, Place, QuestionsStart};
use crate::words;

/// How many coming appointments a question can be taken to.
const COMING: u32 = 6;

/// What a person can do with a piece of guidance, or with a whole page of it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The button beside a piece of guidance, with its words.
    Act(&'static Act, &'static str),
    /// “Ask this”: a question that stands on the page, with its words.
    Ask(String),
    /// What was just kept is for this child, or no longer.
    For(child::Id),
    /// The question that was just kept goes to this appointment, or to none yet.
    TakeTo(Option<appointment::Id>),
    /// One of the four things that every page offers.
    Take(Take),
}

/// What every page of guidance offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// Keep the page as a step.
    Save,
    /// Add a question about it.
    Ask,
    /// Write a note about it.
    Note,
    /// Copy it as text.
    Copy,
}

/// A page of guidance as it can be taken along.
#[derive(Debug, Clone, Default)]
pub struct Leaf {
    /// What it is called: the first line of a note about it.
    pub title: String,
    /// The words of the step that keeps it.
    pub step: String,
    /// The tag of a note about it.
    pub tag: String,
    /// The service it is about.
    pub service: Option<service::Id>,
    /// All of it as text.
    pub text: String,
}

/// What was kept last, and beside which words its button stands.
#[derive(Debug, Clone)]
pub(super) struct Just {
    pub(super) beside: String,
    pub(super) steps: Vec<step::Id>,
    pub(super) question: Option<question::Id>,
    pub(super) children: Vec<child::Id>,
    pub(super) appointment: Option<appointment::Id>,
}

/// What the record holds of the guide, by its words.
#[derive(Debug, Default)]
pub struct Kept {
    to_do: BTreeSet<String>,
    done: BTreeSet<String>,
    questions: BTreeSet<String>,
    starters: BTreeSet<String>,
    /// Every child of the family.
    pub family: Vec<Child>,
    pub(super) coming: Vec<Appointment>,
    /// The children that what is kept here is for, where that was said before.
    pub for_whom: Vec<child::Id>,
    pub(super) just: Option<Just>,
    /// Why the record could not be read or changed.
    pub problem: Option<String>,
}

impl Kept {
    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        if let Err(error) = self.read(context) {
            self.problem = Some(error.to_string());
        }
    }

    fn read(&mut self, context: &Context) -> Result<(), record::Error> {
        let now = context.now();
        let steps = context.read(|record| record.steps())?;
        let questions = context.read(|record| record.questions(&Default::default()))?;
        self.family = context.read(|record| record.children())?;
        self.coming = context.read(|record| record.appointments_after(&now, COMING))?;
        let there = |child: &child::Id| self.family.iter().any(|one| one.id == *child);
        self.for_whom.retain(there);
        if let Some(just) = self.just.take() {
            self.just = still_there(just, &steps, &questions);
        }
        let (done, to_do): (Vec<_>, Vec<_>) =
            steps.into_iter().partition(|step| step.done_on.is_some());
        self.done = done.into_iter().map(|step| step.text).collect();
        self.to_do = to_do.into_iter().map(|step| step.text).collect();
        let starters = questions.iter().filter_map(|one| one.starter.clone());
        self.starters = starters.collect();
        self.questions = questions.into_iter().map(|one| one.text).collect();
        self.problem = None;
        Ok(())
    }

    /// Whether there is a step with these words.
    pub fn has_step(&self, words: &str) -> bool {
        self.to_do.contains(words) || self.done.contains(words)
    }

    /// Whether the step with these words was done.
    pub fn is_done(&self, words: &str) -> bool {
        self.done.contains(words)
    }

    /// Whether a question with these words is in the list.
    pub fn has_question(&self, words: &str) -> bool {
        self.questions.contains(words)
    }

    /// Whether this starter question is in the list.
    pub fn has_starter(&self, starter: &StarterQuestion) -> bool {
        self.starters.contains(&starter.id) || self.questions.contains(&starter.question)
    }

    /// The steps that were just kept beside these words.
    pub fn steps_just_kept(&self, words: &str) -> &[step::Id] {
        let just = self.just.as_ref().filter(|just| just.beside == words);
        just.map_or(&[], |just| just.steps.as_slice())
    }

    /// The children that something new is for: those that were said, or the only child there is.
    pub fn whose(&self) -> Vec<child::Id> {
        match self.family.as_slice() {
            [only] => vec![only.id],
            _ => self.for_whom.clone(),
        }
    }

    /// Nothing was kept just now any more: another page is open.
    pub fn turn_the_page(&mut self) {
        self.just = None;
    }

    /// The steps that are not there yet, ready to be kept: the words of each and its service.
    pub fn new_steps(&self, context: &Context, steps: &[(&str, Option<service::Id>)]) -> Vec<Step> {
        let new = steps.iter().filter(|(words, _)| !self.has_step(words));
        new.map(|(words, service)| Step {
            text: (*words).to_owned(),
            service: *service,
            children: self.whose(),
            ..Step::new(&context.now())
        })
        .collect()
    }

    /// Remembers that these steps were just kept beside `words`.
    pub fn kept_steps(&mut self, words: &str, steps: &[Step]) {
        self.just = steps.first().map(|first| Just {
            beside: words.to_owned(),
            steps: steps.iter().map(|step| step.id).collect(),
            question: None,
            children: first.children.clone(),
            appointment: None,
        });
    }

    fn save<M>(
        &mut self,
        context: &mut Context,
        words: &str,
        service: Option<service::Id>,
    ) -> Action<M> {
        // The message is sent again once a record is there: it must not save twice.
        self.refresh(context);
        let new = self.new_steps(context, &[(words, service)]);
        if new.is_empty() {
            return Action::Say("It is in your steps already.".to_owned());
        }
        let done = context.change("Save a step", |change| {
            new.iter().try_for_each(|step| change.put_step(step))
        });
        if done.is_ok() {
            self.kept_steps(words, &new);
        }
        self.after(context, done, "Step saved. It is on Today.")
    }

    /// Puts a question in the list, unless it is there.
    fn ask<M>(
        &mut self,
        context: &mut Context,
        words: &str,
        service: Option<service::Id>,
    ) -> Action<M> {
        self.refresh(context);
        if self.has_question(words) {
            return Action::Say("It is in your questions already.".to_owned());
        }
        let mut question = Question::new(&context.now());
        words.clone_into(&mut question.text);
        question.service = service;
        self.put_question(context, question)
    }

    fn ask_starter<M>(&mut self, context: &mut Context, id: &str) -> Action<M> {
        self.refresh(context);
        match starter(id) {
            Some(starter) if !self.has_starter(starter) => {
                let question = question_from(context, starter);
                self.put_question(context, question)
            }
            _ => Action::Say("It is in your questions already.".to_owned()),
        }
    }

    fn put_question<M>(&mut self, context: &mut Context, mut question: Question) -> Action<M> {
        question.children = self.whose();
        let done = context.change("Question added", |change| change.put_question(&question));
        if done.is_ok() {
            self.just = Some(Just {
                beside: question.text,
                steps: Vec::new(),
                question: Some(question.id),
                children: question.children,
                appointment: None,
            });
        }
        self.after(context, done, "Question added to your list")
    }

    /// What follows a change: the news when it was kept, and why not otherwise.
    pub fn after<M>(
        &mut self,
        context: &Context,
        done: Result<(), record::Error>,
        said: impl Into<String>,
    ) -> Action<M> {
        match done {
            Ok(()) => {
                self.refresh(context);
                Action::Saved(said.into())
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    /// What a press does on a page that is taken along as `leaf`. Reading another page of the
    /// guide is for the screen itself.
    pub fn update<M>(
        &mut self,
        context: &mut Context,
        message: Message,
        leaf: impl FnOnce(&Context) -> Leaf,
    ) -> Action<M> {
        match message {
            Message::Act(act, words) => {
                let leaf = leaf(context);
                self.act(context, act, words, &leaf)
            }
            Message::Ask(question) => {
                let service = leaf(context).service;
                self.ask(context, &question, service)
            }
            Message::For(child) => self.say_for(context, child),
            Message::TakeTo(appointment) => self.take_to(context, appointment),
            Message::Take(take) => {
                let leaf = leaf(context);
                self.take(context, take, leaf)
            }
        }
    }

    fn act<M>(&mut self, context: &mut Context, act: &Act, words: &str, leaf: &Leaf) -> Action<M> {
        match act {
            Act::Open(slug) => match context.directory.by_slug(slug) {
                Some(service) => Action::Open(Place::Service(service.id)),
                None => self.save(context, words, None),
            },
            Act::Ask(question) => self.ask(context, question, leaf.service),
            Act::Starter(id) => self.ask_starter(context, id),
            Act::Note(lines) => self.write(format!("{}\n", lines.join("\n\n")), leaf),
            Act::Save => self.save(context, words, None),
            Act::Right(id) => Action::Open(Place::Rights(Some(id.clone()))),
            Act::Read(_) => Action::None,
        }
    }

    fn take<M>(&mut self, context: &mut Context, take: Take, leaf: Leaf) -> Action<M> {
        match take {
            Take::Save => self.save(context, &leaf.step, leaf.service),
            Take::Ask => Action::Open(Place::Questions(QuestionsStart::New {
                service: leaf.service,
                appointment: None,
            })),
            Take::Note => self.write(format!("{}:\n", leaf.title), &leaf),
            Take::Copy => Action::Copy {
                words: leaf.text,
                said: "Copied this page with its sources".to_owned(),
            },
        }
    }

    fn write<M>(&self, words: String, leaf: &Leaf) -> Action<M> {
        Action::Open(Place::Notes(NotesStart::About {
            words,
            tag: leaf.tag.clone(),
            children: self.whose(),
            service: leaf.service,
        }))
    }

    /// Says for which child it is that was just kept.
    fn say_for<M>(&mut self, context: &mut Context, child: child::Id) -> Action<M> {
        let Some(mut just) = self.just.clone() else {
            return Action::None;
        };
        children::toggle(&mut just.children, child);
        let steps = context.read(|record| record.steps()).unwrap_or_default();
        let question = just.question.and_then(|id| read_question(context, id));
        let done = context.change("Say who it is for", |change| {
            for step in steps.iter().filter(|step| just.steps.contains(&step.id)) {
                change.put_step(&Step {
                    children: just.children.clone(),
                    ..step.clone()
                })?;
            }
            question.map_or(Ok(()), |question| {
                change.put_question(&Question {
                    children: just.children.clone(),
                    ..question
                })
            })
        });
        self.after(context, done, "Saved who it is for")
    }

    /// Takes the question that was just kept to an appointment.
    fn take_to<M>(
        &mut self,
        context: &mut Context,
        appointment: Option<appointment::Id>,
    ) -> Action<M> {
        let question = self.just.as_ref().and_then(|just| just.question);
        let Some(question) = question.and_then(|id| read_question(context, id)) else {
            return Action::None;
        };
        let said = match appointment {
            Some(_) => "Question put with the appointment",
            None => "Question taken off the appointment",
        };
        let question = Question {
            appointment,
            ..question
        };
        let done = context.change(said, |change| change.put_question(&question));
        self.after(context, done, said)
    }
}

fn read_question(context: &Context, id: question::Id) -> Option<Question> {
    context.read(|record| record.question(id)).ok().flatten()
}

/// What was just kept as it stands now; nothing once undo has taken it away.
fn still_there(mut just: Just, steps: &[Step], questions: &[Question]) -> Option<Just> {
    just.steps
        .retain(|id| steps.iter().any(|step| step.id == *id));
    let step = steps.iter().find(|step| just.steps.contains(&step.id));
    let question = questions.iter().find(|one| Some(one.id) == just.question);
    just.question = question.map(|one| one.id);
    just.appointment = question.and_then(|one| one.appointment);
    let children = step
        .map(|step| &step.children)
        .or(question.map(|one| &one.children))?;
    just.children.clone_from(children);
    Some(just)
}

/// The starter question with this id.
pub fn starter(id: &str) -> Option<&'static StarterQuestion> {
    starter_questions::all().iter().find(|one| one.id == id)
}

/// A new question with the words of a starter question, known as that one.
pub fn question_from(context: &Context, starter: &StarterQuestion) -> Question {
    let mut question = Question::new(&context.now());
    question.text.clone_from(&starter.question);
    question.group = Some(starter.group.clone());
    question.starter = Some(starter.id.clone());
    question
}

/// `Paediatrician, Thursday 4 June, 2:30pm`
pub fn appointment_words(appointment: &Appointment, today: jiff::civil::Date) -> String {
    let day = words::near_day(appointment.starts.date(), today);
    let day = match day.as_str() {
        "Today" | "Tomorrow" | "Yesterday" => day.to_lowercase(),
        _ => day,
    };
    let time = words::time(appointment.starts.time());
    format!("{}, {day}, {time}", appointment.title())
}
