//! Records that will not open, each for another reason.

use std::fs;
use std::path::Path;

use withy::record::Vault;

use super::keeping::{PASSPHRASE, new_vault};
use super::{By, Person, a_tuesday};
use iced::Size;

/// What is wrong, words of the sentence that says so (in lower case), and how to bring it about in a folder.
pub type Spoilt = (&'static str, &'static str, fn(&Path));

pub const SPOILT: [Spoilt; 10] = [
    ("another file", "not a withy record", |folder| {
        fs::write(record(folder), b"Dear diary".repeat(900)).unwrap();
    }),
    ("half a record", "damaged", |folder| {
        let path = record(folder);
        let whole = fs::read(&path).unwrap();
        fs::write(path, &whole[..whole.len() / 2]).unwrap();
    }),
    ("a newer record", "newer version", |folder| {
        let (vault, record, _) = new_vault(folder, &a_tuesday());
        drop(record);
        let newer = rusqlite::Connection::open(vault.record_file().unwrap()).unwrap();
        let key = vault.family_key().unwrap().for_sqlcipher().unwrap();
        newer.key(None::<&str>, &*key, false).unwrap();
        newer.execute_batch("pragma user_version = 9999").unwrap();
    }),
    ("an empty record", "empty", |folder| {
        fs::write(record(folder), b"").unwrap();
    }),
    ("a record in plain text", "early test version", |folder| {
        let path = record(folder);
        fs::remove_file(&path).unwrap();
        let plain = rusqlite::Connection::open(path).unwrap();
        plain.execute_batch("create table note (text)").unwrap();
    }),
    (
        "a record of a test version",
        "early test version",
        |folder| {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join("record.sqlite"), b"SQLite format 3\0").unwrap();
        },
    ),
    ("no record", "not in its usual place", |folder| {
        fs::remove_file(record(folder)).unwrap();
    }),
    (
        "damaged keys",
        "key file of your record is damaged",
        |folder| {
            drop(record(folder));
            for name in ["keys.json", "keys.json.bak"] {
                fs::write(folder.join(name), b"{\"format\":\"withy-keys\",\"vers").unwrap();
            }
        },
    ),
    (
        "missing keys",
        "key file of your record is missing",
        |folder| {
            drop(record(folder));
            for name in ["keys.json", "keys.json.bak"] {
                fs::remove_file(folder.join(name)).unwrap();
            }
        },
    ),
    ("newer keys", "newer version of withy locked", |folder| {
        drop(record(folder));
        fs::write(
            folder.join("keys.json"),
            b"{\"format\":\"withy-keys\",\"version\":2}",
        )
        .unwrap();
    }),
];

/// The file of a new record.
fn record(folder: &Path) -> std::path::PathBuf {
    let (vault, record, _): (Vault, _, _) = new_vault(folder, &a_tuesday());
    drop(record);
    vault.record_file().unwrap()
}

/// Sits down and types the passphrase, whatever comes of it.
pub fn tries(folder: &Path, size: Size, by: By) -> Person {
    let mut person = Person::sits_down_locked(folder, None, size, by, &a_tuesday());
    if person.app.context().locked {
        person.pastes(PASSPHRASE);
        person.tap(iced::keyboard::key::Named::Enter);
    }
    person
}
