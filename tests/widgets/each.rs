//! A row for each widget: what it says of itself, where Tab stops in it, what its keys do, and
//! that each stop shows its ring. What is no control has no stops, and Tab passes it by.

use iced::Point;
use iced::keyboard::Modifiers;
use iced::keyboard::key::{Key, Named};
use iced::widget::column;
use jiff::civil::date;
use withy::access::{Snapshot, focus, key_of};
use withy::look::{Icon, Look, gap};
use withy::widgets::field::{self, Writing};
use withy::widgets::table::Row as TableRow;
use withy::widgets::{self, Element, button, notice};

use crate::window::{LOOK, Window, press, press_with, stops};

#[path = "each/read.rs"]
mod read;

use read::read;

/// A list whose things are walked one by one is a widget of its own.
#[test]
fn words_to_write_down_are_one_stop_and_the_arrows_go_through_them() {
    let look = LOOK();
    let view = || -> Element<'static, ()> {
        let words = ["apple", "bread", "cloud"].into_iter().zip(1..);
        let words = words.map(|(word, number)| widgets::numbered(&look, number, word));
        let list = widgets::list_to_walk(&look, "word", "The words", words.collect(), gap::M);
        let after = button::plain(&look, "done", "I have written it down", ());
        widgets::page(&look, column![list, Element::from(after)])
    };
    let mut window = Window::new();
    let snapshot = window.show(view());
    assert_eq!(snapshot.findings, vec![], "{}", snapshot.outline());
    assert_eq!(stops(&snapshot), ["1. apple", "I have written it down"]);
    let mut heard = vec![];
    for key in [
        Named::Tab,
        Named::ArrowRight,
        Named::ArrowDown,
        Named::Home,
        Named::End,
    ] {
        let done = window.send(view(), &[press(key)]);
        assert!(done.is_empty(), "there is nothing to press");
        let _ = window.show(view());
        heard.push(window.focused());
        let snapshot = window.bridge.snapshot();
        let bounds = snapshot.entries[snapshot.focus().unwrap()].bounds;
        let beside = Point::new(bounds.x - 4.0, bounds.center_y());
        assert_eq!(window.colour(view(), beside), look.palette.ring, "its ring");
    }
    assert_eq!(
        heard,
        ["1. apple", "2. bread", "3. cloud", "1. apple", "3. cloud"]
    );
    let _ = window.send(view(), &[press(Named::Tab)]);
    let _ = window.show(view());
    assert_eq!(window.focused(), "I have written it down");
}

/// Every widget that product.md, look.md or a screen uses.
const WIDGETS: [&str; 23] = [
    "button",
    "link",
    "field",
    "long text",
    "password",
    "date field",
    "radio group",
    "tick box",
    "tabs",
    "list",
    "card",
    "disclosure",
    "chip with count",
    "notice",
    "pager",
    "month grid",
    "table",
    "steps",
    "timeline",
    "progress",
    "dialog page",
    "landing heading",
    "status line",
];

/// A place where Tab stops: its name, and what each key says there.
struct Stop {
    name: &'static str,
    keys: Vec<(Key, &'static str)>,
}

/// Draws it; what it says when it is used is a word.
type View = Box<dyn Fn(&Look) -> Element<'static, String>>;

struct Row {
    widget: &'static str,
    view: View,
    /// Lines of the outline, without their indent.
    says: Vec<&'static str>,
    stops: Vec<Stop>,
}

fn row(
    widget: &'static str,
    view: impl Fn(&Look) -> Element<'static, String> + 'static,
    says: impl IntoIterator<Item = &'static str>,
    stops: impl IntoIterator<Item = Stop>,
) -> Row {
    Row {
        widget,
        view: Box::new(view),
        says: says.into_iter().collect(),
        stops: stops.into_iter().collect(),
    }
}

fn stop<const N: usize>(name: &'static str, keys: [(Named, &'static str); N]) -> Stop {
    let keys = keys.map(|(key, says)| (Key::Named(key), says)).to_vec();
    Stop { name, keys }
}

/// What Enter and Space do, once each.
fn pressed(name: &'static str, says: &'static str) -> Stop {
    stop(name, [(Named::Enter, says), (Named::Space, says)])
}

/// What a letter does.
fn written(name: &'static str, letter: &'static str, says: &'static str) -> Stop {
    Stop {
        name,
        keys: vec![(Key::Character(letter.into()), says)],
    }
}

fn said(words: &'static str) -> String {
    words.to_owned()
}

/// The first half: what is pressed and what is typed into.
fn controls() -> Vec<Row> {
    let letter: &'static Writing = Box::leak(Box::new(Writing::carried_on("Mrs Hill rang")));
    let today = date(2026, 5, 11);
    let two = || vec![("call", said("Phone call")), ("visit", said("Visit"))];
    vec![
        row(
            "button",
            |look| {
                button::main(look, "b", "Save", said("saved"))
                    .icon(Icon::Save)
                    .into()
            },
            [r#"Button "Save" focusable"#],
            [pressed("Save", "saved")],
        ),
        row(
            "link",
            |look| widgets::link(look, "l", "Source", said("opened")),
            [r#"Link "Source" focusable"#],
            [pressed("Source", "opened")],
        ),
        row(
            "field",
            |look| {
                field::text(look, "f", "Who with?", "", |value| value)
                    .help("One person.")
                    .into()
            },
            [r#"TextInput "Who with?" value="" description="One person." focusable"#],
            [written("Who with?", "a", "a")],
        ),
        row(
            "long text",
            |look| {
                let says = |edit| format!("{edit:?}");
                field::long_text(look, "t", "What was said", letter, says).into()
            },
            [r#"MultilineTextInput "What was said" value="Mrs Hill rang" focusable"#],
            [written("What was said", "!", "Action(Edit(Insert('!')))")],
        ),
        row(
            "password",
            |look| {
                field::text(look, "p", "Passphrase", "", |value| value)
                    .secret(true)
                    .into()
            },
            [r#"PasswordInput "Passphrase" focusable"#],
            [written("Passphrase", "a", "a")],
        ),
        row(
            "date field",
            move |look| field::date(look, "d", "Date", "12 May 2026", today, |value| value).into(),
            [r#"Label "Tuesday 12 May 2026""#],
            [stop(
                "Date",
                [
                    (Named::ArrowUp, "13 May 2026"),
                    (Named::ArrowDown, "11 May 2026"),
                    (Named::PageUp, "19 May 2026"),
                    (Named::PageDown, "5 May 2026"),
                ],
            )],
        ),
        row(
            "radio group",
            move |look| {
                let chosen = |kind: &'static str| said(kind);
                widgets::choice(look, "r", "Kind", two(), Some("visit"), chosen).into()
            },
            [
                r#"RadioGroup "Kind""#,
                r#"RadioButton "Phone call" toggled=False focusable"#,
                r#"RadioButton "Visit" toggled=True focusable"#,
            ],
            [stop("Visit", [(Named::ArrowUp, "call")])],
        ),
        row(
            "tick box",
            |look| widgets::tick_box(look, "c", "Only near me", true, |on| format!("{on}")),
            [r#"CheckBox "Only near me" toggled=True focusable"#],
            [pressed("Only near me", "false")],
        ),
        row(
            "tabs",
            move |look| widgets::tabs(look, "t", "How to show", two(), "call", said),
            [
                r#"TabList "How to show""#,
                r#"Tab "Phone call" selected=true focusable"#,
                r#"Tab "Visit" selected=false focusable"#,
            ],
            [stop("Phone call", [(Named::ArrowRight, "visit")])],
        ),
        row(
            "card",
            |look| {
                let inside = widgets::strong(look, "Afasic");
                widgets::card_button(look, "card", "Afasic", inside, false, said("opened"))
            },
            [r#"Button "Afasic" focusable"#],
            [pressed("Afasic", "opened")],
        ),
        row(
            "disclosure",
            |look| {
                button::plain(look, "d", "More filters", said("shown"))
                    .expanded(false)
                    .into()
            },
            [r#"Button "More filters" expanded=false focusable"#],
            [pressed("More filters", "shown")],
        ),
        row(
            "chip with count",
            |look| widgets::chip(look, "h", "Health", Some(6), false, said("narrowed")),
            [r#"Button "Health, 6" toggled=False focusable"#],
            [pressed("Health, 6", "narrowed")],
        ),
        row(
            "pager",
            |look| widgets::pager(look, "more", 20, 74, "services", said("more")).unwrap(),
            [
                r#"Button "Show 20 more services" focusable"#,
                r#"Label "Showing 20 of 74 services""#,
            ],
            [pressed("Show 20 more services", "more")],
        ),
        row(
            "month grid",
            move |look| {
                let shown = date(2026, 5, 14);
                let none = |_| vec![];
                widgets::month_grid(look, "m", shown, today, shown, none, |day| day.to_string())
            },
            [
                r#"Grid "May 2026""#,
                r#"ColumnHeader "Monday""#,
                r#"GridCell "Monday 11 May 2026, today" selected=false focusable"#,
            ],
            [stop(
                "Thursday 14 May 2026",
                [
                    (Named::ArrowRight, "2026-05-15"),
                    (Named::ArrowDown, "2026-05-21"),
                    (Named::Home, "2026-05-11"),
                    (Named::PageDown, "2026-06-14"),
                ],
            )],
        ),
    ]
}

fn rows() -> Vec<Row> {
    let mut rows = controls();
    rows.extend(read());
    rows
}

#[test]
fn every_widget_has_its_row() {
    let rows = rows();
    for widget in WIDGETS {
        let count = rows.iter().filter(|row| row.widget == widget).count();
        assert_eq!(count, 1, "{widget} has a row of its own");
    }
    assert_eq!(rows.len(), WIDGETS.len());
}

/// The widget between two buttons, so that it is seen whether Tab passes it by.
fn between(look: &Look, row: &Row) -> Element<'static, String> {
    let button = |id, label| Element::from(button::plain(look, id, label, String::new()));
    let content = column![
        button("before", "Before"),
        (row.view)(look),
        button("after", "After")
    ]
    .spacing(gap::L);
    widgets::page(look, content)
}

#[test]
fn each_says_what_it_is() {
    let look = LOOK();
    for row in rows() {
        let snapshot = Window::new().show(between(&look, &row));
        assert_eq!(snapshot.findings, vec![], "{}", row.widget);
        let outline = snapshot.outline();
        let lines: Vec<&str> = outline.lines().map(str::trim).collect();
        for line in &row.says {
            assert!(
                lines.contains(line),
                "{}: no line {line}\n{outline}",
                row.widget
            );
        }
        let mut wanted = vec!["Before"];
        wanted.extend(row.stops.iter().map(|stop| stop.name));
        wanted.push("After");
        assert_eq!(stops(&snapshot), wanted, "{}: where Tab stops", row.widget);
    }
}

fn focused(snapshot: &Snapshot, what: &str) -> usize {
    snapshot
        .focus()
        .unwrap_or_else(|| panic!("{what}: nothing has the focus"))
}

#[test]
fn each_shows_its_ring_and_answers_its_keys() {
    let look = LOOK();
    for row in rows() {
        let mut window = Window::new();
        let _ = window.send(between(&look, &row), &[press(Named::Tab)]);
        for stop in &row.stops {
            let what = format!("{}: {}", row.widget, stop.name);
            let _ = window.send(between(&look, &row), &[press(Named::Tab)]);
            let snapshot = window.show(between(&look, &row));
            let at = focused(&snapshot, &what);
            assert_eq!(snapshot.name(at), stop.name, "{what} has the focus");
            let bounds = snapshot.entries[at].bounds;
            let beside = Point::new(bounds.x - 4.0, bounds.center_y());
            let ring = window.colour(between(&look, &row), beside);
            assert_eq!(ring, look.palette.ring, "{what} shows its ring");
            for (key, says) in &stop.keys {
                // Back to the stop itself: a key may have chosen another member of its group.
                let mut window = Window::new();
                let id = row
                    .stops
                    .iter()
                    .position(|other| other.name == stop.name)
                    .unwrap();
                for _ in 0..id + 2 {
                    let _ = window.send(between(&look, &row), &[press(Named::Tab)]);
                }
                let typed = press_with(key.clone(), Modifiers::empty());
                let done = window.send(between(&look, &row), &[typed]);
                assert_eq!(done, [*says], "{what} answers {key:?}");
            }
        }
        let _ = window.send(between(&look, &row), &[press(Named::Tab)]);
        let snapshot = window.show(between(&look, &row));
        let at = focused(&snapshot, row.widget);
        assert_eq!(snapshot.name(at), "After", "Tab leaves the {}", row.widget);
    }
}

#[test]
fn a_landing_heading_takes_the_focus_and_no_key_and_shows_no_ring() {
    let look = LOOK();
    let view = || -> Element<'static, ()> { widgets::page(&look, widgets::title(&look, "Notes")) };
    let mut window = Window::new();
    let seen = window.show(view());
    let at = seen.find(key_of(&"page-title".into())).unwrap();
    let bounds = seen.entries[at].bounds;
    let beside = Point::new(bounds.x - 4.0, bounds.center_y());
    let before = window.colour(view(), beside);
    window.run(view(), focus("page-title"));
    let pressed = window.send(view(), &[press(Named::Enter), press(Named::Space)]);
    assert!(pressed.is_empty(), "a heading is not pressed");
    let snapshot = window.show(view());
    let at = focused(&snapshot, "the heading");
    assert_eq!(snapshot.name(at), "Notes");
    assert_eq!(
        window.colour(view(), beside),
        before,
        "no ring on a heading"
    );
}
