//! A [`Snapshot`] in AccessKit's words.

use accesskit::{Action, Affine, Node, NodeId, Rect, Role, TextPosition, TextSelection};
use iced::Rectangle;
use unicode_segmentation::UnicodeSegmentation;

use super::keys::{ROOT, hash};
use super::report::TextState;
use super::snapshot::{Entry, Snapshot};

/// The most characters of one text run: AccessKit counts them in a byte, and the end of the line
/// is one more.
pub const RUN: usize = 254;

/// Orca 48 says the text of a heading and not its name, and AT-SPI gives a heading no text. So on
/// Linux its words stand inside it as a label, and the label has the focus when the heading has.
const HEADINGS_HOLD_THEIR_WORDS: bool = cfg!(target_os = "linux");

/// AccessKit has a place for a control's shortcut, and none of its adapters passes it on yet. So it
/// stands at the end of the description, which every screen reader says.
fn say_shortcut(node: &mut Node) {
    let Some(shortcut) = node.keyboard_shortcut() else {
        return;
    };
    let said = match node.description() {
        // It shows its shortcut, so it is said already.
        Some(description) if description.ends_with(shortcut) => return,
        Some(description) => format!("{description} {shortcut}"),
        None => shortcut.to_owned(),
    };
    node.set_description(said);
}

impl Snapshot {
    /// The nodes of this frame and the one with focus. `scale` is physical pixels per logical pixel.
    pub fn to_nodes(&self, scale: f64) -> (Vec<(NodeId, Node)>, NodeId) {
        let mut nodes = Vec::with_capacity(self.entries.len() + 8);
        for (at, entry) in self.entries.iter().enumerate() {
            let mut node = entry.node.clone();
            node.set_bounds(rect(entry.local));
            if let Some(by) = entry.transform {
                node.set_transform(Affine::translate((f64::from(by.x), f64::from(by.y))));
            }
            if at == 0 {
                if scale != 1.0 {
                    node.set_transform(Affine::scale(scale));
                }
            } else if entry.leaf {
                name_from_content(entry, &mut node);
            }
            say_shortcut(&mut node);
            if entry.focusable && !node.is_disabled() {
                node.add_action(Action::Focus);
                node.add_action(Action::ScrollIntoView);
            }
            let mut children: Vec<NodeId> = entry
                .children
                .iter()
                .map(|&child| self.entries[child].key)
                .collect();
            if let Some(text) = &entry.text {
                let runs = runs(entry.key, text, entry.local);
                children.extend(runs.iter().map(|(key, _)| *key));
                nodes.extend(runs);
                node.set_text_selection(TextSelection {
                    anchor: position(entry.key, text, text.anchor),
                    focus: position(entry.key, text, text.focus),
                });
                node.add_action(Action::SetTextSelection);
                node.add_action(Action::SetValue);
            }
            if HEADINGS_HOLD_THEIR_WORDS
                && entry.role() == Role::Heading
                && let Some(name) = node.label()
            {
                let mut words = Node::new(Role::Label);
                words.set_value(name);
                words.set_bounds(rect(entry.local));
                let key = words_key(entry.key);
                children.push(key);
                nodes.push((key, words));
            }
            // A relation to a node that is not there would be followed into nothing.
            if node
                .labelled_by()
                .iter()
                .any(|key| self.find(*key).is_none())
            {
                node.clear_labelled_by();
            }
            node.set_children(children);
            nodes.push((entry.key, node));
        }
        let focus = self.focus().map_or(ROOT, |at| {
            let entry = &self.entries[at];
            if HEADINGS_HOLD_THEIR_WORDS && entry.role() == Role::Heading && entry.leaf {
                words_key(entry.key)
            } else {
                entry.key
            }
        });
        (nodes, focus)
    }
}

/// The text inside names a leaf that has no label; what it shows beyond its label describes it.
fn name_from_content(entry: &Entry, node: &mut Node) {
    if entry.content.is_empty() || entry.text.is_some() {
        return;
    }
    match (entry.role(), node.label()) {
        (Role::Label, _) => {
            if node.value().is_none() {
                node.set_value(entry.content.as_str());
            }
        }
        (_, None) => {
            if node.labelled_by().is_empty() {
                node.set_label(entry.content.as_str());
            }
        }
        (_, Some(_)) => {
            if entry.focusable
                && node.description().is_none()
                && let Some(more) = entry.beyond_label()
            {
                node.set_description(more);
            }
        }
    }
}

fn rect(r: Rectangle) -> Rect {
    Rect {
        x0: f64::from(r.x),
        y0: f64::from(r.y),
        x1: f64::from(r.x + r.width),
        y1: f64::from(r.y + r.height),
    }
}

fn words_key(heading: NodeId) -> NodeId {
    hash((heading.0, "words"))
}

fn run_key(field: NodeId, line: usize, part: usize) -> NodeId {
    hash((field.0, "run", line, part))
}

/// Where a (line, character) position is among the runs of a field.
fn position(field: NodeId, text: &TextState, at: (usize, usize)) -> TextPosition {
    let (line, character) = at;
    let length = text
        .lines
        .get(line)
        .map_or(0, |line| line.graphemes(true).count());
    let last = length.saturating_sub(1) / RUN;
    let part = (character / RUN).min(last);
    TextPosition {
        node: run_key(field, line, part),
        character_index: character - part * RUN,
    }
}

/// The (line, character) position that a run and an index in it mean, if the run is one of the
/// field's.
pub fn place_of(field: NodeId, text: &TextState, at: TextPosition) -> Option<(usize, usize)> {
    text.lines.iter().enumerate().find_map(|(line, value)| {
        let length = value.graphemes(true).count();
        let last = length.saturating_sub(1) / RUN;
        (0..=last)
            .find(|&part| run_key(field, line, part) == at.node)
            .map(|part| match part * RUN + at.character_index {
                // After the end of the line is the start of the next.
                character if character > length && line + 1 < text.lines.len() => (line + 1, 0),
                character => (line, character),
            })
    })
}

/// The lines of a field as text runs, long lines in several.
fn runs(field: NodeId, text: &TextState, bounds: Rectangle) -> Vec<(NodeId, Node)> {
    let mut runs = vec![];
    for (line, value) in text.lines.iter().enumerate() {
        let characters: Vec<&str> = value.graphemes(true).collect();
        let last = characters.len().saturating_sub(1) / RUN;
        for part in 0..=last {
            let from = part * RUN;
            let to = characters.len().min(from + RUN);
            let ends_line = part == last && line + 1 < text.lines.len();
            let in_word = from > 0 && !is_space(characters[from - 1]);
            let mut node = run(&characters[from..to], in_word, ends_line, bounds);
            if part > 0 {
                node.set_previous_on_line(run_key(field, line, part - 1));
            }
            if part < last {
                node.set_next_on_line(run_key(field, line, part + 1));
            }
            runs.push((run_key(field, line, part), node));
        }
    }
    runs
}

/// `in_word` says that its first character goes on with a word of the run before.
fn run(characters: &[&str], in_word: bool, ends_line: bool, bounds: Rectangle) -> Node {
    let mut node = Node::new(Role::TextRun);
    let mut value = String::new();
    let mut lengths = vec![];
    let mut words = vec![];
    let mut between = !in_word;
    for (index, character) in (0..=u8::MAX).zip(characters) {
        let (told, length) = counted(character);
        value.push_str(told);
        lengths.push(length);
        let space = is_space(character);
        if !space && between {
            words.push(index);
        }
        between = space;
    }
    if ends_line {
        value.push('\n');
        lengths.push(1);
    }
    node.set_value(value);
    node.set_character_lengths(lengths);
    node.set_word_starts(words);
    node.set_bounds(rect(bounds));
    node
}

fn is_space(character: &str) -> bool {
    character.chars().all(char::is_whitespace)
}

/// As much of a character as AccessKit can count in a byte, and its length. Only a letter under a
/// hundred accents is longer.
fn counted(character: &str) -> (&str, u8) {
    let fits = (0..=u8::MAX).rev().find(|end| {
        character.is_char_boundary(usize::from(*end)) && usize::from(*end) <= character.len()
    });
    let length = fits.unwrap_or(0);
    (&character[..usize::from(length)], length)
}
