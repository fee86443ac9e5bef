//! The sample family: invented people to look around with. The content is in `data/sample/family.json`, with
//! every date counted from today.

mod file;

use jiff::ZonedDateTime;

use super::attachment::{Attachment, Opened, Why};
use super::{Error, Record};
use crate::directory::service;
use file::Family;

/// What the undo list says for the whole sample family.
const LABEL: &str = "Bring in the sample family";

/// Puts the sample family into an empty record, as one change.
///
/// A service that `slug_to_id` does not know is left out: a saved service goes, anything else stays without it.
///
/// # Errors
/// Why it could not be saved; then nothing was.
pub fn fill(
    record: &mut Record,
    now: &ZonedDateTime,
    slug_to_id: &dyn Fn(&str) -> Option<service::Id>,
) -> Result<(), Error> {
    let family: Family = serde_json::from_str(include_str!("../../data/sample/family.json"))
        .map_err(Error::other)?;
    let things = family.things(now, slug_to_id)?;
    let mut letters = Vec::new();
    for letter in things.letters {
        let bytes = std::io::Cursor::new(letter.text);
        let kept = record.keep_content(Opened::bytes(&letter.name, bytes));
        let content = kept.map_err(|why| match why {
            Why::Record(problem) => problem,
            why => Error::other(why),
        })?;
        letters.push(Attachment {
            added: letter.added,
            belongs_to: letter.belongs_to,
            children: letter.children,
            ..Attachment::new(now, &letter.name, content)
        });
    }
    record.change(LABEL, now, |change| {
        things
            .children
            .iter()
            .try_for_each(|it| change.put_child(it))?;
        things
            .appointments
            .iter()
            .try_for_each(|it| change.put_appointment(it))?;
        things.notes.iter().try_for_each(|it| change.put_note(it))?;
        things
            .questions
            .iter()
            .try_for_each(|it| change.put_question(it))?;
        things
            .saved_services
            .iter()
            .try_for_each(|it| change.put_saved_service(it))?;
        things.steps.iter().try_for_each(|it| change.put_step(it))?;
        things.paths.iter().try_for_each(|it| change.put_path(it))?;
        things
            .experiences
            .iter()
            .try_for_each(|it| change.put_experience(it))?;
        letters.iter().try_for_each(|it| change.put_attachment(it))
    })
}
