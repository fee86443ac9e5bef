//! The only way to change the record: all of it or nothing, and one step of undo.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;

use super::store::{self, image::Image};
use super::{
    Appointment, Attachment, Child, Error, Experience, Item, KeptPath, Note, Question, Record,
    SavedService, Step, appointment, attachment, child, experience, note, path, question,
    saved_service, step,
};

/// A change under way. What it does is kept when the closure given to [`Record::change`] returns `Ok`.
#[derive(Debug)]
pub struct Change<'a> {
    connection: &'a store::Connection,
    now: &'a ZonedDateTime,
    /// Everything touched so far, as it was before this change.
    before: BTreeMap<Item, Option<Image>>,
}

impl Record {
    /// Makes one change: all of it or none of it, and one step of undo with this label.
    ///
    /// The label is what the person did, such as “Add a note”. A change that leaves everything as it was is no
    /// step of undo. Once this returns `Ok`, the change survives a pulled plug.
    ///
    /// # Errors
    /// The error of `work`, or why the change could not be saved: then everything is as it was before.
    pub fn change<T>(
        &mut self,
        label: &str,
        now: &ZonedDateTime,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let transaction = store::begin(&mut self.connection)?;
        let mut change = Change {
            connection: &transaction,
            now,
            before: BTreeMap::new(),
        };
        let answer = work(&mut change)?;
        let before = change.before;
        store::undo::keep_step(&transaction, label, &before)?;
        store::commit(transaction)?;
        Ok(answer)
    }
}

impl Change<'_> {
    /// Adds this child, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_child(&mut self, child: &Child) -> Result<(), Error> {
        self.touch(child.id.into())?;
        store::child::put(self.connection, child)
    }

    /// Adds this note, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_note(&mut self, note: &Note) -> Result<(), Error> {
        self.touch(note.id.into())?;
        store::note::put(self.connection, note)
    }

    /// Adds this appointment, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_appointment(&mut self, appointment: &Appointment) -> Result<(), Error> {
        self.touch(appointment.id.into())?;
        store::appointment::put(self.connection, appointment)
    }

    /// Adds this question, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_question(&mut self, question: &Question) -> Result<(), Error> {
        self.touch(question.id.into())?;
        store::question::put(self.connection, question)
    }

    /// Adds this saved service, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_saved_service(&mut self, saved: &SavedService) -> Result<(), Error> {
        self.touch(saved.id.into())?;
        store::saved_service::put(self.connection, saved)
    }

    /// Adds this step, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_step(&mut self, step: &Step) -> Result<(), Error> {
        self.touch(step.id.into())?;
        store::step::put(self.connection, step)
    }

    /// Adds this path, or keeps its new answers if it is known. A thing in the bin stays in the bin.
    pub fn put_path(&mut self, path: &KeptPath) -> Result<(), Error> {
        self.touch(path.id.into())?;
        store::path::put(self.connection, path)
    }

    /// Adds this experience, or keeps its new words if it is known. A thing in the bin stays in the bin.
    pub fn put_experience(&mut self, experience: &Experience) -> Result<(), Error> {
        self.touch(experience.id.into())?;
        store::experience::put(self.connection, experience)
    }

    /// Adds this file, whose bytes [`Record::keep_content`] kept, or keeps its new words if it is known. A thing in
    /// the bin stays in the bin.
    pub fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), Error> {
        self.touch(attachment.id.into())?;
        store::attachment::put(self.connection, attachment)
    }

    /// Puts a child into the bin. What is kept about the child stays.
    pub fn delete_child(&mut self, id: child::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts a note into the bin.
    pub fn delete_note(&mut self, id: note::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts an appointment into the bin. Its questions stay.
    pub fn delete_appointment(&mut self, id: appointment::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts a question into the bin.
    pub fn delete_question(&mut self, id: question::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts a saved service into the bin.
    pub fn delete_saved_service(&mut self, id: saved_service::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts a step into the bin.
    pub fn delete_step(&mut self, id: step::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts a path into the bin. The steps that came of it stay.
    pub fn delete_path(&mut self, id: path::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts an experience into the bin.
    pub fn delete_experience(&mut self, id: experience::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts a file into the bin.
    pub fn delete_attachment(&mut self, id: attachment::Id) -> Result<(), Error> {
        self.delete(id.into())
    }

    /// Puts anything into the bin.
    ///
    /// # Errors
    /// [`Error::Gone`] if it is not in the record or is in the bin already.
    pub fn delete(&mut self, item: Item) -> Result<(), Error> {
        self.touch(item)?;
        store::bin::put_in(self.connection, item, self.now)
    }

    /// Takes something out of the bin.
    ///
    /// # Errors
    /// [`Error::Gone`] if it is not in the bin.
    pub fn restore(&mut self, item: Item) -> Result<(), Error> {
        self.touch(item)?;
        store::bin::take_out(self.connection, item)
    }

    /// Puts questions of one appointment in this order, in the places that these questions had before.
    ///
    /// # Errors
    /// [`Error::Gone`] if one of them is not a question of this appointment.
    pub fn reorder_questions(
        &mut self,
        appointment: appointment::Id,
        order: &[question::Id],
    ) -> Result<(), Error> {
        for id in order {
            self.touch((*id).into())?;
        }
        store::question::reorder(self.connection, appointment, order)
    }

    /// Remembers how something was, the first time this change touches it.
    fn touch(&mut self, item: Item) -> Result<(), Error> {
        if !self.before.contains_key(&item) {
            let _ = self
                .before
                .insert(item, store::image::read(self.connection, item)?);
        }
        Ok(())
    }
}
