//! Typing, undo, dates by arrow key, the month.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::text_editor::{Action, Edit as Stock};
use jiff::civil::{Date, date};
use withy::widgets::field::{self, Edit, Writing};
use withy::widgets::{self, Element};

use crate::window::{LOOK, Window, control, letters, press, press_with};

fn typed(writing: &mut Writing, text: &str) {
    for c in text.chars() {
        writing.apply(Edit::Action(Action::Edit(Stock::Insert(c))));
    }
}

#[test]
fn undo_takes_back_a_word_and_redo_brings_it_again() {
    let mut writing = Writing::default();
    typed(&mut writing, "She rang today");
    let mut seen = vec![];
    for _ in 0..4 {
        writing.apply(Edit::Undo);
        seen.push(writing.text());
    }
    assert_eq!(seen, ["She rang ", "She ", "", ""]);
    writing.apply(Edit::Redo);
    writing.apply(Edit::Redo);
    assert_eq!(writing.text(), "She rang ");
    typed(&mut writing, "me");
    writing.apply(Edit::Redo);
    assert_eq!(
        writing.text(),
        "She rang me",
        "what was typed since is not lost to a redo"
    );
}

#[test]
fn deleting_and_replacing_can_be_undone() {
    let mut writing = Writing::new("Keep this");
    writing.apply(Edit::Select {
        anchor: (0, 4),
        focus: (0, 9),
    });
    writing.apply(Edit::Action(Action::Edit(Stock::Backspace)));
    assert_eq!(writing.text(), "Keep");
    writing.apply(Edit::Replace("Something else".to_owned()));
    writing.apply(Edit::Undo);
    writing.apply(Edit::Undo);
    assert_eq!(writing.text(), "Keep this");
    assert!(!writing.is_empty() && Writing::default().is_empty());
}

#[test]
fn a_caret_out_of_range_lands_at_the_end() {
    let mut writing = Writing::new("one\ntwo");
    writing.apply(Edit::Select {
        anchor: (9, 9),
        focus: (9, 9),
    });
    typed(&mut writing, "!");
    assert_eq!(writing.text(), "one\ntwo!");
}

#[test]
fn a_megabyte_can_be_pasted_and_taken_back() {
    let page = "Mrs Hill rang about the form. ".repeat(3).trim().to_owned() + "\n";
    let megabyte = page.repeat(1_048_576 / page.len() + 1);
    let mut writing = Writing::new("Before. ");
    writing.apply(Edit::Select {
        anchor: (0, 8),
        focus: (0, 8),
    });
    writing.apply(Edit::Action(Action::Edit(Stock::Paste(
        megabyte.clone().into(),
    ))));
    assert_eq!(writing.text().len(), megabyte.len() + 8);
    typed(&mut writing, "And one more word");
    writing.apply(Edit::Undo);
    writing.apply(Edit::Undo);
    writing.apply(Edit::Undo);
    writing.apply(Edit::Undo);
    writing.apply(Edit::Undo);
    assert_eq!(writing.text(), "Before. ");
    let look = LOOK();
    writing.apply(Edit::Redo);
    let view: Element<'_, Edit> =
        field::long_text(&look, "w", "Writing", &writing, |edit| edit).into();
    let snapshot = Window::new().show(view);
    assert_eq!(snapshot.findings, vec![]);
}

/// Types into a long field as the application does: every message is applied before the next key.
fn write(writing: &mut Writing, window: &mut Window, events: &[iced::Event]) {
    for event in events {
        let look = LOOK();
        let view: Element<'_, Edit> =
            field::long_text(&look, "w", "Writing", writing, |edit| edit).into();
        let edits = window.send(view, std::slice::from_ref(event));
        for edit in edits {
            writing.apply(edit);
        }
    }
}

#[test]
fn keys_in_a_long_field() {
    let mut writing = Writing::default();
    let mut window = Window::new();
    write(&mut writing, &mut window, &[press(Named::Tab)]);
    write(&mut writing, &mut window, &letters("form by Friday"));
    assert_eq!(writing.text(), "form by Friday");
    let word = press_with(Key::Named(Named::Backspace), Modifiers::CTRL);
    write(&mut writing, &mut window, &[word]);
    assert_eq!(writing.text(), "form by ", "Ctrl+Backspace deletes a word");
    write(&mut writing, &mut window, &[control("z")]);
    assert_eq!(writing.text(), "form by Friday");
    write(
        &mut writing,
        &mut window,
        &[control("z"), control("y"), control("y")],
    );
    assert_eq!(writing.text(), "form by ");
    write(
        &mut writing,
        &mut window,
        &[control("s"), press(Named::Escape)],
    );
    assert_eq!(
        window.statuses,
        [iced::event::Status::Ignored],
        "Escape is the application's"
    );
    assert_eq!(writing.text(), "form by ");
    write(&mut writing, &mut window, &[control("s")]);
    assert_eq!(
        window.statuses,
        [iced::event::Status::Ignored],
        "so is Ctrl+S"
    );
}

#[test]
fn arrows_step_a_date_by_days_and_weeks() {
    let look = LOOK();
    let today = date(2026, 5, 11);
    let mut window = Window::new();
    let stepped = |typed: &'static str, named, window: &mut Window| {
        let view = || -> Element<'_, String> {
            field::date(&look, "d", "Date", typed, today, |value| value).into()
        };
        let _ = window.send(view(), &[press(Named::Tab)]);
        window.send(view(), &[press(named)])
    };
    assert_eq!(
        stepped("31/5/26", Named::ArrowUp, &mut window),
        ["1 June 2026"]
    );
    assert_eq!(
        stepped("12 May 2026", Named::ArrowDown, &mut window),
        ["11 May 2026"]
    );
    assert_eq!(
        stepped("12 May 2026", Named::PageUp, &mut window),
        ["19 May 2026"]
    );
    assert_eq!(
        stepped("12 May 2026", Named::PageDown, &mut window),
        ["5 May 2026"]
    );
    assert_eq!(
        stepped("", Named::ArrowUp, &mut window),
        ["11 May 2026"],
        "today"
    );
    assert_eq!(
        stepped("soon", Named::ArrowUp, &mut window),
        ["soon"],
        "typed words stay"
    );
}

fn month(chosen: Date) -> Element<'static, Date> {
    widgets::month_grid(
        &LOOK(),
        "month",
        chosen,
        date(2026, 5, 11),
        chosen,
        |day| {
            if day.day() == 12 {
                vec!["A".into(), "B".into()]
            } else {
                vec![]
            }
        },
        |day| day,
    )
}

#[test]
fn a_month_begins_on_monday_and_names_its_days() {
    let snapshot = Window::new().show(month(date(2026, 5, 14)));
    assert_eq!(snapshot.findings, vec![]);
    let outline = snapshot.outline();
    assert!(
        outline.contains("Grid \"May 2026\"\n    Row \"\"\n      ColumnHeader \"Monday\""),
        "{outline}"
    );
    assert!(
        outline.contains("GridCell \"Tuesday 12 May 2026, 2 appointments\""),
        "{outline}"
    );
    assert!(
        outline.contains("GridCell \"Monday 11 May 2026, today\""),
        "{outline}"
    );
    assert!(
        outline.contains("GridCell \"Monday 27 April 2026\""),
        "the first row is whole"
    );
    assert!(
        outline.contains("GridCell \"Sunday 31 May 2026\""),
        "{outline}"
    );
    assert!(
        !outline.contains("1 June 2026"),
        "no row without a day of the month"
    );
    assert_eq!(
        crate::window::stops(&snapshot),
        ["Thursday 14 May 2026"],
        "one Tab stop"
    );
}

#[test]
fn arrows_move_by_day_and_week_and_focus_goes_along_into_another_month() {
    let mut window = Window::new();
    let mut chosen = date(2026, 5, 30);
    let _ = window.send(month(chosen), &[press(Named::Tab)]);
    for (key, leads_to) in [
        (Named::ArrowRight, "Sunday 31 May 2026"),
        (Named::ArrowRight, "Monday 1 June 2026"),
        (Named::ArrowDown, "Monday 8 June 2026"),
        (Named::ArrowUp, "Monday 1 June 2026"),
        (Named::ArrowUp, "Monday 25 May 2026"),
        (Named::End, "Sunday 31 May 2026"),
        (Named::Home, "Monday 25 May 2026"),
        (Named::PageDown, "Thursday 25 June 2026"),
        (Named::PageUp, "Monday 25 May 2026"),
    ] {
        for day in window.send(month(chosen), &[press(key)]) {
            chosen = day;
        }
        let _ = window.send(month(chosen), &[]);
        assert_eq!(window.focused(), leads_to, "after {key:?}");
    }
}
