//! Withy.

pub mod access;
pub mod look;
pub mod platform;
pub mod settings;
pub mod widgets;
pub mod words;
