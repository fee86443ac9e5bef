//! One table of shortcuts: it answers the keyboard, fills the Help page and names the keys on
//! buttons, so the three cannot disagree.

use std::collections::HashMap;

use accesskit::NodeId;
use iced::advanced::widget::Id;
use iced::keyboard::{Event, Key, Modifiers, key::Named};

use super::App;
use crate::access::keys::{HIDE, LOCK, key_of};

/// What a shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Search everything.
    Search,
    /// Find a service.
    FindHelp,
    /// Write a note.
    WriteNote,
    /// Add an appointment.
    AddAppointment,
    /// Ask a question.
    AskQuestion,
    /// Open Today.
    Today,
    /// Undo the last change.
    Undo,
    /// Redo what was undone.
    Redo,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text at 100 %.
    NormalSize,
    /// A copy of the page, to read or print.
    ReadableCopy,
    /// Lock the record.
    Lock,
    /// Show a plain page and lock the record.
    Hide,
    /// Help.
    Help,
    /// The safety numbers.
    Emergency,
    /// Back to where one came from.
    Back,
}

/// One shortcut.
#[derive(Debug, Clone, Copy)]
pub struct Shortcut {
    /// The key by the name or the character on it, in lower case.
    pub key: &'static str,
    /// With Ctrl (Command on a Mac).
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// What it does.
    pub does: Command,
    /// What Help says that it does.
    pub says: &'static str,
    /// The ids of the controls that do the same, which a screen reader says the shortcut of.
    pub controls: &'static [&'static str],
}

const fn plain(key: &'static str, does: Command, says: &'static str) -> Shortcut {
    Shortcut {
        key,
        command: false,
        shift: false,
        does,
        says,
        controls: &[],
    }
}

const fn with_command(key: &'static str, does: Command, says: &'static str) -> Shortcut {
    Shortcut {
        command: true,
        ..plain(key, does, says)
    }
}

const fn with_shift(key: &'static str, does: Command, says: &'static str) -> Shortcut {
    Shortcut {
        shift: true,
        ..with_command(key, does, says)
    }
}

impl Shortcut {
    const fn on(self, controls: &'static [&'static str]) -> Self {
        Self { controls, ..self }
    }
}

/// Every shortcut, in the order Help shows them.
pub const SHORTCUTS: [Shortcut; 20] = [
    with_command("k", Command::Search, "Search everything").on(&["today/search"]),
    with_command("f", Command::FindHelp, "Find a service").on(&["rail/Find help"]),
    with_command("n", Command::WriteNote, "Write a note").on(&["notes/new", "today/notes/write"]),
    with_shift("a", Command::AddAppointment, "Add an appointment")
        .on(&["appointments/new", "today/appointment/add"]),
    with_shift("q", Command::AskQuestion, "Write down a question").on(&["questions/new"]),
    with_command("1", Command::Today, "Open Today").on(&["rail/Today"]),
    with_command("z", Command::Undo, "Undo the last change").on(&["status/undo"]),
    with_command("y", Command::Redo, "Redo what you undid"),
    with_shift("z", Command::Redo, "Redo what you undid"),
    with_command("+", Command::Larger, "Larger text"),
    with_command("=", Command::Larger, "Larger text"),
    with_command("-", Command::Smaller, "Smaller text"),
    with_command("0", Command::NormalSize, "Text at its normal size"),
    with_shift(
        "h",
        Command::ReadableCopy,
        "Open a copy of this page in your browser",
    ),
    with_command("l", Command::Lock, "Lock what you keep").on(&[LOCK]),
    // No system and no screen reader takes this key for itself.
    plain("f8", Command::Hide, "Hide and lock everything at once").on(&[HIDE]),
    plain("f1", Command::Help, "Help").on(&["rail/Help"]),
    plain("f2", Command::Emergency, "Numbers to ring in an emergency")
        .on(&["rail/In an emergency", "emergency"]),
    plain("escape", Command::Back, "Back").on(&["detail-back"]),
    with_command("[", Command::Back, "Back"),
];

/// The keys that move about, which every screen shares.
const MOVING: [(&str, &str); 6] = [
    ("Tab", "Next control"),
    ("Shift+Tab", "Control before"),
    ("Enter or Space", "Press the control"),
    ("Arrow keys", "Move in a group of choices, or scroll"),
    ("Page up, Page down", "Scroll a page"),
    ("F6", "Next part of the window"),
];

/// The rows of the table on the Help page: keys, what they do. `letters` says that a letter alone is
/// enough.
pub fn for_help(letters: bool) -> Vec<(String, String)> {
    let moving = MOVING.map(|(keys, says)| (keys.to_owned(), says.to_owned()));
    let mut rows: Vec<(String, String)> = moving.into();
    for shortcut in SHORTCUTS {
        let mut keys = shortcut.in_words();
        if letters && shortcut.by_letter() {
            keys = format!("{keys} or {}", shortcut.key.to_uppercase());
        }
        match rows.iter_mut().find(|(_, says)| says == shortcut.says) {
            Some((known, _)) => *known = format!("{known} or {keys}"),
            None => rows.push((keys, shortcut.says.to_owned())),
        }
    }
    rows
}

/// The shortcut of each control that has one, for the screen reader.
pub fn on_controls() -> HashMap<NodeId, String> {
    let each = |shortcut: Shortcut| {
        let words = shortcut.in_words();
        shortcut
            .controls
            .iter()
            .map(move |id| (key_of(&Id::new(id)), words.clone()))
    };
    SHORTCUTS.into_iter().flat_map(each).collect()
}

impl Shortcut {
    /// Whether its letter alone may do it, for who cannot hold two keys and has said so in Settings.
    /// What takes something away is not done by a slip.
    fn by_letter(&self) -> bool {
        let takes_away = matches!(self.does, Command::Undo | Command::Redo | Command::Lock);
        self.key.len() == 1 && self.key.chars().all(char::is_alphabetic) && !takes_away
    }

    /// `Ctrl+Shift+A`, `F1`, `Escape`.
    pub fn in_words(&self) -> String {
        let mut words = String::new();
        if self.command {
            words.push_str(crate::platform::COMMAND_KEY);
            words.push('+');
        }
        if self.shift {
            words.push_str("Shift+");
        }
        let mut letters = self.key.chars();
        if let Some(first) = letters.next() {
            words.extend(first.to_uppercase());
        }
        words.push_str(letters.as_str());
        words
    }
}

/// What a key press asks for, if it is a shortcut. Only presses that no control used come here.
pub fn command(event: &Event) -> Option<Command> {
    let Event::KeyPressed { key, modifiers, .. } = event else {
        return None;
    };
    let name = match key.as_ref() {
        Key::Named(Named::Escape) => "escape".to_owned(),
        Key::Named(Named::F1) => "f1".to_owned(),
        Key::Named(Named::F2) => "f2".to_owned(),
        Key::Named(Named::F8) => "f8".to_owned(),
        Key::Character(character) => character.to_lowercase(),
        _ => return None,
    };
    find(&name, *modifiers).map(|shortcut| shortcut.does)
}

/// The same for a letter alone. Only presses that no control used come here, so not what is typed.
pub fn letter(event: &Event) -> Option<Command> {
    let Event::KeyPressed { key, modifiers, .. } = event else {
        return None;
    };
    let Key::Character(character) = key.as_ref() else {
        return None;
    };
    let known = |shortcut: &Shortcut| shortcut.by_letter() && shortcut.key == character;
    let shortcut = SHORTCUTS.into_iter().find(known)?;
    modifiers.is_empty().then_some(shortcut.does)
}

impl App {
    /// What a key press that no control used asks for.
    pub fn shortcut(&self, event: &Event) -> Option<Command> {
        let letters = self.context.settings.single_letters;
        command(event).or_else(|| letters.then(|| letter(event))?)
    }
}

fn find(name: &str, modifiers: Modifiers) -> Option<Shortcut> {
    if modifiers.alt() {
        return None;
    }
    // "+" and "=" share a key on many keyboards, so Shift says nothing there.
    let shift_matters = name.chars().all(char::is_alphabetic);
    SHORTCUTS.into_iter().find(|shortcut| {
        shortcut.key == name
            && shortcut.command == modifiers.command()
            && (!shift_matters || shortcut.shift == modifiers.shift())
    })
}
