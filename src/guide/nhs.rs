//! What NHS Somerset provides: for each service who it is for, how to get it, what to do while
//! waiting and what to do after a no. The content is in `data/guide/nhs.json`.

use std::sync::LazyLock;

use super::book::Book;

/// Read once. A test proves that it is readable, so the empty book is never seen.
static BOOK: LazyLock<Book> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/nhs.json")).unwrap_or_default()
});

/// Every service that is explained.
pub fn book() -> &'static Book {
    &BOOK
}
