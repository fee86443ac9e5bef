//! Where a postcode is, to the nearest mile or so, with no map and no network.

use serde::Deserialize;

use super::{Error, Scope, Service};

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

    /// Where a family would go for this service; `None` when no place is known or there is none to go to.
    ///
    /// The postal address of a national office is not a place to go to.
    pub fn of(&self, service: &Service) -> Option<&Place> {
        if service.scope == Scope::National {
            return None;
        }
        let by_postcode = service
            .postal_code
            .as_deref()
            .and_then(|code| self.postcode(code));
        by_postcode.or_else(|| {
            let address = service.address.as_deref()?;
            address.split(',').find_map(|part| {
                let part = part.trim();
                self.town(part.strip_prefix("near ").unwrap_or(part))
            })
        })
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
