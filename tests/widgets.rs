//! Every widget: what it says to a screen reader, what keys do to it, and how it looks.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/picture.rs"]
mod picture;

#[path = "widgets/caret.rs"]
mod caret;

#[path = "widgets/each.rs"]
mod each;

#[path = "widgets/every.rs"]
mod every;
#[path = "widgets/explained.rs"]
mod explained;

#[path = "widgets/focus.rs"]
mod focus;

#[path = "widgets/gallery.rs"]
mod gallery;

#[path = "widgets/grey.rs"]
mod grey;

#[path = "widgets/lint.rs"]
mod lint;

#[path = "widgets/long_lines.rs"]
mod long_lines;

#[path = "widgets/no_work.rs"]
mod no_work;

#[path = "widgets/platform.rs"]
mod platform;

#[path = "widgets/reader.rs"]
mod reader;

#[path = "widgets/samples.rs"]
mod samples;

#[path = "widgets/table.rs"]
mod table;

#[path = "widgets/tree.rs"]
mod tree;

#[path = "widgets/writing.rs"]
mod writing;

#[path = "widgets/window.rs"]
mod window;
