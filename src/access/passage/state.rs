//! What a paragraph remembers: its lines, and for each word whether it has focus.

use iced::advanced::text::{self, Paragraph as _, Span};
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::Focusable;
use iced::widget::text::{LineHeight, Shaping, Wrapping};
use iced::{Font, Pixels, Point, Rectangle, Size, alignment};

use super::{Ink, Passage};
use crate::access::report::Request;

type Paragraph = <iced::Renderer as text::Renderer>::Paragraph;

/// The least side of a target, in pixels (WCAG 2.2 success criterion 2.5.8), and a little more.
const LEAST: f32 = 26.0;

/// One word: the widget keeps it by its id, so that focus never moves to another word that takes
/// its place.
#[derive(Debug)]
pub(super) struct Held {
    pub id: Id,
    pub focused: bool,
    pub ring: bool,
    pub pending: Vec<Request>,
}

impl Held {
    fn new(id: Id) -> Self {
        Self {
            id,
            focused: false,
            ring: false,
            pending: vec![],
        }
    }
}

impl Focusable for Held {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

#[derive(Default)]
pub(super) struct State {
    pub paragraph: Paragraph,
    spans: Vec<Span<'static, (), Font>>,
    /// Which part of the text each word is.
    places: Vec<usize>,
    pub words: Vec<Held>,
    pub over: Option<usize>,
    pub pressed: Option<usize>,
}

impl State {
    /// Keeps the words that are still there, by their ids.
    pub fn keep(&mut self, ids: impl Iterator<Item = Id>) {
        let mut before = std::mem::take(&mut self.words);
        self.words = ids
            .map(|id| {
                let known = before.iter().position(|word| word.id == id);
                known.map_or_else(|| Held::new(id), |at| before.swap_remove(at))
            })
            .collect();
        let count = self.words.len();
        self.over = self.over.filter(|over| *over < count);
        self.pressed = self.pressed.filter(|pressed| *pressed < count);
    }

    /// Breaks the text into lines where they changed, and gives the size of all of it.
    pub fn lay_out<Message: Clone>(
        &mut self,
        passage: &Passage<'_, Message>,
        bounds: Size,
    ) -> Size {
        let ink = &passage.ink;
        let parts = passage.parts();
        let spans: Vec<Span<'_, (), Font>> = parts
            .iter()
            .map(|(text, word)| {
                let span = Span::new(*text);
                if word.is_some() {
                    span.color(ink.word)
                } else {
                    span
                }
            })
            .collect();
        let difference = self.paragraph.compare(described((), ink, bounds));
        if self.spans != spans || difference == text::Difference::Shape {
            let whole = described(spans.as_slice(), ink, bounds);
            self.paragraph = Paragraph::with_spans(whole);
            self.spans = spans.into_iter().map(Span::to_static).collect();
            let words = parts.iter().enumerate();
            let words = words.filter_map(|(at, (_, word))| word.map(|_| at));
            self.places = words.collect();
        } else if difference == text::Difference::Bounds {
            self.paragraph.resize(bounds);
        }
        self.paragraph.min_bounds()
    }

    /// Where a word stands: a rectangle for each line it is on.
    pub fn lines_of(&self, word: usize) -> Vec<Rectangle> {
        let place = self.places.get(word);
        place.map_or_else(Vec::new, |place| self.paragraph.span_bounds(*place))
    }

    /// The target of a word: its longest line, and never less than a small target.
    pub fn target(&self, word: usize) -> Rectangle {
        let lines = self.lines_of(word).into_iter();
        let longest = lines.max_by(|one, other| one.width.total_cmp(&other.width));
        large_enough(longest.unwrap_or_default())
    }

    /// The word at a point of the paragraph.
    pub fn word_at(&self, point: Point) -> Option<usize> {
        let on = |lines: Vec<Rectangle>| lines.into_iter().any(|line| line.contains(point));
        let exactly = (0..self.words.len()).find(|word| on(self.lines_of(*word)));
        exactly.or_else(|| {
            let near = |word: &usize| self.target(*word).contains(point);
            (0..self.words.len()).find(near)
        })
    }
}

fn large_enough(line: Rectangle) -> Rectangle {
    let size = Size::new(line.width.max(LEAST), line.height.max(LEAST));
    let centre = line.center();
    Rectangle::new(
        Point::new(centre.x - size.width / 2.0, centre.y - size.height / 2.0),
        size,
    )
}

fn described<Content>(content: Content, ink: &Ink, bounds: Size) -> text::Text<Content, Font> {
    text::Text {
        content,
        bounds,
        size: Pixels(ink.size),
        line_height: LineHeight::Absolute(ink.line.into()),
        font: ink.font,
        align_x: text::Alignment::Default,
        align_y: alignment::Vertical::Top,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::WordOrGlyph,
    }
}
