//! Taking back the last change, and doing it again. Both survive a restart.

use super::{Error, Record, store};

/// How many changes can be taken back. Older ones are let go.
pub const STEPS_KEPT: u32 = 200;

impl Record {
    /// Takes back the last change, and returns its label; `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<String>, Error> {
        store::undo::swap(&mut self.connection, store::undo::Way::Back)
    }

    /// Does again what was last taken back, and returns its label; `None` if there is none. A new change lets go
    /// of everything that was taken back.
    pub fn redo(&mut self) -> Result<Option<String>, Error> {
        store::undo::swap(&mut self.connection, store::undo::Way::Again)
    }

    /// The label of the change that [`Record::undo`] would take back.
    pub fn can_undo(&self) -> Result<Option<String>, Error> {
        store::undo::label(&self.connection, store::undo::Way::Back)
    }

    /// The label of the change that [`Record::redo`] would do again.
    pub fn can_redo(&self) -> Result<Option<String>, Error> {
        store::undo::label(&self.connection, store::undo::Way::Again)
    }
}
