//! What one word or phrase finds, how well, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Directory;
use super::Reason;
use super::rank::weight;
use super::understand::Asked;

/// One service that the text finds.
#[derive(Debug)]
pub(super) struct Found {
    /// Its place in the directory's list.
    pub(super) place: usize,
    pub(super) score: f64,
    pub(super) why: Vec<Reason>,
}

impl Found {
    /// Takes in what another word found in the same service.
    pub(super) fn join(&mut self, other: Found) {
        self.score += other.score;
        for why in other.why {
            if !self.why.contains(&why) {
                self.why.push(why);
            }
        }
    }
}

/// What one word or phrase finds.
pub(super) fn answer(directory: &Directory, asked: &Asked) -> BTreeMap<usize, Found> {
    let mut found: BTreeMap<usize, Found> = BTreeMap::new();
    let mut add = |place: usize, score: f64, why: Option<Reason>| {
        let one = found.entry(place).or_insert_with(|| Found {
            place,
            score: 0.0,
            why: Vec::new(),
        });
        one.score += score;
        one.why.extend(why.filter(|why| !one.why.contains(why)));
    };
    for (order, slug) in asked.services.iter().enumerate() {
        if let Some(place) = directory.services.iter().position(|one| one.slug == *slug) {
            let why = Reason::AnswersTo(asked.typed.clone());
            add(place, weight::answer(order), Some(why));
        }
    }
    let mut said_why = BTreeSet::new();
    for (order, form) in asked.forms.iter().enumerate() {
        let share = if form.own {
            1.0
        } else {
            weight::OTHER_WORD / (order.max(1) as f64).sqrt()
        };
        for (place, score) in directory.index.find(&form.expression) {
            // One word says why; the others only add to how well it fits.
            let why = said_why
                .insert(place)
                .then(|| Reason::Word(form.shown.clone()));
            add(place, score * share, why);
        }
        for place in directory.index.find_in_names(&form.expression).into_keys() {
            add(place, weight::NAME * share, None);
        }
    }
    for (place, service) in directory.services.iter().enumerate() {
        for need in service
            .needs
            .iter()
            .filter(|need| asked.needs.contains(need))
        {
            let share = (service.needs.len() as f64).sqrt();
            add(place, weight::NEED / share, Some(Reason::Need(*need)));
        }
    }
    found
}
