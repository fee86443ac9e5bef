//! Reads the command line, then opens the window or runs one command.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;
use withy::access::Bridge;
use withy::app::{self, Start};
use withy::command::{self, Line};
use withy::platform::clock::{Clock, Stopwatch};
use withy::platform::console;
use withy::platform::dialogs::Dialogs;
use withy::platform::folders::Folders;
use withy::platform::keyring::Keyring;
use withy::platform::memory;
use withy::platform::opening::Opener;
use withy::platform::voice::Speaker;

fn main() -> ExitCode {
    Stopwatch::begin();
    memory::leave_no_core_file();
    // Before anything is read of the line: `--help` prints too. Started from the desktop there is nothing on it.
    if std::env::args_os().len() > 1 {
        console::join();
    }
    let line = Line::parse();
    if let Some(command) = &line.command {
        return match command::run(&line, command) {
            Ok(words) => {
                command::say(&words);
                ExitCode::SUCCESS
            }
            Err(problem) => {
                command::complain(&problem);
                ExitCode::FAILURE
            }
        };
    }
    let Some(folders) = Folders::find(line.data_dir.as_deref()) else {
        command::complain(command::NO_FOLDER);
        return ExitCode::FAILURE;
    };
    let start = Start {
        folders,
        directory: line.directory,
        clock: Clock::of_this_computer(),
        cost: None,
        opener: Opener::default(),
        dialogs: Dialogs::default(),
        voice: Speaker::default(),
        keyring: Keyring::default(),
        bridge: Bridge::new(),
        timings: line.timings,
    };
    match app::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            command::complain(&format!("The window could not be opened: {problem}"));
            ExitCode::FAILURE
        }
    }
}
