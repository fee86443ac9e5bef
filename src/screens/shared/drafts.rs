//! Words that are being typed on a screen, kept in the record before anybody presses Save.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::record::Error;
use crate::screens::Context;
use crate::words;

/// The draft of one form, under one key of the record.
#[derive(Debug, Clone)]
pub struct FormDraft {
    key: String,
    changed: bool,
    kept_at: Option<ZonedDateTime>,
}

impl FormDraft {
    /// The draft kept under `key`, such as `note/new`. Nothing is read yet.
    pub fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            changed: false,
            kept_at: None,
        }
    }

    /// What was being typed, if any. A draft that an older version wrote in another form counts as
    /// none: it is only a convenience, and the record itself is never read this way.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn read<T: DeserializeOwned>(&mut self, context: &Context) -> Result<Option<T>, Error> {
        let Some(draft) = context.read(|record| record.draft(&self.key))? else {
            return Ok(None);
        };
        let words = serde_json::from_str(&draft.words).ok();
        if words.is_some() {
            self.kept_at = Some(draft.kept_at);
        }
        Ok(words)
    }

    /// Words changed since the draft was kept.
    pub fn touch(&mut self) {
        self.changed = true;
    }

    /// Whether words changed since the draft was kept.
    pub fn is_behind(&self) -> bool {
        self.changed
    }

    /// Keeps the words if they changed and there is a record to keep them in; `None` is no words
    /// any more. True when something was kept now.
    ///
    /// # Errors
    /// When the record cannot be written; the words count as changed still.
    pub fn keep<T: Serialize>(
        &mut self,
        context: &mut Context,
        words: impl FnOnce() -> Option<T>,
    ) -> Result<bool, Error> {
        let now = context.now();
        if !self.changed || context.record.is_none() {
            return Ok(false);
        }
        let Some(words) = words() else {
            self.forget(context)?;
            return Ok(false);
        };
        let words = serde_json::to_string(&words).map_err(Error::other)?;
        if let Some(record) = context.record.as_mut() {
            record.keep_draft(&self.key, &words, &now)?;
        }
        self.changed = false;
        self.kept_at = Some(now);
        Ok(true)
    }

    /// Forgets the draft, because its words were saved or thrown away.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn forget(&mut self, context: &mut Context) -> Result<(), Error> {
        self.changed = false;
        self.kept_at = None;
        match context.record.as_mut() {
            Some(record) => record.drop_draft(&self.key),
            None => Ok(()),
        }
    }

    /// `Draft kept 10:42am`, once it was.
    pub fn line(&self, today: Date) -> Option<String> {
        let kept = self.kept_at.as_ref()?;
        let time = words::time(kept.time());
        Some(if kept.date() == today {
            format!("Draft kept {time}")
        } else {
            format!("Draft kept {}, {time}", words::date(kept.date()))
        })
    }
}
