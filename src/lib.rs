//! Withy: Somerset's Local Offer and a private record, for families of children with SEND.
//!
//! The rooms, outermost first. An arrow in ARCHITECTURE.md says which may import which;
//! `tests/wall.rs` holds every room to it.

pub mod command;

pub mod app;

pub mod screens;

pub mod widgets;

pub mod access;

pub mod look;

pub mod guide;

pub mod directory;

pub mod record;

pub mod settings;

pub mod platform;

mod sqlite;

pub mod words;
