//! What is read and takes no key.

use iced::widget::column;

use super::*;

/// The second half: what is read.
pub fn read() -> Vec<Row> {
    vec![
        row(
            "list",
            |look| widgets::list(look, "What is due", vec![widgets::body(look, "The plan")]),
            [
                r#"List "What is due""#,
                r#"ListItem """#,
                r#"Label "The plan""#,
            ],
            [],
        ),
        row(
            "notice",
            |look| {
                let again = button::plain(look, "again", "Save again", said("again"));
                notice::problem(look, "We could not save", "Try again.")
                    .action(again)
                    .into()
            },
            [r#"Alert "We could not save. Try again.""#],
            [pressed("Save again", "again")],
        ),
        row(
            "table",
            |look| {
                let cell = widgets::body(look, "Too few");
                let rows = vec![TableRow::new("Leaders", vec![cell])];
                widgets::table(look, "Nine areas", &[("Area", 1), ("2020", 1)], rows)
            },
            [
                r#"Table "Nine areas""#,
                r#"ColumnHeader "2020""#,
                r#"RowHeader "Leaders""#,
                r#"Label "Too few""#,
            ],
            [],
        ),
        row(
            "steps",
            |look| {
                let (talk, ring) = (widgets::body(look, "Talk"), widgets::body(look, "Ring"));
                widgets::steps(look, "What to do first", vec![(true, talk), (false, ring)])
            },
            [
                r#"List "What to do first""#,
                r#"Label "Step 1, done""#,
                r#"Label "Step 2""#,
            ],
            [],
        ),
        row(
            "timeline",
            |look| {
                let visit = widgets::strong(look, "Inspectors visit");
                widgets::timeline(look, "The plan", vec![("March 2020", visit)])
            },
            [
                r#"List "The plan""#,
                r#"Label "March 2020""#,
                r#"Label "Inspectors visit""#,
            ],
            [],
        ),
        row(
            "progress",
            |look| widgets::progress(look, "Copying", 0.4, "4 of 10 parts copied"),
            [r#"ProgressIndicator "Copying""#],
            [],
        ),
        row(
            "dialog page",
            |look| {
                let way_back = Some(("Back to the note", said("back")));
                let delete = button::danger(look, "delete", "Delete this note", said("deleted"));
                column![
                    widgets::page_header(look, "Delete this note?", way_back, None),
                    widgets::body(look, "It goes to the bin for 30 days."),
                    Element::from(delete),
                    Element::from(button::plain(look, "keep", "Keep it", said("kept"))),
                ]
                .spacing(gap::L)
                .into()
            },
            [
                r#"Heading "Delete this note?" level=1 landing"#,
                r#"Label "It goes to the bin for 30 days.""#,
            ],
            [
                pressed("Back to the note", "back"),
                pressed("Delete this note", "deleted"),
                pressed("Keep it", "kept"),
            ],
        ),
        row(
            "landing heading",
            |look| widgets::title(look, "Notes"),
            [r#"Heading "Notes" level=1 landing"#],
            [],
        ),
        row(
            "status line",
            |look| {
                let undo = button::quiet(look, "undo", "Undo", said("undone"));
                widgets::status(look, "Saved 10:42am", Some(undo.into()))
            },
            [r#"Status "Saved 10:42am""#],
            [pressed("Undo", "undone")],
        ),
    ]
}
