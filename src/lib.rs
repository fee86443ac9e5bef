//! Withy.
