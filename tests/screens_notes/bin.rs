//! The bin.
