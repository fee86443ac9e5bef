//! In an emergency: whom to ring, the most urgent first.

use iced::widget::column;

use crate::directory::service;
use crate::directory::{Phone, Service};
use crate::guide::easy_read::Whole;
use crate::guide::safety::{self, Group, Help};
use crate::look::{Look, gap};
use crate::platform::opening::Link;
use crate::screens::shared::easy_read;
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, quiet_link, quiet_web_link, words};

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
    /// A term was pressed.
    Term(Press),
    /// Open another place.
    Go(Place),
}

impl Emergency {
    /// The screen.
    pub fn new() -> Self {
        Self
    }

    /// Opens the place; there is nothing to read.
    pub fn enter(&mut self, _context: &Context) {}

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Copy(words) => {
                let said = format!("Copied {words}");
                Action::CopyOnly { words, said }
            }
            Message::Call(number) => Action::Visit(Link::Phone(number)),
            Message::Open(id) => Action::Open(Place::Service(id)),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
            Message::Term(press) => terms::update(context, press),
            Message::Go(place) => Action::Open(place),
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Term);
        let groups = safety::groups().iter();
        let groups = groups.map(|group| group_view(group, context, look, terms));
        let content = column![
            widgets::page_header(
                look,
                "In an emergency",
                None,
                easy_read::button(look, &Whole::Emergency, Message::Go)
            ),
            column(groups.collect::<Vec<_>>()).spacing(gap::XL),
            terms.rest(),
            sources(context, look),
        ];
        widgets::page(look, content.spacing(gap::L))
    }
}

fn answers<'a>(help: &'static Help, context: &'a Context) -> Option<&'a Service> {
    let slug = help.service.as_deref()?;
    context.directory.by_slug(slug)
}

fn group_view<'a>(
    group: &'static Group,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    terms.note(&group.title);
    let ways = group.numbers.iter();
    let ways = ways.map(|help| way(help, context, look, terms));
    let ways = widgets::list_spaced(look, group.title.as_str(), ways.collect(), gap::XL);
    column![
        words::section(look, group.title.as_str()),
        widgets::card(look, ways),
    ]
    .spacing(gap::M)
    .into()
}

fn way<'a>(
    help: &'static Help,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    terms.note(&help.when);
    let service = answers(help, context);
    let phone = service.and_then(|service| service.phones.first());
    let hours = service.and_then(|service| service.opening_hours.as_deref());
    let number = match (&help.number, phone) {
        (Some(number), _) => ring(help, number, hours, look),
        (None, Some(phone)) if phone.is_for_text() => text(help, phone, look, terms),
        (None, Some(phone)) => ring(help, &phone.number, hours, look),
        (None, None) => words::body(
            look,
            "We could not confirm a number. If someone is in danger, call 999.",
        ),
    };
    column![
        words::subsection(look, help.when.as_str()),
        terms.body(help.what.as_str()),
        number,
    ]
    .spacing(gap::XS)
    .into()
}

fn ring<'a>(
    help: &'static Help,
    number: &'a str,
    hours: Option<&'a str>,
    look: &Look,
) -> Element<'a, Message> {
    let copy = Message::Copy(number.to_owned());
    let call = Message::Call(number.to_owned());
    let id = format!("emergency/{}", help.id);
    widgets::phone_number(look, &id, number, hours, copy, call)
}

fn text<'a>(
    help: &'static Help,
    phone: &'a Phone,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let copy = Message::Copy(phone.number.clone());
    let id = format!("emergency/{}", help.id);
    let note = phone.description.as_deref();
    let note = note.map(|note| terms.quiet(note));
    widgets::noted_number(look, &id, phone.number.as_str(), note, copy, None)
}

/// Where the numbers were read, and the date that each page shows.
fn sources<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    let all = safety::groups().iter().flat_map(|group| &group.numbers);
    let mut rows: Vec<Element<'a, Message>> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for help in all {
        for (at, source) in help.sources.iter().enumerate() {
            if seen.contains(&source.url.as_str()) {
                continue;
            }
            seen.push(&source.url);
            let id = format!("emergency/{}/source/{at}", help.id);
            let title = source.dated_title();
            rows.push(quiet_web_link(
                look,
                id,
                title,
                &source.url,
                Message::Visit(source.url.clone()),
            ));
        }
        if let Some(service) = answers(help, context) {
            let id = format!("emergency/{}/about", help.id);
            let label = format!("About {}", service.name);
            let dated = service.newest_source();
            let dated = dated.and_then(|source| source.seen.as_deref());
            let dated = dated.map_or("Page date not shown.".to_owned(), |seen| {
                format!("Page dated {seen}.")
            });
            let date = words::quiet(look, dated);
            let about = quiet_link(look, id, label, Message::Open(service.id));
            rows.push(widgets::wrap_row(vec![about, date], gap::S));
        }
    }
    let read_on = crate::words::date(safety::checked_on());
    column![
        words::section(look, "Where we read these numbers"),
        words::quiet(look, format!("Read on {read_on}.")),
        widgets::list_spaced(look, "Pages", rows, gap::XS),
    ]
    .spacing(gap::S)
    .into()
}
