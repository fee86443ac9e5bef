//! What the renderer was told to draw: every line of text, where it stands and what cuts it off.

use iced::advanced::graphics::text::Text;
use iced::advanced::text::Paragraph as _;
use iced::{Background, Color, Rectangle, Size};

/// One line of text as it stands in the window.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its words.
    pub words: String,
    /// Its letters: as high as they are, without the space between lines.
    pub ink: Rectangle,
    /// The size of its letters, in logical pixels.
    pub letters: f32,
    /// What is seen of the place it stands in.
    pub clip: Rectangle,
    /// What is wrong with it.
    pub problem: Option<&'static str>,
    /// Which text it is a line of.
    pub of: usize,
}

impl Line {
    /// The part of its letters that is seen, if any.
    pub fn visible(&self) -> Option<Rectangle> {
        self.ink.intersection(&self.clip)
    }
}

/// Every line of text that was drawn.
pub fn lines(renderer: &mut iced::Renderer) -> Vec<Line> {
    let mut lines = vec![];
    let mut of = 0;
    for layer in renderer.layers() {
        for item in &layer.text {
            for text in item.as_slice() {
                let Text::Paragraph {
                    paragraph,
                    position,
                    clip_bounds,
                    transformation,
                    ..
                } = text
                else {
                    continue;
                };
                let Some(paragraph) = paragraph.upgrade() else {
                    continue;
                };
                of += 1;
                let clip = (*clip_bounds * *transformation)
                    .intersection(&layer.bounds)
                    .unwrap_or_default();
                let room = paragraph.bounds();
                let too_tall = paragraph.min_bounds().height > room.height + 1.0;
                let runs: Vec<_> = paragraph.buffer().layout_runs().collect();
                for (at, run) in runs.iter().enumerate() {
                    let Some(first) = run.glyphs.iter().map(|glyph| glyph.x).reduce(f32::min)
                    else {
                        continue;
                    };
                    let last = run.glyphs.iter().map(|glyph| glyph.x + glyph.w);
                    let last = last.fold(first, f32::max);
                    let letters = paragraph.size().0;
                    let ink = Rectangle::new(
                        iced::Point::new(
                            position.x + first,
                            position.y + run.line_top + (run.line_height - letters * 0.7) / 2.0,
                        ),
                        Size::new(last - first, letters * 0.7),
                    ) * *transformation;
                    let from = run.glyphs.iter().map(|glyph| glyph.start).min();
                    let to = run.glyphs.iter().map(|glyph| glyph.end).max();
                    let words = from
                        .zip(to)
                        .and_then(|(from, to)| run.text.get(from..to))
                        .unwrap_or_default();
                    let goes_on = runs
                        .get(at + 1)
                        .is_some_and(|next| next.line_i == run.line_i);
                    let problem = if run.line_w > room.width + 1.0 {
                        Some("is wider than its box")
                    } else if too_tall {
                        Some("is higher than its box")
                    } else if goes_on && breaks_a_word(run.text, to.unwrap_or_default()) {
                        Some("ends inside a word")
                    } else {
                        None
                    };
                    lines.push(Line {
                        words: words.to_owned(),
                        ink,
                        letters,
                        clip,
                        problem,
                        of,
                    });
                }
            }
        }
    }
    lines
}

/// The longest word that must stay whole, in letters.
const WHOLE: usize = 24;

/// Whether a line that ends at this byte ends inside a word. An address, a path and a very long
/// word may be broken.
fn breaks_a_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let joined = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    if !joined(before.chars().next_back()) || !joined(after.chars().next()) {
        return false;
    }
    let start = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let end = after.split(char::is_whitespace).next().unwrap_or(after);
    let word = format!("{start}{end}");
    let is_address = word.contains(['/', '\\', '@', '_']) || word.contains("www.");
    !is_address && word.chars().count() <= WHOLE
}

/// Every box that was filled with this colour.
pub fn boxes(renderer: &mut iced::Renderer, filled: Color) -> Vec<Rectangle> {
    let mut boxes = vec![];
    for layer in renderer.layers() {
        for (quad, background) in &layer.quads {
            if *background == Background::Color(filled) {
                boxes.push(quad.bounds);
            }
        }
    }
    boxes
}
