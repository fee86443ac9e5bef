//! How many things are in a record, in words.

use crate::record::Counts;
use crate::words;

/// `2 children, 14 notes and 1 appointment`.
pub fn counted(counts: &Counts) -> String {
    let kinds = [
        (counts.children, "child", "children"),
        (counts.notes, "note", "notes"),
        (counts.appointments, "appointment", "appointments"),
        (counts.questions, "question", "questions"),
        (counts.saved_services, "saved service", "saved services"),
        (counts.steps, "step", "steps"),
        (counts.experiences, "experience", "experiences"),
        (counts.attachments, "file", "files"),
    ];
    let parts: Vec<String> = kinds
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, one, many)| words::count(count as usize, one, many))
        .collect();
    match parts.split_last() {
        None => "Nothing yet".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
