//! Starts SQLite, once in a process.

use std::sync::Once;

use rusqlite::Connection;

static STARTED: Once = Once::new();

/// Lets SQLite and SQLCipher make themselves ready. To be called before anything is opened.
///
/// SQLite calls itself ready before SQLCipher is, which starts behind it (`SQLITE_EXTRA_INIT`); a second thread that
/// opens a file in between finds no encryption, and is told of a “SQL logic error”. So whoever comes first does it
/// alone, and the others wait.
pub(crate) fn start() {
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}
