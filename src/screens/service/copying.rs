//! A service as text, to paste into a message or a letter.

use super::contact;
use crate::directory::{ReferralRoute, Service};
use crate::screens::Context;

/// Everything that the page says about the service, with how sure we are and its pages.
pub(super) fn as_text(service: &Service, context: &Context) -> String {
    let mut lines = vec![
        service.name.clone(),
        format!("Run by {}.", service.organization.trim_end_matches('.')),
    ];
    if !service.old_names.is_empty() {
        let old = crate::words::list(&service.old_names);
        lines.push(format!("Used to be called {}.", old.trim_end_matches('.')));
    }
    lines.push(service.description.clone());
    let mut add = |what: &str, words: Option<&str>| {
        lines.extend(words.map(|words| format!("{what}: {words}")));
    };
    add("Who it is for", service.who_for.as_deref());
    add("Ages", service.ages_in_words().as_deref());
    add("How to get this help", service.how_to_get.as_deref());
    let known = |route: &&ReferralRoute| **route != ReferralRoute::Unknown;
    for route in service.referral.iter().filter(known) {
        add("Who can ask", Some(route.words()));
    }
    for phone in &service.phones {
        let number = match &phone.description {
            Some(about) => format!("{} ({})", phone.number, about.trim_end_matches('.')),
            None => phone.number.clone(),
        };
        add("Phone", Some(&number));
    }
    if service.phones.is_empty() {
        add("Phone", Some("We could not confirm a number."));
    }
    for email in &service.emails {
        add("Email", Some(email));
    }
    for website in &service.websites {
        add("Website", Some(website));
    }
    add("Address", contact::address(service).as_deref());
    add("Hours", service.opening_hours.as_deref());
    add("Cost", service.fees.map(|fees| fees.words()));
    lines.push(format!("{}.", service.freshness_in_words(context.today())));
    for source in &service.sources {
        let date = match &source.seen {
            Some(seen) => format!("page dated {seen}"),
            None => "page date not shown".to_owned(),
        };
        lines.push(format!("{} ({date})", source.url));
    }
    let read_on = crate::words::date(context.directory.about().compiled_on);
    lines.push(format!("Copied from Withy. Pages read on {read_on}."));
    lines.join("\n")
}
