//! Nothing is said by colour alone: with every colour taken away, the states of each control can
//! still be told apart.

use iced::{Fill, Size, widget::container};
use jiff::civil::date;
use withy::look::{Family, Icon, Look, ThemeName, Tint, Width, gap};
use withy::widgets::{self, Element, button, field, notice};

use crate::picture;

const SIZE: Size = Size::new(480.0, 240.0);

/// Two greys that an eye tells apart (WCAG 2.2 success criterion 1.4.11).
const CONTRAST: f32 = 3.0;

/// How many points of the picture must differ so: two small marks differ in about as many.
const POINTS: usize = 12;

fn look(theme: ThemeName) -> Look {
    Look {
        palette: theme.palette(),
        family: Family::default(),
        roomy: false,
        width: Width::Middle,
        large: false,
    }
}

/// The light of each point of a picture, from 0 to 1, and nothing of its colour.
fn greys(element: Element<'_, ()>, theme: ThemeName) -> Vec<f32> {
    let padded: Element<'_, ()> = container(element).padding(gap::L).width(Fill).into();
    picture::pixels(padded, &theme.iced(), SIZE)
        .chunks_exact(4)
        .map(|point| iced::Color::from_rgb8(point[0], point[1], point[2]).relative_luminance())
        .collect()
}

/// How many points differ enough to be seen.
fn different(one: &[f32], other: &[f32]) -> usize {
    one.iter()
        .zip(other)
        .filter(|(one, other)| {
            let (light, dark) = (one.max(**other), one.min(**other));
            (light + 0.05) / (dark + 0.05) >= CONTRAST
        })
        .count()
}

fn tells_apart<'a>(what: &str, states: impl Fn(&Look) -> Vec<(&'a str, Element<'a, ()>)>) {
    for theme in ThemeName::ALL {
        let drawn: Vec<(&str, Vec<f32>)> = states(&look(theme))
            .into_iter()
            .map(|(name, element)| (name, greys(element, theme)))
            .collect();
        for (at, (name, grey)) in drawn.iter().enumerate() {
            for (other, other_grey) in &drawn[at + 1..] {
                let points = different(grey, other_grey);
                assert!(
                    points >= POINTS,
                    "{what} in {}: only {points} points tell {name} from {other}",
                    theme.words()
                );
            }
        }
    }
}

#[test]
fn a_button_that_is_on() {
    tells_apart("a button", |look| {
        let one = |on| {
            button::plain(look, "b", "Kept notes", ())
                .pressed(on)
                .into()
        };
        vec![("off", one(false)), ("on", one(true))]
    });
}

#[test]
fn the_kinds_of_buttons() {
    tells_apart("buttons", |look| {
        vec![
            ("main", button::main(look, "b", "Save", ()).into()),
            ("plain", button::plain(look, "b", "Save", ()).into()),
            ("quiet", button::quiet(look, "b", "Save", ()).into()),
        ]
    });
}

#[test]
fn a_chip_that_is_on() {
    tells_apart("a chip", |look| {
        let one = |on| widgets::chip(look, "c", "Health", Some(6), on, ());
        vec![("off", one(false)), ("on", one(true))]
    });
}

#[test]
fn the_tab_that_is_open() {
    tells_apart("tabs", |look| {
        let one = |open| {
            let tabs = ["Agenda", "Month"].map(|name| (name, name.to_owned()));
            widgets::tabs(look, "t", "How", tabs.to_vec(), open, |_| ())
        };
        vec![("Agenda", one("Agenda")), ("Month", one("Month"))]
    });
}

#[test]
fn a_tick_box_and_a_choice() {
    tells_apart("a tick box", |look| {
        let one = |on| widgets::tick_box(look, "t", "Free", on, |_| ());
        vec![("off", one(false)), ("on", one(true))]
    });
    tells_apart("a choice", |look| {
        let one = |chosen| {
            let all = vec![(1, "Sleep".to_owned()), (2, "Talking".to_owned())];
            widgets::choice(look, "c", "Worry", all, chosen, |_| ()).into()
        };
        vec![
            ("none", one(None)),
            ("first", one(Some(1))),
            ("second", one(Some(2))),
        ]
    });
}

#[test]
fn a_field_with_something_wrong() {
    let empty = String::new();
    for theme in ThemeName::ALL {
        let look = look(theme);
        let one = |error| {
            let field: Element<'_, ()> = field::text(&look, "f", "Who", &empty, |_| ())
                .error(error)
                .into();
            greys(field, theme)
        };
        let points = different(&one(None), &one(Some("Enter a name.")));
        assert!(points >= POINTS, "{}: {points}", theme.words());
    }
}

#[test]
fn the_kinds_of_notices() {
    tells_apart("notices", |look| {
        let (title, words) = ("About this", "The same words in each.");
        vec![
            (
                "information",
                notice::information(look, title, words).into(),
            ),
            ("due", notice::due(look, title, words).into()),
            ("problem", notice::problem(look, title, words).into()),
        ]
    });
}

#[test]
fn a_row_that_is_due_and_words_that_are() {
    tells_apart("marked words", |look| {
        vec![
            ("plain", widgets::strong_label(look, "Monday 1 June")),
            ("due", widgets::due(look, "Monday 1 June")),
            ("problem", widgets::problem_line(look, "Monday 1 June")),
        ]
    });
    tells_apart("a row", |look| {
        let row = |icon| {
            let tint = Tint::Information;
            widgets::row_button(look, "r", "Plan", None, None, Some((icon, tint)), ())
        };
        vec![("due", row(Icon::Due)), ("waits", row(Icon::Clock))]
    });
}

#[test]
fn a_card_that_is_open() {
    tells_apart("a card", |look| {
        let card = |open| {
            let words = widgets::strong(look, "Therapy service");
            widgets::card_button(look, "c", "Therapy service", words, open, ())
        };
        vec![("closed", card(false)), ("open", card(true))]
    });
}

#[test]
fn the_open_place_in_the_rail() {
    tells_apart("the rail", |look| {
        let place =
            |open| widgets::rail_item(*look, "p".to_owned(), "Notes", Icon::Notes, open, ());
        vec![("closed", place(false)), ("open", place(true))]
    });
}

#[test]
fn a_step_that_is_done() {
    tells_apart("a step", |look| {
        let step = |done| {
            let words = widgets::body(look, "Ask for a hearing check.");
            widgets::steps(look, "Steps", vec![(done, words)])
        };
        vec![("to do", step(false)), ("done", step(true))]
    });
}

#[test]
fn a_link_among_words() {
    tells_apart("a link", |look| {
        vec![
            ("words", widgets::body(look, "The nine promises")),
            ("link", widgets::link(look, "l", "The nine promises", ())),
        ]
    });
}

/// Today, the chosen day and a day with something on it.
#[test]
fn the_days_of_a_month() {
    let day = |today: i8, chosen: i8, marked: i8| {
        move |look: &Look| {
            widgets::month_grid(
                look,
                "m",
                date(2026, 5, 1),
                date(2026, 5, today),
                date(2026, 5, chosen),
                |day| {
                    let has = day == date(2026, 5, marked);
                    has.then(|| "Dentist".to_owned()).into_iter().collect()
                },
                |_| (),
            )
        }
    };
    tells_apart("a month", |look| {
        vec![
            ("today is the 5th", day(5, 6, 7)(look)),
            ("today is the 8th", day(8, 6, 7)(look)),
            ("the 9th is chosen", day(5, 9, 7)(look)),
            ("the 4th has something on it", day(5, 6, 4)(look)),
        ]
    });
}

#[test]
fn a_disabled_button_says_so_without_colour() {
    tells_apart("a button", |look| {
        let one = |off| button::main(look, "b", "Save", ()).disabled(off).into();
        vec![("to press", one(false)), ("not now", one(true))]
    });
}
