//! `withy directory check`: what an editor of the directory files should put right.

use crate::directory::Directory;
use crate::words;

/// A sentence about the directory, then one line for each problem found.
pub fn check(directory: &Directory) -> String {
    let about = directory.about();
    let mut lines = vec![format!(
        "{}: {} services and {} old names, from pages read on {}.",
        about.name,
        directory.services().len(),
        directory.old_names().len(),
        words::date(about.compiled_on),
    )];
    let problems = directory.validate();
    match problems.len() {
        0 => lines.push("No problems found.".to_owned()),
        1 => lines.push("1 problem found:".to_owned()),
        many => lines.push(format!("{many} problems found:")),
    }
    lines.extend(problems.into_iter().map(|problem| format!("- {problem}")));
    lines.join("\n") + "\n"
}
