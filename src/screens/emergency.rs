//! In an emergency: whom to ring, the most urgent first.

use iced::widget::column;

use crate::directory::service;
use crate::directory::{Phone, Service};
use crate::guide::safety::{self, Group, Help};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, link, words};

/// The safety numbers.
#[derive(Debug, Default)]
pub struct Emergency;

/// What a person can do with a number.
#[derive(Debug, Clone)]
pub enum Message {
    /// Copy it.
    Copy(String),
    /// Ring it.
    Call(String),
    /// Read about the service that answers.
    Open(service::Id),
    /// Read the page behind it.
    Visit(String),
}

impl Emergency {
    /// The screen.
    pub fn new() -> Self {
        Self
    }

    /// Opens the place; there is nothing to read.
    pub fn enter(&mut self, _context: &Context) {}

    /// What a press does.
    pub fn update(&mut self, _context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Copy(words) => {
                let said = format!("Copied {words}");
                Action::Copy { words, said }
            }
            Message::Call(number) => Action::Visit(Link::Phone(number)),
            Message::Open(id) => Action::Open(Place::Service(id)),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let groups = safety::groups().iter();
        let groups = groups.map(|group| group_view(group, context, look));
        let content = column![
            widgets::page_header(look, "In an emergency", None, None),
            column(groups.collect::<Vec<_>>()).spacing(gap::XL),
        ];
        widgets::page(look, content.spacing(gap::L))
    }
}

fn group_view<'a>(
    group: &'static Group,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let numbers = group.numbers.iter().map(|help| way(help, context, look));
    column![
        words::section(look, group.title.as_str()),
        column(numbers.collect::<Vec<_>>()).spacing(gap::M),
    ]
    .spacing(gap::M)
    .into()
}

fn way<'a>(help: &'static Help, context: &'a Context, look: &Look) -> Element<'a, Message> {
    let service = help.service.as_deref();
    let service = service.and_then(|slug| context.directory.by_slug(slug));
    let first = service.and_then(|service| service.phones.first());
    let number = match (&help.number, first) {
        (Some(number), _) => ring(help, number, None, look),
        (None, Some(phone)) => ring(help, &phone.number, Some(phone), look),
        (None, None) => words::body(
            look,
            "We could not confirm a number. If someone is in danger, call 999.",
        ),
    };
    let content = column![
        words::subsection(look, help.when.as_str()),
        words::reading(look, help.what.as_str()),
        number,
        service
            .and_then(|service| service.opening_hours.as_deref())
            .map(|hours| { words::with_icon(look, Icon::Clock, hours) }),
        source(help, service, context, look),
    ]
    .spacing(gap::S);
    widgets::card(look, content)
}

fn ring<'a>(
    help: &'static Help,
    number: &'a str,
    phone: Option<&'a Phone>,
    look: &Look,
) -> Element<'a, Message> {
    let id = format!("emergency/{}", help.id);
    let note = phone.and_then(|phone| phone.description.as_deref());
    let copy = Message::Copy(number.to_owned());
    if note.is_some_and(|note| note.starts_with("Text ")) {
        let copy = button::plain(look, format!("{id}/copy"), "Copy", copy);
        return widgets::wrap_row(
            vec![
                words::strong(look, number),
                copy.icon(Icon::Copy).describe(number).into(),
            ],
            gap::M,
        );
    }
    let call = Message::Call(number.to_owned());
    widgets::phone_number(look, &id, number, note, copy, call)
}

/// Where a number was read, and the date that page shows.
fn source<'a>(
    help: &'static Help,
    service: Option<&'a Service>,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let about = service.map(|service| {
        let id = format!("emergency/{}/about", help.id);
        let label = format!("About {}", service.name);
        let freshness = service.freshness_in_words(context.today());
        column![
            words::quiet(look, format!("{freshness}.")),
            link(look, id, label, Message::Open(service.id)),
        ]
        .spacing(gap::XS)
    });
    let pages = help.sources.iter().enumerate().map(|(at, source)| {
        let id = format!("emergency/{}/source/{at}", help.id);
        link(
            look,
            id,
            source.title.as_str(),
            Message::Visit(source.url.clone()),
        )
    });
    column![about, column(pages.collect::<Vec<_>>()).spacing(gap::XS)]
        .spacing(gap::XS)
        .into()
}
