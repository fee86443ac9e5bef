//! What is said in each case, and what can be pressed.

use crate::platform::one_window;
use crate::record::Error;
use crate::screens::Context;

/// What can be pressed to put it right, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Read what can be read.
    Read,
    /// Use a backup.
    Backup,
    /// Try again.
    Again,
}

/// One reason why a record does not open.
pub(super) struct Case {
    pub(super) title: &'static str,
    pub(super) happened: String,
    pub(super) safe: &'static str,
    pub(super) to_do: &'static [&'static str],
    pub(super) ways: &'static [Way],
}

const NOTHING_CHANGED: &str = "Withy changed nothing and deleted nothing. All is just as it was.";

const USE_A_BACKUP: &str =
    "Use a backup: your record as it was on that day. What is here now is set aside, not deleted.";

const OR_USE_A_BACKUP: &str = "Or use a backup: your record as it was on that day. What is here now is set aside, not deleted.";

const KEYS_OF_A_BACKUP: &str =
    "Press “Use a backup”. It can put back only the keys, so that nothing you wrote since is lost.";

/// What to say, with nothing when the record is well.
pub(super) fn case(context: &Context) -> Case {
    match (&context.closed, &context.record_problem) {
        (Some(closed), _) => of_the_window(closed),
        (None, Some(problem)) => of_the_record(problem),
        (None, None) => Case {
            title: "Your record is open",
            happened: String::new(),
            safe: NOTHING_CHANGED,
            to_do: &[],
            ways: &[],
        },
    }
}

fn of_the_window(closed: &one_window::Error) -> Case {
    let happened = closed.to_string();
    match closed {
        one_window::Error::AlreadyOpen => Case {
            title: "Withy is already open",
            happened,
            safe: "Your record is safe in the other window.",
            to_do: &["Go on in the other window. Or close it, then press “Try again”."],
            ways: &[Way::Again],
        },
        one_window::Error::Folder(_) => Case {
            title: "This folder cannot be used",
            happened,
            safe: NOTHING_CHANGED,
            to_do: &[
                "Let your account change files in this folder. Make some room if the disk is full.",
                "Then press “Try again”.",
            ],
            ways: &[Way::Again],
        },
    }
}

fn of_the_record(problem: &Error) -> Case {
    let (title, to_do, ways): (_, &[&str], &[Way]) = match problem {
        Error::Damaged => (
            "Part of your record is damaged",
            &[
                "Press “Read what can be read”. Withy works on a copy, and keeps what it finds beside your record.",
                OR_USE_A_BACKUP,
            ],
            &[Way::Read, Way::Backup, Way::Again],
        ),
        Error::NotOurs | Error::Empty => (
            "Your record did not open",
            &[USE_A_BACKUP],
            &[Way::Backup, Way::Again],
        ),
        Error::NotThere | Error::IsAFolder => (
            "Your record is not in its place",
            &[
                "If you moved it, put it back. Then press “Try again”.",
                OR_USE_A_BACKUP,
            ],
            &[Way::Backup, Way::Again],
        ),
        Error::KeysMissing => (
            "The key file is missing",
            &[
                "If you moved the file keys.json, put it back. Then press “Try again”.",
                KEYS_OF_A_BACKUP,
            ],
            &[Way::Backup, Way::Again],
        ),
        Error::KeysDamaged => (
            "The key file is damaged",
            &[KEYS_OF_A_BACKUP],
            &[Way::Backup, Way::Again],
        ),
        Error::MadeByNewerVersion { .. } | Error::KeysNewer => (
            "This record needs a newer Withy",
            &[
                "Open it with the newest Withy that you have used.",
                "A backup from before that opens here. It lacks what you wrote since.",
            ],
            &[Way::Again, Way::Backup],
        ),
        Error::DiskFull => (
            "This computer’s disk is full",
            &[
                "Delete what you do not need, and empty the computer’s own bin.",
                "Then press “Try again”.",
            ],
            &[Way::Again],
        ),
        Error::ReadOnly => (
            "Your record may only be read here",
            &["Let your account change files in this folder. Then press “Try again”."],
            &[Way::Again, Way::Backup],
        ),
        Error::InUse => (
            "Your record is open elsewhere",
            &["Close the other window or program. Then press “Try again”."],
            &[Way::Again],
        ),
        Error::NotEncrypted => (
            "This record is from a test version",
            &[
                "The test version that made it can open it.",
                "To start afresh here, move that file elsewhere. Then press “Try again”.",
            ],
            &[Way::Again],
        ),
        _ => (
            "Your record did not open",
            &[
                "Press “Try again”. If that does not help, start this computer again.",
                OR_USE_A_BACKUP,
            ],
            &[Way::Again, Way::Backup],
        ),
    };
    let happened = match problem {
        // Their own sentences are about saving, or say less.
        Error::DiskFull => "There is no room left, so your record could not be opened.".to_owned(),
        Error::Damaged => {
            "Part of the file cannot be read. A disk that is failing can do this, or a copy that broke off."
                .to_owned()
        }
        Error::Other(_) => "Your record could not be opened.".to_owned(),
        problem => problem.to_string(),
    };
    let safe = match problem {
        // It may have been open before the damage was found.
        Error::Damaged => "Withy deleted nothing, and writes nothing more into this file.",
        _ => NOTHING_CHANGED,
    };
    Case {
        title,
        happened,
        safe,
        to_do,
        ways,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::*;

    fn all() -> Vec<Case> {
        let other = Error::Other(Arc::new(std::io::Error::other("SQLITE_MISUSE 21")));
        let newer = Error::MadeByNewerVersion { found: 9, known: 4 };
        let problems = [
            Error::Damaged,
            Error::NotOurs,
            Error::Empty,
            Error::NotThere,
            Error::IsAFolder,
            Error::KeysMissing,
            Error::KeysDamaged,
            Error::KeysNewer,
            newer,
            Error::DiskFull,
            Error::ReadOnly,
            Error::InUse,
            Error::NotEncrypted,
            other,
        ];
        let mut cases: Vec<Case> = problems.iter().map(of_the_record).collect();
        cases.push(of_the_window(&one_window::Error::AlreadyOpen));
        cases
    }

    #[test]
    fn every_case_says_what_happened_what_is_safe_and_what_to_do() {
        let mut happened = BTreeSet::new();
        for case in all() {
            assert!(!case.to_do.is_empty() && !case.ways.is_empty());
            assert!(case.ways.contains(&Way::Again), "{}", case.title);
            let sentences = case.to_do.iter().copied().chain([case.safe]);
            for words in sentences.chain([case.happened.as_str()]) {
                assert!(words.ends_with('.') && !words.contains("SQLITE"), "{words}");
                for sentence in words.split_inclusive(". ") {
                    assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
                }
            }
            // A button that is spoken of is there.
            let to_do = case.to_do.join(" ");
            assert_eq!(
                to_do.contains("Read what can be read"),
                case.ways.contains(&Way::Read),
                "{to_do}"
            );
            assert!(happened.insert(case.happened.clone()), "{}", case.happened);
        }
    }

    #[test]
    fn only_damage_is_read_around_and_a_full_disk_needs_no_backup() {
        assert!(of_the_record(&Error::Damaged).ways.contains(&Way::Read));
        let full = of_the_record(&Error::DiskFull);
        assert_eq!(full.ways, [Way::Again]);
        assert!(full.happened.contains("no room"), "{}", full.happened);
    }
}
