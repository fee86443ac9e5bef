//! What is kept from the steps: steps, questions, and a copy in words.

use super::{Message, Worried, service_of};
use crate::guide::pathway::{self, Act};
use crate::record::{self, Question, Step};
use crate::screens::{Action, Context};

impl Worried {
    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        let steps = context.read(|record| record.steps());
        let questions = context.read(|record| record.questions(&Default::default()));
        match (steps, questions) {
            (Ok(steps), Ok(questions)) => {
                let (done, to_do): (Vec<_>, Vec<_>) =
                    steps.into_iter().partition(|step| step.done_on.is_some());
                self.done = done.into_iter().map(|step| step.text).collect();
                self.to_do = to_do.into_iter().map(|step| step.text).collect();
                self.questions = questions.into_iter().map(|one| one.text).collect();
                self.problem = None;
            }
            (Err(error), _) | (_, Err(error)) => self.problem = Some(error.to_string()),
        }
    }

    pub(super) fn is_kept(&self, words: &str) -> bool {
        self.to_do.contains(words) || self.done.contains(words)
    }

    pub(super) fn save_steps(&mut self, context: &mut Context) -> Action<Message> {
        // The message is sent again once a record is there: it must not save twice.
        self.refresh(context);
        let steps: Vec<Step> = self
            .steps()
            .into_iter()
            .filter(|step| !self.is_kept(&step.title))
            .map(|step| {
                let slug = match &step.action {
                    Act::Open(slug) => Some(slug.as_str()),
                    _ => None,
                };
                new_step(context, &step.title, slug)
            })
            .collect();
        self.keep(context, &steps)
    }

    pub(super) fn save_step(
        &mut self,
        context: &mut Context,
        words: &'static str,
    ) -> Action<Message> {
        self.refresh(context);
        if self.is_kept(words) {
            return Action::None;
        }
        let step = new_step(context, words, None);
        self.keep(context, &[step])
    }

    fn keep(&mut self, context: &mut Context, steps: &[Step]) -> Action<Message> {
        if steps.is_empty() {
            return Action::None;
        }
        let (label, said) = match steps {
            [_] => ("Save a step", "Step saved. It is on Today".to_owned()),
            several => {
                let count = crate::words::count(several.len(), "step", "steps");
                ("Save steps", format!("{count} saved. They are on Today"))
            }
        };
        let done = context.change(label, |change| {
            steps.iter().try_for_each(|step| change.put_step(step))
        });
        self.after(context, done, said)
    }

    pub(super) fn ask(&mut self, context: &mut Context, words: &str) -> Action<Message> {
        self.refresh(context);
        if self.questions.contains(words) {
            return Action::None;
        }
        let mut question = Question::new(&context.now());
        words.clone_into(&mut question.text);
        question.children = only_child(context);
        let done = context.change("Question added", |change| change.put_question(&question));
        self.after(context, done, "Question added to your list".to_owned())
    }

    fn after(
        &mut self,
        context: &Context,
        done: Result<(), record::Error>,
        said: String,
    ) -> Action<Message> {
        match done {
            Ok(()) => {
                self.refresh(context);
                Action::Saved(said)
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    pub(super) fn copy(&self) -> Action<Message> {
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
}

/// With one child there is nobody else it could be for.
fn only_child(context: &Context) -> Vec<record::child::Id> {
    let children = context.read(|record| record.children()).unwrap_or_default();
    match children.as_slice() {
        [only] => vec![only.id],
        _ => Vec::new(),
    }
}

fn new_step(context: &Context, words: &str, slug: Option<&str>) -> Step {
    let mut step = Step::new(&context.now());
    words.clone_into(&mut step.text);
    step.service = slug.and_then(|slug| service_of(context, slug));
    step.children = only_child(context);
    step
}
