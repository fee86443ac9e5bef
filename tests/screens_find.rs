//! Find help, a service, the safety numbers and Help: pressed, typed into, read and drawn without
//! a window.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/picture.rs"]
mod picture;

#[path = "screens_find/stage.rs"]
mod stage;

#[path = "screens_find/emergency.rs"]
mod emergency;
#[path = "screens_find/find_help.rs"]
mod find_help;
#[path = "screens_find/gallery.rs"]
mod gallery;
#[path = "screens_find/guide.rs"]
mod guide;
#[path = "screens_find/help.rs"]
mod help;
#[path = "screens_find/layout.rs"]
mod layout;
#[path = "screens_find/service.rs"]
mod service;
#[path = "screens_find/writing.rs"]
mod writing;
