//! Long lines, as a screen reader reads them: by character, by word and by line, however the text
//! is cut into runs of at most 255 characters.

use accesskit::{Action, ActionData, Role, TextPosition, TextSelection};
use iced::keyboard::key::Named;
use unicode_segmentation::UnicodeSegmentation;
use withy::access::{Snapshot, key_of};
use withy::widgets::Element;
use withy::widgets::field::{self, Edit, Writing};

use crate::reader::Reader;
use crate::window::{LOOK, Window, letters, press};

fn view(writing: &Writing) -> Element<'_, Edit> {
    field::long_text(&LOOK(), "w", "Writing", writing, |edit| edit).into()
}

/// The field on the other side of AccessKit.
fn field(tree: &accesskit_consumer::Tree) -> accesskit_consumer::NodeRef<'_> {
    fn look<'a>(node: accesskit_consumer::NodeRef<'a>) -> Option<accesskit_consumer::NodeRef<'a>> {
        if matches!(node.role(), Role::MultilineTextInput | Role::TextInput) {
            return Some(node);
        }
        node.children().find_map(look)
    }
    look(tree.state().root()).unwrap()
}

/// What a screen reader would be given of `text`, with the runs no longer than a byte can count.
fn heard(text: &str) -> (Snapshot, Reader) {
    let writing = Writing::new(text);
    let snapshot = Window::new().show(view(&writing));
    let (nodes, _) = snapshot.to_nodes(1.0);
    for (_, run) in nodes
        .iter()
        .filter(|(_, node)| node.role() == Role::TextRun)
    {
        let lengths = run.character_lengths();
        assert!(
            lengths.len() <= 255,
            "a run of {} characters",
            lengths.len()
        );
        let bytes: usize = lengths.iter().copied().map(usize::from).sum();
        assert_eq!(
            bytes,
            run.value().unwrap().len(),
            "every byte is some character’s"
        );
    }
    let mut reader = Reader::default();
    let _ = reader.hear(&snapshot);
    (snapshot, reader)
}

/// Reads from start to end by one unit, as review does, and puts what was read together again.
fn reviewed(
    tree: &accesskit_consumer::Tree,
    next: impl for<'a> Fn(accesskit_consumer::TextPosition<'a>) -> accesskit_consumer::TextPosition<'a>,
) -> Vec<String> {
    let field = field(tree);
    let mut at = field.document_range().start();
    let mut parts = vec![];
    while !at.is_document_end() {
        let end = next(at);
        assert!(end > at, "review goes on");
        let mut part = at.to_degenerate_range();
        part.set_end(end);
        parts.push(part.text());
        at = end;
    }
    parts
}

/// By line, by word and by character, nothing is left out and nothing is said twice.
fn reads_well(what: &str, text: &str) {
    let (_, reader) = heard(text);
    let tree = reader.tree.as_ref().unwrap();
    let lines = reviewed(tree, |at| at.forward_to_line_end());
    let wanted: Vec<&str> = text.split_inclusive('\n').collect();
    assert_eq!(lines, wanted, "{what}: a line is one line");
    let words = reviewed(tree, |at| at.forward_to_word_end());
    assert_eq!(words.concat(), text, "{what}: by word");
    for word in &words {
        assert!(
            word.split_whitespace().count() <= 1,
            "{what}: {word:?} is more than one word"
        );
    }
    let wanted: Vec<&str> = text.split_whitespace().collect();
    let said: Vec<&str> = words
        .iter()
        .map(|word| word.trim())
        .filter(|word| !word.is_empty())
        .collect();
    assert_eq!(said, wanted, "{what}: no word is cut in two");
    let characters = reviewed(tree, |at| at.forward_to_character_end());
    let wanted: Vec<&str> = text.graphemes(true).collect();
    assert_eq!(characters, wanted, "{what}: by character");
}

#[test]
fn review_by_line_word_and_character() {
    let family = "👩‍👩‍👧‍👦";
    for (what, text) in [
        ("short", "Mrs Hill rang.\n\nAsk again in June.".to_owned()),
        ("just a run", "abcdefghij ".repeat(30)[..254].to_owned()),
        ("one more", "abcdefghij ".repeat(30)[..255].to_owned()),
        (
            "many runs",
            "They will send the form. ".repeat(60).trim_end().to_owned(),
        ),
        ("one word", "x".repeat(700)),
        (
            "a word across the cut",
            format!("{} across {}", "y".repeat(251), "z".repeat(300)),
        ),
        (
            "emoji",
            format!("{} {}", family.repeat(300), "😀 ".repeat(300).trim_end()),
        ),
        (
            "right to left",
            format!(
                "{}\n{}",
                "שלום עולם ".repeat(60).trim_end(),
                "مرحبا بالعالم ".repeat(60).trim_end()
            ),
        ),
        (
            "both ways",
            "Mrs Hill said שלום twice. "
                .repeat(40)
                .trim_end()
                .to_owned(),
        ),
        (
            "accents",
            "e\u{301}te\u{301} ".repeat(200).trim_end().to_owned(),
        ),
        (
            "long lines apart",
            format!("{0}\n{0}\n\n{0}", "word ".repeat(130).trim_end()),
        ),
    ] {
        reads_well(what, &text);
    }
}

#[test]
fn a_letter_under_a_hundred_accents_stops_nothing() {
    let tall = format!("before {}{} after", "a", "\u{301}".repeat(200));
    let (_, reader) = heard(&tall);
    let tree = reader.tree.as_ref().unwrap();
    let words = reviewed(tree, |at| at.forward_to_word_end());
    assert_eq!(words.len(), 3);
    assert_eq!(words[2], "after");
}

/// Where the caret is, by what stands before it.
fn before_caret(reader: &Reader) -> String {
    let node = field(reader.tree.as_ref().unwrap());
    let mut range = node.document_range();
    range.set_end(node.text_selection_focus().unwrap());
    range.text()
}

#[test]
fn the_caret_is_told_where_it_is_across_runs() {
    let text = format!("{}\n{}\nend", "one 👩‍👩‍👧 שלום ".repeat(50), "two ".repeat(200));
    let mut writing = Writing::new(&text);
    let mut window = Window::new();
    let mut reader = Reader::default();
    let _ = window.send(view(&writing), &[press(Named::Tab)]);
    for (line, place) in [
        (0, 0),
        (0, 253),
        (0, 254),
        (0, 255),
        (0, 508),
        (1, 0),
        (1, 254),
        (1, 700),
        (2, 3),
    ] {
        writing.apply(Edit::Select {
            anchor: (line, place),
            focus: (line, place),
        });
        let _ = reader.hear(&window.show(view(&writing)));
        let mut wanted = String::new();
        for whole in text.split_inclusive('\n').take(line) {
            wanted.push_str(whole);
        }
        let own = text.lines().nth(line).unwrap();
        wanted.extend(own.graphemes(true).take(place));
        assert_eq!(
            before_caret(&reader),
            wanted,
            "line {line}, character {place}"
        );
    }
}

#[test]
fn a_caret_that_is_asked_for_by_its_place_in_the_text_lands_there() {
    let text = format!("first\n{}\nlast", "abcdefghij".repeat(60));
    let mut writing = Writing::new(&text);
    let mut window = Window::new();
    for place in [
        0, 3, 5, 6, 7, 259, 260, 261, 306, 514, 515, 606, 607, 608, 611,
    ] {
        let mut reader = Reader::default();
        let _ = reader.hear(&window.show(view(&writing)));
        let node = field(reader.tree.as_ref().unwrap());
        let position = node
            .text_position_from_global_usv_index(place)
            .unwrap()
            .to_raw();
        let selection = TextSelection {
            anchor: position,
            focus: position,
        };
        window.ask(
            "w",
            Action::SetTextSelection,
            Some(ActionData::SetTextSelection(selection)),
        );
        let edits = window.send(view(&writing), &[]);
        assert_eq!(edits.len(), 1, "place {place}");
        for edit in edits {
            writing.apply(edit);
        }
        let mut after = Reader::default();
        let _ = after.hear(&window.show(view(&writing)));
        assert_eq!(before_caret(&after).chars().count(), place, "place {place}");
    }
}

#[test]
fn a_letter_in_a_megabyte_changes_a_run_and_not_the_whole_note() {
    let sentence = "Mrs Hill rang about the form 👩‍👩‍👧 שלום. ";
    let line = sentence.repeat(40);
    let mut text = String::new();
    while text.len() < 1_048_576 {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let mut writing = Writing::new(&text);
    let mut window = Window::new();
    let mut reader = Reader::default();
    let _ = window.send(view(&writing), &[press(Named::Tab)]);
    let _ = reader.hear(&window.show(view(&writing)));
    let lines = text.lines().count();
    let middle = (lines / 2, 300);
    writing.apply(Edit::Select {
        anchor: middle,
        focus: middle,
    });
    let _ = reader.hear(&window.show(view(&writing)));
    let caret = before_caret(&reader);
    for edit in window.send(view(&writing), &letters("é")) {
        writing.apply(edit);
    }
    let update = reader.hear(&window.show(view(&writing))).unwrap();
    assert!(update < 12, "{update} nodes for one letter");
    assert_eq!(before_caret(&reader), format!("{caret}é"));
    let whole = field(reader.tree.as_ref().unwrap()).document_range().text();
    assert_eq!(whole.len(), text.len() + "é".len(), "all of it can be read");
}

#[test]
fn a_long_line_in_a_field_of_one_line() {
    let look = LOOK();
    let value = "a word and another ".repeat(40);
    let shown = || -> Element<'_, String> {
        field::text(&look, "one", "One line", &value, |value| value).into()
    };
    let mut window = Window::new();
    let _ = window.send(shown(), &[press(Named::Tab), press(Named::End)]);
    let mut reader = Reader::default();
    let _ = reader.hear(&window.show(shown()));
    assert_eq!(
        before_caret(&reader),
        value,
        "the caret is at the end of the third run"
    );
    let _ = window.send(shown(), &[press(Named::ArrowLeft)]);
    let _ = reader.hear(&window.show(shown()));
    assert_eq!(before_caret(&reader), value[..value.len() - 1]);
    let at = window.bridge.snapshot().find(key_of(&"one".into()));
    assert!(at.is_some());
}

#[test]
fn a_caret_asked_for_in_a_long_line_comes_out_at_its_place() {
    let long = "abcdefghij".repeat(60);
    let writing = Writing::new(&format!("first\n{long}"));
    let look = LOOK();
    let view = || -> Element<'_, Edit> {
        field::long_text(&look, "w", "Writing", &writing, |edit| edit).into()
    };
    let mut window = Window::new();
    let snapshot = window.show(view());
    let (nodes, _) = snapshot.to_nodes(1.0);
    let runs: Vec<_> = nodes
        .iter()
        .filter(|(_, node)| node.role() == Role::TextRun)
        .collect();
    let lengths: Vec<usize> = runs
        .iter()
        .map(|(_, run)| run.character_lengths().len())
        .collect();
    assert_eq!(
        lengths,
        [6, 254, 254, 92],
        "no run passes 255; the first has its line's end"
    );
    let place = TextPosition {
        node: runs[2].0,
        character_index: 46,
    };
    let selection = TextSelection {
        anchor: place,
        focus: place,
    };
    window.ask(
        "w",
        Action::SetTextSelection,
        Some(ActionData::SetTextSelection(selection)),
    );
    let edits = window.send(view(), &[]);
    assert!(
        matches!(
            edits[..],
            [Edit::Select {
                anchor: (1, 300),
                focus: (1, 300)
            }]
        ),
        "{edits:?}"
    );
}

#[test]
fn a_caret_asked_for_after_the_end_of_a_line_is_at_the_start_of_the_next() {
    let writing = Writing::new("first\nsecond");
    let mut window = Window::new();
    let snapshot = window.show(view(&writing));
    let (nodes, _) = snapshot.to_nodes(1.0);
    let is_run = |node: &accesskit::Node| node.role() == Role::TextRun;
    let (first, _) = nodes.iter().find(|(_, node)| is_run(node)).unwrap();
    for (character_index, lands) in [(5, (0, 5)), (6, (1, 0))] {
        let place = TextPosition {
            node: *first,
            character_index,
        };
        let selection = TextSelection {
            anchor: place,
            focus: place,
        };
        let data = ActionData::SetTextSelection(selection);
        window.ask("w", Action::SetTextSelection, Some(data));
        let edits = window.send(view(&writing), &[]);
        assert!(
            matches!(edits[..], [Edit::Select { focus, .. }] if focus == lands),
            "{edits:?}"
        );
    }
}
