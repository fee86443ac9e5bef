//! The computer that Withy runs on: its clock, its folders, its browser, and the lock that keeps
//! one window for each record. Differences between systems stay in here.

pub mod clock;
pub mod files;
pub mod folders;
pub mod one_window;
pub mod opening;
