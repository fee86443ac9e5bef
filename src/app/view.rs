//! The window as one picture: rail, page, status line.

use iced::widget::{column, container, responsive, row};
use iced::{Fill, Size};

use super::{App, Message, keys};
use crate::access;
use crate::look::{Icon, Look, Width, gap};
use crate::screens::{Place, rescue};
use crate::widgets::{self, Element, button};

impl App {
    /// Draws the window.
    pub fn view(&self) -> Element<'_, Message> {
        access::root(
            &self.bridge,
            self.title(),
            self.scale_factor(),
            responsive(|size| self.window(size)),
        )
    }

    fn window(&self, size: Size) -> Element<'_, Message> {
        let look = Look {
            palette: self.theme_name().palette(),
            family: self.context.settings.family,
            roomy: self.context.settings.roomy,
            width: Self::width_of(size),
            large: false,
        };
        if let Some(hidden) = &self.hidden {
            let plain = container(hidden.view(&look).map(Message::Hidden));
            return (plain.width(Fill).height(Fill))
                .style(widgets::ground_style(look))
                .into();
        }
        let page = column![
            self.context.sample.then(|| sample_banner(look)),
            self.reading_banner(look),
            self.reading_bar(look),
            container(self.page(look)).height(Fill),
            self.status_line(look),
        ];
        let whole: Element<'_, Message> = if look.is_narrow() {
            column![self.top_bar(look), self.open_record_bar(look), page].into()
        } else {
            row![self.rail(look, size.height), page].into()
        };
        container(whole)
            .width(Fill)
            .height(Fill)
            .style(widgets::ground_style(look))
            .into()
    }

    fn page(&self, look: Look) -> Element<'_, Message> {
        if self.menu_open && look.is_narrow() {
            return self.menu(look);
        }
        let context = &self.context;
        let lists_others = self.place == Place::Records && context.vault.is_some();
        if self.place.needs_record() && context.record_problem.is_some() && !lists_others {
            return self.screens.rescue.view(context, look).map(Message::Rescue);
        }
        match &self.place {
            Place::Today => self.screens.today.view(context, look).map(Message::Today),
            Place::FindHelp(_) => self
                .screens
                .find_help
                .view(context, look)
                .map(Message::FindHelp),
            Place::Service(id) => self.list_and_service(look, *id),
            Place::Worried(_) | Place::Path(_) => self
                .screens
                .worried
                .view(context, look)
                .map(Message::Worried),
            Place::Notes(_) => self.screens.notes.view(context, look).map(Message::Notes),
            Place::Appointments(_) => self
                .screens
                .appointments
                .view(context, look)
                .map(Message::Appointments),
            Place::Questions(_) => self
                .screens
                .questions
                .view(context, look)
                .map(Message::Questions),
            Place::Rights(_) => self.screens.rights.view(context, look).map(Message::Rights),
            Place::ImprovementPlan(_) => self
                .screens
                .improvement_plan
                .view(context, look)
                .map(Message::ImprovementPlan),
            Place::Documents => self
                .screens
                .documents
                .view(context, look)
                .map(Message::Documents),
            Place::WordsExplained(_) => self
                .screens
                .words_explained
                .view(context, look)
                .map(Message::WordsExplained),
            Place::Budget => self.screens.budget.view(context, look).map(Message::Budget),
            Place::EasyRead(_) => self
                .screens
                .easy_read
                .view(context, look)
                .map(Message::EasyRead),
            Place::NhsServices(_) => self
                .screens
                .nhs_services
                .view(context, look)
                .map(Message::NhsServices),
            Place::MyFamily => self
                .screens
                .my_family
                .view(context, look)
                .map(Message::MyFamily),
            Place::Files(_) => self.screens.files.view(context, look).map(Message::Files),
            Place::Bin => self.screens.bin.view(context, look).map(Message::Bin),
            Place::Settings => self
                .screens
                .settings
                .view(context, look)
                .map(Message::Settings),
            Place::Help => self
                .screens
                .help
                .view(
                    context,
                    look,
                    keys::for_help(context.settings.single_letters),
                )
                .map(Message::Help),
            Place::Accessibility => self
                .screens
                .accessibility
                .view(context, look)
                .map(Message::Accessibility),
            Place::Emergency => self
                .screens
                .emergency
                .view(context, look)
                .map(Message::Emergency),
            Place::Search => self.screens.search.view(context, look).map(Message::Search),
            Place::KeepRecord => self
                .screens
                .keep_record
                .view(context, look)
                .map(Message::KeepRecord),
            Place::Lock => self.screens.lock.view(context, look).map(Message::Lock),
            Place::KeepSafe => (self.screens.keep_safe.view(context, look)).map(Message::KeepSafe),
            Place::Export => self.screens.export.view(context, look).map(Message::Export),
            Place::Import => self.screens.import.view(context, look).map(Message::Import),
            Place::Records => self
                .screens
                .records
                .view(context, look)
                .map(Message::Records),
            Place::Restore(_) => self
                .screens
                .restore
                .view(context, look)
                .map(Message::Restore),
            Place::Privacy => self
                .screens
                .privacy
                .view(context, look)
                .map(Message::Privacy),
            Place::LeftThisComputer => self
                .screens
                .left_this_computer
                .view(context, look)
                .map(Message::LeftThisComputer),
        }
    }

    /// A service beside the list it was found in, where there is room for both; alone when it was
    /// opened from elsewhere and is not in the list.
    fn list_and_service(
        &self,
        look: Look,
        id: crate::directory::service::Id,
    ) -> Element<'_, Message> {
        let context = &self.context;
        let beside = self.beside && look.width == Width::Wide;
        let width = if beside {
            Width::Wide
        } else {
            look.width.min(Width::Middle)
        };
        let service = self
            .screens
            .service
            .view(context, Look { width, ..look })
            .map(Message::Service);
        if !beside {
            return service;
        }
        let list = self
            .screens
            .find_help
            .list_view(context, look, Some(id))
            .map(Message::FindHelp);
        widgets::two_columns(&look, list, Some(service))
    }

    fn reading_banner(&self, look: Look) -> Option<Element<'_, Message>> {
        let reading = self.context.reading.as_ref();
        let reading = reading.filter(|_| self.context.record.is_some() && !self.context.sample)?;
        Some(rescue::banner(look, reading).map(Message::Rescue))
    }

    fn status_line(&self, look: Look) -> Element<'_, Message> {
        let undo = self.status_undoes.then(|| {
            button::quiet(
                &look,
                "status/undo",
                "Undo",
                Message::Pressed(keys::Command::Undo),
            )
            .icon(Icon::Undo)
            .into()
        });
        let said = column![
            container(widgets::status(&look, &self.status, undo)).padding([0.0, gap::L]),
            widgets::announcement(&self.announcement),
        ];
        widgets::region(widgets::Landmark::Status, "What just happened", said)
    }
}

fn sample_banner<'a>(look: Look) -> Element<'a, Message> {
    // Beside the sentence also where the window is low, and every line of the page counts.
    let label = if look.is_narrow() {
        "Leave"
    } else {
        "Leave the sample family"
    };
    let leave = button::plain(
        &look,
        "sample/leave",
        label,
        Message::Settings(crate::screens::settings::Message::SampleFamily(false)),
    )
    .name("Leave the sample family");
    let banner = widgets::banner(look, "Sample family. Nobody here is real.", leave.into());
    widgets::region(widgets::Landmark::Banner, "Sample family", banner)
}
