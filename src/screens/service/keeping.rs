//! What the family keeps about a service: reading it, and every change to it.

use super::{Message, NEXT, SAVE, ServiceScreen};
use crate::directory::service::Id;
use crate::record::question::QuestionFilter;
use crate::record::saved_service::Status;
use crate::record::{self, NoteFilter, SavedService, Step, child};
use crate::screens::{Action, Context};
use crate::widgets::field::Writing;

/// More appointments than a family has with one service.
const ALL: u32 = 10_000;

/// Where the words being typed about a service are kept until they are part of the record.
fn draft_key(service: Id) -> String {
    format!("service/{service}")
}

/// What the step says that is added when a service is saved.
fn contact_step(name: &str) -> String {
    format!("Contact {name}")
}

impl ServiceScreen {
    pub(super) fn read(&mut self, context: &Context) -> Result<(), record::Error> {
        let Some(id) = self.id else {
            return Ok(());
        };
        let was_writing = self.has_unkept_words();
        self.saved = context.read(|record| record.saved_service_for(id))?;
        self.children = context.read(|record| record.children())?;
        self.read_linked(context, id)?;
        if was_writing && self.saved.is_some() {
            return Ok(());
        }
        let draft = context.read(|record| record.draft(&draft_key(id)))?;
        let kept = self.saved.as_ref().map(|saved| saved.note.clone());
        let words = draft.map(|draft| draft.words).or(kept).unwrap_or_default();
        if words != self.writing.text() {
            self.writing = Writing::carried_on(&words);
        }
        Ok(())
    }

    fn read_linked(&mut self, context: &Context, id: Id) -> Result<(), record::Error> {
        let now = context.now();
        self.appointments = context.read(|record| record.appointments_after(&now, ALL))?;
        let past = context.read(|record| record.appointments_before(&now, ALL))?;
        self.appointments.extend(past);
        self.appointments.retain(|one| one.service == Some(id));
        let filter = QuestionFilter {
            service: Some(id),
            ..QuestionFilter::default()
        };
        self.questions = context.read(|record| record.questions(&filter))?;
        self.notes = context.read(|record| record.notes(&NoteFilter::default()))?;
        self.notes.retain(|note| note.service == Some(id));
        Ok(())
    }

    pub(super) fn save(&mut self, context: &mut Context, id: Id) -> Action<Message> {
        let Some(service) = context.directory.service(id) else {
            return Action::None;
        };
        let now = context.now();
        let mut saved = SavedService::new(&now, id, &service.name);
        saved.phone = service.phones.first().map(|phone| phone.number.clone());
        // The message is sent again once a record is there: it must not save twice.
        self.refresh(context);
        if self.saved.is_some() {
            return Action::None;
        }
        // With one child there is nobody else it could be for.
        if let [only] = self.children.as_slice() {
            saved.children = vec![only.id];
        }
        let mut step = Step::new(&now);
        step.text = contact_step(&saved.name);
        step.service = Some(id);
        step.children.clone_from(&saved.children);
        let label = format!("Save {}", saved.name);
        let done = context.change(&label, |change| {
            change.put_saved_service(&saved)?;
            change.put_step(&step)
        });
        let said = "Service saved. Today has a step to contact them.";
        self.after(context, done, said, Some(NEXT))
    }

    pub(super) fn set_status(&mut self, context: &mut Context, status: Status) -> Action<Message> {
        let Some(mut saved) = self.saved.clone() else {
            return Action::None;
        };
        saved.status = status;
        let mut step = match status {
            Status::ToContact => None,
            _ => step_to_contact(context, &saved),
        };
        if let Some(step) = &mut step {
            step.done_on = Some(context.today());
        }
        let label = format!("Mark {} as {}", saved.name, status.words().to_lowercase());
        let done = context.change(&label, |change| {
            change.put_saved_service(&saved)?;
            step.iter().try_for_each(|step| change.put_step(step))
        });
        let said = match step {
            Some(_) => "Saved. The step to contact them is done.",
            None => "Saved.",
        };
        self.after(context, done, said, None)
    }

    pub(super) fn set_child(
        &mut self,
        context: &mut Context,
        child: child::Id,
        on: bool,
    ) -> Action<Message> {
        let Some(mut saved) = self.saved.clone() else {
            return Action::None;
        };
        saved.children.retain(|known| *known != child);
        if on {
            saved.children.push(child);
        }
        let label = format!("Say who {} is for", saved.name);
        let done = context.change(&label, |change| change.put_saved_service(&saved));
        self.after(context, done, "Saved.", None)
    }

    /// Removes it, with the step to contact it if that is still to do.
    pub(super) fn remove(&mut self, context: &mut Context) -> Action<Message> {
        let kept = self.keep_words(context);
        let Some(saved) = self.saved.clone() else {
            return Action::None;
        };
        let step = step_to_contact(context, &saved);
        let label = format!("Remove {}", saved.name);
        let done = kept.and_then(|()| {
            context.change(&label, |change| {
                change.delete_saved_service(saved.id)?;
                step.iter().try_for_each(|step| change.delete_step(step.id))
            })
        });
        let said = "Removed from your saved services. It stays in the bin for 30 days.";
        self.after(context, done, said, Some(SAVE))
    }

    fn after(
        &mut self,
        context: &Context,
        done: Result<(), record::Error>,
        said: &str,
        focus: Option<&'static str>,
    ) -> Action<Message> {
        match done {
            Ok(()) => {
                self.problem = None;
                self.refresh(context);
                let saved = Action::Saved(said.to_owned());
                match focus {
                    Some(id) => Action::Several(vec![saved, Action::Focus(id.into())]),
                    None => saved,
                }
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    fn has_unkept_words(&self) -> bool {
        let kept = self.saved.as_ref().map(|saved| saved.note.as_str());
        kept.is_some_and(|kept| kept != self.writing.text())
    }

    /// Whether words are in the field, or were left behind, that are not part of the record yet.
    pub fn is_writing(&self) -> bool {
        self.has_unkept_words() || !self.left.is_empty()
    }

    /// Keeps the words being typed: while they change as a draft, and once they have stood still
    /// for a call as part of the record. `true` when something was kept.
    ///
    /// # Errors
    /// When the record could not be written. The words stay in the field.
    pub fn autosave(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        if !self.is_writing() || context.record.is_none() {
            return Ok(false);
        }
        self.keep_left(context)?;
        let Some(id) = self.id.filter(|_| self.has_unkept_words()) else {
            return Ok(true);
        };
        let words = self.writing.text();
        if self.drafted.as_ref() == Some(&words) {
            self.keep_words(context)?;
        } else {
            keep_draft(context, id, &words)?;
            self.drafted = Some(words);
        }
        Ok(true)
    }

    /// Puts the words in the field aside, because another service is opened.
    pub(super) fn leave(&mut self) {
        if let Some(id) = self.id.filter(|_| self.has_unkept_words()) {
            let _ = self.left.insert(id, self.writing.text());
        }
        self.saved = None;
        self.drafted = None;
        self.writing = Writing::default();
    }

    fn keep_left(&mut self, context: &mut Context) -> Result<(), record::Error> {
        while let Some((id, words)) = self.left.pop_first() {
            if let Err(problem) = keep_note(context, id, &words) {
                let _ = self.left.insert(id, words);
                return Err(problem);
            }
        }
        Ok(())
    }

    fn keep_words(&mut self, context: &mut Context) -> Result<(), record::Error> {
        let Some(id) = self.id.filter(|_| self.has_unkept_words()) else {
            return Ok(());
        };
        let words = self.writing.text();
        keep_note(context, id, &words)?;
        if let Some(saved) = &mut self.saved {
            saved.note = words;
        }
        self.drafted = None;
        Ok(())
    }
}

fn step_to_contact(context: &Context, saved: &SavedService) -> Option<Step> {
    let steps = context.read(|record| record.steps()).unwrap_or_default();
    let text = contact_step(&saved.name);
    steps.into_iter().find(|step| {
        step.service == Some(saved.service) && step.done_on.is_none() && step.text == text
    })
}

fn keep_draft(context: &mut Context, id: Id, words: &str) -> Result<(), record::Error> {
    let now = context.now();
    match context.record.as_mut() {
        Some(record) => record.keep_draft(&draft_key(id), words, &now),
        None => Ok(()),
    }
}

/// Makes the words part of the record, and forgets the draft. A service that is not saved any
/// more has nowhere to keep them, so its draft stays.
fn keep_note(context: &mut Context, id: Id, words: &str) -> Result<(), record::Error> {
    let Some(mut saved) = context.read(|record| record.saved_service_for(id))? else {
        return keep_draft(context, id, words);
    };
    saved.note = words.to_owned();
    let label = format!("Write about {}", saved.name);
    context.change(&label, |change| change.put_saved_service(&saved))?;
    match context.record.as_mut() {
        Some(record) => record.drop_draft(&draft_key(id)),
        None => Ok(()),
    }
}
