//! Reads the directory file: Open Referral UK 3.0, with what it has no place for under `withy_`.

use std::collections::HashMap;
use std::str::FromStr;

use serde::Deserialize as _;
use uuid::Uuid;

use super::service::{Id, Need, Phone, ReferralRoute, Scope, Sector, Service, Source};
use super::{About, Error};

mod wire;

use wire::{Wire, WireLocation, WirePhone, WireService, WireSource};

/// The newest form of the file this version reads, as its major and minor number.
const NEWEST: (u32, u32) = (3, 0);

/// A fact of one record that is not in one of the forms we know.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Unknown(String);

/// What the file says about itself, and its services. `file` is its name, for the sentence of an error.
pub(super) fn read(file: &str, json: &str) -> Result<(About, Vec<Service>), Error> {
    let wire: Wire = serde_json::from_str(json).map_err(|source| Error::at_line(file, source))?;
    refuse_newer(&wire.version)?;
    let organizations: HashMap<Uuid, String> = wire
        .organizations
        .into_iter()
        .map(|organization| (organization.id, organization.name))
        .collect();
    let services = wire
        .services
        .into_iter()
        .enumerate()
        .map(|(place, record)| {
            let name = record.get("name").and_then(|name| name.as_str());
            let place = match name {
                Some(name) => format!(" at record {}, “{name}”", place + 1),
                None => format!(" at record {}", place + 1),
            };
            let service = WireService::deserialize(record)
                .map_err(|source| Error::damaged(file, place.clone(), source))?;
            service
                .into_service(&organizations)
                .map_err(|source| Error::damaged(file, place, source))
        })
        .collect::<Result<Vec<Service>, Error>>()?;
    Ok((wire.withy_directory, services))
}

fn refuse_newer(version: &str) -> Result<(), Error> {
    let numbers = version.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut numbers = numbers.split('.').map(|number| u32::from_str(number).ok());
    let found = (
        numbers.next().flatten().unwrap_or(0),
        numbers.next().flatten().unwrap_or(0),
    );
    if found > NEWEST {
        return Err(Error::Newer {
            version: version.to_owned(),
        });
    }
    Ok(())
}

impl WireService {
    fn into_service(self, organizations: &HashMap<Uuid, String>) -> Result<Service, Unknown> {
        let organization = organizations
            .get(&self.organization_id)
            .ok_or_else(|| Unknown(format!("no organization {}", self.organization_id)))?
            .clone();
        let sector = self.only("sector", "withy-sector", Sector::from_code)?;
        let scope = self.only("scope", "withy-scope", Scope::from_code)?;
        let needs = self.terms("send_need", "withy-need", Need::from_code)?;
        let referral = self.terms("attending_access", "", ReferralRoute::from_code)?;
        let location = self
            .service_at_locations
            .into_iter()
            .find_map(|at| at.location);
        let (address, postal_code) = location.map_or((None, None), WireLocation::in_words);
        let hours: Vec<String> = self
            .schedules
            .into_iter()
            .filter_map(|schedule| schedule.description)
            .collect();
        let further_emails = self
            .contacts
            .into_iter()
            .filter_map(|contact| contact.email);
        Ok(Service {
            id: Id(self.id),
            slug: self.withy_slug,
            name: self.name,
            organization,
            description: self.description,
            who_for: self.eligibility_description,
            how_to_get: self.application_process,
            sector,
            scope,
            minimum_age: self.minimum_age,
            maximum_age: self.maximum_age,
            needs,
            referral,
            phones: self.phones.into_iter().map(WirePhone::into_phone).collect(),
            emails: self.email.into_iter().chain(further_emails).collect(),
            websites: self.url.into_iter().chain(self.withy_websites).collect(),
            address,
            postal_code,
            opening_hours: (!hours.is_empty()).then(|| hours.join("; ")),
            fees: self.fees,
            old_names: self
                .alternate_name
                .iter()
                .flat_map(|names| names.split("; "))
                .map(str::to_owned)
                .collect(),
            sources: self
                .withy_provenance
                .sources
                .into_iter()
                .map(WireSource::into_source)
                .collect(),
            confidence: self.withy_provenance.confidence,
            may_be_out_of_date_because: self.withy_provenance.may_be_out_of_date_because,
        })
    }

    /// The terms of one kind. Terms of other lists, such as the Department for Education's, are not ours to read.
    fn terms<T>(
        &self,
        link_type: &str,
        taxonomy: &str,
        from_code: fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, Unknown> {
        self.attributes
            .iter()
            .filter(|attribute| attribute.link_type == link_type)
            .map(|attribute| &attribute.taxonomy_term)
            .filter(|term| taxonomy.is_empty() || term.taxonomy == taxonomy)
            .map(|term| {
                from_code(&term.code)
                    .ok_or_else(|| Unknown(format!("no {link_type} is called {}", term.code)))
            })
            .collect()
    }

    fn only<T>(
        &self,
        link_type: &str,
        taxonomy: &str,
        from_code: fn(&str) -> Option<T>,
    ) -> Result<T, Unknown> {
        self.terms(link_type, taxonomy, from_code)?
            .into_iter()
            .next()
            .ok_or_else(|| Unknown(format!("no {link_type} is given")))
    }
}

impl WireLocation {
    fn in_words(self) -> (Option<String>, Option<String>) {
        match self.addresses.into_iter().next() {
            Some(address) => {
                let lines = [
                    Some(address.address_1),
                    address.address_2,
                    Some(address.city),
                ];
                let lines: Vec<String> = lines.into_iter().flatten().collect();
                (Some(lines.join(", ")), Some(address.postal_code))
            }
            None => (self.description, self.withy_postal_code),
        }
    }
}

impl WirePhone {
    fn into_phone(self) -> Phone {
        Phone {
            number: self.number,
            description: self.description,
        }
    }
}

impl WireSource {
    fn into_source(self) -> Source {
        Source {
            url: self.url,
            seen: self.seen,
            seen_from: self.seen_from,
            seen_to: self.seen_to,
            evidences: self.evidences,
        }
    }
}
