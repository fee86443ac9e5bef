//! A plain page in place of everything: nothing on it says whose window this is or what it is for.

use iced::widget::{column, container};

use crate::look::{Look, gap, measure};
use crate::widgets::{self, Element, button};

/// What the page and the window are called. It says nothing about a family, nor which program this is.
pub const TITLE: &str = "Blank page";

/// What a plain page cannot hide; shown when somebody asks.
const CANNOT: [&str; 7] = [
    "That this program is on this computer, and its picture in the bar of open programs.",
    "Your list of files used last. It may name letters and copies that you opened.",
    "A copy of a page that is still open in your browser.",
    "Words that you copied. They can still be pasted.",
    "Pictures of the screen from before.",
    "What a screen reader said before. Some keep a list of it.",
    "Words that you typed before you had a passphrase. They wait until the window closes.",
];

/// The page.
#[derive(Debug, Default)]
pub struct Hidden {
    about: bool,
}

/// What a person does on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Leave the page.
    Back,
    /// Say what it cannot hide, or stop saying it.
    About(bool),
}

impl Hidden {
    /// Shows or hides what the page cannot do.
    pub fn tell(&mut self, about: bool) {
        self.about = about;
    }

    /// Draws the page, which is the whole window.
    pub fn view<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let label = if self.about {
            "Close this list"
        } else {
            "What this page cannot hide"
        };
        let buttons = vec![
            button::plain(look, "hidden/back", "Go back", Message::Back).into(),
            button::quiet(look, "hidden/about", label, Message::About(!self.about)).into(),
        ];
        let cannot = self.about.then(|| {
            let lines = CANNOT.map(|line| widgets::reading(look, line));
            column![
                widgets::section(look, "What this page cannot hide"),
                widgets::list_spaced(look, "What this page cannot hide", lines.into(), gap::S),
            ]
            .spacing(gap::M)
        });
        let content = column![
            widgets::page_header(look, TITLE, None, None),
            widgets::reading(look, "There is nothing on this page."),
            widgets::wrap_row(buttons, gap::M),
            cannot,
        ];
        let content = content.spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }
}
