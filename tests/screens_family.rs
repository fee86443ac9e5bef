//! Today, Questions, My family, Settings, "Keep this on your computer?" and Search, each pressed,
//! typed into and read through what a screen reader sees.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "screens_family/desk.rs"]
mod desk;
#[path = "screens_family/gallery.rs"]
mod gallery;
#[path = "screens_family/my_family.rs"]
mod my_family;
#[path = "screens_family/questions.rs"]
mod questions;
#[path = "screens_family/search.rs"]
mod search;
#[path = "screens_family/settings.rs"]
mod settings;
#[path = "screens_family/today.rs"]
mod today;
