//! The Local Offer: services for children and young people with special educational needs and
//! disabilities in Somerset, and how a family's own words find them.
//!
//! Everything is read from `data/directory`, which travels inside the program, so it works with no
//! network. The search index lives in memory only: nothing that a family looks for is kept.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

mod check;
mod error;
mod file;
mod old_names;
mod places;
pub mod search;
pub mod service;
mod synonyms;

pub use error::Error;
pub use old_names::{OldName, OldNameSource};
pub use places::{Place, Places};
pub use search::{Correction, Counts, Filters, Match, OldNameHit, Query, Reason, Results};
pub use service::{
    Confidence, Fees, Freshness, Need, Phone, ReferralRoute, Scope, Sector, Service, Source,
};
pub use synonyms::{Synonym, Synonyms};

const BUNDLED_FILE: &str = "somerset.json";
const SERVICES: &str = include_str!("../data/directory/somerset.json");
const OLD_NAMES: &str = include_str!("../data/directory/old_names.json");
const PLACES: &str = include_str!("../data/directory/places.json");
const SYNONYMS: &str = include_str!("../data/directory/synonyms.json");

/// What the directory says about itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct About {
    /// Its name.
    pub name: String,
    /// The area it is for.
    pub area: String,
    /// The day its pages were read.
    pub compiled_on: Date,
    /// Where it comes from, in plain sentences.
    pub about: String,
}

/// The services, the old names and the places, ready to search.
#[derive(Debug)]
pub struct Directory {
    about: About,
    services: Vec<Service>,
    old_names: Vec<OldName>,
    places: Places,
    synonyms: Synonyms,
    index: search::Index,
}

impl Directory {
    /// The directory that travels inside the program.
    ///
    /// # Errors
    /// When the list cannot be made ready to search; the files themselves are checked by tests.
    pub fn bundled() -> Result<Directory, Error> {
        Directory::from_json(SERVICES, OLD_NAMES, PLACES, SYNONYMS)
    }

    /// A directory whose services come from another file of the same form; the old names,
    /// the places and the synonyms are the bundled ones.
    ///
    /// # Errors
    /// When the text is damaged (it says where), or made for a newer Withy.
    pub fn with_services(services: &str) -> Result<Directory, Error> {
        Directory::assemble(
            file::read(BUNDLED_FILE, services)?,
            OLD_NAMES,
            PLACES,
            SYNONYMS,
        )
    }

    /// The same, from a file on this computer.
    ///
    /// # Errors
    /// When the file cannot be read, is damaged (it says where), or was made for a newer Withy.
    pub fn from_file(path: &Path) -> Result<Directory, Error> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = std::fs::read(path).map_err(|source| Error::Missing {
            path: path.to_owned(),
            source: Arc::new(source),
        })?;
        let text = String::from_utf8(text).map_err(|source| Error::damaged(&name, "", source))?;
        Directory::assemble(file::read(&name, &text)?, OLD_NAMES, PLACES, SYNONYMS)
    }

    /// A directory from the text of its four files.
    ///
    /// # Errors
    /// When a text is damaged (it says where), or made for a newer Withy.
    pub fn from_json(
        services: &str,
        old_names: &str,
        places: &str,
        synonyms: &str,
    ) -> Result<Directory, Error> {
        let read = file::read(BUNDLED_FILE, services)?;
        Directory::assemble(read, old_names, places, synonyms)
    }

    fn assemble(
        (about, services): (About, Vec<Service>),
        old_names: &str,
        places: &str,
        synonyms: &str,
    ) -> Result<Directory, Error> {
        let old_names = old_names::from_json(old_names)?;
        let places = Places::from_json(places)?;
        let synonyms = Synonyms::from_json(synonyms)?;
        let index = search::Index::build(&services, &old_names, &places, &synonyms)?;
        Ok(Directory {
            about,
            services,
            old_names,
            places,
            synonyms,
            index,
        })
    }

    /// A directory with nothing in it, for a screen that must open whatever happens.
    pub fn empty() -> Directory {
        Directory {
            about: About {
                name: "Somerset SEND Local Offer".to_owned(),
                area: "Somerset".to_owned(),
                compiled_on: Date::ZERO,
                about: "No services could be read.".to_owned(),
            },
            services: Vec::new(),
            old_names: Vec::new(),
            places: Places::default(),
            synonyms: Synonyms::default(),
            index: search::Index::empty(),
        }
    }

    /// What the directory says about itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Every service, in the order of the file.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// The service with this identity.
    pub fn service(&self, id: service::Id) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// The service with this readable name.
    pub fn by_slug(&self, slug: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.slug == slug)
    }

    /// Names that are no longer used.
    pub fn old_names(&self) -> &[OldName] {
        &self.old_names
    }

    /// The postcode districts of Somerset.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// What is found, with why, how far and what was put right in the typing. Never fails.
    pub fn search(&self, query: &Query) -> Results {
        search::run(self, query)
    }

    /// What is wrong with the files, one sentence each; empty when nothing is.
    pub fn validate(&self) -> Vec<String> {
        check::problems(self)
    }
}
