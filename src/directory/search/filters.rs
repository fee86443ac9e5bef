//! Divides what was found by what was pressed: it fits, it may suit, or it does not fit.

use std::cmp::Reverse;

use super::super::Directory;
use super::super::places::has_a_place_to_go_to;
use super::super::service::{Fees, Need, ReferralRoute, Sector, Service};
use super::answer::Found;
use super::{Counts, Filters, Match, Reason};

/// How well a service meets one thing that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fit {
    Yes,
    /// A fact is unknown, so it may suit.
    Perhaps(Reason),
    No,
}

/// The fits of one service, a list at a time, so that each list can be counted without itself.
struct Fits {
    sector: Fit,
    needs: Fit,
    age: Fit,
    referral: Fit,
    near: Fit,
    cost: Fit,
}

impl Fits {
    fn all(&self) -> [&Fit; 6] {
        let Fits {
            sector,
            needs,
            age,
            referral,
            near,
            cost,
        } = self;
        [sector, needs, age, referral, near, cost]
    }

    /// Whether the service is shown, leaving one list out of account.
    fn shown_without(&self, left_out: &Fit) -> bool {
        self.all()
            .into_iter()
            .all(|fit| std::ptr::eq(fit, left_out) || *fit != Fit::No)
    }
}

/// A service with what it is sorted by.
struct Sorted {
    exact_need: bool,
    found: Match,
    perhaps: bool,
}

/// What fits, what may suit, and how many each press would show. Keeps the order of what was
/// found, but for an exact need before "any need" and, when the person said where, near before far.
pub(super) fn apply(
    directory: &Directory,
    filters: &Filters,
    found: Vec<Found>,
) -> (Vec<Match>, Vec<Match>, Counts) {
    let near = filters
        .near
        .as_deref()
        .and_then(|typed| directory.places.find(typed));
    let mut counts = Counts::default();
    let mut kept = Vec::new();
    for one in found {
        let Some(service) = directory.services.get(one.place) else {
            continue;
        };
        let miles = near.and_then(|here| {
            let places = directory.places.of(service);
            places.into_iter().map(|there| here.miles_to(there)).min()
        });
        let near_fit = if near.is_none() || miles.is_some() || !has_a_place_to_go_to(service) {
            Fit::Yes
        } else {
            Fit::Perhaps(Reason::PlaceNotKnown)
        };
        let fits = fits(service, filters, near_fit);
        count(&mut counts, service, &fits);
        if fits.all().contains(&&Fit::No) {
            continue;
        }
        let mut why = one.why;
        let exact_need = service
            .needs
            .iter()
            .any(|need| filters.needs.contains(need));
        why.extend(needs_met(service, filters));
        let unknown = fits.all().into_iter().filter_map(|fit| match fit {
            Fit::Perhaps(reason) => Some(reason.clone()),
            Fit::Yes | Fit::No => None,
        });
        let unknown: Vec<Reason> = unknown.collect();
        let perhaps = !unknown.is_empty();
        why.extend(unknown);
        let id = service.id;
        kept.push(Sorted {
            exact_need,
            found: Match { id, why, miles },
            perhaps,
        });
    }
    kept.sort_by_key(|one| {
        let distance = one.found.miles.unwrap_or(u32::MAX);
        (distance, Reverse(one.exact_need))
    });
    let (may_suit, matches): (Vec<Sorted>, Vec<Sorted>) =
        kept.into_iter().partition(|one| one.perhaps);
    let plain = |list: Vec<Sorted>| list.into_iter().map(|one| one.found).collect();
    (plain(matches), plain(may_suit), counts)
}

fn needs_met(service: &Service, filters: &Filters) -> Vec<Reason> {
    let exact: Vec<Reason> = service
        .needs
        .iter()
        .filter(|need| filters.needs.contains(need) && **need != Need::Any)
        .map(|need| Reason::Need(*need))
        .collect();
    if exact.is_empty() && !filters.needs.is_empty() && service.needs.contains(&Need::Any) {
        return vec![Reason::AnyNeed];
    }
    exact
}

fn fits(service: &Service, filters: &Filters, near: Fit) -> Fits {
    let among = |holds: bool| if holds { Fit::Yes } else { Fit::No };
    Fits {
        sector: among(filters.sectors.is_empty() || filters.sectors.contains(&service.sector)),
        needs: among(
            filters.needs.is_empty() || filters.needs.iter().any(|need| serves(service, *need)),
        ),
        age: filters.age.map_or(Fit::Yes, |age| age_fit(service, age)),
        referral: if filters.referral.is_empty() {
            Fit::Yes
        } else {
            let fits: Vec<Fit> = filters
                .referral
                .iter()
                .map(|route| referral_fit(service, *route))
                .collect();
            best(fits)
        },
        near,
        cost: if filters.free_only {
            cost_fit(service)
        } else {
            Fit::Yes
        },
    }
}

fn best(fits: Vec<Fit>) -> Fit {
    let perhaps = fits.iter().position(|fit| matches!(fit, Fit::Perhaps(_)));
    if fits.contains(&Fit::Yes) {
        return Fit::Yes;
    }
    perhaps
        .and_then(|at| fits.into_iter().nth(at))
        .unwrap_or(Fit::No)
}

fn serves(service: &Service, need: Need) -> bool {
    service.needs.contains(&need) || service.needs.contains(&Need::Any) || service.needs.is_empty()
}

fn age_fit(service: &Service, age: u8) -> Fit {
    match (service.minimum_age, service.maximum_age) {
        (None, None) => Fit::Perhaps(Reason::AgeNotKnown),
        (youngest, oldest)
            if youngest.is_none_or(|youngest| youngest <= age)
                && oldest.is_none_or(|oldest| age <= oldest) =>
        {
            Fit::Yes
        }
        _ => Fit::No,
    }
}

fn referral_fit(service: &Service, route: ReferralRoute) -> Fit {
    if service.referral.contains(&route) {
        Fit::Yes
    } else if service.referral.is_empty() || service.referral.contains(&ReferralRoute::Unknown) {
        Fit::Perhaps(Reason::ReferralNotKnown)
    } else {
        Fit::No
    }
}

fn cost_fit(service: &Service) -> Fit {
    match service.fees {
        Some(Fees::Free) => Fit::Yes,
        Some(Fees::MeansTested) => Fit::Perhaps(Reason::CostDepends),
        None => Fit::Perhaps(Reason::CostNotKnown),
        Some(Fees::Paid) => Fit::No,
    }
}

fn count(counts: &mut Counts, service: &Service, fits: &Fits) {
    for sector in Sector::ALL {
        let shown = service.sector == *sector && fits.shown_without(&fits.sector);
        *counts.sectors.entry(*sector).or_default() += usize::from(shown);
    }
    for need in Need::ALL {
        let shown = serves(service, *need) && fits.shown_without(&fits.needs);
        *counts.needs.entry(*need).or_default() += usize::from(shown);
    }
    for route in ReferralRoute::ALL {
        let shown = referral_fit(service, *route) != Fit::No && fits.shown_without(&fits.referral);
        *counts.referral.entry(*route).or_default() += usize::from(shown);
    }
    let free = cost_fit(service) != Fit::No && fits.shown_without(&fits.cost);
    counts.free_only += usize::from(free);
}
