//! The small commands: the same library, no window.

pub mod directory;
pub mod find;
