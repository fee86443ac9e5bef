//! Help: how to use Withy, its keys, and what it does with what a family writes.

use iced::widget::column;

use crate::look::{Icon, Look, gap};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::{self, Element, button, words};

/// One short section each: a title and sentences.
const SECTIONS: [(&str, &str); 7] = [
    (
        "Find help",
        "Type what you need in your own words, such as “my child won’t sleep”. Old names and spelling mistakes are fine. Press a service to read about it.",
    ),
    (
        "How sure are we?",
        "Every service shows the pages we read and their dates. If we could not confirm a fact, we say so. Then ring first.",
    ),
    (
        "Save a service",
        "Press “Save this service” on its page. Withy adds a step to contact them. Then you can say how far you have come.",
    ),
    (
        "Notes, appointments and questions",
        "Write down what was said and what you want to ask. You can link each one to a child and a service.",
    ),
    (
        "If you make a mistake",
        "Everything can be undone. What you delete stays in the bin for 30 days.",
    ),
    (
        "Lock it or hide it",
        "“Lock” closes what you keep until you type your passphrase. “Hide”, or the F8 key, shows a blank page at once and locks. It cannot hide that Withy is on this computer.",
    ),
    (
        "Make it easier to read",
        "Settings has bigger text, other colours, another typeface and more space.",
    ),
];

/// What a copy of a page is for, and where it stays.
const COPY: &str = "Withy can open a copy of any page in your browser. The copy has large plain \
    text and prints well. It is a file outside your record, and Withy deletes it when you close \
    Withy.";

/// What Withy promises about what a family writes.
const PRIVACY: [&str; 4] = [
    "What you write stays on this computer.",
    "There is no account. Withy does not watch what you do.",
    "What you search for is not kept.",
    "A website, an email or a call opens only when you press it.",
];

/// The screen.
#[derive(Debug, Default)]
pub struct Help;

/// What a person can do in Help.
#[derive(Debug, Clone)]
pub enum Message {
    /// The safety numbers.
    Emergency,
    /// Find help.
    FindHelp,
    /// A term was pressed.
    Term(Press),
    /// What was tried, and what was not.
    Accessibility,
    /// A copy of the page before this one.
    CopyLastPage,
    /// Newsletters, strategies and law.
    Documents,
    /// The Easy Read pages.
    EasyRead,
    /// What is protected and what is not.
    Privacy,
}

impl Help {
    /// The screen.
    pub fn new() -> Self {
        Self
    }

    /// Opens the place; there is nothing to read.
    pub fn enter(&mut self, _context: &Context) {}

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Emergency => Action::Open(Place::Emergency),
            Message::FindHelp => Action::Open(Place::FindHelp(FindStart::Search)),
            Message::Term(press) => terms::update(context, press),
            Message::Accessibility => Action::Open(Place::Accessibility),
            Message::CopyLastPage => Action::CopyLastPage,
            Message::Documents => Action::Open(Place::Documents),
            Message::EasyRead => Action::Open(Place::EasyRead(None)),
            Message::Privacy => Action::Open(Place::Privacy),
        }
    }

    /// The page, with the table of `keys`: the keys and what they do.
    pub fn view<'a>(
        &'a self,
        context: &'a Context,
        look: Look,
        keys: Vec<(String, String)>,
    ) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Term);
        let sections = SECTIONS.iter().map(|(title, text)| {
            column![words::section(look, *title), terms.reading(*text)]
                .spacing(gap::S)
                .into()
        });
        let promises = PRIVACY.iter();
        let promises = promises.map(|promise| terms.reading(*promise));
        let keys = keys
            .into_iter()
            .map(|(keys, says)| (keys, words::body(look, says)));
        let numbers = button::plain(look, "help/emergency", "Safety numbers", Message::Emergency);
        let access = Message::Accessibility;
        let access = button::plain(look, "help/accessibility", "Accessibility", access);
        let find = button::plain(look, "help/find", "Find help", Message::FindHelp);
        let documents = button::plain(look, "help/documents", "Documents", Message::Documents);
        let easy = button::plain(look, "help/easy-read", "Easy Read pages", Message::EasyRead);
        let content = column![
            widgets::page_header(look, "Help", None, None),
            widgets::wrap_row(
                vec![
                    numbers.icon(Icon::Phone).into(),
                    find.icon(Icon::Find).into(),
                    access.into(),
                    documents.icon(Icon::Letter).into(),
                    easy.icon(Icon::Look).into(),
                ],
                gap::M
            ),
            column(sections.collect::<Vec<_>>()).spacing(gap::XL),
            column![
                words::section(look, "Read a page in your browser, or print it"),
                words::reading(look, COPY),
                Element::from(
                    button::plain(
                        look,
                        "help/copy-page",
                        "Copy the page before this one",
                        Message::CopyLastPage
                    )
                    .icon(Icon::Copy)
                ),
            ]
            .spacing(gap::S),
            column![
                words::section(look, "What is private"),
                widgets::list_spaced(look, "Promises", promises.collect(), gap::S),
                Element::from(button::plain(
                    look,
                    "help/privacy",
                    "Privacy",
                    Message::Privacy
                )),
            ]
            .spacing(gap::S),
            column![
                words::section(look, "Keys"),
                widgets::key_values(look, keys.collect()),
            ]
            .spacing(gap::M),
            column![
                words::section(look, "Where the facts come from"),
                terms.reading(context.directory.about().about.as_str()),
            ]
            .spacing(gap::S),
            terms.rest(),
        ];
        widgets::page(look, content.spacing(gap::XL))
    }
}
