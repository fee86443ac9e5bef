//! What My family reads from the record: the children, and how much is kept for each.

use jiff::civil::Date;

use crate::record::child::Colour;
use crate::record::{self, AttachmentFilter, Child, NoteFilter, QuestionFilter, child};
use crate::screens::Context;
use crate::words;

/// Every child with a sentence of counts.
#[derive(Debug, Default)]
pub(super) struct Kept {
    rows: Vec<(Child, String)>,
}

impl Kept {
    pub(super) fn read(context: &Context) -> Result<Self, record::Error> {
        context.read(|record| {
            let appointments = record.appointments_between(Date::MIN, Date::MAX)?;
            let services = record.saved_services()?;
            let steps = record.steps()?;
            let rows = record
                .children()?
                .into_iter()
                .map(|child| {
                    let id = child.id;
                    let notes = record.note_count(&NoteFilter {
                        child: Some(id),
                        ..NoteFilter::default()
                    })?;
                    let questions = record.questions(&QuestionFilter {
                        child: Some(id),
                        ..QuestionFilter::default()
                    })?;
                    let files = record.attachments(&AttachmentFilter {
                        child: Some(id),
                        ..AttachmentFilter::default()
                    })?;
                    let about = |ids: &[child::Id]| ids.contains(&id);
                    let counts = [
                        (
                            usize::try_from(notes).unwrap_or(usize::MAX),
                            "note",
                            "notes",
                        ),
                        (
                            appointments
                                .iter()
                                .filter(|one| about(&one.children))
                                .count(),
                            "appointment",
                            "appointments",
                        ),
                        (questions.len(), "question", "questions"),
                        (
                            services.iter().filter(|one| about(&one.children)).count(),
                            "saved service",
                            "saved services",
                        ),
                        (
                            steps.iter().filter(|one| about(&one.children)).count(),
                            "step",
                            "steps",
                        ),
                        (files.len(), "file", "files"),
                    ];
                    Ok((child, sentence(&counts)))
                })
                .collect::<Result<_, record::Error>>()?;
            Ok(Self { rows })
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (&Child, String)> {
        self.rows
            .iter()
            .map(|(child, counts)| (child, counts.clone()))
    }

    pub(super) fn children(&self) -> Vec<Child> {
        self.rows.iter().map(|(child, _)| child.clone()).collect()
    }

    pub(super) fn child(&self, id: child::Id) -> Option<Child> {
        self.rows
            .iter()
            .find(|(child, _)| child.id == id)
            .map(|(child, _)| child.clone())
    }

    /// The first colour that no child has, so that two children are told apart without choosing.
    pub(super) fn unused_colour(&self) -> Colour {
        Colour::ALL
            .iter()
            .copied()
            .find(|colour| self.rows.iter().all(|(child, _)| child.colour != *colour))
            .unwrap_or(Colour::Blue)
    }
}

/// `12 notes, 3 appointments and 1 question`, leaving out what there is none of.
fn sentence(counts: &[(usize, &str, &str)]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| words::count(*number, one, many))
        .collect();
    if parts.is_empty() {
        "Nothing is kept yet".to_owned()
    } else {
        words::list(&parts)
    }
}
