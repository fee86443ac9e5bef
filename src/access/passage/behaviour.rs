//! How a paragraph behaves: lines, presses, keys, requests, focus, the ring.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::operation::Operation;
use iced::advanced::widget::{Tree, Widget, text, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, mouse};
use iced::keyboard::{self, Key, key::Named};
use iced::{
    Event, Length, Point, Rectangle, Size, Theme, Vector, border, touch, widget::text::Style,
};

use super::Passage;
use super::state::State;
use crate::access::accessible::{is_key, is_press};
use crate::access::report::{Report, Request};

impl<'a, Message: Clone + 'a> Passage<'a, Message> {
    /// The word that a key presses, and whether the key was held down.
    fn key_press(state: &State, event: &Event) -> Option<(usize, bool)> {
        let Event::Keyboard(keyboard::Event::KeyPressed {
            key: Key::Named(Named::Enter | Named::Space),
            modifiers,
            repeat,
            ..
        }) = event
        else {
            return None;
        };
        let plain = !modifiers.control() && !modifiers.alt() && !modifiers.logo();
        let focused = state.words.iter().position(|word| word.focused);
        focused.filter(|_| plain).map(|word| (word, *repeat))
    }

    fn say(&self, word: usize, shell: &mut Shell<'_, Message>) {
        if let Some(word) = self.words.get(word) {
            shell.publish(word.on_press.clone());
        }
    }

    /// The lines of a word with the marks that touch it, such as a comma: its focus ring goes round
    /// them, and not over them.
    fn with_marks(&self, word: usize, mut lines: Vec<Rectangle>) -> Vec<Rectangle> {
        /// About the width of a mark, in parts of the letter size.
        const MARK: f32 = 0.3;
        let Some(word) = self.words.get(word) else {
            return lines;
        };
        let is_mark = |letter: &char| !letter.is_alphanumeric() && !letter.is_whitespace();
        let before = self.text[..word.at.start].chars().rev();
        let after = self.text[word.at.end..].chars();
        let width = |count: u8| f32::from(count) * MARK * self.ink.size;
        let before = width(
            before
                .take_while(is_mark)
                .fold(0, |count, _| count.saturating_add(1)),
        );
        let after = width(
            after
                .take_while(is_mark)
                .fold(0, |count, _| count.saturating_add(1)),
        );
        if let Some(first) = lines.first_mut() {
            first.x -= before;
            first.width += before;
        }
        if let Some(last) = lines.last_mut() {
            last.width += after;
        }
        lines
    }

    /// The line under a word: dots while its meaning is closed, so that it is told apart from what
    /// leads to another page.
    fn underline(&self, renderer: &mut iced::Renderer, line: Rectangle, open: bool) {
        const DOT: f32 = 2.0;
        let ink = &self.ink;
        let under = (ink.line + ink.size) / 2.0 - ink.size * 0.02;
        let mut fill = |x: f32, width: f32| {
            let bounds = Rectangle::new(
                Point::new(line.x + x, line.y + under),
                Size::new(width, if open { 2.0 } else { 1.5 }),
            );
            renderer.fill_quad(
                Quad {
                    bounds,
                    ..Quad::default()
                },
                ink.word,
            );
        };
        if open {
            fill(0.0, line.width);
            return;
        }
        let mut x = 0.0;
        while x < line.width {
            fill(x, DOT.min(line.width - x));
            x += 2.0 * DOT;
        }
    }
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, iced::Renderer> for Passage<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        let mut state = State::default();
        state.keep(self.words.iter().map(|word| word.id.clone()));
        tree::State::new(state)
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        state.keep(self.words.iter().map(|word| word.id.clone()));
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        layout::sized(limits, Length::Shrink, Length::Shrink, |limits| {
            state.lay_out(self, limits.max())
        })
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        operation.text(None, layout.bounds(), &self.text);
        let by = layout.position() - Point::ORIGIN;
        for (number, word) in self.words.iter().enumerate() {
            let bounds = state.target(number) + by;
            let mut report = Report {
                node: self.node(word),
                leaf: true,
                landing: false,
                text: None,
                deliver: vec![],
                ring: None,
            };
            operation.custom(Some(&word.id), bounds, &mut report);
            let Some(held) = state.words.get_mut(number) else {
                continue;
            };
            held.pending.append(&mut report.deliver);
            held.ring = report.ring.unwrap_or(held.ring);
            operation.traverse(&mut |operation| {
                operation.focusable(Some(&word.id), bounds, held);
            });
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        for number in 0..state.words.len() {
            let asked = std::mem::take(&mut state.words[number].pending);
            for _ in asked.iter().filter(|one| **one == Request::Click) {
                self.say(number, shell);
            }
        }
        if !shell.is_event_captured()
            && let Some((word, held_down)) = Self::key_press(state, event)
        {
            shell.capture_event();
            if !held_down {
                self.say(word, shell);
            }
        }

        let over = cursor.position_in(layout.bounds());
        let over = over.and_then(|point| state.word_at(point));
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                state.pressed = over;
                if over.is_some() {
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. }) => {
                if let Some(word) = state.pressed.take().filter(|word| over == Some(*word)) {
                    shell.capture_event();
                    self.say(word, shell);
                }
            }
            _ => {}
        }

        let mut changed = std::mem::replace(&mut state.over, over) != over;
        for (number, word) in state.words.iter_mut().enumerate() {
            let before = (word.focused, word.ring);
            if is_press(event) {
                word.focused = over == Some(number);
                word.ring = false;
            } else if is_key(event) && word.focused {
                word.ring = true;
            }
            changed |= before != (word.focused, word.ring);
        }
        if changed {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        if !bounds.intersects(viewport) {
            return;
        }
        let state = tree.state.downcast_ref::<State>();
        let by: Vector = layout.position() - Point::ORIGIN;
        for (number, word) in self.words.iter().enumerate() {
            for line in state.lines_of(number) {
                let line = line + by;
                if state.over == Some(number) {
                    renderer.fill_quad(
                        Quad {
                            bounds: line,
                            border: border::rounded(self.ink.ring.radius),
                            ..Quad::default()
                        },
                        self.ink.over,
                    );
                }
                self.underline(renderer, line, word.expanded);
            }
        }
        let ink = Style {
            color: Some(self.ink.text),
        };
        text::draw(renderer, style, bounds, &state.paragraph, ink, viewport);
        for (number, held) in state.words.iter().enumerate() {
            if held.focused && held.ring {
                for line in self.with_marks(number, state.lines_of(number)) {
                    self.ink.ring.draw_in_text(renderer, line + by, viewport);
                }
            }
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        let over = cursor.position_in(layout.bounds());
        match over.and_then(|point| state.word_at(point)) {
            Some(_) => mouse::Interaction::Pointer,
            None => mouse::Interaction::None,
        }
    }
}
