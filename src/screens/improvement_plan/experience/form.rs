//! The form where an experience is written or changed.

use iced::widget::Id;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id_of;
use crate::record::experience::{self as kept, Experience};
use crate::record::{Error, child};
use crate::screens::Context;
use crate::screens::shared::children;
use crate::screens::shared::drafts::FormDraft;
use crate::widgets::field::{Edit, Writing};
use crate::words;

/// What is being written.
#[derive(Debug)]
pub(in super::super) struct Form {
    experience: Experience,
    is_new: bool,
    /// It is still in the record; something new counts as not.
    is_kept: bool,
    pub(super) is_open: bool,
    pub(super) text: Writing,
    pub(super) date: String,
    has_words: bool,
    pub(super) restored: bool,
    pub(super) text_problem: Option<&'static str>,
    pub(super) date_problem: Option<String>,
    /// Why saving failed.
    pub(super) problem: Option<String>,
    draft: FormDraft,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Edited {
    /// The words.
    Text(Edit),
    /// The date, as typed.
    Date(String),
    /// About this child, or no longer.
    Child(child::Id),
}

/// A form as its draft is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    text: String,
    date: String,
    children: Vec<Uuid>,
}

impl Form {
    /// Something new beside a promise.
    pub(super) fn new(context: &Context, promise: &str) -> Self {
        let new = Experience::new(&context.now(), promise);
        Self::of(new, true)
    }

    /// Something new that was begun before and not saved; closed, until it is gone on with.
    pub(super) fn begun(context: &Context, promise: &str) -> Result<Option<Self>, Error> {
        let mut form = Self::new(context, promise);
        form.restore(context)?;
        form.is_open = false;
        Ok(form.restored.then_some(form))
    }

    /// Something kept, with what was typed since.
    pub(super) fn change(context: &Context, experience: &Experience) -> Result<Self, Error> {
        let mut form = Self::of(experience.clone(), false);
        form.restore(context)?;
        Ok(form)
    }

    fn of(experience: Experience, is_new: bool) -> Self {
        Self {
            text: Writing::carried_on(&experience.text),
            date: words::date(experience.happened_on),
            draft: FormDraft::new(key(&experience, is_new)),
            experience,
            is_new,
            is_kept: !is_new,
            is_open: true,
            has_words: false,
            restored: false,
            text_problem: None,
            date_problem: None,
            problem: None,
        }
    }

    fn restore(&mut self, context: &Context) -> Result<(), Error> {
        if let Some(draft) = self.draft.read::<Draft>(context)? {
            self.text = Writing::carried_on(&draft.text);
            self.date = draft.date;
            self.experience.children = draft.children.into_iter().map(child::Id).collect();
            self.has_words = true;
            self.restored = true;
        }
        Ok(())
    }

    pub(super) fn id(&self) -> kept::Id {
        self.experience.id
    }

    pub(super) fn promise(&self) -> &str {
        &self.experience.promise
    }

    pub(super) fn children(&self) -> &[child::Id] {
        &self.experience.children
    }

    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether anything was typed or chosen that is not saved.
    pub(super) fn has_words(&self) -> bool {
        self.has_words
    }

    /// Whether there is anything that no draft holds yet, or a draft to let go of.
    pub(super) fn is_writing(&self) -> bool {
        self.draft.is_behind()
    }

    pub(super) fn open(&mut self) {
        self.is_open = true;
    }

    pub(super) fn close(&mut self) {
        self.is_open = false;
    }

    /// The control that opens the form.
    pub(super) fn opened_by(&self) -> Id {
        if self.is_new {
            add_id(self.promise())
        } else {
            super::view::change_id(self.id())
        }
    }

    /// Follows what is kept. Something that is no longer there and was being changed becomes new,
    /// so that saving brings the words back.
    pub(super) fn follow(&mut self, found: Option<&Experience>, context: &Context) {
        if self.is_new {
            return;
        }
        match found {
            Some(experience) if !self.has_words => {
                let is_open = self.is_open;
                *self = Self::of(experience.clone(), false);
                self.is_open = is_open;
            }
            Some(_) => {}
            None if !self.has_words => self.is_kept = false,
            None => {
                self.experience.id = kept::Id::new(&context.now());
                self.is_new = true;
                self.is_kept = false;
                self.draft = FormDraft::new(key(&self.experience, true));
                self.draft.touch();
            }
        }
    }

    pub(super) fn edit(&mut self, edited: Edited) {
        match edited {
            Edited::Text(edit) => {
                let changes = edit.changes_words();
                self.text.apply(edit);
                if !changes {
                    return;
                }
                self.text_problem = None;
            }
            Edited::Date(typed) => {
                self.date = typed;
                self.date_problem = None;
            }
            Edited::Child(child) => children::toggle(&mut self.experience.children, child),
        }
        // What is only chosen is quickly chosen again.
        self.has_words = !self.is_new || !self.text.text().trim().is_empty();
        self.draft.touch();
    }

    /// The experience as it will be kept.
    ///
    /// # Errors
    /// The control to put right first; what is wrong is said under each.
    pub(super) fn finished(&mut self, context: &Context) -> Result<Experience, Id> {
        let day = self.day(context.today(), &context.now());
        if self.text.text().trim().is_empty() {
            self.text_problem = Some("Write what happened, then save it.");
        }
        let happened_on = match day {
            Ok(day) => day,
            Err(problem) => {
                self.date_problem = Some(problem);
                return Err(id_of("date", self.id()));
            }
        };
        if self.text_problem.is_some() {
            return Err(text_id(self.id()));
        }
        Ok(Experience {
            happened_on,
            changed: context.now(),
            ..self.as_typed()
        })
    }

    fn day(&self, today: Date, now: &ZonedDateTime) -> Result<Date, String> {
        let day = words::parse_date(&self.date, today).map_err(|problem| problem.to_string())?;
        if day > now.date() {
            return Err("This day has not come yet. Choose today or a day before.".to_owned());
        }
        Ok(day)
    }

    /// The experience with the words as they are, and the day it had before.
    pub(super) fn as_typed(&self) -> Experience {
        Experience {
            text: self.text.text(),
            ..self.experience.clone()
        }
    }

    pub(super) fn fail(&mut self, problem: &Error) {
        self.problem = Some(problem.to_string());
    }

    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, Error> {
        let has_words = self.has_words;
        let words = || Draft {
            text: self.text.text(),
            date: self.date.clone(),
            children: self.experience.children.iter().map(|id| id.0).collect(),
        };
        self.draft.keep(context, || has_words.then(words))
    }

    pub(super) fn forget(&mut self, context: &mut Context) -> Result<(), Error> {
        self.draft.forget(context)
    }

    /// `Draft kept 10:42am`, once it was.
    pub(super) fn draft_line(&self, today: Date) -> Option<String> {
        self.draft.line(today)
    }
}

/// The key of the draft.
fn key(experience: &Experience, is_new: bool) -> String {
    if is_new {
        format!("experience/new/{}", experience.promise)
    } else {
        format!("experience/{}", experience.id)
    }
}

/// The field for what happened.
pub(super) fn text_id(id: kept::Id) -> Id {
    id_of("text", id)
}

/// The button that begins something new beside a promise.
pub(super) fn add_id(promise: &str) -> Id {
    Id::from(format!("plan/own/{promise}/add"))
}
