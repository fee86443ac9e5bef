//! Withy.

pub mod look;
pub mod platform;
pub mod settings;
pub mod words;
