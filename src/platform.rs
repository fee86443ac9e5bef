//! The computer that Withy runs on: its clock, its folders, its browser, its voice, and the lock
//! that keeps one window for each record. Differences between systems stay in here.

/// What the key beside the space bar that starts shortcuts is called here.
pub const COMMAND_KEY: &str = if cfg!(target_os = "macos") {
    "Command"
} else {
    "Ctrl"
};

pub mod clock;
pub mod console;
pub mod dialogs;
pub mod files;
pub mod folders;
pub mod keyring;
pub mod memory;
pub mod one_window;
pub mod opening;
pub mod session;
pub mod synced;
pub mod voice;
