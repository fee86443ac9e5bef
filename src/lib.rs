//! Withy.

pub mod access;
pub mod look;
pub mod widgets;
pub mod words;
