//! The guide to what to do first: its data, its page, and all 21 routes walked by keyboard.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

#[path = "support/prose.rs"]
#[allow(dead_code, reason = "the directory's test uses the rest of it")]
mod prose;

#[path = "guide_path/books.rs"]
mod books;
#[path = "guide_path/data.rs"]
mod data;
#[path = "guide_path/drawn.rs"]
mod drawn;
#[path = "guide_path/four.rs"]
mod four;
#[path = "guide_path/kept.rs"]
mod kept;
#[path = "guide_path/limits.rs"]
mod limits;
#[path = "guide_path/routes.rs"]
mod routes;
#[path = "guide_path/taking.rs"]
mod taking;
#[path = "guide_path/worried.rs"]
mod worried;
