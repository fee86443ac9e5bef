//! Wiping a record: what goes, two presses, the certificate.

use iced::keyboard::key::Named;
use withy::app::Message;
use withy::record::Vault;
use withy::screens::Place;

use crate::{every_way, names, once, texts, to_records};

#[test]
fn a_record_is_wiped_after_two_presses_and_a_certificate_stays() {
    every_way(|person, folder| {
        to_records(person);
        person.press("Wipe… Green");
        for words in [
            "What goes",
            "1 note",
            "It has no backup here.",
            "Copies on USB sticks",
        ] {
            person.sees(words);
        }
        person.press("Keep it");
        person.sees("Add a family");
        person.press("Wipe… Green");
        person.presses = 0;
        person.press("Wipe this record");
        person.sees("Are you sure?");
        // The same key again does nothing: the focus is on the title.
        person.tap(Named::Enter);
        person.tap(Named::Space);
        person.sees("Are you sure?");
        person.press("Yes, wipe it for good");
        assert_eq!(person.presses, 2);
        person.sees("This record is wiped");
        person.sees("2 June 2026, 11:30am");
        person.press("Copy it");
        let copied = person.copied().unwrap().to_owned();
        assert!(copied.contains("Wiped: 2 June 2026, 11:30am"), "{copied}");
        assert!(copied.contains("In it: 1 note"), "{copied}");
        assert!(copied.contains("What this does not reach:"), "{copied}");
        assert!(!copied.contains("Green"), "{copied}");
        person.press("Put the record’s name in the certificate");
        person.press("Copy it");
        assert!(person.copied().unwrap().contains("Name: Green"));
        person.press("Save as a file");
        let file = folder.join("Withy certificate of wiping.txt");
        assert!(
            std::fs::read_to_string(file)
                .unwrap()
                .contains("Name: Green")
        );
        assert_eq!(names(folder), ["Your record"]);
        // The one that was open is open still.
        assert_eq!(texts(person), ["The school rang"]);
        person.go("Notes");
        person.sees("The school rang");
        // Later there is the certificate, and no name.
        to_records(person);
        person.press("Certificate of 2 June 2026");
        person.sees("This record is wiped");
        person.does_not_see("Green");
        person.tap(Named::Escape);
        person.sees("Wiped before");
    });
}

#[test]
fn the_open_one_is_wiped_with_what_is_half_typed() {
    once(|person, folder| {
        person.go("Notes");
        person.press("Write a note");
        person.types("Half a thou");
        to_records(person);
        person.press("Wipe… Your record");
        person.press("Wipe this record");
        person.press("Yes, wipe it for good");
        person.sees("This record is wiped");
        assert!(person.app.context().record.is_none());
        person.press("Records");
        person.press("Open Green");
        assert_eq!(texts(person), ["Green words"]);
        person.go("Notes");
        person.press("Write a note");
        person.does_not_see("Half a thou");
        person.does_not_see("is the open record");
        assert_eq!(names(folder), ["Green"]);
    });
}

#[test]
fn after_the_last_one_withy_is_as_on_its_first_day() {
    every_way(|person, folder| {
        for name in ["Green", "Your record"] {
            to_records(person);
            person.press(&format!("Wipe… {name}"));
            if name == "Your record" {
                person.sees("This is your only record");
            }
            person.press("Wipe this record");
            person.press("Yes, wipe it for good");
            person.sees("This record is wiped");
        }
        assert!(!Vault::is_in(folder).unwrap());
        assert!(person.app.context().vault.is_none() && !person.app.context().locked);
        person.sees("Nothing of yours is kept here now.");
        person.press("Save as a file");
        person.go("Today");
        person.sees("Look around with a sample family");
        person.settle(Message::Go(Place::Records));
        person.sees("You keep no record yet.");
        person.shortcut("n");
        person.types("A new start");
        person.press("Save note");
        person.keeps();
        assert_eq!(texts(person), ["A new start"]);
    });
}
