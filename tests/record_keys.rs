//! What unlocks a record: passphrases, recovery words, the key file in every state a disk can leave it in.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use withy::record::keys::Strength;
use withy::record::{Cost, Error, Passphrase, RecoveryWords, Secret, Vault};

#[path = "record/support.rs"]
#[allow(dead_code, reason = "other tests of the record use the rest of it")]
mod support;
use support::at;

const NOW: &str = "2026-11-23T14:30";
const QUICK: Cost = Cost::of(64, 1);
const KEYS: [&str; 2] = ["keys.json", "keys.json.bak"];

fn secret(words: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(words))
}

fn new_vault() -> (TempDir, Vault, RecoveryWords) {
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let vault = Vault::create(folder.path(), &passphrase, &words, QUICK, &at(NOW)).unwrap();
    (folder, vault, words)
}

fn opens(folder: &Path, secret: &Secret) -> Result<(), Error> {
    Vault::unlock(folder, secret)?.open(&at(NOW)).map(|_| ())
}

#[test]
fn the_passphrase_and_the_words_open_it_and_nothing_else_does() {
    let (folder, _, words) = new_vault();
    opens(folder.path(), &secret("first one")).unwrap();
    opens(folder.path(), &secret("  first \n one ")).unwrap();
    opens(folder.path(), &Secret::Words(words)).unwrap();
    let wrong = opens(folder.path(), &secret("First one"));
    assert!(matches!(wrong, Err(Error::WrongPassphrase)), "{wrong:?}");
    let others = Secret::Words(RecoveryWords::random().unwrap());
    let wrong = opens(folder.path(), &others);
    assert!(matches!(wrong, Err(Error::WrongWords)), "{wrong:?}");
}

#[test]
fn another_passphrase_rewrites_only_the_key_file() {
    let (folder, mut vault, words) = new_vault();
    let record = vault.record_file().unwrap();
    let before = fs::read(&record).unwrap();
    vault
        .change_passphrase(&Passphrase::new("second one"), QUICK)
        .unwrap();
    assert!(fs::read(&record).unwrap() == before);
    opens(folder.path(), &secret("second one")).unwrap();
    opens(folder.path(), &Secret::Words(words)).unwrap();
    let old = opens(folder.path(), &secret("first one"));
    assert!(matches!(old, Err(Error::WrongPassphrase)), "{old:?}");
    let copies = KEYS.map(|name| fs::read(folder.path().join(name)).unwrap());
    assert_eq!(copies[0], copies[1], "the old slot is in neither copy");
}

#[test]
fn a_new_sheet_takes_the_place_of_the_old_one() {
    let (folder, mut vault, old) = new_vault();
    let new = RecoveryWords::random().unwrap();
    vault.change_words(&new).unwrap();
    opens(folder.path(), &Secret::Words(new)).unwrap();
    let refused = opens(folder.path(), &Secret::Words(old));
    assert!(matches!(refused, Err(Error::WrongWords)), "{refused:?}");
    opens(folder.path(), &secret("first one")).unwrap();
}

#[test]
fn every_changed_byte_of_the_key_file_is_noticed() {
    let (folder, _, _) = new_vault();
    let path = folder.path().join(KEYS[0]);
    fs::remove_file(folder.path().join(KEYS[1])).unwrap();
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 1;
        fs::write(&path, &spoilt).unwrap();
        let found = Vault::is_in(folder.path());
        assert!(
            matches!(found, Err(Error::KeysDamaged | Error::KeysNewer)),
            "byte {at}: {found:?}"
        );
    }
}

#[test]
fn slots_that_somebody_altered_with_care_are_noticed_too() {
    let (folder, mut vault, _) = new_vault();
    let path = folder.path().join(KEYS[0]);
    let old = fs::read_to_string(&path).unwrap();
    vault
        .change_passphrase(&Passphrase::new("second one"), QUICK)
        .unwrap();
    // The old slots put back into the new file, to the byte, with a checksum that fits.
    let new = fs::read_to_string(&path).unwrap();
    let slots = |text: &str| {
        let from = text.find("\"slots\"").unwrap();
        from..text.find("\"mac\"").unwrap()
    };
    let mut mixed = new.clone();
    mixed.replace_range(slots(&new), &old[slots(&old)]);
    let check = mixed.find("\"check\": \"").unwrap() + "\"check\": \"".len();
    mixed.replace_range(check..check + 64, "");
    mixed.insert_str(check, &hex::encode(Sha256::digest(&mixed)));
    for name in KEYS {
        fs::write(folder.path().join(name), &mixed).unwrap();
    }
    assert!(Vault::is_in(folder.path()).unwrap(), "it looks whole");
    let refused = opens(folder.path(), &secret("first one"));
    assert!(matches!(refused, Err(Error::KeysDamaged)), "{refused:?}");
}

#[test]
fn a_torn_or_missing_copy_is_mended_from_the_other() {
    for torn in KEYS {
        let (folder, _, _) = new_vault();
        let path = folder.path().join(torn);
        let whole = fs::read(&path).unwrap();
        for left in [0, 1, whole.len() / 2, whole.len() - 1] {
            fs::write(&path, &whole[..left]).unwrap();
            opens(folder.path(), &secret("first one")).unwrap();
            assert!(fs::read(&path).unwrap() == whole, "{torn} was mended");
        }
        fs::remove_file(&path).unwrap();
        opens(folder.path(), &secret("first one")).unwrap();
        assert!(fs::read(&path).unwrap() == whole);
    }
}

#[test]
fn a_copy_with_a_flipped_bit_is_mended_from_the_other() {
    let (folder, vault, _) = new_vault();
    let family = vault.record_file().unwrap();
    let family = family.parent().unwrap();
    let keys = KEYS.map(|name| folder.path().join(name));
    let of_family = ["family.key", "family.key.bak"].map(|name| family.join(name));
    for path in keys.iter().chain(&of_family) {
        let whole = fs::read(path).unwrap();
        // The last hexadecimal digit in the file: what it becomes is a file of the right form.
        let at = whole.iter().rposition(u8::is_ascii_hexdigit).unwrap();
        let mut spoilt = whole.clone();
        spoilt[at] = if whole[at] == b'0' { b'1' } else { b'0' };
        fs::write(path, &spoilt).unwrap();
        opens(folder.path(), &secret("first one")).unwrap();
        assert!(
            fs::read(path).unwrap() == whole,
            "{} was mended",
            path.display()
        );
    }
}

#[test]
fn a_passphrase_is_the_same_from_every_keyboard() {
    let composed = Passphrase::new("caf\u{e9} bleu");
    let in_parts = Passphrase::new(" cafe\u{301}\u{a0}bleu\n");
    assert_eq!(composed.as_str(), in_parts.as_str());
}

#[test]
fn damaged_newer_and_missing_keys_are_three_things_and_nothing_is_made_anew() {
    for (content, expected) in [
        (Some(&b"{"[..]), "damaged"),
        (Some(b"{\"format\":\"withy-keys\",\"version\":2}"), "newer"),
        (None, "missing"),
    ] {
        let (folder, vault, words) = new_vault();
        let record = fs::read(vault.record_file().unwrap()).unwrap();
        for name in KEYS {
            let path = folder.path().join(name);
            match content {
                Some(content) => fs::write(path, content).unwrap(),
                None => fs::remove_file(path).unwrap(),
            }
        }
        let passphrase = Passphrase::new("another");
        let made = Vault::create(folder.path(), &passphrase, &words, QUICK, &at(NOW));
        for refused in [
            opens(folder.path(), &secret("first one")).unwrap_err(),
            Vault::is_in(folder.path()).unwrap_err(),
            made.map(|_| ()).unwrap_err(),
        ] {
            let as_expected = match expected {
                "damaged" => matches!(refused, Error::KeysDamaged),
                "newer" => matches!(refused, Error::KeysNewer),
                _ => matches!(refused, Error::KeysMissing),
            };
            assert!(as_expected, "{expected}: {refused:?}");
        }
        assert!(fs::read(vault.record_file().unwrap()).unwrap() == record);
    }
}

#[test]
fn a_record_that_was_half_made_is_made_again() {
    let (folder, vault, words) = new_vault();
    let family = vault.record_file().unwrap();
    let family = family.parent().unwrap();
    let name = family.file_name().unwrap().to_string_lossy().into_owned();
    let unfinished = family.with_file_name(format!(".new-{name}"));
    // The key file was written, and the plug pulled before the folder got its name.
    fs::rename(family, &unfinished).unwrap();
    opens(folder.path(), &secret("first one")).unwrap();
    assert!(family.exists());
    // The plug was pulled before that: there is no record, and nothing in the way of one.
    fs::rename(family, &unfinished).unwrap();
    for name in KEYS {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert!(!Vault::is_in(folder.path()).unwrap());
    let passphrase = Passphrase::new("another");
    let _ = Vault::create(folder.path(), &passphrase, &words, QUICK, &at(NOW)).unwrap();
    opens(folder.path(), &secret("another")).unwrap();
}

#[test]
fn the_words_of_a_sheet_are_read_as_people_type_them() {
    let words = RecoveryWords::random().unwrap();
    let list = words.words();
    let typed = list.join(" ");
    let numbered: Vec<String> = (1..)
        .zip(&list)
        .map(|(n, word)| format!("{n}. {word}"))
        .collect();
    for typed in [
        typed.clone(),
        typed.to_uppercase(),
        numbered.join("\r\n"),
        list.join(",  "),
    ] {
        assert_eq!(RecoveryWords::read(&typed).unwrap(), words, "{typed}");
    }
    let eleven = list[..11].join(" ");
    let unknown = typed.replacen(list[4], "horze", 1);
    for (typed, says) in [
        (eleven.as_str(), "11 words"),
        (unknown.as_str(), "“horze” is not a word"),
        ("", "0 words"),
    ] {
        let problem = RecoveryWords::read(typed).unwrap_err();
        assert!(matches!(problem, Error::WordsMistyped(_)), "{problem:?}");
        assert!(problem.to_string().contains(says), "{problem}");
    }
    // Twelve times the first word of the list has a wrong check.
    let wrong = RecoveryWords::read(&["abandon"; 12].join(" ")).unwrap_err();
    assert!(wrong.to_string().contains("changed places"), "{wrong}");
}

#[test]
fn passphrases_that_we_make_are_strong_and_differ() {
    let one = Passphrase::random().unwrap();
    let other = Passphrase::random().unwrap();
    assert_ne!(one, other);
    assert_eq!(one.as_str().split(' ').count(), 5);
    assert_eq!(one.strength(), Strength::Strong);
    for weak in [
        "",
        "password",
        "maya2018",
        "withy",
        "12345678",
        "qwertyuiop",
    ] {
        assert_eq!(Passphrase::new(weak).strength(), Strength::Weak, "{weak}");
    }
    let long = "a".repeat(100_000);
    let _ = Passphrase::new(&long).strength();
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_the_folder_and_the_keys() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("withy");
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new("first one");
    let vault = Vault::create(&inside, &passphrase, &words, QUICK, &at(NOW)).unwrap();
    let family = vault.record_file().unwrap();
    for path in [&inside, family.parent().unwrap(), &inside.join(KEYS[0])] {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}
