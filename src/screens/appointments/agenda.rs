//! The agenda: what is coming, day by day, then what is over.

use iced::widget::{column, row};
use jiff::civil::Date;

use super::Message as Screen;
use super::row::{Row, Rows};
use crate::look::{Look, gap};
use crate::record::{Child, Error};
use crate::screens::Context;
use crate::widgets::{self, Element};
use crate::words;

/// How many rows are shown at first, and how many more each time.
const ROWS: usize = 20;

/// What is coming and what is over, as last read.
#[derive(Debug)]
pub(super) struct Agenda {
    coming: Vec<Row>,
    coming_shown: usize,
    earlier: Vec<Row>,
    earlier_total: usize,
    earlier_shown: usize,
    today: Date,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// More of what is coming.
    MoreComing,
    /// More of what is over.
    MoreEarlier,
}

impl Default for Agenda {
    fn default() -> Self {
        Self {
            coming: Vec::new(),
            coming_shown: ROWS,
            earlier: Vec::new(),
            earlier_total: 0,
            earlier_shown: ROWS,
            today: Date::ZERO,
        }
    }
}

impl Agenda {
    pub(super) fn read(&mut self, context: &Context, family: &[Child]) -> Result<(), Error> {
        let now = context.now();
        self.today = now.date();
        let rows = Rows::read(context, family)?;
        let coming = context.read(|record| record.appointments_after(&now, u32::MAX))?;
        let limit = u32::try_from(self.earlier_shown).unwrap_or(u32::MAX);
        let earlier = context.read(|record| record.appointments_before(&now, limit))?;
        let all = context.read(|record| record.counts())?.appointments;
        self.coming = coming.iter().map(|one| rows.under_day(one)).collect();
        self.earlier = earlier.iter().map(|one| rows.over(one)).collect();
        self.earlier_total = usize::try_from(all)
            .unwrap_or(usize::MAX)
            .saturating_sub(self.coming.len());
        Ok(())
    }

    pub(super) fn update(&mut self, message: Message) {
        match message {
            Message::MoreComing => self.coming_shown += ROWS,
            Message::MoreEarlier => self.earlier_shown += ROWS,
        }
    }

    /// Whether there is no appointment at all.
    pub(super) fn is_empty(&self) -> bool {
        self.coming.is_empty() && self.earlier.is_empty()
    }

    pub(super) fn view<'a>(&'a self, look: &Look) -> Element<'a, Screen> {
        let shown = self.coming_shown.min(self.coming.len());
        let coming = self.coming.get(..shown).unwrap_or_default();
        let mut page = column![].spacing(gap::XL);
        if coming.is_empty() {
            page = page.push(widgets::body(look, "Nothing is coming up."));
        }
        for day in coming.chunk_by(|one, next| one.day == next.day) {
            page = page.push(self.day(look, day));
        }
        page = page.push(widgets::pager(
            look,
            "appointments/more-coming",
            shown,
            self.coming.len(),
            "appointments",
            Screen::Agenda(Message::MoreComing),
        ));
        if !self.earlier.is_empty() {
            let rows = self.earlier.iter().map(|row| row.view(look)).collect();
            page = page.push(
                column![
                    widgets::section(look, "Earlier"),
                    widgets::list(look, "Earlier", rows)
                ]
                .spacing(gap::S),
            );
        }
        page.push(widgets::pager(
            look,
            "appointments/more-earlier",
            self.earlier.len(),
            self.earlier_total,
            "earlier appointments",
            Screen::Agenda(Message::MoreEarlier),
        ))
        .into()
    }

    fn day<'a>(&'a self, look: &Look, rows: &'a [Row]) -> Element<'a, Screen> {
        let day = rows.first().map_or(self.today, |row| row.day);
        let name = words::near_day(day, self.today);
        let away = (words::days_between(self.today, day) > 1)
            .then(|| widgets::quiet(look, words::away(day, self.today)));
        let heading = row![widgets::section(look, name.clone())]
            .push(away)
            .spacing(gap::M)
            .align_y(iced::Center);
        let rows = rows.iter().map(|row| row.view(look)).collect();
        column![heading, widgets::list(look, name, rows)]
            .spacing(gap::S)
            .into()
    }
}
