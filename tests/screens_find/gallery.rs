//! The screens drawn to target/gallery/find-*.png, to be looked at.

use std::path::Path;

use iced::Fill;
use iced::Size;
use iced::widget::{container, row, space};
use withy::access::{self, Bridge};
use withy::look::{Look, ThemeName, Width, measure};
use withy::screens::FindStart;
use withy::screens::emergency::Emergency;
use withy::screens::find_help::{FindHelp, Message};
use withy::screens::help::Help;
use withy::screens::service::ServiceScreen;
use withy::widgets::{self, Element};

use crate::picture;
use crate::stage::{Stage, in_theme};

/// A theme, a window and a scale.
const SHOTS: [(ThemeName, f32, f32, f32, &str); 6] = [
    (ThemeName::Cream, 1_280.0, 2_000.0, 1.0, "cream-tall"),
    (ThemeName::Cream, 1_280.0, 800.0, 1.0, "cream-wide"),
    (ThemeName::Cream, 900.0, 600.0, 1.0, "cream-middle"),
    (ThemeName::Cream, 640.0, 400.0, 2.0, "cream-200"),
    (ThemeName::Dark, 1_280.0, 800.0, 1.0, "dark-wide"),
    (
        ThemeName::HighContrastLight,
        640.0,
        400.0,
        2.0,
        "contrast-200",
    ),
];

fn draw<'a>(name: &str, view: impl Fn(Look) -> Element<'a, ()>) {
    for (theme, width, height, scale, shot) in SHOTS {
        let look = in_theme(theme, Width::of(width));
        let ground = look.palette.ground;
        let rail = look.palette.rail;
        let page = container(view(look)).width(Fill).height(Fill);
        let page = page.style(move |_| container::Style {
            background: Some(ground.into()),
            ..container::Style::default()
        });
        let beside = container(space()).width(measure::RAIL).height(Fill);
        let beside = beside.style(move |_| container::Style {
            background: Some(rail.into()),
            ..container::Style::default()
        });
        let window: Element<'_, ()> = if look.is_narrow() {
            page.into()
        } else {
            row![beside, page].into()
        };
        let window = access::root(&Bridge::headless(), "Withy", 1.0, window);
        let path = format!("target/gallery/find-{name}-{shot}.png");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        picture::draw(
            window,
            &theme.iced(),
            Size::new(width, height),
            scale,
            &path,
        );
        assert!(
            path.metadata().unwrap().len() > 1_000,
            "{} has a picture",
            path.display()
        );
    }
}

#[test]
fn find_help_is_drawn() {
    let mut stage = Stage::with_family();
    let mut find = FindHelp::new();
    find.enter(&stage.context, FindStart::Text("speach".to_owned()));
    draw("search", |look| find.view(&stage.context, look).map(|_| ()));
    find.enter(&stage.context, FindStart::Text("zzzzqqq".to_owned()));
    draw("nothing", |look| {
        find.view(&stage.context, look).map(|_| ())
    });
    find.enter(&stage.context, FindStart::Text("CCG".to_owned()));
    let _ = find.update(&mut stage.context, Message::MoreFilters);
    draw("filters", |look| {
        find.view(&stage.context, look).map(|_| ())
    });
}

#[test]
fn a_service_is_drawn() {
    let mut stage = Stage::with_family();
    let mut find = FindHelp::new();
    find.enter(&stage.context, FindStart::Text("speach".to_owned()));
    let therapy = stage.id("somerset-cyp-therapy-service");
    let portage = stage.id("somerset-portage");
    for (id, name) in [(therapy, "service-saved"), (portage, "service-new")] {
        let mut screen = ServiceScreen::new();
        screen.enter(&stage.context, id);
        if id == therapy {
            let save = withy::screens::service::Message::Save;
            let _ = screen.update(&mut stage.context, save);
        }
        draw(name, |look| {
            let detail: Element<'_, ()> = screen.view(&stage.context, look).map(|_| ());
            if look.width < Width::Wide {
                return detail;
            }
            let list = find.list_view(&stage.context, look, Some(id));
            widgets::two_columns(&look, list.map(|_| ()), Some(detail))
        });
    }
}

#[test]
fn the_safety_numbers_and_help_are_drawn() {
    let stage = Stage::new();
    let emergency = Emergency::new();
    draw("emergency", |look| {
        emergency.view(&stage.context, look).map(|_| ())
    });
    let help = Help::new();
    let keys = vec![("Ctrl+N".to_owned(), "Write a note".to_owned())];
    draw("help", |look| {
        help.view(&stage.context, look, keys.clone()).map(|_| ())
    });
}
