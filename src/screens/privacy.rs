//! What is protected and what is not, what Withy keeps where, and how to wipe it.

use iced::widget::column;

use crate::guide::privacy;
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, words};

/// The screen.
#[derive(Debug, Default)]
pub struct Privacy;

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to where they came from.
    Back,
    /// The list of what left this computer.
    Left,
    /// Open the folder that Withy keeps things in.
    Folder,
}

impl Privacy {
    /// The screen.
    pub fn new() -> Self {
        Self
    }

    /// Opens the place; there is nothing to read.
    pub fn enter(&mut self, _context: &Context) {}

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Back => Action::Back,
            Message::Left => Action::Open(Place::LeftThisComputer),
            Message::Folder => {
                Action::Visit(Link::Folder(context.folders.data().display().to_string()))
            }
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let sections = privacy::sections().iter().map(|section| {
            let points = section.points.iter();
            let points = points.map(|point| words::reading(look, point.as_str()));
            let title = section.title.as_str();
            column![
                words::section(look, title),
                widgets::list_spaced(look, title, points.collect(), gap::S),
            ]
            .spacing(gap::S)
            .into()
        });
        let kept = context.record.is_some().then(|| {
            button::plain(
                look,
                "privacy/left",
                "What left this computer",
                Message::Left,
            )
            .icon(Icon::List)
            .into()
        });
        let folder = button::plain(look, "privacy/folder", "Open the folder", Message::Folder)
            .icon(Icon::Folder)
            .into();
        let back = Some(("Back", Message::Back));
        let content = column![
            widgets::page_header(look, "Privacy", back, None),
            words::reading(look, privacy::in_short()),
            column(sections.collect::<Vec<_>>()).spacing(gap::XL),
            words::quiet(
                look,
                format!("Withy’s folder is {}.", context.folders.data().display())
            ),
            widgets::wrap_row(kept.into_iter().chain([folder]).collect(), gap::M),
        ];
        widgets::page(look, content.spacing(gap::L))
    }
}
