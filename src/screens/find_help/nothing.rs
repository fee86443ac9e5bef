//! When nothing is found: what to try, and whom to ask.

use iced::widget::column;

use super::{FindHelp, Message, card_id};
use crate::directory::Service;
use crate::look::{Icon, Look, gap};
use crate::screens::Context;
use crate::widgets::{self, Element, button, link, words};

/// Free advice in Somerset, then a helpline for the whole country.
const ASK: [&str; 2] = ["somerset-sendias", "contact-helpline"];

pub(super) fn view<'a>(
    find: &'a FindHelp,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let typed = find.query.text.trim();
    let sentence = if typed.is_empty() {
        "No service fits everything you chose.".to_owned()
    } else {
        format!("No service fits “{typed}”.")
    };
    let filtered = !find.query.filters.is_empty();
    let hint = if filtered {
        "Take away a filter, or try one short word, such as sleep or school."
    } else {
        "Try one short word, such as sleep, talking or school."
    };
    let mut tries: Vec<Element<'a, Message>> = Vec::new();
    if filtered {
        let press = Message::ClearFilters;
        tries.push(button::plain(look, "find/clear", "Clear filters", press).into());
    }
    if !typed.is_empty() {
        let press = Message::ClearWords;
        tries.push(button::plain(look, "find/clear-words", "Clear the words", press).into());
    }
    tries.push(
        button::plain(look, "find/worried", "Start from a worry", Message::Worried)
            .icon(Icon::Worried)
            .into(),
    );
    let people = ASK
        .iter()
        .filter_map(|slug| context.directory.by_slug(slug));
    let people: Vec<_> = people.map(|service| person(service, look)).collect();
    let ask = (!people.is_empty()).then(|| {
        column![
            words::section(look, "Or ask someone"),
            widgets::list_spaced(look, "People to ask", people, gap::L)
        ]
        .spacing(gap::M)
    });
    column![
        words::section(look, sentence),
        words::body(look, hint),
        widgets::wrap_row(tries, gap::M),
        ask,
    ]
    .spacing(gap::L)
    .into()
}

fn person<'a>(service: &'a Service, look: &Look) -> Element<'a, Message> {
    let number = match service.phones.first() {
        Some(phone) => widgets::phone_number(
            look,
            &format!("find/ask/{}", service.slug),
            phone.number.as_str(),
            phone.description.as_deref(),
            Message::Copy(phone.number.clone()),
            Message::Call(phone.number.clone()),
        ),
        None => words::body(look, "We could not confirm a number."),
    };
    column![
        link(
            look,
            card_id(service.id),
            service.name.as_str(),
            Message::Open(service.id)
        ),
        words::reading(look, service.description.as_str()),
        number,
    ]
    .spacing(gap::S)
    .into()
}
