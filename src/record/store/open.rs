//! Making and opening the file of a record.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::{migrations, words};
use crate::platform::files;
use crate::record::{Error, Key};
use crate::sqlite;

/// Marks a SQLite file as a record of Withy: the letters “WTHY”.
const APPLICATION_ID: i32 = 0x5754_4859;

/// Another window either lets go at once or keeps the file for as long as it is open.
const WAIT_FOR_OTHERS: Duration = Duration::from_millis(250);

/// How every SQLite file begins that is not encrypted.
const PLAIN: &[u8] = b"SQLite format 3";

/// Makes an empty record. It gets its name only when it is whole, and never takes the place of anything.
pub(crate) fn create(path: &Path, key: &Key) -> Result<(), Error> {
    refuse_what_is_there(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let new = files::unfinished_in(folder)?;
    let mut connection = connect(&new, key, OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.execute_batch(&format!(
        "pragma application_id = {APPLICATION_ID}; pragma synchronous = full; pragma fullfsync = on;"
    ))?;
    migrations::migrate(&mut connection)?;
    connection.close().map_err(|(_, failure)| failure)?;
    refuse_what_is_plain(&new)?;
    match new.persist_noclobber(path) {
        Ok(()) => Ok(files::sync_folder(folder)?),
        Err(refused) => Err(refused.error.into()),
    }
}

/// A record that is known to be ours and not newer. Nothing was written to it yet.
pub(crate) struct Known {
    connection: Connection,
    found: i64,
    /// The program did not end by itself the last time: something is in the log still.
    broke_off: bool,
}

/// Looks at a record that is there.
pub(crate) fn recognise(path: &Path, key: &Key) -> Result<Known, Error> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(Error::IsAFolder);
    }
    if about.len() == 0 {
        return Err(Error::Empty);
    }
    refuse_what_is_plain(path)?;
    let broke_off = std::fs::metadata(log_beside(path)).is_ok_and(|log| log.len() > 0);
    let connection = connect(path, key, OpenFlags::empty())?;
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    if number("application_id")? != i64::from(APPLICATION_ID) {
        return Err(Error::NotOurs);
    }
    let found = number("user_version")?;
    if found > migrations::known() {
        return Err(Error::MadeByNewerVersion {
            found,
            known: migrations::known(),
        });
    }
    Ok(Known {
        connection,
        found,
        broke_off,
    })
}

impl Known {
    /// An older version wrote it: it has to be brought to today's format before it opens.
    pub(crate) fn is_old(&self) -> bool {
        self.found < migrations::known()
    }

    /// The file as it is, to copy it before it changes.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Opens it for work.
    ///
    /// One that was not closed is read through first. A log that belongs to another file, as when only the file was
    /// copied back by hand, would be noticed by nothing else, and be mixed into it for good.
    pub(crate) fn open(mut self) -> Result<Connection, Error> {
        if self.broke_off {
            check_content(&self.connection)?;
        }
        make_durable(&self.connection)?;
        if self.is_old() {
            migrations::migrate(&mut self.connection)?;
        }
        Ok(self.connection)
    }
}

/// Where SQLite keeps what is saved and not yet moved into the file.
fn log_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// Opens the file for one user and reads its first page.
fn connect(path: &Path, key: &Key, more: OpenFlags) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = open_locked(path, key, flags)?;
    // SQLite falls back to reading when it may not write, and then says nothing until the first write.
    if connection.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    // Closing moves the log into the file: not before the file is known to be ours. An empty log goes on closing.
    let log = std::fs::metadata(log_beside(path)).map_or(0, |log| log.len());
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, log > 0)?;
    connection.busy_timeout(WAIT_FOR_OTHERS)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch(
        "pragma locking_mode = exclusive; pragma foreign_keys = on; pragma secure_delete = on;
         pragma cache_size = -16384;
         select count(*) from sqlite_schema;",
    )?;
    Ok(connection)
}

/// Opens a copy of a damaged file, as far as it can be read: one that ends too early too.
pub(crate) fn connect_to_salvage(copy: &Path, key: &Key) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = open_locked(copy, key, flags)?;
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // SQLite takes a file that is shorter than it says it is only in this mode.
    connection.execute_batch(
        "pragma writable_schema = on; pragma locking_mode = exclusive; pragma cache_size = -16384;
         select count(*) from sqlite_schema;",
    )?;
    Ok(connection)
}

/// Closing will not move the log into the file.
pub(crate) fn leave_log(connection: &Connection) {
    let leave = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    let _ = connection.set_db_config(leave, true);
}

/// The file, and where SQLite keeps what is saved and not yet moved into it, for who copies both.
pub(crate) fn parts_of(path: &Path) -> [PathBuf; 2] {
    [path.to_owned(), log_beside(path)]
}

/// Gives the key before anything is read. A library without encryption would go on in plain text and say
/// nothing, so it is asked what it is.
fn open_locked(path: &Path, key: &Key, flags: OpenFlags) -> Result<Connection, Error> {
    sqlite::start();
    let connection = Connection::open_with_flags(path, flags)?;
    connection.key(None::<&str>, &*key.for_sqlcipher()?, false)?;
    // It would write to standard error.
    connection.execute_batch("pragma cipher_log_level = none; pragma trusted_schema = off;")?;
    let version: Option<String> = connection
        .query_row("pragma cipher_version", [], |row| row.get(0))
        .optional()?;
    match version {
        Some(version) if !version.is_empty() => Ok(connection),
        _ => Err(Error::NoEncryption),
    }
}

fn refuse_what_is_plain(path: &Path) -> Result<(), Error> {
    let mut start = Vec::with_capacity(PLAIN.len());
    let length = u64::try_from(PLAIN.len()).unwrap_or(u64::MAX);
    let _ = std::fs::File::open(path)?
        .take(length)
        .read_to_end(&mut start)?;
    if start == PLAIN {
        return Err(Error::NotEncrypted);
    }
    Ok(())
}

/// Opens a copy to read and to look for damage in it. The copy is at rest, so its pages are read on one thread
/// while what is in them is read on another.
pub(crate) fn verify(path: &Path, key: &Key) -> Result<(), Error> {
    refuse_what_is_plain(path)?;
    let (pages, content) = std::thread::scope(|scope| {
        let pages = scope.spawn(|| check_pages(&connect_to_copy(path, key)?));
        let content = connect_to_copy(path, key).and_then(|connection| {
            let found: i64 =
                connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
            check_content(&connection)?;
            if found < migrations::known() {
                return Ok(());
            }
            words::check(&connection)
        });
        (pages.join(), content)
    });
    pages.unwrap_or(Err(Error::Damaged)).and(content)
}

fn connect_to_copy(path: &Path, key: &Key) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    open_locked(path, key, flags)
}

/// Writes a copy that nobody else has open again under another key. Cut off in the middle, it opens with neither.
pub(crate) fn change_key(path: &Path, old: &Key, new: &Key) -> Result<(), Error> {
    let connection = connect_to_copy(path, old)?;
    connection.execute_batch("pragma synchronous = full; select count(*) from sqlite_schema;")?;
    connection.key(None::<&str>, &*new.for_sqlcipher()?, true)?;
    connection.close().map_err(|(_, failure)| failure.into())
}

/// Moves what was saved out of the log into the file. A bit that flips in the log takes what was saved last with it,
/// unnoticed; one in the file is noticed.
pub(crate) fn empty_log(connection: &Connection) -> Result<(), Error> {
    Ok(connection.execute_batch("pragma wal_checkpoint(truncate)")?)
}

/// From here on, a commit that has returned survives a pulled plug. The log is emptied when nobody writes
/// ([`empty_log`]), so that saving has not to wait for it; after 16 MB it is emptied all the same.
fn make_durable(connection: &Connection) -> Result<(), Error> {
    let mode: String = connection.query_row("pragma journal_mode = wal", [], |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(Error::ReadOnly);
    }
    connection.execute_batch(
        "pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on;
         pragma wal_autocheckpoint = 4000;",
    )?;
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Looks for damage in every page, every reference and the search index.
pub(crate) fn check(connection: &Connection) -> Result<(), Error> {
    check_content(connection)?;
    check_pages(connection)?;
    words::check(connection)
}

/// Looks for an altered bit in any page, even one that nothing uses. SQLCipher looks at the file alone, where a pulled
/// plug may have torn pages that the log makes whole; so the log is emptied first, and where it cannot be, this tells
/// nothing.
pub(crate) fn check_pages(connection: &Connection) -> Result<(), Error> {
    if empty_log(connection).is_err() {
        return Ok(());
    }
    let mut statement = connection.prepare("pragma cipher_integrity_check")?;
    match statement.exists([])? {
        true => Err(Error::Damaged),
        false => Ok(()),
    }
}

/// Looks for damage in what the pages hold. It asks the search index to check itself too, so that has not to be
/// asked once more.
fn check_content(connection: &Connection) -> Result<(), Error> {
    let answer: String = connection.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
    let dangling = connection.prepare("pragma foreign_key_check")?.exists([])?;
    if answer != "ok" || dangling {
        return Err(Error::Damaged);
    }
    Ok(())
}

fn refuse_what_is_there(path: &Path) -> Result<(), Error> {
    match std::fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() => Err(Error::IsAFolder),
        Ok(_) => Err(Error::AlreadyThere),
        Err(failure) if failure.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(failure) => Err(failure.into()),
    }
}
