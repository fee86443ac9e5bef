//! Keeping a path: what was answered, for which child, and the steps that came of it.

use super::{Face, Message, TITLE, Worried};
use crate::directory::service;
use crate::guide::pathway::{self, Act, Asked};
use crate::record::{self, KeptPath, Step, child, path};
use crate::screens::{Action, Context, children};

/// Beside which words it stands for whom the steps are.
const STEPS: &str = "What to do first";

impl Worried {
    /// The questions that matter for the answers so far.
    pub(super) fn asked(&self) -> Vec<&'static Asked> {
        let given = |asked: &str| self.answers.get(asked).copied();
        let age = self.age;
        age.map_or(Vec::new(), |age| pathway::asked(age, &self.worries, given))
    }

    /// The path as it is kept: the one that is open, or one with the same age and worries.
    pub(super) fn path_kept(&self) -> Option<&KeptPath> {
        let age = self.age?;
        let worries = || self.worries.iter().map(|worry| worry.id.as_str());
        let same = |path: &&KeptPath| {
            path.age == age.id && path.worries.iter().map(String::as_str).eq(worries())
        };
        match self.open {
            Some(id) => self.paths.iter().find(|path| path.id == id),
            None => self.paths.iter().find(same),
        }
    }

    /// Whether the path is kept just as it is answered now.
    pub(super) fn is_as_kept(&self, context: &Context) -> bool {
        let now = |kept: &KeptPath| KeptPath {
            kept_on: kept.kept_on,
            ..self.answered(context, kept)
        };
        self.path_kept().is_some_and(|kept| now(kept) == *kept)
    }

    /// The path that is answered now, in place of the one that is kept.
    fn answered(&self, context: &Context, kept: &KeptPath) -> KeptPath {
        let asked = self.asked();
        let answers = asked.iter().filter_map(|asked| {
            let answer = self.answers.get(asked.id.as_str())?;
            Some((asked.id.clone(), (*answer).to_owned()))
        });
        let mut children = self.kept.whose();
        if children.is_empty() {
            children.clone_from(&kept.children);
        }
        KeptPath {
            id: kept.id,
            title: self.title(),
            age: self.age.map_or_else(String::new, |age| age.id.clone()),
            worries: self.worries.iter().map(|one| one.id.clone()).collect(),
            answers: answers.collect(),
            kept_on: context.today(),
            children,
        }
    }

    fn path_to_keep(&self, context: &Context) -> KeptPath {
        let new = KeptPath::new(&context.now());
        self.answered(context, self.path_kept().unwrap_or(&new))
    }

    pub(super) fn keep_path(&mut self, context: &mut Context) -> Action<Message> {
        // The message is sent again once a record is there: it must not keep two.
        self.refresh(context);
        if self.is_as_kept(context) {
            return Action::None;
        }
        let path = self.path_to_keep(context);
        let done = context.change("Keep this path", |change| change.put_path(&path));
        self.after_keeping(context, done, path.id, "Path kept. It is on Today.")
    }

    /// Keeps the steps that are not there yet, and the path that led to them.
    pub(super) fn save_steps(&mut self, context: &mut Context) -> Action<Message> {
        self.refresh(context);
        let steps = self.steps();
        let service = |act: &Act| -> Option<service::Id> {
            let Act::Open(slug) = act else { return None };
            Some(context.directory.by_slug(slug)?.id)
        };
        let steps: Vec<(&str, Option<service::Id>)> = steps
            .iter()
            .map(|step| (step.title.as_str(), service(&step.action)))
            .collect();
        let new = self.kept.new_steps(context, &steps);
        if new.is_empty() {
            return Action::None;
        }
        let path = self.path_to_keep(context);
        let done = context.change("Save steps", |change| {
            new.iter().try_for_each(|step| change.put_step(step))?;
            change.put_path(&path)
        });
        if done.is_ok() {
            self.kept.kept_steps(STEPS, &new);
        }
        let said = match new.len() {
            1 => "Step saved with your path. It is on Today.".to_owned(),
            several => {
                let count = crate::words::count(several, "step", "steps");
                format!("{count} saved with your path. They are on Today.")
            }
        };
        self.after_keeping(context, done, path.id, said)
    }

    fn after_keeping(
        &mut self,
        context: &Context,
        done: Result<(), record::Error>,
        path: path::Id,
        said: impl Into<String>,
    ) -> Action<Message> {
        if done.is_ok() {
            self.open = Some(path);
            self.refresh(context);
        }
        self.kept.after(context, done, said)
    }

    /// Says for whom the path and what is kept on it are. Steps that were just saved follow.
    pub(super) fn say_for(&mut self, context: &mut Context, child: child::Id) -> Action<Message> {
        children::toggle(&mut self.kept.for_whom, child);
        let just = self.kept.steps_just_kept(STEPS);
        if just.is_empty() {
            return Action::None;
        }
        let steps = context.read(|record| record.steps()).unwrap_or_default();
        let steps: Vec<Step> = steps
            .into_iter()
            .filter(|step| just.contains(&step.id))
            .map(|step| Step {
                children: self.kept.for_whom.clone(),
                ..step
            })
            .collect();
        let path = KeptPath {
            children: self.kept.for_whom.clone(),
            ..self.path_to_keep(context)
        };
        let done = context.change("Say who it is for", |change| {
            steps.iter().try_for_each(|step| change.put_step(step))?;
            change.put_path(&path)
        });
        self.after_keeping(context, done, path.id, "Saved who it is for")
    }

    /// Takes up the answers of a path that is kept. One that the guide no longer knows is asked
    /// again from its age.
    pub(super) fn take_up(&mut self, id: path::Id) {
        let Some(path) = self.paths.iter().find(|path| path.id == id) else {
            return;
        };
        self.open = Some(id);
        self.age = pathway::age(&path.age);
        let worries = path.worries.iter();
        self.worries = worries.filter_map(|id| pathway::worry(id)).collect();
        self.kept.for_whom.clone_from(&path.children);
        self.answers.clear();
        for (asked, answer) in &path.answers {
            let known = pathway::all_asked().iter().find(|one| one.id == *asked);
            let known = known.and_then(|known| {
                let answer = known.answers.iter().find(|one| one.id == *answer)?;
                Some((known.id.as_str(), answer.id.as_str()))
            });
            self.answers.extend(known);
        }
        self.kept.turn_the_page();
        self.face = match (self.age, self.worries.is_empty()) {
            (None, _) => Face::Age,
            (Some(_), true) => Face::Worry,
            (Some(_), false) => Face::Steps,
        };
    }

    pub(super) fn open_path(&mut self, id: path::Id, change: bool) -> Action<Message> {
        self.take_up(id);
        match self.age.filter(|_| change && self.face == Face::Steps) {
            Some(age) => Action::Focus(format!("worried/is/{}", age.id).into()),
            None => Action::Focus(TITLE.into()),
        }
    }

    /// Puts a path into the bin. Its steps stay, and so do the answers on the screen.
    pub(super) fn remove_path(&mut self, context: &mut Context, id: path::Id) -> Action<Message> {
        let done = context.change("Remove this path", |change| change.delete_path(id));
        if done.is_ok() && self.open == Some(id) {
            self.open = None;
        }
        self.refresh(context);
        let said = "Path removed. It stays in the bin for 30 days. Your steps stay.";
        let saved = self.kept.after(context, done, said);
        Action::Several(vec![saved, Action::Focus(TITLE.into())])
    }
}
