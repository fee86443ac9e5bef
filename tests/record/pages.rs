//! The pages of a record as whoever has the key could read them, with those that are free.

use std::path::Path;

use withy::record::Key;

/// Opens the file with its key, behind the back of the record.
pub fn open(path: &Path, key: &Key) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    let key = key.for_sqlcipher().unwrap();
    connection.key(None::<&str>, &*key, false).unwrap();
    connection
}

/// Every page one after the other, decrypted.
#[allow(
    unsafe_code,
    reason = "SQLite gives pages that nothing refers to only this way"
)]
pub fn all(path: &Path, key: &Key) -> Vec<u8> {
    let connection = open(path, key);
    let mut length = 0;
    // SAFETY: the connection lives until after the copy; SQLite gives `length` bytes or null, and they are freed once.
    unsafe {
        let bytes = rusqlite::ffi::sqlite3_serialize(
            connection.handle(),
            c"main".as_ptr(),
            &raw mut length,
            0,
        );
        assert!(!bytes.is_null());
        let copy = std::slice::from_raw_parts(bytes, usize::try_from(length).unwrap()).to_vec();
        rusqlite::ffi::sqlite3_free(bytes.cast());
        copy
    }
}

/// Whether these bytes stand anywhere in the pages.
pub fn hold(path: &Path, key: &Key, bytes: &[u8]) -> bool {
    let pages = all(path, key);
    pages.windows(bytes.len()).any(|part| part == bytes)
}

/// A number that the file is asked for.
pub fn number(path: &Path, key: &Key, sql: &str) -> i64 {
    let connection = open(path, key);
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}
