//! The shapes of the file, as far as this program reads them. What it does not read is left alone.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::super::About;
use super::super::service::{Confidence, Fees};

#[derive(Deserialize)]
pub(super) struct Wire {
    pub(super) version: String,
    pub(super) withy_directory: About,
    #[serde(default)]
    pub(super) organizations: Vec<WireOrganization>,
    pub(super) services: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
pub(super) struct WireOrganization {
    pub(super) id: Uuid,
    pub(super) name: String,
}

#[derive(Deserialize)]
pub(super) struct WireService {
    pub(super) id: Uuid,
    pub(super) organization_id: Uuid,
    pub(super) name: String,
    pub(super) alternate_name: Option<String>,
    #[serde(default)]
    pub(super) description: String,
    pub(super) url: Option<String>,
    pub(super) email: Option<String>,
    pub(super) eligibility_description: Option<String>,
    pub(super) application_process: Option<String>,
    pub(super) minimum_age: Option<u8>,
    pub(super) maximum_age: Option<u8>,
    pub(super) fees: Option<Fees>,
    #[serde(default)]
    pub(super) phones: Vec<WirePhone>,
    #[serde(default)]
    pub(super) contacts: Vec<WireContact>,
    #[serde(default)]
    pub(super) schedules: Vec<WireSchedule>,
    #[serde(default)]
    pub(super) service_at_locations: Vec<WireServiceAtLocation>,
    #[serde(default)]
    pub(super) attributes: Vec<WireAttribute>,
    pub(super) withy_slug: String,
    #[serde(default)]
    pub(super) withy_websites: Vec<String>,
    pub(super) withy_provenance: WireProvenance,
}

#[derive(Deserialize)]
pub(super) struct WirePhone {
    pub(super) number: String,
    pub(super) description: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct WireContact {
    pub(super) email: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct WireSchedule {
    pub(super) description: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct WireServiceAtLocation {
    pub(super) location: Option<WireLocation>,
}

#[derive(Deserialize)]
pub(super) struct WireLocation {
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) addresses: Vec<WireAddress>,
    pub(super) withy_postal_code: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct WireAddress {
    pub(super) address_1: String,
    pub(super) address_2: Option<String>,
    pub(super) city: String,
    pub(super) postal_code: String,
}

#[derive(Deserialize)]
pub(super) struct WireAttribute {
    pub(super) link_type: String,
    pub(super) taxonomy_term: WireTerm,
}

#[derive(Deserialize)]
pub(super) struct WireTerm {
    pub(super) code: String,
    pub(super) taxonomy: String,
}

#[derive(Deserialize)]
pub(super) struct WireProvenance {
    pub(super) sources: Vec<WireSource>,
    pub(super) confidence: Confidence,
    pub(super) may_be_out_of_date_because: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct WireSource {
    pub(super) url: String,
    pub(super) seen: Option<String>,
    pub(super) seen_from: Option<Date>,
    pub(super) seen_to: Option<Date>,
    #[serde(default)]
    pub(super) evidences: Vec<String>,
}
