//! What a control tells an operation that passes through, and what it is told in return.

use accesskit::Node;

/// A control's description, handed to `Operation::custom`. An operation answers in the same
/// struct; the control acts on the answer at its next update.
#[derive(Debug)]
pub struct Report {
    /// Role, name and state.
    pub node: Node,
    /// What is inside is presentation only: its text names the control, nothing below is exposed.
    pub leaf: bool,
    /// It takes focus when the application asks, and is passed over by Tab.
    pub landing: bool,
    /// Text and caret, when it can be typed into.
    pub text: Option<TextState>,
    /// Answer: what the control must do at its next update.
    pub deliver: Vec<Request>,
    /// Answer: whether the focus ring is to be seen, when focus has just moved here.
    pub ring: Option<bool>,
}

/// Something that the keyboard or an assistive technology asks of one control.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Press it.
    Click,
    /// Replace all of its text.
    SetValue(String),
    /// Move the caret or the selection; positions are (line, character), both from 0.
    Select {
        /// Where the selection starts.
        anchor: (usize, usize),
        /// Where the caret is.
        focus: (usize, usize),
    },
}

/// Text and caret of a field; positions are (line, character), both from 0. A character is what a
/// person calls one: a grapheme cluster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextState {
    /// The lines, without their ends; never empty.
    pub lines: Vec<String>,
    /// Where the selection starts.
    pub anchor: (usize, usize),
    /// Where the caret is.
    pub focus: (usize, usize),
}

/// Told by the window to every operation that starts in the application: whether the person's
/// last action was a key, so that focus is shown only to those who need to see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modality {
    /// The last action was a key.
    pub keyboard: bool,
}
