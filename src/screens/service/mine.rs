//! What the family keeps about a service: how far they have come, their own words, and the
//! appointments, questions and notes that belong to it.

use iced::widget::column;

use super::{Message, STATUS, ServiceScreen};
use crate::look::{Icon, Look, Tint, gap};
use crate::record::SavedService;
use crate::record::saved_service::Status;
use crate::screens::Context;
use crate::widgets::{self, Element, button, choice, field, row_button, tick_box, words};

/// How many linked things of one kind are shown.
const SHOWN: usize = 10;

/// "Saved on 24 November 2026. On the waiting list."
pub(super) fn saved_line<'a>(saved: &'a SavedService, look: &Look) -> Element<'a, Message> {
    let on = crate::words::date(saved.saved_on);
    let status = saved.status.words();
    words::with_icon(look, Icon::Saved, format!("Saved on {on}. {status}."))
}

impl ServiceScreen {
    /// How far the family has come, who it is for and their own words.
    pub(super) fn kept<'a>(&'a self, look: &Look) -> Option<Element<'a, Message>> {
        let saved = self.saved.as_ref()?;
        let options = Status::ALL.iter();
        let options = options.map(|status| (*status, status.words().to_owned()));
        let status = choice(
            look,
            STATUS,
            "How far have you come?",
            options.collect(),
            Some(saved.status),
            Message::Status,
        );
        let note = field::long_text(
            look,
            "service/note",
            "Your own note",
            &self.writing,
            Message::Write,
        );
        let remove = button::quiet(
            look,
            "service/remove",
            "Remove from saved services",
            Message::Remove,
        );
        let content = column![
            status.in_a_row(),
            self.who_for(saved, look),
            note.help("Kept as you type, on this computer."),
            remove.icon(Icon::Delete).at_edge(),
        ];
        Some(
            column![
                words::section(look, "You and this service"),
                widgets::card(look, content.spacing(gap::L)),
            ]
            .spacing(gap::M)
            .into(),
        )
    }

    /// Which child it is for, where there is more than one.
    fn who_for<'a>(&'a self, saved: &'a SavedService, look: &Look) -> Option<Element<'a, Message>> {
        if self.children.len() < 2 {
            return None;
        }
        let boxes = self.children.iter().map(|child| {
            let id = child.id;
            tick_box(
                look,
                format!("service/for/{id}"),
                child.name.as_str(),
                saved.children.contains(&id),
                move |on| Message::For(id, on),
            )
        });
        let boxes = widgets::wrap_row(boxes.collect(), gap::L);
        Some(
            column![words::strong_label(look, "Who is it for?"), boxes]
                .spacing(gap::S)
                .into(),
        )
    }

    /// Appointments, questions and notes that belong to this service.
    pub(super) fn linked<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
    ) -> Option<Element<'a, Message>> {
        let today = context.today();
        let appointments = self.appointments.iter().take(SHOWN).map(|one| {
            let day = crate::words::near_day(one.starts.date(), today);
            let time = crate::words::time(one.starts.time());
            row_button(
                look,
                format!("service/appointment/{}", one.id),
                one.title(),
                None,
                Some(format!("{day}, {time}")),
                Some((Icon::Appointments, Tint::Plain)),
                Message::Appointment(one.id),
            )
        });
        let questions = self.questions.iter().take(SHOWN).map(|one| {
            row_button(
                look,
                format!("service/question/{}", one.id),
                one.text.as_str(),
                None,
                Some(one.state().words()),
                Some((Icon::Questions, Tint::Plain)),
                Message::Question(one.id),
            )
        });
        let notes = self.notes.iter().take(SHOWN).map(|one| {
            row_button(
                look,
                format!("service/note/{}", one.id),
                one.title(),
                None,
                Some(crate::words::near_day(one.at.date(), today)),
                Some((Icon::Notes, Tint::Plain)),
                Message::Note(one.id),
            )
        });
        let rows: Vec<_> = appointments.chain(questions).chain(notes).collect();
        (!rows.is_empty()).then(|| {
            column![
                words::section(look, "What you have written down"),
                widgets::list(look, "What you have written down", rows),
            ]
            .spacing(gap::M)
            .into()
        })
    }
}
