//! A month as a grid of days, Monday first.

use std::rc::Rc;

use accesskit::Role as Kind;
use iced::keyboard::{Key, key::Named};
use iced::widget::{self, Column, Row, column, container, row, space};
use iced::{Center, Fill, Shrink, border};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Element, even_row::even_row, style};
use crate::access::{Accessible, decorative};
use crate::look::{Look, Role, Width, gap, measure};
use crate::words;

const DAYS: [(&str, &str); 7] = [
    ("Monday", "Mon"),
    ("Tuesday", "Tue"),
    ("Wednesday", "Wed"),
    ("Thursday", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
];

/// A month. `marks` says what is on a day; `on_choose` says which day was chosen, which can be
/// in another month: the screen then shows that month. Arrows move by a day and a week, Page Up and
/// Page Down by a month, and focus goes along. The ids are `{id_prefix}/2026-05-12`.
pub fn month_grid<'a, M: Clone + 'a>(
    look: &Look,
    id_prefix: &str,
    month: Date,
    today: Date,
    chosen: Date,
    marks: impl Fn(Date) -> Vec<String>,
    on_choose: impl Fn(Date) -> M + 'a,
) -> Element<'a, M> {
    let on_choose: Rc<dyn Fn(Date) -> M + 'a> = Rc::new(on_choose);
    let first = month.first_of_month();
    let before = i64::from(first.weekday().to_monday_zero_offset());
    let start = first.saturating_sub(before.days());
    let weeks = (before + i64::from(month.days_in_month()) + 6) / 7;

    let names = Row::with_children(DAYS.map(|(full, short)| {
        let words = style::text(look, Role::STRONG_LABEL, look.palette.quiet, short);
        let cell = container(decorative::<M>(words))
            .width(Fill)
            .align_x(Center);
        Accessible::new(Kind::ColumnHeader, cell)
            .leaf()
            .label(full)
            .into()
    }))
    .spacing(gap::XS);
    let names = Accessible::<M>::new(Kind::Row, names);
    let mut rows: Column<'a, M> = column![Element::from(names)].spacing(gap::XS).width(Fill);
    for week in 0..weeks {
        let cells = (0..7).map(|weekday| {
            let date = start.saturating_add((week * 7 + weekday).days());
            cell(
                look,
                format!("{id_prefix}/{date}"),
                Day {
                    date,
                    marks: marks(date),
                    outside: date.month() != month.month(),
                    today: date == today,
                    chosen: date == chosen,
                },
                on_choose.clone(),
            )
        });
        let least = if look.is_narrow() { 56.0 } else { 96.0 };
        let cells = even_row(cells.collect(), least, gap::XS);
        rows = rows.push(Element::from(Accessible::new(Kind::Row, cells)));
    }
    let name = format!("{} {}", words::month(month), month.year());
    Accessible::new(Kind::Grid, rows)
        .id(id_prefix.to_owned())
        .label(name)
        .into()
}

struct Day {
    date: Date,
    marks: Vec<String>,
    outside: bool,
    today: bool,
    chosen: bool,
}

fn cell<'a, M: Clone + 'a>(
    look: &Look,
    id: String,
    day: Day,
    on_choose: Rc<dyn Fn(Date) -> M + 'a>,
) -> Element<'a, M> {
    let palette = look.palette;
    let mut name = words::day(day.date);
    if day.today {
        name.push_str(", today");
    }
    if !day.marks.is_empty() {
        let count = words::count(day.marks.len(), "appointment", "appointments");
        name.push_str(", ");
        name.push_str(&count);
    }
    let (role, colour) = if day.outside {
        (Role::LABEL, palette.quiet)
    } else if day.today || day.chosen {
        (Role::STRONG_LABEL, palette.text)
    } else {
        (Role::LABEL, palette.text)
    };
    let number = style::text(look, role, colour, day.date.day().to_string());
    let number: Element<'a, M> = if day.today {
        container(number.color(palette.on_main))
            .padding([0.0, 7.0])
            .style(move |_| style::boxed(palette.main, palette.main, 0.0, 11.0))
            .into()
    } else {
        number.into()
    };
    let today = (day.today && !look.is_narrow())
        .then(|| style::text(look, Role::LABEL, palette.main, "Today").size(13));
    let head = row![
        number,
        space::horizontal(),
        today.map(|today| decorative::<M>(today))
    ];
    let content = column![head, marks(look, &day.marks, day.chosen)]
        .spacing(3)
        .width(Fill);

    let (ground, edge, width) = match (day.chosen, day.today, day.outside) {
        (true, _, _) => (Some(palette.chosen), palette.main, 2.0),
        (_, true, _) => (Some(palette.raised), palette.main, 1.0),
        (_, _, true) => (None, palette.line, 0.0),
        _ => (Some(palette.raised), palette.line, 1.0),
    };
    let stock = widget::button(content)
        .width(Fill)
        .padding([5, 6])
        .on_press(on_choose(day.date))
        .style(style::pressable(
            ground,
            palette.chosen,
            border::rounded(measure::RADIUS).width(width).color(edge),
            palette.text,
        ));
    let date = day.date;
    Accessible::new(Kind::GridCell, stock)
        .id(id)
        .label(name)
        .control()
        .on_key(move |key, modifiers| {
            if modifiers.control() || modifiers.alt() || modifiers.logo() || modifiers.shift() {
                return None;
            }
            step(date, key).map(|date| on_choose(date))
        })
        .ring(style::ring(look, measure::RADIUS))
        .with(|node| {
            node.set_selected(day.chosen);
            if !day.marks.is_empty() {
                node.set_description(day.marks.join(". "));
            }
        })
        .into()
}

/// Where a key leads from a day.
fn step(date: Date, key: &Key) -> Option<Date> {
    let Key::Named(named) = key else {
        return None;
    };
    let from_monday = i64::from(date.weekday().to_monday_zero_offset());
    let span = match named {
        Named::ArrowLeft => -1.days(),
        Named::ArrowRight => 1.days(),
        Named::ArrowUp => -1.weeks(),
        Named::ArrowDown => 1.weeks(),
        Named::PageUp => -1.months(),
        Named::PageDown => 1.months(),
        Named::Home => -from_monday.days(),
        Named::End => (6 - from_monday).days(),
        _ => return None,
    };
    Some(date.saturating_add(span))
}

/// What is on a day, as far as there is room; the name of the cell counts all of it. In a cell that
/// is not wide a name would break inside its words, so there is only how many.
fn marks<'a, M: 'a>(look: &Look, marks: &[String], chosen: bool) -> Option<Element<'a, M>> {
    let palette = look.palette;
    let small = Role {
        size: 13.0,
        line: 17.0,
        ..Role::LABEL
    };
    let (first, rest) = marks.split_first()?;
    let narrow = look.width < Width::Wide;
    let shown = if narrow {
        marks.len().to_string()
    } else {
        first.clone()
    };
    let ground = if chosen {
        palette.raised
    } else {
        palette.information_ground
    };
    let wide = if narrow { Shrink } else { Fill };
    let mark = container(style::text(look, small, palette.text, shown))
        .width(wide)
        .padding([1, 5])
        .style(move |_| style::boxed(ground, palette.line, 1.0, 4.0));
    let more = (!narrow && !rest.is_empty()).then(|| {
        let more = format!("and {} more", rest.len());
        style::text(look, small, palette.quiet, more)
    });
    Some(decorative(column![mark, more].spacing(1)))
}
