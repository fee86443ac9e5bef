//! A paragraph with words in it that can be pressed. Each is a Tab stop of its own, inside the
//! line where it stands; the paragraph is read out whole before them.

use std::borrow::Cow;
use std::ops::Range;

use accesskit::{Action, Node, Role};
use iced::advanced::widget::Id;
use iced::{Color, Element, Font};

use super::ring::Ring;

mod behaviour;
mod state;

/// A word of the paragraph that opens something below it.
#[derive(Debug, Clone)]
pub struct Word<Message> {
    /// Where it stands in the text, in bytes. Words stand in their order and do not overlap.
    pub at: Range<usize>,
    /// Its id, alone in the window.
    pub id: Id,
    /// Said after its name.
    pub description: &'static str,
    /// Whether what it opens is open.
    pub expanded: bool,
    /// What a press says.
    pub on_press: Message,
}

/// How a paragraph is drawn. Sizes are in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// Letter size.
    pub size: f32,
    /// Line height.
    pub line: f32,
    /// Typeface and weight.
    pub font: Font,
    /// The text.
    pub text: Color,
    /// The words that can be pressed, and the line under them.
    pub word: Color,
    /// The ground under a word while the mouse is over it.
    pub over: Color,
    /// The focus ring.
    pub ring: Ring,
}

/// A paragraph with words that can be pressed; `.into()` makes it an element.
pub struct Passage<'a, Message> {
    text: Cow<'a, str>,
    words: Vec<Word<Message>>,
    ink: Ink,
}

impl<'a, Message: Clone + 'a> Passage<'a, Message> {
    /// `text` with these words in it.
    pub fn new(text: impl Into<Cow<'a, str>>, words: Vec<Word<Message>>, ink: Ink) -> Self {
        Self {
            text: text.into(),
            words,
            ink,
        }
    }

    /// The text in parts: what stands between the words, and the words by their number.
    fn parts(&self) -> Vec<(&str, Option<usize>)> {
        let mut parts = Vec::with_capacity(2 * self.words.len() + 1);
        let mut from = 0;
        for (number, word) in self.words.iter().enumerate() {
            parts.push((&self.text[from..word.at.start], None));
            parts.push((&self.text[word.at.clone()], Some(number)));
            from = word.at.end;
        }
        parts.push((&self.text[from..], None));
        parts.retain(|(text, _)| !text.is_empty());
        parts
    }

    fn node(&self, word: &Word<Message>) -> Node {
        let mut node = Node::new(Role::Button);
        node.set_label(&self.text[word.at.clone()]);
        node.set_description(word.description);
        node.set_expanded(word.expanded);
        node.add_action(Action::Click);
        node
    }
}

impl<'a, Message: Clone + 'a> From<Passage<'a, Message>> for Element<'a, Message> {
    fn from(passage: Passage<'a, Message>) -> Self {
        Element::new(passage)
    }
}
