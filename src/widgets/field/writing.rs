//! Text that is being written, with undo.

use std::collections::VecDeque;
use std::fmt;

use iced::widget::text_editor::{self, Action, Content, Cursor, Position};
use unicode_segmentation::UnicodeSegmentation;

/// The most steps that can be undone.
const STEPS: usize = 300;

/// The most text kept for undo, in bytes.
const BYTES: usize = 8 * 1024 * 1024;

/// One change to a [`Writing`].
#[derive(Debug, Clone)]
pub enum Edit {
    /// What the editor did with a key or the mouse.
    Action(Action),
    /// The whole text becomes this.
    Replace(String),
    /// The selection goes from one (line, character) to another, both from 0.
    Select {
        /// Where the selection starts.
        anchor: (usize, usize),
        /// Where the caret is.
        focus: (usize, usize),
    },
    /// Takes back the last change.
    Undo,
    /// Makes it again.
    Redo,
}

impl Edit {
    /// Whether it changes the words, and not only the caret, the selection or what is in sight.
    pub fn changes_words(&self) -> bool {
        match self {
            Self::Action(action) => action.is_edit(),
            Self::Select { .. } => false,
            Self::Replace(_) | Self::Undo | Self::Redo => true,
        }
    }
}

/// Text that is being written: what a long field shows, with its caret and its undo.
#[derive(Clone, Default)]
pub struct Writing {
    content: Content,
    past: VecDeque<Moment>,
    future: Vec<Moment>,
    run: Option<Run>,
}

#[derive(Clone)]
struct Moment {
    text: String,
    cursor: Cursor,
}

/// Changes that belong together, so that one undo takes back a word and not a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Letters,
    Spaces,
    Deleting,
}

impl Writing {
    /// Starts from `text`, with nothing to undo.
    pub fn new(text: &str) -> Self {
        Self {
            content: Content::with_text(text),
            ..Self::default()
        }
    }

    /// Goes on from `text`, with the caret after its last word.
    pub fn carried_on(text: &str) -> Self {
        let mut writing = Self::new(text);
        writing
            .content
            .perform(Action::Move(text_editor::Motion::DocumentEnd));
        writing
    }

    /// The text, lines ending in `\n`.
    pub fn text(&self) -> String {
        self.content.text()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// Makes one change.
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Action(action) => self.act(action),
            Edit::Replace(text) => {
                self.remember();
                self.run = None;
                self.content = Content::with_text(&text);
            }
            Edit::Select { anchor, focus } => {
                self.run = None;
                self.select(anchor, focus);
            }
            Edit::Undo => {
                if let Some(moment) = self.past.pop_back() {
                    self.future.push(self.moment());
                    self.return_to(moment);
                }
            }
            Edit::Redo => {
                if let Some(moment) = self.future.pop() {
                    self.past.push_back(self.moment());
                    self.return_to(moment);
                }
            }
        }
    }

    pub(super) fn content(&self) -> &Content {
        &self.content
    }

    fn act(&mut self, action: Action) {
        if let Action::Edit(edit) = &action {
            let run = match edit {
                text_editor::Edit::Insert(c) if c.is_whitespace() => Some(Run::Spaces),
                text_editor::Edit::Insert(_) => Some(Run::Letters),
                text_editor::Edit::Backspace | text_editor::Edit::Delete => Some(Run::Deleting),
                _ => None,
            };
            // A word goes on through the letters, and takes the space after it along.
            let goes_on = match (self.run, run) {
                (Some(Run::Letters), Some(Run::Spaces)) => true,
                (before, now) => now.is_some() && before == now,
            };
            if !goes_on || self.content.selection().is_some() {
                self.remember();
            }
            self.run = run;
        } else if !matches!(action, Action::Scroll { .. }) {
            self.run = None;
        }
        self.content.perform(action);
    }

    fn moment(&self) -> Moment {
        Moment {
            text: self.content.text(),
            cursor: self.content.cursor(),
        }
    }

    fn remember(&mut self) {
        self.past.push_back(self.moment());
        self.future.clear();
        let mut kept: usize = self.past.iter().map(|moment| moment.text.len()).sum();
        while self.past.len() > STEPS || (kept > BYTES && self.past.len() > 1) {
            let Some(oldest) = self.past.pop_front() else {
                return;
            };
            kept -= oldest.text.len();
        }
    }

    fn return_to(&mut self, moment: Moment) {
        self.run = None;
        self.content = Content::with_text(&moment.text);
        self.content.move_to(moment.cursor);
    }

    /// Against the text as it is now: it may have changed since the screen reader asked, and the
    /// editor stops the program on a caret that is out of range.
    fn select(&mut self, anchor: (usize, usize), focus: (usize, usize)) {
        let at = |(line, character): (usize, usize)| {
            let line = line.min(self.content.line_count().saturating_sub(1));
            let text = self.content.line(line).map(|line| line.text.into_owned());
            let text = text.unwrap_or_default();
            Position {
                line,
                column: text.graphemes(true).take(character).map(str::len).sum(),
            }
        };
        let cursor = Cursor {
            position: at(focus),
            selection: (anchor != focus).then(|| at(anchor)),
        };
        self.content.move_to(cursor);
    }
}

impl fmt::Debug for Writing {
    /// Its size only: what a family writes belongs in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writing")
            .field("lines", &self.content.line_count())
            .finish_non_exhaustive()
    }
}
