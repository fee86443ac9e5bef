//! Every widget in every theme, to look at: `target/gallery/widgets-*.png`.

use std::path::PathBuf;

use iced::widget::{Column, column, container, row};
use iced::{Event, Fill, Size};
use jiff::civil::date;
use withy::look::{Family, Icon, Look, ThemeName, Tint, Width, gap};
use withy::widgets::field::{self, Writing};
use withy::widgets::{self, Element, button, notice};

use crate::picture;

fn look(theme: ThemeName, width: f32) -> Look {
    Look {
        palette: theme.palette(),
        family: Family::default(),
        roomy: false,
        width: Width::of(width),
    }
}

/// What the fields show; a value each, so that the gallery can borrow it.
struct Shown {
    empty: String,
    name: String,
    date: String,
    time: String,
    letter: Writing,
}

impl Shown {
    fn new() -> Self {
        Self {
            empty: String::new(),
            name: "Wessex House".to_owned(),
            date: "12/5/26".to_owned(),
            time: "14.30".to_owned(),
            letter: Writing::new(
                "Mrs Hill rang. She will send the form by Friday.\n\nAsk again in June.",
            ),
        }
    }
}

const SENTENCE: &str = "Helps children with talking, understanding, eating and drinking, moving, \
    and everyday skills. Speech and language therapists, occupational therapists and \
    physiotherapists work together.";

fn words<'a>(look: &Look) -> Element<'a, ()> {
    column![
        widgets::page_header(
            look,
            "Children and Young People’s Therapy Service",
            Some(("Back to results", ())),
            None,
        ),
        widgets::quiet(
            look,
            "Somerset NHS Foundation Trust. Used to be called Integrated Therapy Service."
        ),
        widgets::reading(look, SENTENCE),
        widgets::section(look, "How to get this help"),
        widgets::body(look, "You can refer your child yourself with a form."),
        widgets::subsection(look, "Talk to the people who know your child"),
        widgets::strong(look, "Final plan for Sam"),
        widgets::label(look, "Label"),
        widgets::strong_label(look, "Label that stands out"),
        widgets::wrap_row(
            vec![
                widgets::with_icon(look, Icon::Person, "You can refer"),
                widgets::with_icon(look, Icon::CheckedOn, "Checked 4 months ago"),
                widgets::with_icon(look, Icon::Money, "Free"),
            ],
            gap::L,
        ),
        widgets::due(look, "Was due Monday 1 June, 1 day late"),
        widgets::problem_line(look, "We could not save this note. There is no room left."),
        widgets::link(look, "link", "Read the nine promises", ()),
    ]
    .spacing(look.paragraph())
    .into()
}

fn pressed<'a>(look: &Look) -> Element<'a, ()> {
    column![
        widgets::wrap_row(
            vec![
                button::main(look, "save", "Save this service", ())
                    .icon(Icon::Save)
                    .into(),
                button::plain(look, "add", "Add appointment", ())
                    .icon(Icon::AddAppointment)
                    .into(),
                button::quiet(look, "later", "Not today", ()).into(),
                button::danger(look, "delete", "Delete this note", ())
                    .icon(Icon::Delete)
                    .into(),
            ],
            gap::M,
        ),
        widgets::wrap_row(
            vec![
                button::main(look, "off", "Save", ()).disabled(true).into(),
                button::plain(look, "off2", "Attach a letter", ())
                    .disabled(true)
                    .into(),
                button::plain(look, "on", "Show kept notes", ())
                    .pressed(true)
                    .into(),
                button::quiet(look, "quiet", "Undo", ())
                    .icon(Icon::Undo)
                    .into(),
            ],
            gap::M,
        ),
        button::plain(
            look,
            "long",
            "Ask the council for an assessment of education, health and care needs today",
            (),
        )
        .fill(),
        widgets::wrap_row(
            vec![
                widgets::chip(look, "age", "Age", Some(4), true, ()),
                widgets::chip(look, "health", "Health", Some(6), false, ()),
                widgets::chip(look, "education", "Education", Some(4), false, ()),
                widgets::chip(look, "near", "Near TA6", None, false, ()),
                widgets::chip(look, "all", "Everything", None, true, ()),
            ],
            gap::S,
        ),
        widgets::tabs(
            look,
            "view",
            "How to show appointments",
            ["Agenda", "Week", "Month"]
                .map(|name| (name, name.to_owned()))
                .to_vec(),
            "Week",
            |_| (),
        ),
        widgets::tick_box(
            look,
            "free",
            "Only services that cost nothing",
            true,
            |_| ()
        ),
        widgets::tick_box(look, "near-me", "Only services near me", false, |_| ()),
        widgets::choice(
            look,
            "worry",
            "What are you worried about?",
            vec![
                (1, "Talking and understanding".to_owned()),
                (2, "Sleep".to_owned()),
                (3, "Something else".to_owned()),
            ],
            Some(1),
            |_| (),
        )
        .help("Choose the nearest. You can come back."),
        widgets::choice(
            look,
            "size",
            "Text size",
            ["100 %", "130 %", "200 %"]
                .map(|size| (size, size.to_owned()))
                .to_vec(),
            Some("130 %"),
            |_| (),
        )
        .in_a_row(),
    ]
    .spacing(gap::L)
    .into()
}

fn fields<'a>(look: &Look, shown: &'a Shown) -> Element<'a, ()> {
    let today = date(2026, 5, 11);
    column![
        field::text(look, "search", "Search", &shown.empty, |_| ())
            .icon(Icon::Find)
            .placeholder("A name, a need, or a worry")
            .hide_label(),
        field::text(look, "where", "Where", &shown.name, |_| ())
            .help("The building, or the part of the hospital."),
        field::text(look, "who", "Who you will see", &shown.empty, |_| ())
            .error(Some("Enter a name, or “not sure”."))
            .required(),
        field::text(look, "pass", "Passphrase", &shown.name, |_| ()).secret(true),
        field::date(look, "date", "Date", &shown.date, today, |_| ()),
        field::date(look, "date2", "Second date", &shown.empty, today, |_| ()),
        field::time(look, "time", "Time", &shown.time, |_| ()),
        field::long_text(look, "note", "What was said", &shown.letter, |_| ())
            .help("In your own words.")
            .height(120.0),
    ]
    .spacing(gap::L)
    .into()
}

fn cards<'a>(look: &Look) -> Element<'a, ()> {
    let service = |name: &'static str, mark, tint, facts: &'static str| {
        row![
            widgets::tinted_icon(look, mark, tint),
            column![
                widgets::strong(look, name),
                widgets::quiet(look, facts),
                widgets::wrap_row(
                    vec![
                        widgets::with_icon(look, Icon::Person, "You can refer"),
                        widgets::with_icon(look, Icon::CheckedOn, "Checked 4 months ago"),
                    ],
                    gap::L
                ),
            ]
            .spacing(gap::XS),
        ]
        .spacing(gap::M)
    };
    let list = widgets::list_spaced(
        look,
        "Services",
        vec![
            widgets::card_button(
                look,
                "service/1",
                "Children and Young People’s Therapy Service",
                service(
                    "Children and Young People’s Therapy Service",
                    Icon::Health,
                    Tint::Health,
                    "Matches “speech”. Used to be called Integrated Therapy Service.",
                ),
                true,
                (),
            ),
            widgets::card_button(
                look,
                "service/2",
                "Autism and Communication Service",
                service(
                    "Autism and Communication Service",
                    Icon::Education,
                    Tint::Education,
                    "Matches “speech and language”. Works with schools.",
                ),
                false,
                (),
            ),
        ],
        gap::L,
    );
    let due = widgets::card(
        look,
        column![
            widgets::section(look, "What is due"),
            widgets::list(
                look,
                "What is due",
                vec![
                    widgets::row_button(
                        look,
                        "due/1",
                        "Final plan for Sam",
                        Some("The council had 20 weeks from 12 January."),
                        Some("1 day late"),
                        Some((Icon::Due, Tint::Money)),
                        (),
                    ),
                    widgets::row_button(
                        look,
                        "due/2",
                        "Decision after Maya’s review",
                        Some("4 weeks from the meeting on 14 May. The council must write to you."),
                        Some("Thursday 11 June"),
                        Some((Icon::Clock, Tint::Information)),
                        (),
                    ),
                    widgets::row_button(look, "due/3", "Ring the school", None, None, None, ()),
                ],
            ),
        ]
        .spacing(gap::M),
    );
    column![
        list,
        due,
        widgets::pager(look, "more", 20, 74, "services", ()),
        widgets::empty_state(
            look,
            "No notes yet. A note can be a phone call, a good day, or something to remember.",
            Some(
                button::main(look, "write", "Write a note", ())
                    .icon(Icon::Add)
                    .into()
            ),
        ),
    ]
    .spacing(gap::L)
    .into()
}

fn facts<'a>(look: &Look) -> Element<'a, ()> {
    column![
        notice::information(
            look,
            "How sure are we?",
            "The number was read on the service’s own page. Checked 4 months ago.",
        )
        .action(widgets::link(look, "source", "Source", ())),
        notice::due(look, "Due in 3 days", "Send the form by Friday 5 June."),
        notice::problem(
            look,
            "We could not save this note",
            "There is no room left on this computer. What you typed is still here.",
        )
        .action(button::plain(look, "again", "Save again", ())),
        widgets::phone_number(look, "phone", "01749 836 691", Some("Monday to Friday, 9am to midday"), (), ()),
        widgets::key_values(
            look,
            vec![
                ("Age", widgets::body(look, "0 to 19")),
                ("Cost", widgets::body(look, "Free")),
                ("Hours", widgets::body(look, "We could not confirm the hours. Ring first.")),
            ],
        ),
        widgets::steps(
            look,
            "What to do first",
            vec![
                (true, widgets::body(look, "Talk to the people who know your child. Tell your health visitor or nursery what you see.")),
                (false, widgets::body(look, "Ask for a hearing check.")),
                (false, widgets::body(look, "Refer your child for therapy.")),
            ],
        ),
        widgets::timeline(
            look,
            "The improvement plan",
            vec![
                ("March 2020", column![widgets::strong(look, "Inspectors visit Somerset"), widgets::body(look, "Ofsted and the Care Quality Commission (CQC) find nine areas of serious weakness.")].into()),
                ("December 2020", column![widgets::strong(look, "Written Statement of Action"), widgets::body(look, "The council, the NHS and schools make nine promises.")].into()),
                ("November 2022", widgets::strong(look, "Inspectors come back")),
            ],
        ),
        widgets::progress(look, "Copying the record", 0.4, "4 of 10 parts copied"),
        row![
            widgets::avatar(look, "M", iced::color!(0x1D4F7C), "Maya"),
            widgets::avatar(look, "S", iced::color!(0xF1EFD2), "Sam"),
        ]
        .spacing(gap::S),
        widgets::status(look, "Saved to Maya’s notes.", Some(button::quiet(look, "undo", "Undo", ()).icon(Icon::Undo).into())),
    ]
    .spacing(gap::XL)
    .into()
}

fn month<'a>(look: &Look) -> Element<'a, ()> {
    column![
        widgets::section(look, "May 2026"),
        widgets::month_grid(
            look,
            "month",
            date(2026, 5, 1),
            date(2026, 5, 11),
            date(2026, 5, 14),
            |day| match day.day() {
                12 => vec![
                    "Paediatrician, 2:30pm".to_owned(),
                    "Dentist, 4pm".to_owned()
                ],
                14 => vec!["Review at school".to_owned()],
                _ => vec![],
            },
            |_| (),
        ),
    ]
    .spacing(gap::M)
    .into()
}

fn padded<'a>(content: Element<'a, ()>) -> Element<'a, ()> {
    container(Column::new().push(content).width(Fill))
        .padding(gap::XL)
        .into()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery")
}

#[test]
fn every_widget_in_every_theme_is_drawn() {
    let shown = Shown::new();
    for theme in ThemeName::ALL {
        for (percent, width, height, scale) in
            [(100, 800.0, 1_240.0, 1.0), (200, 480.0, 1_500.0, 2.0)]
        {
            let look = look(theme, width);
            let size = Size::new(width, height);
            for (name, element) in [
                ("words", words(&look)),
                ("pressed", pressed(&look)),
                ("fields", fields(&look, &shown)),
                ("cards", cards(&look)),
                ("facts", facts(&look)),
                ("month", month(&look)),
            ] {
                let file = format!("widgets-{name}-{theme:?}-{percent}.png").to_lowercase();
                let path = folder().join(file);
                picture::draw(padded(element), &theme.iced(), size, scale, &path);
                assert!(
                    path.metadata().unwrap().len() > 10_000,
                    "{path:?} shows something"
                );
            }
        }
    }
}

/// A list beside an open thing, as Find help has it.
fn beside<'a>(look: &Look, shown: &'a Shown) -> Element<'a, ()> {
    let list = column![
        widgets::title(look, "Find help"),
        field::text(look, "search", "Search", &shown.name, |_| ())
            .icon(Icon::Find)
            .hide_label(),
        cards(look),
    ]
    .spacing(gap::L);
    let detail = column![
        widgets::detail_header(
            look,
            "Children and Young People’s Therapy Service",
            Some(("Back to results", ())),
            None,
        ),
        widgets::body(look, SENTENCE),
        widgets::wrap_row(
            vec![
                button::main(look, "save", "Save this service", ())
                    .icon(Icon::Save)
                    .into(),
                button::plain(look, "add", "Add appointment", ())
                    .icon(Icon::AddAppointment)
                    .into(),
            ],
            gap::M,
        ),
        widgets::divider(look),
        facts(look),
    ]
    .spacing(gap::L);
    widgets::two_columns(look, list, Some(detail.into()))
}

#[test]
fn two_columns_and_a_page_are_drawn() {
    let shown = Shown::new();
    for theme in ThemeName::ALL {
        for (percent, width, height, scale) in
            [(100, 1_068.0, 800.0, 1.0), (200, 534.0, 400.0, 2.0)]
        {
            let mut look = look(theme, width);
            if percent == 100 {
                look.width = Width::Wide;
            }
            let path =
                folder().join(format!("widgets-columns-{theme:?}-{percent}.png").to_lowercase());
            let press = iced::mouse::Event::ButtonPressed(iced::mouse::Button::Left);
            let at = iced::Point::new(200.0, 110.0);
            let size = Size::new(width, height);
            let events = [Event::Mouse(press)];
            picture::draw_after(
                beside(&look, &shown),
                &events,
                Some(at),
                &theme.iced(),
                size,
                scale,
                &path,
            );
            let path =
                folder().join(format!("widgets-page-{theme:?}-{percent}.png").to_lowercase());
            picture::draw(
                widgets::page(&look, words(&look)),
                &theme.iced(),
                size,
                scale,
                &path,
            );
        }
    }
}

#[test]
fn the_other_typeface_and_roomy_lines_are_drawn() {
    let shown = Shown::new();
    let look = Look {
        family: Family::Lexend,
        roomy: true,
        ..look(ThemeName::Cream, 800.0)
    };
    for (name, element) in [
        ("words", words(&look)),
        ("pressed", pressed(&look)),
        ("fields", fields(&look, &shown)),
        ("facts", facts(&look)),
    ] {
        let path = folder().join(format!("widgets-{name}-lexend-roomy.png"));
        let size = Size::new(800.0, 1_400.0);
        picture::draw(padded(element), &ThemeName::Cream.iced(), size, 1.0, &path);
        assert!(
            path.metadata().unwrap().len() > 10_000,
            "{path:?} shows something"
        );
    }
}

#[test]
fn the_focus_ring_is_drawn() {
    let bridge = withy::access::Bridge::new();
    for theme in ThemeName::ALL {
        let look = look(theme, 800.0);
        let tab = || {
            let key = iced::keyboard::Key::Named(iced::keyboard::key::Named::Tab);
            Event::Keyboard(iced::keyboard::Event::KeyPressed {
                key: key.clone(),
                modified_key: key,
                physical_key: iced::keyboard::key::Physical::Code(iced::keyboard::key::Code::Tab),
                location: iced::keyboard::Location::Standard,
                modifiers: iced::keyboard::Modifiers::empty(),
                text: None,
                repeat: false,
            })
        };
        for (name, element, tabs) in [
            ("button", pressed(&look), 1),
            ("chip", pressed(&look), 8),
            ("card", cards(&look), 2),
        ] {
            let root = withy::access::root(&bridge, "", 1.0, padded(element));
            let path = folder().join(format!("ring-{name}-{theme:?}.png").to_lowercase());
            let events: Vec<Event> = (0..tabs).map(|_| tab()).collect();
            picture::draw_after(
                root,
                &events,
                None,
                &theme.iced(),
                Size::new(800.0, 500.0),
                1.0,
                &path,
            );
        }
    }
}
