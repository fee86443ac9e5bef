//! Folders that another program keeps in step are told by their names and by what is in them.

use std::path::Path;

use withy::app::Message;
use withy::platform::synced::{Service, service_with};
use withy::screens::Place;

use crate::WINDOW;
use crate::person::{By, Person};

fn service(path: &Path) -> Option<Service> {
    service_with(path, std::iter::empty())
}

#[test]
fn names_in_the_path_tell() {
    let rules = [
        ("/home/ann/OneDrive/withy", Some(Service::OneDrive)),
        ("/storage/OneDrive - Our School/x", Some(Service::OneDrive)),
        (
            "/Users/ann/Library/CloudStorage/OneDrive-Personal/withy",
            Some(Service::OneDrive),
        ),
        ("/home/ann/Dropbox/withy", Some(Service::Dropbox)),
        ("/home/ann/Dropbox (Family)/withy", Some(Service::Dropbox)),
        (
            "/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/withy",
            Some(Service::ICloud),
        ),
        ("/Users/ann/iCloudDrive/withy", Some(Service::ICloud)),
        ("/g/My Drive/withy", Some(Service::GoogleDrive)),
        (
            "/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/x",
            Some(Service::GoogleDrive),
        ),
        ("/home/ann/Nextcloud/withy", Some(Service::Nextcloud)),
        ("/home/ann/ownCloud/withy", Some(Service::Nextcloud)),
        (
            "/Users/ann/Library/CloudStorage/Box/withy",
            Some(Service::Another),
        ),
        ("/home/ann/.local/share/withy", None),
        ("/home/ann/Sandbox/Dropboxes/withy", None),
        ("/home/onedriver/withy", None),
    ];
    for (path, expected) in rules {
        assert_eq!(service(Path::new(path)), expected, "{path}");
    }
}

#[test]
fn what_a_program_left_in_the_folder_tells() {
    let markers = [
        (".stfolder", Service::Syncthing),
        (".dropbox", Service::Dropbox),
        (".tmp.driveupload", Service::GoogleDrive),
        (".nextcloudsync.log", Service::Nextcloud),
    ];
    for (marker, expected) in markers {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("family/withy");
        assert_eq!(service(&inside), None);
        std::fs::write(folder.path().join(marker), "").unwrap();
        assert_eq!(service(&inside), Some(expected), "{marker}");
    }
    // The settings of Dropbox in the person’s own folder.
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".dropbox")).unwrap();
    assert_eq!(service(&home.path().join("withy")), None);
}

#[test]
fn a_variable_of_windows_tells() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("withy");
    let variable = std::iter::once(folder.path().as_os_str().to_owned());
    assert_eq!(service_with(&inside, variable), Some(Service::OneDrive));
}

#[cfg(unix)]
#[test]
fn a_link_into_such_a_folder_tells() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("Dropbox");
    std::fs::create_dir(&real).unwrap();
    let link = folder.path().join("data");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    assert_eq!(service(&link.join("withy")), Some(Service::Dropbox));
}

#[test]
fn it_is_said_where_the_record_is_made_and_in_settings_and_stops_nobody() {
    for by in [By::Mouse, By::Keyboard] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("Dropbox/withy");
        let mut person = Person::sits_down(&data, WINDOW, by);
        person.settle(Message::Go(Place::Settings));
        person.sees("This folder goes to Dropbox");
        person.shortcut("n");
        person.types("He slept.");
        person.press("Save note");
        person.sees("This folder goes to Dropbox");
        person.sees("or if two computers use it");
        person.keeps();
        assert!(person.app.context().record.is_some());
    }
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    person.settle(Message::Go(Place::Settings));
    person.does_not_see("This folder goes to");
}
