//! Easy Read: the pages that families need first, in short sentences with pictures.

use iced::Center;
use iced::Fill;
use iced::widget::{column, row};

use crate::directory::service;
use crate::guide::easy_read::{self, Page};
use crate::look::{Look, gap, measure};
use crate::platform::opening::Link;
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element};

mod page;

/// The screen.
#[derive(Debug, Default)]
pub struct EasyRead {
    open: Option<&'static Page>,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Open a page.
    Read(&'static Page),
    /// “All Easy Read pages”.
    All,
    /// The page that it is the short form of.
    Full(&'static Page),
    /// Open a service.
    Service(service::Id),
    /// “Copy as text”.
    Copy(&'static Page),
    /// Copy a number.
    CopyNumber(String),
    /// Ring it.
    Call(String),
    /// A page that something rests on.
    Visit(String),
    /// A term was pressed.
    Term(Press),
}

impl EasyRead {
    /// With the list of pages open.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the list, or one page by its id.
    pub fn enter(&mut self, _context: &Context, page: Option<&str>) {
        self.open = page.and_then(easy_read::find);
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Read(page) => Action::Open(Place::EasyRead(Some(page.id.clone()))),
            Message::All => Action::Open(Place::EasyRead(None)),
            Message::Full(page) => Action::Open(page::full(page)),
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Copy(page) => Action::Copy {
                words: page::as_text(page, context),
                said: "Copied with its sources".to_owned(),
            },
            Message::CopyNumber(words) => {
                let said = format!("Copied {words}");
                Action::CopyOnly { words, said }
            }
            Message::Call(number) => Action::Visit(Link::Phone(number)),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
            Message::Term(press) => terms::update(context, press),
        }
    }

    /// Draws the list or one page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look.larger();
        let terms = &Terms::new(look, context, Message::Term);
        match self.open {
            Some(page) => page::view(page, context, look, terms),
            None => list(look, terms),
        }
    }
}

fn list<'a>(look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let pages = easy_read::pages();
    let cards = pages.iter().map(|page| {
        terms.note(&page.title);
        terms.note(&page.says);
        card(page, look)
    });
    let content = column![
        widgets::page_header(look, "Easy Read", None, None),
        widgets::easy(look, "These pages have short sentences and pictures."),
        widgets::list_spaced(look, "Easy Read pages", cards.collect(), gap::M),
        terms.rest(),
    ];
    widgets::page(look, content.spacing(gap::L))
}

fn card<'a>(page: &'static Page, look: &Look) -> Element<'a, Message> {
    let words = column![
        widgets::easy_title(look, page.title.as_str()),
        widgets::easy(look, page.says.as_str()),
    ];
    let content = row![
        widgets::tile(look, &page.picture, measure::PICTURE_SMALL),
        words.width(Fill)
    ]
    .spacing(gap::L)
    .align_y(Center);
    let id = format!("easy-read/{}", page.id);
    widgets::card_button(
        look,
        id,
        page.title.as_str(),
        content,
        false,
        Message::Read(page),
    )
}
