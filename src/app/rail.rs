//! The left rail: where one can go. In a narrow window it becomes a menu.

use iced::Fill;
use iced::padding;
use iced::widget::{column, container, row, space};

use super::keys::Command;
use super::{App, Message, navigation};
use crate::access::keys::{HIDE, LOCK};
use crate::look::{Family, Icon, Look, gap, measure};
use crate::screens::{AppointmentsStart, FindStart, NotesStart, Place, QuestionsStart};
use crate::widgets::{self, Element, Landmark};

/// The height in pixels from which the lower places stay in view while the upper ones scroll.
const ROOM_FOR_BOTH: f32 = 560.0;

/// The width of the rail in pixels when the letters are Lexend, which are wider.
const RAIL_OF_WIDE_LETTERS: f32 = 248.0;

/// The places that one comes for.
fn upper() -> [(Place, Icon); 12] {
    [
        (Place::Today, Icon::Today),
        (Place::FindHelp(FindStart::Search), Icon::Find),
        (Place::Worried(None), Icon::Worried),
        (Place::Notes(NotesStart::List), Icon::Notes),
        (
            Place::Appointments(AppointmentsStart::Agenda),
            Icon::Appointments,
        ),
        (Place::Questions(QuestionsStart::List), Icon::Questions),
        (Place::Rights(None), Icon::Rights),
        (Place::Budget, Icon::Money),
        (Place::NhsServices(None), Icon::Hospital),
        (Place::ImprovementPlan(None), Icon::Plan),
        (Place::WordsExplained(None), Icon::Words),
        (Place::EasyRead(None), Icon::Look),
    ]
}

/// The places that one comes to less often.
fn lower() -> [(Place, Icon); 4] {
    [
        (Place::MyFamily, Icon::Family),
        (Place::Settings, Icon::Settings),
        (Place::Help, Icon::Help),
        (Place::Emergency, Icon::Phone),
    ]
}

impl App {
    fn item(&self, look: Look, (place, icon): (Place, Icon)) -> Element<'_, Message> {
        let name = navigation::name(&place);
        let open = name == navigation::name(&self.place);
        widgets::rail_item(
            look,
            format!("rail/{name}"),
            name,
            icon,
            open,
            Message::Go(place),
        )
    }

    /// What locks the record while it is open, and what hides the window.
    fn shutting(&self, look: Look) -> impl Iterator<Item = Element<'_, Message>> {
        let lock = self.context.vault.is_some().then(|| {
            let lock = Message::Pressed(Command::Lock);
            let lock = widgets::button::quiet(&look, LOCK, "Lock", lock);
            lock.small().into()
        });
        let hide = Message::Pressed(Command::Hide);
        let hide = widgets::button::quiet(&look, HIDE, "Hide", hide);
        lock.into_iter()
            .chain([hide.name("Hide quickly").small().into()])
    }

    /// The rail of a window with room for one, `height` pixels high.
    pub(super) fn rail(&self, look: Look, height: f32) -> Element<'_, Message> {
        let upper = upper().map(|entry| self.item(look, entry));
        let lower = lower().map(|entry| self.item(look, entry));
        let upper = column(upper);
        let lower = column(lower);
        let record = self.open_record_item(look);
        let name = widgets::wordmark_and_skip(look, Message::SkipToContent);
        let name = row![name].extend(self.shutting(look)).align_y(iced::Center);
        let places: Element<'_, Message> = if height < ROOM_FOR_BOTH {
            let places = column![name, record, upper, lower].spacing(gap::M);
            widgets::scroll_area(&look, "rail", places.padding(gap::M))
        } else {
            // The padding leaves room for the focus ring, which the scroll area would cut off.
            let upper = widgets::scroll_area(&look, "rail", upper.padding(gap::M));
            let lower = lower.padding(padding::all(gap::M).top(0));
            let name = column![name, record];
            let name = container(name).padding(padding::all(gap::M).bottom(0));
            column![name, upper, lower].into()
        };
        let width = match look.family {
            Family::AtkinsonHyperlegibleNext => measure::RAIL,
            Family::Lexend => RAIL_OF_WIDE_LETTERS,
        };
        let rail = container(places)
            .width(width)
            .height(Fill)
            .style(widgets::rail_style(look));
        widgets::region(
            Landmark::Navigation,
            "Places",
            row![rail, widgets::upright(look)],
        )
    }

    /// Which record is open, where there are several: so that nobody writes in the wrong one. On the button, and for
    /// who hears it.
    fn open_record_words(&self) -> Option<(String, String)> {
        let vault = self.context.vault.as_ref()?;
        if self.context.sample || vault.families().len() < 2 {
            return None;
        }
        Some(match self.context.open_family() {
            Some(name) => (name.clone(), format!("{name} is the open record")),
            None => (
                "No record is open".to_owned(),
                "No record is open. Choose one".to_owned(),
            ),
        })
    }

    fn open_record_item(&self, look: Look) -> Option<Element<'_, Message>> {
        let (words, said) = self.open_record_words()?;
        let to = Message::Go(Place::Records);
        let button = widgets::button::plain(&look, "rail/record", words, to)
            .icon(Icon::Folder)
            .name(said);
        Some(container(button).padding([gap::S, 0.0]).into())
    }

    /// The same under the bar of a narrow window, where every line counts.
    pub(super) fn open_record_bar(&self, look: Look) -> Option<Element<'_, Message>> {
        let (words, said) = self.open_record_words()?;
        let to = Message::Go(Place::Records);
        let button = widgets::button::quiet(&look, "rail/record", words, to)
            .icon(Icon::Folder)
            .at_edge()
            .name(said);
        let bar = container(button)
            .padding([gap::XS, gap::L])
            .width(Fill)
            .style(widgets::rail_style(look));
        Some(widgets::region(
            Landmark::Banner,
            "The open record",
            column![bar, widgets::level(look)],
        ))
    }

    /// The bar at the top of a narrow window.
    pub(super) fn top_bar(&self, look: Look) -> Element<'_, Message> {
        let menu = widgets::button::plain(
            &look,
            "menu",
            if self.menu_open { "Close menu" } else { "Menu" },
            Message::Menu(!self.menu_open),
        )
        .icon(if self.menu_open {
            Icon::Close
        } else {
            Icon::Menu
        });
        let emergency = widgets::button::plain(
            &look,
            "emergency",
            "Emergency",
            Message::Go(Place::Emergency),
        )
        .icon(Icon::Phone);
        let bar = container(
            row![
                widgets::wordmark_and_skip(look, Message::SkipToContent),
                space::horizontal(),
                Element::from(emergency),
                Element::from(menu)
            ]
            .spacing(gap::S)
            .align_y(iced::Center),
        )
        .padding([gap::S, gap::L])
        .width(Fill)
        .style(widgets::rail_style(look));
        widgets::region(
            Landmark::Banner,
            "Withy",
            column![bar, widgets::level(look)],
        )
    }

    /// The page that the menu of a narrow window opens.
    pub(super) fn menu(&self, look: Look) -> Element<'_, Message> {
        let places = upper()
            .into_iter()
            .chain(lower())
            .map(|entry| self.item(look, entry));
        let list = widgets::region(
            Landmark::Navigation,
            "Places",
            column(places).spacing(gap::XS),
        );
        widgets::page(
            &look,
            column![
                widgets::page_header(&look, "Menu", None, None),
                list,
                widgets::wrap_row(self.shutting(look).collect(), gap::XS)
            ]
            .spacing(gap::L),
        )
    }
}
