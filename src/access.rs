//! The screen reader: what every control says about itself, in which order, and how it is
//! operated by keyboard and by assistive technology.
//!
//! iced describes nothing to a screen reader, so [`Accessible`] wraps each control with a role, a
//! name and a Tab stop, and [`root`] wraps the whole window: it collects those descriptions into a
//! [`Snapshot`], follows the keyboard, and hands the tree to the platform through a [`Bridge`].

pub mod accessible;
pub mod aloud;
pub mod bridge;
pub mod collector;
pub mod decorative;
pub mod differ;
pub mod focus;
pub mod keys;
pub mod lint;
pub mod mutate;
pub mod nodes;
pub mod outline;
pub mod passage;
pub mod platform;
pub mod readable;
pub mod reading;
pub mod report;
pub mod ring;
pub mod root;
pub mod snapshot;

pub use accessible::Accessible;
pub use bridge::Bridge;
pub use decorative::decorative;
pub use focus::{focus, reveal};
pub use keys::key_of;
pub use passage::Passage;
pub use reading::read;
pub use ring::Ring;
pub use root::root;
pub use snapshot::Snapshot;
