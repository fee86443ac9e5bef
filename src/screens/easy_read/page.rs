//! One Easy Read page.

use iced::widget::column;

use super::Message;
use crate::directory::{Phone, Service};
use crate::guide::easy_read::{self, Fact, Page, Row};
use crate::guide::rights;
use crate::look::{Icon, Look, gap};
use crate::screens::shared::easy_read::place_of;
use crate::screens::shared::terms::Terms;
use crate::screens::{Context, Place};
use crate::widgets::{self, Element, button, link, web_link, words as text};
use crate::words;

/// Said where a page has law in it.
const NOT_ADVICE: &str = "It is information, not legal advice.";
/// Who drew the pictures, as their licence asks.
const PICTURES: &str = "Pictures: Mulberry Symbols by Steve Lee. \
     Licence: Creative Commons Attribution-ShareAlike 4.0.";

/// The page that it is the short form of.
pub(super) fn full(page: &Page) -> Place {
    place_of(&page.full)
}

pub(super) fn view<'a>(
    page: &'static Page,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    terms.note(&page.title);
    let prefix = format!("easy-read/{}", page.id);
    let main = page.main.as_ref().and_then(|main| {
        let service = context.directory.by_slug(&main.service)?;
        let id = format!("{prefix}/main");
        let open = button::main(look, id, main.label.as_str(), Message::Service(service.id));
        Some(Element::from(open.icon(Icon::Forward)))
    });
    let full = button::plain(
        look,
        format!("{prefix}/full"),
        "Read the full page",
        Message::Full(page),
    )
    .icon(Icon::Words);
    let copy = button::plain(
        look,
        format!("{prefix}/copy"),
        "Copy as text",
        Message::Copy(page),
    );
    let buttons = main.into_iter().chain([full.into()]);
    let rows = (0..).zip(&page.rows).map(|(at, row)| {
        let id = format!("{prefix}/{at}");
        self::row(row, &id, context, look, terms)
    });
    let content = column![
        widgets::page_header(
            look,
            page.title.as_str(),
            Some(("All Easy Read pages", Message::All)),
            None
        ),
        widgets::wrap_row(buttons.collect(), gap::M),
        widgets::list_spaced(look, page.title.as_str(), rows.collect(), gap::XL),
        Element::from(copy.icon(Icon::Copy)),
        terms.rest(),
        sources(page, &prefix, context, look),
    ];
    widgets::page(look, content.spacing(gap::XL))
}

fn row<'a>(
    row: &'static Row,
    id: &str,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let said = row.sentences.iter();
    let mut lines: Vec<Element<'a, Message>> = said
        .map(|one| terms.easy(one, row.hard.as_deref()))
        .collect();
    match row.call.as_ref().and_then(|whose| number(whose, context)) {
        Some(Number::Known(number)) => lines.push(ring(id, number, look)),
        Some(Number::Of(phone)) => {
            lines.push(if phone.is_for_text() {
                let copy = Message::CopyNumber(phone.number.clone());
                widgets::text_number(look, id, phone.number.as_str(), None, copy)
            } else {
                ring(id, &phone.number, look)
            });
            let note = phone.description.as_deref();
            lines.extend(note.map(|note| terms.easy(note, None)));
        }
        None => {}
    }
    widgets::easy_row(look, &row.picture, lines)
}

/// A number that the guide itself holds, or one of a service.
enum Number<'a> {
    Known(&'a str),
    Of(&'a Phone),
}

fn number<'a>(whose: &'static Fact, context: &'a Context) -> Option<Number<'a>> {
    let slug = match whose {
        Fact::Number(id) => {
            let way = easy_read::way(id)?;
            if let Some(number) = &way.number {
                return Some(Number::Known(number));
            }
            way.service.as_deref()?
        }
        Fact::Service(slug) => slug,
        _ => return None,
    };
    let service = context.directory.by_slug(slug)?;
    service.phones.first().map(Number::Of)
}

fn ring<'a>(id: &str, number: &'a str, look: &Look) -> Element<'a, Message> {
    let copy = Message::CopyNumber(number.to_owned());
    let call = Message::Call(number.to_owned());
    widgets::phone_number(look, id, number, None, copy, call)
}

fn services<'a>(page: &'static Page, context: &'a Context) -> impl Iterator<Item = &'a Service> {
    let slugs = page.services().into_iter();
    slugs.filter_map(|slug| context.directory.by_slug(slug))
}

fn dated(service: &Service) -> String {
    let newest = service.newest_source();
    match newest.and_then(|source| source.seen.as_deref()) {
        Some(seen) => format!("About {} (page dated {seen})", service.name),
        None => format!("About {} (page date not shown)", service.name),
    }
}

fn read_on(page: &Page) -> String {
    let read_on = words::date(easy_read::checked_on());
    if page.is_law() {
        let law = rights::law_checked();
        format!("Read on {read_on}. Law checked in {law}. {NOT_ADVICE}")
    } else {
        format!("Read on {read_on}.")
    }
}

/// The pages and services that the words were taken from, with their dates.
fn sources<'a>(
    page: &'static Page,
    prefix: &str,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let pages = page.sources().into_iter().enumerate().map(|(at, source)| {
        let id = format!("{prefix}/source/{at}");
        web_link(
            look,
            id,
            source.dated_title(),
            &source.url,
            Message::Visit(source.url.clone()),
        )
    });
    let services = services(page, context).map(|service| {
        let id = format!("{prefix}/about/{}", service.slug);
        link(look, id, dated(service), Message::Service(service.id))
    });
    let own = page
        .is_partly_own()
        .then(|| text::quiet(look, "Some of it is our own words, with no page behind it."));
    column![
        text::section(look, "Where this comes from"),
        text::body(look, read_on(page)),
        widgets::list_spaced(look, "Pages", pages.chain(services).collect(), gap::XS),
        own,
        text::quiet(look, PICTURES),
    ]
    .spacing(gap::S)
    .into()
}

/// All of it as text to paste elsewhere, with its sources.
pub(super) fn as_text(page: &'static Page, context: &Context) -> String {
    let mut lines = vec![page.title.clone(), String::new()];
    for row in &page.rows {
        lines.extend(row.sentences.iter().cloned());
        match row.call.as_ref().and_then(|whose| number(whose, context)) {
            Some(Number::Known(number)) => lines.push(number.to_owned()),
            Some(Number::Of(phone)) => lines.push(match &phone.description {
                Some(what) => format!("{} ({what})", phone.number),
                None => phone.number.clone(),
            }),
            None => {}
        }
        lines.push(String::new());
    }
    lines.push(format!("From Withy. {}", read_on(page)));
    lines.extend(page.sources().into_iter().map(|source| source.as_text()));
    lines.extend(services(page, context).map(dated));
    lines.join("\n")
}
