//! What Today reads from the record.

use jiff::civil::Date;

use crate::record::{
    self, Appointment, Child, KeptPath, Note, NoteFilter, Question, QuestionFilter, SavedService,
    Step, child, question, saved_service,
};
use crate::screens::{Context, children};

/// How many of the latest notes are shown.
const NOTES: u32 = 3;
/// How many of the latest paths are shown.
const PATHS: usize = 2;

/// Everything Today shows, read once.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Whether anything at all is kept.
    pub(super) anything: bool,
    /// Every child.
    pub(super) children: Vec<Child>,
    /// The next appointment and its questions that are not answered.
    pub(super) next: Option<(Appointment, Vec<Question>)>,
    /// Steps to do, then those done today.
    pub(super) steps: Vec<Step>,
    /// Saved services with a waiting list, longest first.
    pub(super) waiting: Vec<SavedService>,
    /// The other saved services that are not finished.
    pub(super) saved: Vec<SavedService>,
    /// The latest paths through Worried?.
    pub(super) paths: Vec<KeptPath>,
    /// The latest notes.
    pub(super) notes: Vec<Note>,
    /// How many questions wait to be asked.
    pub(super) questions: usize,
}

impl Kept {
    pub(super) fn read(context: &Context) -> Result<Self, record::Error> {
        let now = context.now();
        let today = context.today();
        context.read(|record| {
            let next = match record.next_appointment(&now)? {
                Some(appointment) => {
                    let questions = record.questions(&QuestionFilter {
                        appointment: Some(appointment.id),
                        ..QuestionFilter::default()
                    })?;
                    let to_ask = questions
                        .into_iter()
                        .filter(|question| question.state() != question::State::Answered)
                        .collect();
                    Some((appointment, to_ask))
                }
                None => None,
            };
            let (mut waiting, saved): (Vec<_>, Vec<_>) = record
                .saved_services()?
                .into_iter()
                .filter(|saved| saved.status != saved_service::Status::Finished)
                .partition(|saved| saved.status == saved_service::Status::Waiting);
            waiting.sort_by_key(|saved| saved.saved_on);
            let waiting_to_be_asked = record.questions(&QuestionFilter {
                state: Some(question::State::Waiting),
                ..QuestionFilter::default()
            })?;
            Ok(Self {
                anything: record.counts()? != record::Counts::default(),
                children: record.children()?,
                next,
                steps: steps(record.steps()?, today),
                waiting,
                saved,
                paths: record.paths()?.into_iter().take(PATHS).collect(),
                notes: record.notes(&NoteFilter {
                    limit: Some(NOTES),
                    ..NoteFilter::default()
                })?,
                questions: waiting_to_be_asked.len(),
            })
        })
    }

    /// The names of these children: “Maya and Sam”. Empty when it is about none.
    pub(super) fn names(&self, ids: &[child::Id]) -> String {
        children::names(&self.children, ids)
    }
}

/// A step that was done today stays, so that a tick made by mistake can be taken away.
fn steps(all: Vec<Step>, today: Date) -> Vec<Step> {
    all.into_iter()
        .filter(|step| step.done_on.is_none_or(|day| day == today))
        .collect()
}
