//! Notes, appointments and the bin, pressed and typed into as a person would.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/picture.rs"]
mod picture;

#[path = "screens_notes/after.rs"]
mod after;
#[path = "screens_notes/appointments.rs"]
mod appointments;
#[path = "screens_notes/bin.rs"]
mod bin;
#[path = "screens_notes/family.rs"]
mod family;
#[path = "screens_notes/gallery.rs"]
mod gallery;
#[path = "screens_notes/notes.rs"]
mod notes;
#[path = "screens_notes/stage.rs"]
mod stage;
