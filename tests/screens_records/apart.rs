//! Nothing of one record shows while another is open.

use withy::app::Message;
use withy::record::vault::FamilyId;
use withy::record::{
    Appointment, Child, Note, Question, Record, SavedService, Step, Vault, sample,
};
use withy::screens::Place;
use withy::settings::TextSize;

use crate::person::keeping::{PASSPHRASE, new_vault, secret};
use crate::person::{By, Person, a_tuesday};
use crate::places::places;
use crate::{WINDOW, once, texts};

/// Stands in everything of the record that is closed.
const WORD: &str = "zwetschge";

/// One of each kind that says the word, one of them in the bin, and a draft in each form.
fn fill(record: &mut Record) {
    let now = a_tuesday();
    let directory = withy::directory::Directory::bundled().unwrap();
    let service = directory
        .by_slug("portage")
        .or(directory.by_slug("somerset-cyp-therapy-service"));
    let child = Child {
        name: WORD.to_owned(),
        ..Child::new(&now)
    };
    let note = |text: &str| Note {
        text: text.to_owned(),
        ..Note::new(&now)
    };
    let binned = note(&format!("{WORD} in the bin"));
    let question = Question {
        text: format!("Why {WORD}?"),
        ..Question::new(&now)
    };
    let mut visit = Appointment::new(&now);
    visit.with_whom = format!("Dr {WORD}");
    let mut step = Step::new(&now);
    step.text = format!("Ring {WORD}");
    record
        .change(&format!("Add {WORD}"), &now, |change| {
            change.put_child(&child)?;
            change.put_note(&note(&format!("{WORD} in a note")))?;
            change.put_note(&binned)?;
            change.put_question(&question)?;
            change.put_appointment(&visit)?;
            change.put_step(&step)?;
            if let Some(service) = service {
                let mut saved = SavedService::new(&now, service.id, &service.name);
                saved.note = WORD.to_owned();
                change.put_saved_service(&saved)?;
            }
            Ok(())
        })
        .unwrap();
    record
        .change("Delete", &now, |change| change.delete_note(binned.id))
        .unwrap();
}

/// A record that says the word everywhere, and “Green”, which holds the sample family. Green is open.
fn a_full_record_and_another(folder: &std::path::Path) -> FamilyId {
    let now = a_tuesday();
    let (mut vault, mut record, _) = new_vault(folder, &now);
    fill(&mut record);
    let _ = vault.back_up(&record, &now).unwrap();
    drop(record);
    let first = vault.families()[0].id;
    vault.rename(first, &format!("The {WORD} family")).unwrap();
    let green = vault.add("Green", &now).unwrap();
    vault.choose(green).unwrap();
    let mut record = vault.open(&now).unwrap();
    let directory = withy::directory::Directory::bundled().unwrap();
    let known = |slug: &str| directory.by_slug(slug).map(|service| service.id);
    sample::fill(&mut record, &now, &known).unwrap();
    first
}

#[test]
fn no_place_says_a_word_of_the_record_that_is_closed() {
    for text_size in [TextSize::Normal, TextSize::Double] {
        let folder = tempfile::tempdir().unwrap();
        let first = a_full_record_and_another(folder.path());
        let mut vault = Vault::unlock(folder.path(), &secret()).unwrap();
        vault.choose(first).unwrap();
        drop(vault);
        let mut person = Person::sits_down_with(folder.path(), WINDOW, By::Keyboard, text_size);
        // Seen everywhere first, and looked for, and half written: then every screen has held it.
        let mut seen = 0;
        for place in [
            Place::Today,
            Place::Notes(Default::default()),
            Place::Appointments(Default::default()),
            Place::Questions(Default::default()),
            Place::MyFamily,
            Place::Bin,
        ] {
            person.settle(Message::Go(place.clone()));
            assert!(
                person.reads().contains(WORD),
                "{place:?} had nothing to show"
            );
            seen += 1;
        }
        assert_eq!(seen, 6);
        person.shortcut("k");
        person.types(WORD);
        person.sees("in a note");
        person.shortcut("n");
        person.types(WORD);
        person.shortcut("f");
        person.types(WORD);
        person.settle(Message::Go(Place::Records));
        person.press("Open Green");
        for (name, place) in places(&person) {
            person.settle(Message::Go(place));
            let outline = person.reads().to_lowercase();
            // Its name stands in the list of records and nowhere else.
            let allowed = if name == "records" { 4 } else { 0 };
            let found = outline.matches(WORD).count();
            assert!(found <= allowed, "{name} says it {found} times\n{outline}");
            assert!(!person.app.title().contains(WORD), "{name}");
        }
        person.settle(Message::Go(Place::KeepSafe));
        person.sees("Backups on this computer");
        person.does_not_see(WORD);
        person.shortcut("k");
        person.types("zwet");
        person.sees("zwet");
        person.does_not_see(WORD);
        // Nothing to undo that was done in the other, and no way back into it.
        person.shortcut("z");
        person.does_not_see(WORD);
        for _ in 0..60 {
            person.tap(iced::keyboard::key::Named::Escape);
            if person.app.place() != &Place::Records {
                person.does_not_see(WORD);
            }
        }
    }
}

#[test]
fn a_backup_of_another_goes_to_its_own_place() {
    once(|person, folder| {
        let copy = {
            let mut vault = person.app.context().vault.clone().unwrap();
            vault.choose(vault.families()[1].id).unwrap();
            let record = vault.open(&a_tuesday()).unwrap();
            let stick = folder.join("stick");
            std::fs::create_dir(&stick).unwrap();
            vault.back_up_to(&record, &stick, &a_tuesday()).unwrap()
        };
        person.settle(Message::Go(Place::Restore(None)));
        // Only the backups of the record that is open are offered.
        let outline = person.reads();
        assert_eq!(
            outline.matches("Choose the backup of").count(),
            1,
            "{outline}"
        );
        person.fills("Backup file", &copy.display().to_string());
        person.fills("Its passphrase or 12 words", PASSPHRASE);
        person.press("Look at this backup");
        person.sees("It comes in place of “Green”.");
        person.press("Use this backup");
        person.sees("Your backup is in place: 1 note.");
        assert_eq!(person.app.title(), "Today – Green – Withy");
        assert_eq!(texts(person), ["Green words"]);
        person.settle(Message::Go(Place::Records));
        person.press("Open Your record");
        assert_eq!(texts(person), ["The school rang"]);
    });
}
