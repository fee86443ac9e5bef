//! A table of facts with its heads, the same as a list where there is no room, and pictures in words.

use accesskit::Role;
use iced::keyboard::key::Named;
use withy::access::Snapshot;
use withy::look::{Icon, Look, Width};
use withy::widgets::figure::{self, Tile, Year};
use withy::widgets::table::Row;
use withy::widgets::{self, Element};

use crate::window::{LOOK, Window, press, stops};

const HEADS: [(&str, u16); 3] = [("Area", 2), ("2020", 1), ("2022", 1)];

fn areas<'a>(look: &Look) -> Element<'a, u8> {
    let link = widgets::link(look, "plans", "EHC plans", 1);
    let body = |words: &'static str| widgets::body(look, words);
    let rows = vec![
        Row::new("Leaders", vec![body("Too few"), body("Enough progress")]),
        Row::new(
            "EHC plans",
            vec![body("Too slow"), body("Not enough progress")],
        )
        .named_by(link),
    ];
    widgets::table(look, "Nine areas", &HEADS, rows)
}

fn narrow() -> Look {
    Look {
        width: Width::Narrow,
        ..LOOK()
    }
}

fn show(view: Element<'_, u8>) -> Snapshot {
    let snapshot = Window::new().show(view);
    assert_eq!(snapshot.findings, vec![], "{}", snapshot.outline());
    snapshot
}

fn outline(snapshot: &Snapshot) -> String {
    let outline = snapshot.outline();
    let (_, inside) = outline.split_once('\n').unwrap();
    inside.replace("\n  ", "\n").trim().to_owned()
}

#[test]
fn a_table_has_heads_for_its_columns_and_its_rows() {
    let seen = show(areas(&LOOK()));
    assert_eq!(
        outline(&seen),
        r#"Table "Nine areas"
  Row ""
    ColumnHeader "Area"
    ColumnHeader "2020"
    ColumnHeader "2022"
  Row ""
    RowHeader "Leaders"
    Cell ""
      Label "Too few"
    Cell ""
      Label "Enough progress"
  Row ""
    RowHeader "EHC plans"
      Link "EHC plans" focusable
    Cell ""
      Label "Too slow"
    Cell ""
      Label "Not enough progress""#
    );
}

#[test]
fn a_screen_reader_is_told_where_in_the_table_it_is() {
    let seen = show(areas(&LOOK()));
    let of = |role| seen.entries.iter().filter(move |one| one.role() == role);
    let table = &of(Role::Table).next().unwrap().node;
    assert_eq!(
        (table.row_count(), table.column_count()),
        (Some(3), Some(3))
    );
    let last = &of(Role::Cell).next_back().unwrap().node;
    assert_eq!((last.row_index(), last.column_index()), (Some(2), Some(2)));
    let head = &of(Role::ColumnHeader).nth(1).unwrap().node;
    assert_eq!(head.column_index(), Some(1));
    let row = &of(Role::RowHeader).next().unwrap().node;
    assert_eq!((row.row_index(), row.column_index()), (Some(1), Some(0)));
}

#[test]
fn cells_stand_under_the_head_of_their_column() {
    let seen = show(areas(&LOOK()));
    let left = |words: &str| {
        let mut entries = (0..seen.entries.len()).filter(|at| seen.name(*at) == words);
        seen.entries[entries.next().unwrap()].bounds.x
    };
    assert!((left("2022") - left("Enough progress")).abs() < 1.0);
    assert!((left("2022") - left("Not enough progress")).abs() < 1.0);
    assert!(left("2020") > left("Area") && left("2022") > left("2020"));
}

#[test]
fn with_no_room_each_fact_says_its_column() {
    let seen = show(areas(&narrow()));
    assert_eq!(
        outline(&seen),
        r#"List "Nine areas"
  ListItem ""
    Label "Leaders"
    DescriptionList ""
      Term "2020"
      Definition ""
        Label "Too few"
      Term "2022"
      Definition ""
        Label "Enough progress"
  ListItem ""
    Link "EHC plans" focusable
    DescriptionList ""
      Term "2020"
      Definition ""
        Label "Too slow"
      Term "2022"
      Definition ""
        Label "Not enough progress""#
    );
}

#[test]
fn what_names_a_row_is_pressed_by_the_keyboard() {
    for look in [LOOK(), narrow()] {
        let mut window = Window::new();
        let seen = window.show(areas(&look));
        assert_eq!(stops(&seen), ["EHC plans"]);
        let pressed = window.send(areas(&look), &[press(Named::Tab), press(Named::Enter)]);
        assert_eq!(pressed, [1]);
    }
}

#[test]
fn a_picture_is_one_thing_that_says_what_it_shows() {
    let tile = |title: &'static str, stands_out| Tile {
        title: title.into(),
        says: "Enough progress".into(),
        icon: Icon::CheckedOn,
        stands_out,
    };
    for look in [LOOK(), narrow()] {
        let tiles = vec![tile("One", false), tile("Two", true), tile("Three", false)];
        let seen = show(figure::tiles(&look, "Two of three areas", tiles));
        assert_eq!(outline(&seen), "Image \"Two of three areas\"");
        let year = |year, count, mark| Year { year, count, mark };
        let years = [
            year(2019, 1, None),
            year(2020, 18, Some("Inspection")),
            year(2021, 0, None),
        ];
        let seen = show(figure::years(&look, "19 events in three years", &years));
        assert_eq!(outline(&seen), "Image \"19 events in three years\"");
    }
}
