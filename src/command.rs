//! The command line: the same library without a window.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::directory::Directory;
use crate::platform::clock::Clock;
use crate::platform::folders::Folders;

pub mod directory;
pub mod find;
pub mod record;

/// What is said where the system names no home folder.
pub const NO_FOLDER: &str =
    "This computer names no folder for Withy to keep things in. Choose one with --data-dir.";

/// Withy: Somerset's Local Offer and a private record, for families of children with SEND.
/// With no command, the window opens.
#[derive(Debug, Parser)]
#[command(name = "withy", version, about, long_about = None)]
pub struct Line {
    /// Keep everything in this folder instead of the usual one.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data_dir: Option<PathBuf>,
    /// Read this directory file instead of the one that comes with Withy.
    #[arg(long, global = true, value_name = "FILE")]
    pub directory: Option<PathBuf>,
    /// Open the window, measure the start and the memory, print both and end.
    #[arg(long)]
    pub timings: bool,
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find services: withy find "speech therapy"
    Find {
        /// What to look for.
        #[arg(required = true)]
        words: Vec<String>,
        /// Print JSON with the names of Open Referral UK.
        #[arg(long)]
        json: bool,
    },
    /// Look after the directory file.
    Directory {
        /// What to do with it.
        #[command(subcommand)]
        task: DirectoryTask,
    },
    /// Look after the record. The passphrase is asked for, or is the first line piped in.
    Record {
        /// What to do with it.
        #[command(subcommand)]
        task: RecordTask,
    },
}

/// What can be done with the record.
#[derive(Debug, Subcommand)]
pub enum RecordTask {
    /// Read the record and its backups through, or one backup file.
    Check {
        /// A backup to read through instead.
        file: Option<PathBuf>,
        /// The record of this name only, where there are several.
        #[arg(long, value_name = "NAME")]
        family: Option<String>,
    },
    /// Make a backup and check that it opens.
    Backup {
        /// The folder to put it in, such as a USB stick; without one, among the backups of the record.
        folder: Option<PathBuf>,
        /// The record of this name, where there are several.
        #[arg(long, value_name = "NAME")]
        family: Option<String>,
    },
    /// Put a backup in place of its own family's record, or beside the others. What is there now is set aside,
    /// not deleted.
    Restore {
        /// The backup file.
        file: PathBuf,
        /// The name that the record gets when it comes beside others.
        #[arg(long, value_name = "NAME")]
        family: Option<String>,
    },
}

/// What can be done with the directory file.
#[derive(Debug, Subcommand)]
pub enum DirectoryTask {
    /// Check every record, and say what is wrong with each.
    Check,
}

/// Runs a command and gives what it prints.
///
/// # Errors
/// A sentence that says what is wrong and what to do.
pub fn run(line: &Line, command: &Command) -> Result<String, String> {
    if let Command::Record { task } = command {
        let folders = Folders::find(line.data_dir.as_deref()).ok_or(NO_FOLDER)?;
        return record::run(&folders, task);
    }
    let directory = match &line.directory {
        None => Directory::bundled(),
        Some(path) => Directory::from_file(path),
    }
    .map_err(|problem| problem.to_string())?;
    match command {
        Command::Find { words, json } => {
            let today = Clock::of_this_computer().today();
            Ok(find::find(&directory, words, *json, today))
        }
        Command::Directory {
            task: DirectoryTask::Check,
        } => Ok(directory::check(&directory)),
        Command::Record { .. } => Ok(String::new()),
    }
}

/// Prints a line. A closed pipe is no reason to stop with an error.
pub fn say(words: &str) {
    let _ = writeln!(io::stdout(), "{}", words.trim_end());
}

/// Prints a line where errors go.
pub fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "{}", words.trim_end());
}
