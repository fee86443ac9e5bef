//! No letter on a page of Easy Read is under 14 point: not its sentences, not a button, not the way
//! back, not a source, not what a word means. What is asked is what the renderer was told to draw.

use accesskit::Role;
use iced::Size;
use withy::access::Snapshot;
use withy::app::Message;
use withy::guide::easy_read::pages;
use withy::look::Family;
use withy::screens::Place;
use withy::settings::{Settings, TextSize};

use crate::{ALL_OF_IT, Walk, frame};

/// 14 point in pixels: 96 pixels and 72 points are an inch.
const LEAST: f32 = 14.0 * 96.0 / 72.0;

/// Every line of the page itself that is smaller, and how many lines there are.
fn small_lines(walk: &mut Walk, width: f32) -> (Vec<String>, usize) {
    let frame = frame(
        &walk.person,
        &mut walk.renderer,
        Size::new(width, ALL_OF_IT),
    );
    let entries = &frame.seen.entries;
    let page = entries.iter().find(|entry| entry.role() == Role::Main);
    let page = page.unwrap().bounds;
    let lines = || {
        let of_page = |line: &&crate::Line| page.contains(line.ink.center());
        frame.lines.iter().filter(of_page)
    };
    let small = lines().filter(|line| line.letters < LEAST);
    let small = small.map(|line| format!("{} px: {}", line.letters, line.words));
    (small.collect(), lines().count())
}

fn words(seen: &Snapshot) -> impl Iterator<Item = String> + '_ {
    let described = |at: &usize| {
        let description = seen.entries[*at].node.description();
        description == Some("Show what this means")
    };
    (0..seen.entries.len())
        .filter(described)
        .map(|at| seen.name(at))
}

#[test]
fn no_letter_is_under_14_point() {
    for (family, roomy) in [
        (Family::AtkinsonHyperlegibleNext, false),
        (Family::Lexend, true),
    ] {
        let settings = Settings {
            text_size: TextSize::Normal,
            family,
            roomy,
            ..Settings::default()
        };
        let mut walk = Walk::start(&settings, |_| {});
        let all = pages().iter().map(|page| Some(page.id.clone()));
        let mut opened = 0;
        for page in all.chain([None]) {
            walk.person
                .settle(Message::Go(Place::EasyRead(page.clone())));
            for width in [1_280.0, 640.0] {
                let (small, lines) = small_lines(&mut walk, width);
                assert!(small.is_empty(), "{page:?}\n{}", small.join("\n"));
                assert!(lines > 20, "{page:?}: only {lines} lines");
            }
            let term = words(&walk.person.look()).next();
            if let Some(term) = term {
                walk.person.press(&term);
                let (small, _) = small_lines(&mut walk, 1_280.0);
                assert!(small.is_empty(), "{page:?}, {term}\n{}", small.join("\n"));
                opened += 1;
            }
        }
        assert!(opened >= 10, "only {opened} meanings opened");
    }
}
