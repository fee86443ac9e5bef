//! Personal Health Budgets: what one is, who has a right, and what to do. The content is in
//! `data/guide/budget.json`; the questions to ask are in `data/guide/starter_questions.json`.

use std::sync::LazyLock;

use super::book::Book;

/// Read once. A test proves that it is readable, so the empty book is never seen.
static BOOK: LazyLock<Book> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/budget.json")).unwrap_or_default()
});

/// Everything about Personal Health Budgets.
pub fn book() -> &'static Book {
    &BOOK
}
