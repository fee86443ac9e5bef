//! Folders that another program copies to other computers. A database in one of them can be copied half written, and two
//! computers can write over each other, so Withy says so; it never refuses.
//!
//! A path tells this by its names, and a folder by what the program left in it. The rules follow what others found:
//! anyproto/anytype-ts#2311 (roots on a Mac, variables of Windows, names of folders), abraunegg/onedrive#688 (“OneDrive –
//! name of an organisation”), syncthing/syncthing#6903 (the marker `.stfolder`). What is kept in step without either, as
//! Desktop and Documents of a Mac with iCloud, cannot be told by the path.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A service that keeps folders in step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Microsoft OneDrive.
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Apple iCloud Drive.
    ICloud,
    /// Google Drive.
    GoogleDrive,
    /// Nextcloud, or ownCloud which it came from.
    Nextcloud,
    /// Syncthing.
    Syncthing,
    /// One that a Mac keeps in its folder for them, under a name we do not know.
    Another,
}

impl Service {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Service::OneDrive => "OneDrive",
            Service::Dropbox => "Dropbox",
            Service::ICloud => "iCloud Drive",
            Service::GoogleDrive => "Google Drive",
            Service::Nextcloud => "Nextcloud",
            Service::Syncthing => "Syncthing",
            Service::Another => "a cloud service",
        }
    }
}

/// The variables in which Windows names the folders of OneDrive.
const VARIABLES: [&str; 3] = ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"];

/// The names of folders, in lower case. A name may go on with a space or a hyphen: “OneDrive - School”, and
/// “OneDrive-Personal” in `~/Library/CloudStorage`, where Apple puts them all.
const NAMES: [(&str, Service); 12] = [
    ("onedrive", Service::OneDrive),
    ("dropbox", Service::Dropbox),
    ("icloud drive", Service::ICloud),
    ("iclouddrive", Service::ICloud),
    ("mobile documents", Service::ICloud),
    ("com~apple~clouddocs", Service::ICloud),
    ("google drive", Service::GoogleDrive),
    ("googledrive", Service::GoogleDrive),
    ("my drive", Service::GoogleDrive),
    ("nextcloud", Service::Nextcloud),
    ("owncloud", Service::Nextcloud),
    ("cloudstorage", Service::Another),
];

/// What a program leaves in the topmost folder that it keeps in step.
const MARKERS: [(&str, Service); 5] = [
    (".stfolder", Service::Syncthing),
    (".dropbox", Service::Dropbox),
    (".tmp.drivedownload", Service::GoogleDrive),
    (".tmp.driveupload", Service::GoogleDrive),
    (".nextcloudsync.log", Service::Nextcloud),
];

/// Which service keeps this folder in step, as far as can be told.
pub fn service_of(folder: &Path) -> Option<Service> {
    let variables = VARIABLES
        .iter()
        .filter_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()));
    service_with(folder, variables)
}

/// The same with other values of the variables of Windows.
pub fn service_with(folder: &Path, variables: impl Iterator<Item = OsString>) -> Option<Service> {
    // The folder may not be there yet, and a link may lead elsewhere.
    let there = folder.ancestors().find(|part| part.exists());
    let real = there.and_then(|part| {
        let rest = folder.strip_prefix(part).ok()?;
        Some(std::fs::canonicalize(part).ok()?.join(rest))
    });
    let mut paths = vec![folder.to_owned()];
    paths.extend(real);
    let roots: Vec<PathBuf> = variables.map(PathBuf::from).collect();
    if paths
        .iter()
        .any(|path| roots.iter().any(|root| path.starts_with(root)))
    {
        return Some(Service::OneDrive);
    }
    // The innermost name says most.
    paths.iter().find_map(|path| {
        path.ancestors()
            .find_map(|part| by_name(part).or_else(|| by_marker(part)))
    })
}

fn by_name(folder: &Path) -> Option<Service> {
    let name = folder.file_name()?.to_string_lossy().to_lowercase();
    NAMES.iter().find_map(|(known, service)| {
        let rest = name.strip_prefix(known)?;
        (rest.is_empty() || rest.starts_with([' ', '-'])).then_some(*service)
    })
}

fn by_marker(folder: &Path) -> Option<Service> {
    MARKERS.iter().find_map(|(marker, service)| {
        let there = folder.join(marker);
        // In the person’s own folder Dropbox keeps its settings in a folder of the same name.
        let is_marker = if *service == Service::Dropbox {
            there.is_file()
        } else {
            there.exists()
        };
        is_marker.then_some(*service)
    })
}
