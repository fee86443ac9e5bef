//! Which services answer a query, how well, and why.

use std::collections::BTreeMap;

use super::super::Directory;
use super::super::service::{Confidence, Scope, Service};
use super::Reason;
use super::answer::{Found, answer};
use super::understand::Meaning;

/// How much one thing counts beside the index's own measure of a word, which runs from about 0 to 20.
pub(super) mod weight {
    /// The best other word for what was typed, against the word itself; the next counts less again.
    pub(in super::super) const OTHER_WORD: f64 = 0.5;
    /// The word stands in a name of the service.
    pub(in super::super) const NAME: f64 = 6.0;
    /// The service is for the need that the words mean, shared among all the needs it is for.
    pub(in super::super) const NEED: f64 = 10.0;
    /// The service answers what was typed: an old name of it, or the place to go for it. More than
    /// all words together, and enough apart that the first named stays first.
    pub(in super::super) fn answer(order: usize) -> f64 {
        100_000.0 - 1_000.0 * order as f64
    }
    /// Somerset before the South West, that before the country.
    pub(in super::super) const NEARER: f64 = 2.0;
    /// Facts that were only mentioned in passing.
    pub(in super::super) const HARDLY_KNOWN: f64 = 3.0;
    /// Nobody under 18 can have it.
    pub(in super::super) const ADULTS_ONLY: f64 = 5.0;
}

/// What the text finds, the best first. Empty text finds everything, the nearest first, by name.
pub(super) fn found(directory: &Directory, meaning: &Meaning<'_>) -> Vec<Found> {
    if meaning.asked.is_empty() {
        return everything(directory);
    }
    let mut all: BTreeMap<usize, (usize, Found)> = BTreeMap::new();
    for asked in &meaning.asked {
        let counts = usize::from(asked.required);
        for (place, found) in answer(directory, asked) {
            match all.get_mut(&place) {
                None => {
                    let _ = all.insert(place, (counts, found));
                }
                Some((times, before)) => {
                    *times += counts;
                    before.join(found);
                }
            }
        }
    }
    let required = meaning.asked.iter().filter(|asked| asked.required).count();
    let most = all.values().map(|(times, _)| *times).max().unwrap_or(0);
    // Every word that is required, if one service has them all; else those with the most of them lead.
    let fewest = if most == required { most } else { 1 };
    let mut found: Vec<(usize, Found)> = all
        .into_values()
        .filter(|(times, _)| *times >= fewest)
        .collect();
    if let Some(name) = meaning.old_name {
        add_successors(directory, &name.old, &name.services, &mut found, most);
    }
    for (_, one) in &mut found {
        if let Some(service) = directory.services.get(one.place) {
            one.score += standing(service);
        }
    }
    found.sort_by(|(times, one), (other_times, other)| {
        other_times
            .cmp(times)
            .then(other.score.total_cmp(&one.score))
            .then(one.place.cmp(&other.place))
    });
    found.into_iter().map(|(_, found)| found).collect()
}

fn everything(directory: &Directory) -> Vec<Found> {
    let mut services: Vec<(usize, &Service)> = directory.services.iter().enumerate().collect();
    services.sort_by_cached_key(|(_, service)| (service.scope, service.name.to_lowercase()));
    services
        .into_iter()
        .map(|(place, _)| Found {
            place,
            score: 0.0,
            why: Vec::new(),
        })
        .collect()
}

/// Puts what an old name leads to before everything else.
fn add_successors(
    directory: &Directory,
    old: &str,
    slugs: &[String],
    found: &mut Vec<(usize, Found)>,
    most: usize,
) {
    for (order, slug) in slugs.iter().enumerate() {
        let mut services = directory.services.iter().enumerate();
        let Some((place, service)) = services.find(|(_, one)| one.slug == *slug) else {
            continue;
        };
        // What leads on from an old name need not have borne it itself.
        let reason = if service.old_names.iter().any(|name| name == old) {
            Reason::OldName(old.to_owned())
        } else {
            Reason::AnswersTo(old.to_owned())
        };
        let score = weight::answer(order);
        match found.iter_mut().find(|(_, one)| one.place == place) {
            Some((times, one)) => {
                *times = most;
                one.score += score;
                one.why.insert(0, reason);
            }
            None => found.push((
                most,
                Found {
                    place,
                    score,
                    why: vec![reason],
                },
            )),
        }
    }
}

/// What a service is worth before any word is looked at.
fn standing(service: &Service) -> f64 {
    let nearness = match service.scope {
        Scope::Somerset => weight::NEARER,
        Scope::Region => weight::NEARER / 2.0,
        Scope::National => 0.0,
    };
    let doubt = match service.confidence {
        Confidence::Low => weight::HARDLY_KNOWN,
        Confidence::High | Confidence::Medium => 0.0,
    };
    let adults_only = service.minimum_age.is_some_and(|youngest| youngest >= 18);
    nearness
        - doubt
        - if adults_only {
            weight::ADULTS_ONLY
        } else {
            0.0
        }
}
