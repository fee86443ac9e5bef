//! `withy record check|backup|restore|export|import`: the record without a window.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use zeroize::Zeroizing;

use super::{RecordTask, complain};
use crate::platform::clock::Clock;
use crate::platform::folders::Folders;
use crate::platform::one_window::OneWindow;
use crate::record::backup::{self, Unlocking};
use crate::record::import::How;
use crate::record::{Passphrase, RecoveryWords, Secret, Vault};
use crate::screens::restore::counted;
use crate::words;

mod open_formats;

/// Does it, with the passphrase or the 12 words from the keyboard or from the first line of what is piped in.
///
/// # Errors
/// A sentence that says what is wrong; nothing was changed then.
pub fn run(folders: &Folders, task: &RecordTask) -> Result<String, String> {
    let _only_one = OneWindow::take(&folders.lock()).map_err(|problem| problem.to_string())?;
    let secret = ask()?;
    let done = match task {
        RecordTask::Check { file: Some(file) } => check_backup(folders, file, secret),
        RecordTask::Check { file: None } => check(folders, &secret),
        RecordTask::Backup { folder } => back_up(folders, folder.as_deref(), &secret),
        RecordTask::Restore { file } => restore(folders, file, secret),
        RecordTask::Export { to, encrypt } => {
            return open_formats::export(folders, to, *encrypt, &secret);
        }
        RecordTask::Import {
            file,
            dry_run,
            copies,
            doubles,
        } => {
            let how = How {
                copies: *copies,
                doubles: *doubles,
            };
            return open_formats::import(folders, file, *dry_run, how, &secret);
        }
    };
    done.map_err(|problem| problem.to_string())
}

/// The secret is never an argument: other programs can read those.
fn ask() -> Result<Secret, String> {
    let typed = ask_for("Your passphrase or 12 words: ")?;
    if typed.is_empty() {
        complain("Type the passphrase, or pipe it in as the first line.");
    }
    Ok(match RecoveryWords::read(typed.as_str()) {
        Ok(words) => Secret::Words(words),
        Err(_) => Secret::Passphrase(typed),
    })
}

/// Asks on the terminal, or reads the next line of what is piped in.
fn ask_for(question: &str) -> Result<Passphrase, String> {
    let typed = if io::stdin().is_terminal() {
        rpassword::prompt_password(question).map(Zeroizing::new)
    } else {
        let mut line = Zeroizing::new(String::new());
        io::stdin().lock().read_line(&mut line).map(|_| line)
    };
    let typed = typed.map_err(|_| "The passphrase could not be read.".to_owned())?;
    Ok(Passphrase::new(&typed))
}

type Done = Result<String, crate::record::Error>;

fn check(folders: &Folders, secret: &Secret) -> Done {
    let vault = Vault::unlock(folders.data(), secret)?;
    let record = vault.open(&Clock::of_this_computer().now())?;
    record.check()?;
    let mut lines = vec![format!(
        "Your record is sound: {}.",
        counted(&record.counts()?)
    )];
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

fn back_up(folders: &Folders, folder: Option<&Path>, secret: &Secret) -> Done {
    let now = Clock::of_this_computer().now();
    let vault = Vault::unlock(folders.data(), secret)?;
    let record = vault.open(&now)?;
    let path = match folder {
        Some(folder) => vault.back_up_to(&record, folder, &now)?,
        None => vault.back_up(&record, &now)?.path,
    };
    Ok(format!("A copy is in {}. It opens.\n", path.display()))
}

fn restore(folders: &Folders, file: &Path, secret: Secret) -> Done {
    let restored = backup::restore(file, folders.data(), &Unlocking::Secret(secret))?;
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
