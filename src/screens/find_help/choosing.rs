//! What is looked for: each press and each typed letter searches again.

use std::collections::BTreeSet;

use super::{AT_ONCE, FindHelp, Message, SEARCH_BOX, filters};
use crate::directory::{Directory, Filters};
use crate::screens::{Action, Context};

/// The Local Offer is for children and young people from birth to this age.
const OLDEST: u8 = 25;

impl FindHelp {
    /// The messages that change what is looked for.
    pub(super) fn choose(&mut self, context: &Context, message: Message) -> Action<Message> {
        let mut focus = None;
        let filters = &mut self.query.filters;
        match message {
            Message::Typed(text) => {
                self.query.text = text;
                self.query.exactly = false;
            }
            Message::Exactly => {
                self.query.exactly = true;
                focus = Some(SEARCH_BOX);
            }
            Message::Sector(sector) => toggle(&mut filters.sectors, sector),
            Message::Need(need) => toggle(&mut filters.needs, need),
            Message::Referral(route) => toggle(&mut filters.referral, route),
            Message::Free => filters.free_only = !filters.free_only,
            Message::Near => {
                filters.near = match filters.near {
                    Some(_) => None,
                    None => context.settings.near.clone(),
                };
            }
            Message::AgeTyped(typed) => self.type_age(typed),
            Message::ForgetAge => {
                self.type_age(String::new());
                focus = Some(filters::MORE);
            }
            Message::ClearFilters => {
                self.clear_filters();
                focus = Some(SEARCH_BOX);
            }
            Message::ClearWords => {
                self.query.text.clear();
                focus = Some(SEARCH_BOX);
            }
            _ => {}
        }
        self.shown = AT_ONCE;
        self.search(&context.directory);
        focus.map_or(Action::None, |id| Action::Focus(id.into()))
    }

    pub(super) fn search(&mut self, directory: &Directory) {
        self.results = directory.search(&self.query);
    }

    fn type_age(&mut self, typed: String) {
        let age = typed.trim().parse::<u8>().ok().filter(|age| *age <= OLDEST);
        self.age_problem = (age.is_none() && !typed.trim().is_empty())
            .then(|| format!("Type the age as a number from 0 to {OLDEST}."));
        self.query.filters.age = age;
        self.age_typed = typed;
    }

    pub(super) fn use_place(&mut self, context: &mut Context) -> Action<Message> {
        let Some(place) = context.directory.places().find(&self.place_typed) else {
            self.place_problem = Some(
                "We do not know that place. Type a postcode, such as TA6, or a town in Somerset."
                    .to_owned(),
            );
            return Action::Focus(filters::PLACE.into());
        };
        let outcode = place.outcode.clone();
        self.place_problem = None;
        self.place_typed.clone_from(&outcode);
        self.query.filters.near = Some(outcode.clone());
        context.settings.near = Some(outcode);
        self.shown = AT_ONCE;
        self.search(&context.directory);
        Action::SettingsChanged
    }

    pub(super) fn forget_place(&mut self, context: &mut Context) -> Action<Message> {
        self.place_typed.clear();
        self.place_problem = None;
        self.query.filters.near = None;
        context.settings.near = None;
        self.search(&context.directory);
        Action::Several(vec![
            Action::SettingsChanged,
            Action::Focus(filters::PLACE.into()),
        ])
    }

    pub(super) fn clear(&mut self) {
        self.query.text.clear();
        self.query.exactly = false;
        self.shown = AT_ONCE;
        self.clear_filters();
    }

    fn clear_filters(&mut self) {
        self.query.filters = Filters::default();
        self.age_typed.clear();
        self.age_problem = None;
    }
}

fn toggle<T: Ord>(chosen: &mut BTreeSet<T>, value: T) {
    if !chosen.remove(&value) {
        let _ = chosen.insert(value);
    }
}
