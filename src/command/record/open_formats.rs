//! `withy record export` and `withy record import`.

use std::path::Path;

use super::{ask_for, the_one};
use crate::directory::Directory;
use crate::platform::clock::Clock;
use crate::platform::folders::Folders;
use crate::record::export::{self, Choices, Lock};
use crate::record::import::{self, How, Named, Opened, Plan};
use crate::record::keys::Strength;
use crate::record::{Cost, Counts, Record, Secret, Vault};
use crate::screens::restore::counted;
use crate::words;

/// Writes an export into a folder, or to a file that is not there yet.
pub(super) fn export(
    folders: &Folders,
    to: &Path,
    encrypt: bool,
    secret: &Secret,
    family: Option<&str>,
) -> Result<String, String> {
    let mut record = open(folders, secret, family)?;
    let lock = if encrypt { Some(new_lock()?) } else { None };
    let choices = Choices {
        lock,
        services: Directory::bundled()
            .map(|directory| names_of(&directory))
            .unwrap_or_default(),
        salvage: true,
    };
    let now = Clock::of_this_computer().now();
    let made = if to.is_dir() {
        export::to_folder(&record, to, &choices, &now)
    } else {
        export::to_file(&record, to, &choices, &now)
    };
    let made = made.map_err(|problem| problem.to_string())?;
    let (what, went, amount) = made.as_left();
    let noted = match record.note_left(what, &went, &amount, &now) {
        Ok(()) => "",
        Err(_) => "This could not be noted in your list of what left this computer.\n",
    };
    let private = if made.locked {
        "It is locked. Its passphrase opens it, here and in any program that knows age."
    } else {
        "It is not locked: anyone who has this file can read it."
    };
    let missing: String = made
        .not_read
        .iter()
        .map(|line| format!("{line}\n"))
        .collect();
    Ok(format!(
        "{missing}Your record is in {}: {}. {private}\nSHA-256 {}\n{noted}",
        made.path.display(),
        counted(&made.counts),
        made.sha256
    ))
}

/// The names of the services of a directory.
fn names_of(directory: &Directory) -> export::Services {
    let services = directory.services().iter();
    services.map(|it| (it.id, it.name.clone())).collect()
}

fn new_lock() -> Result<Lock, String> {
    let passphrase = ask_for("A passphrase for the export: ")?;
    if passphrase.is_empty() {
        return Err(
            "Type a passphrase for the export, or pipe it in as the second line.".to_owned(),
        );
    }
    if passphrase.strength() == Strength::Weak {
        return Err("Somebody could guess this passphrase. Add a word or two to it.".to_owned());
    }
    Ok(Lock {
        passphrase,
        cost: Cost::of_this_computer(),
    })
}

/// Brings an export in, or only says what would be added.
pub(super) fn import(
    folders: &Folders,
    file: &Path,
    dry_run: bool,
    how: How,
    secret: &Secret,
    family: Option<&str>,
) -> Result<String, String> {
    let said = |problem: import::Error| problem.to_string();
    let passphrase = if import::is_locked(file).map_err(said)? {
        Some(ask_for("The passphrase of the export: ")?).filter(|typed| !typed.is_empty())
    } else {
        None
    };
    let mut record = open(folders, secret, family)?;
    let opened = Opened::read(file, passphrase.as_ref()).map_err(said)?;
    let now = Clock::of_this_computer().now();
    let plan = opened.compare(&record, &now).map_err(said)?;
    let mut lines = vec![format!(
        "This export of {} holds {}.",
        words::date(opened.made_at().date()),
        counted(&opened.counts())
    )];
    lines.extend(opened.not_read().iter().cloned());
    lines.extend(in_words(&plan, how));
    if dry_run {
        lines.push("Nothing was changed.".to_owned());
        return Ok(lines.join("\n") + "\n");
    }
    let brought = import::bring_in(&mut record, &opened, how, &now).map_err(said)?;
    lines.push(match brought.new + brought.drafts {
        0 => "There was nothing to add.".to_owned(),
        _ => format!(
            "Added: {}. One Undo takes it all back.",
            words::count(brought.new, "thing", "things")
        ),
    });
    Ok(lines.join("\n") + "\n")
}

/// What an import would do, a line for each.
fn in_words(plan: &Plan, how: How) -> Vec<String> {
    let new_here = match plan.counts == Counts::default() {
        true => "nothing".to_owned(),
        false => counted(&plan.counts),
    };
    let mut lines = vec![format!("New here: {new_here}.")];
    if plan.same > 0 {
        lines.push(format!("Here already: {}.", words::thousands(plan.same)));
    }
    let mut name = |head: &str, things: &[Named]| {
        if !things.is_empty() {
            lines.push(head.to_owned());
            lines.extend(things.iter().map(|it| format!("  {}", it.in_words())));
        }
    };
    let different = if how.copies {
        "Different here, so a copy comes beside yours:"
    } else {
        "Different here. Yours stay as they are:"
    };
    let alike = if how.doubles {
        "Very like something here, and brought in too:"
    } else {
        "Very like something here, so left out:"
    };
    name(different, &plan.different);
    name(alike, &plan.alike);
    name("In your bin here, and left there:", &plan.in_bin);
    lines
}

fn open(folders: &Folders, secret: &Secret, family: Option<&str>) -> Result<Record, String> {
    let now = Clock::of_this_computer().now();
    let said = |problem: crate::record::Error| problem.to_string();
    let vault = Vault::unlock(folders.data(), secret).map_err(said)?;
    let vault = the_one(&vault, family).map_err(|problem| problem.0)?;
    vault.open(&now).map_err(said)
}
