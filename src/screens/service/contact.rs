//! How to get a service, and how to reach it: each fact can be copied and opened.

use iced::widget::column;

use super::Message;
use crate::directory::{Phone, ReferralRoute, Service};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::screens::Context;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, button, link, words};

/// Whom to ask where a number is missing: free advice in Somerset, then a national helpline.
const ASK: [&str; 2] = ["somerset-sendias", "contact-helpline"];

/// Who can ask for it, and how.
pub(super) fn how_to_get_it<'a>(
    service: &'a Service,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let how = service.how_to_get.as_deref();
    let how = how.map(|how| terms.reading(how));
    let known = |route: &&ReferralRoute| **route != ReferralRoute::Unknown;
    let routes: Vec<_> = service.referral.iter().filter(known).collect();
    let routes: Vec<Element<'a, Message>> = if routes.is_empty() {
        vec![terms.with_icon(Icon::Alert, ReferralRoute::Unknown.words())]
    } else {
        let yourself = ReferralRoute::SelfReferral;
        routes
            .into_iter()
            .map(|route| {
                let icon = if *route == yourself {
                    Icon::Person
                } else {
                    Icon::Forward
                };
                terms.with_icon(icon, route.words())
            })
            .collect()
    };
    column![
        words::section(look, "How to get this help"),
        how,
        column(routes).spacing(gap::XS),
    ]
    .spacing(gap::S)
    .into()
}

/// Every number to ring, or `None` where there is none.
pub(super) fn phones<'a>(
    service: &'a Service,
    look: &Look,
    terms: &Terms<Message>,
) -> Option<Element<'a, Message>> {
    let phones = service.phones.iter().enumerate();
    let phones = phones.map(|(at, phone)| number(phone, at, look, terms));
    (!service.phones.is_empty()).then(|| column(phones).spacing(gap::M).into())
}

/// The other ways to get in touch; where there is no number, whom to ask for it.
pub(super) fn view<'a>(
    service: &'a Service,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Option<Element<'a, Message>> {
    let missing = service
        .phones
        .is_empty()
        .then(|| no_number(service, context, look));
    let emails = service.emails.iter().enumerate().map(|(at, email)| {
        let open = ("Email", Icon::Mail, Link::Email(email.clone()));
        reach(
            look,
            &format!("service/email/{at}"),
            "Email address",
            email.clone(),
            Some(open),
            terms,
        )
    });
    let websites = service.websites.iter().enumerate().map(|(at, url)| {
        let open = ("Open website", Icon::Website, Link::Website(url.clone()));
        reach(
            look,
            &format!("service/website/{at}"),
            "Website",
            url.clone(),
            Some(open),
            terms,
        )
    });
    let address = address(service)
        .map(|address| reach(look, "service/address", "Address", address, None, terms));
    let ways = missing.into_iter();
    let ways: Vec<_> = ways.chain(emails).chain(websites).chain(address).collect();
    (!ways.is_empty()).then(|| {
        column![
            words::section(look, "Contact"),
            column(ways).spacing(gap::L)
        ]
        .spacing(gap::M)
        .into()
    })
}

/// The address with its postcode, once.
pub(super) fn address(service: &Service) -> Option<String> {
    let postcode = service.postal_code.as_deref();
    match (service.address.as_deref(), postcode) {
        (None, None) => None,
        (Some(address), Some(code)) if !address.contains(code) => {
            Some(format!("{}, {code}", address.trim_end_matches(['.', ','])))
        }
        (Some(only), _) | (None, Some(only)) => Some(only.to_owned()),
    }
}

fn number<'a>(
    phone: &'a Phone,
    at: usize,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let number = phone.number.as_str();
    let note = phone.description.as_deref();
    let copy = Message::Copy(phone.number.clone());
    let id = format!("service/phone/{at}");
    let for_text = note.is_some_and(|note| note.starts_with("Text "));
    let call = (!for_text).then(|| Message::Visit(Link::Phone(phone.number.clone())));
    let note = note.map(|note| terms.quiet(note));
    widgets::noted_number(look, &id, number, note, copy, call)
}

fn no_number<'a>(service: &'a Service, context: &'a Context, look: &Look) -> Element<'a, Message> {
    let ask = ASK
        .iter()
        .filter_map(|slug| context.directory.by_slug(slug));
    let ask = ask.filter(|other| other.id != service.id).map(|other| {
        let id = format!("service/ask/{}", other.slug);
        link(look, id, other.name.as_str(), Message::Open(other.id))
    });
    column![
        words::strong(look, "We could not confirm a number."),
        words::body(look, "These people can help you find the right one:"),
        column(ask.collect::<Vec<_>>()).spacing(gap::S),
    ]
    .spacing(gap::S)
    .into()
}

/// One way to reach a service: what it is, the words, Copy, and what opens it.
fn reach<'a>(
    look: &Look,
    id: &str,
    label: &'a str,
    text: String,
    open: Option<(&'static str, Icon, Link)>,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let copy = button::plain(
        look,
        format!("{id}/copy"),
        "Copy",
        Message::Copy(text.clone()),
    )
    .icon(Icon::Copy)
    .name(format!("Copy {}", label.to_lowercase()))
    .describe(text.clone());
    let open = open.map(|(label, icon, link)| {
        let open = button::plain(look, format!("{id}/open"), label, Message::Visit(link));
        Element::from(open.icon(icon).describe(text.clone()))
    });
    let buttons = std::iter::once(copy.into()).chain(open);
    column![
        words::quiet(look, label),
        terms.body(text.clone()),
        widgets::wrap_row(buttons.collect(), gap::S),
    ]
    .spacing(gap::S)
    .into()
}
