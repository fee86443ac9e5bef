//! What a family lived through, beside a promise: written, changed, deleted, kept as a draft.

use iced::widget::Id;

use super::{ImprovementPlan, Message};
use crate::guide::plan::Promise;
use crate::record::{Error, Experience, experience as kept};
use crate::screens::{Action, Context};
pub use form::Edited;
pub(super) use form::Form;

mod form;
mod view;

impl ImprovementPlan {
    /// What was kept beside this promise, the newest first.
    pub(super) fn of(&self, promise: &Promise) -> impl Iterator<Item = &Experience> {
        let all = self.experiences.iter();
        all.filter(move |one| one.promise == promise.id)
    }

    fn form(&mut self, id: kept::Id) -> Option<&mut Form> {
        self.forms.iter_mut().find(|form| form.id() == id)
    }

    /// The form of something new beside this promise.
    fn new_form(&mut self, promise: &str) -> Option<&mut Form> {
        let mut forms = self.forms.iter_mut();
        forms.find(|form| form.is_new() && form.promise() == promise)
    }

    /// Reads again what is kept. What is being changed keeps its words.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
        let read = self.read(context);
        self.own_problem = read.err().map(|problem| problem.to_string());
    }

    fn read(&mut self, context: &Context) -> Result<(), Error> {
        self.family = context.read(|record| record.children())?;
        self.experiences = context.read(|record| record.experiences())?;
        let experiences = &self.experiences;
        for form in &mut self.forms {
            form.follow(experiences.iter().find(|one| one.id == form.id()), context);
        }
        self.forms.retain(|form| form.is_new() || form.is_kept());
        Ok(())
    }

    /// Something begun beside the open promise and not saved waits to be gone on with.
    pub(super) fn take_up_draft(&mut self, context: &Context) {
        let Some(promise) = self.open else {
            return;
        };
        if self.new_form(&promise.id).is_some() {
            return;
        }
        match Form::begun(context, &promise.id) {
            Ok(begun) => self.forms.extend(begun),
            Err(problem) => self.own_problem = Some(problem.to_string()),
        }
    }

    pub(super) fn add(&mut self, context: &Context, promise: &'static Promise) -> Action<Message> {
        let id = match self.new_form(&promise.id) {
            Some(form) => {
                form.open();
                form.id()
            }
            None => {
                let form = Form::new(context, &promise.id);
                let id = form.id();
                self.forms.push(form);
                id
            }
        };
        Action::Focus(form::text_id(id))
    }

    pub(super) fn change(&mut self, context: &Context, id: kept::Id) -> Action<Message> {
        if let Some(form) = self.form(id) {
            form.open();
            return Action::Focus(form::text_id(id));
        }
        let Some(one) = self.experiences.iter().find(|one| one.id == id) else {
            return Action::None;
        };
        match Form::change(context, one) {
            Ok(form) => {
                self.forms.push(form);
                Action::Focus(form::text_id(id))
            }
            Err(problem) => {
                self.own_problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    pub(super) fn edit(&mut self, id: kept::Id, edited: Edited) -> Action<Message> {
        if let Some(form) = self.form(id) {
            form.edit(edited);
        }
        Action::None
    }

    /// Hides the form. Words that are not saved wait in it.
    pub(super) fn close(&mut self, id: kept::Id) -> Action<Message> {
        let Some(form) = self.form(id) else {
            return Action::None;
        };
        form.close();
        let button = form.opened_by();
        self.forms
            .retain(|form| form.id() != id || form.has_words());
        Action::Focus(button)
    }

    pub(super) fn save(&mut self, context: &mut Context, id: kept::Id) -> Action<Message> {
        let Some(form) = self.form(id) else {
            return Action::None;
        };
        let experience = match form.finished(context) {
            Ok(experience) => experience,
            Err(first_wrong) => return Action::Focus(first_wrong),
        };
        let label = if form.is_new() {
            "Experience added"
        } else {
            "Experience changed"
        };
        let done = context.change(label, |change| change.put_experience(&experience));
        if !self.done(context, id, done) {
            return Action::None;
        }
        Action::Several(vec![
            Action::Saved("Kept beside the promise. Nothing was sent.".to_owned()),
            Action::Focus(view::change_id(id)),
        ])
    }

    /// Puts it into the bin. What was never saved goes there too, so that its words can be brought
    /// back.
    pub(super) fn delete(&mut self, context: &mut Context, id: kept::Id) -> Action<Message> {
        let unsaved = self.form(id).filter(|form| form.is_new());
        let unsaved = unsaved.map(|form| form.as_typed());
        let promise = match (&unsaved, self.experiences.iter().find(|one| one.id == id)) {
            (Some(one), _) | (None, Some(one)) => one.promise.clone(),
            (None, None) => return Action::None,
        };
        let added = match &unsaved {
            Some(one) => context.change("Experience added", |change| change.put_experience(one)),
            None => Ok(()),
        };
        let done = added.and_then(|()| {
            context.change("Experience deleted", |change| change.delete_experience(id))
        });
        if !self.done(context, id, done) {
            return Action::None;
        }
        Action::Several(vec![
            Action::Saved("Deleted. It stays in the bin for 30 days.".to_owned()),
            Action::Focus(form::add_id(&promise)),
        ])
    }

    /// Whether a change was kept; then its form is gone, and so is its draft.
    fn done(&mut self, context: &mut Context, id: kept::Id, done: Result<(), Error>) -> bool {
        match done {
            Ok(()) => {
                let forgotten = self.form(id).map_or(Ok(()), |form| form.forget(context));
                self.forms.retain(|form| form.id() != id);
                self.refresh(context);
                if let Err(problem) = forgotten {
                    self.own_problem = Some(problem.to_string());
                }
                true
            }
            Err(Error::NoRecordYet) => false,
            Err(problem) => {
                match self.form(id) {
                    Some(form) => form.fail(&problem),
                    None => self.own_problem = Some(problem.to_string()),
                }
                false
            }
        }
    }

    /// Whether words were typed that no draft holds yet.
    pub fn is_writing(&self) -> bool {
        self.forms.iter().any(Form::is_writing)
    }

    /// Keeps what is being written as drafts. True when something was kept.
    ///
    /// # Errors
    /// When the record could not be written.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, Error> {
        let mut kept = false;
        for form in &mut self.forms {
            kept |= form.keep_draft(context)?;
        }
        Ok(kept)
    }
}

/// The control with this id.
fn id_of(what: &str, id: kept::Id) -> Id {
    Id::from(format!("plan/own/{id}/{what}"))
}
