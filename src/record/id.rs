//! How the things in the record are named, so that they can never be mixed up.

/// Writes `Id` for the module of one kind of thing, and the table that keeps it.
macro_rules! id {
    ($what:literal, $item:ident) => {
        #[doc = concat!("The lasting identity of ", $what, " in this record.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct Id(pub uuid::Uuid);

        impl Id {
            /// A fresh identity: UUID version 7, which starts with the time it was made.
            pub fn new(now: &jiff::ZonedDateTime) -> Id {
                Id(crate::record::id::fresh(now))
            }
        }

        impl std::fmt::Display for Id {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl From<Id> for crate::record::item::Item {
            fn from(id: Id) -> Self {
                crate::record::item::Item::$item(id)
            }
        }
    };
}

pub(crate) use id;

/// A fresh UUID version 7. A clock set before 1970 counts as 1970.
pub(crate) fn fresh(now: &jiff::ZonedDateTime) -> uuid::Uuid {
    let since_1970 = now.timestamp().as_duration();
    let seconds = u64::try_from(since_1970.as_secs()).unwrap_or(0);
    let nanoseconds = u32::try_from(since_1970.subsec_nanos()).unwrap_or(0);
    uuid::Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::NoContext,
        seconds,
        nanoseconds,
    ))
}
