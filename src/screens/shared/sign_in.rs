//! What it means that this computer's sign-in unlocks the record.

/// Said wherever it is offered.
pub const WHAT_IT_MEANS: &str = "Then one press opens your record, without the passphrase. \
    So can anybody who uses this computer while you are signed in. \
    Leave it off if you share your sign-in.";
