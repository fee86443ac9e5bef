//! Filters with counts. Every filter that is chosen stands in the first line, so that it can be
//! taken away by pressing it again, whether or not "More filters" is open.

use iced::widget::column;

use super::{FindHelp, Message};
use crate::directory::{Need, ReferralRoute, Sector};
use crate::look::{Icon, Look, gap, measure};
use crate::screens::Context;
use crate::widgets::{self, Element, button, chip, field, words};

/// The id of "More filters".
pub(super) const MORE: &str = "find/more-filters";
/// The id of the place field.
pub(super) const PLACE: &str = "find/place";

pub(super) fn view<'a>(
    find: &'a FindHelp,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let mut line = chosen(find, look);
    line.extend(common(find, context, look));
    let open = find.more_filters;
    line.push(chip(
        look,
        MORE,
        "More filters",
        None,
        open,
        Message::MoreFilters,
    ));
    let more = find.more_filters.then(|| more(find, context, look));
    column![widgets::wrap_row(line, gap::S), more]
        .spacing(gap::L)
        .into()
}

/// What was chosen under "More filters", to be seen and taken away when that is closed.
fn chosen<'a>(find: &'a FindHelp, look: &Look) -> Vec<Element<'a, Message>> {
    let filters = &find.query.filters;
    let mut chips = Vec::new();
    if let Some(age) = filters.age {
        let label = format!("Age {age}");
        chips.push(chip(
            look,
            "find/age-chosen",
            label,
            None,
            true,
            Message::ForgetAge,
        ));
    }
    if !find.more_filters {
        let needs = filters.needs.iter();
        chips.extend(needs.map(|need| self::need(find, *need, look)));
        let routes = filters.referral.iter();
        let routes = routes.filter(|route| **route != ReferralRoute::SelfReferral);
        chips.extend(routes.map(|one| route(find, *one, look)));
    }
    chips
}

/// The filters most people want. One that would show nothing is left out, unless it is chosen.
fn common<'a>(find: &'a FindHelp, context: &'a Context, look: &Look) -> Vec<Element<'a, Message>> {
    let filters = &find.query.filters;
    let counts = &find.results.counts;
    let mut chips = Vec::new();
    for sector in Sector::ALL {
        let count = counts.sectors.get(sector).copied().unwrap_or(0);
        let on = filters.sectors.contains(sector);
        if on || count > 0 {
            let id = format!("find/sector/{}", sector.code());
            let press = Message::Sector(*sector);
            chips.push(chip(look, id, sector.words(), Some(count), on, press));
        }
    }
    let yourself = ReferralRoute::SelfReferral;
    if counts
        .referral
        .get(&yourself)
        .is_some_and(|count| *count > 0)
        || filters.referral.contains(&yourself)
    {
        chips.push(route(find, yourself, look));
    }
    if counts.free_only > 0 || filters.free_only {
        let count = Some(counts.free_only);
        let on = filters.free_only;
        chips.push(chip(look, "find/free", "Free", count, on, Message::Free));
    }
    if let Some(outcode) = &context.settings.near {
        let label = format!("Near {outcode}");
        let on = filters.near.is_some();
        chips.push(chip(look, "find/near", label, None, on, Message::Near));
    }
    chips
}

fn need<'a>(find: &'a FindHelp, need: Need, look: &Look) -> Element<'a, Message> {
    let count = find.results.counts.needs.get(&need).copied();
    let on = find.query.filters.needs.contains(&need);
    let id = format!("find/need/{}", need.code());
    chip(look, id, need.words(), count, on, Message::Need(need))
}

fn route<'a>(find: &'a FindHelp, route: ReferralRoute, look: &Look) -> Element<'a, Message> {
    let count = find.results.counts.referral.get(&route).copied();
    let on = find.query.filters.referral.contains(&route);
    let id = format!("find/route/{}", route.code());
    chip(look, id, route.words(), count, on, Message::Referral(route))
}

fn more<'a>(find: &'a FindHelp, context: &'a Context, look: &Look) -> Element<'a, Message> {
    let filters = &find.query.filters;
    let counts = &find.results.counts;
    // "Any need" fits everybody, so pressing it would filter nothing.
    let needs = Need::ALL.iter().filter(|one| **one != Need::Any);
    let needs = needs.filter(|one| {
        filters.needs.contains(one) || counts.needs.get(one).is_some_and(|count| *count > 0)
    });
    let needs = needs.map(|one| need(find, *one, look)).collect();
    let elsewhere = [ReferralRoute::SelfReferral, ReferralRoute::Unknown];
    let routes = ReferralRoute::ALL.iter();
    let routes = routes.filter(|one| !elsewhere.contains(one));
    let routes = routes.filter(|one| {
        filters.referral.contains(one) || counts.referral.get(one).is_some_and(|count| *count > 0)
    });
    let routes = routes.map(|one| route(find, *one, look)).collect();
    column![
        group(look, "What it is for", needs),
        age(find, look),
        group(look, "How to get it", routes),
        place(find, context, look),
        widgets::divider(look),
    ]
    .spacing(gap::L)
    .into()
}

fn group<'a>(
    look: &Look,
    title: &'static str,
    chips: Vec<Element<'a, Message>>,
) -> Element<'a, Message> {
    column![words::strong(look, title), widgets::wrap_row(chips, gap::S)]
        .spacing(gap::S)
        .into()
}

/// The age of the child, typed as a number.
fn age<'a>(find: &'a FindHelp, look: &Look) -> Element<'a, Message> {
    field::text(
        look,
        "find/age",
        "How old is your child?",
        &find.age_typed,
        Message::AgeTyped,
    )
    .help("In whole years. You can leave this empty.")
    .error(find.age_problem.as_deref())
    .width(measure::READING / 3.0)
    .into()
}

fn place<'a>(find: &'a FindHelp, context: &'a Context, look: &Look) -> Element<'a, Message> {
    let typed = field::text(
        look,
        PLACE,
        "Where do you live?",
        &find.place_typed,
        Message::PlaceTyped,
    )
    .help(
        "A postcode or a town. Withy keeps only the first half of the postcode, on this computer.",
    )
    .error(find.place_problem.as_deref())
    .on_submit(Message::UsePlace)
    .width(measure::READING / 2.0);
    let near = &context.settings.near;
    let forget = near.as_ref().map(|_| {
        Element::from(button::quiet(
            look,
            "find/forget-place",
            "Forget this place",
            Message::ForgetPlace,
        ))
    });
    let mut buttons = vec![
        button::plain(
            look,
            "find/use-place",
            "Show what is near",
            Message::UsePlace,
        )
        .icon(Icon::Place)
        .into(),
    ];
    buttons.extend(forget);
    column![typed, widgets::wrap_row(buttons, gap::S)]
        .spacing(gap::S)
        .into()
}
