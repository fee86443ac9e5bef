//! What a screen reader gets on every screen: nothing wrong with it, an outline that is looked at
//! when it changes (`BLESS=1 cargo test --test screen_reader` writes it anew), a Tab order that
//! follows reading, and a tree that AccessKit takes.
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

use std::path::PathBuf;

use accesskit::Role;
use iced::Size;
use iced::keyboard::key::Named;
use person::keeping::is_made_here;
use person::{By, Person};
use places::places;
use withy::access::{Snapshot, differ::Differ};
use withy::app::Message;
use withy::screens::settings as settings_screen;
use withy::settings::TextSize;

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// The sample family on a Tuesday.
fn a_busy_week(folder: &std::path::Path, text_size: TextSize) -> Person {
    let mut person = Person::sits_down_with(folder, WINDOW, By::Keyboard, text_size);
    person.settle(Message::Settings(settings_screen::Message::SampleFamily(
        true,
    )));
    person
}

/// Opens every place in turn, at 100 % and, as one column, at 200 %.
fn everywhere(mut check: impl FnMut(&str, &mut Person)) {
    for text_size in [TextSize::Normal, TextSize::Double] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = a_busy_week(folder.path(), text_size);
        for (name, place) in places(&person) {
            person.settle(Message::Go(place));
            let _ = person.look();
            check(&format!("{name}-{}", text_size.per_cent()), &mut person);
        }
    }
}

#[test]
fn nothing_is_wrong_on_any_screen() {
    let mut wrong = vec![];
    everywhere(|name, person| {
        for finding in person.look().screen_findings() {
            wrong.push(format!("{name}: {finding:?}"));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A passphrase that was made for this run, as `PASSPHRASE`.
fn without_chance(outline: &str) -> String {
    let line = |line: &str| {
        let made = line.split('"').find(|part| is_made_here(part));
        made.map_or(line.to_owned(), |made| line.replace(made, "PASSPHRASE"))
    };
    let lines: Vec<String> = outline.lines().map(line).collect();
    lines.join("\n") + "\n"
}

#[test]
fn every_screen_reads_as_it_did() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/outlines");
    let bless = std::env::var_os("BLESS").is_some();
    let mut changed = vec![];
    everywhere(|name, person| {
        if name.ends_with("-200") {
            return;
        }
        let path = folder.join(format!("{}.txt", name.trim_end_matches("-100")));
        let kept_in = person.app.context().folders.settings();
        let kept_in = kept_in.parent().unwrap().display().to_string();
        let reads = without_chance(&person.reads().replace(&kept_in, "FOLDER"));
        if bless {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &reads).unwrap();
        } else {
            let before = std::fs::read_to_string(&path).unwrap_or_default();
            let line = (before.lines().zip(reads.lines())).find(|(before, now)| before != now);
            if before != reads {
                changed.push(format!(
                    "{name}: {}",
                    line.map_or_else(
                        || "another length".to_owned(),
                        |(before, now)| format!("\n  was {before}\n  is  {now}")
                    )
                ));
            }
        }
    });
    assert!(
        changed.is_empty(),
        "{}\nIf that is right: BLESS=1 cargo test --test screen_reader",
        changed.join("\n")
    );
}

#[test]
fn the_focus_lands_where_the_screen_begins() {
    let mut lost = vec![];
    everywhere(|name, person| {
        let seen = person.look();
        let there = seen.focus().is_some_and(|at| {
            let entry = &seen.entries[at];
            entry.landing
                || matches!(
                    entry.role(),
                    Role::TextInput | Role::SearchInput | Role::MultilineTextInput | Role::Heading
                )
        });
        if !there {
            let on = seen.focus().map(|at| seen.name(at));
            lost.push(format!("{name}: {on:?}"));
        }
    });
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Walks a screen by Tab until it comes round, and returns where it stopped.
fn walk(person: &mut Person) -> Vec<accesskit::NodeId> {
    let focus = |seen: &Snapshot| seen.focus().map(|at| seen.entries[at].key);
    let mut stops = vec![];
    for _ in 0..400 {
        person.tap(Named::Tab);
        let Some(key) = focus(&person.look()) else {
            break;
        };
        if stops.first() == Some(&key) {
            return stops;
        }
        stops.push(key);
    }
    panic!("Tab never comes round: {} stops", stops.len());
}

#[test]
fn tab_goes_through_every_screen_in_the_order_it_is_read() {
    let mut wrong = vec![];
    everywhere(|name, person| {
        let stops = walk(person);
        let seen = person.look();
        let places: Vec<usize> = stops.iter().map(|key| seen.find(*key).unwrap()).collect();
        let turns = places.windows(2).filter(|pair| pair[0] >= pair[1]).count();
        if turns > 1 {
            wrong.push(format!("{name}: goes back {turns} times"));
        }
        let order = seen.tab_order();
        if order.len() != stops.len() {
            wrong.push(format!(
                "{name}: {} stops, {} reached",
                order.len(),
                stops.len()
            ));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

struct Ignore;

impl accesskit_consumer::TreeChangeHandler for Ignore {
    fn node_added(&mut self, _: &accesskit_consumer::NodeRef<'_>) {}
    fn node_updated(
        &mut self,
        _: &accesskit_consumer::NodeRef<'_>,
        _: &accesskit_consumer::NodeRef<'_>,
    ) {
    }
    fn focus_moved(
        &mut self,
        _: Option<&accesskit_consumer::NodeRef<'_>>,
        _: Option<&accesskit_consumer::NodeRef<'_>>,
    ) {
    }
    fn node_removed(&mut self, _: &accesskit_consumer::NodeRef<'_>) {}
}

#[test]
fn accesskit_takes_every_update_on_the_way_through_the_window() {
    let mut differ = Differ::default();
    let mut tree: Option<accesskit_consumer::Tree> = None;
    let mut updates = 0;
    let mut hear = |seen: &Snapshot| {
        let Some(update) = differ.update(seen, 1.5) else {
            return;
        };
        updates += 1;
        match &mut tree {
            None => tree = Some(accesskit_consumer::Tree::new(update, true)),
            Some(tree) => tree.update_and_process_changes(update, &mut Ignore),
        }
    };
    everywhere(|_, person| {
        hear(&person.look());
        for key in [Named::Tab, Named::F6, Named::ArrowDown, Named::End] {
            person.tap(key);
            hear(&person.look());
        }
    });
    assert!(updates > 100, "only {updates} updates");
    assert!(tree.unwrap().state().focus().is_some());
}
