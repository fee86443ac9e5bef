//! What was tried with screen readers, keys, large text and colours, and what was not.

use iced::widget::column;

use crate::guide::accessibility;
use crate::look::{Look, gap};
use crate::screens::{Action, Context};
use crate::widgets::{self, Element, words};

/// The screen.
#[derive(Debug, Default)]
pub struct Accessibility;

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to where they came from.
    Back,
}

impl Accessibility {
    /// The screen.
    pub fn new() -> Self {
        Self
    }

    /// Opens the place; there is nothing to read.
    pub fn enter(&mut self, _context: &Context) {}

    /// What a press does.
    pub fn update(&mut self, _context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Back => Action::Back,
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, _context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let tested = accessibility::tested().iter().map(|one| {
            column![
                words::strong(look, one.what.as_str()),
                words::reading(look, one.how.as_str()),
                words::quiet(look, one.when()),
            ]
            .spacing(gap::XS)
            .into()
        });
        let not_tested = accessibility::not_tested().iter().map(|one| {
            column![
                words::strong(look, one.what.as_str()),
                words::reading(look, one.why.as_str()),
            ]
            .spacing(gap::XS)
            .into()
        });
        let back = Some(("Back", Message::Back));
        let content = column![
            widgets::page_header(look, "Accessibility", back, None),
            words::reading(look, accessibility::in_short()),
            words::section(look, "What was tested"),
            widgets::list_spaced(look, "What was tested", tested.collect(), gap::L),
            words::section(look, "What was not tested yet"),
            widgets::list_spaced(
                look,
                "What was not tested yet",
                not_tested.collect(),
                gap::L
            ),
        ];
        widgets::page(look, content.spacing(gap::L))
    }
}
