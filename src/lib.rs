//! Withy.

pub mod look;
pub mod words;
