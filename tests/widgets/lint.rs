//! What the linter refuses.

use accesskit::Role;
use iced::widget::{column, container, text_input};
use withy::access::Accessible;
use withy::widgets::{self, Element, Landmark, button};

use crate::window::{LOOK, Window};

fn rules(view: Element<'_, ()>) -> Vec<&'static str> {
    let snapshot = Window::new().show(view);
    snapshot
        .screen_findings()
        .iter()
        .map(|finding| finding.rule)
        .collect()
}

fn main_part<'a>(content: impl Into<Element<'a, ()>>) -> Element<'a, ()> {
    let title = widgets::title(&LOOK(), "Notes");
    widgets::region(Landmark::Main, "Notes", column![title, content.into()])
}

#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "a wrong tree is what the test is about"
)]
fn the_linter_refuses_wrong_trees() {
    let look = LOOK();
    let control = |label: &'static str| {
        Accessible::new(
            Role::Button,
            container(widgets::body(&look, "Save")).padding(10),
        )
        .control()
        .label(label)
    };
    assert_eq!(rules(main_part(column![])), Vec::<&str>::new());
    let nameless =
        Accessible::new(Role::Button, iced::widget::space().width(50).height(50)).control();
    assert_eq!(rules(main_part(nameless)), ["no-name"]);
    assert_eq!(rules(main_part(control("Delete"))), ["label-not-shown"]);
    assert_eq!(
        rules(main_part(control("Save this note"))),
        Vec::<&str>::new()
    );
    let small = Accessible::new(Role::Button, iced::widget::text("x").size(12)).control();
    assert_eq!(rules(main_part(small)), ["target-size"]);
    let raw = text_input("hint", "").on_input(|_| ());
    assert_eq!(rules(main_part(raw)), ["unwrapped-focusable", "no-name"]);
    let nested =
        Accessible::new(Role::Button, column![button::plain(&look, "in", "In", ())]).control();
    assert!(rules(main_part(nested)).contains(&"nested-in-leaf"));
    let twice = column![
        button::plain(&look, "same", "A", ()),
        button::plain(&look, "same", "B", ())
    ];
    assert_eq!(rules(main_part(twice)), ["duplicate-id"]);
    let item = Accessible::new(Role::ListItem, widgets::body(&look, "alone"));
    assert_eq!(rules(main_part(item)), ["item-outside-list"]);
    assert_eq!(
        rules(main_part(widgets::subsection(&look, "Maya"))),
        ["heading-skips"]
    );
    let second = column![
        widgets::section(&look, "Due"),
        widgets::subsection(&look, "Maya")
    ];
    assert_eq!(rules(main_part(second)), Vec::<&str>::new());
    assert_eq!(
        rules(column![main_part(column![]), button::plain(&look, "out", "Out", ())].into()),
        ["outside-landmark"]
    );
    assert_eq!(
        rules(widgets::region(
            Landmark::Main,
            "Notes",
            widgets::body(&look, "x")
        )),
        ["one-page-title"]
    );
    assert_eq!(
        rules(widgets::region(
            Landmark::Form,
            "Notes",
            widgets::title(&look, "x")
        )),
        ["one-main"]
    );
}
