//! The format of the file, step by step. A step that has been in a release never changes.

use rusqlite::{Connection, TransactionBehavior};

use crate::record::Error;

const STEPS: &[&str] = &[
    include_str!("steps/001_first.sql"),
    include_str!("steps/002_path.sql"),
];

/// The newest format that this version knows.
pub(crate) fn known() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// Brings the file to the newest format in one transaction, so that a crash leaves the old one whole.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    if transaction
        .prepare("pragma foreign_key_check")?
        .exists([])?
    {
        return Err(Error::Damaged);
    }
    transaction.pragma_update(None, "user_version", known())?;
    Ok(transaction.commit()?)
}
