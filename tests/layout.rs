//! Nothing is cut off and nothing lies over anything else: every place, in the window it was
//! designed for and in the smallest, at 100, 150 and 200 % text, plain and roomy, in both
//! typefaces. What is checked is what the renderer was told to draw.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "support/person.rs"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod person;

#[path = "support/places.rs"]
mod places;

#[path = "layout/drawn.rs"]
mod drawn;

#[path = "layout/easy_read.rs"]
mod easy_read;

#[path = "layout/states.rs"]
mod states;

use std::collections::BTreeSet;
use std::time::Instant;

use drawn::Line;
use iced::advanced::renderer::{Headless, Style};
use iced::{Event, Font, Pixels, Rectangle, Size, mouse, window};
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::{Cache, UserInterface};
use person::{By, Person};
use places::places;
use withy::access::Snapshot;
use withy::app::Message;
use withy::look::{Family, ThemeName};
use withy::platform::folders::Folders;
use withy::screens::settings as settings_screen;
use withy::settings::{Settings, TextSize};

const DESIGNED: Size = Size::new(1_280.0, 800.0);
const SMALLEST: Size = Size::new(900.0, 600.0);

/// As high as a page can get, so that all of it is drawn at once.
const ALL_OF_IT: f32 = 60_000.0;

/// The height of a main action (WCAG 2.2 success criterion 2.5.5).
const MAIN_ACTION: f32 = 44.0;

/// How far two things may reach into each other before it is seen, in pixels.
const TOUCH: f32 = 1.5;

/// One frame: what was drawn, and what a screen reader is told.
struct Frame {
    lines: Vec<Line>,
    main: Vec<Rectangle>,
    seen: Snapshot,
    size: Size,
}

fn frame(person: &Person, renderer: &mut iced::Renderer, size: Size) -> Frame {
    let mut messages = vec![];
    let mut ui = UserInterface::build(person.app.view(), size, Cache::default(), renderer);
    let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
    let nowhere = mouse::Cursor::Unavailable;
    let mut pasteboard = iced::advanced::clipboard::Null;
    for _ in 0..2 {
        let redraw = std::slice::from_ref(&redraw);
        let _ = ui.update(redraw, nowhere, renderer, &mut pasteboard, &mut messages);
    }
    let theme = person.app.theme();
    let text_color = theme.palette().text;
    ui.draw(renderer, &theme, &Style { text_color }, nowhere);
    let lines = drawn::lines(renderer);
    let main = drawn::boxes(renderer, ThemeName::Cream.palette().main);
    let seen = person.app.bridge().snapshot();
    Frame {
        lines,
        main,
        seen,
        size,
    }
}

/// How far two boxes reach into each other, the shorter way.
fn overlap(one: Rectangle, other: Rectangle) -> f32 {
    one.intersection(&other)
        .map_or(0.0, |both| both.width.min(both.height))
}

fn sticks_out_sideways(inner: Rectangle, outer: Rectangle) -> bool {
    inner.x < outer.x - TOUCH || inner.x + inner.width > outer.x + outer.width + TOUCH
}

impl Frame {
    fn wrong(&self) -> BTreeSet<String> {
        let mut wrong = BTreeSet::new();
        self.lines_stand_right(&mut wrong);
        self.lines_stand_apart(&mut wrong);
        self.controls_stand_apart(&mut wrong);
        self.main_actions_are_large(&mut wrong);
        wrong
    }

    fn window(&self) -> Rectangle {
        Rectangle::with_size(self.size)
    }

    /// What was typed into a field of one line: it moves along with the caret.
    fn is_typed(&self, line: &Line) -> bool {
        self.seen.entries.iter().any(|entry| {
            entry.text.as_ref().is_some_and(|text| {
                let typed = text.lines.first().is_some_and(|typed| *typed == line.words);
                typed && overlap(entry.bounds, line.ink) > 0.0
            })
        })
    }

    fn lines_stand_right(&self, wrong: &mut BTreeSet<String>) {
        for line in self.lines.iter().filter(|line| !self.is_typed(line)) {
            if let Some(problem) = line.problem {
                let _ = wrong.insert(format!("{:?} {problem}", line.words));
            } else if sticks_out_sideways(line.ink, line.clip)
                || sticks_out_sideways(line.ink, self.window())
            {
                let _ = wrong.insert(format!("{:?} is cut off at the side", line.words));
            }
        }
    }

    fn lines_stand_apart(&self, wrong: &mut BTreeSet<String>) {
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by(|one, other| one.ink.y.total_cmp(&other.ink.y));
        for (at, line) in lines.iter().enumerate() {
            let end = line.ink.y + line.ink.height;
            let near = lines[at + 1..].iter().take_while(|next| next.ink.y < end);
            for other in near.filter(|other| other.of != line.of) {
                let (Some(one), Some(two)) = (line.visible(), other.visible()) else {
                    continue;
                };
                if overlap(one, two) > TOUCH {
                    let _ = wrong.insert(format!("{:?} lies over {:?}", line.words, other.words));
                }
            }
        }
    }

    fn controls_stand_apart(&self, wrong: &mut BTreeSet<String>) {
        let seen = &self.seen;
        let controls: Vec<usize> = (0..seen.entries.len())
            .filter(|&at| seen.entries[at].focusable && !seen.entries[at].landing)
            .collect();
        let name = |at: usize| format!("{:?} {:?}", seen.entries[at].role(), seen.name(at));
        for (at, &one) in controls.iter().enumerate() {
            let bounds = seen.entries[one].bounds;
            let around = match seen.entries[one].scroll {
                Some(area) => seen.scrolls[area].bounds,
                None => self.window(),
            };
            if sticks_out_sideways(bounds, around) {
                let _ = wrong.insert(format!("{} is cut off at the side", name(one)));
            }
            let fixed = seen.entries[one].scroll.is_none();
            if fixed && bounds.y + bounds.height > self.size.height + TOUCH {
                let _ = wrong.insert(format!("{} is under the window", name(one)));
            }
            for &other in &controls[at + 1..] {
                let apart = seen.entries[one].scroll != seen.entries[other].scroll;
                if !apart && overlap(bounds, seen.entries[other].bounds) > TOUCH {
                    let _ = wrong.insert(format!("{} lies over {}", name(one), name(other)));
                }
            }
            // A word in running text has its line around it, not in it.
            if seen.entries[one].node.description() == Some("Show what this means") {
                continue;
            }
            // In a tall window nothing is scrolled away, so boxes and text can be compared.
            for line in self.lines.iter().filter(|line| !self.is_typed(line)) {
                let over = overlap(bounds, line.ink);
                let inside = bounds.expand(TOUCH).contains(line.ink.position())
                    && !sticks_out_sideways(line.ink, bounds);
                if self.size.height == ALL_OF_IT && over > TOUCH && !inside {
                    let words = &line.words;
                    let _ = wrong.insert(format!("{words:?} reaches out of {}", name(one)));
                }
            }
        }
        for area in &seen.scrolls {
            // Bars and lines of the window leave the page at least a third of a low one.
            let least = self.size.height / 3.0;
            if area.bounds.height < least && area.most() > 0.0 {
                let _ = wrong.insert(format!("a scroll area is {} high", area.bounds.height));
            }
        }
        for finding in seen.screen_findings() {
            let _ = wrong.insert(format!("{finding:?}"));
        }
    }

    /// The one filled action of a page. The open place in the rail is filled too and is none.
    fn main_actions_are_large(&self, wrong: &mut BTreeSet<String>) {
        for (at, entry) in self.seen.entries.iter().enumerate() {
            let is_place = |role| role == accesskit::Role::Navigation;
            if !entry.focusable || self.seen.ancestor(at, is_place).is_some() {
                continue;
            }
            let filled = self.main.iter().any(|quad| {
                (quad.x - entry.bounds.x).abs() < 0.5
                    && (quad.y - entry.bounds.y).abs() < 0.5
                    && (quad.width - entry.bounds.width).abs() < 0.5
            });
            if filled && entry.bounds.height < MAIN_ACTION - 0.01 {
                let _ = wrong.insert(format!("a main action is {:?}", entry.bounds));
            }
        }
    }
}

/// A person at the window, and everything that was found wrong with what they saw.
struct Walk {
    person: Person,
    renderer: iced::Renderer,
    text_size: TextSize,
    wrong: Vec<String>,
    _folder: tempfile::TempDir,
}

impl Walk {
    fn start(settings: &Settings, prepare: impl FnOnce(&std::path::Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let kept_in = Folders::at(folder.path()).settings();
        settings.write(&kept_in).unwrap();
        prepare(folder.path());
        let made = <iced::Renderer as Headless>::new(Font::DEFAULT, Pixels(17.0), None);
        Self {
            person: Person::sits_down(folder.path(), DESIGNED, By::Mouse),
            renderer: block_on(made).unwrap(),
            text_size: settings.text_size,
            wrong: vec![],
            _folder: folder,
        }
    }

    /// With the sample family.
    fn of_a_busy_week(settings: &Settings) -> Self {
        let mut walk = Self::start(settings, |_| {});
        let sample = settings_screen::Message::SampleFamily(true);
        walk.person.settle(Message::Settings(sample));
        walk
    }

    /// Looks at what is there now, in both windows, and at the whole of a long page.
    fn looks_at(&mut self, name: &str) {
        let scale = self.text_size.factor();
        for window in [DESIGNED, SMALLEST] {
            let size = Size::new(window.width / scale, window.height / scale);
            for size in [size, Size::new(size.width, ALL_OF_IT)] {
                let frame = frame(&self.person, &mut self.renderer, size);
                let at = format!(
                    "{name} in {} × {} at {} %",
                    window.width,
                    window.height,
                    self.text_size.per_cent()
                );
                let wrong = frame.wrong();
                self.wrong
                    .extend(wrong.iter().map(|what| format!("{at}: {what}")));
                if window == SMALLEST && !one_column(&frame) {
                    self.wrong.push(format!("{at}: two columns"));
                }
            }
        }
    }
}

#[track_caller]
fn at_every_size(family: Family, roomy: bool, walk: impl Fn(&Settings) -> Walk) {
    let mut wrong = vec![];
    for text_size in [TextSize::Normal, TextSize::VeryLarge, TextSize::Double] {
        let settings = Settings {
            text_size,
            family,
            roomy,
            // The bar takes room from the page.
            read_aloud: roomy,
            ..Settings::default()
        };
        wrong.extend(walk(&settings).wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn every_place(family: Family, roomy: bool) {
    at_every_size(family, roomy, |settings| {
        let mut walk = Walk::of_a_busy_week(settings);
        for (name, place) in places(&walk.person) {
            walk.person.settle(Message::Go(place));
            walk.looks_at(name);
        }
        walk
    });
}

/// Whether nothing that scrolls stands beside something else that scrolls, but for the rail.
fn one_column(frame: &Frame) -> bool {
    let rail = |area: &&withy::access::snapshot::ScrollArea| {
        frame
            .seen
            .ancestor(area.entry, |role| role == accesskit::Role::Navigation)
            .is_none()
    };
    frame.seen.scrolls.iter().filter(rail).count() <= 1
}

#[test]
fn every_place_fits_in_plain_lines() {
    every_place(Family::AtkinsonHyperlegibleNext, false);
}

#[test]
fn every_place_fits_in_roomy_lines() {
    every_place(Family::AtkinsonHyperlegibleNext, true);
}

#[test]
fn every_place_fits_in_wide_letters() {
    every_place(Family::Lexend, false);
}

#[test]
fn every_place_fits_in_wide_letters_and_roomy_lines() {
    every_place(Family::Lexend, true);
}
