//! Easy Read: what its pages say and rest on, how they look, and the way to them and back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "easy_read/gallery.rs"]
mod gallery;
#[path = "easy_read/journey.rs"]
mod journey;
#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;
#[path = "support/prose.rs"]
#[allow(dead_code, reason = "the names of things are read elsewhere")]
mod prose;
#[path = "easy_read/sentences.rs"]
mod sentences;
#[path = "easy_read/sources.rs"]
mod sources;
