//! Which services answer a query, how well, and why.

use std::collections::BTreeMap;

use super::super::Directory;
use super::super::service::{Confidence, Scope, Service};
use super::Reason;
use super::understand::{Asked, Meaning};

/// How much one thing counts beside the index's own measure of a word, which runs from about 0 to 20.
mod weight {
    /// Another word for what was typed, against the word itself.
    pub(super) const OTHER_WORD: f64 = 0.5;
    /// The word stands in a name of the service.
    pub(super) const NAME: f64 = 6.0;
    /// The service is for the need that the words mean, shared among all the needs it is for.
    pub(super) const NEED: f64 = 10.0;
    /// The service answers what was typed: an old name of it, or the place to go for it.
    pub(super) const ANSWER: f64 = 1_000.0;
    /// Somerset before the South West, that before the country.
    pub(super) const NEARER: f64 = 2.0;
    /// Facts that were only mentioned in passing.
    pub(super) const HARDLY_KNOWN: f64 = 3.0;
    /// Nobody under 18 can have it.
    pub(super) const ADULTS_ONLY: f64 = 5.0;
}

/// One service that the text finds.
#[derive(Debug)]
pub(super) struct Found {
    /// Its place in the directory's list.
    pub(super) place: usize,
    pub(super) score: f64,
    pub(super) why: Vec<Reason>,
}

/// What the text finds, the best first. Empty text finds everything, the nearest first, by name.
pub(super) fn found(directory: &Directory, meaning: &Meaning<'_>) -> Vec<Found> {
    if meaning.asked.is_empty() {
        return everything(directory);
    }
    let answers: Vec<BTreeMap<usize, Found>> = meaning
        .asked
        .iter()
        .map(|asked| answer(directory, asked))
        .collect();
    let mut all: BTreeMap<usize, (usize, Found)> = BTreeMap::new();
    for found in answers.into_iter().flat_map(BTreeMap::into_values) {
        match all.get_mut(&found.place) {
            None => {
                let _ = all.insert(found.place, (1, found));
            }
            Some((times, before)) => {
                *times += 1;
                before.score += found.score;
                for why in found.why {
                    if !before.why.contains(&why) {
                        before.why.push(why);
                    }
                }
            }
        }
    }
    let most = all.values().map(|(times, _)| *times).max().unwrap_or(0);
    // Every word if one service has them all; else those with the most of them lead.
    let whole = most == meaning.asked.len();
    let mut found: Vec<(usize, Found)> = all
        .into_values()
        .filter(|(times, _)| !whole || *times == most)
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

/// What one word or phrase finds.
fn answer(directory: &Directory, asked: &Asked) -> BTreeMap<usize, Found> {
    let mut found: BTreeMap<usize, Found> = BTreeMap::new();
    let mut add = |place: usize, score: f64, why: Reason| {
        let one = found.entry(place).or_insert_with(|| Found {
            place,
            score: 0.0,
            why: Vec::new(),
        });
        one.score += score;
        if !one.why.contains(&why) {
            one.why.push(why);
        }
    };
    for (order, slug) in asked.services.iter().enumerate() {
        if let Some(place) = directory.services.iter().position(|one| one.slug == *slug) {
            let why = Reason::AnswersTo(asked.typed.clone());
            add(place, weight::ANSWER - order as f64, why);
        }
    }
    for form in &asked.forms {
        let share = if form.own { 1.0 } else { weight::OTHER_WORD };
        for (place, score) in directory.index.find(&form.expression) {
            add(place, score * share, Reason::Word(form.shown.clone()));
        }
        for place in directory.index.find_in_names(&form.expression).into_keys() {
            add(
                place,
                weight::NAME * share,
                Reason::Word(form.shown.clone()),
            );
        }
    }
    for (place, service) in directory.services.iter().enumerate() {
        for need in service
            .needs
            .iter()
            .filter(|need| asked.needs.contains(need))
        {
            let share = (service.needs.len() as f64).sqrt();
            add(place, weight::NEED / share, Reason::Need(*need));
        }
    }
    found
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
        let Some(place) = directory.services.iter().position(|one| one.slug == *slug) else {
            continue;
        };
        let reason = Reason::OldName(old.to_owned());
        let score = weight::ANSWER - order as f64;
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
