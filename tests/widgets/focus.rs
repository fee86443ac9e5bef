//! Where focus goes: Tab, arrows, F6, and what happens when the focused thing moves or goes away.

use accesskit::{Action, Role};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{column, row};
use withy::access;
use withy::widgets::{self, Element, Landmark, button, field};

use crate::window::{LOOK, Window, control, letters, press, press_with, stops};

fn form<'a>() -> Element<'a, &'static str> {
    let look = LOOK();
    let content = column![
        widgets::title(&look, "Add a note"),
        field::text(&look, "who", "Who", "Mrs Hill", |_| "typed"),
        widgets::choice(
            &look,
            "kind",
            "Kind",
            vec![
                ("call", "Phone call".to_owned()),
                ("visit", "Visit".to_owned())
            ],
            Some("visit"),
            |kind| kind,
        ),
        button::plain(&look, "off", "Attach a letter", "attach").disabled(true),
        button::main(&look, "save", "Save this note", "save"),
    ]
    .spacing(20);
    let rail = widgets::region(
        Landmark::Navigation,
        "Screens",
        column![
            button::quiet(&look, "rail/today", "Today", "today"),
            button::quiet(&look, "rail/find", "Find help", "find"),
        ],
    );
    row![
        iced::widget::container(rail).width(200),
        widgets::page(&look, content)
    ]
    .into()
}

#[test]
fn tab_stops_are_in_reading_order_and_a_group_is_one_stop() {
    let snapshot = Window::new().show(form());
    assert_eq!(
        stops(&snapshot),
        ["Today", "Find help", "Who", "Visit", "Save this note"],
        "the title, a disabled button and the other option are no stops"
    );
    assert_eq!(snapshot.screen_findings(), vec![], "{}", snapshot.outline());
}

#[test]
fn tab_goes_round_and_back() {
    let mut window = Window::new();
    let mut walked = vec![];
    for _ in 0..6 {
        let _ = window.send(form(), &[press(Named::Tab)]);
        walked.push(window.focused());
    }
    assert_eq!(
        walked,
        [
            "Today",
            "Find help",
            "Who",
            "Visit",
            "Save this note",
            "Today"
        ]
    );
    let back = press_with(Key::Named(Named::Tab), Modifiers::SHIFT);
    let _ = window.send(form(), &[back]);
    assert_eq!(window.focused(), "Save this note");
}

#[test]
fn enter_and_space_press_and_do_not_repeat() {
    let mut window = Window::new();
    for _ in 0..5 {
        let _ = window.send(form(), &[press(Named::Tab)]);
    }
    let messages = window.send(form(), &[press(Named::Enter), press(Named::Space)]);
    assert_eq!(messages, ["save", "save"]);
}

#[test]
fn arrows_choose_inside_a_group() {
    let mut window = Window::new();
    for _ in 0..4 {
        let _ = window.send(form(), &[press(Named::Tab)]);
    }
    assert_eq!(window.focused(), "Visit");
    let messages = window.send(form(), &[press(Named::ArrowUp)]);
    assert_eq!(messages, ["call"], "focus and choice go together");
    assert_eq!(window.focused(), "Phone call");
}

#[test]
fn f6_walks_the_landmarks() {
    let mut window = Window::new();
    let mut walked = vec![];
    for _ in 0..3 {
        let _ = window.send(form(), &[press(Named::F6)]);
        walked.push(window.focused());
    }
    assert_eq!(walked, ["Today", "Who", "Today"]);
}

#[test]
fn the_application_can_land_on_the_title_and_tab_goes_on_from_there() {
    let mut window = Window::new();
    window.run(form(), access::focus("page-title"));
    let _ = window.send(form(), &[]);
    assert_eq!(window.focused(), "Add a note");
    let _ = window.send(form(), &[press(Named::Tab)]);
    assert_eq!(window.focused(), "Who");
}

#[test]
fn focus_stays_on_a_title_that_changes_place() {
    let look = LOOK();
    let page = |back| -> Element<'_, ()> {
        let header = widgets::page_header(&look, "A service", back, None);
        widgets::page(&look, header)
    };
    let mut window = Window::new();
    window.run(page(None), access::focus("page-title"));
    let _ = window.send(page(None), &[]);
    let _ = window.send(page(Some(("Back to results", ()))), &[]);
    assert_eq!(window.focused(), "A service");
}

#[test]
fn focusing_what_is_not_there_changes_nothing() {
    let mut window = Window::new();
    window.run(form(), access::focus("save"));
    window.run(form(), access::focus("no-such-thing"));
    let _ = window.send(form(), &[]);
    assert_eq!(window.focused(), "Save this note");
}

/// The colour of the ring beside the left edge of a control.
fn ring_beside(window: &mut Window, id: &'static str) -> bool {
    let snapshot = window.bridge.snapshot();
    let at = snapshot.find(access::key_of(&id.into())).unwrap();
    let bounds = snapshot.entries[at].bounds;
    let point = iced::Point::new(bounds.x - 4.0, bounds.center_y());
    window.colour(form(), point) == LOOK().palette.ring
}

#[test]
fn the_ring_shows_for_the_keyboard_and_not_for_the_mouse() {
    let mut window = Window::new();
    let _ = window.show(form());
    let _ = window.click(form(), "save");
    assert_eq!(window.focused(), "Save this note");
    assert!(!ring_beside(&mut window, "save"), "pressed with the mouse");
    let _ = window.send(form(), &[press(Named::ArrowLeft)]);
    assert!(ring_beside(&mut window, "save"), "then a key was pressed");
    let _ = window.send(
        form(),
        &[press_with(Key::Named(Named::Tab), Modifiers::SHIFT)],
    );
    assert!(
        !ring_beside(&mut window, "save"),
        "the ring goes with the focus"
    );
}

#[test]
fn focus_from_the_application_shows_only_after_a_key() {
    let mut window = Window::new();
    let _ = window.show(form());
    let _ = window.click(form(), "rail/today");
    window.run(form(), access::focus("save"));
    assert!(!ring_beside(&mut window, "save"), "the mouse was used last");
    let _ = window.send(form(), &[press(Named::Tab)]);
    window.run(form(), access::focus("save"));
    assert!(ring_beside(&mut window, "save"), "a key was used last");
}

#[test]
fn a_text_field_always_shows_its_ring() {
    let mut window = Window::new();
    let _ = window.show(form());
    let _ = window.click(form(), "who");
    assert!(ring_beside(&mut window, "who"));
}

#[test]
fn escape_and_undo_in_a_field() {
    let mut window = Window::new();
    let _ = window.show(form());
    let _ = window.click(form(), "who");
    let _ = window.send(form(), &[press(Named::Escape), control("z"), control("y")]);
    use iced::event::Status::{Captured, Ignored};
    assert_eq!(
        window.statuses,
        [Ignored, Captured, Captured],
        "Escape is the application's; undo must not reach it from a field"
    );
    assert_eq!(window.focused(), "Who", "Escape does not take the focus");
    let _ = window.click(form(), "save");
    let _ = window.send(form(), &[control("z")]);
    assert_eq!(
        window.statuses,
        [Ignored],
        "elsewhere undo is the application's"
    );
    assert_eq!(window.send(form(), &letters("x")), Vec::<&str>::new());
}

fn rows(names: &[&'static str]) -> Element<'static, &'static str> {
    let look = LOOK();
    let rows = names
        .iter()
        .map(|name| button::plain(&look, format!("note/{name}"), *name, *name).into())
        .collect();
    widgets::page(&look, widgets::list(&look, "Notes", rows))
}

#[test]
fn focus_stays_with_its_row_when_the_list_changes() {
    let mut window = Window::new();
    let _ = window.send(
        rows(&["a", "b", "c"]),
        &[press(Named::Tab), press(Named::Tab)],
    );
    assert_eq!(window.focused(), "b");
    let _ = window.send(rows(&["new", "a", "b", "c"]), &[]);
    assert_eq!(window.focused(), "b", "a row came before it");
    let _ = window.send(rows(&["c", "b", "a"]), &[]);
    assert_eq!(window.focused(), "b", "the order changed");
    let _ = window.send(rows(&["c", "a"]), &[]);
    assert_eq!(window.focused(), "a", "it was deleted: the next row");
    let _ = window.send(rows(&["c"]), &[]);
    assert_eq!(
        window.focused(),
        "c",
        "the last was deleted: the one before"
    );
}

#[test]
fn a_press_beside_everything_takes_focus_away() {
    let mut window = Window::new();
    let _ = window.send(rows(&["a", "b"]), &[press(Named::Tab)]);
    window.pointer = iced::mouse::Cursor::Available(iced::Point::new(900.0, 700.0));
    let press = iced::mouse::Event::ButtonPressed(iced::mouse::Button::Left);
    let _ = window.send(rows(&["a", "b"]), &[iced::Event::Mouse(press)]);
    assert_eq!(window.focused(), "nothing");
}

#[test]
fn what_gets_focus_is_scrolled_into_view() {
    let names: Vec<&'static str> = (0..40).map(|i| &*format!("Row {i}").leak()).collect();
    let mut window = Window::new();
    let _ = window.show(rows(&names));
    window.run(rows(&names), access::focus("note/Row 35"));
    let snapshot = window.show(rows(&names));
    let entry = &snapshot.entries[snapshot.focus().unwrap()];
    let inside = entry.bounds.y >= 0.0 && entry.bounds.y + entry.bounds.height <= 800.0;
    assert!(inside, "{:?}", entry.bounds);
}

#[test]
fn page_down_scrolls_when_no_control_wants_it() {
    let names: Vec<&'static str> = (0..40).map(|i| &*format!("Row {i}").leak()).collect();
    let mut window = Window::new();
    let _ = window.send(rows(&names), &[press(Named::PageDown)]);
    let snapshot = window.bridge.snapshot();
    assert_eq!(
        snapshot.scrolls[0].translation.y, 720.0,
        "nine tenths of 800"
    );
    let _ = window.send(rows(&names), &[press(Named::End)]);
    let snapshot = window.bridge.snapshot();
    assert_eq!(
        snapshot.scrolls[0].translation.y,
        snapshot.scrolls[0].most()
    );
}

#[test]
fn a_screen_reader_presses_focuses_and_fills_in() {
    let mut window = Window::new();
    let _ = window.show(form());
    window.ask("save", Action::Click, None);
    assert_eq!(window.send(form(), &[]), ["save"]);
    window.ask("rail/find", Action::Focus, None);
    let _ = window.send(form(), &[]);
    assert_eq!(window.focused(), "Find help");
    let words = accesskit::ActionData::Value("Mr Hill".into());
    window.ask("who", Action::SetValue, Some(words));
    assert_eq!(window.send(form(), &[]), ["typed"]);
    window.ask("off", Action::Click, None);
    assert_eq!(
        window.send(form(), &[]),
        Vec::<&str>::new(),
        "it is disabled"
    );
    let off = window.bridge.snapshot();
    let at = off.find(access::key_of(&"off".into())).unwrap();
    assert!(off.entries[at].node.is_disabled());
    assert_eq!(off.entries[at].role(), Role::Button);
}

#[test]
fn a_page_that_takes_the_place_of_another_gets_the_focus_and_not_the_places_beside_it() {
    let look = LOOK();
    let view = |title: &'static str, button: Option<&'static str>| -> Element<'static, ()> {
        let places = widgets::region(
            Landmark::Navigation,
            "Places",
            button::quiet(&look, "rail/emergency", "In an emergency", ()),
        );
        let button = button.map(|name| Element::from(button::plain(&look, name, name, ())));
        let content = column![widgets::title(&look, title), button];
        row![
            iced::widget::container(places).width(200),
            widgets::page(&look, content)
        ]
        .into()
    };
    let mut window = Window::new();
    let before = || view("Keep this private", Some("Check the three words"));
    let _ = window.send(before(), &[press(Named::Tab), press(Named::Tab)]);
    let _ = window.show(before());
    assert_eq!(window.focused(), "Check the three words");
    let _ = window.show(view("The service", None));
    let _ = window.show(view("The service", None));
    assert_eq!(window.focused(), "The service");
}
