//! The services that were found, as cards.

use iced::widget::{column, row};

use super::{AT_ONCE, FindHelp, Message, card_id};
use crate::directory::service::Id;
use crate::directory::{Fees, Match, Reason, ReferralRoute, Sector, Service};
use crate::look::{Icon, Look, Tint, gap};
use crate::screens::Context;
use crate::widgets::{self, Element, card_button, quiet_link, words};

/// More reasons than this are not read.
const REASONS: usize = 2;

/// How many services, the cards, those that may suit and "Show 20 more".
pub(super) fn view<'a>(
    find: &'a FindHelp,
    context: &'a Context,
    look: &Look,
    open: Option<Id>,
) -> Element<'a, Message> {
    let clear = (!find.query.filters.is_empty())
        .then(|| quiet_link(look, "find/clear", "Clear filters", Message::ClearFilters));
    let mut heading = vec![
        words::section(look, find.found_in_words()),
        words::quiet(look, order(find)),
    ];
    heading.extend(clear);
    column![
        widgets::wrap_row(heading, gap::M),
        cards(find, context, look, open)
    ]
    .spacing(gap::M)
    .into()
}

/// The cards, and what comes after them.
fn cards<'a>(
    find: &'a FindHelp,
    context: &'a Context,
    look: &Look,
    open: Option<Id>,
) -> Element<'a, Message> {
    let certain = &find.results.matches;
    let shown = find.shown;
    let perhaps = &find.results.may_suit;
    let perhaps_shown = shown.saturating_sub(certain.len()).min(perhaps.len());
    let certain = &certain[..shown.min(certain.len())];
    let perhaps = &perhaps[..perhaps_shown];
    let total = find.total();
    column![
        (!certain.is_empty()).then(|| list(certain, context, look, open, "Services")),
        (!perhaps.is_empty()).then(|| may_suit(perhaps, context, look, open)),
        widgets::pager(
            look,
            "find/more",
            find.shown.min(total),
            total,
            "services",
            Message::ShowMore
        )
        .filter(|_| total > AT_ONCE),
    ]
    .spacing(gap::L)
    .into()
}

fn may_suit<'a>(
    perhaps: &'a [Match],
    context: &'a Context,
    look: &Look,
    open: Option<Id>,
) -> Element<'a, Message> {
    column![
        words::section(look, "May suit"),
        words::body(
            look,
            "Something here is not known. Not known is not the same as no, so ask them."
        ),
        list(perhaps, context, look, open, "Services that may suit"),
    ]
    .spacing(gap::M)
    .into()
}

/// A list of cards with a name for screen readers.
fn list<'a>(
    found: &'a [Match],
    context: &'a Context,
    look: &Look,
    open: Option<Id>,
    name: &'static str,
) -> Element<'a, Message> {
    let rows = found.iter().filter_map(|found| {
        let service = context.directory.service(found.id)?;
        Some(card(found, service, context, look, open == Some(found.id)))
    });
    widgets::list_spaced(look, name, rows.collect(), gap::L)
}

fn card<'a>(
    found: &'a Match,
    service: &'a Service,
    context: &'a Context,
    look: &Look,
    chosen: bool,
) -> Element<'a, Message> {
    let why = why(found, service);
    let facts = facts(found, service, context);
    let facts = facts.into_iter();
    let facts = facts.map(|(icon, words)| words::with_icon(look, icon, words));
    let (icon, tint) = appearance(service.sector);
    let content = row![
        widgets::tinted_icon(look, icon, tint),
        column![
            words::card_title(look, service.name.as_str()),
            why.map(|why| words::quiet(look, why)),
            widgets::wrap_row(facts.collect(), gap::M),
        ]
        .spacing(gap::XS)
        .width(iced::Fill),
    ]
    .spacing(gap::M);
    let press = Message::Open(service.id);
    card_button(
        look,
        card_id(service.id),
        service.name.as_str(),
        content,
        chosen,
        press,
    )
}

/// Why it was found, as one line: "Used to be called Integrated Therapy Service. Matches “speech”."
fn why(found: &Match, service: &Service) -> Option<String> {
    let mut matched = Vec::new();
    let mut needs = Vec::new();
    let mut others = Vec::new();
    for reason in &found.why {
        match reason {
            Reason::Word(word) => matched.push(format!("“{word}”")),
            Reason::Need(need) => needs.push(need.words().to_owned()),
            // An organisation had this name, and this service goes on with what it did.
            Reason::OldName(name) if !service.old_names.contains(name) => {
                others.push(format!("Ask here instead of {name}."));
            }
            other => others.push(format!("{}.", other.words())),
        }
    }
    if !matched.is_empty() {
        matched.truncate(REASONS);
        others.push(format!("Matches {}.", crate::words::list(&matched)));
    }
    if !needs.is_empty() {
        needs.truncate(REASONS);
        others.push(format!("For: {}.", needs.join(", ")));
    }
    others.truncate(REASONS);
    (!others.is_empty()).then(|| others.join(" "))
}

/// How to get it, how old the page is, what it costs and how far it is.
fn facts(found: &Match, service: &Service, context: &Context) -> Vec<(Icon, String)> {
    let mut facts = Vec::new();
    let yourself = ReferralRoute::SelfReferral;
    let route = if service.referral.contains(&yourself) {
        Some((Icon::Person, yourself))
    } else {
        let known = |route: &&ReferralRoute| **route != ReferralRoute::Unknown;
        let first = service.referral.iter().find(known);
        first.map(|route| (Icon::Forward, *route))
    };
    facts.extend(route.map(|(icon, route)| (icon, route.words().to_owned())));
    let today = context.today();
    let icon = if service.freshness(today).ring_first() {
        Icon::Alert
    } else {
        Icon::CheckedOn
    };
    facts.push((icon, service.freshness_in_words(today)));
    if service.fees == Some(Fees::Free) {
        facts.push((Icon::Money, Fees::Free.words().to_owned()));
    }
    facts.extend(found.miles.map(|miles| (Icon::Place, distance(miles))));
    facts
}

fn distance(miles: u32) -> String {
    match miles {
        0 => "Less than a mile".to_owned(),
        1 => "About 1 mile".to_owned(),
        miles => format!("About {miles} miles"),
    }
}

/// The order of the list, in words.
fn order(find: &FindHelp) -> &'static str {
    if find.query.filters.near.is_some() {
        "Nearest first"
    } else if find.query.text.trim().is_empty() {
        "Somerset first, then by name"
    } else {
        "Best match first"
    }
}

/// The icon of a part of the Local Offer, and the tint behind it.
pub(super) fn appearance(sector: Sector) -> (Icon, Tint) {
    match sector {
        Sector::Health => (Icon::Health, Tint::Health),
        Sector::Education => (Icon::Education, Tint::Education),
        Sector::SocialCare => (Icon::SocialCare, Tint::SocialCare),
        Sector::Community => (Icon::Community, Tint::Community),
        Sector::Money => (Icon::Money, Tint::Money),
        Sector::Information => (Icon::Information, Tint::Information),
    }
}
