//! A month of appointments, and the day chosen in it.

use iced::widget::{column, row};
use jiff::ToSpan;
use jiff::civil::Date;

use super::Message as Screen;
use super::row::{Row, Rows};
use crate::look::{Icon, Look, gap};
use crate::record::{Child, Error};
use crate::screens::Context;
use crate::widgets::{self, Element, button};
use crate::words;

/// The days of other months that a grid of six weeks can show on each side.
const AROUND: i32 = 14;

/// The month shown, as last read.
#[derive(Debug)]
pub(super) struct Month {
    first: Date,
    chosen: Date,
    rows: Vec<Row>,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The month before.
    Previous,
    /// The month after.
    Next,
    /// Back to today.
    Today,
    /// A day.
    Choose(Date),
}

impl Month {
    /// The month around a day, which is the chosen one.
    pub(super) fn around(day: Date) -> Self {
        Self {
            first: day.first_of_month(),
            chosen: day,
            rows: Vec::new(),
        }
    }

    pub(super) fn chosen(&self) -> Date {
        self.chosen
    }

    pub(super) fn read(&mut self, context: &Context, family: &[Child]) -> Result<(), Error> {
        let from = self.first.saturating_sub(AROUND.days());
        let to = self.first.last_of_month().saturating_add(AROUND.days());
        let rows = Rows::read(context, family)?;
        let found = context.read(|record| record.appointments_between(from, to))?;
        self.rows = found.iter().map(|one| rows.under_day(one)).collect();
        Ok(())
    }

    pub(super) fn update(&mut self, message: Message, today: Date) {
        // The same day of the other month, or its last one.
        self.chosen = match message {
            Message::Previous => self.chosen.saturating_sub(1.month()),
            Message::Next => self.chosen.saturating_add(1.month()),
            Message::Today => today,
            Message::Choose(day) => day,
        };
        self.first = self.chosen.first_of_month();
    }

    pub(super) fn view<'a>(&'a self, look: &Look, today: Date) -> Element<'a, Screen> {
        let month = |date: Date| format!("{} {}", words::month(date), date.year());
        let turn = |id, date, icon, name: &str, message| {
            button::quiet(look, id, words::month(date), Screen::Month(message))
                .icon(icon)
                .name(format!("{name}, {}", month(date)))
        };
        let before = self.first.saturating_sub(1.month());
        let after = self.first.saturating_add(1.month());
        let this_month = (self.first != today.first_of_month()).then(|| {
            button::quiet(
                look,
                "appointments/this-month",
                "Today",
                Screen::Month(Message::Today),
            )
        });
        let heading = row![
            widgets::section(look, month(self.first)),
            iced::widget::space::horizontal(),
        ]
        .push(this_month.map(Element::from))
        .push(turn(
            "appointments/previous-month",
            before,
            Icon::Left,
            "Previous month",
            Message::Previous,
        ))
        .push(turn(
            "appointments/next-month",
            after,
            Icon::Right,
            "Next month",
            Message::Next,
        ))
        .spacing(gap::S)
        .align_y(iced::Center);
        let grid = widgets::month_grid(
            look,
            "appointments/day",
            self.first,
            today,
            self.chosen,
            |date| self.titles(date),
            |date| Screen::Month(Message::Choose(date)),
        );
        column![heading, grid, self.day(look)]
            .spacing(gap::L)
            .into()
    }

    fn titles(&self, date: Date) -> Vec<String> {
        self.on(date).map(|row| row.title.clone()).collect()
    }

    fn on(&self, date: Date) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.day == date)
    }

    fn day<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let name = words::day(self.chosen);
        let rows: Vec<Element<'a, Screen>> =
            self.on(self.chosen).map(|row| row.view(look)).collect();
        let found = if rows.is_empty() {
            widgets::quiet(look, "No appointment on this day.")
        } else {
            widgets::list(look, name.clone(), rows)
        };
        let add = button::plain(
            look,
            "appointments/add-on-day",
            "Add on this day",
            Screen::NewOnThisDay,
        )
        .icon(Icon::AddAppointment);
        column![widgets::section(look, name), found, Element::from(add)]
            .spacing(gap::M)
            .into()
    }
}
