//! Withy.
fn main() {}
