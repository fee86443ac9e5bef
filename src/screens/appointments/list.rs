//! The page with the agenda and the month.

use iced::widget::column;

use super::{Appointments, Message, Tab};
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::widgets::{self, Element, button, notice};

impl Appointments {
    pub(super) fn list_view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "Your appointments could not be read", problem));
        let add = button::main(look, "appointments/new", "Add an appointment", Message::New)
            .icon(Icon::AddAppointment);
        let unsaved = self.unsaved.as_ref().map(|words| {
            notice::information(look, "An appointment is not saved yet", words.as_str()).action(
                button::plain(look, "appointments/carry-on", "Carry on", Message::New),
            )
        });
        if self.agenda.is_empty() && self.tab == Tab::Agenda {
            let sentence = "Keep appointments here, with the questions you want to ask.";
            let page = column![widgets::page_header(look, "Appointments", None, None),]
                .push(problem)
                .push(unsaved)
                .push(self.tabs(look))
                .push(widgets::empty_state(look, sentence, Some(add.into())));
            return widgets::page(look, page.spacing(gap::L));
        }
        let shown = match (self.tab, &self.month) {
            (Tab::Month, Some(month)) => month.view(look, context.today()),
            _ => self.agenda.view(look),
        };
        let page = column![widgets::page_header(
            look,
            "Appointments",
            None,
            Some(add.into())
        )]
        .push(problem)
        .push(unsaved)
        .push(self.tabs(look))
        .push(shown);
        widgets::page(look, page.spacing(gap::L))
    }

    fn tabs<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        widgets::tabs(
            look,
            "appointments/tab",
            "How appointments are shown",
            vec![
                (Tab::Agenda, "Agenda".to_owned()),
                (Tab::Month, "Month".to_owned()),
            ],
            self.tab,
            Message::Tab,
        )
    }
}
