//! Findings by area and the years on a line, each as a picture and as a table of the same facts.

use iced::widget::column;

use super::Message;
use super::findings::{counted, icon};
use crate::guide::plan::{self, Event, Finding, Weakness};
use crate::look::{Look, gap};
use crate::screens::shared::terms::Terms;
use crate::widgets::figure::{self, Tile, Year};
use crate::widgets::table::Row;
use crate::widgets::{self, Element, link, words as text};
use crate::words;

/// Both pictures.
pub(super) fn pictures<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    column![areas(look, terms), years(look, terms)]
        .spacing(gap::XXL)
        .into()
}

fn areas<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    for one in plan::weaknesses() {
        terms.note(&one.title);
    }
    let all = plan::weaknesses();
    let tiles = all.iter().map(|one| Tile {
        title: format!("{}. {}", one.number, one.title).into(),
        says: one.found_2022.words().into(),
        icon: icon(one.found_2022),
        stands_out: one.found_2022 == Finding::Insufficient,
    });
    let named = |finding| {
        let of = all.iter().filter(|one| one.found_2022 == finding);
        let numbers: Vec<String> = of.map(|one| one.number.to_string()).collect();
        words::list(&numbers)
    };
    let says = format!(
        "Picture of {} areas. Enough progress: areas {}. Not enough progress: areas {}.",
        all.len(),
        named(Finding::Sufficient),
        named(Finding::Insufficient),
    );
    let heads = [
        ("Area", 4),
        (plan::words().first_visit.as_str(), 5),
        (plan::words().second_visit.as_str(), 3),
        ("Newest since then", 4),
    ];
    column![
        text::section(look, plan::words().found_again.as_str()),
        counted(terms),
        figure::tiles(look, says, tiles.collect()),
        text::subsection(look, "The same as a table"),
        widgets::table(
            look,
            plan::words().found_again.as_str(),
            &heads,
            all.iter().map(|one| area(one, look, terms)).collect(),
        ),
    ]
    .spacing(gap::M)
    .into()
}

fn area<'a>(weakness: &'static Weakness, look: &Look, terms: &Terms<Message>) -> Row<'a, Message> {
    let name = format!("{}. {}", weakness.number, weakness.title);
    let newest = weakness.steps.iter().rfind(|step| step.newer);
    let newest = newest.map_or_else(
        || plan::NO_NEWER.to_owned(),
        |step| format!("{}: {}", step.when, step.text),
    );
    let finding = weakness.found_2022;
    let cells = vec![
        terms.label(weakness.found_2020.as_str()),
        text::with_icon(look, icon(finding), finding.words()),
        terms.label(newest),
    ];
    let mut promises = plan::promises().iter();
    let row = Row::new(name.clone(), cells);
    match promises.find(|promise| promise.weakness == weakness.id) {
        Some(promise) => {
            let id = format!("plan/area/{}", weakness.id);
            row.named_by(link(look, id, name, Message::Open(&promise.id)))
        }
        None => row,
    }
}

fn years<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let years = plan::years();
    let line: Vec<Year<'_>> = years
        .iter()
        .map(|(year, events)| Year {
            year: *year,
            count: events.len(),
            mark: events.iter().find_map(|event| event.in_short.as_deref()),
        })
        .collect();
    let said: Vec<String> = line
        .iter()
        .map(|one| {
            let mark = one.mark.map(|mark| format!(", {}", mark.to_lowercase()));
            format!("{}: {}{}", one.year, one.count, mark.unwrap_or_default())
        })
        .collect();
    let says = format!(
        "Picture of how many events each year has. {}.",
        said.join(". ")
    );
    let undated = plan::events()
        .iter()
        .filter(|one| one.year.is_none())
        .count();
    let heads = [("Year", 1), ("Events", 1), ("The main ones", 6)];
    let rows = years.iter().map(|(year, events)| {
        let count = match events.len() {
            0 => "None found".to_owned(),
            count => count.to_string(),
        };
        let cells = vec![text::body(look, count), main_ones(events, terms)];
        Row::new(year.to_string(), cells)
    });
    column![
        text::section(look, "The years on a line"),
        text::reading(
            look,
            "Each block is one event that we found. More blocks do not mean that things were better or worse.",
        ),
        figure::years(look, says, &line),
        text::quiet(
            look,
            format!(
                "{} no date and are not in the picture. An event of two possible years stands in the first.",
                words::count(undated, "event has", "events have"),
            ),
        ),
        text::subsection(look, "The same as a table"),
        widgets::table(look, "The years on a line", &heads, rows.collect()),
    ]
    .spacing(gap::M)
    .into()
}

/// The events of a year that tell the story in short, and how many more there are.
fn main_ones<'a>(events: &[&'static Event], terms: &Terms<Message>) -> Element<'a, Message> {
    let shown: Vec<_> = events.iter().filter(|event| event.main).collect();
    let more = events.len() - shown.len();
    let more = match (more, shown.len()) {
        (0, 0) => Some("We found nothing.".to_owned()),
        (0, _) => None,
        (1, 0) => events.first().map(|event| format!("{}.", event.title)),
        (more, 0) => Some(format!("{more} smaller ones, on the time line.")),
        (more, _) => Some(format!("And {more} more, on the time line.")),
    };
    let lines = shown.into_iter();
    let lines = lines.map(|event| terms.label(format!("{}: {}.", event.when, event.title)));
    let more = more.map(|more| terms.quiet(more));
    column(lines.chain(more)).spacing(gap::XS).into()
}
