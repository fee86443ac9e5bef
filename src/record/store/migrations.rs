//! The format of the file, step by step. A step that has been in a release never changes.

use rusqlite::{Connection, TransactionBehavior};

use crate::record::Error;

/// The number of a step is its place: the file `003_…` makes format 3.
const STEPS: &[&str] = &[
    include_str!("steps/001_first.sql"),
    include_str!("steps/002_path.sql"),
    include_str!("steps/003_experience.sql"),
    include_str!("steps/004_attachment.sql"),
    include_str!("steps/005_left_this_computer.sql"),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    fn format(connection: &Connection) -> i64 {
        let read = |row: &rusqlite::Row<'_>| row.get(0);
        connection
            .pragma_query_value(None, "user_version", read)
            .unwrap()
    }

    #[test]
    fn a_record_of_the_first_format_keeps_what_it_has_and_gains_the_rest() {
        crate::sqlite::start();
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(STEPS[0]).unwrap();
        connection
            .execute_batch(
                "pragma user_version = 1;
                 insert into child (id, name, colour) values ('a', 'Maya', 'blue');",
            )
            .unwrap();
        migrate(&mut connection).unwrap();
        assert_eq!(format(&connection), known());
        let name: String = connection
            .query_row("select name from child", [], |row| row.get(0))
            .unwrap();
        assert_eq!(name, "Maya");
        let sql = "select count(*) from experience join experience_child on owner = id";
        let count: i64 = connection.query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(count, 0);
        // Nothing is done twice.
        migrate(&mut connection).unwrap();
        assert_eq!(format(&connection), known());
    }

    #[test]
    fn the_number_of_a_file_is_its_place() {
        assert!(STEPS[1].contains("create table path"));
        assert!(STEPS[2].contains("create table experience"));
        assert!(STEPS[3].contains("create table attachment"));
        assert!(STEPS[4].contains("create table left_this_computer"));
    }
}
