//! Where a postcode is, to the nearest mile or so, with no map and no network.

use serde::Deserialize;

use super::search::words::words_of;
use super::{Error, Scope, Service};

/// A town before one of these is the name of a road: "Glastonbury Road" may be in Wells.
const ROADS: &[&str] = &["road", "street", "lane", "way", "hill", "close"];

/// An address with one of these words is where letters go, not families.
const FOR_LETTERS: &[&str] = &["referral", "referrals", "handling"];

/// The centre of one postcode district.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Place {
    /// The first half of a postcode, such as `TA1`.
    pub outcode: String,
    /// The town people would say.
    pub town: String,
    /// Degrees north, WGS84.
    pub lat: f64,
    /// Degrees east, WGS84.
    pub lon: f64,
}

/// The districts in and beside Somerset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    places: Vec<Place>,
}

impl Place {
    /// The distance to another place along the ground, in whole miles.
    pub fn miles_to(&self, other: &Place) -> u32 {
        const EARTH_RADIUS_IN_MILES: f64 = 3958.8;
        let (north, other_north) = (self.lat.to_radians(), other.lat.to_radians());
        let half_north = (other_north - north) / 2.0;
        let half_east = (other.lon - self.lon).to_radians() / 2.0;
        let chord =
            half_north.sin().powi(2) + north.cos() * other_north.cos() * half_east.sin().powi(2);
        let miles = 2.0 * EARTH_RADIUS_IN_MILES * chord.sqrt().min(1.0).asin();
        // Never negative, and no two places on Earth are 4 thousand million miles apart.
        miles.round() as u32
    }

    fn town_alone(&self) -> &str {
        self.town
            .split_once(" (")
            .map_or(self.town.as_str(), |(town, _)| town)
    }
}

impl Places {
    pub(super) fn from_json(json: &str) -> Result<Places, Error> {
        #[derive(Deserialize)]
        struct File {
            places: Vec<Place>,
        }
        let file: File =
            serde_json::from_str(json).map_err(|source| Error::at_line("places.json", source))?;
        Ok(Places {
            places: file.places,
        })
    }

    /// Every district, in the order of the file.
    pub fn all(&self) -> &[Place] {
        &self.places
    }

    /// The district of a postcode, half a postcode or a town, in any case and spacing.
    pub fn find(&self, typed: &str) -> Option<&Place> {
        self.postcode(typed).or_else(|| self.town(typed.trim()))
    }

    /// Where a family would go for this service, by its postcode, else by the towns its address
    /// names. Empty when no place is known or there is none to go to.
    pub fn of(&self, service: &Service) -> Vec<&Place> {
        if !has_a_place_to_go_to(service) {
            return Vec::new();
        }
        let by_postcode = service
            .postal_code
            .as_deref()
            .and_then(|code| self.postcode(code));
        match (by_postcode, service.address.as_deref()) {
            (Some(place), _) => vec![place],
            (None, Some(address)) => self.named_in(address),
            (None, None) => Vec::new(),
        }
    }

    fn named_in(&self, address: &str) -> Vec<&Place> {
        let lines: Vec<Vec<String>> = address.split([',', '.']).map(words_of).collect();
        let mut found: Vec<&Place> = Vec::new();
        for place in &self.places {
            let town = words_of(place.town_alone());
            let known = found
                .iter()
                .any(|before| before.town_alone() == place.town_alone());
            if !known && lines.iter().any(|line| names_town(line, &town)) {
                found.push(place);
            }
        }
        found
    }

    fn postcode(&self, typed: &str) -> Option<&Place> {
        let squeezed: String = typed
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(8)
            .map(|letter| letter.to_ascii_uppercase())
            .collect();
        // "TA1 1" is half way to "TA1 1DG": its gap says where the district ends.
        let before_gap = typed.split_whitespace().next().unwrap_or_default();
        full_postcode(&squeezed)
            .and_then(|outcode| self.outcode(outcode))
            .or_else(|| self.outcode(before_gap))
            .or_else(|| self.outcode(&squeezed))
    }

    fn outcode(&self, outcode: &str) -> Option<&Place> {
        self.places
            .iter()
            .find(|place| place.outcode.eq_ignore_ascii_case(outcode))
    }

    fn town(&self, typed: &str) -> Option<&Place> {
        let typed = typed.to_lowercase();
        self.places
            .iter()
            .find(|place| place.town_alone().to_lowercase() == typed)
    }
}

/// The first half of a whole postcode: what is left before a digit and two letters.
fn full_postcode(squeezed: &str) -> Option<&str> {
    let split = squeezed.len().checked_sub(3)?;
    let (outcode, incode) = squeezed.split_at_checked(split)?;
    let mut incode = incode.chars();
    let whole = incode.next().is_some_and(|c| c.is_ascii_digit())
        && incode.all(|c| c.is_ascii_alphabetic())
        && outcode.len() >= 2;
    whole.then_some(outcode)
}

/// Whether an address is somewhere a family goes: not a national office, nor where letters are sent.
pub(super) fn has_a_place_to_go_to(service: &Service) -> bool {
    let address = service.address.as_deref().unwrap_or_default();
    let for_letters = words_of(address)
        .iter()
        .any(|word| FOR_LETTERS.contains(&word.as_str()));
    service.scope != Scope::National
        && !for_letters
        && (service.address.is_some() || service.postal_code.is_some())
}

fn names_town(line: &[String], town: &[String]) -> bool {
    // The town called Street must stand alone.
    if town.iter().all(|word| ROADS.contains(&word.as_str())) {
        return line == town;
    }
    line.windows(town.len()).enumerate().any(|(at, words)| {
        let next = line.get(at + town.len()).map(String::as_str);
        words == town && !next.is_some_and(|next| ROADS.contains(&next))
    })
}
