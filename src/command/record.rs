//! `withy record check|backup|restore`: the record without a window.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use zeroize::Zeroizing;

use super::{RecordTask, complain};
use crate::platform::clock::Clock;
use crate::platform::folders::Folders;
use crate::platform::one_window::OneWindow;
use crate::record::backup::{self, Unlocking};
use crate::record::left::{Amount, To, What};
use crate::record::{Passphrase, RecoveryWords, Secret, Vault};
use crate::screens::restore::counted;
use crate::words;

/// Does it, with the passphrase or the 12 words from the keyboard or from the first line of what is piped in.
///
/// # Errors
/// A sentence that says what is wrong; nothing was changed then.
pub fn run(folders: &Folders, task: &RecordTask) -> Result<String, String> {
    let _only_one = OneWindow::take(&folders.lock()).map_err(|problem| problem.to_string())?;
    let secret = ask()?;
    let done = match task {
        RecordTask::Check {
            file: Some(file), ..
        } => check_backup(folders, file, secret),
        RecordTask::Check { file: None, family } => check(folders, &secret, family.as_deref()),
        RecordTask::Backup { folder, family } => {
            back_up(folders, folder.as_deref(), &secret, family.as_deref())
        }
        RecordTask::Restore { file, family } => restore(folders, file, secret, family.as_deref()),
    };
    done.map_err(|problem| problem.0)
}

/// A sentence that says what is wrong.
struct Problem(String);

impl From<crate::record::Error> for Problem {
    fn from(problem: crate::record::Error) -> Self {
        Self(problem.to_string())
    }
}

/// The record of this name. Names are known only now, with the keys: nothing lists them before.
fn named(vault: &Vault, name: &str) -> Result<Vault, Problem> {
    let families = vault.families();
    let found = families
        .iter()
        .find(|one| one.name.to_lowercase() == name.trim().to_lowercase());
    match found {
        Some(found) => Ok(vault.of_family(found.id)?),
        None => Err(Problem(format!(
            "No record here is called “{}”. {}",
            name.trim(),
            names(vault)
        ))),
    }
}

/// The one record that is here, or the one that was named.
fn the_one(vault: &Vault, name: Option<&str>) -> Result<Vault, Problem> {
    match (name, vault.families().as_slice()) {
        (Some(name), _) => named(vault, name),
        (None, [only]) => Ok(vault.of_family(only.id)?),
        (None, _) => Err(Problem(format!(
            "{} Say which one with --family.",
            names(vault)
        ))),
    }
}

fn names(vault: &Vault) -> String {
    let names: Vec<String> = vault
        .families()
        .into_iter()
        .map(|one| format!("“{}”", one.name))
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!(
            "There are {} records here: {} and {last}.",
            names.len(),
            rest.join(", ")
        ),
        _ => format!("There is one record here: {}.", names.concat()),
    }
}

/// The secret is never an argument: other programs can read those.
fn ask() -> Result<Secret, String> {
    let typed = if io::stdin().is_terminal() {
        rpassword::prompt_password("Your passphrase or 12 words: ").map(Zeroizing::new)
    } else {
        let mut line = Zeroizing::new(String::new());
        io::stdin().lock().read_line(&mut line).map(|_| line)
    };
    let typed = typed.map_err(|_| "The passphrase could not be read.".to_owned())?;
    let typed = Passphrase::new(&typed);
    if typed.is_empty() {
        complain("Type the passphrase, or pipe it in as the first line.");
    }
    Ok(match RecoveryWords::read(typed.as_str()) {
        Ok(words) => Secret::Words(words),
        Err(_) => Secret::Passphrase(typed),
    })
}

type Done = Result<String, Problem>;

fn check(folders: &Folders, secret: &Secret, family: Option<&str>) -> Done {
    let vault = Vault::unlock(folders.data(), secret)?;
    let families = match family {
        Some(name) => vec![named(&vault, name)?],
        None => {
            let all = vault.families().into_iter();
            let each = all.map(|one| vault.of_family(one.id));
            each.collect::<Result<_, _>>()?
        }
    };
    let several = vault.families().len() > 1;
    let mut said = String::new();
    for one in families {
        let name = one.chosen().filter(|_| several).map(|one| one.name);
        said += &check_one(folders, &one, name.as_deref())?;
    }
    Ok(said)
}

fn check_one(folders: &Folders, vault: &Vault, name: Option<&str>) -> Done {
    let record = vault.open(&Clock::of_this_computer().now())?;
    record.check()?;
    let counts = counted(&record.counts()?);
    let mut lines = vec![match name {
        Some(name) => format!("“{name}” is sound: {counts}."),
        None => format!("Your record is sound: {counts}."),
    }];
    let by = Unlocking::Vault(vault.clone());
    for one in vault.backups()? {
        let state = match backup::check(&one.path, &by, folders.data()) {
            Ok(contents) => format!("it opens: {}.", counted(&contents.counts)),
            Err(problem) => problem.to_string(),
        };
        let day = words::date(one.made.date());
        lines.push(format!("Backup {} of {day}: {state}", one.number));
    }
    Ok(lines.join("\n") + "\n")
}

fn check_backup(folders: &Folders, file: &Path, secret: Secret) -> Done {
    let contents = backup::check(file, &Unlocking::Secret(secret), folders.data())?;
    Ok(format!(
        "This backup of {} opens: {}.\nSHA-256 {}\n",
        words::date(contents.made.date()),
        counted(&contents.counts),
        contents.sha256
    ))
}

fn back_up(
    folders: &Folders,
    folder: Option<&Path>,
    secret: &Secret,
    family: Option<&str>,
) -> Done {
    let now = Clock::of_this_computer().now();
    let vault = Vault::unlock(folders.data(), secret)?;
    let vault = the_one(&vault, family)?;
    let mut record = vault.open(&now)?;
    let Some(folder) = folder else {
        let made = vault.back_up(&record, &now)?;
        return Ok(format!("A copy is in {}. It opens.\n", made.path.display()));
    };
    let path = vault.back_up_to(&record, folder, &now)?;
    let amount = Amount::from(&record.counts()?);
    let noted = record.note_left(What::Backup, &To::file(&path), &amount, &now);
    let said = format!("A copy is in {}. It opens.\n", path.display());
    Ok(match noted {
        Ok(()) => said,
        Err(problem) => format!("{said}It was not noted in what left this computer. {problem}\n"),
    })
}

fn restore(folders: &Folders, file: &Path, secret: Secret, family: Option<&str>) -> Done {
    // What the same secret unlocks here stays, and the backup comes beside it or in its own place.
    let here = Vault::unlock(folders.data(), &secret).ok();
    let before = here.as_ref().map(Vault::families).unwrap_or_default();
    let by = Unlocking::Secret(secret);
    let mut restored = backup::restore_beside(file, folders.data(), &by, here.as_ref())?;
    let own = restored.contents.family;
    if let Some(name) = family.filter(|_| before.iter().all(|one| one.id != own)) {
        restored.vault.rename(own, name)?;
    }
    let now = Clock::of_this_computer().now();
    restored.vault.open(&now)?.check()?;
    let counts = counted(&restored.contents.counts);
    Ok(match restored.set_aside {
        Some(folder) => format!(
            "Your backup is in place: {counts}. What was here before is in {}.\n",
            folder.display()
        ),
        None => format!("Your backup is in place: {counts}.\n"),
    })
}
