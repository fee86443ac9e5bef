//! What SQLite says, as what the person can do about it.

use rusqlite::{Error as Sql, ErrorCode};

use crate::record::Error;

impl From<Sql> for Error {
    fn from(failure: Sql) -> Error {
        match failure.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Error::NotOurs,
            // SQLCipher finds a page that was altered, and SQLite says that it got no memory for it.
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::OutOfMemory) => Error::Damaged,
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Error::ReadOnly
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::InUse,
            Some(_) => Error::other(failure),
            None => match failure {
                // A value that none of our writers could have written.
                Sql::FromSqlConversionFailure(..)
                | Sql::InvalidColumnType(..)
                | Sql::IntegralValueOutOfRange(..)
                | Sql::Utf8Error(..) => Error::Damaged,
                failure => Error::other(failure),
            },
        }
    }
}
