//! Withy.

pub mod access;
pub mod command;
pub mod directory;
pub mod look;
pub mod platform;
pub mod record;
pub mod screens;
pub mod settings;
pub mod widgets;
pub mod words;
