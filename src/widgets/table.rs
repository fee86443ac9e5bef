//! A table of facts, read row by row. Where there is no room it becomes a list, in which every fact
//! stands under the head of its column.

use std::borrow::Cow;

use accesskit::Role as Kind;
use iced::widget::{Column, container, row};
use iced::{Fill, FillPortion, Top};

use super::{Element, divider, facts, list, style, words};
use crate::access::Accessible;
use crate::look::{Look, Role, gap};

/// The head of a column, and its share of the width.
pub type Head = (&'static str, u16);

/// One row: the words that name it, how they are shown, and one thing for each further column.
pub struct Row<'a, M> {
    name: Cow<'a, str>,
    first: Option<Element<'a, M>>,
    cells: Vec<Element<'a, M>>,
}

impl<'a, M> Row<'a, M> {
    /// A row called `name`.
    pub fn new(name: impl Into<Cow<'a, str>>, cells: Vec<Element<'a, M>>) -> Self {
        Self {
            name: name.into(),
            first: None,
            cells,
        }
    }

    /// Shows something that can be pressed in place of the name; it must have that name.
    pub fn named_by(mut self, first: Element<'a, M>) -> Self {
        self.first = Some(first);
        self
    }
}

/// A table called `name`. The first cell of each row is its head.
pub fn table<'a, M: Clone + 'a>(
    look: &Look,
    name: impl Into<Cow<'a, str>>,
    heads: &[Head],
    rows: Vec<Row<'a, M>>,
) -> Element<'a, M> {
    if look.is_narrow() {
        return as_list(look, name, heads, rows);
    }
    let (columns, lines) = (heads.len(), rows.len() + 1);
    let mut all = Column::new().width(Fill).spacing(gap::S);
    let names = heads.iter().enumerate().map(|(at, (head, share))| {
        let words = style::text(look, Role::STRONG_LABEL, look.palette.quiet, *head);
        let head = Accessible::new(Kind::ColumnHeader, words).leaf();
        placed(head.with(|node| node.set_column_index(at)), *share)
    });
    all = all.push(line(0, names.collect()));
    for (at, one) in (1..).zip(rows) {
        let head = match one.first {
            Some(first) => Accessible::new(Kind::RowHeader, first).label(one.name),
            None => Accessible::new(Kind::RowHeader, words::strong(look, one.name)).leaf(),
        };
        let cells = one
            .cells
            .into_iter()
            .map(|cell| Accessible::new(Kind::Cell, cell));
        let cells = std::iter::once(head).chain(cells).enumerate();
        let cells = cells.zip(heads).map(|((column, cell), (_, share))| {
            let cell = cell.with(|node| {
                node.set_row_index(at);
                node.set_column_index(column);
            });
            placed(cell, *share)
        });
        all = all.push(divider(look)).push(line(at, cells.collect()));
    }
    Accessible::new(Kind::Table, all)
        .label(name.into())
        .with(|node| {
            node.set_row_count(lines);
            node.set_column_count(columns);
        })
        .into()
}

fn placed<'a, M: Clone + 'a>(cell: Accessible<'a, M>, share: u16) -> Element<'a, M> {
    container(Element::from(cell))
        .width(FillPortion(share))
        .into()
}

fn line<'a, M: Clone + 'a>(at: usize, cells: Vec<Element<'a, M>>) -> Element<'a, M> {
    let cells = row(cells).spacing(gap::L).align_y(Top);
    Accessible::new(Kind::Row, cells)
        .with(|node| node.set_row_index(at))
        .into()
}

fn as_list<'a, M: Clone + 'a>(
    look: &Look,
    name: impl Into<Cow<'a, str>>,
    heads: &[Head],
    rows: Vec<Row<'a, M>>,
) -> Element<'a, M> {
    let rows = rows.into_iter().map(|one| {
        let first = one.first.unwrap_or_else(|| words::strong(look, one.name));
        let under = heads.iter().skip(1).map(|(head, _)| *head).zip(one.cells);
        let under = facts::key_values(look, under.collect());
        Column::with_children([first, under])
            .spacing(gap::XS)
            .width(Fill)
            .into()
    });
    list(look, name, rows.collect())
}
