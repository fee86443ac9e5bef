//! What Withy asks of the system: to say when nobody will be here, to keep a key for whoever is signed in, and to leave
//! nothing in a core file. On Linux, with private stand-ins; a machine without them says so and passes.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and says what it could not try"
)]

#[path = "with_the_system/bus.rs"]
mod bus;
#[path = "with_the_system/core_file.rs"]
mod core_file;
#[path = "with_the_system/keyring.rs"]
mod keyring;
#[path = "with_the_system/sleeping.rs"]
mod sleeping;
