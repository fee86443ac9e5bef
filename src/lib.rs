//! Withy.

pub mod command;
pub mod directory;
pub mod look;
pub mod words;
