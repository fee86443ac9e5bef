//! Notes.

use jiff::ToSpan;
use withy::record::note::Kind;
use withy::record::{Child, Note, NoteFilter};
use withy::screens::notes::{Message, Notes};
use withy::screens::{NotesStart, Place};

use crate::stage::Stage;

const LIST: Place = Place::Notes(NotesStart::List);
const NEW: Place = Place::Notes(NotesStart::New {
    child: None,
    service: None,
});

fn all(stage: &Stage<Notes>) -> Vec<Note> {
    stage.record().notes(&NoteFilter::default()).unwrap()
}

fn with_maya() -> Stage<Notes> {
    let mut stage = Stage::new(&LIST);
    let mut maya = Child::new(&stage.context.now());
    maya.name = "Maya".to_owned();
    stage
        .context
        .change("Child added", |change| change.put_child(&maya))
        .unwrap();
    stage.go(&LIST);
    stage
}

#[test]
fn a_phone_call_is_noted_in_three_fields_and_four_presses() {
    let mut stage = with_maya();
    let maya = stage.record().children().unwrap().remove(0);
    stage.press("notes/new");
    stage.write("notes/text", "The hearing test is moved to June.");
    stage.write("notes/people", "Mrs Hill");
    stage.press("notes/kind/Phone call");
    stage.press(format!("notes/about/{}", maya.id));
    stage.write("notes/tags", "hearing, waiting");
    stage.press("notes/save");
    assert_eq!(stage.presses, 4);
    let notes = all(&stage);
    let [note] = &notes[..] else {
        panic!("one note, not {notes:?}")
    };
    assert_eq!(note.text, "The hearing test is moved to June.");
    assert_eq!(note.people, "Mrs Hill");
    assert_eq!(note.kind, Kind::PhoneCall);
    assert_eq!(note.children, [maya.id]);
    assert_eq!(note.tags, ["hearing", "waiting"]);
    assert_eq!(note.at, stage.context.now());
    assert_eq!(stage.said, ["Note saved"]);
    // The list shows it, and the focus is on it.
    let outline = stage.outline();
    let row = "The hearing test is moved to June, Phone call with Mrs Hill. Maya. Tagged hearing, waiting, Today, 10:42am";
    assert!(outline.contains(row), "{outline}");
    assert_eq!(stage.focus, Some(format!("note/{}", note.id).into()));
    assert!(!stage.screen.is_writing());
    // The next note is of the same kind.
    stage.press("notes/new");
    let chosen = "RadioButton \"Phone call\" toggled=True";
    assert!(stage.outline().contains(chosen));
}

#[test]
fn the_fields_come_in_the_order_of_a_call() {
    let mut stage = with_maya();
    stage.go(&NEW);
    let snapshot = stage.snapshot();
    let order: Vec<String> = snapshot
        .tab_order()
        .into_iter()
        .map(|at| snapshot.name(at))
        .collect();
    assert_eq!(
        order,
        [
            "All notes",
            "What happened?",
            "Who with?",
            "Something else",
            "Maya",
            "Tags",
            "Change when it happened",
            "Save note"
        ]
    );
}

#[test]
fn what_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost() {
    let mut stage = with_maya();
    stage.go(&NEW);
    stage.press("notes/save");
    assert!(
        stage
            .outline()
            .contains("Write a few words, then save the note.")
    );
    assert_eq!(stage.focus, Some("notes/text".into()));
    stage.write("notes/text", "Called back");
    stage.press("notes/change-when");
    stage.write("notes/date", "31 February");
    stage.write("notes/time", "half past");
    stage.press("notes/save");
    let outline = stage.outline();
    assert!(
        outline.contains("February 2026 has only 28 days"),
        "{outline}"
    );
    assert!(outline.contains("We could not read “half past” as a time"));
    assert!(outline.contains("31 February"));
    assert_eq!(stage.focus, Some("notes/date".into()));
    assert!(all(&stage).is_empty());
    stage.write("notes/date", "yesterday");
    stage.write("notes/time", "4:10pm");
    stage.press("notes/save");
    assert_eq!(
        all(&stage)[0].at.to_string(),
        "2026-05-11T16:10:00+01:00[Europe/London]"
    );
}

#[test]
fn a_draft_survives_a_pulled_plug() {
    let mut stage = with_maya();
    stage.go(&NEW);
    assert!(!stage.screen.is_writing());
    stage.write("notes/text", "She said that the");
    stage.write("notes/tags", "hearing");
    assert!(stage.screen.is_writing());
    assert!(stage.screen.autosave(&mut stage.context).unwrap());
    assert!(
        !stage.screen.autosave(&mut stage.context).unwrap(),
        "nothing changed since"
    );
    assert!(stage.outline().contains("Draft kept 10:42am"));
    stage.restart(&LIST);
    let outline = stage.outline();
    assert!(outline.contains("A note is not saved yet"), "{outline}");
    assert!(outline.contains("“She said that the”"), "{outline}");
    stage.press("notes/carry-on");
    let outline = stage.outline();
    assert!(outline.contains("She said that the"), "{outline}");
    assert!(outline.contains("hearing"), "{outline}");
    assert!(stage.screen.is_writing());
    stage.press("notes/save");
    assert_eq!(all(&stage)[0].tags, ["hearing"]);
    // Saved words are no draft any more.
    stage.restart(&NEW);
    assert!(!stage.screen.is_writing());
    assert!(!stage.outline().contains("She said that the"));
}

#[test]
fn words_that_were_all_deleted_leave_no_draft() {
    let mut stage = with_maya();
    stage.go(&NEW);
    stage.write("notes/text", "A slip");
    let _ = stage.screen.autosave(&mut stage.context).unwrap();
    stage.write("notes/text", "");
    assert!(stage.screen.is_writing(), "the draft is still there");
    let _ = stage.screen.autosave(&mut stage.context).unwrap();
    assert!(!stage.screen.is_writing());
    stage.restart(&LIST);
    assert!(!stage.has("notes/carry-on"));
}

#[test]
fn a_changed_note_keeps_its_own_draft() {
    let mut stage = Stage::<Notes>::with_family(&LIST);
    let note = all(&stage).remove(0);
    stage.press(format!("note/{}", note.id));
    stage.write("notes/text", "Other words");
    let _ = stage.screen.autosave(&mut stage.context).unwrap();
    stage.restart(&LIST);
    assert!(!stage.outline().contains("A note is not saved yet"));
    stage.press(format!("note/{}", note.id));
    assert!(stage.outline().contains("Other words"));
    assert!(stage.outline().contains("You began this before."));
    assert_eq!(all(&stage)[0].text, note.text, "only a draft so far");
    stage.press("notes/save");
    let changed = all(&stage).remove(0);
    assert_eq!(changed.text, "Other words");
    assert_eq!((changed.at, changed.people), (note.at, note.people));
}

#[test]
fn leaving_for_another_screen_and_coming_back_finds_the_words() {
    let mut stage = with_maya();
    stage.press("notes/new");
    stage.write("notes/text", "Half a sent");
    // Through the rail.
    stage.go(&LIST);
    assert!(stage.outline().contains("Half a sent"));
    // Only the way back of the form leads to the list, and the list leads back.
    stage.press("back");
    assert!(stage.has("notes/carry-on"));
    stage.press("notes/carry-on");
    assert!(stage.outline().contains("Half a sent"));
}

#[test]
fn a_draft_that_nobody_can_read_is_no_draft() {
    let mut stage = with_maya();
    let now = stage.context.now();
    let record = stage.context.record.as_mut().unwrap();
    record
        .keep_draft("note/new", "{\"words\":1}", &now)
        .unwrap();
    stage.restart(&NEW);
    assert!(!stage.screen.is_writing());
    assert!(stage.has("notes/save"));
}

#[test]
fn without_a_record_the_words_stay_until_there_is_one() {
    let mut stage = Stage::<Notes>::without_record(&LIST);
    assert!(
        stage
            .outline()
            .contains("Your notes stay on this computer.")
    );
    stage.press("notes/new");
    stage.write("notes/text", "First words");
    assert!(!stage.screen.autosave(&mut stage.context).unwrap());
    stage.press("notes/save");
    assert!(stage.context.take_asked_to_keep());
    assert!(stage.said.is_empty());
    // The application makes the record, comes back to this place and sends the message again.
    stage.make_record();
    stage.go(&NEW);
    stage.send(Message::Save);
    assert_eq!(all(&stage)[0].text, "First words");
}

#[test]
fn filters_and_search_find_notes_and_say_so_when_none_does() {
    let mut stage = Stage::<Notes>::with_family(&LIST);
    let rows = |stage: &mut Stage<Notes>| {
        let outline = stage.outline();
        outline.matches("ListItem").count()
    };
    assert_eq!(rows(&mut stage), 8);
    let sam = stage.record().children().unwrap().remove(1);
    stage.press(format!("notes/child/{}", sam.id));
    assert_eq!(rows(&mut stage), 2);
    stage.press(format!("notes/child/{}", sam.id));
    stage.press("notes/filters");
    stage.press("notes/kind/phone-call");
    assert_eq!(rows(&mut stage), 2);
    stage.press("notes/tag/hearing");
    assert_eq!(rows(&mut stage), 1);
    stage.press("notes/filters");
    assert_eq!(rows(&mut stage), 8, "fewer filters hides no notes");
    stage.write("notes/search", "glass");
    assert_eq!(rows(&mut stage), 1);
    stage.write("notes/search", "nothing like this");
    assert!(stage.outline().contains("No note matches that."));
    stage.press("notes/show-all");
    assert_eq!(rows(&mut stage), 8);
}

#[test]
fn twenty_rows_at_a_time() {
    let mut stage = with_maya();
    let now = stage.context.now();
    stage
        .context
        .change("Many notes", |change| {
            for number in 0..45_i64 {
                let mut note = Note::new(&now.saturating_sub(number.hours()));
                note.text = format!("Note number {number}");
                change.put_note(&note)?;
            }
            Ok(())
        })
        .unwrap();
    stage.go(&LIST);
    let outline = stage.outline();
    assert!(outline.contains("Note number 19") && !outline.contains("Note number 20"));
    assert!(outline.contains("Showing 20 of 45 notes"), "{outline}");
    stage.press("notes/more");
    stage.press("notes/more");
    let outline = stage.outline();
    assert!(outline.contains("Note number 44"));
    assert!(!outline.contains("Showing"), "{outline}");
}

#[test]
fn strange_and_very_long_words_do_no_harm() {
    let mut stage = with_maya();
    let long = "Sehr lange Wörter. ".repeat(56_000);
    assert!(long.len() > 1_000_000);
    for words in [
        "before\u{0}after",
        "👩‍👧 👍🏽 family",
        "שלום עולם, مرحبا",
        "e\u{301}\u{301}\u{301} \u{202e}backwards",
        &long,
    ] {
        stage.press("notes/new");
        stage.write("notes/text", words);
        stage.write("notes/tags", words.get(..40).unwrap_or("tag"));
        assert!(stage.screen.autosave(&mut stage.context).unwrap());
        stage.restart(&NEW);
        stage.press("notes/save");
        let note = all(&stage).into_iter().find(|note| note.text == words);
        let note = note.expect("the words came back exactly");
        stage.press(format!("note/{}", note.id));
        stage.press("back");
    }
    stage.check_every_width();
}

#[test]
fn a_deleted_note_goes_to_the_bin() {
    let mut stage = Stage::<Notes>::with_family(&LIST);
    let notes = all(&stage);
    stage.press(format!("note/{}", notes[0].id));
    stage.press("notes/delete");
    assert_eq!(
        stage.said,
        ["Note deleted. It stays in the bin for 30 days."]
    );
    assert_eq!(stage.focus, Some(format!("note/{}", notes[1].id).into()));
    assert_eq!(stage.record().bin().unwrap().len(), 1);
    assert_eq!(all(&stage).len(), notes.len() - 1);
    // What was never saved goes there too.
    stage.later(1.minute());
    stage.press("notes/new");
    stage.write("notes/text", "A slip");
    let _ = stage.screen.autosave(&mut stage.context).unwrap();
    stage.press("notes/delete");
    let bin = stage.record().bin().unwrap();
    assert_eq!(bin[0].title, "A slip");
    stage.restart(&NEW);
    assert!(!stage.screen.is_writing());
}

#[test]
fn undo_while_a_note_is_open_never_loses_the_words() {
    let mut stage = with_maya();
    stage.press("notes/new");
    stage.write("notes/text", "Kept once");
    stage.press("notes/save");
    let note = all(&stage).remove(0);
    stage.press(format!("note/{}", note.id));
    stage.write("notes/text", "Kept once, and changed");
    let record = stage.context.record.as_mut().unwrap();
    assert_eq!(record.undo().unwrap().as_deref(), Some("Note added"));
    stage.later(0.seconds());
    assert!(all(&stage).is_empty());
    stage.press("notes/save");
    assert_eq!(all(&stage)[0].text, "Kept once, and changed");
}

#[test]
fn a_note_that_went_to_the_bin_while_it_was_changed_is_saved_as_a_new_one() {
    let mut stage = Stage::<Notes>::with_family(&LIST);
    let note = all(&stage).remove(0);
    stage.press(format!("note/{}", note.id));
    stage.write("notes/text", "Other words");
    stage
        .context
        .change("Note deleted", |change| change.delete_note(note.id))
        .unwrap();
    stage.later(0.seconds());
    stage.press("notes/save");
    assert_eq!(all(&stage)[0].text, "Other words");
    assert_eq!(stage.record().bin().unwrap().len(), 1);
}

#[test]
fn a_note_about_a_service_says_so_and_can_be_freed() {
    let mut stage = Stage::<Notes>::new(&LIST);
    let service = stage.context.directory.services()[0].clone();
    let start = NotesStart::New {
        child: None,
        service: Some(service.id),
    };
    stage.go(&Place::Notes(start.clone()));
    assert!(stage.outline().contains(&service.name));
    stage.press("notes/service");
    assert_eq!(stage.opened, [Place::Service(service.id)]);
    stage.write("notes/text", "Rang them");
    stage.press("notes/save");
    assert_eq!(all(&stage)[0].service, Some(service.id));
    stage.go(&Place::Notes(start));
    stage.press("notes/no-service");
    assert!(!stage.outline().contains(&service.name));
}

#[test]
fn every_page_is_named_for_a_screen_reader_at_every_width() {
    let mut stage = Stage::<Notes>::new(&LIST);
    stage.check_every_width();
    let mut stage = Stage::<Notes>::with_family(&LIST);
    stage.check_every_width();
    stage.press("notes/filters");
    stage.check_every_width();
    stage.go(&NEW);
    stage.press("notes/change-when");
    stage.write("notes/date", "31 February");
    stage.press("notes/save");
    let _ = stage.screen.autosave(&mut stage.context).unwrap();
    stage.check_every_width();
}
