//! Text with words in it that can be pressed: what it says, what keys, the mouse and a screen
//! reader do, and where its ring is.

use accesskit::Role;
use iced::advanced::mouse;
use iced::keyboard::key::Named;
use iced::widget::{column, container};
use iced::{Event, Point};
use withy::access::key_of;
use withy::widgets::explained::{Explained, Voice, explained, meaning};
use withy::widgets::{self, Element};

use crate::window::{LOOK, Window, press, stops};

const TEXT: &str = "Ask the SENCO about an education, health and care plan, or ask SENDIAS.";
/// The middle word goes over two lines at this width.
const NARROW: f32 = 300.0;

fn word(
    text: &str,
    word: &'static str,
    id: &'static str,
    open: Option<&str>,
) -> Explained<&'static str> {
    let start = text.find(word).unwrap();
    Explained {
        at: start..start + word.len(),
        id: id.into(),
        open: open == Some(id),
        on_press: id,
    }
}

/// A page with the text between two buttons; the meaning of `open` is shown.
fn page<'a>(open: Option<&'static str>, width: f32) -> Element<'a, &'static str> {
    let look = LOOK();
    let words = vec![
        word(TEXT, "SENCO", "senco", open),
        word(TEXT, "education, health and care plan", "plan", open),
        word(TEXT, "SENDIAS", "sendias", open),
    ];
    let shown = open.map(|id| {
        let means = format!("What {id} means.");
        meaning(&look, "meaning", id.to_owned(), means, vec![])
    });
    let text = explained(&look, Voice::Reading, TEXT, words, shown);
    let content = column![
        widgets::title(&look, "A page"),
        widgets::link(&look, "first", "First", "first"),
        container(text).width(width),
        widgets::link(&look, "last", "Last", "last"),
    ];
    widgets::page(&look, content.spacing(30))
}

#[test]
fn the_text_is_read_whole_and_then_its_words_and_the_meaning() {
    let seen = Window::new().show(page(Some("plan"), 600.0));
    let said: Vec<(Role, String)> = seen
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.role(), seen.name(at)))
        .skip_while(|(role, _)| *role != Role::Link)
        .skip(1)
        .take_while(|(role, _)| *role != Role::Link)
        .collect();
    let plan = "education, health and care plan";
    assert_eq!(
        said,
        [
            (Role::Label, TEXT.to_owned()),
            (Role::Button, "SENCO".to_owned()),
            (Role::Button, plan.to_owned()),
            (Role::Button, "SENDIAS".to_owned()),
            (Role::Group, "What this means: plan".to_owned()),
            (Role::Label, "plan. What plan means.".to_owned()),
        ]
    );
    let node = |id: &'static str| &seen.entries[seen.find(key_of(&id.into())).unwrap()].node;
    assert_eq!(node("plan").is_expanded(), Some(true));
    assert_eq!(node("senco").is_expanded(), Some(false));
    assert_eq!(node("senco").description(), Some("Show what this means"));
    assert_eq!(seen.screen_findings(), vec![], "{}", seen.outline());
}

#[test]
fn each_word_is_a_tab_stop_in_the_order_of_the_text() {
    let mut window = Window::new();
    let seen = window.show(page(None, NARROW));
    let words = ["SENCO", "education, health and care plan", "SENDIAS"];
    let all: Vec<&str> = ["First"].into_iter().chain(words).chain(["Last"]).collect();
    assert_eq!(stops(&seen), all);
    for name in &all {
        let _ = window.send(page(None, NARROW), &[press(Named::Tab)]);
        assert_eq!(window.focused(), *name);
    }
}

#[test]
fn enter_and_space_press_the_word_that_has_focus() {
    let mut window = Window::new();
    let tab = || press(Named::Tab);
    let _ = window.send(page(None, 600.0), &[tab(), tab(), tab()]);
    assert_eq!(window.focused(), "education, health and care plan");
    for key in [Named::Enter, Named::Space] {
        assert_eq!(window.send(page(None, 600.0), &[press(key)]), ["plan"]);
    }
    // Opening the meaning leaves the focus where it is.
    let _ = window.show(page(Some("plan"), 600.0));
    assert_eq!(window.focused(), "education, health and care plan");
    assert_eq!(
        window.send(page(Some("plan"), 600.0), &[press(Named::Enter)]),
        ["plan"]
    );
}

#[test]
fn a_screen_reader_presses_a_word() {
    let mut window = Window::new();
    let _ = window.show(page(None, NARROW));
    window.ask("sendias", accesskit::Action::Click, None);
    assert_eq!(window.send(page(None, NARROW), &[]), ["sendias"]);
    window.ask("plan", accesskit::Action::Focus, None);
    let _ = window.show(page(None, NARROW));
    assert_eq!(window.focused(), "education, health and care plan");
}

/// Where the text stands, and the middle of each of its lines.
fn lines(window: &mut Window) -> (Point, Vec<f32>) {
    let seen = window.show(page(None, NARROW));
    let at = (0..seen.entries.len())
        .find(|at| seen.name(*at) == TEXT)
        .unwrap();
    let bounds = seen.entries[at].bounds;
    let count = (bounds.height / 28.0).round();
    let middles = (0..count as u16).map(|line| bounds.y + f32::from(line) * 28.0 + 14.0);
    (bounds.position(), middles.collect())
}

fn click(window: &mut Window, at: Point) -> Vec<&'static str> {
    window.pointer = mouse::Cursor::Available(at);
    let said = window.send(
        page(None, NARROW),
        &[
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ],
    );
    window.pointer = mouse::Cursor::Unavailable;
    said
}

#[test]
fn a_word_over_two_lines_is_pressed_on_both_and_what_is_between_is_not() {
    let mut window = Window::new();
    let (start, lines) = lines(&mut window);
    assert_eq!(lines.len(), 3, "it wraps");
    let pressed: Vec<Vec<&str>> = [
        Point::new(start.x + 10.0, lines[0]),
        Point::new(start.x + 95.0, lines[0]),
        Point::new(start.x + 240.0, lines[0]),
        Point::new(start.x + 20.0, lines[1]),
    ]
    .map(|at| click(&mut window, at))
    .to_vec();
    let none: Vec<&str> = vec![];
    assert_eq!(pressed, [none, vec!["senco"], vec!["plan"], vec!["plan"]]);
}

#[test]
fn a_press_that_slides_off_the_word_is_none() {
    let mut window = Window::new();
    let (start, lines) = lines(&mut window);
    window.pointer = mouse::Cursor::Available(Point::new(start.x + 95.0, lines[0]));
    let down = Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    let _: Vec<&str> = window.send(page(None, NARROW), &[down]);
    window.pointer = mouse::Cursor::Available(Point::new(start.x + 5.0, lines[0]));
    let up = Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left));
    let said: Vec<&str> = window.send(page(None, NARROW), &[up]);
    assert_eq!(said, Vec::<&str>::new());
}

#[test]
fn the_ring_goes_round_every_line_of_the_word_that_has_focus() {
    let mut window = Window::new();
    let (start, lines) = lines(&mut window);
    let tab = || press(Named::Tab);
    let _: Vec<&str> = window.send(page(None, NARROW), &[tab(), tab(), tab()]);
    assert_eq!(window.focused(), "education, health and care plan");
    let ring = LOOK().palette.ring;
    // The ring is the darkest thing there is: letters are a little lighter.
    let mut is_ringed = |x: f32, line: f32| {
        let colour = window.colour(page(None, NARROW), Point::new(x, line - 14.0 - 1.5));
        (colour.r - ring.r).abs() + (colour.g - ring.g).abs() < 0.05
    };
    assert!(is_ringed(start.x + 240.0, lines[0]), "its first line");
    assert!(is_ringed(start.x + 20.0, lines[1]), "its second line");
    assert!(!is_ringed(start.x + 95.0, lines[0]), "another word");
}

#[test]
fn focus_stays_with_a_word_and_not_with_its_place() {
    let other = |words: Vec<Explained<&'static str>>| {
        let look = LOOK();
        widgets::page(&look, explained(&look, Voice::Body, TEXT, words, None))
    };
    let both = || {
        vec![
            word(TEXT, "SENCO", "senco", None),
            word(TEXT, "SENDIAS", "sendias", None),
        ]
    };
    let mut window = Window::new();
    window.ask("sendias", accesskit::Action::Focus, None);
    let _ = window.show(other(both()));
    let _ = window.show(other(both()));
    assert_eq!(window.focused(), "SENDIAS");
    let _ = window.show(other(both().split_off(1)));
    assert_eq!(window.focused(), "SENDIAS", "it is the first now");
    let mut first = both();
    first.truncate(1);
    let _: Vec<&str> = window.send(other(first), &[]);
    assert_ne!(window.focused(), "SENDIAS");
}
