//! A backup goes to its own family, or comes beside the others, and never over another.

use std::fs;

use withy::record::backup::{Goes, Unlocking, look, restore, restore_beside};
use withy::record::{Passphrase, RecoveryWords, Secret, Vault};

use crate::support::at;
use crate::{NOW, fill, is_whole, names, new_vault, open, secret, two, unlock};

fn by_secret() -> Unlocking {
    Unlocking::Secret(secret())
}

#[test]
fn it_takes_the_place_of_its_own_while_another_is_chosen() {
    let (folder, mut vault, first, second) = two();
    vault.choose(second).unwrap();
    let backup = vault.backups().unwrap().pop().unwrap();
    drop(open(&mut vault, first));
    let other = fs::read(vault.record_file().unwrap()).unwrap();
    let by = Unlocking::Vault(vault.clone());
    let (contents, goes) = look(&backup.path, folder.path(), &by, Some(&vault)).unwrap();
    assert_eq!(
        (contents.family, goes),
        (second, Goes::InPlaceOf("Green".to_owned()))
    );
    assert_eq!(contents.name.as_deref(), Some("Green"));
    let restored = restore_beside(&backup.path, folder.path(), &by, Some(&vault)).unwrap();
    assert_eq!(restored.vault.chosen().unwrap().id, second);
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Your record", "Green"]);
    vault.choose(first).unwrap();
    assert!(fs::read(vault.record_file().unwrap()).unwrap() == other);
    is_whole(&mut vault, first, "firstword");
    is_whole(&mut vault, second, "greenword");
}

#[test]
fn one_that_was_wiped_comes_back_beside_the_others_with_its_name() {
    let (folder, mut vault, first, second) = two();
    let stick = tempfile::tempdir().unwrap();
    let record = open(&mut vault, second);
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    drop(record);
    let goes = vault.what_goes(second, None).unwrap();
    let _ = vault.wipe(&goes, &at(NOW)).unwrap();
    let _ = vault.add("green", &at(NOW)).unwrap();
    // Locked, as from the page for a locked record.
    let (_, goes) = look(&copy, folder.path(), &by_secret(), None).unwrap();
    assert_eq!(goes, Goes::Beside);
    let restored = restore(&copy, folder.path(), &by_secret()).unwrap();
    assert_eq!(restored.set_aside, None);
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Your record", "green", "Green (2)"]);
    is_whole(&mut vault, second, "greenword");
    is_whole(&mut vault, first, "firstword");
}

#[test]
fn one_from_another_folder_comes_beside_and_the_passphrase_here_stays() {
    let elsewhere = tempfile::tempdir().unwrap();
    let foreign = new_vault(elsewhere.path(), "theirs");
    let theirs = foreign.families()[0].id;
    fill(&foreign, "theirword");
    let copy = foreign.backups().unwrap().pop().unwrap().path;
    let by = Unlocking::Secret(Secret::Passphrase(Passphrase::new("theirs")));
    let (folder, vault, first, second) = two();
    let (_, goes) = look(&copy, folder.path(), &by, Some(&vault)).unwrap();
    assert_eq!(goes, Goes::Beside);
    let restored = restore_beside(&copy, folder.path(), &by, Some(&vault)).unwrap();
    assert_eq!(restored.set_aside, None);
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Your record", "Green", "Record 3"]);
    is_whole(&mut vault, theirs, "theirword");
    is_whole(&mut vault, first, "firstword");
    is_whole(&mut vault, second, "greenword");
    // Once more, it is its own place.
    let (_, goes) = look(&copy, folder.path(), &by, Some(&vault)).unwrap();
    assert_eq!(goes, Goes::InPlaceOf("Record 3".to_owned()));
}

#[test]
fn one_from_another_folder_sets_aside_all_that_is_locked() {
    let elsewhere = tempfile::tempdir().unwrap();
    let foreign = new_vault(elsewhere.path(), "theirs");
    let theirs = foreign.families()[0].id;
    fill(&foreign, "theirword");
    let copy = foreign.backups().unwrap().pop().unwrap().path;
    let their_secret = Secret::Passphrase(Passphrase::new("theirs"));
    let by = Unlocking::Secret(their_secret.clone());
    let (folder, vault, first, second) = two();
    drop(vault);
    let (_, goes) = look(&copy, folder.path(), &by, None).unwrap();
    assert_eq!(goes, Goes::InPlaceOfAll);
    let aside = restore(&copy, folder.path(), &by)
        .unwrap()
        .set_aside
        .unwrap();
    let mut vault = Vault::unlock(folder.path(), &their_secret).unwrap();
    assert_eq!(names(&vault), ["Your record"]);
    is_whole(&mut vault, theirs, "theirword");
    // What was set aside is whole: put into a folder of its own, it opens.
    let again = tempfile::tempdir().unwrap();
    for name in ["keys.json", "records.json"] {
        fs::rename(aside.join(name), again.path().join(name)).unwrap();
    }
    fs::create_dir(again.path().join("families")).unwrap();
    for id in [first, second] {
        let name = id.to_string();
        fs::rename(aside.join(&name), again.path().join("families").join(&name)).unwrap();
    }
    let mut vault = unlock(again.path());
    assert_eq!(names(&vault), ["Your record", "Green"]);
    is_whole(&mut vault, first, "firstword");
    is_whole(&mut vault, second, "greenword");
}

#[test]
fn lost_keys_come_back_with_a_backup_and_open_every_record() {
    let (folder, mut vault, first, second) = two();
    let stick = tempfile::tempdir().unwrap();
    let record = open(&mut vault, first);
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    drop(record);
    // One more that this backup knows nothing of.
    let third = vault.add("Blue", &at(NOW)).unwrap();
    vault.choose(third).unwrap();
    fill(&vault, "blueword");
    drop(vault);
    for name in ["keys.json", "keys.json.bak"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    let _ = restore(&copy, folder.path(), &by_secret()).unwrap();
    let mut vault = unlock(folder.path());
    assert_eq!(names(&vault), ["Your record", "Green", "Blue"]);
    is_whole(&mut vault, first, "firstword");
    is_whole(&mut vault, second, "greenword");
    is_whole(&mut vault, third, "blueword");
}

#[test]
fn on_a_new_computer_there_is_only_the_family_of_the_backup() {
    let (_folder, mut vault, _, second) = two();
    let stick = tempfile::tempdir().unwrap();
    let record = open(&mut vault, second);
    let copy = vault.back_up_to(&record, stick.path(), &at(NOW)).unwrap();
    let new = tempfile::tempdir().unwrap();
    let (_, goes) = look(&copy, new.path(), &by_secret(), None).unwrap();
    assert_eq!(goes, Goes::First);
    let restored = restore(&copy, new.path(), &by_secret()).unwrap();
    assert_eq!(restored.set_aside, None);
    let mut vault = unlock(new.path());
    assert_eq!(names(&vault), ["Green"]);
    is_whole(&mut vault, second, "greenword");
}

#[test]
fn keys_that_were_changed_since_are_not_changed_back() {
    let (folder, mut vault, first, second) = two();
    let backup = open(&mut vault, first);
    let copy = vault.backups().unwrap().pop().unwrap().path;
    drop(backup);
    let new = Passphrase::new("second one");
    vault.change_passphrase(&new, crate::QUICK).unwrap();
    vault
        .change_words(&RecoveryWords::random().unwrap())
        .unwrap();
    let _ = restore(&copy, folder.path(), &by_secret()).unwrap();
    let mut vault = Vault::unlock(folder.path(), &Secret::Passphrase(new)).unwrap();
    is_whole(&mut vault, first, "firstword");
    is_whole(&mut vault, second, "greenword");
}
