//! The bin.

use jiff::ToSpan;
use withy::record::{Note, NoteFilter, note};
use withy::screens::Place;
use withy::screens::bin::Bin;

use crate::stage::Stage;

/// Three notes, deleted a minute after each other; the last one today.
fn three_deleted() -> (Stage<Bin>, Vec<note::Id>) {
    let mut stage = Stage::<Bin>::new(&Place::Bin);
    let mut ids = Vec::new();
    for words in ["First", "Second", "Third"] {
        let mut note = Note::new(&stage.context.now());
        note.text = words.to_owned();
        stage
            .context
            .change("Note added", |change| change.put_note(&note))
            .unwrap();
        stage
            .context
            .change("Note deleted", |change| change.delete_note(note.id))
            .unwrap();
        ids.push(note.id);
        stage.later(1.minute());
    }
    stage.go(&Place::Bin);
    (stage, ids)
}

#[test]
fn it_says_what_was_deleted_and_when_it_goes_for_good() {
    let (mut stage, _) = three_deleted();
    let outline = stage.outline();
    let sentence = "Note, deleted today. It goes for good on 11 June 2026.";
    assert_eq!(outline.matches(sentence).count(), 3, "{outline}");
    assert!(outline.find("Third") < outline.find("First"));
    stage.days_later(1);
    assert!(stage.outline().contains("Note, deleted yesterday."));
    stage.days_later(1);
    let outline = stage.outline();
    assert!(
        outline.contains("Note, deleted on Tuesday 12 May."),
        "{outline}"
    );
}

#[test]
fn restoring_brings_it_back_and_moves_on_to_the_next() {
    let (mut stage, ids) = three_deleted();
    stage.press(format!("bin/restore/{}", ids[1]));
    assert_eq!(stage.said, ["Note restored"]);
    assert_eq!(stage.focus, Some(format!("bin/restore/{}", ids[0]).into()));
    let notes = stage.record().notes(&NoteFilter::default()).unwrap();
    assert_eq!(notes[0].text, "Second");
    assert!(!stage.has(format!("bin/restore/{}", ids[1])));
    stage.press(format!("bin/restore/{}", ids[0]));
    stage.press(format!("bin/restore/{}", ids[2]));
    assert_eq!(stage.focus, Some("page-title".into()));
    assert!(stage.outline().contains("The bin is empty."));
}

#[test]
fn what_is_no_longer_in_the_bin_is_said() {
    let (mut stage, ids) = three_deleted();
    stage
        .context
        .change("Note restored", |change| change.restore(ids[0].into()))
        .unwrap();
    stage.press(format!("bin/restore/{}", ids[0]));
    assert!(stage.said.is_empty());
    assert!(stage.outline().contains("That did not work"));
}

#[test]
fn every_page_is_named_for_a_screen_reader_at_every_width() {
    let mut stage = Stage::<Bin>::new(&Place::Bin);
    stage.check_every_width();
    stage.press("bin/today");
    assert_eq!(stage.opened, [Place::Today]);
    let (mut stage, _) = three_deleted();
    stage.check_every_width();
}
